//! Everything that can be tested without a browser. One crate, so that it links once; `tests/README.md` is the guide.

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
