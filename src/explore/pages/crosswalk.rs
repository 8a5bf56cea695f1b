//! The crosswalk: how each cycle worded the question or area of each subject, and how we think the wording relates to
//! that of the previous cycle.

use crate::facets::Facet;
use crate::pages::Link;
use crate::state::State;
use corpus::Corpus;
use model::folding::fold_phrase;
use model::{Cycle, Subject, WordingRelation};

/// Every subject in every cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct CrosswalkPage {
    /// The ids of the cycles, oldest first.
    pub cycles: Vec<String>,
    /// A row for each subject.
    pub rows: Vec<CrosswalkRow>,
}

/// The row of a subject.
#[derive(Clone, Debug, PartialEq)]
pub struct CrosswalkRow {
    /// The subject, as a link to its findings from all cycles.
    pub subject: Link,
    /// A cell for each cycle.
    pub cells: Vec<CrosswalkCell>,
}

/// A subject in one cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct CrosswalkCell {
    /// The relation to the previous cycle, as shown: "same", "reworded", "not asked on its own".
    pub relation: &'static str,
    /// The relation as a class name.
    pub class_name: &'static str,
    /// What it was merged with or split from, or why there is no equivalent.
    pub note: Option<String>,
    /// The wordings of the cycle.
    pub wordings: Vec<Wording>,
}

/// A question or area in the inspectorate's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The wording.
    pub words: String,
    /// Whether a held report prints it; if not, it is the wording of a public page.
    pub is_printed: bool,
}

/// Makes the crosswalk.
pub fn crosswalk_page(corpus: &Corpus) -> CrosswalkPage {
    let row = |subject: &Subject| CrosswalkRow {
        subject: Link::to(&State::filtered_findings([(Facet::Subject, subject.id.as_str())]), &subject.name),
        cells: subject_cells(corpus, subject),
    };
    CrosswalkPage {
        cycles: corpus.cycles.iter().map(|cycle| cycle.id.clone()).collect(),
        rows: corpus.subjects.iter().map(row).collect(),
    }
}

/// A cell for each cycle. "Same" is about the question: where the printed wording differs from that of the previous
/// cycle, because tables and pages often shorten it, the cell says so.
fn subject_cells(corpus: &Corpus, subject: &Subject) -> Vec<CrosswalkCell> {
    let mut cells: Vec<CrosswalkCell> = corpus.cycles.iter().map(|cycle| cycle_cell(corpus, subject, cycle)).collect();
    for n in 1..cells.len() {
        let is_unchanged = |wording: &Wording| {
            cells[n - 1].wordings.iter().any(|before| fold_phrase(&before.words) == fold_phrase(&wording.words))
        };
        if cells[n].relation == SAME_LABEL && !cells[n].wordings.iter().all(is_unchanged) {
            cells[n].relation = "same question, worded differently here";
        }
    }
    cells
}

/// The label of a question that is asked again.
const SAME_LABEL: &str = "same";

fn cycle_cell(corpus: &Corpus, subject: &Subject, cycle: &Cycle) -> CrosswalkCell {
    let reading = subject.reading_in(cycle);
    let (relation, class) = match reading.map(|reading| reading.relation) {
        Some(WordingRelation::First) => ("first known", "first"),
        Some(WordingRelation::Same) => (SAME_LABEL, "same"),
        Some(WordingRelation::Reworded) => ("reworded", "reworded"),
        Some(WordingRelation::Split) => ("split", "split"),
        Some(WordingRelation::Merged) => ("merged", "merged"),
        Some(WordingRelation::NoEquivalent) => ("not asked on its own", "none"),
        None => ("no question known here", "none"),
    };
    CrosswalkCell {
        relation,
        class_name: class,
        note: reading.and_then(|reading| reading.note.clone()),
        wordings: wordings(corpus, subject, cycle),
    }
}

/// The wordings of a subject in a cycle, as held reports print them. If none is held, the one that most pages of the
/// register use, with whole questions before topics.
pub fn wordings(corpus: &Corpus, subject: &Subject, cycle: &Cycle) -> Vec<Wording> {
    let reports = corpus.reports.iter().filter(|report| report.cycle == cycle.id);
    let judged = reports.flat_map(|report| &report.judgments);
    let mut printed: Vec<Wording> = Vec::new();
    for judgment in judged.filter(|j| corpus.subject_of_judgment(j).is_some_and(|other| other.id == subject.id)) {
        if printed.iter().all(|other| fold_phrase(&other.words) != fold_phrase(&judgment.area)) {
            printed.push(Wording { words: judgment.area.clone(), is_printed: true });
        }
    }
    if !printed.is_empty() {
        return printed;
    }
    let pages = corpus.register.iter().filter(|page| page.cycle == cycle.id);
    let stated = pages.flat_map(|page| &page.grades).filter(|s| subject.wordings.contains(&fold_phrase(&s.area)));
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for stated in stated {
        let words = stated.area.as_str();
        match counted.iter_mut().find(|(other, _)| fold_phrase(other) == fold_phrase(words)) {
            Some((_, n)) => *n += 1,
            None => counted.push((words, 1)),
        }
    }
    let is_question = |words: &str| words.starts_with("How ") || words.starts_with("To what extent ");
    let most_common = counted.iter().max_by_key(|(words, n)| (is_question(words), *n));
    most_common.map(|(words, _)| Wording { words: words.to_string(), is_printed: false }).into_iter().collect()
}
