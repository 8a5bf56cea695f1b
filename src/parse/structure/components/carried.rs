//! The sentence of a component that was not inspected again.

use crate::structure::outline::names_year_in;
use intake::block::Block;
use intake::sentence::split_sentences;
use model::folding::fold_phrase;

/// Where a chapter says that its grade comes from an earlier inspection.
pub struct CarriedOver<'b, 'a> {
    /// The paragraph that says so.
    pub block: &'b Block<'a>,
    /// The year of that inspection, if the sentence names exactly one.
    pub year: Option<String>,
}

/// Finds "This question was not subject to detailed inspection in 2018/19, and our judgment from the 2016 effectiveness
/// inspection has been carried over."
pub fn find_carried_over<'b, 'a>(blocks: &'b [Block<'a>]) -> Option<CarriedOver<'b, 'a>> {
    blocks.iter().find_map(|block| {
        let text = block.text();
        let sentence =
            split_sentences(&text).map(|sentence| fold_phrase(sentence.text)).find(|words| is_said(words))?;
        let origin = sentence.split_once("judgment from ").map_or("", |(_, after)| after);
        let mut years = (2014..2019).filter(|year| names_year_in(origin, *year..year + 1));
        let year = years.next().filter(|_| years.next().is_none());
        Some(CarriedOver { block, year: year.map(|year| year.to_string()) })
    })
}

/// Whether a folded sentence says it.
fn is_said(sentence: &str) -> bool {
    sentence.contains("has been carried over") && sentence.contains("judgment from ")
}
