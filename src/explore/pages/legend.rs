//! The legend of a timeline: the grades of each scale, and the states that are drawn.

use crate::pages::tile::TileState;
use crate::pages::timeline::TimelineRow;
use model::{Grade, Scale, ScalePosition};

/// A state in the legend: how it is drawn, with its word and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendState {
    /// How it is drawn. Where it has a grade, that is an example.
    pub state: TileState,
    /// The word on the tile.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// Every state other than a new grade from a report held.
const STATES: [LegendState; 11] = [
    state(TileState::CarriedForward(Grade::Good), "Good", "carried forward from the year shown"),
    state(TileState::Ungraded, "Ungraded", "assessed, no grade given"),
    state(TileState::NotGraded, "Not graded", "not one of the areas that a page counts"),
    state(TileState::Pending, "Pending", "not yet completed when the report was published"),
    state(TileState::NotInspected, "Not inspected", "not part of that inspection"),
    state(TileState::NotHeld(Grade::Good), "Good", "report not held; a public page states its grade"),
    state(TileState::Press(Grade::Good), "Good", "report not held; the grade is reported by the press"),
    state(TileState::GradedNotKnown, "Graded", "graded; the grade is not known here"),
    state(TileState::NotKnown, "Not known", "whether it was graded is not known here"),
    state(TileState::NotAsked, "Not asked", "not asked in that inspection"),
    state(TileState::Direction, "“says”", "the report’s words on the grade above and an earlier one"),
];

const fn state(state: TileState, word: &'static str, meaning: &'static str) -> LegendState {
    LegendState { state, word, meaning }
}

/// What the letters stand for that replace words where there is no room for them.
pub const LETTERS: &str = "Where there is no room for words: O Outstanding, G Good, A Adequate, RI Requires improvement, \
                           I Inadequate; “*” carried forward; “?” graded, not known here; “(?)” not known whether it was \
                           graded; “…” pending; “–” no grade given; “·” not asked.";

/// The same in few words, for slides.
pub const SHORT_LETTERS: &str = "O Outstanding, G Good, A Adequate, RI Requires improvement, I Inadequate; * carried forward, \
                                 ? graded, not known here, (?) not known whether graded, … pending, – no grade given, · not \
                                 asked.";

/// The states that any of the tiles has.
pub fn legend_states(rows: &[TimelineRow]) -> Vec<LegendState> {
    let mut drawn = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.tiles).map(|(tile, _)| tile.state);
    let kinds: Vec<_> = drawn.by_ref().map(|state| std::mem::discriminant(&state)).collect();
    STATES.into_iter().filter(|legend| kinds.contains(&std::mem::discriminant(&legend.state))).collect()
}

/// The grades of a scale with their positions, best first.
pub fn scale_key(scale: Scale) -> impl Iterator<Item = (Grade, ScalePosition)> {
    scale.grades().iter().filter_map(move |grade| Some((*grade, scale.position_of(*grade)?)))
}
