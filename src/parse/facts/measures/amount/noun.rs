//! The noun that a number counts: "54 overdue home visits".

use crate::facts::measures::word::Word;
use std::ops::Range;

/// The kind of thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// Cases, officers, calls: things that a report measures.
    Thing,
    /// Units of time, which mostly occur in procedures: days, months.
    Time,
    /// Parts of an argument, of a plan or of the police service as a whole: reasons, actions, forces.
    Abstract,
}

/// A counted noun in a sentence, with the adjectives before it.
pub struct CountedNoun {
    /// The indices of its words: "overdue home visits".
    pub words: Range<usize>,
    /// What kind of thing it names.
    pub kind: NounKind,
}

/// The noun phrase from word `from` up to the first plural noun, if one follows within the phrase.
pub fn counted_noun_at(words: &[Word], from: usize) -> Option<CountedNoun> {
    const MAX_WORDS: usize = 12;
    let head = (from..words.len().min(from + MAX_WORDS))
        .take_while(|n| *n == from || words[*n - 1].can_continue() || is_bracketed_short_form(&words[*n - 1]))
        .take_while(|n| !ends_phrase(&words[*n]))
        .find(|n| is_plural_noun(&words[*n]))?;
    let word = &words[head];
    let sort = if word.is_one_of(TIME_UNITS) && head <= from + 1 {
        NounKind::Time
    } else if word.is_one_of(TIME_UNITS) || word.is_one_of(ABSTRACT_NOUNS) {
        NounKind::Abstract
    } else {
        NounKind::Thing
    };
    Some(CountedNoun { words: from..end_with_joined_noun(words, head), kind: sort })
}

/// Plural units of time.
const TIME_UNITS: &str = "seconds minutes hours days weeks months years";
/// Plural nouns of [`NounKind::Abstract`].
const ABSTRACT_NOUNS: &str = "activities actions aims areas aspects bands categories causes concerns copies criteria \
                        elements examples factors forces functions grades inspections issues kinds levels matters measures \
                        methods objectives options parts phases pillars points principles priorities questions \
                        reasons recommendations reports stages steps strands themes threats tiers types ways";

/// Whether the word is a short form in brackets within a phrase: "system (ARMS) assessments".
fn is_bracketed_short_form(word: &Word) -> bool {
    word.has_opening_bracket && word.tail == ")"
}

/// Whether this word cannot be part of a noun phrase.
pub fn ends_phrase(word: &Word) -> bool {
    const ENDS: &str = "a about across after already also among an are as at be because been before between but by \
                        can could during each every for from had has have he her his if in into is it its just may \
                        must not of on only or our over per should than that the their these they this those to \
                        under until was we were when where which while who whose will with within without would – — -";
    word.is_one_of(ENDS) || word.text.ends_with("n't") || word.text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_plural_noun(word: &Word) -> bool {
    const WITHOUT_S: &str = "people staff personnel men women children";
    const NOT_NOUNS: &str = "wales always perhaps sometimes across plus towards";
    let stem =
        word.text.strip_suffix('s').filter(|stem| stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i', '’', '\'']));
    // "victims’ needs", and "“domestic abuse matters” champions"
    let is_possessive = ["’", "'", "”", "\""].contains(&word.tail);
    word.is_one_of(WITHOUT_S)
        || (stem.is_some() && !word.is_one_of(NOT_NOUNS) && !word.is_name_like() && !is_possessive)
}

/// The index of the word after the noun at `head` and after a second noun counted with it: "officers and staff".
fn end_with_joined_noun(words: &[Word], head: usize) -> usize {
    const PERSONS: &str = "officers staff pcsos volunteers constables sergeants children women people";
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is_one_of(any));
    let is_joined = words[head].can_continue() && is(head + 1, "and");
    if is_joined && is(head + 2, PERSONS) {
        head + 3
    } else if is_joined && is(head + 2, "police") && is(head + 3, PERSONS) {
        head + 4
    } else {
        head + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::split_words;

    fn noun(line: &str) -> Option<(String, NounKind)> {
        let words = split_words(line);
        counted_noun_at(&words, 1).map(|noun| {
            let text: Vec<&str> = words[noun.words].iter().map(|w| w.text).collect();
            (text.join(" "), noun.kind)
        })
    }

    #[test]
    fn the_counted_noun_is_the_first_plural_with_the_words_before_it() {
        for (line, found) in [
            ("54 overdue home visits to offenders", "overdue home visits"),
            ("257 officers and staff received it", "officers and staff"),
            ("170 stop and search records dated", "stop and search records"),
            ("48 overdue system (ARMS) assessments", "overdue system ARMS assessments"),
            ("12 victims’ needs of care", "victims needs"),
        ] {
            assert_eq!(noun(line), Some((found.to_string(), NounKind::Thing)), "{line}");
        }
        assert_eq!(noun("43 England and Wales police forces").map(|n| n.1), Some(NounKind::Abstract));
        assert_eq!(noun("28 working days").map(|n| n.1), Some(NounKind::Time));
        assert_eq!(noun("5 St Philips Place, Exton"), None);
        assert_eq!(noun("3500 have received inputs"), None);
    }
}
