//! Grades that public pages state for inspections whose reports are not held.

use crate::node::{Node, element};
use crate::{components, tile};
use explore::pages::public_grades::{PublicCycleGrades, PublicGradeEntry};

/// A section with the known grades of each cycle, newest first.
pub fn public_grades_section<A>(cycles: &[PublicCycleGrades]) -> Node<A> {
    element("section")
        .aria_labelledby("known")
        .child(element("h3").id("known").tabindex("-1").text("Known from public pages"))
        .child(components::note("The reports of these inspections are not part of this site. These are the grades that the inspectorate gave, as public pages state them. Where no page states a grade, one may still have been given."))
        .children(cycles.iter().map(cycle_section))
}

fn cycle_section<A>(cycle_grades: &PublicCycleGrades) -> Node<A> {
    element("section")
        .key(cycle_grades.anchor.to_string())
        .id(cycle_grades.anchor.to_string())
        .tabindex("-1")
        .class("known")
        .child(element("h4").text(&cycle_grades.cycle))
        .child(components::sourced_sentences(&cycle_grades.completeness))
        .child(element("ul").class("known__grades").children(cycle_grades.grades.iter().map(grade_item)))
}

fn grade_item<A>(entry: &PublicGradeEntry) -> Node<A> {
    let words = element("div").child(element("strong").text(&entry.subject)).child(
        element("p")
            .class("note")
            .text(format!("“{}”, from ", entry.wording))
            .child(components::inline_links(&entry.sources)),
    );
    let words = words.child(components::sourced_sentences(&entry.caveats));
    element("li").child(element("div").class("known__tile").child(tile::face(&entry.tile))).child(words)
}
