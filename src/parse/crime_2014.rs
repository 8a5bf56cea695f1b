//! The reports of the crime inspection of 2014, the first (interim) PEEL inspection.
//!
//! Text of a designed PDF: the first page sets three questions side by side, so their grades run together
//! ("Good GoodGood"); each question closes with a summary and its grade; a heading may be printed after
//! the words it heads, so it is the grades that tell where a question ends.

use super::block::{Block, Mark, place};
use super::boxes::{self, Style};
use super::draft::{Draft, Judged, Place};
use super::identity::{Identity, between, cover_date, isbn, most_named_force, printed_interval};
use super::outline::{box_kind, is_figure, is_heading, judgment_of};
use super::questions;
use super::role::Role;
use super::{Document, Format};
use crate::fold::fold;
use crate::model::{FindingKind, Grade, Inspectorate, Passage, Scale, Scope};
use crate::problem::Kind;

const TITLE: &str = "How effective is the force at cutting crime?";

pub const FORMAT: Format = Format {
    name: "crime inspection 2014",
    title: TITLE,
    may_lack_cover: false,
    signs: &[
        &[TITLE],
        &["How effective is the force at investigating offending?"],
        &["This inspection looks at how effective police forces are at cutting crime", "What each judgment means"],
    ],
    once: "Definitions and what each judgment means",
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    let fieldwork = ["took place between ", "was carried out between "].iter();
    let fieldwork = fieldwork.filter_map(|before| between(&document.flat, before, ".")).find_map(printed_interval);
    Some(Identity {
        force: most_named_force(document)?,
        inspectorate: Inspectorate::Hmic,
        programme: "Crime inspection",
        pillar: None,
        cycle: "2014".to_string(),
        what: "crime",
        title: TITLE.to_string(),
        published: cover_date(&document.flat),
        inspected: fieldwork,
        isbn: isbn(&document.flat),
        inspector: None,
        scale: Scale::FourTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let blocks = questions::part(blocks);
    let introduction = blocks.iter().position(|b| b.is("Introduction"));
    let Some(front) = introduction.or_else(|| second_asking(&blocks)) else {
        return draft.problem(Kind::MissingPart { part: "introduction".to_string() }, &[]);
    };
    let (front, rest) = blocks.split_at(front);
    let end = rest.iter().position(|b| b.is("What each judgment means"));
    if end.is_none() {
        draft.problem(Kind::MissingPart { part: "page on what each judgment means".to_string() }, &[]);
    }
    let end = end.unwrap_or(rest.len());
    let (body, meaning) = rest.split_at(end);

    let cover = front.iter().position(|b| b.is(TITLE)).map_or(1, |title| title + 1);
    draft.mark_rest(&front[..cover.min(front.len())], Role::Identity);
    let front_grades = front_grades(front, draft);
    let mut start = body.iter().position(is_question).unwrap_or(0);
    let mut questions = 0;
    while let Some(length) = body[start..].iter().position(|b| judgment_of(b).is_some()) {
        let place = read_question(&body[start..=start + length], &front_grades, draft);
        questions += 1;
        start += length + 1;
        // A box right behind a grade belongs to it; after the last, recommendations are made to the force as a whole.
        let behind = &body[start..];
        let is_box = |b: &Block| box_kind(b).is_some();
        if behind.first().is_some_and(is_box) && behind.iter().any(is_question) {
            let length = 1 + behind[1..].iter().take_while(|b| b.mark != Mark::None || is_box(b)).count();
            boxes::read(&behind[..length], Style::Listed, &place, draft);
            start += length;
        }
    }
    boxes::read(&body[start..], Style::Listed, &Place::default(), draft);
    if questions < 3 {
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
    block.mark == Mark::None && text.ends_with('?') && fold(&text).starts_with("how effective is the force at ")
}

/// The first question that is asked again: on the first page, and over its section.
fn second_asking(blocks: &[Block]) -> Option<usize> {
    let asked: Vec<usize> = (0..blocks.len()).filter(|i| is_question(&blocks[*i])).collect();
    let again = |(n, i): (usize, &usize)| asked[..n].iter().any(|earlier| blocks[*earlier].is(&blocks[*i].text()));
    asked.iter().enumerate().position(again).map(|n| asked[n])
}

/// One question, from the words after the last grade up to and with its own. Returns where it stands.
fn read_question(blocks: &[Block], front: &[Front], draft: &mut Draft) -> Place {
    let Some((stated, inside)) = blocks.split_last() else { return Place::default() };
    let Some((state, grade)) = judgment_of(stated) else { return Place::default() };
    let Some(heading) = inside.iter().find(|b| is_question(b)) else {
        draft.problem(Kind::MissingPart { part: "question above this grade".to_string() }, &[stated]);
        return Place::default();
    };
    let on_front = front.iter().find(|on_front| heading.is(&on_front.question));
    let is_clear = on_front.is_none_or(|on_front| Some(on_front.grade) == grade);
    let judgment = is_clear.then(|| {
        let judged = Judged { scope: Scope::Question, state, grade, inspected: None, heading, stated };
        draft.judge(judged)
    });
    match (draft.judgments.last_mut(), on_front) {
        (Some(judgment), Some(Front { passage, .. })) if is_clear => judgment.also_stated.push(*passage),
        (_, Some(Front { passage, .. })) => {
            draft.mark(heading, Role::Heading);
            draft.mark(stated, Role::Judgment);
            let passages = [vec![*passage], draft.passages(&[heading, stated])].concat();
            draft.problems.push(Kind::UnclearGrade { area: heading.text() }.at(passages));
        }
        _ => {}
    }

    let place = Place { section: vec![heading.text()], judgment, parent: None };
    let summary = inside.iter().rposition(|b| b.is("Summary")).unwrap_or(inside.len());
    boxes::read(&inside[..summary], Style::Listed, &place, draft);
    for block in inside.iter().skip(summary) {
        if block.mark == Mark::Bullet {
            draft.find(FindingKind::SummaryPoint, &place.under("Summary"), block, &[]);
        } else if block.is("Summary") {
            draft.mark(block, Role::Heading);
        }
    }
    place
}

/// A question of the first page with its grade.
struct Front {
    question: String,
    grade: Grade,
    passage: Passage,
}

/// The questions of the first page with their grades, which stand in the same order, however they are set.
fn front_grades(front: &[Block], draft: &mut Draft) -> Vec<Front> {
    let questions: Vec<String> = front.iter().filter(|b| is_question(b) && !b.is(TITLE)).map(Block::text).collect();
    let mut grades = Vec::new();
    for block in front {
        let found = grades_in(block);
        if !found.is_empty() {
            draft.mark(block, Role::Judgment);
            grades.extend(found);
        }
    }
    if grades.len() == questions.len() && !grades.is_empty() {
        let pairs = questions.into_iter().zip(grades);
        return pairs.map(|(question, (grade, passage))| Front { question, grade, passage }).collect();
    }
    let expected = "the grades of the three questions in a row".to_string();
    draft.problem(Kind::BrokenTable { expected }, &front.first().into_iter().collect::<Vec<_>>());
    Vec::new()
}

/// The grades of a block that holds nothing else: "Good GoodRequires / improvement".
fn grades_in(block: &Block) -> Vec<(Grade, Passage)> {
    let mut found = Vec::new();
    let mut rest = block.clone();
    while !rest.pieces.is_empty() {
        let words = fold(&rest.text());
        let Some(grade) = Scale::FourTier.grades().iter().find(|g| words.starts_with(&fold(g.word()))) else {
            return Vec::new();
        };
        let Some((stated, behind)) = rest.split_at_start(grade.word()) else { return Vec::new() };
        found.extend(passages_of(&stated).map(|passage| (*grade, passage)));
        rest = behind;
    }
    found
}

/// The one place of a grade, over a line end too.
fn passages_of(block: &Block) -> Option<Passage> {
    let (first, last) = (place(block.pieces.first()?), place(block.pieces.last()?));
    Some(Passage { lines: [first.lines[0], last.lines[1]], bytes: [first.bytes[0], last.bytes[1]] })
}
