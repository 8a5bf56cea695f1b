//! PEEL effectiveness reports of 2017.
//!
//! One paragraph a line. 2017 re-inspected only where risk was highest, so the table of judgments has a
//! column "Last inspected", and grades of other years are carried forward. Footnotes are marked by
//! superscript digits and stand between the parts of the paragraph they interrupt.

use super::block::{Block, Mark};
use super::boxes::{self, Style};
use super::claim;
use super::contents;
use super::dated_table::{self, Row, row_of};
use super::draft::{Draft, Judged, Place};
use super::identity::{Identity, cover_date, isbn, stated_force};
use super::outline::{is_figure, is_heading, judgment_of};
use super::role::Role;
use super::text::is_finished;
use super::{Document, Format};
use crate::fold::fold;
use crate::model::{Date, Grade, Inspectorate, Scale, Scope, State, When};
use crate::problem::Kind;
use std::collections::HashMap;

const CYCLE: &str = "2017";

const TITLE: &str = "PEEL: Police effectiveness 2017";

pub const FORMAT: Format = Format {
    name: "PEEL effectiveness report 2017",
    title: TITLE,
    may_lack_cover: false,
    signs: &[&[TITLE], &["An inspection of", "Last inspected"]],
    once: "Question Grade Last inspected",
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat;
    let assessed = fold(flat).contains("was assessed against the following areas in 2017");
    Some(Identity {
        force: stated_force(document, "An inspection of ")?,
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: Some("Effectiveness"),
        cycle: CYCLE.to_string(),
        what: "effectiveness",
        title: TITLE.to_string(),
        published: cover_date(flat),
        inspected: Date::new(2017, None, None).map(When::on).filter(|_| assessed),
        isbn: isbn(flat),
        inspector: None,
        scale: Scale::FourTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let list = contents::read(blocks, draft);
    let contents = list.start;
    let overview = (list.end..blocks.len()).find(|i| blocks[*i].is("Judgments"));
    let Some(overview) = overview else {
        return draft.problem(Kind::MissingPart { part: "table of judgments".to_string() }, &[]);
    };
    draft.mark_rest(&blocks[..contents], Role::Identity);

    // In a text that was cut short, the only annex is the one that the contents list names.
    let annex = blocks.iter().rposition(|b| fold(&b.text()).starts_with("annex a")).filter(|annex| *annex > overview);
    if annex.is_none() {
        draft.problem(Kind::MissingPart { part: "annex on its data".to_string() }, &[]);
    }
    let body = &blocks[overview..annex.unwrap_or(blocks.len())];
    draft.mark(&body[0], Role::Heading);
    read_overall(body, draft);
    let is_summary =
        |b: &Block| b.is("Summary") || (b.mark == Mark::None && is_finished(&b.text()) && b.text().len() > 120);
    let summary = body.iter().position(is_summary).unwrap_or(body.len());
    let rows = dated_table::read(&body[..summary], CYCLE, draft);
    let sections: Vec<usize> = (summary + 2..body.len())
        .filter(|i| {
            let is_judgment = |b: &Block| b.mark == Mark::None && judgment_of(b).is_some();
            is_judgment(&body[*i]) && is_heading(&body[i - 1]) && !is_judgment(&body[i - 1])
        })
        .map(|i| i - 1)
        .collect();
    let mut sectioned: Vec<usize> = Vec::new();
    for (n, start) in sections.iter().enumerate() {
        let end = sections.get(n + 1).copied().unwrap_or(body.len());
        sectioned.extend(read_section(&body[*start..end], &rows, draft));
    }
    for (n, row) in rows.iter().enumerate().filter(|(n, _)| !sectioned.contains(n)) {
        read_unsectioned(n, row, &rows, draft);
    }
    order_as_in_table(&rows, draft);

    draft.mark_rest(blocks[contents..].iter().filter(|b| is_figure(b)), Role::Figure);
    draft.mark_rest(blocks[contents..].iter().filter(|b| b.text().len() < 120 && is_heading(b)), Role::Heading);
    draft.mark_rest(&blocks[contents..], Role::Narrative);
}

fn read_overall(body: &[Block], draft: &mut Draft) {
    let line = body.iter().take(4).position(|b| fold(&b.text()).starts_with("overall effectiveness"));
    let parted = line.and_then(|at| {
        // Only grades of this scale: "Inadequate" ends with "adequate", which it does not have.
        let mut grades = Scale::FourTier.grades().iter().copied();
        let ends = |grade: Grade| {
            let stop = format!("{}.", grade.word());
            body[at].split_at_end(grade.word()).or_else(|| body[at].split_at_end(&stop))
        };
        let glued = grades.clone().find_map(|grade| ends(grade).map(|parts| (parts, grade)));
        let below = body.get(at + 1).and_then(|next| grades.find(|grade| next.is(grade.word())).map(|g| (next, g)));
        glued.or_else(|| below.map(|(next, grade)| ((body[at].clone(), next.clone()), grade)))
    });
    match parted {
        Some(((heading, stated), grade)) => {
            let heading = heading.without_end(":");
            let inspected = Some(CYCLE.to_string()).filter(|year| heading.text().ends_with(year.as_str()));
            let (heading, stated) = (&heading, &stated);
            let key = draft.judge(Judged {
                scope: Scope::Overall,
                state: State::Graded,
                grade: Some(grade),
                inspected,
                heading,
                stated,
            });
            let summary = body.iter().position(|b| b.is("Summary")).unwrap_or(body.len());
            let summary = body[summary..].iter().take_while(|b| judgment_of(b).is_none()).count() + summary;
            claim::contradictions(&body[..summary], Some(&key), claim::OVERALL_TOPIC, draft);
        }
        None => draft.problem(Kind::MissingGrade { area: "Overall effectiveness".to_string() }, &[&body[0]]),
    }
}

/// Reads one section and returns the row of the table that it belongs to.
fn read_section(blocks: &[Block], rows: &[Row], draft: &mut Draft) -> Option<usize> {
    let [heading, stated, ..] = blocks else { return None };
    let (state, grade) = judgment_of(stated)?;
    let row = row_of(&heading.text(), rows);
    let judgment = match row.map(|n| &rows[n]) {
        Some(row) if (row.state, row.grade) != (state, grade) => {
            draft.mark(heading, Role::Heading);
            draft.problem(Kind::UnclearGrade { area: heading.text() }, &[stated, &row.stated]);
            None
        }
        row => {
            let inspected = row.and_then(|r| r.year.clone());
            let key = draft.judge(Judged { scope: Scope::Question, state, grade, inspected, heading, stated });
            if let (Some(row), Some(judgment)) = (row, draft.judgments.last_mut()) {
                let name = row.name.text();
                judgment.also_called.extend(Some(name).filter(|name| !heading.is(name)));
            }
            let again = row.map(|row| draft.passages(&[&row.name, &row.stated])).unwrap_or_default();
            draft.judgments.last_mut().into_iter().for_each(|j| j.also_stated = again.clone());
            Some(key)
        }
    };
    let place = Place { section: vec![heading.text()], judgment, parent: None };
    boxes::read(&blocks[2..], Style::Listed, &place, draft);
    row
}

/// A row without a section of its own: a question that was not inspected again.
fn read_unsectioned(n: usize, row: &Row, rows: &[Row], draft: &mut Draft) {
    let year = row.year.clone();
    if row.state == State::Graded {
        let part = format!("section for '{}'", rows[n].name.text());
        draft.problem(Kind::MissingPart { part }, &[&row.name]);
        // Without a section or a year nobody can say whether the grade is of this cycle or carried forward.
        if year.is_none() {
            return draft.mark(&row.stated, Role::Judgment);
        }
    }
    let (heading, stated) = (&row.name, &row.stated);
    draft.judge(Judged {
        scope: Scope::Question,
        state: row.state,
        grade: row.grade,
        inspected: year,
        heading,
        stated,
    });
    draft.mark(stated, Role::Judgment);
}

/// Judgments in the order in which the report's own table lists them.
fn order_as_in_table(rows: &[Row], draft: &mut Draft) {
    let places = rows.iter().enumerate().rev().map(|(n, row)| (fold(&row.name.text()), n));
    let places: HashMap<String, usize> = places.collect();
    draft.judgments.sort_by_cached_key(|j| {
        let mut names = std::iter::once(&j.area).chain(&j.also_called);
        let place = names.find_map(|name| places.get(&fold(name))).copied();
        (j.scope != Scope::Overall, place.unwrap_or(rows.len()))
    });
}
