//! What was typed, as terms that must all be found.

use super::text::Folded;
use crate::fold::fold_char;
use std::ops::Range;

/// A query: every term has to start a word somewhere in the fields of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed: words, and exact phrases in double quotes. An open quote holds to the end.
    pub fn new(typed: &str) -> Query {
        let folded: String = typed.chars().filter_map(fold_char).collect();
        let mut terms: Vec<String> = Vec::new();
        for (i, part) in folded.split('"').enumerate() {
            let is_phrase = i % 2 == 1;
            let words = part.split_whitespace().map(|word| word.trim_matches(|c: char| ",.;:()?!'".contains(c)));
            let words = words.filter(|word| !word.is_empty()).map(str::to_string);
            if is_phrase {
                let phrase = words.collect::<Vec<_>>().join(" ");
                terms.extend(Some(phrase).filter(|p| !p.is_empty()));
            } else {
                terms.extend(words);
            }
        }
        let mut once: Vec<String> = Vec::new();
        for term in terms {
            if !once.contains(&term) {
                once.push(term);
            }
        }
        Query { terms: once }
    }

    /// Whether nothing is asked for, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether each term is in at least one of the fields.
    pub fn matches<'f>(&self, fields: impl IntoIterator<Item = &'f Folded> + Clone) -> bool {
        self.terms.iter().all(|term| fields.clone().into_iter().any(|field| field.has(term)))
    }

    /// The terms that are not in this field.
    #[must_use]
    pub fn lacking_in(&self, field: &Folded) -> Query {
        Query { terms: self.terms.iter().filter(|term| !field.has(term)).cloned().collect() }
    }

    /// Where the terms stand in a text, in order and without overlaps, as byte ranges.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let found: Vec<Range<usize>> = self.terms.iter().flat_map(|term| folded.word_starts(term)).collect();
        let mut marks: Vec<Range<usize>> = Vec::new();
        // The next mark is the first that starts behind the last one; what overlaps a mark lengthens it.
        while let Some(next) =
            found.iter().filter(|r| marks.last().is_none_or(|m| r.start > m.end)).min_by_key(|r| r.start)
        {
            let mut mark = next.clone();
            while let Some(longer) =
                found.iter().find(|r| mark.start <= r.start && r.start <= mark.end && r.end > mark.end)
            {
                mark.end = longer.end;
            }
            marks.push(mark);
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        Query::new(typed).matches(&[Folded::new(text)])
    }

    #[test]
    fn several_words_mean_all_of_them_and_a_word_may_be_begun() {
        let text = "The force should improve its ‘problem-solving’ approach";
        assert!(finds("problem improve", text));
        assert!(finds("PROBLEM-SOLV", text));
        assert!(finds("solving", text));
        assert!(!finds("problem outcomes", text));
        assert!(!finds("olving", text), "the middle of a word is no match");
    }

    #[test]
    fn quotes_ask_for_the_exact_phrase() {
        let text = "domestic abuse and the abuse of position";
        assert!(finds("\"domestic abuse\"", text));
        assert!(!finds("\"abuse domestic\"", text));
        assert!(finds("“domestic ab", text));
    }

    #[test]
    fn marks_stand_on_the_words_of_the_original() {
        let text = "Café’s: the cafe";
        let marks = Query::new("café").marks(text);
        assert_eq!(marks.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>(), ["Café", "cafe"]);
    }

    #[test]
    fn nothing_typed_matches_everything_and_marks_nothing() {
        let query = Query::new(" \"\" . ");
        assert!(query.is_empty() && query.marks("any").is_empty() && query.matches(&[Folded::new("any")]));
    }
}
