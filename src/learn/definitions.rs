//! What the inspectorate says that its words mean.

use crate::question::Quoted;
use corpus::Corpus;
use model::FindingKind;

/// The definition of a kind of finding; `None` as long as the corpus has no glossary.
pub fn kind_definition(_: &Corpus, _: FindingKind) -> Option<Quoted> {
    None
}
