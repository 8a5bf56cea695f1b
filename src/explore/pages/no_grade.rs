//! The tiles of subjects on which no grade is known: what is known instead, and why.

use crate::pages::tile::{self, Tile, TileState};
use crate::route;
use crate::state::{State, View};
use corpus::{Corpus, MissingGrade};
use model::{Cycle, Force, GradedForces, Scale, Subject};

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
        MissingGrade::NoGradeGiven => TileState::Ungraded,
        MissingGrade::NotCounted => TileState::NotGraded,
        MissingGrade::NotAsked | MissingGrade::NotInReport => TileState::NotAsked,
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

/// Why no grade is known, in sentences.
fn reason(corpus: &Corpus, force: &Force, subject: &Subject, cycle: &Cycle, why: MissingGrade) -> String {
    let count = corpus.largest_count(&force.id, &cycle.id).map(|count| count.graded);
    let (noun, noun_with_article) =
        if cycle.scale == Scale::FiveTier { ("area", "an area") } else { ("question", "a question") };
    let reading = subject.reading_in(cycle);
    let note = reading.and_then(|reading| reading.note.as_deref());
    match (why, count) {
        (MissingGrade::NotAsked, _) => match note {
            Some(note) => format!("{note}."),
            None => format!("Not {noun_with_article} of its own in {}.", cycle.id),
        },
        (MissingGrade::NotInReport, _) => "Not part of this report.".to_string(),
        (MissingGrade::NoGradeGiven, _) => {
            let none = match reading.and_then(|reading| reading.graded) {
                Some(GradedForces::No) => format!("No force got a grade on this {noun} in {}.", cycle.id),
                _ => "No grade was given.".to_string(),
            };
            note.map_or(none.clone(), |note| format!("{none} {note}."))
        }
        (MissingGrade::NotCounted, count) => {
            let areas = count.map(|n| format!("{n} ")).unwrap_or_default();
            format!(
                "Not one of the {areas}areas that a page counts, all of which are known. Whether it was inspected is not known \
                 here."
            )
        }
        (MissingGrade::Graded, Some(n)) => {
            format!("Graded, as far as can be told from a count of {n} areas; no page known here states its grade.")
        }
        (MissingGrade::Graded, None) => {
            let every =
                if reading.is_some_and(|reading| !reading.except.is_empty()) { "Nearly every" } else { "Every" };
            format!(
                "{every} force got a grade on this {noun}, as we understand the round; no page known here states it."
            )
        }
        (MissingGrade::Unknown, _)
            if reading.is_some_and(|reading| reading.graded == Some(GradedForces::Separately)) =>
        {
            format!("In {} this was graded in reports of its own, which this site does not have.", cycle.id)
        }
        (MissingGrade::Unknown, _) if reading.is_none() => {
            format!("Whether it was asked about in {} is not known here.", cycle.id)
        }
        (MissingGrade::Unknown, _) => "Whether it was graded is not known here.".to_string(),
    }
}
