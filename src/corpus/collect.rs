//! Putting the bundle together from parsed reports and the small tables of `data/`.

use crate::{Corpus, PublicationDate, register, themes};
use model::fold::fold;
use model::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The texts of the editorial tables, as they stand in `data/`.
pub struct Editorial {
    pub forces_csv: String,
    pub cycles_csv: String,
    pub subjects_csv: String,
    pub crosswalk_csv: String,
    pub themes_csv: String,
    pub publication_dates_csv: String,
    pub grade_register_csv: String,
    pub grade_counts_csv: String,
}

/// What is wrong with the tables or the reports.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    #[error("data/{table}: {error}")]
    Table { table: &'static str, error: csv::Error },
    #[error("data/{table}: '{value}' is not {expected}")]
    Value { table: &'static str, value: String, expected: &'static str },
    #[error("data/{table}, row {row}: {wrong}")]
    Row { table: &'static str, row: usize, wrong: String },
    #[error("two reports have the id {0}: the same report was read twice, or two formats share an id")]
    TwoReports(ReportId),
    #[error("report {report} is on '{name}', which is not among the forces of data/forces.csv")]
    UnknownForce { report: ReportId, name: String },
    #[error("report {report} is of cycle '{cycle}', which data/cycles.csv does not list")]
    UnknownCycle { report: ReportId, cycle: String },
}

#[derive(Deserialize)]
struct ForceRow {
    id: String,
    name: String,
    other_names: String,
    region: String,
}

#[derive(Deserialize)]
struct CycleRow {
    cycle: String,
    scale: Scale,
    comparable_with_previous: String,
    break_label: Option<String>,
    quote: Option<String>,
    report: Option<String>,
    first_line: Option<u32>,
    last_line: Option<u32>,
    first_byte: Option<u32>,
    end_byte: Option<u32>,
}

#[derive(Deserialize)]
struct SubjectRow {
    subject: String,
    name: String,
    wording: String,
}

#[derive(Deserialize)]
struct ReadingRow {
    subject: String,
    cycle: String,
    relation: Relation,
    note: Option<String>,
}

#[derive(Deserialize)]
struct PublicationRow {
    cycle: String,
    what: String,
    published: String,
    source_url: String,
}

impl Corpus {
    /// Collects and orders everything; the same input gives the same bundle.
    ///
    /// # Errors
    /// If a table cannot be read, or a report does not fit the tables.
    pub fn collect(editorial: &Editorial, mut reports: Vec<Report>) -> Result<Corpus, CollectError> {
        let mut forces: Vec<Force> = rows("forces.csv", &editorial.forces_csv)?.into_iter().map(force).collect();
        forces.sort_by(|a, b| a.name.cmp(&b.name));
        let cycles: Vec<Cycle> = rows("cycles.csv", &editorial.cycles_csv)?.into_iter().map(cycle).collect();
        let mut corpus = Corpus {
            schema: SCHEMA,
            forces,
            cycles,
            subjects: subjects(editorial)?,
            themes: Vec::new(),
            publication_dates: publication_dates(rows("publication-dates.csv", &editorial.publication_dates_csv)?)?,
            register: Vec::new(),
            reports: Vec::new(),
        };
        corpus.register = register::pages(&corpus, &editorial.grade_register_csv, &editorial.grade_counts_csv)?;
        reports.sort_by_key(|report| (corpus.published(report).map(|p| p.when), report.id.clone()));
        for (n, report) in reports.iter().enumerate() {
            corpus.admits(report)?;
            if reports[..n].iter().any(|earlier| earlier.id == report.id) {
                return Err(CollectError::TwoReports(report.id.clone()));
            }
        }
        corpus.reports = reports;
        corpus.themes = themes::themes(&corpus, &editorial.themes_csv)?;
        Ok(corpus)
    }

    fn admits(&self, report: &Report) -> Result<(), CollectError> {
        if self.force(&report.force.id).is_none() {
            return Err(CollectError::UnknownForce { report: report.id.clone(), name: report.force.name.clone() });
        }
        if self.cycle(&report.cycle).is_none() {
            return Err(CollectError::UnknownCycle { report: report.id.clone(), cycle: report.cycle.clone() });
        }
        Ok(())
    }
}

pub(super) fn rows<Row: DeserializeOwned>(table: &'static str, text: &str) -> Result<Vec<Row>, CollectError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| CollectError::Table { table, error })
}

fn force(row: ForceRow) -> Force {
    let other_names = row.other_names.split(';').filter(|name| !name.is_empty()).map(str::to_string).collect();
    Force { id: ForceId::new(row.id), name: row.name, other_names, region: row.region }
}

fn cycle(row: CycleRow) -> Cycle {
    let place = || {
        let lines = [row.first_line?, row.last_line?];
        Some(Passage { lines, bytes: [row.first_byte?, row.end_byte?] })
    };
    let statement = place().and_then(|passage| {
        Some(Statement { quote: row.quote.clone()?, report: ReportId::new(row.report.clone()?), passage })
    });
    Cycle {
        id: row.cycle,
        scale: row.scale,
        comparable_with_previous: row.comparable_with_previous == "yes",
        break_label: row.break_label,
        statement,
    }
}

/// One subject a run of rows, with the wordings of all its rows and our reading of them.
fn subjects(editorial: &Editorial) -> Result<Vec<Subject>, CollectError> {
    let mut subjects: Vec<Subject> = Vec::new();
    for row in rows::<SubjectRow>("subjects.csv", &editorial.subjects_csv)? {
        let wording = fold(&row.wording);
        match subjects.iter_mut().find(|s| s.id == row.subject) {
            Some(subject) => subject.wordings.push(wording),
            None => {
                let (id, name) = (row.subject, row.name);
                subjects.push(Subject { id, name, wordings: vec![wording], readings: Vec::new() });
            }
        }
    }
    for row in rows::<ReadingRow>("crosswalk.csv", &editorial.crosswalk_csv)? {
        let ReadingRow { subject, cycle, relation, note } = row;
        let of = subjects.iter_mut().find(|s| s.id == subject).ok_or(CollectError::Value {
            table: "crosswalk.csv",
            value: subject,
            expected: "a subject of data/subjects.csv",
        })?;
        of.readings.push(Reading { cycle, relation, note });
    }
    Ok(subjects)
}

fn publication_dates(rows: Vec<PublicationRow>) -> Result<Vec<PublicationDate>, CollectError> {
    let date = |row: PublicationRow| {
        let published = When::try_from(row.published).map_err(|value| CollectError::Value {
            table: "publication-dates.csv",
            value,
            expected: "a publication date",
        })?;
        Ok(PublicationDate { cycle: row.cycle, what: row.what, published, source_url: row.source_url })
    };
    rows.into_iter().map(date).collect()
}
