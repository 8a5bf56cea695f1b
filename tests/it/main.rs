//! All tests over several crates that need no browser. They are one crate, so that they are linked only once.
//! `tests/README.md` describes them.

mod readable;
mod rendered;
mod rewritten;
mod same;
mod samples;

mod acceptance;
mod apparatus;
mod areas;
mod brief;
mod broken;
mod colours;
mod corpus;
mod crashes;
mod cut;
mod damaged;
mod facets;
mod formats;
mod goldens;
mod ledger;
mod links;
mod lost;
mod measures;
mod passages;
mod register;
mod renderers;
mod routes;
mod schema;
mod search;
mod synthetic;
mod tables;
mod tidy;
mod timeline;
mod views;
