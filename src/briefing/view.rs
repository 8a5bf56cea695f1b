//! What is drawn of a brief.

pub mod editor;
pub mod presentation;
pub mod slide;
