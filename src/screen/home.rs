//! Home: what this is, every force, what is held and what is not.

use super::{Link, force, names};
use crate::corpus::Corpus;
use crate::model::Report;
use crate::state::{State, View};

/// The first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub introduction: String,
    /// How much is held.
    pub held: String,
    pub forces: Vec<ForceCard>,
    /// Forces of which no report is held, by region.
    pub not_held: Vec<(String, Vec<Link>)>,
}

/// A force of which reports are held.
#[derive(Clone, Debug, PartialEq)]
pub struct ForceCard {
    pub link: Link,
    pub headline: String,
    pub reports: String,
}

/// Selects the first page.
pub fn home(corpus: &Corpus) -> Home {
    let mut forces = Vec::new();
    let mut not_held: Vec<(String, Vec<Link>)> = Vec::new();
    for f in &corpus.forces {
        let reports: Vec<&Report> = corpus.reports_on(&f.id).collect();
        let link = Link::to(&State::at(View::Force(f.id.clone())), &f.name);
        if reports.is_empty() {
            let at = not_held.partition_point(|(region, _)| *region < f.region);
            match not_held.get_mut(at).filter(|(region, _)| *region == f.region) {
                Some((_, links)) => links.push(link),
                None => not_held.insert(at, (f.region.clone(), vec![link])),
            }
        } else {
            let findings = reports.iter().map(|r| r.findings.len()).sum();
            let cycles: Vec<String> = reports.iter().map(|r| r.cycle.clone()).collect();
            let mut distinct = cycles.clone();
            distinct.dedup();
            forces.push(ForceCard {
                link,
                headline: force::headline(corpus, &reports),
                reports: format!(
                    "{} ({}), {}",
                    names::count(reports.len(), "report", "reports"),
                    names::list(&distinct),
                    names::count(findings, "finding", "findings")
                ),
            });
        }
    }
    Home {
        introduction:
            "What police inspectors found, force by force, year by year, in the inspectorate's own words. Every grade \
                       and every finding opens the passage of the report it comes from."
                .to_string(),
        held: format!(
            "{} on {} of {} forces held, with {}.",
            names::count(corpus.reports.len(), "report", "reports"),
            forces.len(),
            corpus.forces.len(),
            names::count(corpus.findings().count(), "finding", "findings")
        ),
        forces,
        not_held,
    }
}
