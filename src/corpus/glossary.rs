//! The glossary: the short forms and terms of all reports, each once, with what the reports say that they mean.

mod entries;
mod explanations;
mod names;

pub use explanations::Explanation;
pub use names::{GlossaryName, NameGroup, PageElsewhere};

pub(crate) use explanations::explanations;

use crate::{CollectError, Corpus};
use model::{DefinitionKind, FindingKey, Passage, Report, ReportId};
use serde::Serialize;

/// The glossary, as `data/glossary.json` has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Glossary {
    /// Every short form and term, in alphabetical order.
    pub entries: Vec<GlossaryEntry>,
    /// The names of kinds of finding, states of a judgment and grades.
    pub names: Vec<GlossaryName>,
}

/// A short form or term with all its spellings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GlossaryEntry {
    /// Its id: "marac".
    pub id: String,
    /// The ids of its other names: of the words that it is short for, and of each spelling.
    pub other_ids: Vec<String>,
    /// The short form or, if it has none, the term as a report prints it.
    pub headword: String,
    /// Its other spellings.
    pub spellings: Vec<String>,
    /// What it is short for; several if reports word it differently.
    pub long_forms: Vec<LongForm>,
    /// What reports say that it means, oldest first.
    pub definitions: Vec<TermDefinition>,
    /// The words in which reports link the term to their own glossary.
    pub linked_as: Vec<String>,
    /// The findings in which a report links the term to its own glossary.
    pub linked_by: Vec<FindingKey>,
}

impl GlossaryEntry {
    /// Whether a report held says what it is short for or what it means.
    pub fn is_explained(&self) -> bool {
        !(self.long_forms.is_empty() && self.definitions.is_empty())
    }
}

/// What a short form is short for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LongForm {
    /// The words as first printed.
    pub text: String,
    /// Where reports spell the short form out in these words.
    pub places: Vec<TextPlace>,
}

/// A place in the text of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextPlace {
    /// The report.
    pub report: ReportId,
    /// The first and the last line, counted from 1, both included.
    pub lines: [u32; 2],
}

impl TextPlace {
    /// The place of passages in a report; line 1 if there are none.
    fn new(report: &Report, passages: &[Passage]) -> TextPlace {
        let first = passages.iter().map(|passage| passage.lines[0]).min().unwrap_or(1);
        let last = passages.iter().map(|passage| passage.lines[1]).max().unwrap_or(first);
        TextPlace { report: report.id.clone(), lines: [first, last] }
    }
}

/// What a report says that a term means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermDefinition {
    /// The term as the report prints it.
    pub term: String,
    /// The words that say what it means, verbatim.
    pub text: String,
    /// How the report gives it.
    pub kind: DefinitionKind,
    /// Where it is printed.
    pub place: TextPlace,
}

impl Glossary {
    /// Collects the glossary from reports with all that was read from them; the corpus must have been collected from the
    /// same reports. `pages_csv` is `data/glossary-pages.csv`.
    ///
    /// # Errors
    /// If the table cannot be read.
    pub fn collect(corpus: &Corpus, reports: &[Report], pages_csv: &str) -> Result<Glossary, CollectError> {
        let reports = corpus.in_order(reports);
        let mut entries = entries::collect_entries(&reports);
        let names = names::collect_names(&mut entries, &reports, pages_csv)?;
        Ok(Glossary { entries, names })
    }
}
