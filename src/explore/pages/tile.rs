//! Tiles: a judgment as a word, a position on its scale, and an accessible name with all the details.

use crate::pages::{phrasing, public_grades};
use crate::route::{self, Anchor};
use crate::state::{State, View};
use corpus::{Corpus, PublicGrade};
use model::folding::join_words;
use model::problem::Problem;
use model::{Force, Grade, Judgment, JudgmentStatus, Report, ScalePosition, Scope};

/// How a tile is drawn. Each state is drawn differently, and none of them is blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileState {
    /// A grade was given.
    Graded(Grade),
    /// A grade of an earlier cycle still applies.
    CarriedForward(Grade),
    /// Assessed, but no grade was given.
    Ungraded,
    /// Not one of the areas that a page counts; whether it was inspected is not known here.
    NotGraded,
    /// The inspection had not been completed.
    Pending,
    /// Not inspected in that cycle.
    NotInspected,
    /// The report is not held; a public page states the grade.
    NotHeld(Grade),
    /// The report is not held; only the press states the grade.
    Press(Grade),
    /// It was graded; the grade is not known here.
    GradedNotKnown,
    /// Whether it was graded is not known here.
    NotKnown,
    /// The cycle or the report did not ask about it.
    NotAsked,
    /// No judgment: what the report says of one against an earlier one.
    Direction,
}

impl TileState {
    /// The CSS classes for a way of drawing: "tile tile--graded tile--good".
    pub fn class_names(self) -> String {
        let (state, grade) = match self {
            TileState::Graded(grade) => ("graded", Some(grade)),
            TileState::CarriedForward(grade) => ("carried", Some(grade)),
            TileState::Ungraded => ("ungraded", None),
            TileState::NotGraded => ("not-graded", None),
            TileState::Pending => ("pending", None),
            TileState::NotInspected => ("not-inspected", None),
            TileState::NotHeld(grade) => ("not-held", Some(grade)),
            TileState::Press(grade) => ("not-held tile--press", Some(grade)),
            TileState::GradedNotKnown => ("graded-not-known", None),
            TileState::NotKnown => ("not-known", None),
            TileState::NotAsked => ("not-asked", None),
            TileState::Direction => ("direction", None),
        };
        let grade = grade.map(|grade| format!(" tile--{}", model::slugify(grade.name()))).unwrap_or_default();
        format!("tile tile--{state}{grade}")
    }

    /// Whether a report held says it.
    pub fn is_of_held_report(self) -> bool {
        use TileState::{CarriedForward, Graded, NotInspected, Pending, Ungraded};
        matches!(self, Graded(_) | CarriedForward(_) | Ungraded | Pending | NotInspected)
    }
}

/// A tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// How it is drawn.
    pub state: TileState,
    /// The word on it: the grade, or the state if there is none.
    pub word: String,
    /// A short addition to the word: "from 2016".
    pub note: Option<String>,
    /// The position of the grade on its scale.
    pub scale_position: Option<ScalePosition>,
    /// The accessible name: force, subject, grade and state, question or area as worded that year, dates.
    pub accessible_name: String,
    /// The address it links to: the judgment in its report, or the grades known from public pages.
    pub href: String,
}

impl Tile {
    /// The grade, whoever states it; `None` if none is known.
    pub fn grade(&self) -> Option<Grade> {
        match self.state {
            TileState::Graded(grade)
            | TileState::CarriedForward(grade)
            | TileState::NotHeld(grade)
            | TileState::Press(grade) => Some(grade),
            _ => None,
        }
    }

    /// Whether there may be a grade that is not known here.
    pub fn may_be_any_grade(&self) -> bool {
        matches!(self.state, TileState::GradedNotKnown | TileState::NotKnown)
    }
}

/// The tile of a judgment.
pub fn judgment_tile(corpus: &Corpus, report: &Report, judgment: &Judgment) -> Tile {
    let state = tile_state(judgment);
    let (word, note) = match state {
        TileState::Graded(grade) => {
            (grade.name().to_string(), is_contradicted(report, judgment).then(|| CONTRADICTED_NOTE.to_string()))
        }
        TileState::CarriedForward(grade) => {
            let note = judgment
                .inspected
                .as_ref()
                .map_or("from an earlier inspection".to_string(), |year| format!("from {year}"));
            (grade.name().to_string(), Some(note))
        }
        other => (tile_word(other).to_string(), None),
    };
    let scale = corpus.cycle(&report.cycle).map_or(report.scale, |cycle| cycle.scale);
    // The name says who corrected and who opened it, too.
    let accessible_name = name(corpus, report, judgment, &word, note.as_deref());
    let corrected = correction_of(report, judgment).map(|_| "corrected by us");
    let opened = report.id.is_opened().then_some("opened by you");
    let notes: Vec<&str> = note.as_deref().into_iter().chain(corrected).chain(opened).collect();
    let note = (!notes.is_empty()).then(|| join_words(&notes, ", "));
    Tile {
        state,
        scale_position: judgment.grade.and_then(|grade| scale.position_of(grade)),
        accessible_name,
        href: judgment_href(report, judgment),
        word,
        note,
    }
}

/// The note on a grade that its own report contradicts.
const CONTRADICTED_NOTE: &str = "contradicted";

/// The problems at the places where a judgment is printed, with their indices in the report.
pub fn judgment_problems<'r>(report: &'r Report, judgment: &'r Judgment) -> impl Iterator<Item = (usize, &'r Problem)> {
    let is_here = |p: &Problem| p.is_at(&judgment.passages) || p.is_at(&judgment.also_stated);
    report.problems.iter().enumerate().filter(move |(_, problem)| is_here(problem))
}

/// What this site has corrected in what its program read of a judgment, and why, in sentences; `None` if nothing.
pub fn correction_of<'r>(report: &'r Report, judgment: &'r Judgment) -> Option<&'r str> {
    let mut problems = judgment_problems(report, judgment).map(|(_, problem)| problem);
    problems.find(|problem| problem.is_correction_of(&judgment.area)).map(|problem| problem.message.as_str())
}

/// Whether its own report contradicts a grade.
pub fn is_contradicted(report: &Report, judgment: &Judgment) -> bool {
    judgment_problems(report, judgment).any(|(_, problem)| problem.is_contradiction())
}

/// The tile of a grade that public pages state; its report is not held.
pub fn public_grade_tile(corpus: &Corpus, force: &Force, public_grade: &PublicGrade) -> Tile {
    let grade = public_grade.grade;
    let state = if public_grade.is_from_press() { TileState::Press(grade) } else { TileState::NotHeld(grade) };
    let cycle = public_grade.first_page().map_or("", |page| page.cycle.as_str());
    let word = tile_word(state).to_string();
    let note = match (public_grade.change, public_grade.is_from_press()) {
        (Some(_), _) => Some("changed".to_string()),
        (None, true) => Some("press".to_string()),
        (None, false) => None,
    };
    let spoken = note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    let pages: Vec<String> = public_grade.sources.iter().map(|(page, _)| public_grades::page_name(page)).collect();
    let caveats = public_grades::grade_caveats(public_grade).into_iter().map(|caveat| format!(" {caveat}"));
    let name = format!(
        "{word}{spoken}: {}, {}, {cycle}. Report not held here. Stated on {}, first in these words: {}{}",
        public_grade.name(),
        force.name,
        phrasing::join_as_list(&pages),
        with_full_stop(public_grade.wording()),
        caveats.collect::<String>(),
    );
    Tile {
        state,
        word,
        note,
        scale_position: corpus.cycle(cycle).and_then(|cycle| cycle.scale.position_of(public_grade.grade)),
        accessible_name: name,
        href: public_grades_href(corpus, force, cycle),
    }
}

/// The address of the grades of a cycle that are known from public pages, on the page of the force.
pub fn public_grades_href(corpus: &Corpus, force: &Force, cycle: &str) -> String {
    let page = State::for_view(View::Force(force.id.clone()));
    match corpus.cycle(cycle) {
        Some(cycle) => route::address_at(&page, &Anchor::for_public_grades(cycle)),
        None => route::address(&page),
    }
}

/// The address of a judgment on the page of its report.
pub fn judgment_href(report: &Report, judgment: &Judgment) -> String {
    route::address_at(&State::for_view(View::Report(report.id.clone())), &Anchor::for_judgment(report, judgment))
}

fn tile_state(judgment: &Judgment) -> TileState {
    match (judgment.status, judgment.grade) {
        (JudgmentStatus::Graded, Some(grade)) => TileState::Graded(grade),
        (JudgmentStatus::CarriedForward, Some(grade)) => TileState::CarriedForward(grade),
        (JudgmentStatus::Pending, _) => TileState::Pending,
        (JudgmentStatus::NotInspected, _) => TileState::NotInspected,
        _ => TileState::Ungraded,
    }
}

/// The word on a tile: the grade, or the state if there is none.
pub fn tile_word(drawing: TileState) -> &'static str {
    match drawing {
        TileState::Graded(grade)
        | TileState::CarriedForward(grade)
        | TileState::NotHeld(grade)
        | TileState::Press(grade) => grade.name(),
        TileState::Ungraded => "Ungraded",
        TileState::Pending => "Pending",
        TileState::NotInspected => "Not inspected",
        TileState::GradedNotKnown => "Graded",
        TileState::NotKnown => "Not known",
        TileState::NotGraded => "Not graded",
        TileState::NotAsked => "Not asked",
        TileState::Direction => "“says”",
    }
}

/// The accessible name of a tile. The state begins with exactly the words on the tile, because people who control their
/// browser by voice say what they see.
fn name(corpus: &Corpus, report: &Report, judgment: &Judgment, word: &str, note: Option<&str>) -> String {
    let subject = corpus.subject_of_judgment(judgment).map_or(judgment.area.as_str(), |s| s.name.as_str());
    let state = match (judgment.status, note) {
        (JudgmentStatus::CarriedForward, Some(note)) => format!("{word} {note}, carried forward"),
        (JudgmentStatus::Graded, Some(_)) => format!("{word}, {CONTRADICTED_NOTE} by a sentence in the report"),
        (JudgmentStatus::Pending, _) => format!("{word}, because the inspection had not been completed"),
        (JudgmentStatus::Ungraded, _) => format!("{word}, assessed but no grade was given"),
        _ => word.to_string(),
    };
    let wording = match judgment.scope {
        Scope::Question | Scope::Overall => "Question",
        _ => "Area",
    };
    let change = corpus
        .subject_of_judgment(judgment)
        .and_then(|subject| corpus.grade_change(&report.force.id, &report.cycle, subject))
        .map(|change| format!(" {}", public_grades::change_in_words(change)));
    let correction = correction_of(report, judgment).map(|words| format!(" {words}")).unwrap_or_default();
    format!(
        "{state}: {subject}, {}, {}, published {}. {wording} as worded: {}{}{correction}",
        report.force.name,
        phrasing::report_name(report),
        phrasing::publication_date(corpus, report),
        with_full_stop(&judgment.area),
        change.unwrap_or_default(),
    )
}

/// The words with a full stop at the end, unless they already end a sentence.
fn with_full_stop(words: &str) -> String {
    if words.ends_with(['.', '?', '!']) { words.to_string() } else { format!("{words}.") }
}
