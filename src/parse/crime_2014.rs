//! The reports of the crime inspection of 2014, the first (interim) PEEL inspection.
//!
//! Text of a designed PDF: the first page sets three questions side by side, so their grades run together
//! ("Good GoodGood"); each question closes with a summary and its grade; a heading may be printed after
//! the words it heads, so it is the grades that tell where a question ends.

use super::block::{Block, Mark, Piece, place};
use super::boxes::{self, Style};
use super::draft::{Draft, Judged, Place, Role};
use super::identity::{Identity, most_named_force};
use super::outline::{is_figure, is_heading, printed_judgment};
use super::{Document, Format};
use crate::fold::fold;
use crate::model::{FindingKind, Grade, Inspectorate, Passage, Scale, Scope};
use crate::problem::Kind;

pub const FORMAT: Format = Format {
    name: "crime inspection 2014",
    signs: &["How effective is the force at cutting crime?", "How effective is the force at investigating offending?"],
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    Some(Identity {
        force: most_named_force(&document.flat)?,
        inspectorate: Inspectorate::Hmic,
        programme: "Crime inspection",
        pillar: None,
        cycle: "2014".to_string(),
        what: "crime",
        title: FORMAT.signs[0].to_string(),
        published: None,
        inspected: None,
        isbn: None,
        inspector: None,
        scale: Scale::FourTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let Some(introduction) = blocks.iter().position(|b| b.is("Introduction")) else {
        return draft.problem(Kind::MissingPart { part: "introduction".to_string() }, &[]);
    };
    let (front, rest) = blocks.split_at(introduction);
    let end = rest.iter().position(|b| b.is("What each judgment means")).unwrap_or(rest.len());
    let (body, meaning) = rest.split_at(end);

    draft.mark_rest(&front[..1.min(front.len())], Role::Identity);
    let front_grades = front_grades(front, draft);
    let mut start = body.iter().position(is_question).unwrap_or(0);
    while let Some(length) = body[start..].iter().position(|b| printed_judgment(&b.text()).is_some()) {
        read_question(&body[start..=start + length], &front_grades, draft);
        start += length + 1;
    }
    if draft.judgments.len() < 3 {
        draft.problem(Kind::MissingPart { part: "grade for each of the three questions".to_string() }, &[]);
    }
    for part in [front, body, meaning] {
        draft.mark_rest(part.iter().filter(|b| is_figure(b)), Role::Figure);
        draft.mark_rest(part.iter().filter(|b| b.text().len() < 60 && is_heading(b)), Role::Heading);
        draft.mark_rest(part, Role::Narrative);
    }
}

fn is_question(block: &Block) -> bool {
    let text = block.text();
    block.mark == Mark::None && text.starts_with("How effective is the force at ") && text.ends_with('?')
}

/// One question, from the words after the last grade up to and with its own.
fn read_question(blocks: &[Block], front: &[(Grade, Passage)], draft: &mut Draft) {
    let Some((stated, inside)) = blocks.split_last() else { return };
    let Some((state, grade)) = printed_judgment(&stated.text()) else { return };
    let Some(heading) = inside.iter().find(|b| is_question(b)) else {
        return draft.problem(Kind::MissingPart { part: "question above this grade".to_string() }, &[stated]);
    };
    let on_front = front.get(draft.judgments.len());
    if let (Some((front_grade, _)), Some(grade)) = (on_front, grade)
        && *front_grade != grade
    {
        return draft.problem(Kind::UnclearGrade { area: heading.text() }, &[stated]);
    }
    let key = draft.judge(Judged { scope: Scope::Question, state, grade, inspected: None, heading, stated });
    if let (Some(judgment), Some((_, passage))) = (draft.judgments.last_mut(), on_front) {
        judgment.also_stated.push(*passage);
    }

    let place = Place { section: vec![heading.text()], judgment: Some(key), parent: None };
    let summary = inside.iter().rposition(|b| b.is("Summary")).unwrap_or(inside.len());
    boxes::read(&inside[..summary], Style::Listed, &place, draft);
    for block in inside.iter().skip(summary) {
        if block.mark == Mark::Bullet {
            draft.find(FindingKind::SummaryPoint, &place.under("Summary"), block, &[]);
        } else if block.is("Summary") {
            draft.mark(block, Role::Heading);
        }
    }
}

/// The grades of the first page in the order of the questions, however they run together.
fn front_grades(front: &[Block], draft: &mut Draft) -> Vec<(Grade, Passage)> {
    let questions = front.iter().filter(|b| is_question(b)).count();
    for block in front {
        let grades: Vec<_> = block.pieces.iter().flat_map(|piece| grades_in(*piece)).collect();
        if grades.len() == questions.saturating_sub(1) && !grades.is_empty() {
            draft.mark(block, Role::Judgment);
            return grades;
        }
    }
    let expected = "the grades of the three questions in a row".to_string();
    draft.problem(Kind::BrokenTable { expected }, &front.first().into_iter().collect::<Vec<_>>());
    Vec::new()
}

/// The grades of a line that holds nothing else.
fn grades_in(piece: Piece) -> Vec<(Grade, Passage)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < piece.text.len() {
        let rest = &piece.text[at..];
        let Some(grade) = Grade::ALL.into_iter().find(|g| fold(rest).starts_with(&fold(g.word()))) else {
            return Vec::new();
        };
        let words = &rest[..grade.word().len()];
        found.push((grade, place(&Piece { text: words, start: piece.start + at, ..piece })));
        at += words.len();
        at += piece.text[at..].len() - piece.text[at..].trim_start().len();
    }
    found
}
