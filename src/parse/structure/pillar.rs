//! Reports on one pillar, from 2015 to 2017, with the questions of that pillar.
//!
//! The texts were extracted from a PDF and are hard-wrapped. The first line of a page is indented by one space,
//! footnotes and page numbers interrupt sentences, and boxes interrupt paragraphs. An overview lists the questions with
//! their grades. Each question has a section that ends with a summary, its grade again, and boxes.

mod overview;
mod summary_points;

use crate::format::{DocumentText, ReportReader};
use crate::structure::boxes;
use crate::structure::boxes::BoxStyle;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::grade_claim;
use crate::structure::identity::{
    ReportIdentity, cover_date, parse_month_interval, printed_isbn, stated_force, text_between,
};
use crate::structure::outline::{block_judgment, is_figure, may_be_heading, split_headings};
use crate::structure::questions;
use crate::structure::role::LineRole;
use intake::block::Block;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Inspectorate, JudgmentKey, JudgmentStatus, Scale, Scope};
use overview::ListedQuestion;
use summary_points::read_summary_points;

/// What the reports on one pillar of one year have in common.
pub struct PillarLayout {
    /// The title on the cover.
    pub title: &'static str,
    /// The title of a text that starts after its cover.
    pub short_title: &'static str,
    /// The pillar.
    pub pillar: &'static str,
    /// The pillar as the last part of the report's id.
    pub id_suffix: &'static str,
    /// The year in which every grade was given.
    pub cycle: &'static str,
    /// Who inspected.
    pub inspectorate: Inspectorate,
    /// The heading of the overview, with the question of the pillar.
    pub overview_heading: &'static str,
    /// What sentences with the overall grade call it: "is good at <topic>".
    pub overall_topic: &'static str,
}

const SUMMARY_HEADING: &str = "Summary of findings";

impl ReportReader for PillarLayout {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        let flat = &document.flat_text;
        // Some texts start after the cover.
        let has_cover = flat.starts_with(self.title);
        let introduced = "sets out our findings for ";
        let phrase = if flat.contains(introduced) { introduced } else { "An inspection of " };
        Some(ReportIdentity {
            force: stated_force(document, phrase)?,
            inspectorate: self.inspectorate,
            programme: "PEEL",
            pillar: Some(self.pillar),
            cycle: self.cycle.to_string(),
            id_suffix: self.id_suffix,
            title: if has_cover { self.title } else { self.short_title }.to_string(),
            published: cover_date(flat),
            inspected: text_between(flat, "against these questions between ", ", except")
                .and_then(parse_month_interval),
            isbn: printed_isbn(flat),
            inspector: None,
            scale: Scale::FourTier,
        })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        let blocks = split_headings(blocks, &["Overall summary", SUMMARY_HEADING]);
        let blocks = questions::split_questions(&blocks);
        let found = find_overview(&blocks, self);
        mark_front(&blocks, found, draft);
        let Some(overview) = found else {
            return draft.add_problem(ProblemKind::MissingPart { part: "overview".to_string() }, &[]);
        };
        read_overall(&blocks[overview..], self, draft);
        let list = overview::list_questions(&blocks[overview + 1..], self);
        let body = &blocks[overview + 1 + list.end..];
        let end = body.iter().position(is_end_of_questions);
        let sections = overview::find_sections(&body[..end.unwrap_or(body.len())], &list.questions, self);
        // Without anything after the last section, there is no telling where its summary ends.
        let is_closed = |section: &[Block]| end.is_some() || section.as_ptr_range().end != body.as_ptr_range().end;
        for (question, section) in list.questions.iter().zip(&sections.by_question) {
            match section {
                Some(section) => read_section(section, question, is_closed(section), self, draft),
                None => {
                    add_ungraded_judgment(question, question.heading, draft);
                    if question.judgment().is_some_and(|(state, _)| may_lack_section(state)) {
                        continue;
                    }
                    let part = format!("section for '{}'", question.heading.text());
                    draft.add_problem(ProblemKind::MissingPart { part }, &[question.heading]);
                }
            }
        }
        for section in &sections.unmatched {
            let question = ListedQuestion { heading: &section[0], grade_block: None };
            read_section(section, &question, is_closed(section), self, draft);
        }
        let ungraded =
            list.questions.iter().filter(|question| question.grade_block.is_none()).map(|question| question.heading);
        let mut ungraded: Vec<&Block> = ungraded.chain(sections.unmatched.iter().map(|section| &section[0])).collect();
        ungraded.extend(&list.stray_grades);
        if list.questions.is_empty() {
            ungraded.push(&blocks[overview]);
        }
        if !ungraded.is_empty() {
            let expected = "a grade under every question".to_string();
            draft.add_problem(ProblemKind::BrokenTable { expected }, &ungraded);
        }
        if end.is_none() {
            draft.add_problem(
                ProblemKind::MissingPart { part: "'Next steps' section or annex after the questions".to_string() },
                &[],
            );
        }
        draft.reserve_unread_items(&body[..end.unwrap_or(body.len())]);
        let first = blocks.iter().position(|b| b.has_text("Introduction")).unwrap_or(overview).min(overview);
        let known = &blocks[first..];
        draft.mark_unmarked(known.iter().filter(|b| is_figure(b)), LineRole::Figure);
        draft.mark_unmarked(known.iter().filter(|b| b.text().len() < 120 && may_be_heading(b)), LineRole::Heading);
        draft.mark_unmarked(known, LineRole::Narrative);
    }
}

/// Marks what comes before the introduction or the overview: the cover and the contents list.
fn mark_front(blocks: &[Block], overview: Option<usize>, draft: &mut ReportDraft) {
    let introduction = blocks.iter().position(|b| b.has_text("Introduction")).unwrap_or(0);
    let introduction = overview.map_or(introduction, |overview| introduction.min(overview));
    let contents =
        blocks[..introduction].iter().position(|b| fold_phrase(b.first_piece().text).starts_with("contents"));
    let (cover, list) = blocks[..introduction].split_at(contents.unwrap_or(introduction));
    draft.mark_unmarked(cover, LineRole::Identity);
    draft.mark_unmarked(list, LineRole::Contents);
}

/// The index of the overview's heading; a contents list names it too, with its page.
fn find_overview(blocks: &[Block], layout: &PillarLayout) -> Option<usize> {
    let heading = fold_phrase(layout.overview_heading);
    let start = heading.split(" at ").next().unwrap_or_default();
    let exact = blocks.iter().position(|b| b.has_text(layout.overview_heading));
    exact.or_else(|| blocks.iter().rposition(|b| fold_phrase(&b.text()).starts_with(start)))
}

/// Whether a block ends the last question: "Next steps", which begins with the same words in every report, or an annex.
fn is_end_of_questions(block: &Block) -> bool {
    let first = fold_phrase(block.first_piece().text);
    let is_annex = first.starts_with("annex a") && may_be_heading(block);
    is_annex
        || first == "next steps"
        || first.starts_with("hmic assesses progress on")
        || first.starts_with("hmicfrs assesses progress on")
}

/// Reads the overall judgment, and notes where the overview contradicts it.
fn read_overall(overview: &[Block], layout: &PillarLayout, draft: &mut ReportDraft) {
    let heading = overview.iter().position(|b| fold_phrase(&b.text()).starts_with("overall judgment"));
    let stated = heading.and_then(|i| overview.get(i + 1));
    let judged = stated.and_then(|block| Some((block, block_judgment(block)?)));
    let Some((stated, (state, grade))) = judged else {
        return draft.add_problem(ProblemKind::MissingGrade { area: "Overall judgment".to_string() }, &[&overview[0]]);
    };
    draft.mark_unmarked(heading.map(|i| &overview[i]), LineRole::Heading);
    // The question comes after the dash: "Overview – How effective is the force at ...".
    let question = overview[0].strip_lead("Overview – ").unwrap_or_else(|| overview[0].clone());
    let judged = NewJudgment::new(Scope::Overall, (state, grade), &question, stated);
    let key = draft.add_judgment(NewJudgment { inspected: Some(layout.cycle.to_string()), ..judged });
    let is_end = |b: &Block| b.has_text("Overall summary") || b.has_text("Summary");
    let until = overview.iter().position(is_end).unwrap_or(0);
    grade_claim::add_contradictions(&overview[..until], Some(&key), layout.overall_topic, draft);
}

/// Whether a question may have no summary and no section: it was not inspected, or the inspection is not complete.
fn may_lack_section(state: JudgmentStatus) -> bool {
    matches!(state, JudgmentStatus::Pending | JudgmentStatus::NotInspected)
}

/// Adds the judgment of a question for which the overview says why there is no grade.
fn add_ungraded_judgment(question: &ListedQuestion, heading: &Block, draft: &mut ReportDraft) -> Option<JudgmentKey> {
    let (state, _) = question.judgment().filter(|(state, _)| *state != JudgmentStatus::Graded)?;
    let stated = question.grade_block?;
    Some(draft.add_judgment(NewJudgment::new(Scope::Question, (state, None), heading, stated)))
}

/// Reads the section of a question: its judgment, compared with the overview, and its findings.
fn read_section(
    all: &[Block],
    question: &ListedQuestion,
    is_closed: bool,
    layout: &PillarLayout,
    draft: &mut ReportDraft,
) {
    let heading = &all[0];
    draft.mark_lines(heading, LineRole::Heading);
    draft.mark_lines(question.heading, LineRole::Heading);
    draft.mark_unmarked(question.grade_block, LineRole::Judgment);
    let summaries: Vec<usize> = (0..all.len()).filter(|i| all[*i].has_text(SUMMARY_HEADING)).collect();
    let summary = summaries.first().copied();
    let stated = summary.and_then(|i| all.get(i + 1)).filter(|b| block_judgment(b).is_some());
    // A second summary belongs to a question whose heading is lost, somewhere between the two summaries.
    let blocks = &all[..summaries.get(1).copied().unwrap_or(all.len())];
    let is_whole = summaries.len() < 2;
    if let Some(second) = summaries.get(1) {
        let part = "heading between two summaries of findings".to_string();
        draft.add_problem(ProblemKind::MissingPart { part }, &[&all[*second]]);
    }
    let area = heading.text();
    let is_listed = |judged| question.judgment().map_or(is_whole, |listed| listed == judged);
    let judgment = match stated.map(|b| (b, block_judgment(b))) {
        Some((stated, Some((state, grade)))) if is_listed((state, grade)) => {
            let in_overview = question.grade_block.map(|listed| draft.passages_of(&[question.heading, listed]));
            Some(draft.add_judgment(NewJudgment {
                inspected: Some(layout.cycle.to_string()),
                also_called: Some(question.heading.text()).into_iter().filter(|name| !heading.has_text(name)).collect(),
                also_stated: in_overview.unwrap_or_default(),
                ..NewJudgment::new(Scope::Question, (state, grade), heading, stated)
            }))
        }
        Some((stated, _)) => {
            let places: Vec<&Block> = Some(stated).into_iter().chain(question.grade_block).collect();
            draft.add_problem(ProblemKind::UnclearGrade { area: area.clone() }, &places);
            None
        }
        None => {
            if !question.judgment().is_some_and(|(state, _)| may_lack_section(state)) {
                let part = format!("summary of findings with a grade for '{area}'");
                draft.add_problem(ProblemKind::MissingPart { part }, &[heading]);
            }
            add_ungraded_judgment(question, heading, draft)
        }
    };
    let context = FindingContext { section: vec![heading.text()], judgment, parent: None };
    let from = summary.unwrap_or(0);
    let boxes_from = boxes::first_box_start(&blocks[from..]).map(|i| from + i);
    if let Some(summary) = summary {
        draft.mark_lines(&blocks[summary], LineRole::Heading);
        let end = boxes_from.unwrap_or(if is_whole && is_closed { blocks.len() } else { summary + 1 });
        read_summary_points(&blocks[summary + 1..end], &context.under_heading(SUMMARY_HEADING), draft);
        grade_claim::add_contradictions(
            &blocks[summary + 1..end],
            context.judgment.as_ref(),
            grade_claim::question_topic(&area),
            draft,
        );
    }
    boxes::read_boxes(&blocks[boxes_from.unwrap_or(blocks.len())..], BoxStyle::Listed, &context, draft);
}
