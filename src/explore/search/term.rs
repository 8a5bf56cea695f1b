//! A term of a query, with the alternatives that are accepted in its place.

use crate::search::lexicon::{AbbreviationForms, Lexicon};
use crate::search::stemming::stem;
use model::folded_text::{FoldedText, Needle, WordEnding};
use model::folding::is_word_char;
use model::folding::join_words;

/// A word or phrase that must be found, as typed or in an alternative form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term as typed, folded.
    pub typed: String,
    /// The words as typed. All of these must be found.
    pub words: Vec<Needle>,
    /// Alternatives. Any one of them is accepted in place of `words`.
    pub alternatives: Vec<Alternative>,
}

/// An alternative to a typed term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What to search for.
    pub needle: Needle,
    /// Why it is accepted.
    pub reason: AlternativeReason,
}

/// Why an alternative is accepted in place of a typed term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlternativeReason {
    /// One is the abbreviation of the other, according to a report.
    Abbreviation {
        /// The abbreviation as printed.
        short: String,
        /// Its long form as printed.
        long: String,
    },
    /// Another form of the word, or the same word with or without a hyphen.
    OtherForm,
    /// No word begins with the typed one, and this word is spelled similarly.
    SimilarSpelling,
}

impl Term {
    /// A phrase: exactly these words in this order. The last may be in the plural or, if the quote is open, incomplete.
    pub fn from_phrase(words: String, is_closed: bool) -> Term {
        let ends = if is_closed { WordEnding::WholeWord } else { WordEnding::Any };
        Term { words: vec![Needle { text: words.clone(), ending: ends }], typed: words, alternatives: Vec::new() }
    }

    /// Several words that have an abbreviation: all of the words, or the abbreviation.
    pub fn from_long_form<'f>(words: &[String], forms: impl Iterator<Item = &'f AbbreviationForms>) -> Term {
        let alternatives =
            forms.map(|form| Alternative::from_abbreviation(form, &form.keys[0], WordEnding::WholeWord)).collect();
        Term { typed: join_words(words, " "), words: words.iter().map(Needle::prefix).collect(), alternatives }
    }

    /// A word, with the alternatives that `lexicon` and its stem give.
    pub fn from_word(word: String, lexicon: &Lexicon) -> Term {
        let short = lexicon
            .abbreviations_of(&word)
            .map(|form| Alternative::from_abbreviation(form, &form.keys[1], WordEnding::Any));
        let stem = stem(&word).filter(|_| !word.contains(' '));
        let form = stem.map(|(stem, endings)| {
            Alternative::from_form(Needle { text: stem.to_string(), ending: WordEnding::Inflected(endings) })
        });
        let joined = word.contains(' ').then(|| Alternative::from_form(Needle::prefix(word.replace(' ', ""))));
        let near_words = lexicon.similar_words(&word).into_iter();
        let near = near_words.map(|near| Alternative {
            needle: Needle { text: near.into(), ending: WordEnding::WholeWord },
            reason: AlternativeReason::SimilarSpelling,
        });
        let alternatives = short.chain(form).chain(joined).chain(split_prefix(&word)).chain(near).collect();
        Term { words: vec![Needle::prefix(word.clone())], typed: word, alternatives }
    }

    /// The term as one would type it, folded: a phrase in quotes.
    pub fn to_query_text(&self) -> String {
        let is_phrase = self.alternatives.is_empty() && self.words.len() == 1 && self.typed.contains(' ');
        if is_phrase { format!("\"{}\"", self.typed) } else { self.typed.clone() }
    }

    /// Whether all its words are in one text, as typed.
    pub fn is_in(&self, text: &FoldedText) -> bool {
        self.words.iter().all(|word| text.has_match(word))
    }

    /// Whether each of its words is in any of the texts, as typed.
    pub fn is_in_any(&self, texts: &[FoldedText]) -> bool {
        self.words.iter().all(|word| texts.iter().any(|text| text.has_match(word)))
    }

    /// The first alternative that is in any of the texts.
    pub fn alternative_in(&self, texts: &[FoldedText]) -> Option<&Alternative> {
        self.alternatives.iter().find(|other| texts.iter().any(|text| text.has_match(&other.needle)))
    }

    /// Everything to search for: its words and its alternatives.
    pub fn needles(&self) -> impl Iterator<Item = &Needle> {
        self.words.iter().chain(self.alternatives.iter().map(|other| &other.needle))
    }
}

impl Alternative {
    fn from_abbreviation(form: &AbbreviationForms, key: &str, ends: WordEnding) -> Alternative {
        let reason = AlternativeReason::Abbreviation { short: form.short.clone(), long: form.long.clone() };
        Alternative { needle: Needle { text: key.to_string(), ending: ends }, reason }
    }

    fn from_form(needle: Needle) -> Alternative {
        Alternative { needle, reason: AlternativeReason::OtherForm }
    }
}

/// A word with a prefix as two words: "reoffending" as "re offending", because reports write such words with and
/// without a hyphen.
fn split_prefix(word: &str) -> Option<Alternative> {
    const PREFIXES: [&str; 8] = ["anti", "co", "cyber", "inter", "multi", "non", "pre", "re"];
    const SHORTEST_REST: usize = 4;
    let (prefix, rest) = PREFIXES.iter().find_map(|prefix| Some((prefix, word.strip_prefix(prefix)?)))?;
    let is_word = rest.len() >= SHORTEST_REST && rest.starts_with(|c: char| is_word_char(c) && !c.is_ascii_digit());
    is_word.then(|| Alternative::from_form(Needle::prefix(format!("{prefix} {rest}"))))
}
