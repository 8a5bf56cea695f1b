//! Findings: the formal items of a report.

use crate::{FindingKey, JudgmentKey, Passage, When};
use serde::{Deserialize, Serialize};

/// What sort of formal item a finding is. The order is the one lists use: concerns and strengths first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    CauseOfConcern,
    Recommendation,
    AreaForImprovement,
    InnovativePractice,
    PromisingPractice,
    MainFinding,
    Observation,
    VictimServiceFinding,
    SummaryPoint,
    LetterFinding,
}

impl FindingKind {
    /// Every kind, in list order.
    pub const ALL: [FindingKind; 10] = [
        FindingKind::CauseOfConcern,
        FindingKind::Recommendation,
        FindingKind::AreaForImprovement,
        FindingKind::InnovativePractice,
        FindingKind::PromisingPractice,
        FindingKind::MainFinding,
        FindingKind::Observation,
        FindingKind::VictimServiceFinding,
        FindingKind::SummaryPoint,
        FindingKind::LetterFinding,
    ];

    /// The kind in the inspectorate's words, singular.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::CauseOfConcern => "Cause of concern",
            FindingKind::Recommendation => "Recommendation",
            FindingKind::AreaForImprovement => "Area for improvement",
            FindingKind::InnovativePractice => "Innovative practice",
            FindingKind::PromisingPractice => "Promising practice",
            FindingKind::MainFinding => "Main finding",
            FindingKind::Observation => "Observation",
            FindingKind::VictimServiceFinding => "Victim service finding",
            FindingKind::SummaryPoint => "Summary point",
            FindingKind::LetterFinding => "Letter finding",
        }
    }

    /// The kind in the inspectorate's words, plural.
    pub fn plural(self) -> &'static str {
        match self {
            FindingKind::CauseOfConcern => "Causes of concern",
            FindingKind::Recommendation => "Recommendations",
            FindingKind::AreaForImprovement => "Areas for improvement",
            FindingKind::InnovativePractice => "Innovative practice",
            FindingKind::PromisingPractice => "Promising practice",
            FindingKind::MainFinding => "Main findings",
            FindingKind::Observation => "Observations",
            FindingKind::VictimServiceFinding => "Victim service findings",
            FindingKind::SummaryPoint => "Summary points",
            FindingKind::LetterFinding => "Letter findings",
        }
    }

    /// The kind as it stands in addresses: `area-for-improvement`.
    pub fn slug(self) -> String {
        crate::slug(self.name())
    }
}

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// As printed: "Within three months".
    pub text: String,
    /// The date it comes to, only as precise as the text supports; `None` where it supports none.
    pub due: Option<When>,
}

/// One formal item of a report, in the report's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub key: FindingKey,
    pub kind: FindingKind,
    /// Printed headings, from the outermost in.
    pub section: Vec<String>,
    /// The judgment it belongs to, where it belongs to one.
    pub judgment: Option<JudgmentKey>,
    /// The item itself; where the item is a heading with an explanation, the heading.
    pub text: String,
    /// Its nested bullets or (a), (b), without their marks.
    pub items: Vec<String>,
    /// For each item, how many paragraphs of `body` stand before it.
    pub items_after: Vec<usize>,
    /// Its explanation, a paragraph each.
    pub body: Vec<String>,
    /// For a recommendation, its cause of concern.
    pub parent: Option<FindingKey>,
    pub deadline: Option<Deadline>,
    /// Words that the report links to its glossary.
    pub terms: Vec<String>,
    pub passages: Vec<Passage>,
}
