//! Tables of what a page shows, exported as CSV or JSON.

use crate::export::{LICENCE, Origin};
use crate::facets::FindingPosition;
use crate::library::Library;
use crate::pages::numbers::Chart;
use crate::pages::tile::Tile;
use crate::pages::timeline::entry_tile;
use crate::pages::{crosswalk, findings, passage, phrasing, public_grades};
use crate::state::State;
use crate::timeline::layout::{LayoutColumn, LayoutEntry, TimelineLayout};
use corpus::{Corpus, PublicGrade, to_json_string};
use model::{Finding, Force, Report, Subject};

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

    /// The table as CSV, after the notes, each in a row of one cell. No cell is read as a formula by spreadsheets.
    ///
    /// It begins with a byte order mark, by which spreadsheets recognise UTF-8.
    pub fn to_csv(&self, origin: &Origin) -> String {
        let mut csv = String::from("\u{feff}");
        for note in self.exported_notes(origin) {
            csv.push_str(&csv_cell(&format!("# {note}")));
            csv.push_str("\r\n");
        }
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
    format!("\"{prefix}{}\"", words.replace('"', "\"\""))
}

/// The column of addresses. They are relative until the table is exported.
const ADDRESS_COLUMN: &str = "address on this site";

/// The columns of a table of findings.
const FINDING_COLUMNS: [&str; 14] = [
    "kind",
    "force",
    "cycle",
    "report",
    "published",
    "judgment",
    "grade",
    "subject (our grouping)",
    "themes (our labels)",
    "finding",
    "list",
    "explanation",
    "passage",
    ADDRESS_COLUMN,
];

/// All findings that match the state, in the order of the page.
pub fn findings_sheet(library: &Library, state: &State) -> Sheet {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let passing = findings::passing_entries(catalogue, state);
    let positions = passing.iter().map(|n| catalogue.entries[*n].position);
    let about = format!(
        "{} of {}",
        phrasing::format_thousands(passing.len()),
        phrasing::count_with_noun(catalogue.entries.len(), "finding", "findings")
    );
    build_findings_sheet(corpus, about, positions)
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
        let themes = corpus.themes_of(report_index, finding_index);
        vec![
            finding.kind.name().to_string(),
            report.force.name.clone(),
            report.cycle.clone(),
            phrasing::report_name(report),
            phrasing::publication_date(corpus, report),
            judgment.map(|j| j.area.clone()).unwrap_or_default(),
            judgment.and_then(|j| j.grade).map_or("", |grade| grade.name()).to_string(),
            corpus.subject_of_finding(report, finding).map(|s| s.name.clone()).unwrap_or_default(),
            themes.map(|theme| theme.name.as_str()).collect::<Vec<_>>().join("; "),
            finding.text.clone(),
            finding.items.join("; "),
            finding.body.join("\n"),
            format!("{}, {}", report.source.file, passage::cite_passages(&finding.passages)),
            crate::route::path(&State::for_view(crate::state::View::Finding(finding.key.clone()))),
        ]
    };
    Sheet { notes: vec![about], columns: FINDING_COLUMNS.to_vec(), rows: positions.map(row).collect() }
}

/// The columns of a table of grades.
const GRADE_COLUMNS: [&str; 7] =
    ["force", "cycle", "report", "subject (our grouping)", "question or area as worded", "grade or state", "in full"];

/// The grades of forces for some subjects, or for all if `subjects` is empty.
pub fn grades_sheet(corpus: &Corpus, forces: &[&Force], subjects: &[&Subject]) -> Sheet {
    let mut rows = Vec::new();
    for force in forces {
        let layout = TimelineLayout::for_force(corpus, force);
        for row in &layout.rows {
            let is_wanted =
                subjects.is_empty() || subjects.iter().any(|s| row.subject.is_some_and(|subject| subject.id == s.id));
            let cells = layout.columns.iter().zip(&row.cells).filter(|_| is_wanted);
            for (column, given) in cells.flat_map(|(column, cell)| cell.iter().map(move |given| (column, given))) {
                rows.extend(grade_row(corpus, force, column, given, row.name));
            }
        }
    }
    let names: Vec<String> = forces.iter().map(|force| force.name.clone()).collect();
    let parts = forces.iter().flat_map(|force| public_grades::completeness_by_cycle(corpus, force));
    let caveat = "Grades from 2021/22 and later cannot be compared with earlier ones, nor those from 2023-25 with \
                  those from 2021/22. “Not held” means that the report is not part of this site.";
    Sheet {
        notes: [format!("Grades of {}", phrasing::join_as_list(&names)), caveat.to_string()]
            .into_iter()
            .chain(parts)
            .collect(),
        columns: GRADE_COLUMNS.to_vec(),
        rows,
    }
}

/// What the column "report" says about a grade whose report is not held.
fn unheld_report_note(public_grade: &PublicGrade) -> String {
    format!("not held; grade stated at {}", public_grade.first_page().map_or("", |page| page.url.as_str()))
}

fn grade_row(
    corpus: &Corpus,
    force: &Force,
    column: &LayoutColumn,
    entry: &LayoutEntry,
    subject: &str,
) -> Option<Vec<String>> {
    let (tile, wording): (Tile, String) = entry_tile(corpus, force, column, entry)?;
    let (cycle, report) = match (column, entry) {
        (LayoutColumn::HeldReport(report), LayoutEntry::Judgment(_)) => {
            (report.cycle.clone(), phrasing::report_name(report))
        }
        (LayoutColumn::HeldReport(report), LayoutEntry::PublicGrade(known)) => {
            (report.cycle.clone(), unheld_report_note(known))
        }
        (LayoutColumn::NotHeld(cycle), LayoutEntry::PublicGrade(known)) => {
            (cycle.id.clone(), unheld_report_note(known))
        }
        _ => return None,
    };
    let note = tile.note.as_ref().map(|note| format!(", {note}")).unwrap_or_default();
    let word = format!("{}{note}", tile.word);
    Some(vec![force.name.clone(), cycle, report, subject.to_string(), wording, word, tile.accessible_name])
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
        columns: vec!["subject", "cycle", "wording", "source of the wording", "relation to the previous cycle", "note"],
        rows,
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
        ]
    };
    Sheet {
        notes: vec![
            format!("{}: {} compared with {}", chart.title, chart.force, chart.comparator),
            chart.source.clone(),
        ],
        columns: vec!["measure", "unit and period", "force", "value", "comparator", "comparator value", "passage"],
        rows: chart.rows.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::csv_cell;

    #[test]
    fn text_that_begins_like_a_formula_gets_an_apostrophe() {
        for words in ["=1+1", "+24%", "-3", "@x", "\n=1", " =1", "\t1"] {
            assert_eq!(csv_cell(words), format!("\"'{words}\""));
        }
    }

    #[test]
    fn quotes_are_doubled_and_everything_else_is_unchanged() {
        assert_eq!(csv_cell("a \"b\", 1 - 2 = c\n"), "\"a \"\"b\"\", 1 - 2 = c\n\"");
    }
}
