//! Comparing forces: a row for each, in alphabetical order and never by grade, with the same columns.

use crate::facets::Facet;
use crate::facets::{self, Chip, FacetValue};
use crate::pages::national::{deciding_entries, is_asked};
use crate::pages::tile::Tile;
use crate::pages::timeline::{entry_tile, not_held_head};
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use crate::timeline::layout::TimelineLayout;
use corpus::Corpus;
use model::{Cycle, FindingKind, Force, Report, Subject};

/// The page that compares forces.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparePage {
    /// The chosen values as written in addresses: parameter and value.
    pub chosen_values: Vec<(&'static str, String)>,
    /// A chip for each chosen force and subject.
    pub chips: Vec<Chip>,
    /// A link that removes all choices; `None` if there are none.
    pub clear_link: Option<Link>,
    /// The forces that can be added.
    pub forces: Vec<FacetValue>,
    /// The subjects that can be added.
    pub subjects: Vec<FacetValue>,
    /// What to do next, if fewer than two forces are chosen.
    pub hint: Option<String>,
    /// A sentence for each break in comparability between the columns of a table.
    pub breaks: Vec<String>,
    /// A table for each chosen subject or, if none is chosen, for each round of inspections, the newest first.
    pub tables: Vec<CompareTable>,
}

/// One subject, with a column for each cycle; or one cycle, with a column for each subject. It has a row for each force.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareTable {
    /// The name of the subject, or of the round of inspections.
    pub title: String,
    /// The cycle, if it is about one.
    pub cycle: Option<String>,
    /// In a table of one cycle: the break between it and the cycle before, whose table follows.
    pub break_after: Option<String>,
    /// The heads of the columns.
    pub heads: Vec<CompareHead>,
    /// A row for each force.
    pub rows: Vec<CompareRow>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareHead {
    /// A cycle or a subject.
    Column(String),
    /// A break: grades to its left and right are not comparable.
    Break {
        /// The id of the cycle after the break.
        cycle: String,
        /// Why the grades are not comparable.
        label: String,
    },
}

/// The row of a force.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// A link to the force.
    pub force: Link,
    /// In a table of one cycle: the reports held and when they were published, so that no grade passes for one of the same
    /// day; else empty.
    pub inspected: String,
    /// A cell for each column.
    pub cells: Vec<CompareCell>,
}

/// The grades and findings of one force for one subject in one cycle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompareCell {
    /// The tiles, each with the wording of that cycle; in a table of one cycle, without it.
    pub tiles: Vec<(Tile, String)>,
    /// For each kind of finding on the subject, their number as a link to the list of them.
    pub findings: Vec<Link>,
}

/// Makes the page.
pub fn compare_page(corpus: &Corpus, state: &State) -> ComparePage {
    let (forces, subjects) = chosen_forces_and_subjects(corpus, state);
    let layouts: Vec<TimelineLayout> =
        forces.iter().map(|force| TimelineLayout::with_all_subjects(corpus, force)).collect();
    let value = |id: &str, name: &str| FacetValue { id: id.to_string(), name: name.to_string() };
    let other =
        |facet, values: Vec<FacetValue>| values.into_iter().filter(|v| !state.is_chosen(facet, &v.id)).collect();
    ComparePage {
        chosen_values: state.chosen_values().map(|(facet, id)| (facet.parameter(), id.to_string())).collect(),
        chips: compare_chips(corpus, state),
        clear_link: facets::clear_all_link(state),
        forces: other(Facet::Force, corpus.forces.iter().map(|f| value(f.id.as_str(), &f.name)).collect()),
        subjects: other(Facet::Subject, corpus.subjects.iter().map(|s| value(&s.id, &s.name)).collect()),
        hint: match forces.len() {
            0 => Some("Choose two or more forces.".to_string()),
            1 => Some(format!("Choose one or more forces to compare with {}.", forces[0].name)),
            _ => None,
        },
        breaks: match (forces.as_slice(), subjects.as_slice()) {
            ([], _) | (_, []) => Vec::new(),
            _ => phrasing::break_sentences(corpus).collect(),
        },
        tables: match (forces.as_slice(), subjects.as_slice()) {
            ([], _) => Vec::new(),
            (_, []) => corpus.cycles.iter().rev().map(|cycle| round_table(corpus, cycle, &forces, &layouts)).collect(),
            _ => subjects.into_iter().map(|subject| subject_table(corpus, subject, &forces, &layouts)).collect(),
        },
    }
}

/// The forces and subjects that are chosen.
pub fn chosen_forces_and_subjects<'c>(corpus: &'c Corpus, state: &State) -> (Vec<&'c Force>, Vec<&'c Subject>) {
    let forces = corpus.forces.iter().filter(|f| state.is_chosen(Facet::Force, f.id.as_str())).collect();
    (forces, corpus.subjects.iter().filter(|s| state.is_chosen(Facet::Subject, &s.id)).collect())
}

/// A chip for each chosen force and subject.
pub fn compare_chips(corpus: &Corpus, state: &State) -> Vec<Chip> {
    let chip = |(facet, id): (Facet, &str)| {
        let name = match facet {
            Facet::Force => corpus.forces.iter().find(|f| f.id.as_str() == id).map(|f| f.name.clone()),
            Facet::Subject => corpus.subjects.iter().find(|s| s.id == id).map(|s| s.name.clone()),
            _ => return None,
        };
        let text = name.unwrap_or_else(|| format!("“{id}” (unknown)"));
        Some(facets::removal_chip(state, facet, id, text))
    };
    state.chosen_values().filter_map(chip).collect()
}

fn column_heads(corpus: &Corpus) -> Vec<CompareHead> {
    let heads = corpus.cycles.iter().flat_map(|cycle| {
        let label = cycle.break_label.clone();
        let break_head = label.map(|label| CompareHead::Break { cycle: cycle.id.clone(), label });
        break_head.into_iter().chain([CompareHead::Column(cycle.id.clone())])
    });
    heads.collect()
}

fn subject_table(corpus: &Corpus, subject: &Subject, forces: &[&Force], layouts: &[TimelineLayout]) -> CompareTable {
    let heads = column_heads(corpus);
    let rows = forces.iter().zip(layouts).map(|(force, lanes)| {
        let cell = |head: &CompareHead| match head {
            CompareHead::Column(cycle) => {
                corpus.cycle(cycle).map(|c| subject_cell(corpus, force, lanes, subject, c)).unwrap_or_default()
            }
            CompareHead::Break { .. } => CompareCell::default(),
        };
        CompareRow { force: force_link(force), inspected: String::new(), cells: heads.iter().map(cell).collect() }
    });
    CompareTable { title: subject.name.clone(), cycle: None, break_after: None, rows: rows.collect(), heads }
}

/// The reports held on a force in a cycle, and when they were published: "Effectiveness Mar 2018", "Not held; May 2025".
fn inspected(corpus: &Corpus, force: &Force, cycle: &Cycle) -> String {
    let held = corpus.reports_on(&force.id).filter(|report| report.cycle == cycle.id);
    let names: Vec<String> = held
        .map(|report| {
            let date = corpus.publication_of(report).map(|found| format!(" {}", found.date.short_month()));
            format!("{}{}", phrasing::inspection_name(report), date.unwrap_or_default())
        })
        .collect();
    if !names.is_empty() {
        let has_others = !corpus.grades_only_in_register(&force.id, &cycle.id).is_empty();
        return format!("{}{}", names.join("; "), if has_others { "; others not held" } else { "" });
    }
    let own = corpus.publication_of_cycle(&force.id, &cycle.id).map(|found| found.date.short_month());
    let date = own.or_else(|| phrasing::cycle_publication_dates(corpus, &cycle.id));
    let date = date.unwrap_or_else(|| "date not known here".to_string());
    // Without it, the grades that are known would pass for all that were given.
    let part = not_held_head(corpus, force, cycle).known_part.map(|part| format!("; {part}"));
    format!("Not held; {date}{}", part.unwrap_or_default())
}

/// One round of inspections, with the subjects that were asked in it.
fn round_table(corpus: &Corpus, cycle: &Cycle, forces: &[&Force], layouts: &[TimelineLayout]) -> CompareTable {
    let subjects: Vec<&Subject> = corpus.subjects.iter().filter(|subject| is_asked(subject, cycle)).collect();
    let rows = forces.iter().zip(layouts).map(|(force, layout)| {
        let cell = |subject: &&Subject| {
            let tiles = deciding_entries(layout, subject, cycle)
                .into_iter()
                .filter_map(|(column, entry)| entry_tile(corpus, force, column, entry));
            CompareCell { tiles: tiles.map(|(tile, _)| (tile, String::new())).collect(), findings: Vec::new() }
        };
        CompareRow {
            force: force_link(force),
            inspected: inspected(corpus, force, cycle),
            cells: subjects.iter().map(cell).collect(),
        }
    });
    CompareTable {
        title: format!("Inspections of {}", cycle.id),
        cycle: Some(cycle.id.clone()),
        break_after: phrasing::break_words(cycle).map(|words| format!("Break before {}: {words}", cycle.id)),
        rows: rows.collect(),
        heads: subjects.iter().map(|subject| CompareHead::Column(subject.name.clone())).collect(),
    }
}

fn force_link(force: &Force) -> Link {
    Link::to(&State::for_view(View::Force(force.id.clone())), &force.name)
}

fn subject_cell(
    corpus: &Corpus,
    force: &Force,
    layout: &TimelineLayout,
    subject: &Subject,
    cycle: &Cycle,
) -> CompareCell {
    let given = layout.entries_for(subject, cycle);
    let tiles: Vec<(Tile, String)> =
        given.filter_map(|(column, given)| entry_tile(corpus, force, column, given)).collect();
    let reports: Vec<&Report> = corpus.reports_on(&force.id).filter(|report| report.cycle == cycle.id).collect();
    let of_kind = |kind: FindingKind| {
        let findings = reports.iter().flat_map(|report| report.findings.iter().map(move |finding| (*report, finding)));
        let on_subject = findings.filter(|(report, finding)| {
            finding.kind == kind
                && corpus.subject_of_finding(report, finding).is_some_and(|other| other.id == subject.id)
        });
        let n = on_subject.count();
        let chosen = [
            (Facet::Force, force.id.to_string()),
            (Facet::Cycle, cycle.id.clone()),
            (Facet::Kind, kind.slug()),
            (Facet::Subject, subject.id.clone()),
        ];
        let words = phrasing::count_of_kind(n, kind);
        (n > 0).then(|| Link::to(&State::filtered_findings(chosen), words))
    };
    CompareCell { tiles, findings: FindingKind::ALL.into_iter().filter_map(of_kind).collect() }
}
