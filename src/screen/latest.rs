//! The newest grades of a force, held or known, in the few words of a card.

use super::tile::{self, Drawing, Tile};
use super::{known, names};
use crate::corpus::{Corpus, Known};
use crate::model::{Cycle, Force, Grade, Report, Scale, Scope};
use crate::timeline::lanes::tally;

/// One cycle's grades.
#[derive(Clone, Debug, PartialEq)]
pub struct Latest {
    pub cycle: String,
    /// Whether the report is held, and of when it is: "report held, published October 2022".
    pub status: String,
    /// What was graded, with the grade: a pillar or subject, or a number of areas.
    pub grades: Vec<(String, Tile)>,
    /// That these are not all.
    pub part: Option<String>,
}

/// The newest grades that are held, behind those of a later cycle if some are known.
pub fn latest(corpus: &Corpus, force: &Force) -> Vec<Latest> {
    let graded = |report: &&Report| report.scale != Scale::Ungraded;
    let held = corpus.reports_on(&force.id).rfind(graded);
    let newest = corpus.newest_cycle(&force.id);
    let later = newest.filter(|cycle| held.is_none_or(|report| report.cycle != cycle.id));
    let later = later.map(|cycle| of_register(corpus, force, cycle));
    later.into_iter().chain(held.map(|report| of_report(corpus, force, report))).collect()
}

fn of_report(corpus: &Corpus, force: &Force, report: &Report) -> Latest {
    let mut grades: Vec<(String, Tile)> = Vec::new();
    match report.judgments.iter().find(|j| j.scope == Scope::Overall) {
        Some(overall) => grades.push((names::inspection(report), tile::tile(corpus, report, overall))),
        None => {
            let is_area = report.judgments.iter().any(|j| j.scope == Scope::Area);
            let (one, many) = if is_area { ("area", "areas") } else { ("question", "questions") };
            for (grade, n) in tally(&report.judgments) {
                let words = names::count(n, one, many);
                grades.push((words, counted(report.scale, Drawing::Graded(grade), grade)));
            }
        }
    }
    let others = corpus.known(&force.id, &report.cycle);
    grades.extend(others.iter().filter(|k| k.scope == Scope::Pillar).map(|k| named(corpus, force, k)));
    Latest {
        cycle: report.cycle.clone(),
        status: format!("report held, published {}", names::published_short(corpus, report).unwrap_or_default()),
        grades,
        part: None,
    }
}

fn of_register(corpus: &Corpus, force: &Force, cycle: &Cycle) -> Latest {
    let known = corpus.known(&force.id, &cycle.id);
    let count = corpus.counts(&force.id, &cycle.id).map(|(_, count)| count).max_by_key(|count| count.graded);
    let is_overall = |k: &&Known| k.scope == Scope::Pillar;
    let overall: Vec<&Known> = known.iter().filter(is_overall).collect();
    let of_count = |(grade, n): (Grade, usize)| {
        (names::count(n, "area", "areas"), counted(cycle.scale, Drawing::NotHeld(Some(grade)), grade))
    };
    let grades = match count {
        Some(count) => count.given().map(of_count).collect(),
        None if overall.is_empty() => known.iter().map(|k| named(corpus, force, k)).collect(),
        None => overall.into_iter().map(|k| named(corpus, force, k)).collect(),
    };
    let dated = corpus.pages_on(&force.id, &cycle.id).filter_map(|page| page.dated).max();
    let dated = dated.map(|when| format!(", page dated {}", when.in_words()));
    let published = names::cycle_published(corpus, &cycle.id).map(|dates| format!(", {dates}"));
    let extent = known::extent(corpus, force, cycle, &known);
    let part: Vec<String> = extent.into_iter().map(|(words, _)| words).collect();
    Latest {
        cycle: cycle.id.clone(),
        status: format!("report not held{}", dated.or(published).unwrap_or_default()),
        grades,
        part: (count.is_none() && !part.is_empty()).then(|| part.join(" ")),
    }
}

/// A known grade with what was graded, shortly: "effectiveness" for the overall grade of a pillar.
fn named(corpus: &Corpus, force: &Force, known: &Known) -> (String, Tile) {
    let name = if known.scope == Scope::Pillar { known.wording() } else { known.name() };
    (name.to_string(), tile::stated(corpus, force, known))
}

/// The tile of a grade that several areas have.
fn counted(scale: Scale, drawing: Drawing, grade: Grade) -> Tile {
    let (word, ladder) = (grade.word().to_string(), scale.ladder(grade));
    Tile { drawing, name: word.clone(), word, note: None, ladder, href: String::new() }
}
