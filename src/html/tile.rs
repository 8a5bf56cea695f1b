//! A judgment as a tile. Its meaning is carried by the word first, then the ladder, then the colour.

use crate::node::{Node, element, text};
use explore::pages::tile::{Tile, TileState};
use model::ScalePosition;

/// The tile without a link.
pub fn face<A>(tile: &Tile) -> Node<A> {
    let note = tile.note.as_ref().map(|note| text(format!(" {note}")));
    element("span")
        .class(class_names(tile.state))
        .child(element("span").class("tile__ladder").child_opt(tile.scale_position.map(scale_ladder)))
        .child(element("span").class("tile__word").text(&tile.word))
        .child(element("span").class("tile__note").child_opt(note))
}

/// The tile as a link to its judgment.
pub fn link<A>(tile: &Tile) -> Node<A> {
    element("a").class("tile-link").href(&tile.href).aria_label(&tile.accessible_name).child(face(tile))
}

/// The CSS classes for a way of drawing: "tile tile--graded tile--good".
pub fn class_names(drawing: TileState) -> String {
    let (state, grade) = match drawing {
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

/// The ladder as an SVG: a bar for each grade of the scale (four or five), filled up to the grade.
pub fn scale_ladder<A>(ladder: ScalePosition) -> Node<A> {
    /// The distance between the left edges of two bars, of which 4 are the bar.
    const STEP: u32 = 6;
    /// The height of the drawing, which is that of the tallest bar of five.
    const HEIGHT: u32 = 18;
    let width = u32::from(ladder.step_count) * STEP - 2;
    let bar = |n: u8| {
        let height = 6 + u32::from(n) * 3;
        element("rect")
            .class(if n < ladder.step { "ladder__bar ladder__bar--filled" } else { "ladder__bar" })
            .x((u32::from(n) * STEP).to_string())
            .y((HEIGHT - height).to_string())
            .width("4")
            .height(height.to_string())
    };
    element("svg")
        .class("ladder")
        .width(width.to_string())
        .height(HEIGHT.to_string())
        .view_box(format!("0 0 {width} {HEIGHT}"))
        .aria_hidden("true")
        .focusable("false")
        .children((0..ladder.step_count).map(bar))
}
