//! The reports that the reader has opened, the files that were not read, and those that are being read.

use crate::answer::{Answer, FileId, OpenedReport, UnreadFile, read_answers};
use crate::saved::{read_unread_text, unread_text};
use corpus::Corpus;
use model::ReportId;

/// Everything that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    reports: Vec<OpenedReport>,
    unread: Vec<UnreadFile>,
    /// The files that are still to be read, with their names, the one that is being read first.
    waiting: Vec<(FileId, String)>,
    /// The number of the last file.
    last_id: FileId,
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

    /// The files that are still to be read, with their names.
    pub fn waiting(&self) -> &[(FileId, String)] {
        &self.waiting
    }

    /// The opened report with this id.
    pub fn report(&self, id: &ReportId) -> Option<&OpenedReport> {
        self.reports.iter().find(|opened| opened.report.id == *id)
    }

    /// Whether every report is saved at least in the tab.
    pub fn is_saved(&self) -> bool {
        self.reports.iter().all(|opened| opened.is_saved)
    }

    /// Announces a file that will be read. Returns its number.
    pub fn wait_for(&mut self, name: &str) -> FileId {
        let id = self.next_id();
        self.waiting.push((id, name.to_string()));
        id
    }

    /// No file is read any more. Answers on files that were to be read are ignored.
    pub fn stop(&mut self) {
        self.waiting.clear();
    }

    /// Takes the answer of the reading program about a file. Returns the reports that are new, and the message to announce;
    /// nothing if reading was stopped. `day` is today.
    pub fn finish(&mut self, id: FileId, answer: &str, day: &str, corpus: &Corpus) -> (Vec<ReportId>, String) {
        let Some(name) = self.take_waiting(id) else { return Default::default() };
        let no_reports =
            || vec![Err(Box::new(UnreadFile { reason: "it has no reports".to_string(), ..UnreadFile::default() }))];
        let answers = match read_answers(answer, day) {
            Ok(answers) if answers.is_empty() => no_reports(),
            Ok(answers) => answers,
            Err(reason) => {
                let advice = "If it is a report, please send a problem report.".to_string();
                vec![Err(Box::new(UnreadFile { reason, advice, ..UnreadFile::default() }))]
            }
        };
        let mut added = Vec::new();
        let mut messages = Vec::new();
        for answer in answers {
            messages.push(match answer.and_then(|opened| accept(opened, corpus)) {
                Err(unread) if unread.name.is_empty() => self.refuse(UnreadFile { name: name.clone(), ..*unread }),
                Err(unread) => self.refuse(*unread),
                Ok(opened) => {
                    added.push(opened.report.id.clone());
                    self.add(opened)
                }
            });
        }
        (added, messages.join(" "))
    }

    /// Records that a file could not be read, and why, as a clause. Returns the message to announce, which is empty if
    /// reading was stopped.
    pub fn fail(&mut self, id: FileId, reason: &str, advice: &str) -> String {
        let Some(name) = self.take_waiting(id) else { return String::new() };
        let (reason, advice) = (reason.to_string(), advice.to_string());
        self.refuse(UnreadFile { name, reason, advice, ..UnreadFile::default() })
    }

    /// Adds a report that was saved before, unless it is there.
    pub fn restore(&mut self, opened: OpenedReport) {
        match self.reports.iter_mut().find(|other| other.report.id == opened.report.id) {
            Some(other) => other.is_kept |= opened.is_kept,
            None => self.reports.push(opened),
        }
    }

    /// The files that were not read, as a text.
    pub fn unread_text(&self) -> String {
        unread_text(&self.unread)
    }

    /// Adds the files of a text that [`Shelf::unread_text`] gave.
    pub fn restore_unread(&mut self, saved: &str) {
        for file in read_unread_text(saved) {
            _ = self.refuse(file);
        }
    }

    /// Lists a saved report that is damaged, by the name under which it is saved.
    pub fn add_damaged(&mut self, name: &str) {
        let reason = "what this browser has saved of it is damaged".to_string();
        let advice = "Open its file again.".to_string();
        _ = self.refuse(UnreadFile { name: name.to_string(), reason, advice, ..UnreadFile::default() });
    }

    /// Sets whether a report is kept until it is removed.
    pub fn set_kept(&mut self, id: &ReportId, is_kept: bool) {
        for opened in self.reports.iter_mut().filter(|opened| opened.report.id == *id) {
            opened.is_kept = is_kept;
            opened.is_saved |= is_kept;
        }
    }

    /// Sets whether a report is saved.
    pub fn set_saved(&mut self, id: &ReportId, is_saved: bool) {
        let opened = self.reports.iter_mut().filter(|opened| opened.report.id == *id);
        opened.for_each(|opened| opened.is_saved = is_saved || opened.is_kept);
    }

    /// Removes a report.
    pub fn remove(&mut self, id: &ReportId) {
        self.reports.retain(|opened| opened.report.id != *id);
    }

    /// Removes a report that another window has removed, unless it was never saved anywhere.
    pub fn remove_unless_unsaved(&mut self, id: &ReportId) {
        self.reports.retain(|opened| opened.report.id != *id || !opened.is_saved);
    }

    /// Removes the entry of a file that was not read.
    pub fn dismiss(&mut self, id: FileId) {
        self.unread.retain(|file| file.id != id);
    }

    fn next_id(&mut self) -> FileId {
        self.last_id += 1;
        self.last_id
    }

    /// The name of a file that was to be read, which is no longer waited for; `None` if reading it was stopped.
    fn take_waiting(&mut self, id: FileId) -> Option<String> {
        let at = self.waiting.iter().position(|(other, _)| *other == id)?;
        Some(self.waiting.remove(at).1)
    }

    fn add(&mut self, opened: OpenedReport) -> String {
        let report = &opened.report;
        let inspection = report.pillar.as_ref().unwrap_or(&report.programme);
        let name = format!("{}, {inspection} {}", report.force.name, report.cycle);
        let is_new = self.report(&report.id).is_none();
        self.unread.retain(|other| other.name != opened.name);
        self.restore(opened);
        if is_new { format!("Opened: {name}.") } else { format!("{name} is open already.") }
    }

    fn refuse(&mut self, unread: UnreadFile) -> String {
        let message = format!("“{}” was not read: {}.", unread.name, unread.reason);
        let id = self.next_id();
        self.unread.push(UnreadFile { id, ..unread });
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
