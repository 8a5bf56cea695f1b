//! What is known of the newest inspection of a force: one row for each area or question, and where to read more.

use crate::pages::tile::Tile;
use crate::pages::timeline::entry_tile;
use crate::pages::{Link, phrasing, public_grades};
use crate::state::{State, View};
use crate::timeline::layout::{TimelineLayout, is_shown};
use corpus::Corpus;
use model::{Cycle, Force, PageSource, Passage, PublishedPlace, Report};

/// The newest inspection of a force.
#[derive(Clone, Debug, PartialEq)]
pub struct NowSection {
    /// Which inspection it is: "Inspection of 2023-25".
    pub heading: String,
    /// Sentences about it, each with a link to the page that it is about or from.
    pub notes: Vec<(String, Option<Link>)>,
    /// The areas or questions with their grades, or what is known instead.
    pub rows: Vec<NowRow>,
}

/// An area or question.
#[derive(Clone, Debug, PartialEq)]
pub struct NowRow {
    /// The name of the subject, or of the area as printed.
    pub name: String,
    /// The grade or state.
    pub tile: Tile,
}

/// The newest inspection of a force that is known; `None` if none is.
pub fn now_section(corpus: &Corpus, force: &Force) -> Option<NowSection> {
    let cycle = corpus.newest_cycle(&force.id)?;
    let of_cycle = |report: &&Report| report.cycle == cycle.id;
    let report = corpus.held_reports_on(&force.id).rfind(of_cycle).or(corpus.reports_on(&force.id).rfind(of_cycle));
    Some(NowSection {
        heading: format!("Inspection of {}", cycle.id),
        notes: inspection_notes(corpus, force, cycle, report)
            .into_iter()
            .chain(newer_inspections(corpus, force, cycle))
            .collect(),
        rows: rows(corpus, force, cycle),
    })
}

fn rows(corpus: &Corpus, force: &Force, cycle: &Cycle) -> Vec<NowRow> {
    let layout = TimelineLayout::for_force(corpus, force);
    let mut rows = Vec::new();
    for row in &layout.rows {
        let columns = layout.columns.iter().zip(&row.cells);
        for (column, cell) in columns.filter(|(column, _)| column.cycle_id() == Some(cycle.id.as_str())) {
            for entry in cell.iter().filter(|entry| is_shown(corpus, force, entry)) {
                let tile = entry_tile(corpus, force, column, entry).map(|(tile, _)| tile);
                rows.extend(tile.map(|tile| NowRow { name: row.name.to_string(), tile }));
            }
        }
    }
    rows
}

/// Whether the report is held, how complete the grades are, and where the report was published.
fn inspection_notes(
    corpus: &Corpus,
    force: &Force,
    cycle: &Cycle,
    report: Option<&Report>,
) -> Vec<(String, Option<Link>)> {
    match report {
        Some(report) => {
            let own = Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report));
            let held = if report.id.is_opened() { "Read from a file:" } else { "The report is held here:" };
            vec![(held.to_string(), Some(own)), published_at(corpus, report, None)]
        }
        None => {
            let known = corpus.grades_only_in_register(&force.id, &cycle.id);
            let page = corpus
                .pages_in_register(&force.id, &cycle.id)
                .find(|page| page.publisher == PageSource::Inspectorate)
                .map(public_grades::page_link);
            let held = match page {
                Some(page) => ("The report is not part of this site. It is described on".to_string(), Some(page)),
                None => ("The report is not part of this site.".to_string(), None),
            };
            let count = corpus.counts_in_register(&force.id, &cycle.id).map(|(page, count)| {
                let areas = phrasing::count_with_noun(count.graded, "area was graded", "areas were graded");
                let words = format!("{areas}, according to");
                (words, Some(public_grades::page_link(page)))
            });
            let extent = public_grades::known_part_notes(corpus, force, cycle, &known);
            let press =
                known.iter().any(|grade| grade.is_from_press()).then(|| {
                    ("Grades marked “press” are reported by the press; no page of a public body known here states them."
                    .to_string(), None)
                });
            std::iter::once(held).chain(count).chain(extent).chain(press).collect()
        }
    }
}

/// Where a report was published, as a sentence with a link: to the place of a passage, if the text says where it is.
pub fn published_at(corpus: &Corpus, report: &Report, passage: Option<&Passage>) -> (String, Option<Link>) {
    match corpus.address_of(report) {
        Some(url) => {
            let text = "the inspectorate's page for it".to_string();
            let fragment = match passage.and_then(|passage| report.source.place_of(passage.lines[0])) {
                Some(PublishedPlace::Page(page)) => format!("#page={page}"),
                Some(PublishedPlace::Anchor(id)) => format!("#{id}"),
                None => String::new(),
            };
            ("It was published on".to_string(), Some(Link { href: format!("{url}{fragment}"), text }))
        }
        None => ("The address at which it was published is not known here.".to_string(), None),
    }
}

/// That there may be newer inspections, with a link to the inspectorate's page of the force.
fn newer_inspections(corpus: &Corpus, force: &Force, newest: &Cycle) -> Vec<(String, Option<Link>)> {
    let page = inspectorate_page(force);
    let checked = format!("The data was last checked on {}; for anything newer see", corpus.checked.in_words());
    let later = corpus.cycles.last().filter(|last| last.id != newest.id);
    let later = later
        .map(|last| (format!("Whether {} was inspected again in {} is not known here.", force.name, last.id), None));
    later.into_iter().chain([(checked, Some(page))]).collect()
}

/// The inspectorate's page of a force.
pub fn inspectorate_page(force: &Force) -> Link {
    let text = format!("the inspectorate's page of {}", force.name);
    Link { href: format!("https://hmicfrs.justiceinspectorates.gov.uk/police-forces/{}/", force.id), text }
}
