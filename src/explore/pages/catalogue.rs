//! All findings, prepared for searching and filtering. This is done once for each corpus, ahead of time for that of the site.

mod text;

use crate::facets::{Facet, Facets, FindingPosition};
use crate::pages::abbreviations;
use crate::pages::abbreviations::AbbreviationEntry;
use crate::search::lexicon::Lexicon;
use crate::search::word_index::WordIndex;
use corpus::Corpus;
use model::FindingKind;
use model::folded_text::FoldedText;

/// The findings of a corpus in the order of the list: the newest report first, then by kind, then in the order of the
/// text.
#[derive(Debug)]
pub struct Catalogue {
    /// The position of each finding in the corpus, in the order of the list.
    pub positions: Vec<FindingPosition>,
    /// The facets of the findings.
    pub facets: Facets,
    /// The words of the findings: of their text, then of their list items and the paragraphs of their explanation.
    pub words: WordIndex,
    /// The abbreviations that the reports spell out, and the vocabulary of the findings.
    pub lexicon: Lexicon,
    /// The abbreviations, with the places where they are spelled out.
    pub abbreviations: Vec<AbbreviationEntry>,
}

impl Catalogue {
    /// Prepares every finding of the corpus.
    pub fn new(corpus: &Corpus) -> Catalogue {
        let mut positions = Vec::new();
        let mut documents: Vec<Vec<FoldedText>> = Vec::new();
        for (report_index, report) in corpus.reports.iter().enumerate().rev() {
            for kind in FindingKind::ALL {
                let of_kind = report.findings.iter().enumerate().filter(|(_, finding)| finding.kind == kind);
                for (finding_index, finding) in of_kind {
                    positions.push(FindingPosition { report_index, finding_index });
                    documents.push(finding.texts().map(FoldedText::new).collect());
                }
            }
        }
        let facets = Facets::for_findings(corpus, &positions);
        Catalogue::from_parts(corpus, positions, facets, WordIndex::new(&documents))
    }

    /// The kind of a finding, given by its number in the list.
    pub fn kind_of(&self, number: usize) -> Option<FindingKind> {
        FindingKind::ALL.into_iter().find(|kind| self.facets.has_document(Facet::Kind, &kind.slug(), number))
    }

    fn from_parts(corpus: &Corpus, positions: Vec<FindingPosition>, facets: Facets, words: WordIndex) -> Catalogue {
        let abbreviations = abbreviations::all_abbreviations(corpus);
        let short_forms = abbreviations.iter().map(|form| (form.short.as_str(), form.long.as_str()));
        let lexicon = Lexicon::new(short_forms, words.words().clone());
        Catalogue { positions, facets, words, lexicon, abbreviations }
    }
}
