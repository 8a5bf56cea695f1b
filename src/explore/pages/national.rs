//! All forces in one cycle by subject, or on one subject in every cycle. Forces are never sorted by grade.

use crate::facets::{Facet, FacetValue, cycle_value, region_values};
use crate::pages::grade_filter;
use crate::pages::grid::SHORT_LEGEND;
use crate::pages::legend::LETTERS;
use crate::pages::tile::Tile;
use crate::pages::timeline::entry_tile;
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use crate::timeline::layout::{LayoutColumn, LayoutEntry, TimelineLayout};
use corpus::Corpus;
use model::{Cycle, Force, Grade, Scale, Subject, WordingRelation, slugify};

/// The page of all forces.
#[derive(Clone, Debug, PartialEq)]
pub struct NationalPage {
    /// What is shown: "2023-25, by subject".
    pub title: String,
    /// The choices that can be made, each with its options.
    pub choices: Vec<Choice>,
    /// How many forces are shown and why, and how complete the grades are.
    pub notes: Vec<String>,
    /// The heads of the columns.
    pub columns: Vec<NationalColumn>,
    /// The forces, in alphabetical order or by region.
    pub rows: Vec<NationalRow>,
    /// A link to the same page in the other order.
    pub other_order: Link,
    /// A link to the same page as a table of words, or back.
    pub other_form: Link,
    /// Whether only the forces with a chosen grade are shown.
    pub is_filtered: bool,
    /// Whether cells have words and not tiles.
    pub is_table: bool,
    /// Whether the rows are grouped by region.
    pub is_by_region: bool,
}

/// Something to choose from a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The name shown: "Round of inspections".
    pub label: &'static str,
    /// The name in addresses: "cycle".
    pub parameter: &'static str,
    /// The options. The first one with an empty id stands for no choice.
    pub options: Vec<FacetValue>,
    /// The id of the chosen option.
    pub chosen: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum NationalColumn {
    /// A subject or a cycle.
    Grades {
        /// A link to that subject in every cycle, or to that cycle.
        link: Link,
        /// How many forces got which grade, of those whose grade is known: "30 of 43 known: 2 Outstanding, ...".
        counts: String,
    },
    /// A break: grades to its left and right are not comparable.
    Break(String),
}

/// A force.
#[derive(Clone, Debug, PartialEq)]
pub struct NationalRow {
    /// A link to the force.
    pub force: Link,
    /// Its name where there is little room.
    pub short_name: String,
    /// Its region.
    pub region: String,
    /// The tiles of each column; none in a break.
    pub cells: Vec<Vec<Tile>>,
    /// What else is known of the grade that was asked for.
    pub note: Option<String>,
}

/// A column before it is worded.
enum Column<'c> {
    Of(&'c Cycle, &'c Subject),
    Break(&'c Cycle),
}

/// What the choices of a state stand for.
pub struct NationalSelection<'c> {
    /// The cycle; `None` for every cycle.
    pub cycle: Option<&'c Cycle>,
    /// The subjects, in their order.
    pub subjects: Vec<&'c Subject>,
    /// The forces shown, in alphabetical order.
    pub forces: Vec<&'c Force>,
}

/// The chosen cycle; `None` if none is chosen, or none that is known.
pub fn chosen_cycle<'c>(corpus: &'c Corpus, state: &State) -> Option<&'c Cycle> {
    state.chosen_values_of(Facet::Cycle).next().and_then(|id| corpus.cycle_in_address(id))
}

/// What the choices of a state stand for: a subject without a cycle for that subject in every cycle; nothing for the
/// newest cycle with all its subjects.
pub fn national_selection<'c>(corpus: &'c Corpus, state: &State) -> NationalSelection<'c> {
    let cycle = chosen_cycle(corpus, state);
    let subject = state.chosen_values_of(Facet::Subject).next();
    let subject = corpus.subjects.iter().find(|s| subject == Some(&s.id));
    let cycle = cycle.or(if subject.is_none() { corpus.cycles.last() } else { None });
    let subjects = match (subject, cycle) {
        (Some(subject), _) => vec![subject],
        (None, Some(cycle)) => corpus.subjects.iter().filter(|s| is_asked(s, cycle)).collect(),
        (None, None) => Vec::new(),
    };
    let regions: Vec<&str> = state.chosen_values_of(Facet::Region).collect();
    let in_region = |force: &&Force| regions.is_empty() || regions.contains(&slugify(&force.region).as_str());
    NationalSelection { cycle, subjects, forces: corpus.forces.iter().filter(in_region).collect() }
}

impl<'c> NationalSelection<'c> {
    /// The cycles that are shown.
    pub fn cycles(&self, corpus: &'c Corpus) -> &'c [Cycle] {
        self.cycle.map_or(&corpus.cycles, std::slice::from_ref)
    }
}

/// Whether a subject was asked about in a cycle.
pub fn is_asked(subject: &Subject, cycle: &Cycle) -> bool {
    subject.reading_in(cycle).is_some_and(|reading| reading.relation != WordingRelation::NoEquivalent)
}

/// The chosen cycle as in addresses, if it is not one that we know.
pub fn unknown_cycle<'s>(corpus: &Corpus, state: &'s State) -> Option<&'s str> {
    state.chosen_values_of(Facet::Cycle).find(|id| corpus.cycle_in_address(id).is_none())
}

/// Makes the page. It counts all forces alike, so a report that the reader has opened on one of them is no part of it.
pub fn national_page(corpus: &Corpus, state: &State) -> NationalPage {
    let corpus = &*corpus.of_site();
    let selection = national_selection(corpus, state);
    let columns = columns(corpus, &selection);
    let mut rows: Vec<NationalRow> =
        selection.forces.iter().map(|force| national_row(corpus, force, &selection, &columns)).collect();
    let counts: Vec<String> = (0..columns.len()).map(|c| counts_of_column(&rows, c)).collect();
    let (grade, not_possible) = match grade_filter::chosen_grade(state, &selection) {
        Ok(grade) => (grade, None),
        Err(reason) => (None, Some(reason)),
    };
    let narrowed = grade.map(|grade| grade_filter::keep_graded(corpus, &selection, grade, &mut rows));
    let mut notes: Vec<String> = narrowed.or(not_possible).into_iter().collect();
    notes.extend(cycle_notes(corpus, &selection));
    notes.extend([SHORT_LEGEND, LETTERS].map(str::to_string));
    if state.is_by_region {
        rows.sort_by(|a, b| a.region.cmp(&b.region));
    }
    let heads = columns.iter().zip(counts).map(|(column, counts)| column_head(state, &selection, column, counts));
    NationalPage {
        title: title(&selection, grade, &chosen_region(corpus, state)),
        choices: choices(corpus, state, &selection),
        notes,
        columns: heads.collect(),
        rows,
        other_order: Link::to(
            &State { is_by_region: !state.is_by_region, ..state.clone() },
            if state.is_by_region { "In alphabetical order" } else { "By region" },
        ),
        other_form: Link::to(
            &State { is_table: !state.is_table, ..state.clone() },
            if state.is_table { "View with tiles" } else { "View as words" },
        ),
        is_filtered: grade.is_some(),
        is_table: state.is_table,
        is_by_region: state.is_by_region,
    }
}

/// The name of the chosen region, in front of which is a comma; empty if none is chosen.
fn chosen_region(corpus: &Corpus, state: &State) -> String {
    let is_chosen = |region: &FacetValue| state.is_chosen(Facet::Region, &region.id);
    region_values(corpus).into_iter().filter(is_chosen).map(|region| format!(", {}", region.name)).collect()
}

fn title(selection: &NationalSelection, grade: Option<Grade>, region: &str) -> String {
    let shown = what_is_shown(selection);
    match grade {
        Some(grade) => format!("{shown}{region}: forces graded {grade}"),
        None => format!("{shown}{region}"),
    }
}

fn what_is_shown(selection: &NationalSelection) -> String {
    match (selection.cycle, selection.subjects.as_slice()) {
        (Some(cycle), [subject]) => format!("{} in {}", subject.name, cycle.id),
        (Some(cycle), _) => format!("Inspections of {}, by subject", cycle.id),
        (None, subjects) => {
            let name = subjects.first().map_or("", |subject| subject.name.as_str());
            format!("{name} in every round of inspections")
        }
    }
}

fn columns<'c>(corpus: &'c Corpus, selection: &NationalSelection<'c>) -> Vec<Column<'c>> {
    match selection.cycle {
        Some(cycle) => selection.subjects.iter().map(|subject| Column::Of(cycle, subject)).collect(),
        None => {
            let with_break = |cycle: &'c Cycle| {
                let before = cycle.break_label.is_some().then_some(Column::Break(cycle));
                let grades = selection.subjects.first().map(|subject| Column::Of(cycle, subject));
                before.into_iter().chain(grades)
            };
            corpus.cycles.iter().flat_map(with_break).collect()
        }
    }
}

fn national_row(corpus: &Corpus, force: &Force, selection: &NationalSelection, columns: &[Column]) -> NationalRow {
    let layout = TimelineLayout::of_cycles(corpus, force, selection.cycles(corpus));
    let cell = |column: &Column| match column {
        Column::Break(_) => Vec::new(),
        Column::Of(cycle, subject) => {
            let entries = deciding_entries(&layout, subject, cycle);
            let tiles = entries.into_iter().filter_map(|(column, entry)| entry_tile(corpus, force, column, entry));
            tiles.map(|(tile, _)| tile).collect()
        }
    };
    NationalRow {
        force: Link::to(&State::for_view(View::Force(force.id.clone())), &force.name),
        short_name: force.short_name().to_string(),
        region: force.region.clone(),
        cells: columns.iter().map(cell).collect(),
        note: None,
    }
}

/// What a timeline has on a subject in a cycle: of several reports, the one with the subject decides; without one, the
/// last.
pub fn deciding_entries<'l, 'c>(
    layout: &'l TimelineLayout<'c>,
    subject: &'l Subject,
    cycle: &'l Cycle,
) -> Vec<(&'l LayoutColumn<'c>, &'l LayoutEntry<'c>)> {
    let mut entries: Vec<_> = layout.entries_for(subject, cycle).collect();
    match entries.iter().any(|(_, entry)| entry.is_known()) {
        true => entries.retain(|(_, entry)| entry.is_known()),
        false => drop(entries.drain(..entries.len().saturating_sub(1))),
    }
    entries
}

/// How many forces have which grade, of those whose grade is known. Forces without a grade to know do not count.
fn counts_of_column(rows: &[NationalRow], column: usize) -> String {
    let grades: Vec<Grade> = rows.iter().filter_map(|row| row.cells[column].iter().find_map(Tile::grade)).collect();
    let count = |grade: Grade| grades.iter().filter(|other| **other == grade).count();
    let counts: Vec<String> = Grade::ALL
        .into_iter()
        .map(|grade| (grade, count(grade)))
        .filter(|(_, n)| *n > 0)
        .map(|(grade, n)| format!("{n} {grade}"))
        .collect();
    let may_be_graded = rows.iter().filter(|row| row.cells[column].iter().any(Tile::may_be_any_grade)).count();
    // Whether those of which nothing is known were graded at all is not known either, so they are no part of a whole.
    match (grades.len(), may_be_graded) {
        (0, 0) => "none graded".to_string(),
        (0, unknown) => format!("none known; {unknown} not known here"),
        (known, 0) => format!("{known} known: {}", counts.join(", ")),
        (known, unknown) => format!("{known} known: {}; {unknown} not known here", counts.join(", ")),
    }
}

fn column_head(state: &State, selection: &NationalSelection, column: &Column, counts: String) -> NationalColumn {
    match column {
        Column::Break(cycle) => NationalColumn::Break(cycle.break_label.clone().unwrap_or_default()),
        Column::Of(cycle, subject) => {
            let mut other = state.clone();
            other.choices.retain(|(facet, _)| !matches!(facet, Facet::Cycle | Facet::Subject));
            let name = match selection.cycle {
                Some(_) => {
                    other.choose(Facet::Subject, subject.id.clone());
                    &subject.name
                }
                None => {
                    other.choose(Facet::Cycle, cycle.id.clone());
                    &cycle.id
                }
            };
            NationalColumn::Grades { link: Link::to(&other, name), counts }
        }
    }
}

/// What has to be known to read the table.
fn cycle_notes(corpus: &Corpus, selection: &NationalSelection) -> Vec<String> {
    match selection.cycle {
        Some(cycle) => {
            let scale = match cycle.scale {
                Scale::FiveTier => "Five grades were possible",
                _ => "Four grades were possible",
            };
            let held = selection
                .forces
                .iter()
                .filter(|force| corpus.reports_on(&force.id).any(|report| report.cycle == cycle.id));
            let held_count = held.count();
            let reports = match held_count {
                0 => "none of the reports is held here".to_string(),
                1 => "the report on one force is held in full".to_string(),
                n => format!("the reports on {n} forces are held in full"),
            };
            let published = phrasing::cycle_publication_dates(corpus, &cycle.id);
            let published = published.map(|dates| format!("; reports {dates}")).unwrap_or_default();
            let others = if held_count == 0 { "The grades are" } else { "The other grades are" };
            vec![format!("{scale}{published}; {reports}. {others} from public pages.")]
        }
        None => phrasing::break_sentences(corpus).collect(),
    }
}

fn choices(corpus: &Corpus, state: &State, selection: &NationalSelection) -> Vec<Choice> {
    let chosen = |facet: Facet| state.chosen_values_of(facet).next().unwrap_or_default().to_string();
    let cycles = corpus.cycles.iter().rev().map(cycle_value);
    let cycles = cycles.chain([FacetValue::new("", "Every round (choose a subject)")]);
    let subjects = corpus.subjects.iter().map(|subject| FacetValue::new(&subject.id, &subject.name));
    let grades = match selection.cycle {
        Some(cycle) => cycle.scale.grades().to_vec(),
        None => Vec::new(),
    };
    let grades = grades.into_iter().map(|grade| FacetValue::new(slugify(grade.name()), grade.name()));
    let all = |name: &str| [FacetValue::new("", name)].into_iter();
    let cycle = selection.cycle.map(|cycle| slugify(&cycle.id)).unwrap_or_default();
    let choice = |label, facet: Facet, options: Vec<FacetValue>, chosen: String| {
        // What is no option narrows nothing, and a browser would show the option that was inserted first as chosen.
        let chosen = if options.iter().any(|option| option.id == chosen) { chosen } else { String::new() };
        Choice { label, parameter: facet.parameter(), options, chosen }
    };
    vec![
        choice("Round of inspections", Facet::Cycle, cycles.collect(), cycle),
        choice("Subject", Facet::Subject, all("All").chain(subjects).collect(), chosen(Facet::Subject)),
        choice("Region", Facet::Region, all("All").chain(region_values(corpus)).collect(), chosen(Facet::Region)),
        choice("Grade", Facet::Grade, all("Any").chain(grades).collect(), chosen(Facet::Grade)),
    ]
}
