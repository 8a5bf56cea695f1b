//! The timeline on narrow screens: a list by subject, each with its grades in order of time and the breaks between them.

use crate::node::{Node, element};
use crate::tile;
use explore::pages::tile::{Tile, TileState};
use explore::pages::timeline::{Timeline, TimelineHead, TimelineRow};

/// An entry for each subject. Closed, it shows the grades as letters; open, as words with their dates.
pub fn subject_list<A>(timeline: &Timeline) -> Node<A> {
    element("ol").class("subjects").children(timeline.rows.iter().map(|row| subject_entry(timeline, row)))
}

fn subject_entry<A>(timeline: &Timeline, row: &TimelineRow) -> Node<A> {
    let summary = element("summary")
        .child(element("span").class("subjects__name").text(&row.name))
        .child(element("span").class("strip").aria_hidden("true").children(strip(timeline, row)));
    let grades =
        element("ol").class("subjects__grades").children(columns(timeline, row).map(|(head, tiles)| match head {
            TimelineHead::Break(found) => element("li").class("subjects__break").text(&found.label),
            head => inspection_entry(head, tiles),
        }));
    element("li").key(format!("{}-{}", row.is_subject, row.name)).child(element("details").child(summary).child(grades))
}

/// The columns of a row that say something about its subject: those before it was first asked about are left out, and
/// so is a break before the first of them.
fn columns<'t>(
    timeline: &'t Timeline,
    row: &'t TimelineRow,
) -> impl Iterator<Item = (&'t TimelineHead, &'t [(Tile, String)])> {
    let columns = timeline.heads.iter().zip(row.cells.iter().map(|cell| cell.tiles.as_slice()));
    columns.skip_while(|(_, tiles)| tiles.iter().all(|(tile, _)| tile.state == TileState::NotAsked))
}

fn strip<'t, A: 't>(timeline: &'t Timeline, row: &'t TimelineRow) -> impl Iterator<Item = Node<A>> + 't {
    columns(timeline, row).flat_map(|(head, tiles)| {
        let is_break = matches!(head, TimelineHead::Break(_));
        let mark = is_break.then(|| element("span").class("strip__break"));
        mark.into_iter().chain(tiles.iter().map(|(shown, _)| tile::face(shown)))
    })
}

fn inspection_entry<A>(head: &TimelineHead, tiles: &[(Tile, String)]) -> Node<A> {
    let (cycle, date) = match head {
        TimelineHead::Inspection(found) => (found.cycle.as_str(), found.date.as_str()),
        TimelineHead::NotHeld(found) => (found.cycle.as_str(), found.date.as_str()),
        TimelineHead::Break(_) => ("", ""),
    };
    let date = if date == cycle { String::new() } else { date.to_string() };
    let when = element("span").class("subjects__when").text(cycle.to_string()).child(element("small").text(date));
    let tile = |(shown, wording): &(Tile, String)| {
        element("span")
            .class("subjects__grade")
            .child(tile::link(shown))
            .child(element("small").class("note").text(wording))
    };
    element("li").child(when).child(element("span").children(tiles.iter().map(tile)))
}
