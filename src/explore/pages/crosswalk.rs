//! The crosswalk: how each cycle worded the question or area of a subject, and how we read it against the one before.

use crate::facets::Facet;
use crate::pages::Link;
use crate::state::State;
use corpus::Corpus;
use model::fold::fold;
use model::{Cycle, Relation, Subject};

/// Every subject, through all cycles.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosswalk {
    pub cycles: Vec<String>,
    pub rows: Vec<Row>,
}

/// A subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The subject, leading to its findings of all cycles.
    pub subject: Link,
    /// One for each cycle.
    pub cells: Vec<Cell>,
}

/// A subject in one cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// "same", "reworded", "no equivalent".
    pub relation: &'static str,
    pub class: &'static str,
    pub note: Option<String>,
    pub wordings: Vec<Wording>,
}

/// A question or area in the inspectorate's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub words: String,
    /// Whether a held report prints it; otherwise it is as a public page words it.
    pub is_printed: bool,
}

/// Selects the crosswalk.
pub fn crosswalk(corpus: &Corpus) -> Crosswalk {
    let row = |subject: &Subject| Row {
        subject: Link::to(&State::findings([(Facet::Subject, subject.id.as_str())]), &subject.name),
        cells: cells(corpus, subject),
    };
    Crosswalk {
        cycles: corpus.cycles.iter().map(|cycle| cycle.id.clone()).collect(),
        rows: corpus.subjects.iter().map(row).collect(),
    }
}

/// A cell for each cycle. "Same" is said of the question: where what is printed there has other words than what is printed
/// for the cycle before, as the short forms of tables and pages do, the cell says so.
fn cells(corpus: &Corpus, subject: &Subject) -> Vec<Cell> {
    let mut cells: Vec<Cell> = corpus.cycles.iter().map(|cycle| cell(corpus, subject, cycle)).collect();
    for n in 1..cells.len() {
        let is_printed_before =
            |wording: &Wording| cells[n - 1].wordings.iter().any(|before| fold(&before.words) == fold(&wording.words));
        if cells[n].relation == SAME && !cells[n].wordings.iter().all(is_printed_before) {
            cells[n].relation = "same, in another form";
        }
    }
    cells
}

/// The mark of a question that is asked again.
const SAME: &str = "same";

fn cell(corpus: &Corpus, subject: &Subject, cycle: &Cycle) -> Cell {
    let reading = subject.readings.iter().find(|reading| reading.cycle == cycle.id);
    let (relation, class) = match reading.map(|reading| reading.relation) {
        Some(Relation::First) => ("first known", "first"),
        Some(Relation::Same) => (SAME, "same"),
        Some(Relation::Reworded) => ("reworded", "reworded"),
        Some(Relation::Split) => ("split", "split"),
        Some(Relation::Merged) => ("merged", "merged"),
        Some(Relation::None) | None => ("no equivalent known", "none"),
    };
    Cell {
        relation,
        class,
        note: reading.and_then(|reading| reading.note.clone()),
        wordings: wordings(corpus, subject, cycle),
    }
}

/// As held reports print it; where none is held, as most pages of the register word it, a whole question first.
pub fn wordings(corpus: &Corpus, subject: &Subject, cycle: &Cycle) -> Vec<Wording> {
    let reports = corpus.reports.iter().filter(|report| report.cycle == cycle.id);
    let judged = reports.flat_map(|report| &report.judgments);
    let mut printed: Vec<Wording> = Vec::new();
    for judgment in judged.filter(|j| corpus.subject_of(j).is_some_and(|of| of.id == subject.id)) {
        if printed.iter().all(|known| fold(&known.words) != fold(&judgment.area)) {
            printed.push(Wording { words: judgment.area.clone(), is_printed: true });
        }
    }
    if !printed.is_empty() {
        return printed;
    }
    let pages = corpus.register.iter().filter(|page| page.cycle == cycle.id);
    let stated = pages.flat_map(|page| &page.grades).filter(|s| subject.wordings.contains(&fold(&s.area)));
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for stated in stated {
        let words = stated.area.as_str();
        match counted.iter_mut().find(|(known, _)| fold(known) == fold(words)) {
            Some((_, n)) => *n += 1,
            None => counted.push((words, 1)),
        }
    }
    let is_question = |words: &str| words.starts_with("How ") || words.starts_with("To what extent ");
    let most = counted.iter().max_by_key(|(words, n)| (is_question(words), *n));
    most.map(|(words, _)| Wording { words: words.to_string(), is_printed: false }).into_iter().collect()
}
