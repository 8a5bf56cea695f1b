//! Divides a report into sections by its headings, and determines what each section is.

use crate::structure::outline::{block_judgment, box_kind, may_be_heading, parse_judgment};
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::Grade;
use model::folding::fold_phrase;
use std::collections::HashSet;

/// The section with the table of judgments.
pub const JUDGMENTS: &str = "Our judgments";
/// The section with the inspector's observations.
pub const OBSERVATIONS: &str = "HM Inspector's observations";
/// The section with the reducing crime assessment.
pub const REDUCING_CRIME: &str = "Reducing crime assessment";
/// The heading above the victim service assessment.
pub const VICTIMS: &str = "Providing a service to the victims of crime";
/// The section with the victim service assessment.
pub const VICTIM_ASSESSMENT: &str = "Victim service assessment";

/// Sections that are not areas: no sentence in them gives a grade or says that there is none.
const NON_AREAS: [&str; 9] = [
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

/// The areas of the cycle as headings name them. Most reports cover ten of them; a contents list may name others.
const KNOWN_AREAS: [&str; 15] = [
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

/// Divides the blocks between contents list and imprint at the headings of sections.
///
/// A heading starts a section if the contents list or the cycle's known names have it, or if a grade is printed under
/// it. A grade in a sentence under it is not enough: "The force is good at ..." may explain any main finding.
pub fn divide_sections<'b, 'a>(body: &'b [Block<'a>], contents: &[String]) -> Vec<&'b [Block<'a>]> {
    let named = contents.iter().map(String::as_str).chain(NON_AREAS).chain(KNOWN_AREAS);
    let titles: HashSet<String> = named.map(fold_phrase).collect();
    let mut starts: Vec<usize> = Vec::new();
    for i in (0..body.len()).filter(|i| may_head_section(&body[*i])) {
        // The table of judgments names areas too, and may come out of text extraction with each cell on its own line.
        let in_table = starts.last().is_some_and(|start| body[*start].has_text(JUDGMENTS));
        let is_graded = grade_below(&body[i..]).is_some_and(|grade| !in_table || restates(body.get(i + 2), grade));
        let is_named = titles.contains(&fold_phrase(&body[i].text())) && (!in_table || is_non_area(&body[i..]));
        if is_graded || is_named {
            starts.push(i);
        }
    }
    let ends = starts.iter().skip(1).copied().chain(Some(body.len()));
    starts.iter().zip(ends).map(|(from, to)| &body[*from..to]).collect()
}

/// The judgment that is printed under the first block.
fn grade_below(blocks: &[Block]) -> Option<Option<Grade>> {
    let stated = blocks.get(1).filter(|b| b.kind == BlockKind::Plain)?;
    parse_judgment(&stated.text()).map(|(_, grade)| grade)
}

/// Whether a block is a sentence with this grade, as under the grade of an area, and not the next cell of a table.
fn restates(block: Option<&Block>, grade: Option<Grade>) -> bool {
    block.zip(grade).is_some_and(|(block, grade)| {
        let word = grade.name().to_lowercase();
        let verb = if grade == Grade::RequiresImprovement { word } else { format!("is {word}") };
        is_complete(&block.tail().words) && fold_phrase(&block.text()).contains(&format!(" {verb} "))
    })
}

/// Whether a block can be the heading of a section.
fn may_head_section(block: &Block) -> bool {
    const LONGEST: usize = 200;
    block.approximate_len() <= LONGEST
        && may_be_heading(block)
        && box_kind(block).is_none()
        && block_judgment(block).is_none()
}

/// Whether a section is one of those that are not areas.
pub fn is_non_area(section: &[Block]) -> bool {
    NON_AREAS.iter().any(|part| section[0].has_text(part))
}

/// Whether a section has the heading of a known area of the cycle.
pub fn is_known_area(section: &[Block]) -> bool {
    KNOWN_AREAS.iter().any(|area| section[0].has_text(area))
}
