//! The timeline on narrow screens: the same rows as a list by report, newest first.

use super::tag::{Tag, tag, text};
use super::{parts, tile};
use crate::screen::Link;
use crate::screen::timeline::{Head, Inspection, Marks, NotHeld, Strip, Timeline};

/// Draws it.
pub fn list(timeline: &Timeline) -> Tag {
    let entries = timeline.heads.iter().enumerate().rev().map(|(c, head)| match head {
        Head::Inspection(found) => inspection(timeline, c, found),
        Head::NotHeld(found) => not_held(timeline, c, found),
        Head::Break(found) => tag("li").class("entry entry--break").text(&found.label),
    });
    tag("ol").class("entries").all(entries)
}

fn inspection(timeline: &Timeline, column: usize, found: &Inspection) -> Tag {
    let ungraded = if found.ungraded { ". Ungraded: it gives no grades." } else { "" };
    let name = tag("a").href(&found.href).text(format!("{} {}", found.what, found.cycle));
    tag("li")
        .class("entry")
        .has(tag("h3").class("entry__head").has(name))
        .has(parts::note(format!("Published {}", found.date)).text(ungraded))
        .has(judgments(timeline, column))
        .has(tag("p").class("entry__counts").has(parts::inline_links(&counts(timeline, column))))
}

fn not_held(timeline: &Timeline, column: usize, found: &NotHeld) -> Tag {
    let extent = (!found.extent.is_empty()).then(|| text(format!(". {}", found.extent)));
    tag("li")
        .class("entry entry--not-held")
        .has(tag("h3").class("entry__head").text(&found.cycle))
        .has(parts::note("No report held here").maybe(extent))
        .has(judgments(timeline, column))
}

fn judgments(timeline: &Timeline, column: usize) -> Tag {
    let mut judgments = tag("dl").class("entry__tiles");
    for row in &timeline.rows {
        for (shown, _) in &row.cells[column].tiles {
            let entry = tag("div").key(&shown.name).class("entry__tile");
            judgments = judgments.has(entry.has(tag("dt").text(&row.name)).has(tag("dd").has(tile::link(shown))));
        }
    }
    judgments
}

fn counts(timeline: &Timeline, column: usize) -> Vec<Link> {
    let marks = timeline.strips.iter().filter_map(|strip| Some((strip, strip.cells[column].as_ref()?)));
    let link = |(strip, marks): (&Strip, &Marks)| {
        let name = if marks.count == 1 { strip.kind.name() } else { strip.kind.plural() };
        Link { href: marks.href.clone(), text: format!("{} {}", marks.count, name.to_ascii_lowercase()) }
    };
    marks.map(link).collect()
}
