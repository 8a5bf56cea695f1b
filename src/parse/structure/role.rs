//! The ledger's words: what a line of a source can become.

/// What a line of the source became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Judgment,
    /// What a finding says, or the heading that names it.
    Finding,
    /// A finding's list items and explanation.
    Body,
    /// Holds a number that was read, and is no part of a judgment or finding.
    Measure,
    Footnote,
    Heading,
    Figure,
    Contents,
    /// Who, what and when: title, date, names.
    Identity,
    /// Words of a part that the format knows, which are no formal item.
    Narrative,
    /// Page numbers and stray marks of the layout.
    Furniture,
    Blank,
    /// Belongs to nothing that the format knows; becomes a problem.
    Unread,
}

impl Role {
    /// Every role, in the order of a ledger.
    pub const ALL: [Role; 13] = [
        Role::Judgment,
        Role::Finding,
        Role::Body,
        Role::Measure,
        Role::Footnote,
        Role::Heading,
        Role::Figure,
        Role::Contents,
        Role::Identity,
        Role::Narrative,
        Role::Furniture,
        Role::Blank,
        Role::Unread,
    ];

    /// The role in plain words, as they stand before a number of lines or before a line.
    pub fn name(self) -> &'static str {
        match self {
            Role::Judgment => "judgment",
            Role::Finding => "finding",
            Role::Body => "body of finding",
            Role::Measure => "measure",
            Role::Footnote => "footnote",
            Role::Heading => "heading",
            Role::Figure => "figure",
            Role::Contents => "contents",
            Role::Identity => "identity",
            Role::Narrative => "narrative",
            Role::Furniture => "page furniture",
            Role::Blank => "blank",
            Role::Unread => "unread",
        }
    }
}
