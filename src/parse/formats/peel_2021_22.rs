//! PEEL reports of 2021/22.
//!
//! Each line is a paragraph. Headings are not marked: the contents list identifies those of sections, and punctuation
//! those inside a section. An area has up to three names: in the table of judgments, as a heading, and in the sentence
//! under its grade.

mod area;
mod grade_sentences;
mod sections;

use crate::facts::deadline::parse_small_number;
use crate::format::{DocumentText, ReportFormat};
use crate::structure::contents;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::headed_items;
use crate::structure::identity::{
    ReportIdentity, cover_date, first_printed_date, printed_isbn, signatory_name, signature_start, stated_force,
};
use crate::structure::judgment_table::JudgmentTable;
use crate::structure::outline::{is_figure, may_be_heading};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::sentence::split_sentences;
use intake::text::is_complete;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{FindingKind, Inspectorate, JudgmentStatus, Scale, Scope};
use sections::{JUDGMENTS, OBSERVATIONS, REDUCING_CRIME, VICTIM_ASSESSMENT, is_non_area};

const TITLE: &str = "PEEL 2021/22 Police effectiveness, efficiency and legitimacy";

/// Words of the sentence that introduces the judgments: "... how good Exshire Police is in ten areas of policing."
const INTRODUCTION: &str = "areas of policing";

/// The format of the PEEL reports of 2021/22.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL report 2021/22",
    titles: &[TITLE, "PEEL 2021/22 – An inspection of", "PEEL 2021/22: An inspection of"],
    required_phrases: &[&["An inspection of ", INTRODUCTION]],
    formula: &[
        &[INTRODUCTION],
        &["graded judgments in"],
        &["Important changes to PEEL", "HM Inspector's observations", "PEEL 2021/22"],
    ],
    unique_phrase: "Outstanding Good Adequate Requires improvement Inadequate",
    identify,
    read_blocks,
};

fn identify(document: &DocumentText) -> Option<ReportIdentity> {
    let flat = &document.flat_text;
    // The imprint at the end: "October 2022 | © HMICFRS 2022".
    let imprint = document.lines.iter().find_map(|line| Some(line.split_once('©')?.0));
    Some(ReportIdentity {
        force: stated_force(document, "An inspection of ")?,
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: None,
        cycle: "2021/22".to_string(),
        id_suffix: "peel",
        title: TITLE.to_string(),
        published: cover_date(flat).or_else(|| imprint.and_then(first_printed_date)),
        inspected: None,
        isbn: printed_isbn(flat),
        inspector: signatory_name(&document.lines),
        scale: Scale::FiveTier,
    })
}

fn read_blocks(blocks: &[Block], draft: &mut ReportDraft) {
    let list = contents::read_contents(blocks, draft);
    draft.mark_unmarked(&blocks[..list.start], LineRole::Identity);
    // The imprint ends the report: "October 2022 | © HMICFRS 2022" and an address.
    let imprint = blocks.iter().rposition(|b| b.text().contains('©')).filter(|i| *i > list.end);
    if imprint.is_none() {
        draft.add_problem(ProblemKind::MissingPart { part: "imprint at the end".to_string() }, &[]);
    }
    let imprint = imprint.unwrap_or(blocks.len());
    draft.mark_unmarked(&blocks[imprint..], LineRole::Identity);
    let body = &blocks[list.end..imprint];
    let sections = sections::divide_sections(body, &list.titles);
    if sections.is_empty() {
        return draft.add_problem(ProblemKind::MissingPart { part: "recognisable section".to_string() }, &[]);
    }
    let front = body.len() - sections.iter().map(|section| section.len()).sum::<usize>();
    // In a text without a contents list, the cover is here.
    if list.titles.is_empty() {
        draft.mark_unmarked(&body[..front], LineRole::Identity);
    }
    let judgments = sections.iter().find(|s| s[0].has_text(JUDGMENTS)).copied();
    let table = judgments.map(|s| JudgmentTable::from_section(s, draft)).unwrap_or_default();
    let mut doubts = Vec::new();
    let mut ungraded_victims = None;
    for (n, section) in sections.iter().enumerate() {
        draft.mark_lines(&section[0], LineRole::Heading);
        if section[0].has_text(JUDGMENTS) {
            ungraded_victims = section.iter().find(|b| says_ungraded(b));
        } else if section[0].has_text(OBSERVATIONS) {
            read_observations(section, draft);
        } else if section[0].has_text(REDUCING_CRIME) {
            read_reducing_crime(section, draft);
        } else if section[0].has_text(VICTIM_ASSESSMENT) {
            let above = n.checked_sub(1).map(|n| sections[n]).filter(|above| above.len() == 1);
            read_victim_assessment(above.map(|a| &a[0]), section, ungraded_victims, draft);
        } else if !is_non_area(section) {
            doubts.extend(area::read_area(section, &table, draft));
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

/// Reads the inspector's observations, up to the closing words and signature.
fn read_observations(section: &[Block], draft: &mut ReportDraft) {
    // The inspector's closing words and signature are not an observation.
    let closing = section.iter().position(|b| b.text().starts_with("My report sets out"));
    let end = closing.or_else(|| Some(signature_start(&section[1..])? + 1)).unwrap_or(section.len());
    let context = FindingContext::default().under_heading(&section[0].text());
    headed_items::add_items(
        FindingKind::Observation,
        headed_items::divide_items(&section[1..end], false),
        &context,
        draft,
    );
    draft.mark_unmarked(section[end..].iter().filter(|b| may_be_heading(b)), LineRole::Identity);
}

/// Reads the bullets of the reducing crime assessment.
fn read_reducing_crime(section: &[Block], draft: &mut ReportDraft) {
    let context = FindingContext::default().under_heading(&section[0].text());
    let is_item = |b: &&Block| b.kind == BlockKind::BulletItem;
    let introduction = section.iter().position(|b| b.tail().words.ends_with(':')).map_or(section.len(), |at| at + 1);
    // Where the bullets are lost, each paragraph under the introduction is an item.
    let is_paragraph = |b: &&Block| b.kind == BlockKind::Plain && is_complete(&b.tail().words) && !is_figure(b);
    let has_bullets = section.iter().any(|b| is_item(&b));
    let bulleted = section.iter().filter(|b| has_bullets && is_item(b));
    let plain = section[introduction..].iter().filter(|b| !has_bullets && is_paragraph(b));
    for block in bulleted.chain(plain) {
        draft.add_finding(FindingKind::SummaryPoint, &context, block, &[]);
    }
}

/// Whether a block says that the victim service assessment has no grade: "While this assessment is ungraded, ..." or
/// "We don't make a graded judgment in this overall area."
fn says_ungraded(block: &Block) -> bool {
    let text = fold_phrase(&block.text());
    text.contains("ungraded") || (text.contains("graded judgment") && text.contains("n't make"))
}

/// Reads the victim service assessment. `above` is the heading right above it, and `again` repeats elsewhere that it
/// has no grade.
fn read_victim_assessment(above: Option<&Block>, section: &[Block], again: Option<&Block>, draft: &mut ReportDraft) {
    let heading = above.unwrap_or(&section[0]);
    let section_names: Vec<String> = above.into_iter().chain(&section[..1]).map(Block::text).collect();
    let mut context = FindingContext { section: section_names, judgment: None, parent: None };
    match section.iter().find(|b| says_ungraded(b)) {
        Some(stated) => {
            context.judgment = Some(draft.add_judgment(NewJudgment {
                also_called: above.map(|_| section[0].text()).into_iter().collect(),
                also_stated: again.map(|block| draft.passages_of(&[block])).unwrap_or_default(),
                ..NewJudgment::new(Scope::Area, (JudgmentStatus::Ungraded, None), heading, stated)
            }));
        }
        None => draft.add_problem(ProblemKind::MissingGrade { area: heading.text() }, &[heading]),
    }
    // The first heading comes right after that sentence, and has a full stop in some reports.
    let stated = section.iter().position(says_ungraded);
    let first = stated.map_or(1, |stated| stated + 1);
    let is_head = stated.and_then(|_| section.get(first)).is_some_and(|b| split_sentences(&b.text()).nth(1).is_none());
    let items = headed_items::divide_items(&section[first.min(section.len())..], is_head);
    headed_items::add_items(FindingKind::VictimServiceFinding, items, &context, draft);
}
