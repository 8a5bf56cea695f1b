//! The reports of the crime inspection of 2014, the first (interim) PEEL inspection.
//!
//! Text of a designed PDF: the first page sets three questions side by side, so their grades run together
//! ("Good GoodGood"); each question closes with a summary and its grade; a heading may be printed after
//! the words it heads, so it is the grades that tell where a question ends.

use crate::format::{Document, Format};
use crate::structure::boxes;
use crate::structure::boxes::Style;
use crate::structure::draft::{Draft, Judged, Place};
use crate::structure::identity::{Identity, between, cover_date, isbn, most_named_force, printed_interval};
use crate::structure::outline::{box_kind, is_figure, is_heading, judgment_of};
use crate::structure::questions;
use crate::structure::role::Role;
use intake::block::{Block, Mark, place};
use model::fold::fold;
use model::problem::Kind;
use model::{FindingKind, Grade, Inspectorate, JudgmentKey, Passage, Scale, Scope};
use std::collections::{HashMap, HashSet};

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
    let end = rest.iter().position(is_meaning);
    if end.is_none() {
        draft.problem(Kind::MissingPart { part: "page on what each judgment means".to_string() }, &[]);
    }
    let end = end.unwrap_or(rest.len());
    let (body, meaning) = rest.split_at(end);

    let cover = front.iter().position(|b| b.is(TITLE)).map_or(1, |title| title + 1);
    draft.mark_rest(&front[..cover.min(front.len())], Role::Identity);
    let first_page = first_page(front, draft);
    let last_question = body.iter().rposition(is_question).unwrap_or(0);
    let first_question = body.iter().position(is_question).unwrap_or(body.len());
    let mut start = if first_question < body.len() { first_question } else { 0 };
    let mut grades = 0;
    while let Some(length) = body[start..].iter().position(|b| judgment_of(b).is_some()) {
        let place = read_stretch(&body[start..start + length], Some(&body[start + length]), &first_page, draft);
        grades += 1;
        start += length + 1;
        // A box right behind a grade belongs to it; after the last, recommendations are made to the force as a whole.
        if start <= last_question {
            let length = boxes_at_start(&body[start..]);
            boxes::read(&body[start..start + length], Style::Plain, &place, draft);
            start += length;
        }
    }
    if start <= last_question {
        let asked = &body[start..];
        let length = summary_ends(asked).last().copied().unwrap_or(asked.len());
        read_stretch(&asked[..length], None, &first_page, draft);
        start += length;
    }
    boxes::read(&body[start..], Style::Plain, &Place::default(), draft);
    if grades < 3 {
        draft.problem(Kind::MissingPart { part: "grade for each of the three questions".to_string() }, &[]);
    }
    draft.leave_items(&body[first_question..]);
    for part in [front, body, meaning] {
        draft.mark_rest(part.iter().filter(|b| is_figure(b)), Role::Figure);
        draft.mark_rest(part.iter().filter(|b| b.text().len() < 60 && is_heading(b)), Role::Heading);
        draft.mark_rest(part, Role::Narrative);
    }
}

/// The page that says what each judgment means; it begins with the same words in every report.
fn is_meaning(block: &Block) -> bool {
    let first = fold(block.first().text);
    let is_heading =
        ["what each judgment means", "definitions and what each"].iter().any(|words| first.starts_with(words));
    is_heading || first.starts_with("hmic uses four categories for making")
}

fn is_question(block: &Block) -> bool {
    const LONGEST: usize = 200;
    if block.mark != Mark::None || block.length() > LONGEST {
        return false;
    }
    let text = block.text();
    text.ends_with('?') && fold(&text).starts_with("how effective is the force at ")
}

/// The first question that is asked again: on the first page, and over its section.
fn second_asking(blocks: &[Block]) -> Option<usize> {
    let mut asked = HashSet::new();
    blocks.iter().position(|b| is_question(b) && !asked.insert(fold(&b.text())))
}

/// How far the boxes go that stand right at the start.
fn boxes_at_start(blocks: &[Block]) -> usize {
    let is_box = |b: &Block| box_kind(b).is_some();
    let is_first = blocks.first().is_some_and(is_box);
    if is_first { blocks.iter().take_while(|b| b.mark != Mark::None || is_box(b)).count() } else { 0 }
}

/// Where the points of each summary end.
fn summary_ends(blocks: &[Block]) -> Vec<usize> {
    let summaries = (0..blocks.len()).filter(|i| blocks[*i].is("Summary"));
    summaries.map(|i| i + 1 + blocks[i + 1..].iter().take_while(|b| b.mark != Mark::None).count()).collect()
}

/// The words after one grade and before the next. Returns where the question that the grade closes stands.
///
/// They are one question's, which closes with its summary and its grade. Another summary before the grade says that
/// a grade is lost; then this one is taken only where the first page says the same.
fn read_stretch(blocks: &[Block], stated: Option<&Block>, first_page: &FirstPage, draft: &mut Draft) -> Place {
    let mut from = 0;
    let ends = summary_ends(blocks);
    for end in ends.iter().take(ends.len().saturating_sub(1)) {
        let place = read_question(&blocks[from..*end], None, first_page, draft);
        from = *end + boxes_at_start(&blocks[*end..]);
        boxes::read(&blocks[*end..from], Style::Plain, &place, draft);
    }
    let closing = stated.map(|stated| Closing { stated, is_alone: from == 0 });
    read_question(&blocks[from..], closing, first_page, draft)
}

/// The grade that closes a question.
struct Closing<'b, 'a> {
    stated: &'b Block<'a>,
    /// No other question stands between the grade before and this one.
    is_alone: bool,
}

/// One question with its findings. Returns where it stands.
fn read_question(blocks: &[Block], closing: Option<Closing>, first_page: &FirstPage, draft: &mut Draft) -> Place {
    let mut names = HashSet::new();
    let asked: Vec<&Block> = blocks.iter().filter(|b| is_question(b) && names.insert(fold(&b.text()))).collect();
    let [heading] = asked[..] else {
        for question in &asked {
            draft.problem(Kind::MissingGrade { area: question.text() }, &[question]);
        }
        if asked.is_empty() {
            let part = "question above this grade or summary".to_string();
            draft.problem(Kind::MissingPart { part }, &[closing.as_ref().map_or(&blocks[0], |closing| closing.stated)]);
        }
        return Place::default();
    };
    let place =
        Place { section: vec![heading.text()], judgment: judge(heading, closing, first_page, draft), parent: None };
    let summary = blocks.iter().rposition(|b| b.is("Summary")).unwrap_or(blocks.len());
    boxes::read(&blocks[..summary], Style::Plain, &place, draft);
    for block in blocks.iter().skip(summary) {
        if block.mark == Mark::Bullet {
            draft.find(FindingKind::SummaryPoint, &place.under("Summary"), block, &[]);
        } else if block.is("Summary") {
            draft.mark(block, Role::Heading);
        }
    }
    place
}

/// The judgment of a question, if its grade is clear.
fn judge(heading: &Block, closing: Option<Closing>, first_page: &FirstPage, draft: &mut Draft) -> Option<JudgmentKey> {
    let on_page = first_page.get(&fold(&heading.text()));
    let area = heading.text();
    let Some((Closing { stated, is_alone }, judged)) =
        closing.and_then(|c| judgment_of(c.stated).map(|judged| (c, judged)))
    else {
        draft.problem(Kind::MissingGrade { area }, &[heading]);
        return None;
    };
    match on_page {
        Some((grade, passage)) if Some(*grade) != judged.1 => {
            draft.mark(heading, Role::Heading);
            draft.mark(stated, Role::Judgment);
            let passages = [vec![*passage], draft.passages(&[heading, stated])].concat();
            draft.problems.push(Kind::UnclearGrade { area }.at(passages));
            None
        }
        None if !is_alone => {
            draft.problem(Kind::MissingGrade { area }, &[heading, stated]);
            None
        }
        _ => {
            let also_stated = on_page.iter().map(|(_, passage)| *passage).collect();
            let judged = Judged::new(Scope::Question, judged, heading, stated);
            Some(draft.judge(Judged { also_stated, ..judged }))
        }
    }
}

/// The grades of the first page by the folded words of their questions.
type FirstPage = HashMap<String, (Grade, Passage)>;

/// The questions of the first page with their grades, which stand in the same order, however they are set.
fn first_page(front: &[Block], draft: &mut Draft) -> FirstPage {
    let questions = front.iter().filter(|b| is_question(b) && !b.is(TITLE));
    let questions: Vec<String> = questions.map(|question| fold(&question.text())).collect();
    let mut grades = Vec::new();
    for block in front {
        let found = grades_in(block);
        if !found.is_empty() {
            draft.mark(block, Role::Judgment);
            grades.extend(found);
        }
    }
    if grades.len() == questions.len() && !grades.is_empty() {
        return questions.into_iter().zip(grades).collect();
    }
    let expected = "the grades of the three questions in a row".to_string();
    draft.problem(Kind::BrokenTable { expected }, &front.first().into_iter().collect::<Vec<_>>());
    FirstPage::new()
}

/// The grades of a block that holds nothing else: "Good GoodRequires / improvement".
fn grades_in(block: &Block) -> Vec<(Grade, Passage)> {
    // Three of the longest grades are shorter. More are no first page, and each would join the rest of the block anew.
    const LONGEST: usize = 100;
    let mut found = Vec::new();
    let mut rest = block.part(if block.length() > LONGEST { Vec::new() } else { block.pieces.clone() });
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
