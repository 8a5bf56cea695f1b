//! Everything that can be tested without a browser. One crate, so that it links once; `tests/README.md` is the guide.

mod held;
mod readable;
mod same;

mod corpus;
mod formats;
mod goldens;
mod ledger;
mod passages;
mod schema;
mod search;
mod synthetic;
mod tables;
