//! What the inspectorate says that its words mean.

use corpus::Corpus;
use explore::pages::Link;
use model::FindingKind;

/// A definition in a report's own words, and where it stands.
pub type Definition = (String, Link);

/// The definition of a kind of finding; `None` as long as the corpus has no glossary.
pub fn kind_definition(_: &Corpus, _: FindingKind) -> Option<Definition> {
    None
}
