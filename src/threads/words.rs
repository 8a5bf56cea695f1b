//! Rare words: how alike two texts are by the words that few findings have.

use model::folded_text::FoldedText;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

/// Words that say nothing about the issue: function words, and those of the inspectorate's standard phrases, which make
/// unlike findings look alike.
const COMMON: &str = "about able above across action activity address addressed after again all already also always although among and any appropriate \
    approach approaches are area areas because been before being better both but can cannot carried case cases cause \
    clear concern concerns concerned consistent consistently continue continuing could current currently did does doing done don't each effective \
    effectively effort enable ensure ensured ensuring evidence example examples few find finding findings for force \
    forces found from full fully further give given gives good had has have having hmic hmicfrs how however identified immediately \
    identify improve improved improvement improvements improving include includes including inspection inspections into \
    isn't its itself know known like line made make makes making many may means members might more most much must need \
    needed needs new not now number offence offences officer officers often one only other others our out over own \
    part particular people place plan plans police policing possible process processes provide provided provides \
    providing public put range really reason reasons recommendation recommendations recommended recommends relation respond responded response report reports require \
    required requires right safe same see seek service services set several should show shows since some staff steps \
    still such sure system systems take taken takes taking team teams than that the their them then there these they \
    this those through time times too towards two under understand understanding use used uses using very \
    was way ways well were what when where whether which while who will with within without work worked working works \
    would year years aren't doesn't hasn't haven't wasn't weren't didn't";

static COMMON_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

/// The stems of the words of a text that may say what it is about.
pub fn stems(text: &str) -> BTreeSet<String> {
    let folded = FoldedText::new(text);
    let is_telling =
        |word: &&str| word.len() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()) && !COMMON_WORDS.contains(word);
    folded.words().filter(is_telling).map(stem).collect()
}

/// A word without its most usual endings, so that "evaluate", "evaluates" and "evaluation" are one.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 13] =
        ["ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "e", "s"];
    const MIN_STEM: usize = 4;
    let bare = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= MIN_STEM));
    bare.unwrap_or(word).to_string()
}

/// The first words of a text, in quotation marks because they are a report's own.
pub fn first_words(text: &str, max: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > max { " …" } else { "" };
    format!("“{}{more}”", words[..words.len().min(max)].join(" "))
}

/// How rare the stems of a set of texts are.
pub struct Rarity {
    /// For each stem, in how many texts it is.
    counts: BTreeMap<String, usize>,
    /// How many texts there are.
    total: usize,
}

impl Rarity {
    /// Counts the stems of all texts.
    pub fn new<'t>(texts: impl Iterator<Item = &'t BTreeSet<String>>) -> Rarity {
        let mut rarity = Rarity { counts: BTreeMap::new(), total: 0 };
        for stems in texts {
            rarity.total += 1;
            stems.iter().for_each(|stem| *rarity.counts.entry(stem.clone()).or_default() += 1);
        }
        rarity
    }

    /// The weight of a stem: the rarer, the greater; 0 for one in every text.
    pub fn weight(&self, stem: &str) -> f64 {
        let count = self.counts.get(stem).copied().unwrap_or_default() + 1;
        (((self.total + 1) as f64) / count as f64).ln()
    }

    /// Whether few texts have a stem.
    pub fn is_rare(&self, stem: &str) -> bool {
        const MAX_SHARE: usize = 12;
        self.counts.get(stem).copied().unwrap_or_default() * MAX_SHARE <= self.total.max(MAX_SHARE * 3)
    }

    /// How alike two sets of stems are, from 0 (nothing in common) to 1 (the same): the cosine of their weights.
    pub fn likeness(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
        let square = |stem: &String| self.weight(stem).powi(2);
        let common: f64 = a.intersection(b).map(square).sum();
        let length = |stems: &BTreeSet<String>| stems.iter().map(square).sum::<f64>().sqrt();
        let lengths = length(a) * length(b);
        if lengths > 0.0 { common / lengths } else { 0.0 }
    }

    /// The rare stems that two sets share, the rarest first.
    pub fn shared_rare(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> Vec<String> {
        let mut shared: Vec<&String> = a.intersection(b).filter(|stem| self.is_rare(stem)).collect();
        shared.sort_by_key(|stem| (self.counts.get(*stem).copied().unwrap_or_default(), (*stem).clone()));
        shared.into_iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_make_texts_alike_and_standard_phrases_do_not() {
        let texts = [
            "The force should ensure that it evaluates its problem-solving plans.",
            "The force should ensure that it maps organised crime groups.",
            "Problem-solving plans aren't evaluated.",
        ];
        let texts: Vec<_> = texts.iter().map(|text| stems(text)).collect();
        let rarity = Rarity::new(texts.iter());
        assert!(rarity.likeness(&texts[0], &texts[2]) > 0.5);
        assert!(rarity.likeness(&texts[0], &texts[1]) < 0.05);
        assert_eq!(rarity.likeness(&texts[0], &BTreeSet::new()), 0.0);
    }
}
