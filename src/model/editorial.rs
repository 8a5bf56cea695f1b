//! Editorial facts about inspections, from the tables in `data/`: cycles, subjects and themes.

use crate::{ForceId, Passage, ReportId, Scale};
use serde::{Deserialize, Serialize};

/// One round of inspections (`data/cycles.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cycle {
    /// "2014", "2021/22".
    pub id: String,
    /// The scale of its grades.
    pub scale: Scale,
    /// Whether the inspectorate calls its grades comparable with those of the previous cycle.
    pub comparable_with_previous: bool,
    /// The break in comparability in one line; `None` where there is none.
    pub break_label: Option<String>,
    /// Why there was no round of inspections for some time before it, in a sentence; `None` where there is no such gap.
    pub gap_before: Option<String>,
    /// What the inspectorate says about comparing its grades, where a held report prints it.
    pub statement: Option<ComparabilityStatement>,
}

/// A quotation from a held report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparabilityStatement {
    /// The words, verbatim.
    pub quote: String,
    /// The report that prints them.
    pub report: ReportId,
    /// Where in that report's text.
    pub passage: Passage,
}

/// This product's own grouping of questions and areas across cycles (`data/subjects.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// Its id in addresses and tables.
    pub id: String,
    /// The name shown, always labelled as this product's own.
    pub name: String,
    /// The names of the questions and areas it groups, folded for comparison.
    pub wordings: Vec<String>,
    /// How its wording in each cycle relates to that of the previous cycle, in our reading (`data/crosswalk.csv`).
    pub readings: Vec<CrosswalkEntry>,
}

impl Subject {
    /// How a cycle asked about it; `None` if we know no question.
    pub fn reading_in(&self, cycle: &Cycle) -> Option<&CrosswalkEntry> {
        self.readings.iter().find(|reading| reading.cycle == cycle.id)
    }
}

/// Our reading of how a subject's wording in one cycle relates to that of the previous cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CrosswalkEntry {
    /// The id of the cycle.
    pub cycle: String,
    /// What changed since the previous cycle.
    pub relation: WordingRelation,
    /// Which forces got a grade; `None` if that is not known.
    pub graded: Option<GradedForces>,
    /// The forces that were inspected and got no grade, although others did.
    pub except: Vec<ForceId>,
    /// What it was merged with or split from.
    pub note: Option<String>,
}

/// Which of the forces inspected in a cycle got a grade on a subject, in our reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GradedForces {
    /// Each of them.
    #[serde(rename = "every force")]
    Every,
    /// Some of them: the area was added to the inspections, or assessed by region.
    #[serde(rename = "some forces")]
    Some,
    /// Each or some of them, but in reports of their own, so that a count of the areas of a force's report says nothing of it.
    #[serde(rename = "separately")]
    Separately,
    /// None: it was answered in words only.
    #[serde(rename = "no force")]
    No,
}

/// How a question or area changed from one cycle to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordingRelation {
    /// This is the first cycle known to have it.
    First,
    /// The wording is the same.
    Same,
    /// The same question in other words.
    Reworded,
    /// It was split into several, or split off from another.
    Split,
    /// It was merged with another.
    Merged,
    /// This cycle had no question or area of its own on it; the note says where it was asked about instead.
    #[serde(rename = "none")]
    NoEquivalent,
}

/// This product's own label for findings about one topic, such as domestic abuse (`data/themes.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// Its id in addresses and tables.
    pub id: String,
    /// The name shown, always labelled as this product's own.
    pub name: String,
    /// A finding gets the label if any word in it starts with one of these.
    pub words: Vec<String>,
    /// The findings with the label: for each, the index of its report in the corpus and its own index in that report.
    /// Sorted.
    pub findings: Vec<[usize; 2]>,
}
