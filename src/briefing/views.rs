//! The views of a brief: the page on which it is arranged, its slides, and the saved presentation.

pub mod editor;
pub mod linked;
pub mod presentation;
pub mod slide_section;
