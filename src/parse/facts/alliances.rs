//! Sentences that speak of an alliance of the force with another one.

use crate::facts::prose::{Prose, without_footnote_markers};
use crate::structure::outline::is_figure;
use intake::block::BlockKind;
use model::AllianceSentence;
use model::folded_text::{FoldedText, Needle};

/// Reads them in text order.
pub fn read_alliance_sentences(prose: &Prose) -> Vec<AllianceSentence> {
    let alliance = Needle::prefix("alliance");
    let mut found = Vec::new();
    for paragraph in prose.paragraphs() {
        if paragraph.block.kind == BlockKind::TableRow || is_figure(paragraph.block) {
            continue;
        }
        for sentence in paragraph.sentences() {
            if !FoldedText::new(sentence.text).has_match(&alliance) {
                continue;
            }
            let quote = without_footnote_markers(sentence.text);
            let start = sentence.range.end - sentence.text.len();
            let passages = paragraph.passages(start..start + quote.len());
            let finding = prose.finding_at(&passages).cloned();
            found.push(AllianceSentence { quote: quote.to_string(), finding, passages });
        }
    }
    found
}
