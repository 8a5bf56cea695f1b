//! PEEL effectiveness reports of 2017.
//!
//! Each line is a paragraph. In 2017 only the areas of highest risk were inspected again, so the table of judgments has
//! a column "Last inspected", and grades of earlier years are carried forward. Footnotes are marked by superscript
//! digits and stand between the parts of the paragraph that they interrupt.

mod sections;

use crate::format::{Document, Format};
use crate::structure::boxes;
use crate::structure::boxes::BoxStyle;
use crate::structure::claim;
use crate::structure::contents;
use crate::structure::dated_table;
use crate::structure::dated_table::Row;
use crate::structure::draft::{Draft, Judged, Place};
use crate::structure::identity::{Identity, cover_date, isbn, stated_force};
use crate::structure::outline::{is_figure, is_heading, judgment_of};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::fold::fold_phrase;
use model::problem::Kind;
use model::{Date, Grade, Inspectorate, JudgmentKey, Scale, Scope, State, When};
use sections::Section;
use std::collections::{HashMap, HashSet};

const CYCLE: &str = "2017";

const TITLE: &str = "PEEL: Police effectiveness 2017";

/// The format of the PEEL effectiveness reports of 2017.
pub const FORMAT: Format = Format {
    name: "PEEL effectiveness report 2017",
    title: TITLE,
    may_lack_cover: false,
    required_phrases: &[&[TITLE], &["An inspection of", "Last inspected"]],
    unique_phrase: "Question Grade Last inspected",
    identify,
    read_blocks: read,
};

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat_text;
    let assessed = fold_phrase(flat).contains("was assessed against the following areas in 2017");
    Some(Identity {
        force: stated_force(document, "An inspection of ")?,
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: Some("Effectiveness"),
        cycle: CYCLE.to_string(),
        id_suffix: "effectiveness",
        title: TITLE.to_string(),
        published: cover_date(flat),
        inspected: Date::new(2017, None, None).map(When::single).filter(|_| assessed),
        isbn: isbn(flat),
        inspector: None,
        scale: Scale::FourTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let list = contents::read(blocks, draft);
    let contents = list.start;
    let overview = (list.end..blocks.len()).find(|i| blocks[*i].has_text("Judgments"));
    let Some(overview) = overview else {
        return draft.problem(Kind::MissingPart { part: "table of judgments".to_string() }, &[]);
    };
    draft.mark_unmarked(&blocks[..contents], LineRole::Identity);

    // In an incomplete text, the only mention of the annex may be in the contents list.
    let annex =
        blocks.iter().rposition(|b| fold_phrase(&b.text()).starts_with("annex a")).filter(|annex| *annex > overview);
    if annex.is_none() {
        draft.problem(Kind::MissingPart { part: "annex about its data".to_string() }, &[]);
    }
    let body = &blocks[overview..annex.unwrap_or(blocks.len())];
    draft.mark(&body[0], LineRole::Heading);
    read_overall(body, draft);
    let is_summary = |b: &Block| {
        b.has_text("Summary") || (b.kind == BlockKind::Plain && is_complete(&b.text()) && b.text().len() > 120)
    };
    let summary = body.iter().position(is_summary).unwrap_or(body.len());
    let rows = dated_table::read(&body[..summary], CYCLE, draft);
    let sections = sections::find(body, summary, &rows);
    for (n, section) in sections.iter().enumerate() {
        let end = sections.get(n + 1).map_or(body.len(), |next| next.start);
        read_section(section, &body[section.start..end], section.row_index.map(|n| &rows[n]), draft);
        if section.row_index.is_none() && !rows.is_empty() {
            let expected = format!("a row for '{}'", body[section.start].text());
            draft.problem(Kind::BrokenTable { expected }, &[&body[section.start]]);
        }
    }
    let sectioned: HashSet<usize> = sections.iter().filter_map(|section| section.row_index).collect();
    for (_, row) in rows.iter().enumerate().filter(|(n, _)| !sectioned.contains(n)) {
        read_row_without_section(row, draft);
    }
    sort_by_table(&rows, draft);

    draft.reserve_unread_items(&body[sections.first().map_or(body.len(), |section| section.start)..]);
    draft.mark_unmarked(blocks[contents..].iter().filter(|b| is_figure(b)), LineRole::Figure);
    draft.mark_unmarked(blocks[contents..].iter().filter(|b| b.text().len() < 120 && is_heading(b)), LineRole::Heading);
    draft.mark_unmarked(&blocks[contents..], LineRole::Narrative);
}

/// Reads the overall judgment, and notes where the report contradicts it.
fn read_overall(body: &[Block], draft: &mut Draft) {
    let line = body.iter().take(4).position(|b| fold_phrase(&b.text()).starts_with("overall effectiveness"));
    let heading_and_grade = line.and_then(|at| {
        // Only grades of this scale: "Inadequate" ends with "adequate", which is not one of them.
        let mut grades = Scale::FourTier.grades().iter().copied();
        let split_at = |grade: Grade| {
            let stop = format!("{}.", grade.name());
            body[at].split_off_tail(grade.name()).or_else(|| body[at].split_off_tail(&stop))
        };
        let same_line = grades.clone().find_map(|grade| split_at(grade).map(|parts| (parts, grade)));
        let below =
            body.get(at + 1).and_then(|next| grades.find(|grade| next.has_text(grade.name())).map(|g| (next, g)));
        same_line.or_else(|| below.map(|(next, grade)| ((body[at].clone(), next.clone()), grade)))
    });
    match heading_and_grade {
        Some(((heading, stated), grade)) => {
            let heading = heading.strip_end(":");
            let inspected = Some(CYCLE.to_string()).filter(|year| heading.text().ends_with(year.as_str()));
            let (heading, stated) = (&heading, &stated);
            let judged = Judged::new(Scope::Overall, (State::Graded, Some(grade)), heading, stated);
            let key = draft.judge(Judged { inspected, ..judged });
            let summary = body.iter().position(|b| b.has_text("Summary")).unwrap_or(body.len());
            let summary = body[summary..].iter().take_while(|b| judgment_of(b).is_none()).count() + summary;
            claim::contradictions(&body[..summary], Some(&key), claim::OVERALL_TOPIC, draft);
        }
        None => draft.problem(Kind::MissingGrade { area: "Overall effectiveness".to_string() }, &[&body[0]]),
    }
}

/// Reads one section; `row` is its row of the table of judgments.
fn read_section(section: &Section, blocks: &[Block], row: Option<&Row>, draft: &mut Draft) {
    let heading = section.has_heading.then(|| blocks[0].clone().strip_end(":"));
    let (heading, inside) = (heading.as_ref(), &blocks[section.head()..]);
    let stated = section.has_grade.then(|| &blocks[section.head() - 1]);
    let judgment = match (heading, stated, row) {
        (Some(heading), Some(stated), _) => judge(heading, stated, row, draft),
        (Some(heading), None, Some(row)) => {
            let part = format!("grade under the heading '{}'", heading.text());
            draft.problem(Kind::MissingPart { part }, &[heading]);
            draft.mark(heading, LineRole::Heading);
            Some(add_row_judgment(row, draft))
        }
        _ => {
            draft.problem(Kind::MissingPart { part: "heading above this grade".to_string() }, &[&blocks[0]]);
            None
        }
    };
    let section = heading.map(Block::text).into_iter().collect();
    boxes::read(inside, BoxStyle::Listed, &Place { section, judgment, parent: None }, draft);
}

/// Adds the judgment of a section. Its row of the table shows whether the grade is from this year.
fn judge(heading: &Block, stated: &Block, row: Option<&Row>, draft: &mut Draft) -> Option<JudgmentKey> {
    let judged = judgment_of(stated)?;
    let is_same = |row: &Row| row.grade == judged.1 && (row.grade.is_some() || row.state == judged.0);
    if let Some(row) = row.filter(|row| !is_same(row)) {
        draft.mark(heading, LineRole::Heading);
        draft.problem(Kind::UnclearGrade { area: heading.text() }, &[stated, &row.grade_cell]);
        return None;
    }
    let name = row.map(|row| row.name.text()).filter(|name| !heading.has_text(name));
    let state = row.map_or(judged.0, |row| row.state);
    Some(draft.judge(Judged {
        inspected: row.and_then(|r| r.year.clone()),
        also_called: name.into_iter().collect(),
        also_stated: row.map(|row| draft.passages(&[&row.name, &row.grade_cell])).unwrap_or_default(),
        ..Judged::new(Scope::Question, (state, judged.1), heading, stated)
    }))
}

/// Adds the judgment of a row of the table, without a grade in its section.
fn add_row_judgment(row: &Row, draft: &mut Draft) -> JudgmentKey {
    let judged = Judged::new(Scope::Question, (row.state, row.grade), &row.name, &row.grade_cell);
    let key = draft.judge(Judged { inspected: row.year.clone(), ..judged });
    draft.mark(&row.grade_cell, LineRole::Judgment);
    key
}

/// Adds the judgment of a row without a section: a question that was not inspected again.
fn read_row_without_section(row: &Row, draft: &mut Draft) {
    if matches!(row.state, State::Graded | State::Ungraded) {
        let part = format!("section for '{}'", row.name.text());
        draft.problem(Kind::MissingPart { part }, &[&row.name]);
    }
    // Without a section or a year, it is unknown whether the grade is from this cycle or carried forward.
    if row.state == State::Graded && row.year.is_none() {
        return draft.mark(&row.grade_cell, LineRole::Judgment);
    }
    add_row_judgment(row, draft);
}

/// Sorts the judgments in the order of the report's own table, the overall one first.
fn sort_by_table(rows: &[Row], draft: &mut Draft) {
    let places = rows.iter().enumerate().rev().map(|(n, row)| (fold_phrase(&row.name.text()), n));
    let places: HashMap<String, usize> = places.collect();
    draft.judgments.sort_by_cached_key(|j| {
        let mut names = std::iter::once(&j.area).chain(&j.also_called);
        let place = names.find_map(|name| places.get(&fold_phrase(name))).copied();
        (j.scope != Scope::Overall, place.unwrap_or(rows.len()))
    });
}
