//! The short forms and terms in a finding, and what is said of them where they stand.

use crate::pages::Link;
use crate::pages::abbreviations::{glossary_href, line_link};
use crate::pages::passage::find_abbreviations;
use corpus::Corpus;
use model::{Abbreviation, Finding, Report};

/// What is said of a short form or term where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TermNote {
    /// The short form as the report spells it out, or the term.
    pub term: String,
    /// The words that a short form stands for.
    pub long_form: String,
    /// What a report says that it means, and where.
    pub quoted: Option<(String, Link)>,
    /// Its entry in the glossary.
    pub glossary: Link,
}

/// The short forms and terms in the text of a finding that are explained, each once, in the order of the text. Terms have no
/// long form.
pub fn terms_in(corpus: &Corpus, report: &Report, finding: &Finding) -> Vec<Abbreviation> {
    // Of two with one spelling the first is found, which is that of the report.
    let mut known = report.abbreviations.clone();
    for explanation in corpus.explanations.iter().filter(|explanation| explanation.holds_in(report)) {
        known.push(Abbreviation { short: explanation.short.clone(), ..Abbreviation::default() });
    }
    let mut found: Vec<Abbreviation> = Vec::new();
    for (_, n) in finding.texts().flat_map(|text| find_abbreviations(text, &known)) {
        if found.iter().all(|form| form.short != known[n].short) {
            found.push(known[n].clone());
        }
    }
    found
}

/// What is said of a short form or term in a report.
pub fn term_note(corpus: &Corpus, report: &Report, form: &Abbreviation) -> TermNote {
    let quoted = corpus
        .explanation(report, &form.short)
        .and_then(|found| Some((found.text.clone(), line_link(corpus.report(&found.report)?, found.line))));
    TermNote {
        term: form.short.clone(),
        long_form: form.long.clone(),
        quoted,
        glossary: Link { href: glossary_href(&form.short), text: "Glossary".to_string() },
    }
}
