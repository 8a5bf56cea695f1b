//! What the reading program says about a file.

use corpus::{Corpus, Json, ObjectReader};
use model::{Report, ReportId};
use std::cell::OnceCell;

/// A report that the reader has opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedReport {
    /// The report, whose id says that it was opened.
    pub report: Report,
    /// The same as JSON.
    pub json: String,
    /// The text that its passages lead into.
    pub text: String,
    /// The id that it would have on the site.
    pub published_id: ReportId,
    /// The name of its file.
    pub name: String,
    /// What the file is: "a PDF".
    pub form: String,
    /// The size of the file.
    pub bytes: usize,
    /// The day on which it was opened: "2026-11-30".
    pub day: String,
    /// Whether it is saved in the browser until it is removed. Otherwise it is there until the tab is closed.
    pub is_kept: bool,
    /// Whether it is saved at all. Otherwise it is gone when the page is loaded again.
    pub is_saved: bool,
}

/// Identifies a file on the page for as long as it is listed.
pub type FileId = u32;

/// A file that was not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadFile {
    /// Its number on the page.
    pub id: FileId,
    /// The name of the file.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// What it is: "a PDF"; empty if that is not known.
    pub form: String,
    /// How many words it has; 0 if that is not known.
    pub words: usize,
    /// Why it was not read, as a clause: "it is empty".
    pub reason: String,
    /// What the user can do, as a sentence.
    pub advice: String,
    /// The first words of its text.
    pub beginning: String,
    /// The report of the site that is the same.
    pub same_as: Option<ReportId>,
}

/// What became of one file, or of one report in a file of several.
pub type Answer = Result<OpenedReport, Box<UnreadFile>>;

/// Reads the JSON list of the reading program. `day` is today.
///
/// # Errors
/// If it is not such a list.
pub fn read_answers(json: &str, day: &str) -> Result<Vec<Answer>, String> {
    let Ok(Json::List(items)) = Json::parse(json) else {
        return Err("the program that reads reports gave no answer".to_string());
    };
    let first_error = OnceCell::new();
    let answers = items.iter().map(|item| read_answer(&ObjectReader::new("an answer", item, &first_error), day));
    let answers = answers.collect::<Result<Vec<_>, String>>()?;
    first_error.into_inner().map_or(Ok(answers), Err)
}

impl UnreadFile {
    /// Decodes a file from an answer or from the storage of the tab, without the number that it has on the page.
    pub(crate) fn decode(o: &ObjectReader<'_>) -> Self {
        Self {
            id: 0,
            name: o.text("name"),
            bytes: o.number("bytes"),
            form: o.text("form"),
            words: o.number("words"),
            reason: o.text("reason"),
            advice: o.text("advice"),
            beginning: o.text("beginning"),
            same_as: None,
        }
    }
}

fn read_answer(o: &ObjectReader<'_>, day: &str) -> Result<Answer, String> {
    let json = o.text("report");
    if json.is_empty() {
        return Ok(Err(Box::new(UnreadFile::decode(o))));
    }
    let report = Corpus::report_from_json(&json).map_err(|error| error.to_string())?;
    Ok(Ok(OpenedReport {
        report,
        json,
        text: o.text("text"),
        published_id: ReportId::new(o.text("published_id")),
        name: o.text("name"),
        form: o.text("form"),
        bytes: o.number("bytes"),
        day: day.to_string(),
        is_kept: false,
        is_saved: false,
    }))
}
