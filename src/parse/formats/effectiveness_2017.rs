//! PEEL effectiveness reports of 2017.
//!
//! Each line is a paragraph. In 2017 only the areas of highest risk were inspected again, so the table of judgments has
//! a column "Last inspected", and grades of earlier years are carried forward. Footnotes are marked by superscript
//! digits and printed between the parts of the paragraph that they interrupt.

mod sections;

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::boxes;
use crate::structure::boxes::BoxStyle;
use crate::structure::contents;
use crate::structure::dated_table;
use crate::structure::dated_table::DatedRow;
use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::grade_claim;
use crate::structure::identity::{ReportIdentity, cover_date, printed_isbn, stated_force};
use crate::structure::outline::{block_judgment, is_figure, may_be_heading, names_year_in};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Date, DateSpan, Grade, Inspectorate, JudgmentKey, JudgmentStatus, Scale, Scope};
use sections::SectionStart;
use std::collections::{HashMap, HashSet};

const CYCLE: &str = "2017";

const TITLE: &str = "PEEL: Police effectiveness 2017";

/// The format of the PEEL effectiveness reports of 2017.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL effectiveness report 2017",
    titles: &[TITLE],
    required_phrases: &[&["An inspection of", "Last inspected"]],
    formula: &[&["Overall effectiveness 2017"], &["Question Grade Last inspected"], &["Annex A – About the data"]],
    unique_phrase: "Question Grade Last inspected",
    reader: &Reader,
};

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        let flat = &document.flat_text;
        let assessed = fold_phrase(flat).contains("was assessed against the following areas in 2017");
        Some(ReportIdentity {
            force: stated_force(document, "An inspection of ")?,
            inspectorate: Inspectorate::Hmicfrs,
            programme: "PEEL",
            pillar: Some("Effectiveness"),
            cycle: CYCLE.to_string(),
            id_suffix: "effectiveness",
            title: TITLE.to_string(),
            published: cover_date(flat),
            inspected: Date::new(2017, None, None).map(DateSpan::single).filter(|_| assessed),
            isbn: printed_isbn(flat),
            inspector: None,
            scale: Scale::FourTier,
        })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        let list = contents::read_contents(blocks, draft);
        let contents = list.start;
        let overview = (list.end..blocks.len()).find(|i| blocks[*i].has_text("Judgments"));
        let Some(overview) = overview else {
            return draft.add_problem(ProblemKind::MissingPart { part: "table of judgments".to_string() }, &[]);
        };
        draft.mark_unmarked(&blocks[..contents], LineRole::Identity);

        // In an incomplete text, the only mention of the annex may be in the contents list.
        let annex = blocks
            .iter()
            .rposition(|b| fold_phrase(&b.text()).starts_with("annex a"))
            .filter(|annex| *annex > overview);
        if annex.is_none() {
            draft.add_problem(ProblemKind::MissingPart { part: "annex about its data".to_string() }, &[]);
        }
        let body = &blocks[overview..annex.unwrap_or(blocks.len())];
        draft.mark_lines(&body[0], LineRole::Heading);
        read_overall(body, draft);
        let is_summary = |b: &Block| {
            b.has_text("Summary") || (b.kind == BlockKind::Plain && is_complete(&b.text()) && b.text().len() > 120)
        };
        let summary = body.iter().position(is_summary).unwrap_or(body.len());
        let rows = dated_table::read_rows(&body[..summary], CYCLE, draft);
        let sections = sections::find_sections(body, summary, &rows);
        for (n, section) in sections.iter().enumerate() {
            let end = sections.get(n + 1).map_or(body.len(), |next| next.start);
            read_section(section, &body[section.start..end], section.row_index.map(|n| &rows[n]), draft);
            if section.row_index.is_none() && !rows.is_empty() {
                let expected = format!("a row for '{}'", body[section.start].text());
                draft.add_problem(ProblemKind::BrokenTable { expected }, &[&body[section.start]]);
            }
        }
        let sectioned: HashSet<usize> = sections.iter().filter_map(|section| section.row_index).collect();
        for (_, row) in rows.iter().enumerate().filter(|(n, _)| !sectioned.contains(n)) {
            read_row_without_section(row, draft);
        }
        sort_by_table(&rows, draft);

        draft.reserve_unread_items(&body[sections.first().map_or(body.len(), |section| section.start)..]);
        draft.mark_unmarked(blocks[contents..].iter().filter(|b| is_figure(b)), LineRole::Figure);
        draft.mark_unmarked(
            blocks[contents..].iter().filter(|b| b.text().len() < 120 && may_be_heading(b)),
            LineRole::Heading,
        );
        draft.mark_unmarked(&blocks[contents..], LineRole::Narrative);
    }
}

/// Reads the overall judgment, and notes where the report contradicts it.
fn read_overall(body: &[Block], draft: &mut ReportDraft) {
    // The grade of an earlier year may be printed with that of this year, above or under it.
    let is_overall = |b: &Block| {
        let words = fold_phrase(&b.text());
        words.starts_with("overall effectiveness") && !names_year_in(&words, 2000..2017)
    };
    let line = body.iter().take(6).position(is_overall);
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
            let judged = NewJudgment::new(Scope::Overall, (JudgmentStatus::Graded, Some(grade)), heading, stated);
            let key = draft.add_judgment(NewJudgment { inspected, ..judged });
            let summary = body.iter().position(|b| b.has_text("Summary")).unwrap_or(body.len());
            let summary = body[summary..].iter().take_while(|b| block_judgment(b).is_none()).count() + summary;
            grade_claim::add_contradictions(&body[..summary], Some(&key), grade_claim::OVERALL_TOPIC, draft);
        }
        None => draft.add_problem(ProblemKind::MissingGrade { area: "Overall effectiveness".to_string() }, &[&body[0]]),
    }
}

/// Reads one section; `row` is its row of the table of judgments.
fn read_section(section: &SectionStart, blocks: &[Block], row: Option<&DatedRow>, draft: &mut ReportDraft) {
    let heading = section.has_heading.then(|| blocks[0].clone().strip_end(":"));
    let (heading, inside) = (heading.as_ref(), &blocks[section.head_len()..]);
    let stated = section.has_grade.then(|| &blocks[section.head_len() - 1]);
    let judgment = match (heading, stated, row) {
        (Some(heading), Some(stated), _) => add_section_judgment(heading, stated, row, draft),
        (Some(heading), None, Some(row)) => {
            let part = format!("grade under the heading '{}'", heading.text());
            draft.add_problem(ProblemKind::MissingPart { part }, &[heading]);
            draft.mark_lines(heading, LineRole::Heading);
            Some(add_row_judgment(row, draft))
        }
        _ => {
            draft.add_problem(ProblemKind::MissingPart { part: "heading above this grade".to_string() }, &[&blocks[0]]);
            None
        }
    };
    let section = heading.map(Block::text).into_iter().collect();
    boxes::read_boxes(inside, BoxStyle::Listed, &FindingContext { section, judgment, parent: None }, draft);
}

/// Adds the judgment of a section. Its row of the table shows whether the grade is from this year.
fn add_section_judgment(
    heading: &Block,
    stated: &Block,
    row: Option<&DatedRow>,
    draft: &mut ReportDraft,
) -> Option<JudgmentKey> {
    let judged = block_judgment(stated)?;
    let is_same = |row: &DatedRow| row.grade == judged.1 && (row.grade.is_some() || row.state == judged.0);
    if let Some(row) = row.filter(|row| !is_same(row)) {
        draft.mark_lines(heading, LineRole::Heading);
        draft.add_problem(ProblemKind::UnclearGrade { area: heading.text() }, &[stated, &row.grade_cell]);
        return None;
    }
    let name = row.map(|row| row.name.text()).filter(|name| !heading.has_text(name));
    let state = row.map_or(judged.0, |row| row.state);
    Some(draft.add_judgment(NewJudgment {
        inspected: row.and_then(|r| r.year.clone()),
        also_called: name.into_iter().collect(),
        also_stated: row.map(|row| draft.passages_of(&[&row.name, &row.grade_cell])).unwrap_or_default(),
        ..NewJudgment::new(Scope::Question, (state, judged.1), heading, stated)
    }))
}

/// Adds the judgment of a row of the table, without a grade in its section.
fn add_row_judgment(row: &DatedRow, draft: &mut ReportDraft) -> JudgmentKey {
    let judged = NewJudgment::new(Scope::Question, (row.state, row.grade), &row.name, &row.grade_cell);
    let key = draft.add_judgment(NewJudgment { inspected: row.year.clone(), ..judged });
    draft.mark_lines(&row.grade_cell, LineRole::Judgment);
    key
}

/// Adds the judgment of a row without a section: a question that was not inspected again.
fn read_row_without_section(row: &DatedRow, draft: &mut ReportDraft) {
    if matches!(row.state, JudgmentStatus::Graded | JudgmentStatus::Ungraded) {
        let part = format!("section for '{}'", row.name.text());
        draft.add_problem(ProblemKind::MissingPart { part }, &[&row.name]);
    }
    // Without a section or a year, it is unknown whether the grade is from this cycle or carried forward.
    if row.state == JudgmentStatus::Graded && row.year.is_none() {
        return draft.mark_lines(&row.grade_cell, LineRole::Judgment);
    }
    add_row_judgment(row, draft);
}

/// Sorts the judgments in the order of the report's own table, the overall one first.
fn sort_by_table(rows: &[DatedRow], draft: &mut ReportDraft) {
    let places = rows.iter().enumerate().rev().map(|(n, row)| (fold_phrase(&row.name.text()), n));
    let places: HashMap<String, usize> = places.collect();
    draft.judgments.sort_by_cached_key(|j| {
        let mut names = std::iter::once(&j.area).chain(&j.also_called);
        let place = names.find_map(|name| places.get(&fold_phrase(name))).copied();
        (j.scope != Scope::Overall, place.unwrap_or(rows.len()))
    });
}
