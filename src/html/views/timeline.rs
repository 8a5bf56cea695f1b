//! The timeline on wide screens: a grid. It is one tab stop; arrow keys move within it.

use crate::node::{EventDetails, EventResponse, Node, element};
use crate::{components, tile};
use explore::pages::legend::{LETTERS, LegendState, scale_key};
use explore::pages::tile::TileState;
use explore::pages::timeline::{FindingMarks, FindingsRow, Timeline, TimelineCell, TimelineHead, TimelineRow};
use explore::route::Anchor;
use explore::state::Action;
use explore::timeline::navigation::{GridCell, NavigationKey};
use model::Scale;

/// The grid. `cell` is the tab stop, from which arrow keys start; by default the first tile.
pub fn grid(timeline: &Timeline, force: &str, own_address: &str, cell: Option<GridCell>) -> Node<Action> {
    let tiles = timeline.focusable_counts();
    let first = tiles[0].iter().position(|n| *n > 0).unwrap_or(0);
    let active = cell.unwrap_or(GridCell::first_tile(0, first));
    let tabindex = |position: GridCell| if position == active { "0" } else { "-1" };
    let table = element("table")
        .class("timeline")
        .role("grid")
        .aria_label(format!("Timeline of {force}"))
        .on("keydown", EventResponse::FromEvent(key_action))
        // A tile that is clicked or reached by a screen reader becomes the cell that the arrow keys start from.
        .on("focusin", EventResponse::FromEvent(|event| GridCell::from_element_id(&event.id).map(Action::FocusCell)))
        .child(column_group(timeline))
        .child(table_body(timeline, own_address, &tabindex));
    element("div").class("timeline-frame").child(table)
}

fn key_action(event: &EventDetails) -> Option<Action> {
    match NavigationKey::from_name(&event.key) {
        Some(key) => Some(Action::PressKey(GridCell::from_element_id(&event.id)?, key)),
        None => (event.key == "Escape").then_some(Action::LeaveTimeline),
    }
}

/// The columns: breaks are narrow, all others have the same width.
fn column_group(timeline: &Timeline) -> Node<Action> {
    let column = |(c, head): (usize, &TimelineHead)| match head {
        TimelineHead::Break(_) => element("col").class("timeline__break-column"),
        TimelineHead::Inspection(found) if found.is_ungraded => element("col").class("timeline__ungraded-column"),
        _ if timeline.newest_column == Some(c) => element("col").class("timeline__newest-column"),
        _ => element("col"),
    };
    element("colgroup")
        .child(element("col").class("timeline__label-column"))
        .children(timeline.heads.iter().enumerate().map(column))
}

/// All rows. They are in one `tbody`, because the cell of a break spans all rows and a cell cannot span two of them.
fn table_body(timeline: &Timeline, own_address: &str, tabindex: &dyn Fn(GridCell) -> &'static str) -> Node<Action> {
    let rows = timeline.rows.len();
    let strips = timeline.findings_rows.len();
    let all_rows = 1 + rows + if strips == 0 { 0 } else { 1 + strips };
    let corner = element("th").class("timeline__corner").scope("col").text("Subject ");
    let heads = timeline.heads.iter().enumerate().map(|(c, head)| {
        self::head_cell(head, own_address, GridCell::first_tile(0, c), tabindex(GridCell::first_tile(0, c)), all_rows)
    });
    let findings = element("th").scope("row").text("Findings ").child(element("small").text("one mark each"));
    element("tbody")
        .child(
            element("tr")
                .class("timeline__heads")
                .child(corner.child(element("small").text("our grouping")))
                .children(heads),
        )
        .children(timeline.rows.iter().enumerate().map(|(r, row)| self::subject_row(timeline, row, r + 1, tabindex)))
        .child_opt(
            (strips > 0)
                .then(|| element("tr").class("timeline__section").child(findings).children(blank_cells(timeline))),
        )
        .children(
            timeline
                .findings_rows
                .iter()
                .enumerate()
                .map(|(s, strip)| self::findings_row(timeline, strip, rows + 1 + s, tabindex)),
        )
}

fn is_break_column(timeline: &Timeline, column: usize) -> bool {
    matches!(timeline.heads[column], TimelineHead::Break(_))
}

fn blank_cells(timeline: &Timeline) -> impl Iterator<Item = Node<Action>> {
    (0..timeline.heads.len()).filter(|c| !is_break_column(timeline, *c)).map(|_| element("td"))
}

fn head_cell(
    head: &TimelineHead,
    own_address: &str,
    position: GridCell,
    tabindex: &'static str,
    all_rows: usize,
) -> Node<Action> {
    let cell = element("th").scope("col");
    match head {
        TimelineHead::Inspection(found) => {
            let name = element("span").class("unseen").text(": ").text(&found.name);
            let link = element("a")
                .id(position.element_id())
                .tabindex(tabindex)
                .href(&found.href)
                .child(element("span").class("timeline__cycle").text(&found.cycle))
                .child(element("span").class("timeline__what").text(&found.inspection_name))
                .child(element("span").class("timeline__date").text(&found.date))
                .child_opt(found.has_others.then(|| element("span").class("timeline__date").text("Others not held")))
                .child(name);
            let ungraded = if found.is_ungraded { "Ungraded" } else { "" };
            cell.class("timeline__head").child(link).child(element("span").class("timeline__ungraded").text(ungraded))
        }
        TimelineHead::NotHeld(found) => {
            let status = element("span").class("timeline__date").text("Not held");
            let cycle = element("span").class("timeline__cycle").text(&found.cycle);
            let date = element("span").class("timeline__date").text(&found.date);
            let part = found.known_part.as_ref().map(|part| element("span").class("timeline__date").text(part));
            let name = element("span").class("unseen").text(": ").text(&found.name);
            let link = element("a")
                .id(position.element_id())
                .tabindex(tabindex)
                .href(format!("{own_address}#{}", found.anchor))
                .child(cycle)
                .child(date)
                .child(status)
                .child_opt(part)
                .child(name);
            cell.class("timeline__head timeline__head--not-held").child(link)
        }
        TimelineHead::Break(found) => {
            let link = element("a")
                .id(position.element_id())
                .tabindex(tabindex)
                .href(format!("{own_address}#{}", Anchor::for_break(&found.cycle)))
                .aria_label(format!("Break before {}: {}", found.cycle, found.label))
                .child(element("span").class("timeline__break-words").text(&found.label));
            cell.class("timeline__break").rowspan(all_rows.to_string()).child(link)
        }
    }
}

fn subject_row(
    timeline: &Timeline,
    row: &TimelineRow,
    r: usize,
    tabindex: &dyn Fn(GridCell) -> &'static str,
) -> Node<Action> {
    let cells = row.cells.iter().enumerate().filter(|(c, _)| !is_break_column(timeline, *c));
    element("tr")
        .key(format!("{}-{}", row.is_subject, row.name))
        .child(element("th").scope("row").class("timeline__label").text(&row.name))
        .children(cells.map(|(c, cell)| self::tile_cell(cell, GridCell::first_tile(r, c), tabindex)))
}

fn tile_cell(cell: &TimelineCell, position: GridCell, tabindex: &dyn Fn(GridCell) -> &'static str) -> Node<Action> {
    let tiles = cell.tiles.iter().enumerate().map(|(n, (shown, wording))| {
        let place = GridCell { tile: n, ..position };
        tile::link(shown).id(place.element_id()).tabindex(tabindex(place)).title(wording)
    });
    element("td")
        .class(if cell.is_joined { "timeline__cell timeline__cell--joined" } else { "timeline__cell" })
        .children(tiles)
}

fn findings_row(
    timeline: &Timeline,
    row: &FindingsRow,
    r: usize,
    tabindex: &dyn Fn(GridCell) -> &'static str,
) -> Node<Action> {
    let class = &row.class;
    let cells = row.cells.iter().enumerate().filter(|(c, _)| !is_break_column(timeline, *c));
    let cell = |(c, found): (usize, &Option<FindingMarks>)| {
        let marks = found
            .as_ref()
            .map(|found| finding_marks(found, class, GridCell::first_tile(r, c), tabindex(GridCell::first_tile(r, c))));
        element("td").class("timeline__cell").child_opt(marks)
    };
    element("tr")
        .key(class)
        .child(element("th").scope("row").class("timeline__label").child(components::kind_symbol(class)).text(row.name))
        .children(cells.map(cell))
}

fn finding_marks(found: &FindingMarks, class: &str, position: GridCell, tabindex: &'static str) -> Node<Action> {
    let mark = |_| element("span").class(format!("mark mark--{class}"));
    let (marks, words) = match found.dates.is_empty() {
        true => (found.count, found.count.to_string()),
        false => (0, found.dates.clone()),
    };
    element("a")
        .id(position.element_id())
        .tabindex(tabindex)
        .class("marks")
        .href(&found.href)
        .aria_label(&found.name)
        .child(element("span").class("marks__all").aria_hidden("true").children((0..marks).map(mark)))
        .child(element("span").class("marks__count").text(words))
}

/// The legend: one key for each scale of grades, and one for the states other than a new grade. It has what is drawn.
pub fn legend(timeline: &Timeline) -> Node<Action> {
    let state = |state: &LegendState| {
        let word = element("span").class("tile__word").text(state.word);
        let tile = element("span").class(state.state.class_names()).child(word);
        element("li").child(tile).text(" ").text(state.meaning)
    };
    let states = element("ul").children(timeline.legend_states.iter().map(state));
    let other = element("div").class("key key--states").child(element("h3").text("Other states")).child(states);
    element("div")
        .class("legend")
        .aria_label("Key")
        .role("group")
        .children(timeline.legend_scales.iter().map(|scale| scale_legend(*scale)))
        .child_opt((!timeline.legend_states.is_empty()).then_some(other))
        .child(components::note(LETTERS))
}

fn scale_legend(scale: Scale) -> Node<Action> {
    let grades = scale_key(scale).map(|(grade, ladder)| {
        let tile = element("span")
            .class(TileState::Graded(grade).class_names())
            .child(element("span").class("tile__ladder").child(tile::scale_ladder(ladder)))
            .child(element("span").class("tile__word").text(grade.name()));
        element("li").child(tile)
    });
    let name = match scale {
        Scale::FiveTier => "Five grades, from 2021/22",
        _ => "Four grades, to 2018/19",
    };
    element("div").key(name).class("key").child(element("h3").text(name)).child(element("ul").children(grades))
}
