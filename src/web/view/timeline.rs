//! The timeline on wide screens: a grid under a ruler of years. One tab stop; arrow keys move.

use super::tile;
use crate::model::Scale;
use crate::screen::tile::Drawing;
use crate::screen::timeline::{Cell, Head, Marks, Row, Strip, Timeline, key};
use crate::timeline::keys::{Key, step};
use crate::web::browser;
use std::rc::Rc;
use yew::prelude::*;

/// The grid's content.
#[derive(Clone, Properties)]
pub struct GridProps {
    pub timeline: Rc<Timeline>,
    pub force: String,
    /// The address of the page, for places on it.
    pub here: String,
}

/// Comparing pointers, not tiles: a timeline that was selected anew is drawn anew.
impl PartialEq for GridProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.timeline, &other.timeline)
    }
}

/// Where in the grid something stands: its heads are row 0, then come the subjects, then the strips.
type Place = (usize, usize);

/// The grid. A component for one reason: it remembers which cell the keys have come to.
#[component]
pub fn TimelineGrid(props: &GridProps) -> Html {
    let timeline: &Timeline = &props.timeline;
    let holds = holds(timeline);
    let first = (0..holds.first().map_or(0, Vec::len)).find(|c| holds[0][*c]).unwrap_or(0);
    let active = use_state_eq(|| (0, first));
    let onkeydown = {
        let active = active.clone();
        Callback::from(move |event: KeyboardEvent| {
            let pressed = event.key();
            if let Some(key) = Key::named(&pressed) {
                let next = step(&holds, *active, key);
                event.prevent_default();
                browser::focus(&id(next));
                active.set(next);
            } else if pressed == "Escape" {
                browser::focus("timeline-heading");
            }
        })
    };
    // A tile that is clicked or reached by a screen reader is where the keys go on from.
    let onfocusin = {
        let active = active.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(place) = browser::id_of(&event).as_deref().and_then(place) {
                active.set(place);
            }
        })
    };
    let stop = |place: Place| if place == *active { "0" } else { "-1" };
    let rows = timeline.rows.len();
    html! {
        <div class="timeline-frame">
            { ruler(timeline) }
            <table class="timeline" role="grid" aria-label={format!("Timeline of {}", props.force)} {onkeydown} {onfocusin}>
                <colgroup>
                    <col width={percent(timeline.ruler.label)} />
                    { for timeline.ruler.widths.iter().enumerate().map(|(c, w)| html! { <col key={c} width={percent(*w)} /> }) }
                </colgroup>
                // One body: a break runs through all rows, and no cell can run through two bodies.
                <tbody>
                    <tr class="timeline__heads">
                        <th class="timeline__corner" scope="col">{ "Subject " }<small>{ "our grouping" }</small></th>
                        { for timeline.heads.iter().enumerate().map(|(c, head)| self::head(head, &props.here, (0, c), stop((0, c)), rows + timeline.strips.len() + 2)) }
                    </tr>
                    { for timeline.rows.iter().enumerate().map(|(r, row)| self::row(timeline, row, r + 1, &stop)) }
                    <tr class="timeline__section"><th scope="row">{ "Findings " }<small>{ "one mark each" }</small></th>{ for blanks(timeline) }</tr>
                    { for timeline.strips.iter().enumerate().map(|(s, strip)| self::strip(timeline, strip, rows + 1 + s, &stop)) }
                </tbody>
            </table>
        </div>
    }
}

/// Which cells can be entered.
fn holds(timeline: &Timeline) -> Vec<Vec<bool>> {
    let heads = timeline.heads.iter().map(|head| !matches!(head, Head::NotHeld { .. })).collect();
    let rows = timeline.rows.iter().map(|row| row.cells.iter().map(|cell| !cell.tiles.is_empty()).collect());
    let strips = timeline.strips.iter().map(|strip| strip.cells.iter().map(Option::is_some).collect());
    std::iter::once(heads).chain(rows).chain(strips).collect()
}

fn id((row, column): Place) -> String {
    format!("cell-{row}-{column}")
}

fn place(id: &str) -> Option<Place> {
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The name of a break's place below the timeline.
pub fn break_anchor(cycle: &str) -> String {
    format!("break-{}", crate::model::slug(cycle))
}

/// To a thousandth of a percent. By whole numbers: the program stays smaller without the formatting of fractions.
fn percent(share: f64) -> String {
    let thousandths = (share * 1000.0).round() as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

fn is_break(timeline: &Timeline, column: usize) -> bool {
    matches!(timeline.heads[column], Head::Break(_))
}

fn blanks(timeline: &Timeline) -> impl Iterator<Item = Html> {
    (0..timeline.heads.len()).filter(|c| !is_break(timeline, *c)).map(|c| html! { <td key={c}></td> })
}

fn head(head: &Head, here: &str, place: Place, stop: &'static str, all_rows: usize) -> Html {
    match head {
        Head::Inspection(found) => html! {
            <th key={place.1} scope="col" class="timeline__head">
                <a id={id(place)} tabindex={stop} href={found.href.clone()}>
                    <span class="timeline__cycle">{ &found.cycle }</span>
                    <span class="timeline__what">{ &found.what }</span>
                    <span class="timeline__date">{ &found.date }</span>
                    <span class="unseen">{ ": " }{ &found.name }</span>
                </a>
                <span class="timeline__ungraded">{ if found.ungraded { "Ungraded" } else { "" } }</span>
            </th>
        },
        Head::NotHeld { cycle, name } => html! {
            <th key={place.1} scope="col" class="timeline__head timeline__head--not-held">
                <span class="timeline__cycle">{ cycle }</span>
                <span class={tile::class(Drawing::NotHeld)} role="img" aria-label={name.clone()}>{ "Not held" }</span>
            </th>
        },
        Head::Break(found) => html! {
            <th key={place.1} scope="col" class="timeline__break" rowspan={all_rows.to_string()}>
                <a id={id(place)} tabindex={stop} href={format!("{here}#{}", break_anchor(&found.cycle))} aria-label={format!("Break before {}: {}", found.cycle, found.label)}>
                    <span class="timeline__break-words">{ &found.label }</span>
                </a>
            </th>
        },
    }
}

fn row(timeline: &Timeline, row: &Row, r: usize, stop: &impl Fn(Place) -> &'static str) -> Html {
    let cells = row.cells.iter().enumerate().filter(|(c, _)| !is_break(timeline, *c));
    html! {
        <tr key={format!("{}-{}", row.ours, row.name)}>
            <th scope="row" class="timeline__label">{ &row.name }</th>
            { for cells.map(|(c, cell)| self::cell(cell, &timeline.heads[c], (r, c), stop((r, c)))) }
        </tr>
    }
}

fn cell(cell: &Cell, head: &Head, place: Place, stop: &'static str) -> Html {
    let tiles = cell.tiles.iter().enumerate().map(|(n, (shown, wording))| {
        // Two judgments on one subject in one report: each can be reached.
        let (id, tabindex) = if n == 0 { (id(place), stop) } else { (format!("{}-{n}", id(place)), "0") };
        html! { <a key={n} {id} {tabindex} class="tile-link" href={shown.href.clone()} aria-label={shown.name.clone()} title={wording.clone()}>{ tile::face(shown) }</a> }
    });
    let empty = match (cell.tiles.is_empty(), head) {
        (true, Head::Inspection(_)) => "–",
        _ => "",
    };
    html! {
        <td key={place.1} class={classes!("timeline__cell", cell.joined.then_some("timeline__cell--joined"))}>
            <span class="timeline__nothing" aria-hidden="true">{ empty }</span>
            { for tiles }
        </td>
    }
}

fn strip(timeline: &Timeline, strip: &Strip, r: usize, stop: &impl Fn(Place) -> &'static str) -> Html {
    let class = strip.kind.slug();
    let cells = strip.cells.iter().enumerate().filter(|(c, _)| !is_break(timeline, *c));
    html! {
        <tr key={class.clone()}>
            <th scope="row" class="timeline__label">
                <span class={classes!("mark", format!("mark--{class}"))} aria-hidden="true"></span>{ strip.kind.plural() }
            </th>
            { for cells.map(|(c, marks)| html! {
                <td key={c} class="timeline__cell">{ for marks.as_ref().map(|m| self::marks(m, &class, (r, c), stop((r, c)))) }</td>
            }) }
        </tr>
    }
}

fn marks(found: &Marks, class: &str, place: Place, stop: &'static str) -> Html {
    html! {
        <a id={id(place)} tabindex={stop} class="marks" href={found.href.clone()} aria-label={found.name.clone()}>
            <span class="marks__all" aria-hidden="true">
                { for (0..found.count).map(|n| html! { <span key={n} class={classes!("mark", format!("mark--{class}"))}></span> }) }
            </span>
            <span class="marks__count">{ found.count }</span>
        </a>
    }
}

/// Real years, and from each inspection a line down to its column.
fn ruler(timeline: &Timeline) -> Html {
    let ruler = &timeline.ruler;
    let dated = timeline.heads.iter().enumerate().filter_map(|(c, head)| match head {
        Head::Inspection(found) => Some((c, found.at?)),
        _ => None,
    });
    let lead = |(c, at): (usize, f64)| {
        let (x, foot) = (percent(at), percent(ruler.middle(c)));
        html! {
            <g key={c} class="ruler__lead">
                <line x1={x.clone()} y1="22" x2={x.clone()} y2="30" />
                <line x1={x.clone()} y1="30" x2={foot.clone()} y2="52" />
                <line x1={foot.clone()} y1="52" x2={foot} y2="60" />
                <circle cx={x} cy="22" r="4" />
            </g>
        }
    };
    let years = ruler.ticks().collect::<Vec<_>>();
    let labels = years.windows(2).map(|pair| {
        let middle = (pair[0].1 + pair[1].1) / 2.0;
        html! { <text key={pair[0].0} class="ruler__year" x={percent(middle)} y="12" text-anchor="middle">{ pair[0].0 }</text> }
    });
    let ticks = years.iter().map(|(year, at)| html! { <line key={*year} class="ruler__tick" x1={percent(*at)} y1="18" x2={percent(*at)} y2="26" /> });
    let (first, last) = (years.first().map_or(0.0, |y| y.1), years.last().map_or(100.0, |y| y.1));
    html! {
        <svg class="ruler" width="100%" height="60" aria-hidden="true" focusable="false">
            <line class="ruler__line" x1={percent(first)} y1="22" x2={percent(last)} y2="22" />
            <g>{ for ticks }</g>
            <g>{ for labels }</g>
            <g>{ for dated.map(lead) }</g>
        </svg>
    }
}

/// How to read grades and states: a key for each scale, and one for what is no grade.
pub fn keys(timeline: &Timeline) -> Html {
    let scale = |scale: &Scale| {
        let grades = key(*scale).map(|(grade, ladder)| {
            let class = tile::class(Drawing::Graded(grade));
            html! { <li key={grade.word()}><span {class}><span class="tile__ladder">{ tile::ladder(ladder) }</span><span class="tile__word">{ grade.word() }</span></span></li> }
        });
        let name = if *scale == Scale::FiveTier { "Five grades, from 2021/22" } else { "Four grades, to 2018/19" };
        html! { <div key={name} class="key"><h3>{ name }</h3><ul>{ for grades }</ul></div> }
    };
    let states = [
        (Drawing::CarriedForward(crate::model::Grade::Good), "Good", "carried forward from the year it says"),
        (Drawing::Ungraded, "Ungraded", "assessed, no grade given"),
        (Drawing::Pending, "Pending", "not yet completed when published"),
        (Drawing::NotInspected, "Not inspected", "not part of that inspection"),
        (Drawing::NotHeld, "Not held", "a report exists, its text is not in this bundle"),
    ];
    let state = |(drawing, word, meaning): (Drawing, &'static str, &'static str)| {
        html! {
            <li key={meaning}><span class={tile::class(drawing)}><span class="tile__word">{ word }</span></span>{ " " }{ meaning }</li>
        }
    };
    html! {
        <div class="legend" aria-label="Key" role="group">
            { for timeline.keys.iter().map(scale) }
            <div class="key key--states"><h3>{ "No new grade" }</h3><ul>{ for states.into_iter().map(state) }</ul></div>
        </div>
    }
}
