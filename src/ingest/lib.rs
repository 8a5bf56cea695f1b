//! Reads reports from files, displays their problems, and writes them and the links between them as JSON, for
//! `cargo ingest` and `cargo site`.

mod archive;
pub mod corrections;
pub mod diagnostics;
pub mod glossary;
pub mod links;
pub mod queue;
pub mod read;
pub mod write;
