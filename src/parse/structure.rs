//! What formats share: headings, questions, boxes, tables of judgments, identity, and the draft that they add to.

pub mod areas;
pub mod boxes;
pub mod components;
pub mod contents;
pub mod dated_table;
pub mod draft;
pub mod grade_claim;
pub mod headed_items;
pub mod identity;
pub mod judgment_table;
pub mod outline;
pub mod pillar;
pub mod published_places;
pub mod questions;
pub mod role;
pub mod unfinished_items;
