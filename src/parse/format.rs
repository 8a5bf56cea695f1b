//! What a report format is, and all that can be read.

use crate::formats::{core_business_2014, crime_2014, effectiveness_2016, effectiveness_2017, peel_2021_22};
use crate::structure::draft::Draft;
use crate::structure::identity::Identity;
use intake::block::Block;

/// One report format: how to know it, and how to read it.
pub struct Format {
    /// What a person would call it: "PEEL effectiveness report 2016".
    pub name: &'static str,
    /// What the cover names.
    pub title: &'static str,
    /// Whether some texts start behind their cover.
    pub(crate) may_lack_cover: bool,
    /// Phrases that every text of this format has, one of each group. Texts of others may quote them all, so that it is
    /// the cover that decides.
    pub signs: &'static [&'static [&'static str]],
    /// Words that a text with one report has only once.
    pub(crate) once: &'static str,
    pub(crate) identify: fn(&Document) -> Option<Identity>,
    pub(crate) read: fn(&[Block], &mut Draft),
}

/// Every format that can be read, oldest first.
pub static FORMATS: &[Format] = &[
    core_business_2014::FORMAT,
    crime_2014::FORMAT,
    effectiveness_2016::FORMAT,
    effectiveness_2017::FORMAT,
    peel_2021_22::FORMAT,
];

/// A text as formats look at it before it is divided.
pub(crate) struct Document<'a> {
    /// The words line by line, without blank ones.
    pub lines: Vec<&'a str>,
    /// Each heading, paragraph and list item.
    pub paragraphs: Vec<String>,
    /// The words as one line, then the footnotes.
    pub flat: String,
}
