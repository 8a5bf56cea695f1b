//! Reports by areas, from 2021/22 on: sections with a grade, boxes and main findings, and a table of judgments at the front.
//!
//! An area has up to three names: in the table of judgments, as a heading, and in the sentence under its grade.

mod area;
pub mod grade_sentences;
mod sections;
mod victims;

use crate::facts::deadline::parse_small_number;
use crate::format::DocumentText;
use crate::structure::boxes::BoxStyle;
use crate::structure::contents;
use crate::structure::draft::ReportDraft;
use crate::structure::identity::{
    ReportIdentity, cover_date, imprint_date, inspected_force, printed_isbn, signatory_name,
};
use crate::structure::judgment_table::JudgmentTable;
use crate::structure::outline::is_figure;
use crate::structure::role::LineRole;
use area::AreaReader;
use intake::block::Block;
use model::problem::ProblemKind;
use model::{Inspectorate, JudgmentStatus, Scale};
use sections::{JUDGMENTS, VICTIM_ASSESSMENT, divide_sections};
use victims::{read_victim_assessment, says_ungraded};

/// Words of the sentence that introduces the judgments: "... how good Exshire Police is in ten areas of policing."
pub const INTRODUCTION: &str = "areas of policing";

/// What reports of one cycle have in common.
pub struct AreaLayout {
    /// The first year of the cycle: what is said of earlier years is not about this inspection.
    pub first_year: u32,
    /// The areas as headings name them. Most reports cover only some of them; a contents list may name others.
    pub areas: &'static [&'static str],
    /// Other sections, of which no sentence gives a grade or says that there is none, with what reads their findings.
    pub parts: &'static [(&'static str, PartReader)],
    /// How the items of boxes are laid out.
    pub boxes: BoxStyle,
}

/// Reads the findings of a section that is no area.
pub type PartReader = fn(&[Block], &mut ReportDraft);

/// Reads nothing: the section has no findings.
pub fn no_findings(_: &[Block], _: &mut ReportDraft) {}

impl AreaLayout {
    /// What reads a section that is no area.
    fn part_reader(&self, section: &[Block]) -> Option<PartReader> {
        self.parts.iter().find(|(heading, _)| section[0].has_text(heading)).map(|(_, reader)| *reader)
    }

    /// Whether a section has the heading of a known area of the cycle.
    fn is_known_area(&self, section: &[Block]) -> bool {
        self.areas.iter().any(|area| section[0].has_text(area))
    }
}

/// What a report with this title says about itself; `None` if it names no force.
pub fn identify(document: &DocumentText, title: &str, cycle: &str) -> Option<ReportIdentity> {
    let flat = &document.flat_text;
    Some(ReportIdentity {
        force: inspected_force(document)?,
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: None,
        cycle: cycle.to_string(),
        id_suffix: "peel",
        title: title.to_string(),
        published: cover_date(flat).or_else(|| imprint_date(&document.lines)),
        inspected: None,
        isbn: printed_isbn(flat),
        inspector: signatory_name(&document.lines),
        scale: Scale::FiveTier,
    })
}

/// Reads judgments and findings from the blocks of a report, and adds them to the draft.
pub fn read_report(blocks: &[Block], layout: &AreaLayout, draft: &mut ReportDraft) {
    let list = contents::read_contents(blocks, draft);
    draft.mark_unmarked(&blocks[..list.start], LineRole::Identity);
    // The imprint ends the report: "October 2022 | © HMICFRS 2022" and an address.
    let imprint = blocks.iter().rposition(|b| b.text().contains('©')).filter(|i| *i > list.end);
    // A web page has neither a contents list nor an imprint.
    if imprint.is_none() && !list.titles.is_empty() {
        draft.add_problem(ProblemKind::MissingPart { part: "imprint at the end".to_string() }, &[]);
    }
    let imprint = imprint.unwrap_or(blocks.len());
    draft.mark_unmarked(&blocks[imprint..], LineRole::Identity);
    let body = &blocks[list.end..imprint];
    let sections = divide_sections(body, &list.titles, layout);
    if sections.is_empty() {
        return draft.add_problem(ProblemKind::MissingPart { part: "recognisable section".to_string() }, &[]);
    }
    let front = body.len() - sections.iter().map(|section| section.len()).sum::<usize>();
    // In a text without a contents list, the cover is here.
    if list.titles.is_empty() {
        draft.mark_unmarked(&body[..front], LineRole::Identity);
    }
    // Some pages have no heading above the judgments.
    let introduces = |section: &&&[Block]| section.iter().any(|b| b.text().contains(INTRODUCTION));
    let headed = sections.iter().find(|section| section[0].has_text(JUDGMENTS));
    let judgments = headed.or_else(|| sections.iter().find(introduces)).copied();
    let table = judgments.map(|section| JudgmentTable::from_section(section, draft)).unwrap_or_default();
    let ungraded_victims = judgments.and_then(|section| section.iter().find(|b| says_ungraded(b)));
    let reader = AreaReader { layout, table: &table };
    let mut doubts = Vec::new();
    for (n, section) in sections.iter().enumerate() {
        draft.mark_lines(&section[0], LineRole::Heading);
        if section[0].has_text(VICTIM_ASSESSMENT) {
            let above = n.checked_sub(1).map(|n| sections[n]).filter(|above| above.len() == 1);
            read_victim_assessment(above.map(|a| &a[0]), section, ungraded_victims, draft);
        } else if let Some(read_part) = layout.part_reader(section) {
            read_part(section, draft);
        } else {
            doubts.extend(reader.read(section, draft));
        }
    }
    let confirmed = table.match_judgments(draft);
    area::settle_doubts(doubts, &confirmed, draft);
    check_grade_count(judgments.unwrap_or_default(), draft);

    draft.reserve_unread_items(&body[front..]);
    draft.mark_unmarked(body.iter().filter(|b| is_figure(b)), LineRole::Figure);
    draft.mark_unmarked(&body[front..], LineRole::Narrative);
}

/// Checks "We make graded judgments in nine of these ten as follows" against the number of grades found.
fn check_grade_count(section: &[Block], draft: &mut ReportDraft) {
    let stated = section.iter().find_map(|b| {
        let text = b.text();
        let words = text.split("graded judgments in ").nth(1)?;
        let number = words.split(' ').next()?;
        Some((b, parse_small_number(number)?))
    });
    let found = draft.judgments.iter().filter(|j| j.status == JudgmentStatus::Graded).count();
    if let Some((block, stated)) = stated.filter(|(_, stated)| *stated != found) {
        draft.add_problem(ProblemKind::WrongCount { stated, found }, &[block]);
    }
}
