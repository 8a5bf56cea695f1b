//! What the inspectorate says that its words mean.

use crate::question::Quoted;
use corpus::Corpus;
use explore::pages::Link;
use explore::pages::abbreviations::{glossary_href, line_link};
use model::term_id;

/// What a report says that a short form means; `None` if none held does.
pub fn definition_of(corpus: &Corpus, short: &str) -> Option<Quoted> {
    let id = term_id(short);
    let found = corpus.explanations.iter().find(|explanation| term_id(&explanation.short) == id)?;
    Some((found.text.clone(), line_link(corpus.report(&found.report)?, found.line)))
}

/// The entry of a term in the glossary.
pub fn glossary_entry(term: &str) -> Link {
    Link { href: glossary_href(term), text: format!("“{term}” in the glossary") }
}
