//! The reports that the reader has opened, the files that were not read, and those that are being read.

use crate::answer::{Answer, OpenedReport, UnreadFile, read_answers};
use corpus::Corpus;
use model::ReportId;

/// Everything that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    reports: Vec<OpenedReport>,
    unread: Vec<UnreadFile>,
    /// The names of the files that are still to be read, the one that is being read first.
    waiting: Vec<String>,
}

impl Shelf {
    /// The opened reports, in the order in which they were opened.
    pub fn reports(&self) -> &[OpenedReport] {
        &self.reports
    }

    /// The files that were not read.
    pub fn unread(&self) -> &[UnreadFile] {
        &self.unread
    }

    /// The names of the files that are still to be read.
    pub fn waiting(&self) -> &[String] {
        &self.waiting
    }

    /// The opened report with this id.
    pub fn report(&self, id: &ReportId) -> Option<&OpenedReport> {
        self.reports.iter().find(|opened| opened.report.id == *id)
    }

    /// Announces a file that will be read.
    pub fn wait_for(&mut self, name: &str) {
        self.waiting.push(name.to_string());
    }

    /// No file is read any more.
    pub fn stop(&mut self) {
        self.waiting.clear();
    }

    /// Takes the answer of the reading program about the file that is being read. Returns the reports that are new, and the
    /// message to announce. `day` is today.
    pub fn finish(&mut self, answer: &str, day: &str, corpus: &Corpus) -> (Vec<ReportId>, String) {
        let name = self.take_first_waiting();
        match read_answers(answer, day) {
            Err(reason) => (Vec::new(), self.refuse(UnreadFile { name, reason, ..UnreadFile::default() })),
            Ok(answers) if answers.is_empty() => {
                let reason = "it has no reports".to_string();
                (Vec::new(), self.refuse(UnreadFile { name, reason, ..UnreadFile::default() }))
            }
            Ok(answers) => {
                let mut added = Vec::new();
                let messages: Vec<String> = answers
                    .into_iter()
                    .map(|answer| match answer.and_then(|opened| accept(opened, corpus)) {
                        Err(unread) => self.refuse(*unread),
                        Ok(opened) => {
                            added.push(opened.report.id.clone());
                            self.add(opened)
                        }
                    })
                    .collect();
                (added, messages.join(" "))
            }
        }
    }

    /// Records that the file that is being read could not be read, and why, as a clause. Returns the message to announce.
    pub fn fail(&mut self, reason: &str, advice: &str) -> String {
        let (name, reason, advice) = (self.take_first_waiting(), reason.to_string(), advice.to_string());
        self.refuse(UnreadFile { name, reason, advice, ..UnreadFile::default() })
    }

    /// Adds a report that was saved before, unless it is there.
    pub fn restore(&mut self, opened: OpenedReport) {
        match self.reports.iter_mut().find(|other| other.report.id == opened.report.id) {
            Some(other) => other.is_kept |= opened.is_kept,
            None => self.reports.push(opened),
        }
    }

    /// Sets whether a report is kept until it is removed.
    pub fn set_kept(&mut self, id: &ReportId, is_kept: bool) {
        self.reports.iter_mut().filter(|opened| opened.report.id == *id).for_each(|opened| opened.is_kept = is_kept);
    }

    /// Removes a report.
    pub fn remove(&mut self, id: &ReportId) {
        self.reports.retain(|opened| opened.report.id != *id);
    }

    /// Removes the entry of a file that was not read, by its index.
    pub fn dismiss(&mut self, n: usize) {
        if n < self.unread.len() {
            self.unread.remove(n);
        }
    }

    fn take_first_waiting(&mut self) -> String {
        if self.waiting.is_empty() { String::new() } else { self.waiting.remove(0) }
    }

    fn add(&mut self, opened: OpenedReport) -> String {
        let report = &opened.report;
        let inspection = report.pillar.as_ref().unwrap_or(&report.programme);
        let name = format!("{}, {inspection} {}", report.force.name, report.cycle);
        let is_new = self.report(&opened.report.id).is_none();
        self.unread.retain(|other| other.name != opened.name);
        self.restore(opened);
        if is_new { format!("Opened: {name}.") } else { format!("{name} is open already.") }
    }

    fn refuse(&mut self, unread: UnreadFile) -> String {
        let message = format!("“{}” was not read: {}.", unread.name, unread.reason);
        self.unread.retain(|other| other.name != unread.name);
        self.unread.push(unread);
        message
    }
}

/// A report that pages can show, and that the site does not hold.
///
/// # Errors
/// If it is on a force or of a cycle that is not known here, or the site holds the same text.
fn accept(opened: OpenedReport, corpus: &Corpus) -> Answer {
    let report = &opened.report;
    let is_same = |other: &&model::Report| !other.id.is_opened() && other.source.sha256 == report.source.sha256;
    let (reason, same_as) = if corpus.force(&report.force.id).is_none() {
        (format!("it is about “{}”, which is not one of the forces of this site", report.force.name), None)
    } else if corpus.cycle(&report.cycle).is_none() {
        (format!("it is of {}, a round of inspections that this site does not know", report.cycle), None)
    } else if let Some(same) = corpus.reports.iter().find(is_same) {
        ("the site holds this very text".to_string(), Some(same.id.clone()))
    } else {
        return Ok(opened);
    };
    let OpenedReport { name, bytes, form, text, .. } = opened;
    let words = text.split_whitespace().count();
    Err(Box::new(UnreadFile { name, bytes, form, words, reason, same_as, ..UnreadFile::default() }))
}
