//! The questions of a report: the overview lists them with their grades, and each is the heading of a section.

use super::{PillarLayout, SUMMARY_HEADING};
use crate::structure::grade_claim;
use crate::structure::outline::{block_judgment, is_similar, parse_judgment};
use crate::structure::questions::QUESTION_STARTS;
use intake::block::{Block, BlockKind};
use model::folding::fold_phrase;
use model::{Grade, JudgmentStatus};
use std::collections::{HashMap, HashSet};

/// A question of the overview.
pub struct ListedQuestion<'b, 'a> {
    /// The question as printed.
    pub heading: &'b Block<'a>,
    /// The grade printed under it, if any.
    pub grade_block: Option<&'b Block<'a>>,
}

impl ListedQuestion<'_, '_> {
    /// The judgment that the overview prints for it.
    pub fn judgment(&self) -> Option<(JudgmentStatus, Option<Grade>)> {
        parse_judgment(&self.grade_block?.text())
    }
}

/// Whether a block is a question that the report grades; its sub-questions ask "How effectively ...?".
fn is_question(block: &Block, layout: &PillarLayout) -> bool {
    const LONGEST: usize = 300;
    if block.kind != BlockKind::Plain || block.approximate_len() > LONGEST {
        return false;
    }
    let text = fold_phrase(&block.text());
    let is_asked = QUESTION_STARTS.iter().any(|start| text.starts_with(start));
    is_asked && !fold_phrase(layout.overview_heading).trim_end_matches('?').ends_with(text.trim_end_matches('?'))
}

/// Whether a block is a question that cannot be part of another, as "How effective is the force's response?" may be.
fn is_independent_question(block: &Block, layout: &PillarLayout) -> bool {
    let text = fold_phrase(&block.text());
    let is_whole = text.starts_with("how effective is the force at ") || text.ends_with("specialist capabilities");
    is_question(block, layout) && is_whole
}

/// The questions of the overview.
pub struct QuestionList<'b, 'a> {
    /// The questions, in order.
    pub questions: Vec<ListedQuestion<'b, 'a>>,
    /// Grades that do not follow a question.
    pub stray_grades: Vec<&'b Block<'a>>,
    /// The index of the first block after the list.
    pub end: usize,
}

/// Reads the questions with the grade under each; or, where text extraction has broken up the overview, the questions
/// that occur again later.
///
/// The list ends with the last question that has a grade, and any questions right under it, before the first question
/// occurs again.
pub fn list_questions<'b, 'a>(overview: &'b [Block<'a>], layout: &PillarLayout) -> QuestionList<'b, 'a> {
    let mut seen = HashSet::new();
    let asked: Vec<usize> = (0..overview.len()).filter(|i| is_question(&overview[*i], layout)).collect();
    let again: Vec<usize> = asked.iter().copied().filter(|i| !seen.insert(fold_phrase(&overview[*i].text()))).collect();
    let first_again = again.first().copied().unwrap_or(overview.len());
    let stated = |i: usize| overview.get(i + 1).filter(|b| block_judgment(b).is_some());
    let listed = || asked.iter().copied().take_while(|i| *i < first_again);
    let Some(last) = listed().filter(|i| stated(*i).is_some()).last() else {
        let names: HashSet<String> = again.iter().map(|i| fold_phrase(&overview[*i].text())).collect();
        let questions: Vec<usize> = listed().filter(|i| names.contains(&fold_phrase(&overview[*i].text()))).collect();
        let end = questions.last().map_or(0, |last| last + 1);
        return QuestionList {
            questions: questions.iter().map(|i| ListedQuestion { heading: &overview[*i], grade_block: None }).collect(),
            stray_grades: Vec::new(),
            end,
        };
    };
    let mut end = last + 2;
    while end < first_again && is_question(&overview[end], layout) {
        end += 1;
    }
    // The first grade is the overall one.
    let grades = (0..end + 1).filter_map(|i| Some((i, overview.get(i).filter(|b| block_judgment(b).is_some())?)));
    let strays = grades.skip(1).filter(|(i, _)| !is_question(&overview[i - 1], layout)).map(|(_, grade)| grade);
    let questions =
        listed().filter(|i| *i < end).map(|i| ListedQuestion { heading: &overview[i], grade_block: stated(i) });
    QuestionList { questions: questions.collect(), stray_grades: strays.collect(), end }
}

/// The sections of a report, each starting with its heading.
pub struct QuestionSections<'b, 'a> {
    /// The section of each question, in the order of the questions.
    pub by_question: Vec<Option<&'b [Block<'a>]>>,
    /// The sections whose headings resemble no question.
    pub unmatched: Vec<&'b [Block<'a>]>,
}

/// Finds the section of each question by its heading, even if that is worded differently.
///
/// A section ends with its summary, so a question after a summary starts another section, even if it is not listed.
pub fn find_sections<'b, 'a>(
    blocks: &'b [Block<'a>],
    questions: &[ListedQuestion],
    layout: &PillarLayout,
) -> QuestionSections<'b, 'a> {
    const MOST: usize = 20;
    let names: HashMap<String, usize> =
        questions.iter().enumerate().rev().map(|(n, question)| (fold_phrase(&question.heading.text()), n)).collect();
    let headings: HashSet<String> =
        blocks.iter().filter(|b| is_question(b, layout)).map(|b| fold_phrase(&b.text())).collect();
    let unheaded = questions.iter().map(|question| question.heading.text());
    let unheaded: Vec<String> = unheaded.filter(|name| !headings.contains(&fold_phrase(name))).take(MOST).collect();
    let is_like =
        |name: &str, b: &Block| is_similar(grade_claim::question_topic(name), grade_claim::question_topic(&b.text()));
    let mut starts: Vec<(usize, Option<usize>)> = Vec::new();
    let mut is_closed = true;
    for (i, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Plain) {
        let of = names.get(&fold_phrase(&block.text())).copied();
        let goes_on = !is_closed && starts.last().is_some_and(|(_, above)| *above == of);
        if (of.is_some() && !goes_on)
            || (is_independent_question(block, layout)
                && (is_closed || unheaded.iter().any(|name| is_like(name, block))))
        {
            starts.push((i, of));
            is_closed = false;
        }
        is_closed |= block.has_text(SUMMARY_HEADING);
    }
    let mut sections = QuestionSections { by_question: vec![None; questions.len()], unmatched: Vec::new() };
    let mut loose = Vec::new();
    for (k, (start, of)) in starts.iter().enumerate() {
        let section = &blocks[*start..starts.get(k + 1).map_or(blocks.len(), |(next, _)| *next)];
        match of {
            Some(n) => _ = sections.by_question[*n].get_or_insert(section),
            None => loose.push(section),
        }
    }
    for section in loose {
        let is_free = |n: &usize| sections.by_question[*n].is_none();
        let like: Vec<usize> = (0..questions.len().min(MOST))
            .filter(|n| is_free(n) && is_like(&questions[*n].heading.text(), &section[0]))
            .collect();
        match like[..] {
            [n] => sections.by_question[n] = Some(section),
            _ if section.iter().any(|b| b.has_text(SUMMARY_HEADING)) => sections.unmatched.push(section),
            _ => {}
        }
    }
    sections
}
