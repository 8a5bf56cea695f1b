//! Decides on a grade from everything that the report says about it.

use crate::structure::draft::ReportDraft;
use intake::block::Block;
use model::problem::ProblemKind;
use model::{Grade, JudgmentStatus};

/// Where a grade is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Alone under the heading of the chapter.
    Chapter,
    /// In a table or list at the front.
    Front,
    /// In a sentence.
    Sentence,
}

/// A grade, or the reason for its absence, at one place.
pub struct Statement<'b, 'a> {
    /// Where it is.
    pub source: Source,
    /// What it says.
    pub judged: (JudgmentStatus, Option<Grade>),
    /// The block that says it.
    pub block: &'b Block<'a>,
}

/// The statement that gives the judgment, the first in the order of [`Source`]; `None` if two readings are possible, or
/// there are none.
///
/// A sentence that differs from a grade printed in both other places is a slip of the pen; with one of them, it is
/// unknown which of the two is wrong.
pub fn settle<'s, 'b, 'a>(
    area: &str,
    statements: &'s [Statement<'b, 'a>],
    draft: &mut ReportDraft,
) -> Option<&'s Statement<'b, 'a>> {
    let of = |source: Source| statements.iter().filter(move |s| s.source == source);
    let sources = [Source::Chapter, Source::Front, Source::Sentence];
    let first = sources.iter().find_map(|source| of(*source).next())?;
    let is_other = |s: &&Statement| s.judged.1 != first.judged.1;
    let others: Vec<&Statement> = statements.iter().filter(is_other).collect();
    if others.is_empty() {
        return Some(first);
    }
    let places: Vec<&Block> = std::iter::once(first).chain(others.iter().copied()).map(|s| s.block).collect();
    let is_printed_twice = of(Source::Chapter).next().is_some() && of(Source::Front).next().is_some();
    let only_sentences = others.iter().all(|s| s.source == Source::Sentence);
    if let (true, true, Some(printed), Some(sentence)) =
        (is_printed_twice, only_sentences, first.judged.1, others[0].judged.1)
    {
        let area = area.to_string();
        draft.add_problem(ProblemKind::Contradiction { area, printed, sentence }, &places);
        return Some(first);
    }
    draft.add_problem(ProblemKind::UnclearGrade { area: area.to_string() }, &places);
    None
}
