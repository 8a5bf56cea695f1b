//! Recognises the format of a text, or explains why it is refused.

pub mod other_publications;
pub mod recogniser;
pub mod refusal;
