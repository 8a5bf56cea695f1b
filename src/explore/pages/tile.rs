//! A judgment as a tile: the word, the ladder of its scale, and a name that says all of it.

use crate::pages::names;
use crate::route::{self, Anchor};
use crate::state::{State, View};
use corpus::{Corpus, Known};
use model::problem::Problem;
use model::{Force, Grade, Judgment, Ladder, Report, Scope, State as Judged};

/// What a tile is drawn as. Six states, each with a drawing of its own, and none of them blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    Graded(Grade),
    CarriedForward(Grade),
    Ungraded,
    Pending,
    NotInspected,
    /// The report is not held; its grade where a public page states it.
    NotHeld(Option<Grade>),
}

/// A tile with everything that it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub drawing: Drawing,
    /// The word on it: the grade, or the state.
    pub word: String,
    /// A small addition: "from 2016".
    pub note: Option<String>,
    pub ladder: Option<Ladder>,
    /// Force, subject, question as worded that year, grade and state, dates.
    pub name: String,
    /// Where it leads: the judgment in its report.
    pub href: String,
}

/// The tile of a judgment.
pub fn tile(corpus: &Corpus, report: &Report, judgment: &Judgment) -> Tile {
    let drawing = drawing(judgment);
    let (word, note) = match drawing {
        Drawing::Graded(grade) => {
            (grade.word().to_string(), is_contradicted(report, judgment).then(|| CONTRADICTED.to_string()))
        }
        Drawing::CarriedForward(grade) => {
            let note = judgment.inspected.as_ref().map_or("from earlier".to_string(), |year| format!("from {year}"));
            (grade.word().to_string(), Some(note))
        }
        other => (state_word(other).to_string(), None),
    };
    let scale = corpus.cycle(&report.cycle).map_or(report.scale, |cycle| cycle.scale);
    Tile {
        drawing,
        ladder: judgment.grade.and_then(|grade| scale.ladder(grade)),
        name: name(corpus, report, judgment, &word, note.as_deref()),
        href: href(report, judgment),
        word,
        note,
    }
}

/// What a tile adds to a grade that the same report contradicts.
const CONTRADICTED: &str = "contradicted";

/// The problems that stand where a judgment is printed, by their numbers in the report.
pub fn problems<'r>(report: &'r Report, judgment: &'r Judgment) -> impl Iterator<Item = (usize, &'r Problem)> {
    let is_here = |p: &Problem| p.is_at(&judgment.passages) || p.is_at(&judgment.also_stated);
    report.problems.iter().enumerate().filter(move |(_, problem)| is_here(problem))
}

fn is_contradicted(report: &Report, judgment: &Judgment) -> bool {
    problems(report, judgment).any(|(_, problem)| problem.is_contradiction())
}

/// The tile of a grade that a public page states of a report that is not held.
pub fn stated(corpus: &Corpus, force: &Force, known: &Known) -> Tile {
    let drawing = Drawing::NotHeld(Some(known.grade));
    let page = known.page();
    let dated = page.and_then(|page| page.dated).map(|when| format!(", page dated {}", when.in_words()));
    let cycle = page.map_or("", |page| page.cycle.as_str());
    let name = format!(
        "{}, {}: {}, report not held here. As worded on {}: {} Inspection {cycle}{}.",
        force.name,
        known.name(),
        known.grade,
        page.map_or("a page", |page| page.publisher.name()),
        stop(known.wording()),
        dated.unwrap_or_default(),
    );
    Tile {
        drawing,
        word: state_word(drawing).to_string(),
        note: None,
        ladder: corpus.cycle(cycle).and_then(|cycle| cycle.scale.ladder(known.grade)),
        name,
        href: known_href(corpus, force, cycle),
    }
}

/// Where the page of a force tells what is known of a cycle, with the pages that state it.
pub fn known_href(corpus: &Corpus, force: &Force, cycle: &str) -> String {
    let page = State::at(View::Force(force.id.clone()));
    match corpus.cycle(cycle) {
        Some(cycle) => route::address_at(&page, &Anchor::known_grades(cycle)),
        None => route::address(&page),
    }
}

/// The address of a judgment: its place on the page of its report.
pub fn href(report: &Report, judgment: &Judgment) -> String {
    route::address_at(&State::at(View::Report(report.id.clone())), &Anchor::of_judgment(report, judgment))
}

fn drawing(judgment: &Judgment) -> Drawing {
    match (judgment.state, judgment.grade) {
        (Judged::Graded, Some(grade)) => Drawing::Graded(grade),
        (Judged::CarriedForward, Some(grade)) => Drawing::CarriedForward(grade),
        (Judged::Pending, _) => Drawing::Pending,
        (Judged::NotInspected, _) => Drawing::NotInspected,
        _ => Drawing::Ungraded,
    }
}

/// The word for a state that is no grade.
pub fn state_word(drawing: Drawing) -> &'static str {
    match drawing {
        Drawing::Graded(grade) | Drawing::CarriedForward(grade) | Drawing::NotHeld(Some(grade)) => grade.word(),
        Drawing::Ungraded => "Ungraded",
        Drawing::Pending => "Pending",
        Drawing::NotInspected => "Not inspected",
        Drawing::NotHeld(None) => "Not held",
    }
}

/// The name begins what it says of the state with the very words on the tile: people who speak to their browser use them.
fn name(corpus: &Corpus, report: &Report, judgment: &Judgment, word: &str, note: Option<&str>) -> String {
    let subject = corpus.subject_of(judgment).map_or(judgment.area.as_str(), |s| s.name.as_str());
    let state = match (judgment.state, note) {
        (Judged::CarriedForward, Some(note)) => format!("{word} {note}, carried forward"),
        (Judged::Graded, Some(_)) => format!("{word}, {CONTRADICTED} by a sentence of the report"),
        (Judged::Pending, _) => format!("{word}, the inspection had not been completed"),
        (Judged::Ungraded, _) => format!("{word}, assessed but no grade given"),
        _ => word.to_string(),
    };
    let wording = match judgment.scope {
        Scope::Question | Scope::Overall => "Question",
        _ => "Area",
    };
    format!(
        "{}, {subject}: {state}. {wording} as worded: {} {}, published {}.",
        report.force.name,
        stop(&judgment.area),
        names::report(report),
        names::published(corpus, report),
    )
}

/// The words with a stop behind them, unless they end with a mark already.
fn stop(words: &str) -> String {
    if words.ends_with(['.', '?', '!']) { words.to_string() } else { format!("{words}.") }
}
