//! Exports of a page or a part of it: a link, a quotation, a table as CSV or JSON, or a picture. Each names its source.

mod calendar;
mod grade_rows;
mod kind;
mod picture;
mod quotation;
mod quoted_list;
mod sheet;
mod thread_rows;
mod wrapping;

pub use kind::ExportKind;
pub use picture::{PICTURE_STYLES, page_picture};
pub use quotation::page_quotation;
pub use quoted_list::{QuotedFinding, QuotedList, quoted_finding, quoted_list};
pub use sheet::Sheet;

use crate::library::Library;
use crate::pages::{compare, deadlines, force, national, numbers};
use crate::state::{State, View};
use corpus::Corpus;
use numbers::Chart;

/// Where an export is from. Every export contains it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The absolute address of the page.
    pub address: String,
    /// The absolute address of the site's root.
    pub site_root: String,
    /// The date on which the site was built: "2026-11-21".
    pub build_date: String,
    /// The name of the data file, which changes with the data.
    pub data_file: String,
}

/// The name of the file that contains the whole site.
pub const SINGLE_FILE: &str = "force-findings.html";

/// The files with all grades and with all findings, and what each has. The notes on each are beside it, in a file of the
/// same name that ends with `-notes.txt`.
pub const OPEN_DATA: [(&str, &str); 2] = [
    ("open-data/all-grades.csv", "all grades of all forces in every round of inspections"),
    ("open-data/all-findings.csv", "all findings of the reports held"),
];

/// The acknowledgement that the Open Government Licence requires.
pub const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0.";

/// Makes exports of a page.
pub struct Exporter<'e> {
    /// The data.
    pub library: &'e Library,
    /// The state of the page.
    pub state: &'e State,
    /// The anchor of a part of the page; empty for the whole page.
    pub anchor: &'e str,
    /// Where the export is from.
    pub origin: &'e Origin,
    /// The CSS for pictures, with literal colours in place of custom properties.
    pub style: &'e str,
}

/// An export, and what the browser is to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Copy a text to the clipboard.
    Copy {
        /// What the text is, for messages: "Link".
        name: &'static str,
        /// The text.
        text: String,
    },
    /// Copy findings to the clipboard as rich text.
    CopyList(QuotedList),
    /// Offer an address to the device's own way to share.
    Share(String),
    /// Save a file.
    Save {
        /// The extension of its name: "csv".
        extension: &'static str,
        /// Its media type: "text/csv".
        media_type: &'static str,
        /// Its content.
        content: String,
    },
    /// Draw a picture and save it as PNG.
    Paint {
        /// The picture as SVG.
        svg: String,
    },
}

impl Exporter<'_> {
    fn copied_link(&self) -> Option<Payload> {
        Some(Payload::Copy { name: "Link", text: self.origin.address.clone() })
    }

    fn copied_quotation(&self) -> Option<Payload> {
        let words = page_quotation(self.library.corpus(), self.state, self.anchor, self.origin)?;
        Some(Payload::Copy { name: "Quotation", text: words })
    }

    fn shared_address(&self) -> Option<Payload> {
        Some(Payload::Share(self.origin.address.clone()))
    }

    fn copied_list(&self) -> Option<Payload> {
        let list = quoted_list(self.library, self.state, self.origin);
        list.filter(|_| self.anchor.is_empty()).map(Payload::CopyList)
    }

    /// The HTML that shows a timeline or a chart on another site. Only a published site can be embedded.
    fn embed_code(&self) -> Option<Payload> {
        /// What the page of an embedded picture adds to its height: a line for the link to the source.
        const CAPTION_HEIGHT: usize = 48;
        let is_published = self.origin.site_root.starts_with("http");
        let is_embedded = matches!(self.state.view, View::Force(_)) || !self.anchor.is_empty();
        let svg = self.svg_text().filter(|_| is_published && is_embedded)?;
        let (width, height) = picture::picture_size(&svg)?;
        let text = format!(
            "<iframe src=\"{}{}\" title=\"Force Findings\" width=\"{width}\" height=\"{}\" loading=\"lazy\" \
             style=\"border:0;max-width:100%\"></iframe>",
            self.origin.site_root,
            embed_path(self.state, self.anchor),
            height + CAPTION_HEIGHT,
        );
        Some(Payload::Copy { name: "Code for another website", text })
    }

    fn exported_sheet(&self) -> Option<Sheet> {
        page_sheet(self.library, self.state, self.anchor)
    }

    fn csv_file(&self) -> Option<Payload> {
        let content = self.exported_sheet()?.to_csv(self.origin);
        Some(Payload::Save { extension: "csv", media_type: "text/csv", content })
    }

    fn all_grades_file(&self) -> Option<Payload> {
        let is_offered = self.state.view == View::National;
        let content = is_offered.then(|| all_grades(&self.library.corpus().of_site()).to_csv(self.origin))?;
        Some(Payload::Save { extension: "csv", media_type: "text/csv", content })
    }

    fn calendar_file(&self) -> Option<Payload> {
        let rows = (self.state.view == View::Deadlines).then(|| deadlines::deadline_rows(self.library.corpus()))?;
        let content = calendar::deadlines_calendar(&rows, self.origin);
        Some(Payload::Save { extension: "ics", media_type: "text/calendar", content })
    }

    fn json_file(&self) -> Option<Payload> {
        let content = self.exported_sheet()?.to_json(self.origin);
        Some(Payload::Save { extension: "json", media_type: "application/json", content })
    }

    fn notes_file(&self) -> Option<Payload> {
        let content = self.exported_sheet()?.to_text(self.origin);
        Some(Payload::Save { extension: "txt", media_type: "text/plain", content })
    }

    fn svg_text(&self) -> Option<String> {
        page_picture(self.library.corpus(), self.state, self.anchor, self.origin, self.style)
    }

    fn svg_file(&self) -> Option<Payload> {
        Some(Payload::Save { extension: "svg", media_type: "image/svg+xml", content: self.svg_text()? })
    }

    fn png_file(&self) -> Option<Payload> {
        Some(Payload::Paint { svg: self.svg_text()? })
    }
}

/// The grades of all forces on every subject in every cycle.
pub fn all_grades(corpus: &Corpus) -> Sheet {
    let forces: Vec<_> = corpus.forces.iter().collect();
    let subjects: Vec<_> = corpus.subjects.iter().collect();
    grade_rows::grades_sheet(corpus, &forces, &subjects, &corpus.cycles)
}

/// The findings of all reports.
pub fn all_findings(library: &Library) -> Sheet {
    sheet::findings_sheet(library, &State::for_view(View::Findings))
}

/// The table of a page or, if `anchor` is not empty, of the chart with that anchor. `None` if there is no such table.
pub fn page_sheet(library: &Library, state: &State, anchor: &str) -> Option<Sheet> {
    let corpus = library.corpus();
    let mut sheet = match &state.view {
        _ if !anchor.is_empty() => sheet::chart_sheet(&chart_at(corpus, state, anchor)?),
        View::Findings => sheet::findings_sheet(library, state),
        View::Report(id) => sheet::report_sheet(corpus, corpus.report(id)?),
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            sheet::finding_sheet(corpus, report, finding)
        }
        View::Force(id) => grade_rows::grades_sheet(corpus, &[corpus.force(id)?], &[], &corpus.cycles),
        View::National => {
            let corpus = &*corpus.of_site();
            let mut shown = national::national_selection(corpus, state);
            let page = national::national_page(corpus, state);
            shown.forces.retain(|force| page.rows.iter().any(|row| row.force.text == force.name));
            let mut sheet = grade_rows::grades_sheet(corpus, &shown.forces, &shown.subjects, shown.cycles(corpus));
            sheet.notes.insert(0, page.title);
            // How many forces were left out, and of how many the grade is not known.
            sheet.notes.extend(page.notes.into_iter().take(usize::from(page.is_filtered)));
            sheet
        }
        View::Compare => {
            let mut compared = compare::chosen_forces_and_subjects(corpus, state);
            if compared.1.is_empty() {
                compared.1 = corpus.subjects.iter().collect();
            }
            grade_rows::grades_sheet(corpus, &compared.0, &compared.1, &corpus.cycles)
        }
        View::Crosswalk => sheet::crosswalk_sheet(corpus),
        View::Deadlines => sheet::deadlines_sheet(corpus),
        View::Thread(id) => thread_rows::thread_sheet(corpus, corpus.issues.thread(id)?),
        View::Home | View::About | View::Brief | View::Open | View::Glossary | View::Learn | View::NotFound(_) => {
            return None;
        }
    };
    let filters = filter_descriptions(library, state);
    if anchor.is_empty() && !filters.is_empty() {
        sheet.notes.insert(1, format!("Filtered by {}", filters.join("; ")));
    }
    Some(sheet)
}

/// The search words and chosen values that filter a page, in words: "Force: Warwickshire Police".
pub fn filter_descriptions(library: &Library, state: &State) -> Vec<String> {
    let query = Some(&state.query).filter(|query| !query.is_empty() && state.view == View::Findings);
    let chips = match state.view {
        View::Findings => library.catalogue().facets.chips(library.corpus(), state),
        View::Compare => compare::compare_chips(library.corpus(), state),
        _ => Vec::new(),
    };
    let query = query.map(|query| format!("Search words: {query}"));
    query.into_iter().chain(chips.into_iter().map(|chip| chip.label)).collect()
}

/// The chart of a page with this anchor.
pub fn chart_at(corpus: &Corpus, state: &State, anchor: &str) -> Option<Chart> {
    let charts = match &state.view {
        View::Report(id) => numbers::report_numbers(corpus, corpus.report(id)?, None).charts,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            numbers::report_numbers(corpus, report, Some(&finding.key)).charts
        }
        View::Force(id) => force::newest_charts(corpus, corpus.force(id)?),
        _ => return None,
    };
    charts.into_iter().find(|chart| chart.anchor.to_string() == anchor)
}

/// The path of the page that shows only the timeline of a force or, if `anchor` is not empty, only that chart.
pub fn embed_path(state: &State, anchor: &str) -> String {
    let part = if anchor.is_empty() { String::new() } else { format!("{anchor}/") };
    format!("embed/{}{part}", crate::route::path(state))
}

/// The most letters of a file's name that say what its content is narrowed by.
const MAX_NAME: usize = 60;

/// The name for an exported file: "force-findings-force-kent.csv" for the path "force/kent/".
pub fn file_name(state: &State, anchor: &str, extension: &str) -> String {
    let path = crate::route::path(state);
    // What the page is narrowed by, so that a part does not pass for the whole.
    let chosen = state.chosen_values().map(|(_, id)| model::slugify(id)).filter(|id| !path.contains(id.as_str()));
    let narrowed = model::slugify(&chosen.chain([state.query.clone()]).collect::<Vec<_>>().join("-"));
    let narrowed: String = narrowed.chars().take(MAX_NAME).collect();
    let page = model::slugify(&path);
    let notes = if extension == "txt" { "notes" } else { "" };
    let parts = ["force-findings", &page, &narrowed, anchor, notes];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", parts.join("-")).replace("--", "-")
}
