//! The timeline as a plain table: the same content in words, without geometry.

use crate::screen::timeline::{Cell, Head, Marks, Timeline};
use yew::prelude::*;

/// Draws it.
pub fn table(timeline: &Timeline, force: &str) -> Html {
    let rows = timeline.rows.iter().map(|row| html! {
        <tr key={format!("{}-{}", row.ours, row.name)}>
            <th scope="row">{ &row.name }</th>
            { for row.cells.iter().zip(&timeline.heads).enumerate().map(|(c, (cell, head))| html! { <td key={c}>{ words(cell, head) }</td> }) }
        </tr>
    });
    let strips = timeline.strips.iter().map(|strip| html! {
        <tr key={strip.kind.slug()}>
            <th scope="row">{ strip.kind.plural() }</th>
            { for strip.cells.iter().enumerate().map(|(c, marks)| html! { <td key={c}>{ for marks.as_ref().map(count) }</td> }) }
        </tr>
    });
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={format!("Grades and findings of {force}, as a table")}>
            <table class="plain">
                <caption>{ format!("{force}: grades by subject and numbers of findings by kind, a column for each inspection") }</caption>
                <thead><tr><th scope="col">{ "Subject (our grouping)" }</th>{ for timeline.heads.iter().enumerate().map(|(c, h)| head(c, h)) }</tr></thead>
                <tbody>{ for rows }</tbody>
                <tbody>{ for strips }</tbody>
            </table>
        </div>
    }
}

fn head(c: usize, head: &Head) -> Html {
    match head {
        Head::Inspection(found) => {
            html! { <th key={c} scope="col"><a href={found.href.clone()}>{ &found.what }{ " " }{ &found.cycle }</a>{ ", " }{ &found.date }</th> }
        }
        Head::NotHeld { cycle, .. } => html! { <th key={c} scope="col">{ cycle }{ ", not held" }</th> },
        Head::Break(found) => html! { <th key={c} scope="col" class="plain__break">{ &found.label }</th> },
    }
}

fn words(cell: &Cell, head: &Head) -> Html {
    let judgment = |(n, (shown, wording)): (usize, &(crate::screen::tile::Tile, String))| {
        let note = shown.note.as_ref().map(|note| format!(", {note}")).unwrap_or_default();
        html! { <span key={n} class="plain__judgment"><a href={shown.href.clone()}>{ &shown.word }{ note }</a><br /><small>{ wording }</small></span> }
    };
    match (cell.tiles.is_empty(), head) {
        (false, _) => cell.tiles.iter().enumerate().map(judgment).collect(),
        (true, Head::Inspection(_)) => html! { { "–" } },
        (true, _) => html! { { "" } },
    }
}

fn count(marks: &Marks) -> Html {
    html! { <a href={marks.href.clone()} aria-label={marks.name.clone()}>{ marks.count }</a> }
}
