//! Our names for threads (`data/threads.csv`), and what belongs to them although no link shows it.

use crate::links::Links;
use crate::members::Member;
use corpus::{CollectError, read_rows};
use model::{FindingKey, ReferenceStatus, Report, ReportId, Statement, ThreadStep};
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

/// The rows of the table, in groups of one name and force.
pub struct ThreadTable {
    threads: Vec<(String, Vec<Named>)>,
    passages: Vec<ThreadStep>,
}

impl ThreadTable {
    /// Reads the table.
    ///
    /// # Errors
    /// If it is not valid, a row names no report, finding or sentence that there is, or names two of them.
    pub fn read(csv: &str, reports: &[&Report], links: &Links) -> Result<ThreadTable, CollectError> {
        let mut threads: Vec<(String, Vec<Named>)> = Vec::new();
        let mut passages = Vec::new();
        for (n, row) in read_rows::<ThreadRecord>(TABLE, csv)?.into_iter().enumerate() {
            let error = |reason: String| CollectError::InvalidRow { table: TABLE, row: n + 2, reason };
            let report = reports.iter().find(|report| report.id.as_str() == row.report);
            let report = report.ok_or_else(|| error(format!("no report is called '{}'", row.report)))?;
            let named = match (row.finding.as_str(), row.line, row.last_line) {
                ("", Some(line), Some(last)) if !row.words.is_empty() => {
                    passages.push(passage(report.id.clone(), [line, last], row.words));
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
            // The same issue in two forces is two threads.
            let group = format!("{}\n{}", report.force.id, row.name);
            match threads.iter_mut().find(|(name, _)| *name == group) {
                Some((_, members)) => members.push(named),
                None => threads.push((group, vec![named])),
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
        let thread = self.threads.iter().find(|(_, named)| named.iter().any(has))?;
        thread.0.split('\n').next_back()
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
