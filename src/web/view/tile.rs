//! A judgment as a tile: its word, its ladder, its colour, in that order.

use crate::model::Ladder;
use crate::screen::tile::{Drawing, Tile};
use yew::prelude::*;

/// The tile's look, without a link.
pub fn face(tile: &Tile) -> Html {
    html! {
        <span class={class(tile.drawing)}>
            <span class="tile__ladder">{ for tile.ladder.map(ladder) }</span>
            <span class="tile__word">{ &tile.word }</span>
            <span class="tile__note">{ for tile.note.as_ref().map(|note| format!(" {note}")) }</span>
        </span>
    }
}

/// The class names of a drawing.
pub fn class(drawing: Drawing) -> Classes {
    let (state, grade) = match drawing {
        Drawing::Graded(grade) => ("graded", Some(grade)),
        Drawing::CarriedForward(grade) => ("carried", Some(grade)),
        Drawing::Ungraded => ("ungraded", None),
        Drawing::Pending => ("pending", None),
        Drawing::NotInspected => ("not-inspected", None),
        Drawing::NotHeld => ("not-held", None),
    };
    let grade = grade.map(|g| format!("tile--{}", crate::model::slug(g.word())));
    classes!("tile", format!("tile--{state}"), grade)
}

/// Bars of four or five, filled as far as the grade goes.
pub fn ladder(ladder: Ladder) -> Html {
    let width = u32::from(ladder.of) * 5;
    let bar = |n: u8| {
        let height = 4 + u32::from(n) * 2;
        let class = if n < ladder.filled { "ladder__bar ladder__bar--filled" } else { "ladder__bar" };
        html! { <rect key={n} {class} x={(u32::from(n) * 5).to_string()} y={(14 - height).to_string()} width="3.5" height={height.to_string()} /> }
    };
    html! {
        <svg class="ladder" width={width.to_string()} height="14" viewBox={format!("0 0 {width} 14")} aria-hidden="true" focusable="false">
            { for (0..ladder.of).map(bar) }
        </svg>
    }
}
