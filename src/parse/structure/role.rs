//! The roles of the ledger: what a line of a source can become.

/// What a line of the source became: its entry in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineRole {
    /// A grade, or the sentence that says why there is none.
    Judgment,
    /// The text of a finding, or the heading that names it.
    Finding,
    /// A list item or explanation of a finding.
    FindingBody,
    /// Contains a measure, and is not part of a judgment or finding.
    Measure,
    /// A footnote.
    Footnote,
    /// A heading.
    Heading,
    /// A caption, source or note of a figure or table.
    Figure,
    /// An entry of the contents list.
    Contents,
    /// What the report says about itself: title, date, names.
    Identity,
    /// Text of a known part of the format that is not a formal item.
    Narrative,
    /// Page numbers, running lines, link addresses and stray marks.
    Furniture,
    /// A line without words.
    Blank,
    /// Text that belongs to no known part of the format; becomes a problem.
    Unread,
}

impl LineRole {
    /// Every role, in the order in which a ledger lists them.
    pub const ALL: [LineRole; 13] = [
        LineRole::Judgment,
        LineRole::Finding,
        LineRole::FindingBody,
        LineRole::Measure,
        LineRole::Footnote,
        LineRole::Heading,
        LineRole::Figure,
        LineRole::Contents,
        LineRole::Identity,
        LineRole::Narrative,
        LineRole::Furniture,
        LineRole::Blank,
        LineRole::Unread,
    ];

    /// The role in words, as a ledger shows it before a number of lines or before a line.
    pub fn name(self) -> &'static str {
        match self {
            LineRole::Judgment => "judgment",
            LineRole::Finding => "finding",
            LineRole::FindingBody => "body of finding",
            LineRole::Measure => "measure",
            LineRole::Footnote => "footnote",
            LineRole::Heading => "heading",
            LineRole::Figure => "figure",
            LineRole::Contents => "contents",
            LineRole::Identity => "identity",
            LineRole::Narrative => "narrative",
            LineRole::Furniture => "page furniture",
            LineRole::Blank => "blank",
            LineRole::Unread => "unread",
        }
    }
}
