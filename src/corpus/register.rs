//! The register of grades that public pages state, from its two tables.

use super::Corpus;
use super::collect::{CollectError, rows};
use crate::model::{ForceId, Grade, GradeCount, Publisher, RegisterPage, Scope, StatedGrade, When};
use serde::Deserialize;

#[derive(Deserialize)]
struct GradeRow {
    force: String,
    cycle: String,
    scope: Scope,
    area: String,
    grade: Grade,
    page_date: Option<When>,
    source: Publisher,
    source_url: String,
}

#[derive(Deserialize)]
struct CountRow {
    force: String,
    cycle: String,
    areas_graded: usize,
    outstanding: usize,
    good: usize,
    adequate: usize,
    requires_improvement: usize,
    inadequate: usize,
    page_date: Option<When>,
    source: Publisher,
    source_url: String,
}

/// Reads both tables: one entry a page, by force and cycle.
///
/// # Errors
/// If a row names an unknown force or cycle, a grade that its cycle's scale does not have, or counts that do not add up.
pub fn pages(corpus: &Corpus, grades_csv: &str, counts_csv: &str) -> Result<Vec<RegisterPage>, CollectError> {
    let mut pages: Vec<RegisterPage> = Vec::new();
    for (n, row) in rows::<GradeRow>("grade-register.csv", grades_csv)?.into_iter().enumerate() {
        let given = StatedGrade { scope: row.scope, area: row.area, grade: row.grade };
        let page = bare(row.force, row.cycle, row.page_date, row.source, row.source_url);
        check(corpus, &page, &[given.grade]).map_err(|wrong| wrong_row("grade-register.csv", n, wrong))?;
        page_in(&mut pages, page).grades.push(given);
    }
    for (n, row) in rows::<CountRow>("grade-counts.csv", counts_csv)?.into_iter().enumerate() {
        let of_each = vec![row.outstanding, row.good, row.adequate, row.requires_improvement, row.inadequate];
        let count = GradeCount { graded: row.areas_graded, of_each };
        let page = bare(row.force, row.cycle, row.page_date, row.source, row.source_url);
        let grades: Vec<Grade> = count.given().map(|(grade, _)| grade).collect();
        let checked = check(corpus, &page, &grades).and_then(|()| match count.of_each.iter().sum::<usize>() {
            sum if sum == count.graded => Ok(()),
            sum => Err(format!("{} areas graded, but the grades come to {sum}", count.graded)),
        });
        checked.map_err(|wrong| wrong_row("grade-counts.csv", n, wrong))?;
        page_in(&mut pages, page).count = Some(count);
    }
    let place = |page: &RegisterPage| {
        let force = corpus.forces.iter().position(|force| force.id == page.force);
        (force, corpus.cycles.iter().position(|cycle| cycle.id == page.cycle))
    };
    pages.sort_by_key(place);
    Ok(pages)
}

fn bare(force: String, cycle: String, dated: Option<When>, publisher: Publisher, url: String) -> RegisterPage {
    RegisterPage { force: ForceId::new(force), cycle, dated, publisher, url, grades: Vec::new(), count: None }
}

fn check(corpus: &Corpus, page: &RegisterPage, grades: &[Grade]) -> Result<(), String> {
    let RegisterPage { force, cycle, .. } = page;
    corpus.force(force).ok_or_else(|| format!("'{force}' is no force of data/forces.csv"))?;
    let scale = corpus.cycle(cycle).ok_or_else(|| format!("'{cycle}' is no cycle of data/cycles.csv"))?.scale;
    match grades.iter().find(|grade| scale.ladder(**grade).is_none()) {
        Some(grade) => Err(format!("the scale of {cycle} has no grade '{grade}'")),
        None => Ok(()),
    }
}

fn wrong_row(table: &'static str, n: usize, wrong: String) -> CollectError {
    // People count from 1, and the first row is the head of the table.
    CollectError::Row { table, row: n + 2, wrong }
}

fn page_in(pages: &mut Vec<RegisterPage>, page: RegisterPage) -> &mut RegisterPage {
    let is_same = |p: &RegisterPage| p.force == page.force && p.cycle == page.cycle && p.url == page.url;
    let at = pages.iter().position(is_same).unwrap_or_else(|| {
        pages.push(page);
        pages.len() - 1
    });
    &mut pages[at]
}
