//! Home: what this is, every force with its newest grades, what is held and what is not.

use crate::facets::{self, Chip, Facet, FacetBox, Facets};
use crate::pages::latest::{Latest, latest};
use crate::pages::{Link, names};
use crate::search::lexicon::Lexicon;
use crate::search::query::Query;
use crate::state::{State, View};
use corpus::Corpus;
use model::{Force, slug};

/// The first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub introduction: String,
    /// How much is held.
    pub held: String,
    /// Part of a force's name, as typed.
    pub name: String,
    /// "43 forces", "4 of 43 forces".
    pub count: String,
    pub facets: Vec<FacetBox>,
    pub chips: Vec<Chip>,
    pub clear: Option<Link>,
    /// By name, never by grade.
    pub forces: Vec<ForceCard>,
}

/// A force with the newest that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ForceCard {
    pub link: Link,
    pub region: String,
    pub latest: Vec<Latest>,
    /// "4 reports held (2014, 2017 and 2021/22), 117 findings".
    pub held: String,
    pub is_held: bool,
}

impl ForceCard {
    /// The ids of the grades of the newest inspection of which any is known, each once.
    pub fn newest_grades(&self) -> Vec<String> {
        let newest = self.latest.first().into_iter().flat_map(|latest| &latest.grades);
        let mut grades: Vec<String> = Vec::new();
        for grade in newest.map(|(_, tile)| slug(&tile.word)) {
            if !grades.contains(&grade) {
                grades.push(grade);
            }
        }
        grades
    }

    /// Whether more was graded in the newest inspection than is known here.
    fn is_partly_known(&self) -> bool {
        self.latest.first().is_none_or(|latest| latest.is_part)
    }
}

/// Selects the first page.
pub fn home(corpus: &Corpus, state: &State) -> Home {
    let query = Query::new(&state.query, &Lexicon::default());
    let cards: Vec<ForceCard> = corpus.forces.iter().map(|force| card(corpus, force)).collect();
    let matching: Vec<bool> = corpus.forces.iter().map(|force| names::is_called(force, &query)).collect();
    let facets = Facets::of_forces(corpus, &cards);
    let selection = facets.select(&matching, state);
    let all = cards.len();
    let (mut forces, mut left_out) = (Vec::new(), Vec::new());
    for (n, card) in cards.into_iter().enumerate() {
        let list = if selection.passing.contains(&n) { &mut forces } else { &mut left_out };
        list.push(card);
    }
    let clear = facets::clear_all(state);
    // A grade that a force may have in an area that is not known here.
    let by_grade = state.chosen_of(Facet::Grade).next().is_some();
    let unsure = match left_out.iter().filter(|card| by_grade && card.is_partly_known()).count() {
        0 => String::new(),
        n => format!("; of {} more only a part is known", names::count(n, "force", "forces")),
    };
    let held = corpus.forces.iter().filter(|force| corpus.reports_on(&force.id).next().is_some()).count();
    Home {
        introduction:
            "The grades and findings of inspections of the police forces of England and Wales, year by year, in \
                       the inspectorate's own words. Each leads to the passage of the report that it comes from, or to \
                       the page that states it."
                .to_string(),
        held: format!(
            "{} on {} of {} forces held in full, with {}. Grades of other inspections are shown where public \
             pages state them.",
            names::count(corpus.reports.len(), "report", "reports"),
            held,
            all,
            names::count(corpus.findings().count(), "finding", "findings")
        ),
        name: state.query.clone(),
        count: match clear {
            Some(_) => format!("{} of {all} forces{unsure}", forces.len()),
            None => names::count(all, "force", "forces"),
        },
        facets: facets.boxes(state, &selection.counts),
        chips: facets.chips(corpus, state),
        clear,
        forces,
    }
}

fn card(corpus: &Corpus, force: &Force) -> ForceCard {
    let reports: Vec<_> = corpus.reports_on(&force.id).collect();
    let mut cycles: Vec<String> = reports.iter().map(|report| report.cycle.clone()).collect();
    cycles.dedup();
    let findings = reports.iter().map(|report| report.findings.len()).sum();
    let held = format!(
        "{} held ({}), {}",
        names::count(reports.len(), "report", "reports"),
        names::list(&cycles),
        names::count(findings, "finding", "findings")
    );
    ForceCard {
        link: Link::to(&State::at(View::Force(force.id.clone())), &force.name),
        region: force.region.clone(),
        latest: latest(corpus, force),
        held: if reports.is_empty() { "No report held".to_string() } else { held },
        is_held: !reports.is_empty(),
    }
}
