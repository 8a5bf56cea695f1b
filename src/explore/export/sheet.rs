//! Tables of what a page shows, exported as CSV or JSON.

use crate::export::grade_rows::{iso_date, precision};
use crate::export::{LICENCE, Origin};
use crate::facets::FindingPosition;
use crate::library::Library;
use crate::pages::numbers::Chart;
use crate::pages::tile::correction_of;
use crate::pages::{caveats, crosswalk, deadlines, findings, passage, phrasing};
use crate::state::State;
use corpus::{Corpus, to_json_string};
use model::{Finding, Judgment, Report};

/// A table with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Notes: what the table contains, how it was filtered, and its caveats.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, with a cell for each column. Addresses are relative to the site's root.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// All notes that are exported with the table: its own, then its source and date, and the licence.
    fn exported_notes(&self, origin: &Origin) -> Vec<String> {
        let about = self.notes.iter().cloned();
        about
            .chain([
                format!("From {}; data {}; site built {}", origin.address, origin.data_file, origin.build_date),
                LICENCE.to_string(),
            ])
            .collect()
    }

    /// The cells of a row, each with the name of its column. Addresses are made absolute.
    fn exported_cells<'s>(
        &'s self,
        row: &'s [String],
        origin: &'s Origin,
    ) -> impl Iterator<Item = (&'static str, String)> + 's {
        let absolute = |head: &str, cell: &String| match head {
            ADDRESS_COLUMN => format!("{}{cell}", origin.site_root),
            _ => cell.clone(),
        };
        self.columns.iter().zip(row).map(move |(head, cell)| (*head, absolute(head, cell)))
    }

    /// The notes as a text file, one in each paragraph.
    pub fn to_text(&self, origin: &Origin) -> String {
        let notes = self.exported_notes(origin).join("\r\n\r\n");
        format!("\u{feff}{notes}\r\n")
    }

    /// The table as CSV: a row of headings, then the rows. No cell is read as a formula by spreadsheets, and none has a
    /// line break.
    ///
    /// It begins with a byte order mark, by which spreadsheets recognise UTF-8.
    pub fn to_csv(&self, origin: &Origin) -> String {
        let mut csv = String::from("\u{feff}");
        let mut line = |cells: Vec<String>| {
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        };
        line(self.columns.iter().map(|head| csv_cell(head)).collect());
        self.rows
            .iter()
            .for_each(|row| line(self.exported_cells(row, origin).map(|(_, words)| csv_cell(&words)).collect()));
        csv
    }

    /// The table as JSON: the notes, and one object per row.
    pub fn to_json(&self, origin: &Origin) -> String {
        let notes: Vec<String> = self.exported_notes(origin).iter().map(|note| to_json_string(note)).collect();
        let row = |row: &Vec<String>| {
            let field = |(head, words): (&str, String)| format!("{}: {}", to_json_string(head), to_json_string(&words));
            format!("    {{{}}}", self.exported_cells(row, origin).map(field).collect::<Vec<_>>().join(", "))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        format!("{{\n  \"about\": [{}],\n  \"rows\": [\n{}\n  ]\n}}\n", notes.join(", "), rows.join(",\n"))
    }
}

/// A cell of CSV (RFC 4180). Text that begins like a formula is prefixed with an apostrophe, because spreadsheets would
/// otherwise run it.
fn csv_cell(words: &str) -> String {
    let is_formula = words.trim_start().starts_with(['=', '+', '-', '@']) || words.starts_with(['\t', '\r']);
    let prefix = if is_formula { "'" } else { "" };
    let line = words.split(['\r', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    format!("\"{prefix}{}\"", line.replace('"', "\"\""))
}

/// The column of addresses. They are relative until the table is exported.
pub(super) const ADDRESS_COLUMN: &str = "address";

/// The columns of a table of findings.
const FINDING_COLUMNS: [&str; 21] = [
    "kind",
    "force",
    "cycle",
    "scale",
    "report",
    "published",
    "published_precision",
    "question_or_area",
    "state_of_question_or_area",
    "grade_of_question_or_area",
    "corrected_by_this_site",
    "subject",
    "themes",
    "finding",
    "list",
    "explanation",
    "source_file",
    "source_lines",
    "newer_inspection",
    "published_report",
    ADDRESS_COLUMN,
];

/// All findings that match the state, in the order of the page.
pub fn findings_sheet(library: &Library, state: &State) -> Sheet {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let passing = findings::passing_entries(catalogue, state);
    let positions = passing.iter().map(|n| catalogue.positions[*n]);
    let about = format!(
        "{} of {}",
        phrasing::format_thousands(passing.len()),
        phrasing::count_with_noun(catalogue.positions.len(), "finding", "findings")
    );
    build_findings_sheet(corpus, about, positions)
}

/// What this site has corrected in a finding and in its judgment, and why; empty if nothing.
fn corrections(report: &Report, judgment: Option<&Judgment>, finding: &Finding) -> String {
    let of_kind = caveats::correction_of_kind(report, finding);
    let of_judgment = judgment.and_then(|judgment| correction_of(report, judgment));
    of_kind.into_iter().chain(of_judgment).collect::<Vec<_>>().join(" ")
}

/// Every finding of a report.
pub fn report_sheet(corpus: &Corpus, report: &Report) -> Sheet {
    let about = format!("All findings from {}, {}", report.force.name, phrasing::report_name(report));
    build_findings_sheet(corpus, about, report_positions(corpus, report))
}

/// One finding.
pub fn finding_sheet(corpus: &Corpus, report: &Report, finding: &Finding) -> Sheet {
    let about = format!("A finding from {}, {}", report.force.name, phrasing::report_name(report));
    let is_this = |position: &FindingPosition| report.findings[position.finding_index].key == finding.key;
    build_findings_sheet(corpus, about, report_positions(corpus, report).filter(is_this))
}

fn report_positions<'c>(corpus: &Corpus, report: &'c Report) -> impl Iterator<Item = FindingPosition> + use<'c> {
    let report_index = corpus.reports.iter().position(|other| other.id == report.id);
    let indices = 0..report.findings.len();
    indices.filter_map(move |finding_index| Some(FindingPosition { report_index: report_index?, finding_index }))
}

fn build_findings_sheet(corpus: &Corpus, about: String, positions: impl Iterator<Item = FindingPosition>) -> Sheet {
    let row = |FindingPosition { report_index, finding_index }| {
        let report = &corpus.reports[report_index];
        let finding = &report.findings[finding_index];
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        let published = corpus.publication_of(report);
        let themes = corpus.themes_of(report_index, finding_index);
        vec![
            finding.kind.name().to_string(),
            report.force.name.clone(),
            report.cycle.clone(),
            report.scale.name().to_string(),
            phrasing::report_name(report),
            published.map(|published| iso_date(published.date)).unwrap_or_default(),
            published.map_or("", |published| precision(published.date)).to_string(),
            judgment.map(|j| j.area.clone()).unwrap_or_default(),
            judgment.map_or("", |j| j.status.name()).to_string(),
            judgment.and_then(|j| j.grade).map_or("", |grade| grade.name()).to_string(),
            corrections(report, judgment, finding),
            corpus.subject_of_finding(report, finding).map(|s| s.name.clone()).unwrap_or_default(),
            themes.map(|theme| theme.name.as_str()).collect::<Vec<_>>().join("; "),
            finding.text.clone(),
            finding.items.join("; "),
            finding.body.join(" "),
            report.source.file.clone(),
            passage::cite_passages(report, &finding.passages),
            caveats::report_notice_text(corpus, report).unwrap_or_default(),
            corpus.address_of(report).unwrap_or_default().to_string(),
            crate::pages::finding::finding_path(finding),
        ]
    };
    let columns_note = "Columns: “question_or_area” and the three columns after it are about the judgment that the finding \
                        belongs to, not about the finding itself. “corrected_by_this_site” says what our program had read \
                        and why a person corrected it. “subject” and “themes” are this site's own labels.";
    let notes = vec![about, columns_note.to_string()];
    Sheet { notes, columns: FINDING_COLUMNS.to_vec(), rows: positions.map(row).collect() }
}

/// The crosswalk, with a row for each subject and cycle.
pub fn crosswalk_sheet(corpus: &Corpus) -> Sheet {
    let crosswalk = crosswalk::crosswalk_page(corpus);
    let mut rows = Vec::new();
    for row in &crosswalk.rows {
        for (cell, cycle) in row.cells.iter().zip(&crosswalk.cycles) {
            let words: Vec<&str> = cell.wordings.iter().map(|wording| wording.words.as_str()).collect();
            let origin = match cell.wordings.first() {
                Some(wording) if wording.is_printed => "a report held",
                Some(_) => "a public page",
                None => "",
            };
            let note = cell.note.clone().unwrap_or_default();
            rows.push(vec![
                row.subject.text.clone(),
                cycle.clone(),
                words.join("; "),
                origin.to_string(),
                cell.relation.to_string(),
                note,
            ]);
        }
    }
    Sheet {
        notes: vec![
            "How each cycle worded the question or area of each subject; subjects and relations are our own \
             interpretation"
                .to_string(),
        ],
        columns: vec!["subject", "cycle", "wording", "wording_source", "relation_to_previous_cycle", "note"],
        rows,
    }
}

/// All deadlines, the earliest first.
pub fn deadlines_sheet(corpus: &Corpus) -> Sheet {
    let row = |row: deadlines::DeadlineRow| {
        let place = row.answer.1.map(|link| format!(" {}", link.text)).unwrap_or_default();
        vec![
            row.force.text,
            row.report.text,
            row.kind.to_string(),
            row.finding.text,
            row.printed,
            row.due.map(iso_date).unwrap_or_default(),
            row.due.map_or("", precision).to_string(),
            row.counted,
            format!("{}{place}", row.answer.0),
            row.finding.href,
        ]
    };
    Sheet {
        notes: vec![
            "Deadlines of findings. A length of time is counted from publication; “immediately” has no date."
                .to_string(),
            "Whether something was done on time is not known here unless a report says so. Which later findings are about \
             the same issue is our reading"
                .to_string(),
        ],
        columns: vec![
            "force",
            "report",
            "kind",
            "finding",
            "deadline",
            "due",
            "due_precision",
            "how_counted",
            "next_report",
            ADDRESS_COLUMN,
        ],
        rows: deadlines::deadline_rows(corpus).into_iter().map(row).collect(),
    }
}

/// A chart: the force's numbers next to those of the comparator.
pub fn chart_sheet(chart: &Chart) -> Sheet {
    let row = |pair: &crate::pages::numbers::ChartRow| {
        vec![
            pair.label.clone(),
            chart.title.clone(),
            chart.force.clone(),
            pair.force.value.clone(),
            chart.comparator.clone(),
            pair.comparator.value.clone(),
            pair.place.text.clone(),
            chart.source.clone(),
        ]
    };
    Sheet {
        notes: vec![
            format!("{}: {} compared with {}", chart.title, chart.force, chart.comparator),
            chart.source.clone(),
        ],
        columns: vec![
            "measure",
            "unit_and_period",
            "force",
            "value",
            "comparator",
            "comparator_value",
            "passage",
            "source",
        ],
        rows: chart.rows.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::csv_cell;

    #[test]
    fn text_that_begins_like_a_formula_gets_an_apostrophe() {
        for words in ["=1+1", "+24%", "-3", "@x", "\n=1", " =1", "\t1"] {
            assert_eq!(csv_cell(words), format!("\"'{}\"", words.trim_matches('\n')));
        }
    }

    #[test]
    fn quotes_are_doubled_line_breaks_are_spaces_and_everything_else_is_unchanged() {
        assert_eq!(csv_cell("a \"b\", 1 - 2\n= c\n"), "\"a \"\"b\"\", 1 - 2 = c\"");
    }
}
