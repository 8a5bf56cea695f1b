//! What a force's page says first: the newest grades that are held or known, with their date.

use super::{known, names};
use crate::corpus::{Corpus, Known};
use crate::model::{Cycle, Force, Report, Scale, Scope};

/// The newest held grades in one sentence, or the newest known; with their date: never "is", always "was, then".
pub fn headline(corpus: &Corpus, force: &Force) -> String {
    let reports: Vec<&Report> = corpus.reports_on(&force.id).collect();
    if let Some(report) = reports.iter().rev().find(|r| r.scale != Scale::Ungraded) {
        let when = match corpus.published(report) {
            Some(published) => names::in_or_on(published),
            None => format!("by the {} inspection", report.cycle),
        };
        return format!("Last graded in the reports held here {when}: {}.", super::force::grades(report));
    }
    match corpus.newest_cycle(&force.id).filter(|_| reports.is_empty()) {
        Some(cycle) => format!("Last known grades, {} inspection: {}.", cycle.id, known_grades(corpus, force, cycle)),
        None if reports.is_empty() => "No report on this force is held here, and no grade is known.".to_string(),
        None => "The reports held here give no grades.".to_string(),
    }
}

/// That the register knows of inspections later than the newest held report.
pub fn later(corpus: &Corpus, force: &Force) -> Option<String> {
    let newest = corpus.reports_on(&force.id).next_back()?;
    let behind = corpus.cycles.iter().skip_while(|cycle| cycle.id != newest.cycle).skip(1);
    let known: Vec<&Cycle> = behind.filter(|cycle| corpus.pages_on(&force.id, &cycle.id).next().is_some()).collect();
    let Some(last) = known.last() else {
        let is_last = corpus.cycles.last().is_some_and(|cycle| cycle.id == newest.cycle);
        return (!is_last).then(|| "Later inspections than those shown may exist.".to_string());
    };
    let cycles: Vec<String> = known.iter().map(|cycle| cycle.id.clone()).collect();
    Some(format!(
        "This is not the newest inspection: there is a later one, of {}, whose report is not held here. Known of {}: {}.",
        names::list(&cycles),
        last.id,
        known_grades(corpus, force, last)
    ))
}

/// "overall effectiveness Good; overall legitimacy Good", "8 areas graded: 2 Good, ...", "in 1 area: Good".
pub fn known_grades(corpus: &Corpus, force: &Force, cycle: &Cycle) -> String {
    if let Some((_, count)) = corpus.counts(&force.id, &cycle.id).max_by_key(|(_, count)| count.graded) {
        return known::in_words(count);
    }
    let known = corpus.known(&force.id, &cycle.id);
    let is_overall = |k: &&Known| k.scope == Scope::Pillar;
    let shown: Vec<&Known> = match known.iter().filter(is_overall).collect::<Vec<_>>() {
        overall if overall.is_empty() => known.iter().collect(),
        overall => overall,
    };
    let parts: Vec<String> = shown.iter().map(|k| format!("{} {}", k.name(), k.grade)).collect();
    parts.join("; ")
}
