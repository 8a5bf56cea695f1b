//! Every finding made ready for search and filtering, once for a bundle.

use super::facets::{Facets, Value};
use super::short_forms::{self, ShortForm};
use crate::corpus::Corpus;
use crate::model::{FindingKind, Grade};
use crate::search::lexicon::Lexicon;
use crate::search::text::Folded;
use crate::state::Facet;

/// The findings of a bundle in list order: newest report first, then by kind, then as printed.
#[derive(Debug)]
pub struct Catalogue {
    pub entries: Vec<Entry>,
    pub facets: Facets,
    /// The short forms that the reports spell out, and the words of the findings.
    pub lexicon: Lexicon,
    /// The short forms with the places that spell them out.
    pub short_forms: Vec<ShortForm>,
}

/// A finding by its place in the bundle, with its folded words.
#[derive(Debug)]
pub struct Entry {
    pub report: usize,
    pub finding: usize,
    /// What it says, then its list items and explanation.
    pub fields: Vec<Folded>,
}

/// Marks findings that have no subject or whose judgment has no grade: a choice like any other.
pub const NONE: &str = "none";

impl Catalogue {
    /// Prepares every finding of the bundle.
    pub fn new(corpus: &Corpus) -> Catalogue {
        let mut entries = Vec::new();
        for (r, report) in corpus.reports.iter().enumerate().rev() {
            for kind in FindingKind::ALL {
                for (f, finding) in report.findings.iter().enumerate().filter(|(_, finding)| finding.kind == kind) {
                    let words = std::iter::once(&finding.text).chain(&finding.items).chain(&finding.body);
                    entries.push(Entry { report: r, finding: f, fields: words.map(|w| Folded::new(w)).collect() });
                }
            }
        }
        let values = Facet::OF_FINDINGS.into_iter().map(|facet| values(corpus, facet)).collect();
        let ids = |entry: &Entry, facet: Facet| ids_of(corpus, entry, facet);
        let facets = Facets::new(&Facet::OF_FINDINGS, values, &entries, ids);
        let short_forms = corpus.reports.iter().flat_map(|report| &report.abbreviations);
        let short_forms = short_forms.map(|form| (form.short.as_str(), form.long.as_str()));
        let lexicon = Lexicon::new(short_forms, entries.iter().flat_map(|entry: &Entry| &entry.fields));
        Catalogue { entries, facets, lexicon, short_forms: short_forms::all(corpus) }
    }
}

fn values(corpus: &Corpus, facet: Facet) -> Vec<Value> {
    let value = |id: &str, name: &str| Value { id: id.to_string(), name: name.to_string() };
    match facet {
        Facet::Region => Vec::new(),
        Facet::Force => {
            let is_held = |id| corpus.reports_on(id).next().is_some();
            corpus.forces.iter().filter(|f| is_held(&f.id)).map(|f| value(f.id.as_str(), &f.name)).collect()
        }
        Facet::Cycle => {
            let is_held = |id: &str| corpus.reports.iter().any(|r| r.cycle == id);
            corpus.cycles.iter().rev().filter(|c| is_held(&c.id)).map(|c| value(&c.id, &c.id)).collect()
        }
        Facet::Kind => FindingKind::ALL.into_iter().map(|k| value(&k.slug(), k.plural())).collect(),
        Facet::Subject => {
            let named = corpus.subjects.iter().map(|s| value(&s.id, &s.name));
            named.chain(Some(value(NONE, "No one subject"))).collect()
        }
        Facet::Theme => corpus.themes.iter().map(|theme| value(&theme.id, &theme.name)).collect(),
        Facet::Grade => {
            let grades = Grade::ALL.into_iter().map(|g| value(&crate::model::slug(g.word()), g.word()));
            grades.chain(Some(value(NONE, "No grade given"))).collect()
        }
    }
}

fn ids_of(corpus: &Corpus, entry: &Entry, facet: Facet) -> Vec<String> {
    let report = &corpus.reports[entry.report];
    let finding = &report.findings[entry.finding];
    let id = match facet {
        Facet::Region => return Vec::new(),
        Facet::Force => report.force.id.to_string(),
        Facet::Cycle => report.cycle.clone(),
        Facet::Kind => finding.kind.slug(),
        Facet::Subject => corpus.subject_of_finding(report, finding).map_or(NONE, |s| &s.id).to_string(),
        Facet::Theme => {
            let of_it = corpus.themes.iter().filter(|theme| theme.findings.contains(&[entry.report, entry.finding]));
            return of_it.map(|theme| theme.id.clone()).collect();
        }
        Facet::Grade => {
            let grade = finding.judgment.as_ref().and_then(|key| report.judgment(key)).and_then(|j| j.grade);
            grade.map_or(NONE.to_string(), |g| crate::model::slug(g.word()))
        }
    };
    vec![id]
}
