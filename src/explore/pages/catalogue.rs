//! All findings, prepared for searching and filtering. This is done once for each corpus.

use crate::facets::{Facets, FindingPosition};
use crate::pages::abbreviations;
use crate::pages::abbreviations::AbbreviationEntry;
use crate::search::lexicon::Lexicon;
use corpus::Corpus;
use model::FindingKind;
use model::folded_text::FoldedText;

/// The findings of a corpus in the order of the list: the newest report first, then by kind, then in the order of the
/// text.
#[derive(Debug)]
pub struct Catalogue {
    /// The findings, in the order of the list.
    pub entries: Vec<CatalogueEntry>,
    /// The facets of the findings.
    pub facets: Facets,
    /// The abbreviations that the reports spell out, and the vocabulary of the findings.
    pub lexicon: Lexicon,
    /// The abbreviations, with the places where they are spelled out.
    pub abbreviations: Vec<AbbreviationEntry>,
}

/// A finding, given by its position in the corpus, with its folded texts.
#[derive(Debug)]
pub struct CatalogueEntry {
    /// Its position in the corpus.
    pub position: FindingPosition,
    /// Its text, then its list items, then the paragraphs of its explanation.
    pub fields: Vec<FoldedText>,
}

impl Catalogue {
    /// Prepares every finding of the corpus.
    pub fn new(corpus: &Corpus) -> Catalogue {
        let mut entries = Vec::new();
        for (r, report) in corpus.reports.iter().enumerate().rev() {
            for kind in FindingKind::ALL {
                for (f, finding) in report.findings.iter().enumerate().filter(|(_, finding)| finding.kind == kind) {
                    entries.push(CatalogueEntry {
                        position: FindingPosition { report_index: r, finding_index: f },
                        fields: finding.texts().map(FoldedText::new).collect(),
                    });
                }
            }
        }
        let places: Vec<FindingPosition> = entries.iter().map(|entry: &CatalogueEntry| entry.position).collect();
        let facets = Facets::for_findings(corpus, &places);
        let abbreviations = abbreviations::all_abbreviations(corpus);
        let short_forms = abbreviations.iter().map(|form| (form.short.as_str(), form.long.as_str()));
        let lexicon = Lexicon::new(short_forms, entries.iter().flat_map(|entry: &CatalogueEntry| &entry.fields));
        Catalogue { entries, facets, lexicon, abbreviations }
    }
}
