//! Recognises the format of a text, or explains why it is refused.

pub mod families;
pub mod recognise;
pub mod refusal;
