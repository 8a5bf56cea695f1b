//! The timeline on narrow screens: a list by subject, each with its grades in order of time and the breaks between them.

use crate::node::{Node, element, fragment};
use crate::tile;
use explore::pages::tile::{Tile, TileState};
use explore::pages::timeline::{InspectionHead, NotHeldHead, Timeline, TimelineHead, TimelineRow};

/// An entry for each subject, under a row of years. Closed, it shows the grades as letters; open, as words with dates.
pub fn subject_list<A>(timeline: &Timeline) -> Node<A> {
    let years = timeline.heads.iter().map(|head| match head {
        TimelineHead::Break(_) => strip_break(),
        TimelineHead::Inspection(InspectionHead { cycle, .. }) | TimelineHead::NotHeld(NotHeldHead { cycle, .. }) => {
            // A line may break after the stroke.
            element("span").class("strip__cell").text(cycle.replace('/', "/\u{200b}"))
        }
    });
    fragment()
        .child(element("p").class("strip strip--years").aria_hidden("true").children(years))
        .child(element("ol").class("subjects").children(timeline.rows.iter().map(|row| subject_entry(timeline, row))))
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

/// The columns of a row from the first in which its subject was asked about.
fn columns<'t>(
    timeline: &'t Timeline,
    row: &'t TimelineRow,
) -> impl Iterator<Item = (&'t TimelineHead, &'t [(Tile, String)])> {
    let columns = timeline.heads.iter().zip(row.cells.iter().map(|cell| cell.tiles.as_slice()));
    columns.skip_while(|(_, tiles)| tiles.iter().all(|(tile, _)| tile.state == TileState::NotAsked))
}

fn strip<'t, A: 't>(timeline: &'t Timeline, row: &'t TimelineRow) -> impl Iterator<Item = Node<A>> + 't {
    timeline.heads.iter().zip(&row.cells).map(|(head, cell)| match head {
        TimelineHead::Break(_) => strip_break(),
        _ => {
            let judged = cell.tiles.iter().filter(|(shown, _)| shown.state != TileState::Direction);
            element("span").class("strip__cell").children(judged.map(|(shown, _)| tile::face(shown)))
        }
    })
}

fn strip_break<A>() -> Node<A> {
    element("span").class("strip__break")
}

fn inspection_entry<A>(head: &TimelineHead, tiles: &[(Tile, String)]) -> Node<A> {
    let (cycle, date) = match head {
        // The date is that of the report held, and not that of others of the same round.
        TimelineHead::Inspection(found) => {
            let is_any = |is: fn(TileState) -> bool| tiles.iter().any(|(tile, _)| is(tile.state));
            let date = if is_any(TileState::is_of_held_report) {
                found.date.as_str()
            } else if is_any(|state| matches!(state, TileState::NotHeld(_) | TileState::Press(_))) {
                "other report"
            } else {
                ""
            };
            (found.cycle.as_str(), date)
        }
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
