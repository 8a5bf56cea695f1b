//! A question with its answer, as plain data.

use explore::pages::Link;

/// Words of a report, and where they stand.
pub type Quoted = (String, Link);

/// A question of a session, or a flash card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The id of its card.
    pub card: String,
    /// The question.
    pub prompt: String,
    /// What has to be known to answer it; may be empty.
    pub context: String,
    /// The words that it is about: those of a finding, or a short form.
    pub words: String,
    /// Whether the words are those of a report, and not a short form.
    pub is_quotation: bool,
    /// The choices; none for a flash card.
    pub choices: Vec<String>,
    /// The right choice, counted from 0.
    pub right: usize,
    /// The answer.
    pub answer: Answer,
}

/// What is shown after a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The right answer as a sentence.
    pub statement: String,
    /// What the words are from: kind, force, report, date and lines; empty for a short form.
    pub source: String,
    /// Where the words stand in the report.
    pub passage: Link,
    /// The page of the finding; `None` for a short form.
    pub page: Option<Link>,
    /// What has to be known about it.
    pub caveats: Vec<String>,
    /// Words that explain it: what a later report says, or what a short form means, where a report says so.
    pub explanation: Option<Quoted>,
    /// The entry of the kind of finding, or of the short form, in the glossary.
    pub glossary: Link,
}
