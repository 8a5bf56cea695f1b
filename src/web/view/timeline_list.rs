//! The timeline on narrow screens: the same rows as a list by report, newest first.

use super::{parts, tile};
use crate::screen::Link;
use crate::screen::timeline::{Head, Timeline};
use yew::prelude::*;

/// Draws it.
pub fn list(timeline: &Timeline) -> Html {
    let entries = timeline.heads.iter().enumerate().rev().map(|(c, head)| match head {
        Head::Inspection(found) => html! {
            <li key={c} class="entry">
                <h3 class="entry__head"><a href={found.href.clone()}>{ format!("{} {}", found.what, found.cycle) }</a></h3>
                <p class="note">{ format!("Published {}", found.date) }{ if found.ungraded { ". Ungraded: it gives no grades." } else { "" } }</p>
                <dl class="entry__tiles">{ for judgments(timeline, c) }</dl>
                <p class="entry__counts">{ parts::inline_links(&counts(timeline, c)) }</p>
            </li>
        },
        Head::NotHeld { cycle, .. } => html! { <li key={c} class="entry entry--not-held">{ format!("{cycle}: no report held here") }</li> },
        Head::Break(found) => html! { <li key={c} class="entry entry--break">{ &found.label }</li> },
    });
    html! { <ol class="entries">{ for entries }</ol> }
}

fn judgments(timeline: &Timeline, column: usize) -> Vec<Html> {
    let shown =
        timeline.rows.iter().flat_map(|row| row.cells[column].tiles.iter().map(move |(tile, _)| (&row.name, tile)));
    let entry = |(name, shown): (&String, &crate::screen::tile::Tile)| {
        html! {
            <div key={shown.href.clone()} class="entry__tile">
                <dt>{ name }</dt>
                <dd><a class="tile-link" href={shown.href.clone()} aria-label={shown.name.clone()}>{ tile::face(shown) }</a></dd>
            </div>
        }
    };
    shown.map(entry).collect()
}

fn counts(timeline: &Timeline, column: usize) -> Vec<Link> {
    let marks = timeline.strips.iter().filter_map(|strip| Some((strip, strip.cells[column].as_ref()?)));
    let link = |(strip, marks): (&crate::screen::timeline::Strip, &crate::screen::timeline::Marks)| {
        let name = if marks.count == 1 { strip.kind.name() } else { strip.kind.plural() };
        Link { href: marks.href.clone(), text: format!("{} {}", marks.count, name.to_ascii_lowercase()) }
    };
    marks.map(link).collect()
}
