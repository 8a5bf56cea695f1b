//! Reads a chapter: the judgment on its pillar or component, and its findings.

use super::carried::{CarriedOver, find_carried_over};
use super::headings::{Chapter, Part, grade_below};
use super::statement::{Source, Statement, settle};
use super::table::FrontTable;
use super::{CYCLE, FIRST_YEAR, Pillar};
use crate::structure::areas::grade_sentences::{absence_status, parse_grade_sentence};
use crate::structure::boxes::{self, BoxStyle};
use crate::structure::dated_table::DatedRow;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::outline::{block_judgment, box_kind, is_same_topic, may_be_heading};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::sentence::split_sentences;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Grade, JudgmentKey, JudgmentStatus, Scope};

/// Reads chapters.
pub struct ChapterReader<'r, 'a> {
    /// The pillars of the format.
    pub pillars: &'static [Pillar],
    /// The tables at the front.
    pub table: &'r FrontTable<'a>,
    /// The sentences that give the grades of pillars, which the front may list.
    pub extents: &'r [(Part, Grade, &'r Block<'a>)],
}

impl ChapterReader<'_, '_> {
    /// Reads one chapter, and adds what it says to the draft.
    pub fn read(&self, chapter: &Chapter, draft: &mut ReportDraft) {
        let heading = &chapter.blocks[0];
        draft.mark_lines(heading, LineRole::Heading);
        let judgment = self.read_judgment(chapter, draft);
        let context = FindingContext { section: vec![heading.text()], judgment, parent: None };
        let words = &chapter.blocks[1..];
        let boxes_from = boxes::first_box_start(words).unwrap_or(words.len());
        boxes::read_boxes(&words[boxes_from..], BoxStyle::Listed, &context, draft);
    }

    /// Reads the judgment on a chapter's pillar or component.
    fn read_judgment(&self, chapter: &Chapter, draft: &mut ReportDraft) -> Option<JudgmentKey> {
        let heading = &chapter.blocks[0];
        let rows: Vec<&DatedRow> = self.rows_of(chapter).collect();
        let mut statements: Vec<Statement> = Vec::new();
        let mut state = |source, block, judged| statements.push(Statement { source, judged, block });
        if let Some(block) = grade_below(chapter.blocks) {
            state(Source::Chapter, block, block_judgment(block)?);
        }
        rows.iter().for_each(|row| state(Source::Front, &row.grade_cell, (row.state, row.grade)));
        for (_, block) in &chapter.elsewhere {
            state(Source::Front, block, block_judgment(block)?);
        }
        for (_, grade, block) in self.extents.iter().filter(|(part, ..)| chapter.part == Some(*part)) {
            state(Source::Sentence, block, (JudgmentStatus::Graded, Some(*grade)));
        }
        let sentences = self.grade_sentences(chapter, draft);
        sentences.iter().for_each(|(block, judged)| state(Source::Sentence, block, *judged));
        let Some(stated) = settle(&heading.text(), &statements, draft) else {
            let is_graded = chapter.part.is_none_or(|part| match part {
                Part::Pillar(_) => true,
                Part::Component(p, c) => self.pillars[p].components[c].is_graded,
            });
            if statements.is_empty() && is_graded {
                draft.add_problem(ProblemKind::MissingGrade { area: heading.text() }, &[heading]);
            }
            return None;
        };
        let carried = find_carried_over(chapter.blocks);
        let (status, inspected) = inspection(stated, carried.as_ref(), &rows, draft);
        let (scope, name) = match chapter.part {
            Some(Part::Pillar(_)) => (Scope::Pillar, chapter.title.as_ref().unwrap_or(heading)),
            _ => (Scope::Question, heading),
        };
        let names = Some(heading.text()).into_iter().chain(rows.iter().map(|row| row.name.text()));
        let mut also_called: Vec<String> = names.filter(|other| !name.has_text(other)).collect();
        also_called.dedup();
        let others = statements.iter().filter(|s| !std::ptr::eq(*s, stated) && s.judged.1 == stated.judged.1);
        let others = others.map(|s| s.block).chain(carried.iter().map(|carried| carried.block));
        let also_stated = others.flat_map(|block| draft.passages_of(&[block])).collect();
        let key = draft.add_judgment(NewJudgment {
            inspected,
            also_called,
            also_stated,
            ..NewJudgment::new(scope, (status, stated.judged.1), name, stated.block)
        });
        statements.iter().for_each(|s| draft.mark_lines(s.block, LineRole::Judgment));
        carried.iter().for_each(|carried| draft.mark_lines(carried.block, LineRole::Judgment));
        chapter.elsewhere.iter().for_each(|(heading, _)| draft.mark_lines(heading, LineRole::Heading));
        Some(key)
    }

    /// The rows of the tables at the front that are about the same.
    fn rows_of(&self, chapter: &Chapter) -> impl Iterator<Item = &DatedRow<'_>> {
        self.table.rows.iter().filter(|(part, row)| chapter.has_row(*part, row)).map(|(_, row)| row)
    }

    /// The paragraphs of a chapter that begin with its grade: "Exshire Police is good at investigating crime."; or the
    /// one that says why there is none.
    fn grade_sentences<'b, 'a>(
        &self,
        chapter: &Chapter<'b, 'a>,
        draft: &ReportDraft,
    ) -> Vec<(&'b Block<'a>, (JudgmentStatus, Option<Grade>))> {
        const FAR: usize = 12;
        let heading = chapter.blocks[0].text();
        let words = &chapter.blocks[1..];
        let introduction = words.iter().take(FAR).take_while(|b| box_kind(b).is_none()).count();
        let read = |n: usize, block: &Block| {
            let is_introduction = n < introduction;
            // The word may stand under the introduction.
            if let Some((state, None)) = block_judgment(block).filter(|_| is_introduction) {
                return Some((state, None));
            }
            if may_be_heading(block) {
                return None;
            }
            let text = block.text();
            let first = split_sentences(&text).next()?.text;
            if let Some((grade, topic)) = parse_grade_sentence(first, draft) {
                return self.is_topic(&topic, chapter.part, &heading).then_some((JudgmentStatus::Graded, Some(grade)));
            }
            Some((absence_status(&text, &heading, FIRST_YEAR).filter(|_| is_introduction)?, None))
        };
        let paragraphs = words.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Plain);
        paragraphs.filter_map(|(n, block)| Some((block, read(n, block)?))).collect()
    }

    /// Whether a sentence with this topic gives the grade of this part, and not of something smaller.
    fn is_topic(&self, topic: &str, part: Option<Part>, heading: &str) -> bool {
        match part {
            Some(Part::Pillar(p)) => self.pillars[p].topics.iter().any(|known| fold_phrase(topic).ends_with(known)),
            Some(Part::Component(p, c)) => {
                self.pillars[p].components[c].names.iter().any(|name| is_same_topic(name, topic))
            }
            None => is_same_topic(heading, topic),
        }
    }
}

/// Whether a grade was given in this cycle, and the year of the inspection as far as the report says it.
fn inspection(
    stated: &Statement,
    carried: Option<&CarriedOver>,
    rows: &[&DatedRow],
    draft: &mut ReportDraft,
) -> (JudgmentStatus, Option<String>) {
    let in_row = rows.iter().find_map(|row| row.year.clone());
    if stated.judged.0 != JudgmentStatus::Graded && stated.judged.0 != JudgmentStatus::CarriedForward {
        return (stated.judged.0, in_row);
    }
    match (carried, in_row) {
        (None, None) => (JudgmentStatus::Graded, None),
        (None, Some(year)) if year == CYCLE => (JudgmentStatus::Graded, Some(year)),
        (Some(CarriedOver { year: said, .. }), None) => (JudgmentStatus::CarriedForward, said.clone()),
        (Some(CarriedOver { block, year: Some(said) }), Some(year)) if *said != year => {
            let expected = format!("{said}, the year in which the chapter says that it was inspected");
            draft.add_problem(ProblemKind::BrokenTable { expected }, &[block]);
            (JudgmentStatus::CarriedForward, None)
        }
        (_, Some(year)) => (JudgmentStatus::CarriedForward, Some(year)),
    }
}
