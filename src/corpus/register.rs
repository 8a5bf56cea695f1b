//! Reads the register, the grades that public pages state, from its two tables.

use crate::Corpus;
use crate::collection::{CollectError, read_rows, web_address};
use model::{
    Cycle, DateSpan, ForceId, Grade, GradeChange, GradeCount, JudgmentStatus, PageSource, RegisterPage, Report, Scope,
    StatedGrade,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct GradeRecord {
    force: String,
    cycle: String,
    scope: Scope,
    area: String,
    area_name: Option<String>,
    grade: Grade,
    page_date: Option<DateSpan>,
    source: PageSource,
    #[serde(deserialize_with = "web_address")]
    source_url: String,
}

#[derive(Deserialize)]
struct ChangeRecord {
    force: String,
    cycle: String,
    area_name: String,
    from: Grade,
    to: Grade,
    changed: DateSpan,
    reason: String,
    #[serde(deserialize_with = "web_address")]
    source_url: String,
}

#[derive(Deserialize)]
struct CountRecord {
    force: String,
    cycle: String,
    areas_graded: usize,
    outstanding: usize,
    good: usize,
    adequate: usize,
    requires_improvement: usize,
    inadequate: usize,
    page_date: Option<DateSpan>,
    source: PageSource,
    #[serde(deserialize_with = "web_address")]
    source_url: String,
}

/// Reads both tables into one entry for each page, sorted by force and then by cycle.
///
/// # Errors
/// If a row has an unknown force or cycle, a grade that is not on the scale of its cycle, or counts that do not add up
/// to the number of areas, or if two rows give counts for the same page.
pub fn read_register(corpus: &Corpus, grades_csv: &str, counts_csv: &str) -> Result<Vec<RegisterPage>, CollectError> {
    let mut pages: Vec<RegisterPage> = Vec::new();
    for (n, row) in read_rows::<GradeRecord>("grade-register.csv", grades_csv)?.into_iter().enumerate() {
        let subject = subject_id(corpus, row.area_name.as_deref().unwrap_or(&row.area));
        let stated = StatedGrade { scope: row.scope, area: row.area, subject, grade: row.grade };
        let page = empty_page(row.force, row.cycle, row.page_date, row.source, row.source_url);
        check_page(corpus, &page, &[stated.grade]).map_err(|wrong| row_error("grade-register.csv", n, wrong))?;
        find_or_add_page(&mut pages, page).grades.push(stated);
    }
    for (n, row) in read_rows::<CountRecord>("grade-counts.csv", counts_csv)?.into_iter().enumerate() {
        let of_each = vec![row.outstanding, row.good, row.adequate, row.requires_improvement, row.inadequate];
        let count = GradeCount { graded: row.areas_graded, of_each };
        let page = empty_page(row.force, row.cycle, row.page_date, row.source, row.source_url);
        let grades: Vec<Grade> = count.nonzero_counts().map(|(grade, _)| grade).collect();
        let checked = check_page(corpus, &page, &grades).and_then(|()| {
            let sum: usize = count.of_each.iter().sum();
            if sum == count.graded {
                Ok(())
            } else {
                Err(format!("{} areas graded, but the grades add up to {sum}", count.graded))
            }
        });
        checked.map_err(|wrong| row_error("grade-counts.csv", n, wrong))?;
        if find_or_add_page(&mut pages, page).count.replace(count).is_some() {
            return Err(row_error(
                "grade-counts.csv",
                n,
                "another row already has the counts of this page".to_string(),
            ));
        }
    }
    sort_pages(corpus, &mut pages);
    Ok(pages)
}

/// Sorts pages by force, then by cycle.
fn sort_pages(corpus: &Corpus, pages: &mut [RegisterPage]) {
    pages.sort_by_key(|page| {
        let force = corpus.forces.iter().position(|force| force.id == page.force);
        (force, corpus.cycles.iter().position(|cycle| cycle.id == page.cycle))
    });
}

/// Adds to the register what reports say of earlier cycles: the grades that they carry forward.
pub fn add_carried_grades(corpus: &mut Corpus, reports: &[Report]) {
    let mut pages = std::mem::take(&mut corpus.register);
    for report in reports {
        for judgment in report.judgments.iter().filter(|j| j.status == JudgmentStatus::CarriedForward) {
            let earlier = judgment.inspected.as_deref().and_then(|year| corpus.cycle(year));
            let is_earlier = |cycle: &&Cycle| cycle.id != report.cycle;
            let (Some(cycle), Some(grade)) = (earlier.filter(is_earlier), judgment.grade) else { continue };
            let subject = corpus.subject_of_judgment(judgment).map(|subject| subject.id.clone());
            let stated = StatedGrade { scope: judgment.scope, area: judgment.area.clone(), subject, grade };
            let url = format!("report/{}/", report.id);
            let (force, cycle) = (report.force.id.to_string(), cycle.id.clone());
            let page = empty_page(force, cycle, report.published, PageSource::LaterReport, url);
            find_or_add_page(&mut pages, page).grades.push(stated);
        }
    }
    sort_pages(corpus, &mut pages);
    corpus.register = pages;
}

/// Reads the grades that were changed after publication.
///
/// # Errors
/// If a row has an unknown force, cycle or area, or a grade that is not on the scale of its cycle.
pub fn read_changes(corpus: &Corpus, csv: &str) -> Result<Vec<GradeChange>, CollectError> {
    const TABLE: &str = "grade-changes.csv";
    let mut changes = Vec::new();
    for (n, row) in read_rows::<ChangeRecord>(TABLE, csv)?.into_iter().enumerate() {
        let page = empty_page(row.force, row.cycle, None, PageSource::Inspectorate, row.source_url);
        check_page(corpus, &page, &[row.from, row.to]).map_err(|wrong| row_error(TABLE, n, wrong))?;
        let subject = subject_id(corpus, &row.area_name).ok_or_else(|| {
            row_error(TABLE, n, format!("no subject in data/subjects.csv groups '{}'", row.area_name))
        })?;
        let RegisterPage { force, cycle, url, .. } = page;
        let (from, to, changed, reason) = (row.from, row.to, row.changed, row.reason);
        changes.push(GradeChange { force, cycle, subject, from, to, changed, reason, url });
    }
    Ok(changes)
}

/// The id of the subject that groups an area.
fn subject_id(corpus: &Corpus, area: &str) -> Option<String> {
    corpus.subject_named(area).map(|subject| subject.id.clone())
}

/// A page without grades or counts.
fn empty_page(
    force: String,
    cycle: String,
    dated: Option<DateSpan>,
    publisher: PageSource,
    url: String,
) -> RegisterPage {
    RegisterPage { force: ForceId::new(force), cycle, dated, publisher, url, grades: Vec::new(), count: None }
}

/// Checks that the force and cycle of a page are known and that the scale of the cycle has these grades.
fn check_page(corpus: &Corpus, page: &RegisterPage, grades: &[Grade]) -> Result<(), String> {
    let RegisterPage { force, cycle, .. } = page;
    let scale = known_cycle(corpus, force, cycle)?.scale;
    match grades.iter().find(|grade| scale.position_of(**grade).is_none()) {
        Some(grade) => Err(format!("the scale of {cycle} has no grade '{grade}'")),
        None => Ok(()),
    }
}

/// The cycle of a row, if its force and its cycle are known.
pub(super) fn known_cycle<'c>(corpus: &'c Corpus, force: &ForceId, cycle: &str) -> Result<&'c Cycle, String> {
    corpus.force(force).ok_or_else(|| format!("'{force}' is not a force in data/forces.csv"))?;
    corpus.cycle(cycle).ok_or_else(|| format!("'{cycle}' is not a cycle in data/cycles.csv"))
}

/// An error in a row, given by its index without the header.
pub(super) fn row_error(table: &'static str, n: usize, wrong: String) -> CollectError {
    // Rows are counted from 1, and the first row is the header.
    CollectError::InvalidRow { table, row: n + 2, reason: wrong }
}

/// The entry for a page, added if it is new. Rows for the same page may have different dates.
fn find_or_add_page(pages: &mut Vec<RegisterPage>, page: RegisterPage) -> &mut RegisterPage {
    let dated = page.dated;
    let is_same = |p: &RegisterPage| p.force == page.force && p.cycle == page.cycle && p.url == page.url;
    let at = pages.iter().position(is_same).unwrap_or_else(|| {
        pages.push(page);
        pages.len() - 1
    });
    let entry = &mut pages[at];
    entry.dated = match (entry.dated, dated) {
        (Some(one), Some(other)) => common_date(one, other),
        (one, other) => one.or(other),
    };
    entry
}

/// What two dates for the same page have in common: the more precise one if it lies within the other; for two days of
/// the same month, the month; `None` if even the years differ.
fn common_date(one: DateSpan, other: DateSpan) -> Option<DateSpan> {
    let (one, other) = (String::from(one), String::from(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    if long.starts_with(short.as_str()) {
        return DateSpan::try_from(long.clone()).ok();
    }
    let common = one.split('-').zip(other.split('-')).take_while(|(one, other)| one == other).map(|(part, _)| part);
    DateSpan::try_from(common.collect::<Vec<_>>().join("-")).ok()
}

#[cfg(test)]
mod tests {
    use super::common_date;
    use model::DateSpan;

    #[test]
    fn two_dates_of_a_page_keep_only_what_they_have_in_common() {
        let when = |date: &str| DateSpan::try_from(date.to_string()).ok();
        for (one, other, common) in [
            ("2024-03", "2024-03-12", "2024-03-12"),
            ("2022-07-07", "2022-07-08", "2022-07"),
            ("2022-07", "2022-09-01", "2022"),
            ("2022", "2023", ""),
        ] {
            assert_eq!(
                when(one).zip(when(other)).and_then(|(one, other)| common_date(one, other)),
                when(common),
                "{one} {other}"
            );
        }
    }
}
