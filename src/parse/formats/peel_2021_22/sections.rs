//! Which headings of a report stand over its sections, and what each section is.

use crate::structure::outline::{box_kind, is_heading, judgment_of, printed_judgment};
use intake::block::{Block, Mark};
use model::fold::fold;
use std::collections::HashSet;

pub const JUDGMENTS: &str = "Our judgments";
pub const OBSERVATIONS: &str = "HM Inspector's observations";
pub const REDUCING_CRIME: &str = "Reducing crime assessment";
pub const VICTIMS: &str = "Providing a service to the victims of crime";
pub const VICTIM_ASSESSMENT: &str = "Victim service assessment";

/// Sections that are no areas: no sentence in them gives or denies a grade of its own.
const PARTS: [&str; 9] = [
    "Overall summary",
    JUDGMENTS,
    "Data in this report",
    "About the data",
    "Important changes to PEEL",
    OBSERVATIONS,
    REDUCING_CRIME,
    VICTIMS,
    VICTIM_ASSESSMENT,
];

/// The areas of the cycle. Most reports grade or explain ten of them; their contents lists may name others.
const AREAS: [&str; 15] = [
    "Engaging with and treating the public with fairness and respect",
    "Recording data about crime",
    "Preventing crime and anti-social behaviour",
    "Responding to the public",
    "Investigating crime",
    "Supporting victims",
    "Protecting vulnerable people",
    "Managing offenders and suspects",
    "Disrupting serious organised crime",
    "Meeting the Strategic Policing Requirement",
    "Protecting the public against armed threats",
    "Building, supporting and protecting the workforce",
    "Tackling workforce corruption",
    "Vetting and counter corruption",
    "Strategic planning, organisational management and value for money",
];

/// Divides the words between contents list and imprint at the headings of sections.
///
/// A heading is one of a section if the contents list or every report of the cycle names it, or if it has a grade
/// printed under it. A sentence under it makes it none: "The force is good at ..." may explain any main finding.
pub fn divide<'b, 'a>(body: &'b [Block<'a>], contents: &[String]) -> Vec<&'b [Block<'a>]> {
    let named = contents.iter().map(String::as_str).chain(PARTS).chain(AREAS);
    let titles: HashSet<String> = named.map(fold).collect();
    let mut starts: Vec<usize> = Vec::new();
    for i in (0..body.len()).filter(|i| is_heading_of_some(&body[*i])) {
        let is_graded = body.get(i + 1).is_some_and(|b| b.mark == Mark::None && printed_judgment(&b.text()).is_some());
        // The table of judgments names areas too, and may come out with each cell in a line.
        let in_table = starts.last().is_some_and(|start| body[*start].is(JUDGMENTS));
        let is_named = titles.contains(&fold(&body[i].text())) && (!in_table || is_part(&body[i..]));
        if is_graded || is_named {
            starts.push(i);
        }
    }
    let ends = starts.iter().skip(1).copied().chain(Some(body.len()));
    starts.iter().zip(ends).map(|(from, to)| &body[*from..to]).collect()
}

fn is_heading_of_some(block: &Block) -> bool {
    const LONGEST: usize = 200;
    block.length() <= LONGEST && is_heading(block) && box_kind(block).is_none() && judgment_of(block).is_none()
}

/// Whether the section is none of those that can be an area.
pub fn is_part(section: &[Block]) -> bool {
    PARTS.iter().any(|part| section[0].is(part))
}

/// Whether the section is an area that every reader of the cycle knows.
pub fn is_known_area(section: &[Block]) -> bool {
    AREAS.iter().any(|area| section[0].is(area))
}
