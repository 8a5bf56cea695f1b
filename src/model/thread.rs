//! Threads: what the reports on one force say about one issue, in order of time.

use crate::{DateSpan, FindingKey, ForceId, JudgmentKey, ReferenceStatus, ReportId, ThreadId};
use serde::Serialize;

/// One issue of one force through its reports. That its parts belong together is our reading, unless a report says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thread {
    /// Its permanent id.
    pub id: ThreadId,
    /// The force.
    pub force: ForceId,
    /// The issue in our words, or in the first words of a finding: "problem solving".
    pub name: String,
    /// What the reports say, in the order of their dates and of their text.
    pub steps: Vec<ThreadStep>,
    /// Why findings are taken to be about the same issue, each reason once, in words.
    pub reasons: Vec<String>,
    /// Whether a person has read all of them together.
    pub is_reviewed: bool,
}

impl Thread {
    /// Whether it has this finding.
    pub fn has_finding(&self, key: &FindingKey) -> bool {
        self.steps.iter().any(|step| step.finding.as_ref() == Some(key))
    }

    /// The last sentence that says what became of the issue, with the index of its step.
    pub fn last_word(&self) -> Option<(usize, &Statement)> {
        let mut sentences =
            self.steps.iter().enumerate().flat_map(|(n, step)| step.statements.iter().map(move |s| (n, s)));
        sentences.rfind(|(_, statement)| statement.status.says_what_became())
    }
}

/// A finding, or sentences in running text that follow each other, in a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadStep {
    /// The report.
    pub report: ReportId,
    /// The finding; `None` for sentences that no finding has.
    pub finding: Option<FindingKey>,
    /// The sentences about earlier work: those of the finding, or those in running text.
    pub statements: Vec<Statement>,
}

/// A sentence of a report that belongs to a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Its first and last line, counted from 1, both included.
    pub lines: [u32; 2],
    /// The sentence, verbatim.
    pub words: String,
    /// The sentence before it, verbatim, if it points back to that.
    pub antecedent: Option<String>,
    /// What it says became of earlier work.
    pub status: ReferenceStatus,
    /// The words that say so.
    pub status_words: Option<String>,
    /// The inspection that it speaks of, where no finding of it is held; `None` if it speaks of a held finding, or of no
    /// earlier work.
    pub speaks_of: Option<EarlierWork>,
}

impl Statement {
    /// The sentence, after the one before it if it points back to that.
    pub fn in_context(&self) -> String {
        let before = self.antecedent.as_ref().map(|words| format!("{words} ")).unwrap_or_default();
        format!("{before}{}", self.words)
    }
}

/// An inspection that a sentence speaks of, and of which no report, or no such finding, is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EarlierWork {
    /// The inspection in words: "PEEL 2015, effectiveness: West Midlands Police".
    pub inspection: String,
    /// Why no finding is named, in a sentence.
    pub reason: String,
    /// A public page about it; if none is known, the inspectorate's page of the force.
    pub address: String,
    /// Whether the page is about this inspection, and not only about the force.
    pub is_page_of_inspection: bool,
}

/// A sentence that sets a judgment against an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Direction {
    /// The judgment.
    pub judgment: JudgmentKey,
    /// The first of the words that say so, in quotation marks: "“is consistent with”".
    pub words: String,
    /// The sentence, verbatim.
    pub sentence: String,
    /// Its first and last line, counted from 1, both included.
    pub lines: [u32; 2],
}

impl Direction {
    /// Whether it is the sentence on some lines of a report.
    pub fn is_at(&self, report: &ReportId, lines: [u32; 2]) -> bool {
        self.lines == lines && self.judgment.report_id() == report.as_str()
    }
}

/// The time by which a finding is to be acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueDate {
    /// The finding.
    pub finding: FindingKey,
    /// The deadline as printed.
    pub text: String,
    /// The date that it means, only as precise as the text and the date of publication support.
    pub due: Option<DateSpan>,
    /// The date of publication from which it was counted; `None` for a deadline that names a date, or none.
    pub counted_from: Option<DateSpan>,
    /// The public page that gives the date of publication; `None` if the report prints it.
    pub publication_page: Option<String>,
}

/// What a report on one force says of another one too, because the two are in an alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedWords {
    /// The report.
    pub report: ReportId,
    /// The other force.
    pub force: ForceId,
    /// The sentence by which what is said of the alliance is said of both; `None` if each sentence says so itself.
    pub rule: Option<SharedSentence>,
    /// The sentences about both forces.
    pub sentences: Vec<SharedSentence>,
}

/// A sentence about both forces of an alliance, or about how to read such sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedSentence {
    /// The sentence, verbatim.
    pub words: String,
    /// Its first and last line, counted from 1, both included.
    pub lines: [u32; 2],
    /// The finding that it is part of.
    pub finding: Option<FindingKey>,
}
