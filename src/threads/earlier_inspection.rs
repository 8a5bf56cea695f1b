//! Which earlier inspection a sentence speaks of.

use crate::named_inspections::NamedInspection;
use corpus::Corpus;
use model::folded_text::{FoldedText, Needle};
use model::{Cycle, ForceId, Reference, Report};

/// The pillars, as reports name them.
const PILLARS: [&str; 4] = ["effectiveness", "efficiency", "legitimacy", "leadership"];

/// An earlier inspection, as far as a sentence and those before it name it.
#[derive(Clone, Copy, Default)]
pub struct EarlierInspection<'a> {
    /// Its year as printed; `None` if no sentence names one.
    pub year: Option<&'a str>,
    /// The pillar that is named.
    pub pillar: Option<&'static str>,
    /// The inspection other than a regular one that is named.
    pub named: Option<&'a NamedInspection>,
    /// Whether the sentence calls it that of the year before the report's own.
    pub is_last_year: bool,
    /// Whether it was earlier in the report's own year: "HMIC's file review earlier in 2016".
    pub is_this_year: bool,
    /// Whether the sentence names none, and the one that the sentence before speaks of is taken.
    pub is_inherited: bool,
}

impl<'a> EarlierInspection<'a> {
    /// Reads it from a sentence of a report. `before` is the one that the sentence before speaks of, if this sentence goes
    /// on with it.
    pub fn read(
        reference: &'a Reference,
        report: &Report,
        before: Option<EarlierInspection<'a>>,
        inspections: &'a [NamedInspection],
    ) -> EarlierInspection<'a> {
        let sentence = FoldedText::new(&reference.quote);
        let has = |words: &str| sentence.has_match(&Needle::prefix(words));
        let own_year = first_year(&report.cycle);
        let force = report.force.id.as_str();
        // Of several years the last: the newest of the inspections that raised it.
        let years = || reference.years.iter().map(String::as_str);
        let named_in = |year: Option<&str>| inspections.iter().find(|named| named.is_named_in(&sentence, force, year));
        let is_other = |year: &&str| first_year(year) == own_year && named_in(Some(year)).is_some();
        let year = years().filter(|year| first_year(year) < own_year).max().or_else(|| years().find(is_other));
        let names_none = year.is_none() && !has("last year") && !has("previous") && !has("last inspection");
        if names_none && let Some(before) = before {
            return EarlierInspection { is_inherited: true, ..before };
        }
        EarlierInspection {
            year,
            pillar: PILLARS.into_iter().find(|pillar| has(pillar)),
            named: named_in(year),
            is_last_year: year.is_none() && has("last year"),
            is_this_year: year.is_none() && has("earlier in"),
            is_inherited: false,
        }
    }

    /// The cycle of the regular inspections of its year.
    pub fn regular_cycle<'c>(&self, corpus: &'c Corpus) -> Option<&'c Cycle> {
        cycle_of_year(corpus, first_year(self.year?)?)
    }

    /// The cycle of a regular inspection; `None` if another is named, or none can be told.
    pub fn cycle<'c>(&self, corpus: &'c Corpus, report: &Report) -> Option<&'c Cycle> {
        if self.named.is_some() {
            return None;
        }
        if self.year.is_none() && self.is_last_year {
            return cycle_of_year(corpus, first_year(&report.cycle)? - 1);
        }
        self.regular_cycle(corpus)
    }
}

/// The first calendar year that a year as printed or the id of a cycle names: 2018 for "2018/19".
fn first_year(printed: &str) -> Option<u16> {
    printed.get(..4)?.parse().ok()
}

/// The cycle in which inspections of a calendar year were: 2018/19 for 2019.
fn cycle_of_year(corpus: &Corpus, year: u16) -> Option<&Cycle> {
    let last_year = |cycle: &Cycle| {
        let first = first_year(&cycle.id)?;
        let last: Option<u16> = cycle.id.get(5..).and_then(|last| last.parse().ok());
        Some(last.map_or(first, |last| first - first % 100 + last))
    };
    corpus.cycles.iter().find(|c| first_year(&c.id).is_some_and(|first| first <= year) && last_year(c) >= Some(year))
}

/// The last cycle before that of a report in which its force was inspected, as far as reports and public pages show.
pub fn cycle_before<'c>(corpus: &'c Corpus, force: &ForceId, report: &Report) -> Option<&'c Cycle> {
    let before = corpus.cycles.iter().take_while(|cycle| cycle.id != report.cycle);
    before.filter(|cycle| corpus.is_inspection_known(force, &cycle.id)).last()
}
