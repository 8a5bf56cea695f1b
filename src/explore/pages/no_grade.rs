//! The tiles of subjects on which no grade is known: what is known instead, and why.

use crate::pages::tile::{self, Tile, TileState};
use crate::route;
use crate::state::{State, View};
use corpus::{Corpus, MissingGrade};
use model::{Cycle, Force, Scale, Subject};

/// The tile for a missing grade, with the reason in a sentence.
pub fn no_grade_tile(
    corpus: &Corpus,
    force: &Force,
    subject: &Subject,
    cycle: &Cycle,
    why: MissingGrade,
) -> (Tile, String) {
    let state = match why {
        MissingGrade::Graded => TileState::GradedNotKnown,
        MissingGrade::Unknown => TileState::NotKnown,
        MissingGrade::NotAsked | MissingGrade::NotInReport | MissingGrade::NotCounted => TileState::NotAsked,
    };
    let reason = reason(corpus, force, subject, cycle, why);
    let word = tile::tile_word(state).to_string();
    let (note, spoken) = match why {
        MissingGrade::Graded => (Some(NOT_KNOWN_NOTE.to_string()), format!("{word}, {NOT_KNOWN_NOTE}")),
        _ => (None, word.clone()),
    };
    let href = match state {
        TileState::NotAsked => route::address(&State::for_view(View::Crosswalk)),
        _ => tile::public_grades_href(corpus, force, &cycle.id),
    };
    let accessible_name = format!("{spoken}: {}, {}, {}. {reason}", subject.name, force.name, cycle.id);
    (Tile { state, word, note, scale_position: None, accessible_name, href }, reason)
}

/// The note on a tile of a subject that was graded.
const NOT_KNOWN_NOTE: &str = "not known here";

/// Why no grade is known, in a sentence.
fn reason(corpus: &Corpus, force: &Force, subject: &Subject, cycle: &Cycle, why: MissingGrade) -> String {
    let count = corpus.largest_count(&force.id, &cycle.id).map(|count| count.graded);
    match (why, count) {
        (MissingGrade::NotAsked, _) => not_asked(subject, cycle),
        (MissingGrade::NotInReport, _) => "Not part of this report.".to_string(),
        (MissingGrade::NotCounted, Some(n)) => format!("Not one of the {n} areas that were graded."),
        (MissingGrade::NotCounted, None) => "Not one of the areas that were graded.".to_string(),
        (MissingGrade::Graded, Some(n)) => {
            format!("One of the {n} areas that were graded; no page known here states its grade.")
        }
        (MissingGrade::Graded, None) => {
            let noun = if cycle.scale == Scale::FiveTier { "area" } else { "question" };
            format!("Every force got a grade on this {noun}; no page known here states it.")
        }
        (MissingGrade::Unknown, _) => "Whether it was graded is not known here.".to_string(),
    }
}

/// Why a cycle did not ask about a subject, in our reading.
fn not_asked(subject: &Subject, cycle: &Cycle) -> String {
    let note = subject.readings.iter().find(|reading| reading.cycle == cycle.id).and_then(|r| r.note.as_ref());
    match note {
        Some(note) => format!("{note}."),
        None => format!("Not asked about in {}.", cycle.id),
    }
}
