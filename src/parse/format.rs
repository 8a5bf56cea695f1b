//! What defines a report format.

use crate::structure::draft::ReportDraft;
use crate::structure::identity::ReportIdentity;
use intake::block::Block;

/// One report format: how to recognise it, and how to read it.
pub struct ReportFormat {
    /// Its name in messages: "PEEL effectiveness report 2016".
    pub name: &'static str,
    /// Its titles, that of the printed report first: web pages and printed reports may have different ones.
    pub titles: &'static [&'static str],
    /// Groups of phrases: every text of this format has at least one phrase of each group. Texts of other formats may
    /// quote them all, so they are looked for only in a text with one of the titles.
    pub required_phrases: &'static [&'static [&'static str]],
    /// Groups of phrases that together occur in no other text, so that a text without any title is recognised by them;
    /// empty if there are none.
    pub formula: &'static [&'static [&'static str]],
    /// A phrase that occurs once in each report: twice means that the text contains two reports.
    pub unique_phrase: &'static str,
    /// How its texts are read.
    pub(crate) reader: &'static dyn ReportReader,
}

/// Reads the reports of a format, or of several that differ only in their words.
pub(crate) trait ReportReader: Sync {
    /// Reads what the report says about itself; `None` if it names no force.
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity>;

    /// Reads judgments and findings from the blocks, and adds them to the draft.
    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft);
}

impl ReportFormat {
    /// Groups of phrases that a complete text has: one of its titles, and its required phrases.
    pub fn signs(&self) -> impl Iterator<Item = &'static [&'static str]> {
        std::iter::once(self.titles).chain(self.required_phrases.iter().copied())
    }
}

/// The words of a text, in the forms that formats search for names, titles and dates.
pub(crate) struct DocumentText<'a> {
    /// The body line by line, without blank lines.
    pub lines: Vec<&'a str>,
    /// The text of each block: heading, paragraph or list item.
    pub paragraphs: Vec<String>,
    /// The body on one line, followed by the footnotes.
    pub flat_text: String,
}
