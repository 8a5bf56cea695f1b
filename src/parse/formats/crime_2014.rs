//! Reports of the crime inspection of 2014, the first (interim) PEEL inspection.
//!
//! The texts were extracted from a PDF with several columns. The first page prints three questions side by side, so
//! their grades run together ("Good GoodGood"). Each question ends with a summary and its grade. A heading may come
//! after the text that it belongs to, so only the grades show where a question ends.

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::boxes;
use crate::structure::boxes::BoxStyle;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::identity::{
    ReportIdentity, cover_date, most_named_force, parse_month_interval, printed_isbn, text_between,
};
use crate::structure::outline::{block_judgment, box_kind, is_figure, may_be_heading};
use crate::structure::questions;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind, piece_passage};
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{FindingKind, Grade, Inspectorate, JudgmentKey, Passage, Scale, Scope};
use std::collections::{HashMap, HashSet};

const TITLE: &str = "How effective is the force at cutting crime?";

/// The format of the crime inspection reports of 2014.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "crime inspection report 2014",
    titles: &[TITLE],
    required_phrases: &[
        &["How effective is the force at investigating offending?"],
        &["This inspection looks at how effective police forces are at cutting crime", "What each judgment means"],
    ],
    formula: &[
        &["How effective is the force at reducing crime and preventing offending?"],
        &["How effective is the force at investigating offending?"],
        &["Definitions and what each judgment means", "HMIC uses four categories for making judgments"],
    ],
    unique_phrase: "Definitions and what each judgment means",
    reader: &Reader,
};

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        let fieldwork = ["took place between ", "was carried out between "].iter();
        let fieldwork = fieldwork
            .filter_map(|before| text_between(&document.flat_text, before, "."))
            .find_map(parse_month_interval);
        Some(ReportIdentity {
            force: most_named_force(document)?,
            inspectorate: Inspectorate::Hmic,
            programme: "Crime inspection",
            pillar: None,
            cycle: "2014".to_string(),
            id_suffix: "crime",
            title: TITLE.to_string(),
            published: cover_date(&document.flat_text),
            inspected: fieldwork,
            isbn: printed_isbn(&document.flat_text),
            inspector: None,
            scale: Scale::FourTier,
        })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        let blocks = questions::split_questions(blocks);
        let introduction = blocks.iter().position(|b| b.has_text("Introduction"));
        let Some(front) = introduction.or_else(|| first_repeated_question(&blocks)) else {
            return draft.add_problem(ProblemKind::MissingPart { part: "introduction".to_string() }, &[]);
        };
        let (front, rest) = blocks.split_at(front);
        let end = rest.iter().position(is_meaning_page_start);
        if end.is_none() {
            draft.add_problem(ProblemKind::MissingPart { part: "page on what each judgment means".to_string() }, &[]);
        }
        let end = end.unwrap_or(rest.len());
        let (body, meaning) = rest.split_at(end);

        let cover = front.iter().position(|b| b.has_text(TITLE)).map_or(1, |title| title + 1);
        draft.mark_unmarked(&front[..cover.min(front.len())], LineRole::Identity);
        let first_page = read_first_page(front, draft);
        let last_question = body.iter().rposition(is_question).unwrap_or(0);
        let first_question = body.iter().position(is_question).unwrap_or(body.len());
        let mut start = if first_question < body.len() { first_question } else { 0 };
        let mut grades = 0;
        while let Some(length) = body[start..].iter().position(|b| block_judgment(b).is_some()) {
            let place = read_until_grade(&body[start..start + length], Some(&body[start + length]), &first_page, draft);
            grades += 1;
            start += length + 1;
            // A box right after a grade belongs to its question, except after the last grade: there, recommendations are
            // for the force as a whole.
            if start <= last_question {
                let length = leading_boxes_len(&body[start..]);
                boxes::read_boxes(&body[start..start + length], BoxStyle::Plain, &place, draft);
                start += length;
            }
        }
        if start <= last_question {
            let ungraded = &body[start..];
            let length = summary_ends(ungraded).last().copied().unwrap_or(ungraded.len());
            read_until_grade(&ungraded[..length], None, &first_page, draft);
            start += length;
        }
        boxes::read_boxes(&body[start..], BoxStyle::Plain, &FindingContext::default(), draft);
        if grades < 3 {
            draft.add_problem(
                ProblemKind::MissingPart { part: "complete set of grades for the three questions".to_string() },
                &[],
            );
        }
        draft.reserve_unread_items(&body[first_question..]);
        for part in [front, body, meaning] {
            draft.mark_unmarked(part.iter().filter(|b| is_figure(b)), LineRole::Figure);
            draft.mark_unmarked(part.iter().filter(|b| b.text().len() < 60 && may_be_heading(b)), LineRole::Heading);
            draft.mark_unmarked(part, LineRole::Narrative);
        }
    }
}

/// Whether a block starts the page that explains each judgment; it has the same words in every report.
fn is_meaning_page_start(block: &Block) -> bool {
    let first = fold_phrase(block.first_piece().text);
    let is_heading =
        ["what each judgment means", "definitions and what each"].iter().any(|words| first.starts_with(words));
    is_heading || first.starts_with("hmic uses four categories for making")
}

fn is_question(block: &Block) -> bool {
    const LONGEST: usize = 200;
    if block.kind != BlockKind::Plain || block.approximate_len() > LONGEST {
        return false;
    }
    let text = block.text();
    text.ends_with('?') && fold_phrase(&text).starts_with("how effective is the force at ")
}

/// The index of the first question that appears for the second time: on the first page, then as the heading of its
/// section.
fn first_repeated_question(blocks: &[Block]) -> Option<usize> {
    let mut asked = HashSet::new();
    blocks.iter().position(|b| is_question(b) && !asked.insert(fold_phrase(&b.text())))
}

/// The number of blocks in the boxes right at the start.
fn leading_boxes_len(blocks: &[Block]) -> usize {
    let is_box = |b: &Block| box_kind(b).is_some();
    let is_first = blocks.first().is_some_and(is_box);
    if is_first { blocks.iter().take_while(|b| b.kind != BlockKind::Plain || is_box(b)).count() } else { 0 }
}

/// The index after the last point of each summary.
fn summary_ends(blocks: &[Block]) -> Vec<usize> {
    let summaries = (0..blocks.len()).filter(|i| blocks[*i].has_text("Summary"));
    summaries.map(|i| i + 1 + blocks[i + 1..].iter().take_while(|b| b.kind != BlockKind::Plain).count()).collect()
}

/// Reads the blocks between one grade and the next; returns the place of the question that the grade closes.
///
/// They should belong to one question, which ends with its summary and its grade. A second summary means that a grade
/// is missing; then this grade is used only if the first page confirms it.
fn read_until_grade(
    blocks: &[Block],
    stated: Option<&Block>,
    first_page: &FirstPageGrades,
    draft: &mut ReportDraft,
) -> FindingContext {
    let mut from = 0;
    let ends = summary_ends(blocks);
    for end in ends.iter().take(ends.len().saturating_sub(1)) {
        let place = read_question(&blocks[from..*end], None, first_page, draft);
        from = *end + leading_boxes_len(&blocks[*end..]);
        boxes::read_boxes(&blocks[*end..from], BoxStyle::Plain, &place, draft);
    }
    let closing = stated.map(|stated| ClosingGrade { grade_block: stated, is_alone: from == 0 });
    read_question(&blocks[from..], closing, first_page, draft)
}

/// The grade that closes a question.
struct ClosingGrade<'b, 'a> {
    /// The block with the grade.
    grade_block: &'b Block<'a>,
    /// Whether there is only one question between the previous grade and this one.
    is_alone: bool,
}

/// Reads one question with its findings; returns its place.
fn read_question(
    blocks: &[Block],
    closing: Option<ClosingGrade>,
    first_page: &FirstPageGrades,
    draft: &mut ReportDraft,
) -> FindingContext {
    let mut names = HashSet::new();
    let questions: Vec<&Block> =
        blocks.iter().filter(|b| is_question(b) && names.insert(fold_phrase(&b.text()))).collect();
    let [heading] = questions[..] else {
        for question in &questions {
            draft.add_problem(ProblemKind::MissingGrade { area: question.text() }, &[question]);
        }
        if questions.is_empty() {
            let part = "question above this grade or summary".to_string();
            // Two grades in a row have no block between them.
            let place = closing.as_ref().map(|closing| closing.grade_block).or(blocks.first());
            draft.add_problem(ProblemKind::MissingPart { part }, place.as_slice());
        }
        return FindingContext::default();
    };
    let context = FindingContext {
        section: vec![heading.text()],
        judgment: add_question_judgment(heading, closing, first_page, draft),
        parent: None,
    };
    let summary = blocks.iter().rposition(|b| b.has_text("Summary")).unwrap_or(blocks.len());
    boxes::read_boxes(&blocks[..summary], BoxStyle::Plain, &context, draft);
    for block in blocks.iter().skip(summary) {
        if block.kind == BlockKind::BulletItem {
            draft.add_finding(FindingKind::SummaryPoint, &context.under_heading("Summary"), block, &[]);
        } else if block.has_text("Summary") {
            draft.mark_lines(block, LineRole::Heading);
        }
    }
    context
}

/// Adds the judgment of a question, if its grade is clear.
fn add_question_judgment(
    heading: &Block,
    closing: Option<ClosingGrade>,
    first_page: &FirstPageGrades,
    draft: &mut ReportDraft,
) -> Option<JudgmentKey> {
    let on_first_page = first_page.get(&fold_phrase(&heading.text()));
    let area = heading.text();
    let Some((ClosingGrade { grade_block: stated, is_alone }, judged)) =
        closing.and_then(|c| block_judgment(c.grade_block).map(|judged| (c, judged)))
    else {
        draft.add_problem(ProblemKind::MissingGrade { area }, &[heading]);
        return None;
    };
    match on_first_page {
        Some((grade, passage)) if Some(*grade) != judged.1 => {
            draft.mark_lines(heading, LineRole::Heading);
            draft.mark_lines(stated, LineRole::Judgment);
            let passages = [vec![*passage], draft.passages_of(&[heading, stated])].concat();
            draft.problems.push(ProblemKind::UnclearGrade { area }.into_problem(passages));
            None
        }
        None if !is_alone => {
            draft.add_problem(ProblemKind::MissingGrade { area }, &[heading, stated]);
            None
        }
        _ => {
            let also_stated = on_first_page.iter().map(|(_, passage)| *passage).collect();
            let judged = NewJudgment::new(Scope::Question, judged, heading, stated);
            Some(draft.add_judgment(NewJudgment { also_stated, ..judged }))
        }
    }
}

/// The grades on the first page, by the folded text of their questions.
type FirstPageGrades = HashMap<String, (Grade, Passage)>;

/// Reads the questions on the first page with their grades, which are in the same order, whatever the layout.
fn read_first_page(front: &[Block], draft: &mut ReportDraft) -> FirstPageGrades {
    let questions = front.iter().filter(|b| is_question(b) && !b.has_text(TITLE));
    let questions: Vec<String> = questions.map(|question| fold_phrase(&question.text())).collect();
    let mut grades = Vec::new();
    for block in front {
        let found = grades_in(block);
        if !found.is_empty() {
            draft.mark_lines(block, LineRole::Judgment);
            grades.extend(found);
        }
    }
    if grades.len() == questions.len() && !grades.is_empty() {
        return questions.into_iter().zip(grades).collect();
    }
    let expected = "the grades of the three questions, in order, on the first page".to_string();
    draft.add_problem(ProblemKind::BrokenTable { expected }, &front.first().into_iter().collect::<Vec<_>>());
    FirstPageGrades::new()
}

/// The grades in a block that contains nothing else: "Good GoodRequires / improvement".
fn grades_in(block: &Block) -> Vec<(Grade, Passage)> {
    // Three of the longest grades are shorter. A longer block is not from the first page, and splitting it grade by
    // grade would be slow.
    const LONGEST: usize = 100;
    let mut found = Vec::new();
    let mut rest = block.with_pieces(if block.approximate_len() > LONGEST { Vec::new() } else { block.pieces.clone() });
    while !rest.pieces.is_empty() {
        let words = fold_phrase(&rest.text());
        let Some(grade) = Scale::FourTier.grades().iter().find(|g| words.starts_with(&fold_phrase(g.name()))) else {
            return Vec::new();
        };
        let Some((stated, others)) = rest.split_off_lead(grade.name()) else { return Vec::new() };
        found.extend(whole_passage(&stated).map(|passage| (*grade, passage)));
        rest = others;
    }
    found
}

/// A single passage for a whole block, even if the block spans several lines.
fn whole_passage(block: &Block) -> Option<Passage> {
    let (first, last) = (piece_passage(block.pieces.first()?), piece_passage(block.pieces.last()?));
    Some(Passage { lines: [first.lines[0], last.lines[1]], bytes: [first.bytes[0], last.bytes[1]] })
}
