//! Divides a text into blocks: headings, paragraphs, list items and table rows, each with its position in the text.
//!
//! What page layout puts between the words (footnotes, running lines, page numbers) is separated from them, and
//! paragraphs that it interrupts are joined again.

pub mod block;
pub mod division;
pub mod footnote_marks;
pub mod headings;
pub mod hyphenation;
pub mod interruption;
pub mod layout;
pub mod line_breaks;
pub mod link_markup;
pub mod running_lines;
pub mod sentence;
pub mod text;
pub mod web_lines;
