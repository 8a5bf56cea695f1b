//! What a search knows of words besides the words themselves: short forms, and which words there are at all.

use model::folded::{Folded, fold_words};
use strsim::osa_distance;

/// A short form and what it stands for, as a report prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortForm {
    pub short: String,
    pub long: String,
    /// Folded and singular.
    pub(super) keys: [String; 2],
}

/// Short forms and all words of the texts that are searched.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    short_forms: Vec<ShortForm>,
    /// In order, each once.
    words: Vec<String>,
}

impl Lexicon {
    /// Takes up short forms, each meaning once, and the words of these texts.
    pub fn new<'t>(
        short_forms: impl IntoIterator<Item = (&'t str, &'t str)>,
        texts: impl IntoIterator<Item = &'t Folded>,
    ) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (short, long) in short_forms {
            let keys = [singular(&fold_words(short)), singular(&fold_words(long))];
            // "it" is a word first.
            if keys[0].len() > 2 && lexicon.short_forms.iter().all(|known| known.keys != keys) {
                lexicon.short_forms.push(ShortForm { short: short.into(), long: long.into(), keys });
            }
        }
        lexicon.words = texts.into_iter().flat_map(Folded::words).map(str::to_string).collect();
        lexicon.words.sort_unstable();
        lexicon.words.dedup();
        lexicon
    }

    /// The short forms that a folded word is, or is the long form of.
    pub fn short_forms(&self, words: &str) -> impl Iterator<Item = &ShortForm> + use<'_> {
        let words = singular(words);
        self.short_forms.iter().filter(move |known| known.keys.contains(&words))
    }

    /// The most words that any long form has.
    pub fn longest(&self) -> usize {
        self.short_forms.iter().map(|known| known.keys[1].split(' ').count()).max().unwrap_or(0)
    }

    /// Words that are spelled nearly like one that is in no text; none if it begins some word.
    pub fn near(&self, typed: &str) -> Vec<&str> {
        const MOST: usize = 3;
        let at = self.words.partition_point(|word| word.as_str() < typed);
        let is_begun = self.words.get(at).is_some_and(|word| word.starts_with(typed));
        let length = typed.chars().count();
        let farthest = if length < 8 { 1 } else { 2 };
        if is_begun || length < 5 || self.words.is_empty() {
            return Vec::new();
        }
        // Hardly anybody mistypes the first letter.
        let is_like = |word: &&String| {
            word.len().abs_diff(typed.len()) <= farthest && word.chars().next() == typed.chars().next()
        };
        let mut near: Vec<(usize, &str)> = Vec::new();
        for word in self.words.iter().filter(is_like) {
            let distance = osa_distance(word, typed);
            if distance <= farthest {
                near.insert(near.partition_point(|(other, _)| *other <= distance), (distance, word));
            }
        }
        near.into_iter().map(|(_, word)| word).take(MOST).collect()
    }
}

fn singular(words: &str) -> String {
    words.strip_suffix('s').filter(|bare| !bare.ends_with('s') && bare.len() > 2).unwrap_or(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_known_both_ways_in_singular_and_plural_and_each_once() {
        let forms = [("DVPOs", "domestic violence protection orders"), ("DVPO", "Domestic Violence Protection Order")];
        let lexicon = Lexicon::new(forms, []);
        for typed in ["dvpo", "dvpos", "domestic violence protection order"] {
            assert_eq!(lexicon.short_forms(typed).count(), 1, "{typed}");
        }
        assert_eq!(lexicon.longest(), 4);
    }

    #[test]
    fn near_words_are_told_only_for_words_that_begin_none() {
        let lexicon = Lexicon::new([], &[Folded::new("vulnerable victims of abuse")]);
        assert_eq!(lexicon.near("vunerable"), ["vulnerable"]);
        assert_eq!(lexicon.near("abues"), ["abuse"]);
        assert!(lexicon.near("vulner").is_empty() && lexicon.near("police").is_empty());
    }
}
