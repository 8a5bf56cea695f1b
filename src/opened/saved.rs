//! Opened reports as texts: in the storage of the browser, and in files that the reader saves.

use crate::answer::OpenedReport;
use corpus::{Corpus, Json, ObjectReader, to_json_string};
use model::ReportId;
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
        let fields: String = texts.map(|(name, text)| format!(",\"{name}\":{}", to_json_string(text))).concat();
        format!("{{\"bytes\":{}{fields}}}", self.bytes)
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
            Ok(report) if first_error.get().is_none() && report.id.is_opened() => {
                let opened = OpenedReport { report, json, text, published_id, name, form, bytes, day, is_kept };
                SavedText::Whole(Box::new(opened))
            }
            _ => SavedText::ToReadAgain(name, text),
        }
    }
}

/// A file of opened reports, which this page reads again. It holds their names and texts only.
pub fn bundle_text<'r>(reports: impl Iterator<Item = &'r OpenedReport>) -> String {
    let one = |opened: &OpenedReport| {
        format!("{{\"name\":{},\"text\":{}}}", to_json_string(&opened.name), to_json_string(&opened.text))
    };
    let reports: Vec<String> = reports.map(one).collect();
    format!("{{\"format\":\"force-findings-opened-reports-1\",\"reports\":[\n{}\n]}}\n", reports.join(",\n"))
}
