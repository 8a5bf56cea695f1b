//! What a search uses besides the typed words: abbreviations, and the vocabulary of the texts.

use model::folded_text::fold_words;
use model::folding::is_word_char;
use std::sync::Arc;
use strsim::osa_distance;

/// An abbreviation and its long form, as a report prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbbreviationForms {
    /// The abbreviation: "MARAC".
    pub short: String,
    /// Its long form: "multi-agency risk assessment conference".
    pub long: String,
    /// Their comparison keys.
    pub(super) keys: [String; 2],
}

/// The abbreviations and the vocabulary of the texts that are searched.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Sorted by their comparison keys.
    abbreviations: Vec<AbbreviationForms>,
    /// The number of words in the longest long form.
    max_long_form_words: usize,
    /// All words of the texts, sorted, each once.
    vocabulary: Arc<[String]>,
}

impl Lexicon {
    /// Collects the abbreviations, given as short and long form. `vocabulary` has all words of the texts, sorted, each once.
    pub fn new<'t>(short_forms: impl IntoIterator<Item = (&'t str, &'t str)>, vocabulary: Arc<[String]>) -> Lexicon {
        let mut lexicon = Lexicon { vocabulary, ..Lexicon::default() };
        for (short, long) in short_forms {
            let keys = [comparison_key(short), comparison_key(long)];
            let at = lexicon.abbreviations.partition_point(|other| other.keys < keys);
            let is_new = lexicon.abbreviations.get(at).is_none_or(|other| other.keys != keys);
            // An abbreviation of two letters is more often typed as an ordinary word: "it".
            if is_new && keys[0].len() > 2 {
                lexicon.max_long_form_words = lexicon.max_long_form_words.max(keys[1].split(' ').count());
                lexicon.abbreviations.insert(at, AbbreviationForms { short: short.into(), long: long.into(), keys });
            }
        }
        lexicon
    }

    /// The abbreviations whose short or long form is `words`, which must be folded.
    pub fn abbreviations_of(&self, words: &str) -> impl Iterator<Item = &AbbreviationForms> + use<'_> {
        let words = to_singular(words);
        self.abbreviations.iter().filter(move |form| form.keys.contains(&words))
    }

    /// The number of words in the longest long form.
    pub fn max_long_form_words(&self) -> usize {
        self.max_long_form_words
    }

    /// Words of the texts that are spelled like a typed word, the nearest first; none if any word begins with the typed
    /// one.
    pub fn similar_words(&self, typed: &str) -> Vec<&str> {
        const MAX_WORDS: usize = 3;
        let at = self.vocabulary.partition_point(|word| word.as_str() < typed);
        let is_prefix = self.vocabulary.get(at).is_some_and(|word| word.starts_with(typed));
        let length = typed.chars().count();
        let max_distance = if length < 8 { 1 } else { 2 };
        if is_prefix || length < 5 || self.vocabulary.is_empty() {
            return Vec::new();
        }
        // Only words with the same first letter are compared: it is rarely mistyped.
        let may_match = |word: &&String| {
            word.len().abs_diff(typed.len()) <= max_distance && word.chars().next() == typed.chars().next()
        };
        let mut near: Vec<(usize, &str)> = Vec::new();
        for word in self.vocabulary.iter().filter(may_match) {
            let distance = osa_distance(word, typed);
            if distance <= max_distance {
                // Inserted in order, because code that sorts would make the program larger.
                near.insert(near.partition_point(|(other, _)| *other <= distance), (distance, word));
            }
        }
        near.into_iter().map(|(_, word)| word).take(MAX_WORDS).collect()
    }
}

/// The same for all spellings of one form: its words folded, without signs around them, and the last one in the singular.
pub fn comparison_key(form: &str) -> String {
    to_singular(fold_words(form).trim_matches(|c| !is_word_char(c)))
}

/// Folded words with the last one in the singular.
fn to_singular(words: &str) -> String {
    words.strip_suffix('s').filter(|bare| !bare.ends_with('s') && bare.len() > 2).unwrap_or(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text, sorted.
    fn vocabulary(text: &str) -> Arc<[String]> {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_string).collect();
        words.sort();
        words.into()
    }

    #[test]
    fn abbreviations_are_found_by_either_form_in_singular_and_plural_and_only_once() {
        let forms = [("DVPOs", "domestic violence protection orders"), ("DVPO", "Domestic Violence Protection Order")];
        let lexicon = Lexicon::new(forms, vocabulary(""));
        for typed in ["dvpo", "dvpos", "domestic violence protection order"] {
            assert_eq!(lexicon.abbreviations_of(typed).count(), 1, "{typed}");
        }
        assert_eq!(lexicon.max_long_form_words(), 4);
    }

    #[test]
    fn only_a_plural_s_is_dropped() {
        assert_eq!(comparison_key("Risk Assessments"), "risk assessment");
        assert_eq!(comparison_key("hate crimes process"), "hate crimes process", "a word in -ss");
        assert_eq!(comparison_key("IPS"), "ips", "too short to be a plural");
        assert_eq!(comparison_key("GPSs"), "gpss");
        assert_eq!(comparison_key("ABCs"), "abc");
    }

    #[test]
    fn near_words_are_given_only_if_no_word_begins_as_typed() {
        let lexicon = Lexicon::new([], vocabulary("vulnerable victims of abuse"));
        assert_eq!(lexicon.similar_words("vunerable"), ["vulnerable"]);
        assert_eq!(lexicon.similar_words("abues"), ["abuse"]);
        assert!(lexicon.similar_words("vulner").is_empty() && lexicon.similar_words("police").is_empty());
    }

    #[test]
    fn the_nearest_words_come_first_then_by_the_alphabet_and_only_three() {
        let lexicon = Lexicon::new([], vocabulary("stalkanx stalkant stalkany stalkinx stalking"));
        assert_eq!(lexicon.similar_words("stalkinz"), ["stalking", "stalkinx", "stalkant"]);
        assert!(lexicon.similar_words("stalking").is_empty(), "a word of the texts");
    }

    #[test]
    fn longer_words_may_differ_in_two_letters_and_short_ones_in_none() {
        let lexicon = Lexicon::new([], vocabulary("stalking victims drug"));
        assert_eq!(lexicon.similar_words("stalkgni"), ["stalking"]);
        assert_eq!(lexicon.similar_words("victmis"), ["victims"]);
        assert!(lexicon.similar_words("vcitmis").is_empty(), "two letters of seven");
        assert!(lexicon.similar_words("durg").is_empty(), "four letters");
        assert!(lexicon.similar_words("victim").is_empty(), "the beginning of a word");
    }
}
