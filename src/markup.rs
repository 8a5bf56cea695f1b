//! Elements from plain data, and the pieces that both programs draw with them.
//!
//! The explorer draws with Yew. The program that takes things away has no need of it: there the same calls write HTML.

pub mod chips;
pub mod compare;
pub mod parts;
pub mod tile;

#[cfg(feature = "web")]
#[path = "markup/elements.rs"]
pub mod tag;
#[cfg(not(feature = "web"))]
#[path = "markup/written.rs"]
pub mod tag;
