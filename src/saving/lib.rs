//! Texts that a browser saves for the reader, without a browser.
//!
//! A storage changes its texts in steps (`texts`), so that several windows may use it. Each text has a number and a
//! checksum (`sealed`), so that one that was cut short is noticed. A text that cannot be read is set aside (`aside`), where
//! nothing overwrites it.

mod aside;
mod sealed;
mod texts;

pub use aside::{damaged_texts, delete_damaged, keep_aside, set_aside};
pub use sealed::{seal, unseal};
pub use texts::{SaveError, TextStorage, Texts};
