//! Reading reports from files and writing what was read, for `cargo ingest` and `cargo site`.

pub mod draw;
pub mod queue;
pub mod read;
pub mod write;
