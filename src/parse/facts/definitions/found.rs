//! A definition found in a sentence.

/// A term that a sentence defines. The words that do so are the sentence, and perhaps one beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The term as printed.
    pub term: String,
    /// Which sentences say what it means.
    pub extent: Extent,
    /// Whether the sentence explains the term in passing, in a bracket or after a comma. Where it does so again, it only
    /// repeats itself.
    pub is_passing: bool,
}

/// Which sentences of a paragraph make up a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Only the sentence that was read.
    Sentence,
    /// It and the sentence before it, to which it points back: "This is known as ...".
    WithPrevious,
    /// It and the sentence after it: "an 'outcome type'. This describes ...".
    WithNext,
    /// It, the list items before it, and the sentence that opens the list.
    WithList,
    /// The quotation that is the paragraph after it: "The definition is:".
    NextParagraph,
}

impl Found {
    /// A definition that is the sentence.
    pub fn new(term: &str) -> Found {
        Found { term: term.to_string(), extent: Extent::Sentence, is_passing: false }
    }

    /// A definition in passing.
    pub fn in_passing(term: &str) -> Found {
        Found { is_passing: true, ..Found::new(term) }
    }
}
