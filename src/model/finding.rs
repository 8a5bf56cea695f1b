//! Findings: the formal items of a report.

use crate::{DateSpan, FindingKey, JudgmentKey, Passage};
use serde::{Deserialize, Serialize};

/// What kind of formal item a finding is. The order is that of lists: concerns and practice first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A complete cause of concern. Its recommendations are findings of their own, with it as their parent.
    CauseOfConcern,
    /// A recommendation. It answers a cause of concern, except in 2014.
    Recommendation,
    /// An area for improvement (AFI).
    AreaForImprovement,
    /// An example of innovative practice.
    InnovativePractice,
    /// An example of promising practice.
    PromisingPractice,
    /// An item under "Main findings" (2021/22).
    MainFinding,
    /// One of HM Inspector's observations (2021/22).
    Observation,
    /// An item of the victim service assessment (2021/22).
    VictimServiceFinding,
    /// A bullet of a summary (2014), a paragraph of a "Summary of findings" (2016), or a bullet of the reducing crime
    /// assessment (2021/22).
    SummaryPoint,
    /// A bullet of a Core business letter (2014).
    LetterFinding,
}

impl FindingKind {
    /// Every kind, in the order of lists.
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

    /// The kind in the inspectorate's words, in the singular.
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

    /// The kind in the inspectorate's words, in the plural.
    pub fn plural_name(self) -> &'static str {
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

    /// The kind as written in addresses: `area-for-improvement`.
    pub fn slug(self) -> String {
        crate::slugify(self.name())
    }
}

/// The time by which a recommendation or area for improvement is to be acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// As printed: "Within three months".
    pub text: String,
    /// The date that this means, counted from publication and only as precise as the text supports; `None` where it
    /// supports none.
    pub due: Option<DateSpan>,
}

/// One formal item of a report, in the report's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its permanent key.
    pub key: FindingKey,
    /// What kind of item it is.
    pub kind: FindingKind,
    /// The headings it is printed under, outermost first.
    pub section: Vec<String>,
    /// The judgment it belongs to, where it belongs to one.
    pub judgment: Option<JudgmentKey>,
    /// The item itself; if it is a heading with an explanation, the heading.
    pub text: String,
    /// Its nested list items, without their bullets or letters.
    pub items: Vec<String>,
    /// For each item, the number of paragraphs of `body` before it.
    pub items_after: Vec<usize>,
    /// Its explanation, one string for each paragraph.
    pub body: Vec<String>,
    /// For a recommendation, the cause of concern that it answers.
    pub parent: Option<FindingKey>,
    /// The time by which it is to be acted on, where the text gives one: the first of `deadlines` that is a time limit,
    /// or else the first.
    pub deadline: Option<Deadline>,
    /// Every deadline in it, in the order of the text; several if it asks for several things. The site does not load
    /// them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// Terms that the report links to its glossary.
    pub terms: Vec<String>,
    /// Where it is printed: more than one place where a page break, footnote or box interrupts it.
    pub passages: Vec<Passage>,
}

impl Finding {
    /// The texts in the order of the report: its text, then its list items, then the paragraphs of its explanation.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.text).chain(&self.items).chain(&self.body).map(String::as_str)
    }
}
