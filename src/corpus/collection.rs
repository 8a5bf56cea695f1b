//! Collects the corpus from parsed reports and the editorial tables in `data/`.

use crate::glossary::explanations;
use crate::{Corpus, Issues, PublicationDate, ReportAddress, ReportContents, ReportDate, register, themes};
use model::folding::fold_phrase;
use model::*;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};

/// The editorial tables in `data/`, as CSV text.
pub struct EditorialTables {
    /// `checked.csv`: when the public pages behind the tables were last checked.
    pub checked_csv: String,
    /// `forces.csv`: the forces with their other names and regions.
    pub forces_csv: String,
    /// `cycles.csv`: the cycles with their scales and breaks in comparability.
    pub cycles_csv: String,
    /// `subjects.csv`: the subjects with the wordings that they group.
    pub subjects_csv: String,
    /// `crosswalk.csv`: how the wording of each subject changed from cycle to cycle.
    pub crosswalk_csv: String,
    /// `themes.csv`: the themes with the words that give a finding the label.
    pub themes_csv: String,
    /// `publication-dates.csv`: publication dates from the inspectorate's website.
    pub publication_dates_csv: String,
    /// `report-dates.csv`: publication dates of the reports on single forces.
    pub report_dates_csv: String,
    /// `publications.csv`: the addresses of reports held.
    pub publications_csv: String,
    /// `grade-register.csv`: grades that public pages state.
    pub grade_register_csv: String,
    /// `grade-counts.csv`: how many areas got each grade, where a public page says so.
    pub grade_counts_csv: String,
    /// `grade-changes.csv`: grades that were changed after publication.
    pub grade_changes_csv: String,
    /// `glossary-pages.csv`: pages of the inspectorate that explain its grades and other names.
    pub glossary_pages_csv: String,
}

impl EditorialTables {
    /// Reads every table with `read`, which returns the text of the file of a given name.
    ///
    /// # Errors
    /// The first error that `read` returns.
    pub fn read<E>(read: impl Fn(&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self {
            checked_csv: read("checked.csv")?,
            forces_csv: read("forces.csv")?,
            cycles_csv: read("cycles.csv")?,
            subjects_csv: read("subjects.csv")?,
            crosswalk_csv: read("crosswalk.csv")?,
            themes_csv: read("themes.csv")?,
            publication_dates_csv: read("publication-dates.csv")?,
            report_dates_csv: read("report-dates.csv")?,
            publications_csv: read("publications.csv")?,
            grade_register_csv: read("grade-register.csv")?,
            grade_counts_csv: read("grade-counts.csv")?,
            grade_changes_csv: read("grade-changes.csv")?,
            glossary_pages_csv: read("glossary-pages.csv")?,
        })
    }
}

/// Why the corpus, or the links between its findings, could not be collected.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    /// A table is not valid CSV, or a row does not have the expected columns.
    #[error("data/{table}: {error}")]
    InvalidTable {
        /// The file name of the table.
        table: &'static str,
        /// What the CSV reader reports.
        error: csv::Error,
    },
    /// A value in a table is not one of those expected.
    #[error("data/{table}: '{value}' is not {expected}")]
    InvalidValue {
        /// The file name of the table.
        table: &'static str,
        /// The value as written in the table.
        value: String,
        /// What was expected, as a noun phrase that completes "is not ...".
        expected: &'static str,
    },
    /// A row of a table contradicts another row or another table.
    #[error("data/{table}, row {row}: {reason}")]
    InvalidRow {
        /// The file name of the table.
        table: &'static str,
        /// The number of the row, counted from 1; row 1 is the header.
        row: usize,
        /// What is wrong with the row.
        reason: String,
    },
    /// Two reports have the same id.
    #[error("two reports have the id {0}: the same report was read twice, or two formats share an id")]
    DuplicateReport(ReportId),
    /// A report is about a force that the table of forces does not have.
    #[error("report {report} is about '{name}', which is not a force in data/forces.csv")]
    UnknownForce {
        /// The id of the report.
        report: ReportId,
        /// The name of the force, as the report prints it.
        name: String,
    },
    /// A report belongs to a cycle that the table of cycles does not have.
    #[error("report {report} is from cycle '{cycle}', which is not in data/cycles.csv")]
    UnknownCycle {
        /// The id of the report.
        report: ReportId,
        /// The id of the cycle.
        cycle: String,
    },
}

#[derive(Deserialize)]
struct CheckRecord {
    checked: DateSpan,
}

#[derive(Deserialize)]
struct ForceRecord {
    id: String,
    name: String,
    other_names: String,
    region: String,
}

#[derive(Deserialize)]
struct CycleRecord {
    cycle: String,
    scale: Scale,
    comparable_with_previous: String,
    break_label: Option<String>,
    gap_before: Option<String>,
    quote: Option<String>,
    report: Option<String>,
    first_line: Option<u32>,
    last_line: Option<u32>,
    first_byte: Option<u32>,
    end_byte: Option<u32>,
}

#[derive(Deserialize)]
struct SubjectRecord {
    subject: String,
    name: String,
    wording: String,
}

#[derive(Deserialize)]
struct CrosswalkRecord {
    subject: String,
    cycle: String,
    relation: WordingRelation,
    graded: Option<GradedForces>,
    /// The ids of forces, with semicolons between them.
    except: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct ReportDateRecord {
    force: String,
    cycle: String,
    published: DateSpan,
    also_given: Option<DateSpan>,
    source: PageSource,
    #[serde(deserialize_with = "web_address")]
    source_url: String,
}

#[derive(Deserialize)]
struct AddressRecord {
    report: String,
    #[serde(deserialize_with = "web_address")]
    address: String,
}

#[derive(Deserialize)]
struct PublicationRecord {
    cycle: String,
    what: String,
    published: String,
    #[serde(deserialize_with = "web_address")]
    source_url: String,
}

impl Corpus {
    /// A corpus of the tables that every page needs, with nothing of reports.
    pub fn of_tables(
        checked: DateSpan,
        forces: Vec<Force>,
        cycles: Vec<Cycle>,
        subjects: Vec<Subject>,
        publication_dates: Vec<PublicationDate>,
    ) -> Corpus {
        Corpus {
            schema: SCHEMA_VERSION,
            checked,
            forces,
            cycles,
            subjects,
            themes: Vec::new(),
            publication_dates,
            report_dates: Vec::new(),
            report_addresses: Vec::new(),
            register: Vec::new(),
            grade_changes: Vec::new(),
            explanations: Vec::new(),
            contents: Vec::new(),
            theme_examples: Vec::new(),
            newest_grades: Vec::new(),
            reports: Vec::new(),
            directions: Vec::new(),
            asides: Vec::new(),
            issues: Issues::default(),
        }
    }

    /// Collects and sorts all data, without what the reports say about each other, which the crate `threads` adds. The same
    /// input always gives the same corpus.
    ///
    /// # Errors
    /// If a table cannot be read, two reports have the same id, or a report's force or cycle is in no table.
    pub fn collect(editorial: &EditorialTables, mut reports: Vec<Report>) -> Result<Corpus, CollectError> {
        let mut forces: Vec<Force> =
            read_rows("forces.csv", &editorial.forces_csv)?.into_iter().map(force_from_row).collect();
        forces.sort_by(|a, b| a.name.cmp(&b.name));
        let cycles: Vec<Cycle> =
            read_rows("cycles.csv", &editorial.cycles_csv)?.into_iter().map(cycle_from_row).collect();
        let publication_dates =
            read_publication_dates(read_rows("publication-dates.csv", &editorial.publication_dates_csv)?)?;
        let mut corpus = Corpus::of_tables(
            last_check(&editorial.checked_csv)?,
            forces,
            cycles,
            read_subjects(editorial)?,
            publication_dates,
        );
        corpus.register = register::read_register(&corpus, &editorial.grade_register_csv, &editorial.grade_counts_csv)?;
        corpus.grade_changes = register::read_changes(&corpus, &editorial.grade_changes_csv)?;
        corpus.report_dates = corpus.read_report_dates(&editorial.report_dates_csv)?;
        let addresses = read_rows::<AddressRecord>("publications.csv", &editorial.publications_csv)?;
        corpus.report_addresses = addresses
            .into_iter()
            .map(|row| ReportAddress { report: ReportId::new(row.report), url: row.address })
            .collect();
        reports.sort_by_key(|report| (corpus.publication_of(report).map(|p| p.date), report.id.clone()));
        for (n, report) in reports.iter().enumerate() {
            corpus.check_force_and_cycle(report)?;
            if reports[..n].iter().any(|earlier| earlier.id == report.id) {
                return Err(CollectError::DuplicateReport(report.id.clone()));
            }
        }
        register::add_carried_grades(&mut corpus, &reports);
        corpus.explanations = explanations(&reports);
        corpus.contents = reports.iter().map(ReportContents::of).collect();
        corpus.reports = reports.into_iter().map(without_unshown_items).collect();
        corpus.themes = themes::label_findings(&corpus, &editorial.themes_csv)?;
        Ok(corpus)
    }

    /// Reads the publication dates of the reports on single forces.
    fn read_report_dates(&self, csv: &str) -> Result<Vec<ReportDate>, CollectError> {
        const TABLE: &str = "report-dates.csv";
        let date = |(n, row): (usize, ReportDateRecord)| {
            let ReportDateRecord { force, cycle, published, also_given, source, source_url: url } = row;
            let force = ForceId::new(force);
            register::known_cycle(self, &force, &cycle).map_err(|wrong| register::row_error(TABLE, n, wrong))?;
            Ok(ReportDate { force, cycle, published, also_given, source, url })
        };
        read_rows(TABLE, csv)?.into_iter().enumerate().map(date).collect()
    }

    /// Checks that the force and the cycle of a report are known.
    fn check_force_and_cycle(&self, report: &Report) -> Result<(), CollectError> {
        if self.force(&report.force.id).is_none() {
            return Err(CollectError::UnknownForce { report: report.id.clone(), name: report.force.name.clone() });
        }
        if self.cycle(&report.cycle).is_none() {
            return Err(CollectError::UnknownCycle { report: report.id.clone(), cycle: report.cycle.clone() });
        }
        Ok(())
    }
}

/// A report without the items that no page shows, so that visitors do not load them. `data/reports` has them.
pub(crate) fn without_unshown_items(mut report: Report) -> Report {
    report.findings.iter_mut().for_each(|finding| finding.deadlines = Vec::new());
    report.abbreviations.iter_mut().for_each(|short| short.again = Vec::new());
    Report {
        figures: Vec::new(),
        footnotes: Vec::new(),
        definitions: Vec::new(),
        references: Vec::new(),
        alliances: Vec::new(),
        ..report
    }
}

/// Reads a table of `data/`, one value for each row.
///
/// # Errors
/// If it is not valid CSV, or a row does not have the expected columns.
pub fn read_rows<Row: DeserializeOwned>(table: &'static str, text: &str) -> Result<Vec<Row>, CollectError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| CollectError::InvalidTable { table, error })
}

/// Reads the address of a public page. Anything but an address of the web is an error, because pages link to it.
pub(crate) fn web_address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let address = String::deserialize(deserializer)?;
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_address = host.is_some_and(|host| host.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
        && !address.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    if is_address { Ok(address) } else { Err(D::Error::custom(format!("{address:?} is not an address of the web"))) }
}

/// The date of the last check, the newest in the table.
fn last_check(csv: &str) -> Result<DateSpan, CollectError> {
    const TABLE: &str = "checked.csv";
    let dates = read_rows::<CheckRecord>(TABLE, csv)?.into_iter().map(|row| row.checked);
    dates.max().ok_or(CollectError::InvalidRow { table: TABLE, row: 2, reason: "there is no date".to_string() })
}

fn force_from_row(row: ForceRecord) -> Force {
    let other_names = row.other_names.split(';').filter(|name| !name.is_empty()).map(str::to_string).collect();
    Force { id: ForceId::new(row.id), name: row.name, other_names, region: row.region }
}

fn cycle_from_row(row: CycleRecord) -> Cycle {
    let passage = || {
        let lines = [row.first_line?, row.last_line?];
        Some(Passage { lines, bytes: [row.first_byte?, row.end_byte?] })
    };
    let statement = passage().and_then(|passage| {
        Some(ComparabilityStatement { quote: row.quote.clone()?, report: ReportId::new(row.report.clone()?), passage })
    });
    Cycle {
        id: row.cycle,
        scale: row.scale,
        comparable_with_previous: row.comparable_with_previous == "yes",
        break_label: row.break_label,
        gap_before: row.gap_before,
        statement,
    }
}

/// The subjects in the order in which the table first names them, each with its wordings and its readings.
fn read_subjects(editorial: &EditorialTables) -> Result<Vec<Subject>, CollectError> {
    let mut subjects: Vec<Subject> = Vec::new();
    for row in read_rows::<SubjectRecord>("subjects.csv", &editorial.subjects_csv)? {
        let wording = fold_phrase(&row.wording);
        match subjects.iter_mut().find(|s| s.id == row.subject) {
            Some(subject) => subject.wordings.push(wording),
            None => {
                let (id, name) = (row.subject, row.name);
                subjects.push(Subject { id, name, wordings: vec![wording], readings: Vec::new() });
            }
        }
    }
    for row in read_rows::<CrosswalkRecord>("crosswalk.csv", &editorial.crosswalk_csv)? {
        let CrosswalkRecord { subject, cycle, relation, graded, except, note } = row;
        let except = except.iter().flat_map(|ids| ids.split(';')).map(|id| ForceId::new(id.trim())).collect();
        let known = subjects.iter_mut().find(|s| s.id == subject).ok_or(CollectError::InvalidValue {
            table: "crosswalk.csv",
            value: subject,
            expected: "a subject in data/subjects.csv",
        })?;
        known.readings.push(CrosswalkEntry { cycle, relation, graded, except, note });
    }
    Ok(subjects)
}

fn read_publication_dates(rows: Vec<PublicationRecord>) -> Result<Vec<PublicationDate>, CollectError> {
    let publication_date = |row: PublicationRecord| {
        let published = DateSpan::try_from(row.published).map_err(|value| CollectError::InvalidValue {
            table: "publication-dates.csv",
            value,
            expected: "a publication date",
        })?;
        Ok(PublicationDate { cycle: row.cycle, what: row.what, published, source_url: row.source_url })
    };
    rows.into_iter().map(publication_date).collect()
}
