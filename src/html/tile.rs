//! A judgment as a tile. Its meaning is carried by the word first, then the ladder, then the colour.

use crate::node::{Node, element, text};
use explore::pages::tile::Tile;
use model::{GradeFace, ScalePosition};

/// The tile without a link.
pub fn face<A>(tile: &Tile) -> Node<A> {
    drawn_face(tile.state.class_names(), tile.scale_position, &tile.word, tile.note.as_ref())
}

/// The same of a prepared tile.
pub fn prepared_face<A>(face: &GradeFace) -> Node<A> {
    drawn_face(face.classes.clone(), face.scale_position, &face.word, face.note.as_ref())
}

fn drawn_face<A>(classes: String, position: Option<ScalePosition>, word: &String, note: Option<&String>) -> Node<A> {
    element("span")
        .class(classes)
        .child(element("span").class("tile__ladder").child_opt(position.map(scale_ladder)))
        .child(element("span").class("tile__word").text(word))
        .child(element("span").class("tile__note").child_opt(note.map(|note| text(format!(" {note}")))))
}

/// The tile as a link to its judgment.
pub fn link<A>(tile: &Tile) -> Node<A> {
    element("a").class("tile-link").href(&tile.href).aria_label(&tile.accessible_name).child(face(tile))
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
