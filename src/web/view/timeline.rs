//! The timeline on wide screens: a grid under a ruler of years. One tab stop; arrow keys move.

use super::tag::{Tag, tag};
use super::{parts, tile};
use crate::model::{Grade, Scale};
use crate::screen::tile::Drawing;
use crate::screen::timeline::{Cell, Head, Marks, Row, Strip, Timeline, key};
use crate::timeline::keys::{Key, step};
use crate::timeline::ruler::Ruler;
use crate::web::browser;
use yew::{Callback, Event};

/// Where in the grid something stands: its heads are row 0, then come the subjects, then the strips.
pub type Place = (usize, usize);

/// The grid. `cell` is the one that the keys have come to, `enter` is told of the next.
pub fn grid(timeline: &Timeline, force: &str, here: &str, cell: Option<Place>, enter: &Callback<Place>) -> Tag {
    let holds = holds(timeline);
    let first = (0..timeline.heads.len()).find(|c| holds[0][*c]).unwrap_or(0);
    let active = cell.unwrap_or((0, first));
    let stop = |place: Place| if place == active { "0" } else { "-1" };
    let moved = enter.clone();
    let press = move |event: Event| {
        let pressed = browser::plain_key_of(&event);
        if let Some(key) = Key::named(&pressed) {
            event.prevent_default();
            let beside = browser::id_of(&event).and_then(|here| beside(&here, key));
            if !beside.is_some_and(|beside| browser::focus(&beside)) {
                let next = step(&holds, active, key);
                browser::focus(&id(next));
                moved.emit(next);
            }
        } else if pressed == "Escape" {
            browser::focus("timeline-heading");
        }
    };
    // A tile that is clicked or reached by a screen reader is where the keys go on from.
    let enter = enter.clone();
    let come = move |event: Event| {
        if let Some(place) = browser::id_of(&event).as_deref().and_then(place) {
            enter.emit(place);
        }
    };
    let table = tag("table")
        .class("timeline")
        .role("grid")
        .aria_label(format!("Timeline of {force}"))
        .on("keydown", press)
        .on("focusin", come)
        .has(columns(&timeline.ruler))
        .has(body(timeline, here, &stop));
    tag("div").class("timeline-frame").has(ruler(timeline)).has(table)
}

fn columns(ruler: &Ruler) -> Tag {
    let column = |width: f64| tag("col").width(parts::percent(width));
    tag("colgroup").has(column(ruler.label)).all(ruler.widths.iter().map(|width| column(*width)))
}

/// All rows. One body: a break runs through all rows, and no cell can run through two bodies.
fn body(timeline: &Timeline, here: &str, stop: &dyn Fn(Place) -> &'static str) -> Tag {
    let rows = timeline.rows.len();
    let strips = timeline.strips.len();
    let all_rows = 1 + rows + if strips == 0 { 0 } else { 1 + strips };
    let corner = tag("th").class("timeline__corner").scope("col").text("Subject ");
    let heads =
        timeline.heads.iter().enumerate().map(|(c, head)| self::head(head, here, (0, c), stop((0, c)), all_rows));
    let findings = tag("th").scope("row").text("Findings ").has(tag("small").text("one mark each"));
    tag("tbody")
        .has(tag("tr").class("timeline__heads").has(corner.has(tag("small").text("our grouping"))).all(heads))
        .all(timeline.rows.iter().enumerate().map(|(r, row)| self::row(timeline, row, r + 1, stop)))
        .maybe((strips > 0).then(|| tag("tr").class("timeline__section").has(findings).all(blanks(timeline))))
        .all(timeline.strips.iter().enumerate().map(|(s, strip)| self::strip(timeline, strip, rows + 1 + s, stop)))
}

/// Which cells can be entered.
fn holds(timeline: &Timeline) -> Vec<Vec<bool>> {
    let heads =
        timeline.heads.iter().map(|head| !matches!(head, Head::NotHeld(found) if found.anchor.is_none())).collect();
    let rows = timeline.rows.iter().map(|row| row.cells.iter().map(|cell| !cell.tiles.is_empty()).collect());
    let strips = timeline.strips.iter().map(|strip| strip.cells.iter().map(Option::is_some).collect());
    std::iter::once(heads).chain(rows).chain(strips).collect()
}

fn id((row, column): Place) -> String {
    format!("cell-{row}-{column}")
}

/// Two judgments on one subject in one report share a cell: the one to the left or right of a tile.
fn beside(here: &str, key: Key) -> Option<String> {
    let numbers = here.strip_prefix("cell-")?;
    let mut parts = numbers.splitn(3, '-');
    let (row, column) = (parts.next()?, parts.next()?);
    let n: usize = parts.next().map_or(Some(0), |n| n.parse().ok())?;
    match key {
        Key::Right => Some(format!("cell-{row}-{column}-{}", n + 1)),
        Key::Left if n == 1 => Some(format!("cell-{row}-{column}")),
        Key::Left if n > 1 => Some(format!("cell-{row}-{column}-{}", n - 1)),
        _ => None,
    }
}

fn place(id: &str) -> Option<Place> {
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The name of a break's place below the timeline.
pub fn break_anchor(cycle: &str) -> String {
    format!("break-{}", crate::model::slug(cycle))
}

fn is_break(timeline: &Timeline, column: usize) -> bool {
    matches!(timeline.heads[column], Head::Break(_))
}

fn blanks(timeline: &Timeline) -> impl Iterator<Item = Tag> {
    (0..timeline.heads.len()).filter(|c| !is_break(timeline, *c)).map(|_| tag("td"))
}

fn head(head: &Head, here: &str, place: Place, stop: &'static str, all_rows: usize) -> Tag {
    let cell = tag("th").scope("col");
    match head {
        Head::Inspection(found) => {
            let name = tag("span").class("unseen").text(": ").text(&found.name);
            let link = tag("a")
                .id(id(place))
                .tabindex(stop)
                .href(&found.href)
                .has(tag("span").class("timeline__cycle").text(&found.cycle))
                .has(tag("span").class("timeline__what").text(&found.what))
                .has(tag("span").class("timeline__date").text(&found.date))
                .has(name);
            let ungraded = if found.ungraded { "Ungraded" } else { "" };
            cell.class("timeline__head").has(link).has(tag("span").class("timeline__ungraded").text(ungraded))
        }
        Head::NotHeld(found) => {
            let word = tag("span").class(tile::class(Drawing::NotHeld(None))).text("Not held");
            let words = tag("span").class("timeline__cycle").text(&found.cycle);
            let part = found.part.as_ref().map(|part| tag("span").class("timeline__date").text(part));
            let name = tag("span").class("unseen").text(": ").text(&found.name);
            let shown = match &found.anchor {
                Some(anchor) => tag("a").id(id(place)).tabindex(stop).href(format!("{here}#{anchor}")),
                None => tag("div"),
            };
            cell.class("timeline__head timeline__head--not-held").has(shown.has(words).has(word).maybe(part).has(name))
        }
        Head::Break(found) => {
            let link = tag("a")
                .id(id(place))
                .tabindex(stop)
                .href(format!("{here}#{}", break_anchor(&found.cycle)))
                .aria_label(format!("Break before {}: {}", found.cycle, found.label))
                .has(tag("span").class("timeline__break-words").text(&found.label));
            cell.class("timeline__break").rowspan(all_rows.to_string()).has(link)
        }
    }
}

fn row(timeline: &Timeline, row: &Row, r: usize, stop: &dyn Fn(Place) -> &'static str) -> Tag {
    let cells = row.cells.iter().enumerate().filter(|(c, _)| !is_break(timeline, *c));
    tag("tr")
        .key(&format!("{}-{}", row.ours, row.name))
        .has(tag("th").scope("row").class("timeline__label").text(&row.name))
        .all(cells.map(|(c, cell)| self::cell(cell, (r, c), stop((r, c)))))
}

fn cell(cell: &Cell, place: Place, stop: &'static str) -> Tag {
    let tiles = cell.tiles.iter().enumerate().map(|(n, (shown, wording))| {
        let (id, stop) = if n == 0 { (id(place), stop) } else { (format!("{}-{n}", id(place)), "-1") };
        tile::link(shown).id(id).tabindex(stop).title(wording)
    });
    tag("td").class(if cell.joined { "timeline__cell timeline__cell--joined" } else { "timeline__cell" }).all(tiles)
}

fn strip(timeline: &Timeline, strip: &Strip, r: usize, stop: &dyn Fn(Place) -> &'static str) -> Tag {
    let class = strip.kind.slug();
    let cells = strip.cells.iter().enumerate().filter(|(c, _)| !is_break(timeline, *c));
    let cell = |(c, found): (usize, &Option<Marks>)| {
        let marks = found.as_ref().map(|found| marks(found, &class, (r, c), stop((r, c))));
        tag("td").class("timeline__cell").maybe(marks)
    };
    tag("tr")
        .key(&class)
        .has(tag("th").scope("row").class("timeline__label").has(parts::mark(&class)).text(strip.kind.plural()))
        .all(cells.map(cell))
}

fn marks(found: &Marks, class: &str, place: Place, stop: &'static str) -> Tag {
    let mark = |_| tag("span").class(format!("mark mark--{class}"));
    tag("a")
        .id(id(place))
        .tabindex(stop)
        .class("marks")
        .href(&found.href)
        .aria_label(&found.name)
        .has(tag("span").class("marks__all").aria_hidden("true").all((0..found.count).map(mark)))
        .has(tag("span").class("marks__count").text(found.count.to_string()))
}

/// Real years, and from each inspection a line down to its column.
fn ruler(timeline: &Timeline) -> Tag {
    let ruler = &timeline.ruler;
    let leads = timeline.heads.iter().enumerate().filter_map(|(c, head)| match head {
        Head::Inspection(found) => Some(lead(parts::percent(found.at?), parts::percent(ruler.middle(c)))),
        _ => None,
    });
    let years = ruler.ticks().collect::<Vec<_>>();
    let ticks =
        years.iter().map(|(_, at)| line(parts::percent(*at), "18", parts::percent(*at), "26").class("ruler__tick"));
    let labels = years.windows(2).map(|pair| {
        let middle = (pair[0].1 + pair[1].1) / 2.0;
        let label = tag("text").class("ruler__year").x(parts::percent(middle)).y("12").text_anchor("middle");
        label.text(pair[0].0.to_string())
    });
    let (first, last) = (years.first().map_or(0.0, |y| y.1), years.last().map_or(100.0, |y| y.1));
    tag("svg")
        .class("ruler")
        .width("100%")
        .height("60")
        .aria_hidden("true")
        .focusable("false")
        .has(line(parts::percent(first), "22", parts::percent(last), "22").class("ruler__line"))
        .has(tag("g").all(ticks))
        .has(tag("g").all(labels))
        .has(tag("g").all(leads))
}

fn lead(x: String, foot: String) -> Tag {
    tag("g")
        .class("ruler__lead")
        .has(line(x.clone(), "22", x.clone(), "30"))
        .has(line(x.clone(), "30", foot.clone(), "52"))
        .has(line(foot.clone(), "52", foot, "60"))
        .has(tag("circle").cx(x).cy("22").r("4"))
}

fn line(x1: String, y1: &'static str, x2: String, y2: &'static str) -> Tag {
    tag("line").x1(x1).y1(y1).x2(x2).y2(y2)
}

/// How to read grades and states: a key for each scale, and one for what is no grade.
pub fn keys(timeline: &Timeline) -> Tag {
    let states = [
        (Drawing::CarriedForward(Grade::Good), "Good", "carried forward from the year it says"),
        (Drawing::Ungraded, "Ungraded", "assessed, no grade given"),
        (Drawing::Pending, "Pending", "not yet completed when published"),
        (Drawing::NotInspected, "Not inspected", "not part of that inspection"),
        (Drawing::NotHeld(Some(Grade::Good)), "Good", "the report is not held here; a public page states its grade"),
        (
            Drawing::NotHeld(None),
            "Not held",
            "the report is not held here, and no page that states its grades is known",
        ),
    ];
    let state = |(drawing, word, meaning)| {
        let tile = tag("span").class(tile::class(drawing)).has(tag("span").class("tile__word").text(word));
        tag("li").has(tile).text(" ").text(meaning)
    };
    let states = tag("ul").all(states.map(state));
    tag("div")
        .class("legend")
        .aria_label("Key")
        .role("group")
        .all(timeline.keys.iter().map(|scale| scale_key(*scale)))
        .has(tag("div").class("key key--states").has(tag("h3").text("No new grade")).has(states))
}

fn scale_key(scale: Scale) -> Tag {
    let grades = key(scale).map(|(grade, ladder)| {
        let tile = tag("span")
            .class(tile::class(Drawing::Graded(grade)))
            .has(tag("span").class("tile__ladder").has(tile::ladder(ladder)))
            .has(tag("span").class("tile__word").text(grade.word()));
        tag("li").has(tile)
    });
    let name = match scale {
        Scale::FiveTier => "Five grades, from 2021/22",
        _ => "Four grades, to 2018/19",
    };
    tag("div").key(name).class("key").has(tag("h3").text(name)).has(tag("ul").all(grades))
}
