//! References: what a report says about the inspectorate's earlier work on the force.

use crate::{FindingKey, Passage};
use serde::{Deserialize, Serialize};

/// What became of something that was raised before, as the sentence itself says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceStatus {
    /// It was raised; the sentence does not say what became of it: "In 2015 HMIC recommended".
    RaisedBefore,
    /// This report raises it once more: "remains an area for improvement", "an enduring cause of concern".
    RaisedAgain,
    /// There is progress: "has responded positively", "has improved".
    Improved,
    /// It has become worse: "contrasts with last year's assessment, when we judged the force to be good".
    Declined,
    /// It is as before: "is consistent with last year's findings".
    Unchanged,
    /// Part of it is settled: "alleviated that part of the cause of concern".
    PartlyResolved,
    /// It is settled: "has been alleviated", "has eradicated the backlog we found".
    Resolved,
    /// An earlier judgment still applies, because the question was not inspected again.
    CarriedForward,
    /// Nothing of all this.
    Nothing,
}

impl ReferenceStatus {
    /// Whether it says what became of the earlier work.
    pub fn says_what_became(self) -> bool {
        !matches!(self, ReferenceStatus::RaisedBefore | ReferenceStatus::Nothing)
    }

    /// The status in words: "raised again". What became of something is only what a report says, in our reading.
    pub fn name(self) -> &'static str {
        match self {
            ReferenceStatus::RaisedBefore => "raised before",
            ReferenceStatus::RaisedAgain => "raised again",
            ReferenceStatus::Improved => "said to be improved",
            ReferenceStatus::Declined => "said to have declined",
            ReferenceStatus::Unchanged => "said to be unchanged",
            ReferenceStatus::PartlyResolved => "said to be partly resolved",
            ReferenceStatus::Resolved => "said to be resolved",
            ReferenceStatus::CarriedForward => "carried forward",
            ReferenceStatus::Nothing => "nothing",
        }
    }
}

/// What a reference speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceSubject {
    /// An earlier cause of concern.
    CauseOfConcern,
    /// An earlier recommendation.
    Recommendation,
    /// An earlier grade or judgment.
    Judgment,
    /// Something else that inspectors found, said or advised, such as an area for improvement.
    Finding,
    /// An earlier inspection or report as such.
    Inspection,
}

/// A sentence that speaks of an alliance of the force with another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AllianceSentence {
    /// The whole sentence, verbatim.
    pub quote: String,
    /// The finding that the sentence is part of.
    pub finding: Option<FindingKey>,
    /// Where the sentence is printed.
    pub passages: Vec<Passage>,
}

/// A sentence about the inspectorate's earlier work on the force: an inspection, report, recommendation or judgment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The whole sentence, verbatim.
    pub quote: String,
    /// What it speaks of.
    pub subject: ReferenceSubject,
    /// The years that it names, as printed and in order: "2015", "2018/19". Those that date a figure ("12 months to 31
    /// March 2015") are not among them.
    pub years: Vec<String>,
    /// What it says became of the earlier work.
    pub status: ReferenceStatus,
    /// The words that say so, verbatim; `None` where it says nothing of it.
    pub status_words: Option<String>,
    /// Whether it has no words of its own for the earlier work, and continues the reference before it.
    pub continues: bool,
    /// The sentence before it in the paragraph, if it points back to that ("This remains an area for improvement") and
    /// that is not a reference itself.
    pub antecedent: Option<String>,
    /// The finding that the sentence is part of.
    pub finding: Option<FindingKey>,
    /// Where the sentence is printed.
    pub passages: Vec<Passage>,
}
