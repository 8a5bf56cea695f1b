//! PEEL effectiveness reports of 2016.
//!
//! Text of a PDF, hard-wrapped: page tops are set in by a space, footnotes and page numbers stand between
//! the words, boxes interrupt paragraphs. An overview lists the questions with their grades; each question
//! has a section that closes with a summary, its grade again, and boxes.

use super::block::{Block, Mark};
use super::boxes::{self, Style};
use super::claim;
use super::draft::{Draft, Judged, Place};
use super::identity::{Identity, between, cover_date, isbn, printed_interval, stated_force};
use super::outline::{box_kind, is_figure, is_heading, judgment_of, part_headings, printed_judgment};
use super::questions;
use super::role::Role;
use super::{Document, Format};
use crate::fold::fold;
use crate::model::{FindingKind, Grade, Inspectorate, JudgmentKey, Scale, Scope, State};
use crate::problem::Kind;
use std::collections::HashSet;

/// "HMIC's effectiveness inspection assessed all of these areas during 2016."
const CYCLE: &str = "2016";

const TITLE: &str = "PEEL: Police effectiveness 2016";

const OVERVIEW: &str = "Overview - How effective is the force at keeping people safe and reducing crime?";

pub const FORMAT: Format = Format {
    name: "PEEL effectiveness report 2016",
    title: TITLE,
    may_lack_cover: true,
    signs: &[&[OVERVIEW], &[TITLE, "of these areas during 2016", "areas during 2016"]],
    once: "Overall summary How effective is the force",
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat;
    // Some texts start behind the cover.
    let has_cover = flat.starts_with(TITLE);
    Some(Identity {
        force: stated_force(document, "sets out our findings for ")?,
        inspectorate: Inspectorate::Hmic,
        programme: "PEEL",
        pillar: Some("Effectiveness"),
        cycle: CYCLE.to_string(),
        what: "effectiveness",
        title: if has_cover { TITLE } else { "PEEL effectiveness 2016" }.to_string(),
        published: cover_date(flat),
        inspected: between(flat, "against these questions between ", ", except").and_then(printed_interval),
        isbn: isbn(flat),
        inspector: None,
        scale: Scale::FourTier,
    })
}

/// A question of the overview, with the grade printed under it if one is.
struct Question<'b, 'a> {
    heading: &'b Block<'a>,
    stated: Option<&'b Block<'a>>,
}

impl Question<'_, '_> {
    fn judgment(&self) -> Option<(State, Option<Grade>)> {
        printed_judgment(&self.stated?.text())
    }
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let blocks = part_headings(blocks, &["Overall summary", "Summary of findings"]);
    let blocks = questions::part(&blocks);
    read_front(&blocks, draft);
    let Some(overview) = overview(&blocks) else {
        return draft.problem(Kind::MissingPart { part: "overview".to_string() }, &[]);
    };
    read_overall(&blocks[overview..], draft);
    let questions = questions(&blocks[overview + 1..]);
    let listed_until =
        questions.last().map_or(overview, |last| position_of(&blocks, last.stated.unwrap_or(last.heading)));
    let asked: HashSet<String> = questions.iter().map(|question| fold(&question.heading.text())).collect();
    let starts: Vec<usize> = (listed_until + 1..blocks.len())
        .filter(|i| blocks[*i].mark == Mark::None && asked.contains(&fold(&blocks[*i].text())))
        .collect();
    let end = blocks.iter().position(|b| b.is("Next steps")).filter(|end| *end > listed_until).unwrap_or(blocks.len());
    for question in &questions {
        let Some(n) = starts.iter().position(|i| blocks[*i].is(&question.heading.text())) else {
            if judge_ungraded(question, question.heading, draft).is_some() {
                continue;
            }
            let part = format!("section for '{}'", question.heading.text());
            draft.problem(Kind::MissingPart { part }, &[question.heading]);
            continue;
        };
        let until = starts.get(n + 1).copied().unwrap_or(end).max(starts[n] + 1);
        read_section(&blocks[starts[n]..until], question, draft);
    }
    if questions.iter().all(|question| question.stated.is_none()) {
        draft.problem(
            Kind::BrokenTable { expected: "questions with a grade under each".to_string() },
            &[&blocks[overview]],
        );
    }

    if !blocks[listed_until..].iter().any(|b| b.is("Next steps") || fold(b.first().text).starts_with("annex a")) {
        draft.problem(Kind::MissingPart { part: "next steps or annex behind its questions".to_string() }, &[]);
    }
    let first = blocks.iter().position(|b| b.is("Introduction")).unwrap_or(overview);
    let known = &blocks[first..];
    draft.mark_rest(known.iter().filter(|b| is_figure(b)), Role::Figure);
    draft.mark_rest(known.iter().filter(|b| b.text().len() < 120 && is_heading(b)), Role::Heading);
    draft.mark_rest(known, Role::Narrative);
}

/// What stands before the introduction, where the text begins with its cover.
fn read_front(blocks: &[Block], draft: &mut Draft) {
    let introduction = blocks.iter().position(|b| b.is("Introduction")).unwrap_or(0);
    let contents = blocks[..introduction].iter().position(|b| fold(b.first().text).starts_with("contents"));
    let (cover, list) = blocks[..introduction].split_at(contents.unwrap_or(introduction));
    draft.mark_rest(cover, Role::Identity);
    draft.mark_rest(list, Role::Contents);
}

/// The heading of the overview, which a contents list names too, with its page.
fn overview(blocks: &[Block]) -> Option<usize> {
    let exact = blocks.iter().position(|b| b.is(OVERVIEW));
    exact.or_else(|| blocks.iter().rposition(|b| fold(&b.text()).starts_with("overview - how effective is the force")))
}

fn position_of(blocks: &[Block], block: &Block) -> usize {
    blocks.iter().position(|b| b.marked_at == block.marked_at).unwrap_or(0)
}

fn read_overall(overview: &[Block], draft: &mut Draft) {
    let heading = overview.iter().position(|b| fold(&b.text()).starts_with("overall judgment"));
    let stated = heading.and_then(|i| overview.get(i + 1));
    let judged = stated.and_then(|block| Some((block, judgment_of(block)?)));
    let Some((stated, (state, grade))) = judged else {
        return draft.problem(Kind::MissingGrade { area: "Overall judgment".to_string() }, &[&overview[0]]);
    };
    draft.mark_rest(heading.map(|i| &overview[i]), Role::Heading);
    // The question stands behind the dash: "Overview – How effective is the force at ...".
    let question = overview[0].after("Overview – ").unwrap_or_else(|| overview[0].clone());
    let key = draft.judge(Judged {
        scope: Scope::Overall,
        state,
        grade,
        inspected: Some(CYCLE.to_string()),
        heading: &question,
        stated,
    });
    let until = overview.iter().position(|b| b.is("Overall summary")).unwrap_or(0);
    claim::contradictions(&overview[..until], Some(&key), claim::OVERALL_TOPIC, draft);
}

/// The questions with the grade under each; or, where the overview has come apart, those that have a section.
fn questions<'b, 'a>(overview: &'b [Block<'a>]) -> Vec<Question<'b, 'a>> {
    let is_question = |b: &Block| b.mark == Mark::None && fold(&b.text()).starts_with("how effective");
    let pairs = overview.windows(2).filter(|pair| is_question(&pair[0]) && judgment_of(&pair[1]).is_some());
    let graded: Vec<Question> = pairs.map(|pair| Question { heading: &pair[0], stated: Some(&pair[1]) }).collect();
    if !graded.is_empty() {
        return graded;
    }
    let asked: Vec<&Block> = overview.iter().filter(|b| is_question(b)).collect();
    let again = |n: usize| asked[n + 1..].iter().any(|later| later.is(&asked[n].text()));
    (0..asked.len()).filter(|n| again(*n)).map(|n| Question { heading: asked[n], stated: None }).collect()
}

/// A question whose grade is not there or still to come has no summary, and may have no section.
fn judge_ungraded(question: &Question, heading: &Block, draft: &mut Draft) -> Option<JudgmentKey> {
    let (state, _) = question.judgment().filter(|(state, _)| *state != State::Graded)?;
    let stated = question.stated?;
    Some(draft.judge(Judged { scope: Scope::Question, state, grade: None, inspected: None, heading, stated }))
}

fn read_section(blocks: &[Block], question: &Question, draft: &mut Draft) {
    let heading = &blocks[0];
    draft.mark(heading, Role::Heading);
    draft.mark(question.heading, Role::Heading);
    draft.mark_rest(question.stated, Role::Judgment);
    let summary = blocks.iter().rposition(|b| b.is("Summary of findings"));
    let stated = summary.and_then(|i| blocks.get(i + 1)).filter(|b| judgment_of(b).is_some());
    let area = heading.text();
    let judgment = match stated.map(|b| (b, judgment_of(b))) {
        Some((stated, Some((state, grade)))) if question.judgment().is_none_or(|listed| listed == (state, grade)) => {
            let key = draft.judge(Judged {
                scope: Scope::Question,
                state,
                grade,
                inspected: Some(CYCLE.to_string()),
                heading,
                stated,
            });
            let again = question.stated.map(|listed| draft.passages(&[question.heading, listed])).unwrap_or_default();
            draft.judgments.last_mut().into_iter().for_each(|j| j.also_stated = again.clone());
            Some(key)
        }
        Some((stated, _)) => {
            let places: Vec<&Block> = Some(stated).into_iter().chain(question.stated).collect();
            draft.problem(Kind::UnclearGrade { area: area.clone() }, &places);
            None
        }
        None => judge_ungraded(question, heading, draft).or_else(|| {
            let part = format!("summary of findings with the grade of '{area}'");
            draft.problem(Kind::MissingPart { part }, &[heading]);
            None
        }),
    };
    let Some(summary) = summary else { return };
    draft.mark(&blocks[summary], Role::Heading);
    let place = Place { section: vec![heading.text()], judgment, parent: None };
    let boxes_from =
        blocks.iter().skip(summary).position(|b| box_kind(b).is_some()).map_or(blocks.len(), |i| summary + i);
    let points = &blocks[summary + 1..boxes_from];
    let in_summary = place.under(&blocks[summary].text());
    for point in points.iter().filter(|b| b.mark == Mark::None && judgment_of(b).is_none()) {
        draft.find(FindingKind::SummaryPoint, &in_summary, point, &[]);
    }
    claim::contradictions(points, place.judgment.as_ref(), claim::topic(&area), draft);
    boxes::read(&blocks[boxes_from..], Style::Listed, &place, draft);
}
