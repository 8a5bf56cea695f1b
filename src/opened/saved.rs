//! Opened reports as texts: in the storage of the browser, and in files that the reader saves.

use crate::answer::{OpenedReport, UnreadFile};
use corpus::{Corpus, Json, ObjectReader, to_json_string};
use model::{Report, ReportId};
use std::cell::OnceCell;

/// What was read from the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedText {
    /// A report as it was saved.
    Whole(Box<OpenedReport>),
    /// A report that another version of the site saved otherwise: its name and its text, from which it can be read again.
    ToReadAgain(String, String),
    /// Something else.
    Damaged,
}

impl OpenedReport {
    /// The report as a text for the storage.
    pub fn to_saved_text(&self) -> String {
        let texts = [
            ("name", self.name.as_str()),
            ("form", &self.form),
            ("day", &self.day),
            ("published_id", self.published_id.as_str()),
            ("report", &self.json),
            ("text", &self.text),
        ];
        format!("{{\"bytes\":{}{}}}", self.bytes, text_fields(&texts))
    }
}

impl SavedText {
    /// Reads what [`OpenedReport::to_saved_text`] wrote. `is_kept` is whether it was found where texts stay until they are
    /// removed.
    pub fn read(saved: &str, is_kept: bool) -> SavedText {
        let Ok(json) = Json::parse(saved) else { return SavedText::Damaged };
        let first_error = OnceCell::new();
        let o = &ObjectReader::new("a saved report", &json, &first_error);
        let (name, text, json) = (o.text("name"), o.text("text"), o.text("report"));
        let (form, day, published_id) = (o.text("form"), o.text("day"), ReportId::new(o.text("published_id")));
        let bytes = o.number("bytes");
        match Corpus::report_from_json(&json) {
            _ if name.is_empty() || text.is_empty() => SavedText::Damaged,
            Ok(report) if first_error.get().is_none() && has_own_keys(&report) => {
                let is_saved = true;
                let opened =
                    OpenedReport { report, json, text, published_id, name, form, bytes, day, is_kept, is_saved };
                SavedText::Whole(Box::new(opened))
            }
            _ => SavedText::ToReadAgain(name, text),
        }
    }
}

/// Whether the id of a report says that it was opened, and its keys begin with it: every mark follows from that.
fn has_own_keys(report: &Report) -> bool {
    let is_own = |key: &str| key.strip_prefix(report.id.as_str()).is_some_and(|rest| rest.starts_with('/'));
    report.id.is_opened()
        && report.judgments.iter().all(|judgment| is_own(judgment.key.as_str()))
        && report.findings.iter().all(|finding| is_own(finding.key.as_str()))
}

/// Further fields of a JSON object, each after a comma.
fn text_fields(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, text)| format!(",\"{name}\":{}", to_json_string(text))).collect()
}

/// Files that were not read as a text for the storage of the tab.
pub fn unread_text(files: &[UnreadFile]) -> String {
    let one = |file: &UnreadFile| {
        let texts = [
            ("name", file.name.as_str()),
            ("form", &file.form),
            ("reason", &file.reason),
            ("advice", &file.advice),
            ("beginning", &file.beginning),
            ("same_as", file.same_as.as_ref().map_or("", ReportId::as_str)),
        ];
        format!("{{\"bytes\":{},\"words\":{}{}}}", file.bytes, file.words, text_fields(&texts))
    };
    format!("[{}]", files.iter().map(one).collect::<Vec<_>>().join(","))
}

/// Reads what [`unread_text`] wrote; nothing from any other text.
pub fn read_unread_text(saved: &str) -> Vec<UnreadFile> {
    let Ok(Json::List(items)) = Json::parse(saved) else { return Vec::new() };
    let first_error = OnceCell::new();
    let file = |item| {
        let o = &ObjectReader::new("a file", item, &first_error);
        let same_as = Some(o.text("same_as")).filter(|id| !id.is_empty()).map(ReportId::new);
        UnreadFile { same_as, ..UnreadFile::decode(o) }
    };
    let files = items.iter().map(file).collect();
    if first_error.get().is_some() { Vec::new() } else { files }
}

/// A file of opened reports, which this page reads again. It holds their names and texts only.
pub fn bundle_text<'r>(reports: impl Iterator<Item = &'r OpenedReport>) -> String {
    let one = |opened: &OpenedReport| {
        format!("{{\"name\":{},\"text\":{}}}", to_json_string(&opened.name), to_json_string(&opened.text))
    };
    let reports: Vec<String> = reports.map(one).collect();
    format!("{{\"format\":\"force-findings-opened-reports-1\",\"reports\":[\n{}\n]}}\n", reports.join(",\n"))
}
