//! A judgment as a tile: its word, its ladder, its colour, in that order.

use super::tag::{Tag, tag, text};
use crate::model::Ladder;
use crate::screen::tile::{Drawing, Tile};

/// The tile's look, without a link.
pub fn face(tile: &Tile) -> Tag {
    let note = tile.note.as_ref().map(|note| text(format!(" {note}")));
    tag("span")
        .class(class(tile.drawing))
        .has(tag("span").class("tile__ladder").maybe(tile.ladder.map(ladder)))
        .has(tag("span").class("tile__word").text(&tile.word))
        .has(tag("span").class("tile__note").maybe(note))
}

/// The tile, leading to its judgment.
pub fn link(tile: &Tile) -> Tag {
    tag("a").class("tile-link").href(&tile.href).aria_label(&tile.name).has(face(tile))
}

/// The class names of a drawing.
pub fn class(drawing: Drawing) -> String {
    let (state, grade) = match drawing {
        Drawing::Graded(grade) => ("graded", Some(grade)),
        Drawing::CarriedForward(grade) => ("carried", Some(grade)),
        Drawing::Ungraded => ("ungraded", None),
        Drawing::Pending => ("pending", None),
        Drawing::NotInspected => ("not-inspected", None),
        Drawing::NotHeld(grade) => ("not-held", grade),
    };
    let grade = grade.map(|grade| format!(" tile--{}", crate::model::slug(grade.word()))).unwrap_or_default();
    format!("tile tile--{state}{grade}")
}

/// Bars of four or five, filled as far as the grade goes.
pub fn ladder(ladder: Ladder) -> Tag {
    let width = u32::from(ladder.of) * 5;
    let bar = |n: u8| {
        let height = 4 + u32::from(n) * 2;
        tag("rect")
            .class(if n < ladder.filled { "ladder__bar ladder__bar--filled" } else { "ladder__bar" })
            .x((u32::from(n) * 5).to_string())
            .y((14 - height).to_string())
            .width("3.5")
            .height(height.to_string())
    };
    tag("svg")
        .class("ladder")
        .width(width.to_string())
        .height("14")
        .view_box(format!("0 0 {width} 14"))
        .aria_hidden("true")
        .focusable("false")
        .all((0..ladder.of).map(bar))
}
