//! The home page: what the site is, how much it holds, and every force with its newest grades.

use crate::facets::{self, Chip, FacetBox, Facets};
use crate::pages::{Link, phrasing};
use crate::search::lexicon::Lexicon;
use crate::search::query::Query;
use crate::state::{State, View};
use corpus::{Corpus, ReportContents};
use fixedbitset::FixedBitSet;
use model::{Force, NewestGrades};

/// The home page.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// What the site is.
    pub introduction: String,
    /// How many reports and findings are held.
    pub held: String,
    /// Part of a force's name, as typed.
    pub name_filter: String,
    /// How many forces are shown: "43 forces", "4 of 43 forces".
    pub count: String,
    /// What else there is if no force has that name: a sentence, and a link to the search in findings.
    pub elsewhere: Option<(String, Link)>,
    /// The facets with their options.
    pub facets: Vec<FacetBox>,
    /// A chip for each chosen value.
    pub chips: Vec<Chip>,
    /// A link that removes the name and all choices; `None` if there are none.
    pub clear_link: Option<Link>,
    /// The forces shown, in alphabetical order and never by grade.
    pub forces: Vec<ForceCard>,
}

/// A force with its newest known grades.
#[derive(Clone, Debug, PartialEq)]
pub struct ForceCard {
    /// A link to the force.
    pub link: Link,
    /// Its region.
    pub region: String,
    /// Its newest grades: those known from public pages if they are newer than any held, then the newest held.
    pub newest_grades: Vec<NewestGrades>,
    /// What is held: "4 reports held (2014, 2017 and 2021/22), 117 findings".
    pub held: String,
    /// Whether any report is held.
    pub has_reports: bool,
}

/// Makes the home page.
pub fn home_page(corpus: &Corpus, state: &State) -> HomePage {
    let query = Query::new(&state.query, &Lexicon::default());
    let cards: Vec<ForceCard> = corpus.forces.iter().map(|force| force_card(corpus, force)).collect();
    let mut matching = FixedBitSet::with_capacity(cards.len());
    let named = corpus.forces.iter().enumerate().filter(|(_, force)| phrasing::has_matching_name(force, &query));
    named.for_each(|(n, _)| matching.insert(n));
    let facets = Facets::for_forces(corpus, &cards);
    let selection = facets.select(&matching, state);
    let all = cards.len();
    let forces = cards.into_iter().enumerate().filter(|(n, _)| selection.passing.contains(*n));
    let forces: Vec<ForceCard> = forces.map(|(_, card)| card).collect();
    let clear = facets::clear_all_link(state);
    let is_of_site = |contents: &&ReportContents| !contents.report.is_opened();
    let of_site: Vec<&ReportContents> = corpus.contents.iter().filter(is_of_site).collect();
    let held = corpus.forces.iter().filter(|force| of_site.iter().any(|contents| contents.force == force.id)).count();
    HomePage {
        introduction:
            "Grades and findings from inspections of the police forces of England and Wales, year by year, in the \
                       inspectorate's own words. Each links to the passage in the report that it comes from, or to the \
                       page that states it."
                .to_string(),
        held: format!(
            "This site holds {} on {} of {} forces in full, with {}. “Not held” means that a report is not part of this \
             site; its grades are shown where public pages state them.",
            phrasing::count_with_noun(of_site.len(), "report", "reports"),
            held,
            all,
            phrasing::count_with_noun(
                of_site.iter().map(|contents| contents.all_findings()).sum(),
                "finding",
                "findings"
            )
        ),
        name_filter: state.query.clone(),
        count: match clear {
            Some(_) => format!("{} of {all} forces", forces.len()),
            None => phrasing::count_with_noun(all, "force", "forces"),
        },
        elsewhere: (forces.is_empty() && !state.query.is_empty()).then(|| elsewhere(state)),
        facets: facets.facet_boxes(state, &selection.counts),
        chips: facets.chips(corpus, state),
        clear_link: clear,
        forces,
    }
}

/// What to do if no force has the name that was typed.
fn elsewhere(state: &State) -> (String, Link) {
    let words = "No force shown here has that name. Most forces are named after their county, not after a town.";
    let findings = State { query: state.query.clone(), ..State::for_view(View::Findings) };
    (words.to_string(), Link::to(&findings, format!("Search the findings for “{}”", state.query)))
}

fn force_card(corpus: &Corpus, force: &Force) -> ForceCard {
    let reports: Vec<&ReportContents> = corpus.contents_on(&force.id).collect();
    let mut cycles: Vec<String> = reports.iter().map(|contents| contents.cycle.clone()).collect();
    cycles.dedup();
    let findings = reports.iter().map(|contents| contents.all_findings()).sum();
    let held = format!(
        "{} ({}), {}",
        phrasing::reports_held(&reports),
        phrasing::join_as_list(&cycles),
        phrasing::count_with_noun(findings, "finding", "findings")
    );
    ForceCard {
        link: Link::to(&State::for_view(View::Force(force.id.clone())), &force.name),
        region: force.region.clone(),
        newest_grades: corpus.newest_grades.iter().filter(|newest| newest.force == force.id).cloned().collect(),
        held: if reports.is_empty() { "No report held".to_string() } else { held },
        has_reports: !reports.is_empty(),
    }
}
