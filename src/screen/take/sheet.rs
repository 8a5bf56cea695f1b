//! Tables to take away, as CSV and as JSON.

use super::{LICENCE, Origin};
use crate::corpus::{Corpus, quoted};
use crate::model::{Finding, Force, Report, Subject};
use crate::screen::catalogue::Catalogue;
use crate::screen::numbers::Chart;
use crate::screen::tile::Tile;
use crate::screen::timeline::given_tile;
use crate::screen::{crosswalk, finding, findings, names, passage};
use crate::state::State;
use crate::timeline::lanes::{Column, Given, Lanes};

/// A table with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is, how it was narrowed down, what to bear in mind.
    pub about: Vec<String>,
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// What goes along: what it is, from which data, when built, where, under which licence.
    fn notes(&self, origin: &Origin) -> Vec<String> {
        let about = self.about.iter().cloned();
        about
            .chain([
                format!("From {}; data {}; site built {}", origin.address, origin.data, origin.built),
                LICENCE.to_string(),
            ])
            .collect()
    }

    /// As CSV: the notes first, a cell each; then the table. No cell can be taken for a formula.
    pub fn to_csv(&self, origin: &Origin) -> String {
        let mut csv = String::new();
        for note in self.notes(origin) {
            csv.push_str(&cell(&format!("# {note}")));
            csv.push_str("\r\n");
        }
        let heads: Vec<String> = self.heads.iter().map(ToString::to_string).collect();
        for row in std::iter::once(&heads).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|words| cell(words)).collect();
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        }
        csv
    }

    /// As JSON: the notes and an object a row.
    pub fn to_json(&self, origin: &Origin) -> String {
        let notes: Vec<String> = self.notes(origin).iter().map(|note| quoted(note)).collect();
        let row = |row: &Vec<String>| {
            let fields = self.heads.iter().zip(row).map(|(head, words)| format!("{}: {}", quoted(head), quoted(words)));
            format!("    {{{}}}", fields.collect::<Vec<_>>().join(", "))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        format!("{{\n  \"about\": [{}],\n  \"rows\": [\n{}\n  ]\n}}\n", notes.join(", "), rows.join(",\n"))
    }
}

/// A cell of CSV (RFC 4180). Spreadsheets run what begins like a formula, so that it gets an apostrophe first.
fn cell(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", words.replace('"', "\"\""))
}

const OF_FINDINGS: [&str; 14] = [
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
    "address on this site",
];

/// The findings that are asked for, all of them, in the order of the page.
pub fn of_findings(corpus: &Corpus, catalogue: &Catalogue, state: &State) -> Sheet {
    let passing = findings::passing(catalogue, state);
    let entries = passing.iter().map(|n| &catalogue.entries[*n]);
    let found = entries.map(|entry| {
        let report = &corpus.reports[entry.report];
        (report, &report.findings[entry.finding])
    });
    let about = format!(
        "{} of {}",
        names::thousands(passing.len()),
        names::count(catalogue.entries.len(), "finding", "findings")
    );
    table(corpus, about, found)
}

/// Every finding of a report.
pub fn of_report(corpus: &Corpus, report: &Report) -> Sheet {
    let about = format!("All findings of {}, {}", report.force.name, names::report(report));
    table(corpus, about, report.findings.iter().map(|finding| (report, finding)))
}

/// One finding.
pub fn of_finding(corpus: &Corpus, report: &Report, finding: &Finding) -> Sheet {
    table(corpus, format!("A finding of {}, {}", report.force.name, names::report(report)), [(report, finding)])
}

fn table<'c>(corpus: &Corpus, about: String, found: impl IntoIterator<Item = (&'c Report, &'c Finding)>) -> Sheet {
    let row = |(report, finding): (&Report, &Finding)| {
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        let place = (corpus.reports.iter().position(|r| r.id == report.id))
            .zip(report.findings.iter().position(|f| f.key == finding.key));
        let themes = corpus.themes.iter().filter(|theme| place.is_some_and(|(r, f)| theme.findings.contains(&[r, f])));
        vec![
            finding.kind.name().to_string(),
            report.force.name.clone(),
            report.cycle.clone(),
            names::report(report),
            names::published(corpus, report),
            judgment.map(|j| j.area.clone()).unwrap_or_default(),
            judgment.and_then(|j| j.grade).map_or("", |grade| grade.word()).to_string(),
            corpus.subject_of_finding(report, finding).map(|s| s.name.clone()).unwrap_or_default(),
            themes.map(|theme| theme.name.as_str()).collect::<Vec<_>>().join("; "),
            finding::statement(finding),
            finding.items.join("; "),
            finding.body.join("\n"),
            format!("{}, {}", report.source.file, passage::cite(&finding.passages)),
            crate::route::path(&State::at(crate::state::View::Finding(finding.key.clone()))),
        ]
    };
    Sheet { about: vec![about], heads: OF_FINDINGS.to_vec(), rows: found.into_iter().map(row).collect() }
}

const OF_GRADES: [&str; 7] =
    ["force", "cycle", "report", "subject (our grouping)", "question or area as worded", "grade or state", "in full"];

/// The grades of forces, on some subjects or on all.
pub fn of_forces(corpus: &Corpus, forces: &[&Force], subjects: &[&Subject]) -> Sheet {
    let mut rows = Vec::new();
    for force in forces {
        let lanes = Lanes::of(corpus, force);
        for row in &lanes.rows {
            let is_wanted = subjects.is_empty() || subjects.iter().any(|s| row.subject.is_some_and(|of| of.id == s.id));
            let cells = lanes.columns.iter().zip(&row.cells).filter(|_| is_wanted);
            for (column, given) in cells.flat_map(|(column, cell)| cell.iter().map(move |given| (column, given))) {
                rows.extend(of_grade(corpus, force, column, given, row.name));
            }
        }
    }
    let names: Vec<String> = forces.iter().map(|force| force.name.clone()).collect();
    let caution =
        "Grades of 2021/22 and later cannot be compared with earlier ones, nor those of 2023-25 with those of 2021/22.";
    Sheet {
        about: vec![format!("Grades of {}", names::list(&names)), caution.to_string()],
        heads: OF_GRADES.to_vec(),
        rows,
    }
}

fn of_grade(corpus: &Corpus, force: &Force, column: &Column, given: &Given, subject: &str) -> Option<Vec<String>> {
    let (tile, wording): (Tile, String) = given_tile(corpus, force, column, given)?;
    let (cycle, report) = match (column, given) {
        (Column::Held(report), Given::Judged(_)) => (report.cycle.clone(), names::report(report)),
        (Column::Held(report), Given::Stated(_)) => (report.cycle.clone(), format!("not held: {}", tile.href)),
        (Column::NotHeld(cycle), _) => (cycle.id.clone(), format!("not held: {}", tile.href)),
        (Column::Break(_), _) => return None,
    };
    let note = tile.note.as_ref().map(|note| format!(", {note}")).unwrap_or_default();
    let word = format!("{}{note}", tile.word);
    Some(vec![force.name.clone(), cycle, report, subject.to_string(), wording, word, tile.name])
}

/// The crosswalk, a row for each subject and cycle.
pub fn of_crosswalk(corpus: &Corpus) -> Sheet {
    let crosswalk = crosswalk::crosswalk(corpus);
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
        about: vec![
            "How each cycle worded the question or area of each subject; subjects and relations are our own reading"
                .to_string(),
        ],
        heads: vec!["subject", "cycle", "wording", "worded by", "relation to the cycle before", "note"],
        rows,
    }
}

/// A chart: the force's numbers beside the comparator's.
pub fn of_chart(chart: &Chart) -> Sheet {
    let row = |pair: &crate::screen::numbers::Pair| {
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
        about: vec![format!("{}: {} beside {}", chart.title, chart.force, chart.comparator), chart.source.clone()],
        heads: vec!["measure", "unit and period", "force", "value", "comparator", "value of the comparator", "passage"],
        rows: chart.rows.iter().map(row).collect(),
    }
}
