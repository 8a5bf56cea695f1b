//! What a sentence speaks of where that is not held: which inspection, of which year, and where it is published.

use crate::earlier_inspection::{EarlierInspection, cycle_before};
use crate::links::NotHeld;
use corpus::Corpus;
use model::{PageSource, Report};

/// Describes the inspection that a sentence of a report speaks of. `held` is whether a report of it is held.
pub fn describe(corpus: &Corpus, report: &Report, earlier: &EarlierInspection, held: bool) -> NotHeld {
    let force = &report.force.name;
    if let Some(named) = earlier.named {
        let page = named.address.clone().or_else(|| {
            let cycle = earlier.regular_cycle(corpus).filter(|_| named.name.starts_with("PEEL"))?;
            page_of(corpus, report, &cycle.id, None)
        });
        return NotHeld {
            inspection: format!("{}: {force}", named.name),
            year: earlier.year.map(str::to_string),
            reason: "No report of this inspection is held.".to_string(),
            is_page_of_inspection: page.is_some(),
            address: page.unwrap_or_else(|| force_page(report)),
        };
    }
    if earlier.is_this_year {
        return NotHeld {
            inspection: format!("The inspectorate's work in the year of this report: {force}"),
            year: None,
            reason: "No report of it is held.".to_string(),
            address: force_page(report),
            is_page_of_inspection: false,
        };
    }
    let cycle = earlier.cycle(corpus, report);
    let guess =
        if cycle.is_none() && earlier.year.is_none() { cycle_before(corpus, &report.force.id, report) } else { cycle };
    // To 2018/19 each pillar had a report of its own in most years.
    let pillar =
        earlier.pillar.map(str::to_string).or_else(|| report.pillar.as_ref().map(|pillar| pillar.to_lowercase()));
    let page = guess.and_then(|cycle| page_of(corpus, report, &cycle.id, pillar.as_deref()));
    let year = earlier.year.map(str::to_string).or_else(|| cycle.map(|cycle| cycle.id.clone()));
    let inspection = match (cycle, &pillar) {
        (Some(cycle), Some(pillar)) => format!("PEEL {}, {pillar}: {force}", cycle.id),
        (Some(cycle), None) => format!("PEEL {}: {force}", cycle.id),
        (None, _) => format!("An earlier inspection of {force}"),
    };
    let reason = match (cycle, guess, earlier.year) {
        (Some(_), ..) if held => "The report is held; none of its findings is clearly the one meant.".to_string(),
        (Some(_), ..) => "No report of this inspection is held.".to_string(),
        (None, _, Some(year)) => format!("The sentence names the year {year}; no report of that year is held."),
        (None, Some(guess), None) if held => format!(
            "The sentence does not say which inspection. The one before was PEEL {}; none of its findings that are held is \
             clearly the one meant.",
            guess.id
        ),
        (None, Some(guess), None) => format!(
            "The sentence does not say which inspection. The one before was PEEL {}, of which no report is held.",
            guess.id
        ),
        (None, None, None) => "The sentence does not say which inspection.".to_string(),
    };
    NotHeld {
        inspection,
        year,
        reason,
        is_page_of_inspection: page.is_some(),
        address: page.unwrap_or_else(|| force_page(report)),
    }
}

/// The address of the inspectorate's page for a cycle: one that the report itself prints, or the best of the register.
fn page_of(corpus: &Corpus, report: &Report, cycle: &str, pillar: Option<&str>) -> Option<String> {
    let printed = report.references.iter().filter(|r| r.years.iter().any(|year| year == cycle));
    let printed =
        printed.filter_map(|reference| reference.quote.split_whitespace().find(|word| word.starts_with("www.")));
    if let Some(address) = printed.into_iter().next() {
        return Some(format!("https://{}", address.trim_end_matches(['.', ')', ','])));
    }
    let pages = corpus.pages_in_register(&report.force.id, cycle);
    let mut addresses: Vec<&str> =
        pages.filter(|page| page.publisher == PageSource::Inspectorate).map(|page| page.url.as_str()).collect();
    let names_pillar = |address: &&str| pillar.is_some_and(|pillar| address.contains(pillar));
    // Shorter addresses are of the whole assessment, longer ones of a part of it.
    addresses.sort_by_key(|address| (!names_pillar(address), address.len()));
    addresses.first().map(|address| address.trim_end_matches('?').to_string())
}

/// The inspectorate's page of the force.
fn force_page(report: &Report) -> String {
    format!("https://hmicfrs.justiceinspectorates.gov.uk/police-forces/{}/", report.force.id)
}
