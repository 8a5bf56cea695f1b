//! Our names for threads (`data/threads.csv`), and what belongs to them although no link shows it.

use crate::links::Links;
use crate::members::Member;
use corpus::{CollectError, read_rows};
use model::{FindingKey, ForceId, ReferenceStatus, Report, ReportId, Statement, ThreadStep};
use serde::Deserialize;

const TABLE: &str = "threads.csv";

#[derive(Deserialize)]
struct ThreadRecord {
    name: String,
    report: String,
    /// The key of a finding without its report; empty for sentences.
    finding: String,
    /// The first line of a sentence.
    line: Option<u32>,
    /// Its last line; empty for a sentence about earlier work, which is known.
    last_line: Option<u32>,
    /// Its words, verbatim; empty for a sentence about earlier work.
    words: String,
}

/// Something that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Named {
    Finding(FindingKey),
    Sentence(ReportId, u32),
    /// A sentence that speaks of no earlier work, by its index among the passages.
    Passage(usize),
}

/// A row with the number of its line in the table and its report.
type Row<'t> = (usize, &'t Report, ThreadRecord);

/// The rows of the table, each with the report that it names.
pub struct ThreadRows<'t>(Vec<Row<'t>>);

impl<'t> ThreadRows<'t> {
    /// Reads the table.
    ///
    /// # Errors
    /// If it is not valid, or a row names a report that there is not.
    pub fn read(csv: &str, reports: &[&'t Report]) -> Result<ThreadRows<'t>, CollectError> {
        let with_report = |(n, row): (usize, ThreadRecord)| {
            let report = reports.iter().find(|report| report.id.as_str() == row.report);
            let report = report.ok_or_else(|| row_error(n, format!("no report is called '{}'", row.report)))?;
            Ok((n, *report, row))
        };
        Ok(ThreadRows(
            read_rows::<ThreadRecord>(TABLE, csv)?
                .into_iter()
                .enumerate()
                .map(with_report)
                .collect::<Result<_, _>>()?,
        ))
    }
}

fn row_error(n: usize, reason: String) -> CollectError {
    CollectError::InvalidRow { table: TABLE, row: n + 2, reason }
}

/// What the table says of the threads of one force, in groups of one name.
pub struct ThreadTable {
    threads: Vec<(String, Vec<Named>)>,
    passages: Vec<ThreadStep>,
}

impl ThreadTable {
    /// Takes the rows on a force, whose links are `links`.
    ///
    /// # Errors
    /// If a row names no finding or sentence that there is, or names two of them.
    pub fn new(rows: &ThreadRows, force: &ForceId, links: &Links) -> Result<ThreadTable, CollectError> {
        let mut threads: Vec<(String, Vec<Named>)> = Vec::new();
        let mut passages = Vec::new();
        for (n, report, row) in rows.0.iter().filter(|(_, report, _)| report.force.id == *force) {
            let error = |reason: String| row_error(*n, reason);
            let named = match (row.finding.as_str(), row.line, row.last_line) {
                ("", Some(line), Some(last)) if !row.words.is_empty() => {
                    passages.push(passage(report.id.clone(), [line, last], row.words.clone()));
                    Named::Passage(passages.len() - 1)
                }
                ("", Some(line), None) if row.words.is_empty() => Named::Sentence(report.id.clone(), line),
                (finding, None, None) => Named::Finding(FindingKey::new(format!("{}/{finding}", report.id))),
                _ => return Err(error("a row names a finding, a line, or lines with their words".to_string())),
            };
            let is_there = match &named {
                Named::Finding(key) => report.findings.iter().any(|finding| finding.key == *key),
                Named::Sentence(id, line) => links.stated.iter().any(|l| l.report == *id && l.lines[0] == *line),
                Named::Passage(_) => true,
            };
            if !is_there {
                return Err(error(
                    "the report has no such finding, or no such sentence about earlier work".to_string(),
                ));
            }
            match threads.iter_mut().find(|(name, _)| *name == row.name) {
                Some((_, members)) => members.push(named),
                None => threads.push((row.name.clone(), vec![named])),
            }
        }
        Ok(ThreadTable { threads, passages })
    }

    /// A sentence that speaks of no earlier work, as a step.
    pub fn passage(&self, index: usize) -> &ThreadStep {
        &self.passages[index]
    }

    /// The members that each thread of the table joins.
    pub fn joined_members(&self, links: &Links) -> Vec<Vec<Member>> {
        self.threads
            .iter()
            .map(|(_, named)| named.iter().flat_map(|named| members_of(named, links)).collect())
            .collect()
    }

    /// The name of the thread with some of these members; `None` if the table has none.
    pub fn name_of(&self, members: &[Member], links: &Links) -> Option<&str> {
        let has = |named: &Named| members_of(named, links).iter().any(|member| members.contains(member));
        self.threads.iter().find(|(_, named)| named.iter().any(has)).map(|(name, _)| name.as_str())
    }
}

fn passage(report: ReportId, lines: [u32; 2], words: String) -> ThreadStep {
    let status = ReferenceStatus::Nothing;
    let statement = Statement { lines, words, antecedent: None, status, status_words: None, speaks_of: None };
    ThreadStep { report, finding: None, statements: vec![statement] }
}

/// What a row names: a finding, or every sentence that begins on a line.
fn members_of(named: &Named, links: &Links) -> Vec<Member> {
    match named {
        Named::Finding(key) => vec![Member::Finding(key.clone())],
        Named::Passage(n) => vec![Member::Passage(*n)],
        Named::Sentence(report, line) => {
            let sentences = links.stated.iter().enumerate().filter(|(_, l)| l.report == *report && l.lines[0] == *line);
            sentences.map(|(n, _)| Member::Sentence(n)).collect()
        }
    }
}
