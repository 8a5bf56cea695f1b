//! Reads an area: its heading, its grade or the reason why it has none, and its boxes.

use crate::structure::areas::AreaLayout;
use crate::structure::areas::grade_sentences::{absence_status, parse_grade_sentence};
use crate::structure::boxes;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::judgment_table::JudgmentTable;
use crate::structure::outline::{box_kind, may_be_heading, parse_judgment, resembles_box_heading, similarity};
use crate::structure::role::LineRole;
use intake::block::Block;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Finding, FindingKind, Grade, JudgmentKey, JudgmentStatus, Passage, Scope};
use std::collections::{HashMap, HashSet};

/// A sentence under a printed grade that gives a different grade.
pub struct GradeDoubt {
    /// The judgment with the printed grade.
    judgment: JudgmentKey,
    /// The grade that the sentence gives.
    claimed: Grade,
    /// Where the printed grade and the sentence are.
    passages: Vec<Passage>,
}

/// Reads areas.
pub struct AreaReader<'r> {
    /// What reports of the cycle have in common.
    pub layout: &'r AreaLayout,
    /// The table of judgments.
    pub table: &'r JudgmentTable,
}

impl AreaReader<'_> {
    /// Reads one section. A grade in doubt is returned, to be settled when the table has been compared with all areas.
    pub fn read(&self, section: &[Block], draft: &mut ReportDraft) -> Option<GradeDoubt> {
        let AreaReader { layout, table } = self;
        let heading = &section[0];
        let area = heading.text();
        let mut context = FindingContext { section: vec![area.clone()], judgment: None, parent: None };
        let mut judge = |state, grade, stated, draft: &mut ReportDraft| {
            let key = draft.add_judgment(NewJudgment::new(Scope::Area, (state, grade), heading, stated));
            context.judgment = Some(key.clone());
            key
        };
        let mut doubt = None;
        let mut words = &section[1..];
        let printed = words.first().and_then(|stated| Some((stated, parse_judgment(&stated.text())?)));
        if let Some((stated, (state, grade))) = printed {
            let key = judge(state, grade, stated, draft);
            let sentence = words.get(1).and_then(|block| Some((block, parse_grade_sentence(&block.text(), draft)?)));
            words = &words[1..];
            if let Some((block, (said, name))) = sentence {
                draft.mark_lines(block, LineRole::Judgment);
                words = &words[1..];
                if Some(said) == grade {
                    add_restatement(draft.passages_of(&[block]), name, draft);
                } else {
                    doubt = Some(GradeDoubt {
                        judgment: key,
                        claimed: said,
                        passages: draft.passages_of(&[stated, block]),
                    });
                }
            }
        } else if let Some((stated, grade, name)) = self.grade_in_sentence(section, draft) {
            judge(JudgmentStatus::Graded, Some(grade), stated, draft);
            add_restatement(Vec::new(), name, draft);
            words = &words[1..];
        } else {
            let before_boxes = words.iter().take_while(|block| box_kind(block).is_none());
            let absent = before_boxes
                .filter_map(|block| Some((block, absence_status(&block.text(), &area, layout.first_year)?)))
                .next();
            let has_boxes = words.iter().any(|block| box_kind(block).is_some());
            if let Some((stated, state)) = absent {
                judge(state, None, stated, draft);
            } else if has_boxes || layout.is_known_area(section) || table.has_name(&area) {
                draft.add_problem(ProblemKind::MissingGrade { area }, &[heading]);
            }
        }
        let first_finding = draft.findings.len();
        boxes::read_boxes(words, layout.boxes, &context, draft);
        add_box_problems(words, first_finding, draft);
        doubt
    }

    /// The grade of an area that states it only in a sentence, if the heading is certainly that of an area.
    fn grade_in_sentence<'b, 'a>(
        &self,
        section: &'b [Block<'a>],
        draft: &ReportDraft,
    ) -> Option<(&'b Block<'a>, Grade, String)> {
        // A printed grade above the sentence may be garbled.
        const LONGEST_GRADE: usize = 30;
        let heading = section[0].text();
        let is_garbled = |b: &Block| b.approximate_len() <= LONGEST_GRADE && may_be_heading(b) && box_kind(b).is_none();
        let candidates = section.get(1).into_iter().chain(section.get(2).filter(|_| is_garbled(&section[1])));
        let read =
            |stated| parse_grade_sentence(&Block::text(stated), draft).map(|(grade, name)| (stated, grade, name));
        let (stated, grade, name) = candidates.into_iter().find_map(read)?;
        let is_area =
            self.layout.is_known_area(section) || self.table.has_name(&heading) || similarity(&name, &heading) > 0;
        is_area.then_some((stated, grade, name))
    }
}

/// Adds problems for headings that resemble those of boxes, and for recommendations without a cause of concern, among
/// the findings from index `first_finding` on.
fn add_box_problems(words: &[Block], first_finding: usize, draft: &mut ReportDraft) {
    for block in words.iter().filter(|block| resembles_box_heading(block)) {
        draft.add_problem(ProblemKind::UnclearBox { words: block.text() }, &[block]);
    }
    let is_lone = |f: &&Finding| f.kind == FindingKind::Recommendation && f.parent.is_none();
    let problem =
        |f: &Finding| ProblemKind::LoneRecommendation { words: f.text.clone() }.into_problem(f.passages.clone());
    draft.problems.extend(draft.findings[first_finding..].iter().filter(is_lone).map(problem));
}

/// Adds to the last judgment the sentence under its grade and the name that it uses for the area.
fn add_restatement(passages: Vec<Passage>, name: String, draft: &mut ReportDraft) {
    if let Some(judgment) = draft.judgments.last_mut() {
        judgment.also_stated = passages;
        judgment.also_called.extend(Some(name).filter(|name| fold_phrase(name) != fold_phrase(&judgment.area)));
    }
}

/// Settles the cases where a sentence gives a different grade from the one printed above it.
///
/// If the table of judgments prints the same grade as the section, the sentence is wrong, and the printed grade is
/// kept. If the table cannot be read, either of the two may be wrong, and neither is used.
pub fn settle_doubts(doubts: Vec<GradeDoubt>, confirmed: &HashSet<JudgmentKey>, draft: &mut ReportDraft) {
    // The comparison with the table has removed some judgments already.
    let remaining: HashMap<JudgmentKey, (String, Option<Grade>)> =
        draft.judgments.iter().map(|j| (j.key.clone(), (j.area.clone(), j.grade))).collect();
    let mut unclear = HashSet::new();
    for GradeDoubt { judgment, claimed: said, passages: at } in doubts {
        let Some((area, grade)) = remaining.get(&judgment) else { continue };
        let area = area.clone();
        let kind = match grade.filter(|_| confirmed.contains(&judgment)) {
            Some(printed) => ProblemKind::Contradiction { area, printed, sentence: said },
            None => {
                unclear.insert(judgment);
                ProblemKind::UnclearGrade { area }
            }
        };
        draft.problems.push(kind.into_problem(at));
    }
    draft.remove_judgments(&unclear);
}
