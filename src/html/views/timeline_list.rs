//! The timeline on narrow screens: the same rows as a list by report, newest first.

use crate::node::{Node, element, text};
use crate::{components, tile};
use explore::pages::Link;
use explore::pages::timeline::{FindingMarks, FindingsRow, InspectionHead, NotHeldHead, Timeline, TimelineHead};

/// One entry for each inspection and each break.
pub fn inspection_list<A>(timeline: &Timeline) -> Node<A> {
    let entries = timeline.heads.iter().enumerate().rev().map(|(c, head)| match head {
        TimelineHead::Inspection(found) => inspection_entry(timeline, c, found),
        TimelineHead::NotHeld(found) => not_held_entry(timeline, c, found),
        TimelineHead::Break(found) => element("li").class("entry entry--break").text(&found.label),
    });
    element("ol").class("entries").children(entries)
}

fn inspection_entry<A>(timeline: &Timeline, column: usize, found: &InspectionHead) -> Node<A> {
    let ungraded = if found.is_ungraded { ". Ungraded: it gives no grades." } else { "" };
    let name = element("a").href(&found.href).text(format!("{} {}", found.inspection_name, found.cycle));
    element("li")
        .class("entry")
        .child(element("h3").class("entry__head").child(name))
        .child(components::note(format!("Published {}", found.date)).text(ungraded))
        .child(judgment_list(timeline, column))
        .child(element("p").class("entry__counts").child(components::inline_links(&finding_counts(timeline, column))))
}

fn not_held_entry<A>(timeline: &Timeline, column: usize, found: &NotHeldHead) -> Node<A> {
    let extent = (!found.completeness.is_empty()).then(|| text(format!(". {}", found.completeness)));
    element("li")
        .class("entry entry--not-held")
        .child(element("h3").class("entry__head").text(&found.cycle))
        .child(components::note("No report held here").child_opt(extent))
        .child(judgment_list(timeline, column))
}

fn judgment_list<A>(timeline: &Timeline, column: usize) -> Node<A> {
    let mut judgments = element("dl").class("entry__tiles");
    for row in &timeline.rows {
        for (shown, _) in &row.cells[column].tiles {
            let entry = element("div").key(&shown.accessible_name).class("entry__tile");
            judgments = judgments
                .child(entry.child(element("dt").text(&row.name)).child(element("dd").child(tile::link(shown))));
        }
    }
    judgments
}

fn finding_counts(timeline: &Timeline, column: usize) -> Vec<Link> {
    let marks = timeline.findings_rows.iter().filter_map(|strip| Some((strip, strip.cells[column].as_ref()?)));
    let link = |(strip, marks): (&FindingsRow, &FindingMarks)| {
        let name = if marks.count == 1 { strip.kind.name() } else { strip.kind.plural_name() };
        Link { href: marks.href.clone(), text: format!("{} {}", marks.count, name.to_ascii_lowercase()) }
    };
    marks.map(link).collect()
}
