//! The same report in other forms: as a web page, as a word-processor document and as text in other line layouts.

pub mod html;
mod styled;

pub use styled::{StyledBlock, styled_blocks};
