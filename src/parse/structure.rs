//! What formats share: headings, questions, boxes, tables of judgments, who and when, and the report as it grows.

pub mod boxes;
pub mod claim;
pub mod contents;
pub mod dated_table;
pub mod draft;
pub mod headed;
pub mod identity;
pub mod judgment_table;
pub mod outline;
pub mod questions;
pub mod role;
pub mod unfinished;
