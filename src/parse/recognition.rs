//! Which format a text is of, or why it is refused.

pub mod families;
pub mod recognise;
pub mod refusal;
