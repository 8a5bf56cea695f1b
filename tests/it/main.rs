//! All tests over several crates that need no browser. They are one crate, so that they are linked only once.
//! `tests/README.md` describes them.

mod golden;
mod other_layouts;
mod prerendered;
mod properties;
mod report_text;
mod samples;

mod acceptance;
mod areas;
mod brief;
mod brief_controller;
mod brief_model;
mod brief_store;
mod brief_windows;
mod broken_bundles;
mod bundle;
mod caveats;
mod colours;
mod crashes;
mod cut_texts;
mod damaged_texts;
mod facets;
mod formats;
mod goldens;
mod ledger;
mod links;
mod look_alikes;
mod lost_headings;
mod measures;
mod more_reports;
mod national;
mod notes_and_references;
mod page_goldens;
mod passages;
mod register;
mod renderers;
mod routes;
mod schema;
mod search;
mod source_rules;
mod states;
mod synthetic;
mod tables;
mod themes;
mod timeline;
