//! From a text to blocks: headings, paragraphs, list items and table rows, each with its places in the text.
//!
//! What printing adds between the words (footnotes, running lines, page numbers) is parted from them, and what it has
//! parted is joined again.

pub mod block;
pub mod division;
pub mod hyphenation;
pub mod interruption;
pub mod ligature;
pub mod links;
pub mod marks;
pub mod page;
pub mod running;
pub mod sentence;
pub mod text;
