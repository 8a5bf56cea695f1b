//! Forces side by side: one row each on the same columns, by name and never by grade.

use crate::facets::Facet;
use crate::facets::{self, Chip, Value};
use crate::pages::crosswalk::wordings;
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::timeline::given_tile;
use crate::pages::{Link, latest, names};
use crate::state::{State, View};
use crate::timeline::lanes::Lanes;
use corpus::Corpus;
use model::{Cycle, FindingKind, Force, Reading, Relation, Report, Scale, Subject};

/// Two or more forces on some subjects.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparePage {
    /// What is chosen, by its names in addresses.
    pub chosen: Vec<(&'static str, String)>,
    pub chips: Vec<Chip>,
    pub clear: Option<Link>,
    /// Forces and subjects that can be added.
    pub forces: Vec<Value>,
    pub subjects: Vec<Value>,
    /// What to do first, where fewer than two forces are chosen.
    pub hint: Option<String>,
    /// What the breaks between the columns are.
    pub breaks: Vec<String>,
    pub tables: Vec<Table>,
}

/// One subject: a row for each force, a column for each cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub subject: String,
    /// Whether it counts areas by grade, and is about no one subject.
    pub counts_areas: bool,
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    Cycle(String),
    /// Grades on both sides are not comparable; the label says why.
    Break {
        cycle: String,
        label: String,
    },
}

/// A force.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub force: Link,
    /// One for each head.
    pub cells: Vec<Cell>,
}

/// What one cycle has of one force on one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Tiles with the wording of that year.
    pub tiles: Vec<(Tile, String)>,
    /// Why there are no tiles; empty where there are.
    pub nothing: String,
    /// Findings on the subject by kind, with their list.
    pub findings: Vec<Link>,
}

/// The overall judgments are compared where no subject is chosen.
const FIRST: [&str; 3] = ["effectiveness", "efficiency", "legitimacy"];

/// Selects the page.
pub fn compare(corpus: &Corpus, state: &State) -> ComparePage {
    let (forces, subjects) = chosen(corpus, state);
    let lanes: Vec<Lanes> = forces.iter().map(|force| Lanes::of(corpus, force)).collect();
    let value = |id: &str, name: &str| Value { id: id.to_string(), name: name.to_string() };
    let other = |facet, values: Vec<Value>| values.into_iter().filter(|v| !state.has(facet, &v.id)).collect();
    ComparePage {
        chosen: state.chosen().map(|(facet, id)| (facet.parameter(), id.to_string())).collect(),
        chips: chips(corpus, state),
        clear: facets::clear_all(state),
        forces: other(Facet::Force, corpus.forces.iter().map(|f| value(f.id.as_str(), &f.name)).collect()),
        subjects: other(Facet::Subject, corpus.subjects.iter().map(|s| value(&s.id, &s.name)).collect()),
        hint: match forces.len() {
            0 => Some("Choose two or more forces.".to_string()),
            1 => Some(format!("Choose one or more forces to set beside {}.", forces[0].name)),
            _ => None,
        },
        breaks: if forces.is_empty() { Vec::new() } else { corpus.cycles.iter().filter_map(break_before).collect() },
        tables: if forces.is_empty() {
            Vec::new()
        } else {
            let first = (!state.chosen_of(Facet::Subject).any(|_| true)).then(|| together(corpus, &forces));
            let rest = subjects.into_iter().map(|subject| table(corpus, subject, &forces, &lanes));
            first.into_iter().chain(rest).collect()
        },
    }
}

/// The forces and subjects that are compared.
pub fn chosen<'c>(corpus: &'c Corpus, state: &State) -> (Vec<&'c Force>, Vec<&'c Subject>) {
    let forces = corpus.forces.iter().filter(|f| state.has(Facet::Force, f.id.as_str())).collect();
    let chosen: Vec<&Subject> = corpus.subjects.iter().filter(|s| state.has(Facet::Subject, &s.id)).collect();
    let first = || corpus.subjects.iter().filter(|s| FIRST.contains(&s.id.as_str())).collect();
    (forces, if chosen.is_empty() { first() } else { chosen })
}

fn break_before(cycle: &Cycle) -> Option<String> {
    cycle.break_label.as_ref().map(|label| format!("Break before {}: {label}", cycle.id))
}

/// What is chosen, each to be given up.
pub fn chips(corpus: &Corpus, state: &State) -> Vec<Chip> {
    let chip = |(facet, id): (Facet, &str)| {
        let name = match facet {
            Facet::Force => corpus.forces.iter().find(|f| f.id.as_str() == id).map(|f| f.name.clone()),
            Facet::Subject => corpus.subjects.iter().find(|s| s.id == id).map(|s| s.name.clone()),
            _ => return None,
        };
        let text = name.unwrap_or_else(|| format!("'{id}', which is unknown"));
        Some(facets::chip_without(state, facet, id, text))
    };
    state.chosen().filter_map(chip).collect()
}

fn heads(corpus: &Corpus) -> Vec<Head> {
    let heads = corpus.cycles.iter().flat_map(|cycle| {
        let label = cycle.break_label.clone();
        let parted = label.map(|label| Head::Break { cycle: cycle.id.clone(), label });
        parted.into_iter().chain([Head::Cycle(cycle.id.clone())])
    });
    heads.collect()
}

fn table(corpus: &Corpus, subject: &Subject, forces: &[&Force], lanes: &[Lanes]) -> Table {
    let heads = heads(corpus);
    let rows = forces.iter().zip(lanes).map(|(force, lanes)| {
        let cell = |head: &Head| match head {
            Head::Cycle(cycle) => {
                corpus.cycle(cycle).map(|c| cell(corpus, force, lanes, subject, c)).unwrap_or_default()
            }
            Head::Break { .. } => Cell::default(),
        };
        Row { force: to_force(force), cells: heads.iter().map(cell).collect() }
    });
    Table { subject: subject.name.clone(), counts_areas: false, rows: rows.collect(), heads }
}

/// What the crosswalk says of a subject that has no grade in a cycle, or else that none is held or known.
fn why_nothing(corpus: &Corpus, subject: &Subject, cycle: &Cycle, is_unheld: bool) -> String {
    let reading = subject.readings.iter().find(|reading| reading.cycle == cycle.id);
    let is_elsewhere = |reading: &&Reading| matches!(reading.relation, Relation::None | Relation::Merged);
    match reading.filter(is_elsewhere).filter(|_| wordings(corpus, subject, cycle).is_empty()) {
        Some(Reading { note: Some(note), .. }) => format!("{note}."),
        Some(_) => "No such question.".to_string(),
        None if is_unheld => tile::state_word(tile::Drawing::NotHeld(None)).to_string(),
        None => "No grade held or known".to_string(),
    }
}

/// How many areas got each grade, in the cycles that grade areas: no subject of one cycle is that of another.
fn together(corpus: &Corpus, forces: &[&Force]) -> Table {
    let heads = heads(corpus);
    let row = |force: &&Force| {
        let cell = |head: &Head| match head {
            Head::Cycle(id) => corpus.cycle(id).filter(|cycle| cycle.scale == Scale::FiveTier).map(|cycle| {
                let tiles =
                    latest::areas(corpus, force, cycle).into_iter().map(|(n, tile)| (tile, n)).collect::<Vec<_>>();
                let nothing = if tiles.is_empty() { "How many is not known here" } else { "" };
                Cell { nothing: nothing.to_string(), tiles, findings: Vec::new() }
            }),
            Head::Break { .. } => None,
        };
        let of_head = |head| {
            cell(head).unwrap_or_else(|| Cell { nothing: "No areas were graded.".to_string(), ..Cell::default() })
        };
        Row { force: to_force(force), cells: heads.iter().map(of_head).collect() }
    };
    Table {
        subject: "Areas with each grade".to_string(),
        counts_areas: true,
        rows: forces.iter().map(row).collect(),
        heads,
    }
}

fn to_force(force: &Force) -> Link {
    Link::to(&State::at(View::Force(force.id.clone())), &force.name)
}

fn cell(corpus: &Corpus, force: &Force, lanes: &Lanes, subject: &Subject, cycle: &Cycle) -> Cell {
    let given = lanes.given(subject, cycle);
    let tiles: Vec<(Tile, String)> =
        given.filter_map(|(column, given)| given_tile(corpus, force, column, given)).collect();
    let reports: Vec<&Report> = corpus.reports_on(&force.id).filter(|report| report.cycle == cycle.id).collect();
    let nothing =
        if tiles.is_empty() { why_nothing(corpus, subject, cycle, reports.is_empty()) } else { String::new() };
    let of_kind = |kind: FindingKind| {
        let findings = reports.iter().flat_map(|report| report.findings.iter().map(move |finding| (*report, finding)));
        let on_subject = findings.filter(|(report, finding)| {
            finding.kind == kind && corpus.subject_of_finding(report, finding).is_some_and(|of| of.id == subject.id)
        });
        let n = on_subject.count();
        let chosen = [
            (Facet::Force, force.id.to_string()),
            (Facet::Cycle, cycle.id.clone()),
            (Facet::Kind, kind.slug()),
            (Facet::Subject, subject.id.clone()),
        ];
        let words = names::of_kind(n, kind);
        (n > 0).then(|| Link::to(&State::findings(chosen), words))
    };
    Cell { tiles, nothing, findings: FindingKind::ALL.into_iter().filter_map(of_kind).collect() }
}
