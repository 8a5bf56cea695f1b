//! PEEL effectiveness reports of 2016.
//!
//! Hard-wrapped text of a PDF: the first line of a page is indented by a space, footnotes and page numbers stand
//! between the words, and boxes interrupt paragraphs. An overview lists the questions with their grades. Each question
//! has a section that ends with a summary, its grade again, and boxes.

mod overview;

use crate::format::{Document, Format};
use crate::structure::boxes;
use crate::structure::boxes::Style;
use crate::structure::claim;
use crate::structure::draft::{Draft, Judged, Place};
use crate::structure::identity::{Identity, between, cover_date, isbn, printed_interval, stated_force};
use crate::structure::outline::{is_figure, is_heading, judgment_of, part_headings};
use crate::structure::questions;
use crate::structure::role::Role;
use intake::block::{Block, Mark};
use model::fold::fold;
use model::problem::Kind;
use model::{FindingKind, Inspectorate, JudgmentKey, Scale, Scope, State};
use overview::Question;

/// The year in which every grade was given: "HMIC's effectiveness inspection assessed all of these areas during 2016."
const CYCLE: &str = "2016";

const TITLE: &str = "PEEL: Police effectiveness 2016";

const OVERVIEW: &str = "Overview - How effective is the force at keeping people safe and reducing crime?";

const SUMMARY: &str = "Summary of findings";

/// The format of the PEEL effectiveness reports of 2016.
pub const FORMAT: Format = Format {
    name: "PEEL effectiveness report 2016",
    title: TITLE,
    may_lack_cover: true,
    signs: &[&[OVERVIEW], &[TITLE, "of these areas during 2016", "areas during 2016"]],
    unique_phrase: "Overall summary How effective is the force",
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat_text;
    // Some texts start after the cover.
    let has_cover = flat.starts_with(TITLE);
    Some(Identity {
        force: stated_force(document, "sets out our findings for ")?,
        inspectorate: Inspectorate::Hmic,
        programme: "PEEL",
        pillar: Some("Effectiveness"),
        cycle: CYCLE.to_string(),
        id_suffix: "effectiveness",
        title: if has_cover { TITLE } else { "PEEL effectiveness 2016" }.to_string(),
        published: cover_date(flat),
        inspected: between(flat, "against these questions between ", ", except").and_then(printed_interval),
        isbn: isbn(flat),
        inspector: None,
        scale: Scale::FourTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let blocks = part_headings(blocks, &["Overall summary", SUMMARY]);
    let blocks = questions::part(&blocks);
    read_front(&blocks, draft);
    let Some(overview) = overview_heading(&blocks) else {
        return draft.problem(Kind::MissingPart { part: "overview".to_string() }, &[]);
    };
    read_overall(&blocks[overview..], draft);
    let list = overview::list(&blocks[overview + 1..]);
    let body = &blocks[overview + 1 + list.end..];
    let end = body.iter().position(is_next_steps);
    let sections = overview::sections(&body[..end.unwrap_or(body.len())], &list.questions);
    // Without anything after the last section, there is no telling where its summary ends.
    let is_closed = |section: &[Block]| end.is_some() || section.as_ptr_range().end != body.as_ptr_range().end;
    for (question, section) in list.questions.iter().zip(&sections.by_question) {
        match section {
            Some(section) => read_section(section, question, is_closed(section), draft),
            None => {
                judge_ungraded(question, question.heading, draft);
                if question.judgment().is_some_and(|(state, _)| has_no_section(state)) {
                    continue;
                }
                let part = format!("section for '{}'", question.heading.text());
                draft.problem(Kind::MissingPart { part }, &[question.heading]);
            }
        }
    }
    for section in &sections.unmatched {
        let question = Question { heading: &section[0], grade_block: None };
        read_section(section, &question, is_closed(section), draft);
    }
    let ungraded = list.questions.iter().filter(|question| question.grade_block.is_none()).map(|question| question.heading);
    let mut ungraded: Vec<&Block> = ungraded.chain(sections.unmatched.iter().map(|section| &section[0])).collect();
    ungraded.extend(&list.stray_grades);
    if list.questions.is_empty() {
        ungraded.push(&blocks[overview]);
    }
    if !ungraded.is_empty() {
        let expected = "a grade under every question".to_string();
        draft.problem(Kind::BrokenTable { expected }, &ungraded);
    }
    if end.is_none() {
        draft.problem(Kind::MissingPart { part: "'Next steps' section or annex after the questions".to_string() }, &[]);
    }
    draft.leave_items(&body[..end.unwrap_or(body.len())]);
    let first = blocks.iter().position(|b| b.is("Introduction")).unwrap_or(overview);
    let known = &blocks[first..];
    draft.mark_rest(known.iter().filter(|b| is_figure(b)), Role::Figure);
    draft.mark_rest(known.iter().filter(|b| b.text().len() < 120 && is_heading(b)), Role::Heading);
    draft.mark_rest(known, Role::Narrative);
}

/// Marks what comes before the introduction: the cover and the contents list.
fn read_front(blocks: &[Block], draft: &mut Draft) {
    let introduction = blocks.iter().position(|b| b.is("Introduction")).unwrap_or(0);
    let contents = blocks[..introduction].iter().position(|b| fold(b.first().text).starts_with("contents"));
    let (cover, list) = blocks[..introduction].split_at(contents.unwrap_or(introduction));
    draft.mark_rest(cover, Role::Identity);
    draft.mark_rest(list, Role::Contents);
}

/// The index of the overview's heading; a contents list names it too, with its page.
fn overview_heading(blocks: &[Block]) -> Option<usize> {
    let exact = blocks.iter().position(|b| b.is(OVERVIEW));
    exact.or_else(|| blocks.iter().rposition(|b| fold(&b.text()).starts_with("overview - how effective is the force")))
}

/// Whether a block ends the last question: "Next steps", which begins with the same words in every report, or an annex.
fn is_next_steps(block: &Block) -> bool {
    let first = fold(block.first().text);
    let is_annex = first.starts_with("annex a") && is_heading(block);
    is_annex || first == "next steps" || first.starts_with("hmic assesses progress on")
}

/// Reads the overall judgment, and notes where the overview contradicts it.
fn read_overall(overview: &[Block], draft: &mut Draft) {
    let heading = overview.iter().position(|b| fold(&b.text()).starts_with("overall judgment"));
    let stated = heading.and_then(|i| overview.get(i + 1));
    let judged = stated.and_then(|block| Some((block, judgment_of(block)?)));
    let Some((stated, (state, grade))) = judged else {
        return draft.problem(Kind::MissingGrade { area: "Overall judgment".to_string() }, &[&overview[0]]);
    };
    draft.mark_rest(heading.map(|i| &overview[i]), Role::Heading);
    // The question comes after the dash: "Overview – How effective is the force at ...".
    let question = overview[0].after("Overview – ").unwrap_or_else(|| overview[0].clone());
    let judged = Judged::new(Scope::Overall, (state, grade), &question, stated);
    let key = draft.judge(Judged { inspected: Some(CYCLE.to_string()), ..judged });
    let until = overview.iter().position(|b| b.is("Overall summary")).unwrap_or(0);
    claim::contradictions(&overview[..until], Some(&key), claim::OVERALL_TOPIC, draft);
}

/// Whether a question may have no summary and no section: it was not inspected, or the inspection is not complete.
fn has_no_section(state: State) -> bool {
    matches!(state, State::Pending | State::NotInspected)
}

/// Adds the judgment of a question for which the overview says why there is no grade.
fn judge_ungraded(question: &Question, heading: &Block, draft: &mut Draft) -> Option<JudgmentKey> {
    let (state, _) = question.judgment().filter(|(state, _)| *state != State::Graded)?;
    let stated = question.grade_block?;
    Some(draft.judge(Judged::new(Scope::Question, (state, None), heading, stated)))
}

/// Reads the section of a question: its judgment, compared with the overview, and its findings.
fn read_section(all: &[Block], question: &Question, is_closed: bool, draft: &mut Draft) {
    let heading = &all[0];
    draft.mark(heading, Role::Heading);
    draft.mark(question.heading, Role::Heading);
    draft.mark_rest(question.grade_block, Role::Judgment);
    let summaries: Vec<usize> = (0..all.len()).filter(|i| all[*i].is(SUMMARY)).collect();
    let summary = summaries.first().copied();
    let stated = summary.and_then(|i| all.get(i + 1)).filter(|b| judgment_of(b).is_some());
    // A second summary belongs to a question whose heading is lost, somewhere between the two summaries.
    let blocks = &all[..summaries.get(1).copied().unwrap_or(all.len())];
    let is_whole = summaries.len() < 2;
    if let Some(second) = summaries.get(1) {
        let part = "heading between two summaries of findings".to_string();
        draft.problem(Kind::MissingPart { part }, &[&all[*second]]);
    }
    let area = heading.text();
    let is_listed = |judged| question.judgment().map_or(is_whole, |listed| listed == judged);
    let judgment = match stated.map(|b| (b, judgment_of(b))) {
        Some((stated, Some((state, grade)))) if is_listed((state, grade)) => {
            let in_overview = question.grade_block.map(|listed| draft.passages(&[question.heading, listed]));
            Some(draft.judge(Judged {
                inspected: Some(CYCLE.to_string()),
                also_called: Some(question.heading.text()).into_iter().filter(|name| !heading.is(name)).collect(),
                also_stated: in_overview.unwrap_or_default(),
                ..Judged::new(Scope::Question, (state, grade), heading, stated)
            }))
        }
        Some((stated, _)) => {
            let places: Vec<&Block> = Some(stated).into_iter().chain(question.grade_block).collect();
            draft.problem(Kind::UnclearGrade { area: area.clone() }, &places);
            None
        }
        None => {
            if !question.judgment().is_some_and(|(state, _)| has_no_section(state)) {
                let part = format!("summary of findings with a grade for '{area}'");
                draft.problem(Kind::MissingPart { part }, &[heading]);
            }
            judge_ungraded(question, heading, draft)
        }
    };
    let place = Place { section: vec![heading.text()], judgment, parent: None };
    let from = summary.unwrap_or(0);
    let boxes_from = boxes::start(&blocks[from..]).map(|i| from + i);
    if let Some(summary) = summary {
        draft.mark(&blocks[summary], Role::Heading);
        let end = boxes_from.unwrap_or(if is_whole && is_closed { blocks.len() } else { summary + 1 });
        read_points(&blocks[summary + 1..end], &place.under(SUMMARY), draft);
        claim::contradictions(&blocks[summary + 1..end], place.judgment.as_ref(), claim::topic(&area), draft);
    }
    boxes::read(&blocks[boxes_from.unwrap_or(blocks.len())..], Style::Listed, &place, draft);
}

/// Reads the paragraphs of a summary as findings, except for a word in the place of the grade.
fn read_points(blocks: &[Block], place: &Place, draft: &mut Draft) {
    const LONGEST_WORD: usize = 30;
    let is_word = |b: &Block| b.length() < LONGEST_WORD && is_heading(b);
    let points = blocks.iter().enumerate().filter(|(n, b)| b.kind == Mark::Plain && !(*n == 0 && is_word(b)));
    for (_, point) in points.filter(|(_, b)| judgment_of(b).is_none()) {
        draft.find(FindingKind::SummaryPoint, place, point, &[]);
    }
}
