//! Queries: the typed words as terms that must all be found.

use crate::search::lexicon::Lexicon;
use crate::search::term::Term;
pub use crate::search::term::{Alternative, AlternativeReason};
use model::folded_text::{FoldedText, fold_words};
use model::folding::{fold_chars, is_word_char, join_words};
use std::ops::Range;

/// A query. A document matches if each term is found in any of its fields, as typed or in an alternative form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// How well a document matches, the best first. A rank is a reason that can be explained to the user, not a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchRank {
    /// All terms are in its first field, as typed.
    FirstField,
    /// All terms are in any of its fields, as typed.
    AnyField,
    /// Some terms are there only in an alternative form.
    Alternative,
}

impl MatchRank {
    /// Every rank, the best first.
    pub const ALL: [MatchRank; 3] = [MatchRank::FirstField, MatchRank::AnyField, MatchRank::Alternative];
}

impl Query {
    /// Reads typed words, and exact phrases in double quotes. A quote that is still open extends to the end, where its
    /// last word may be incomplete.
    pub fn new(typed: &str, lexicon: &Lexicon) -> Query {
        let folded: String = fold_chars(typed).collect();
        let mut query = Query::default();
        let quotes = folded.matches('"').count();
        for (i, part) in folded.split('"').enumerate() {
            let is_phrase = i % 2 == 1;
            let is_closed = i < quotes;
            let words = separate_signs(part);
            let words = words.split_whitespace().map(|word| fold_words(word.trim_matches(|c: char| !is_word_char(c))));
            let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
            if is_phrase {
                query.add_term(Term::from_phrase(join_words(&words, " "), is_closed));
            } else {
                query.add_words(&words, lexicon);
            }
        }
        query
    }

    /// Adds a term for each word, or for several words that are the long form of an abbreviation.
    fn add_words(&mut self, mut words: &[String], lexicon: &Lexicon) {
        while let [word, rest @ ..] = words {
            let longest = lexicon.max_long_form_words().min(words.len());
            let long_form = (2..=longest).rev().find_map(|n| {
                let mut forms = lexicon.abbreviations_of(&join_words(&words[..n], " ")).peekable();
                forms.peek().is_some().then(|| (Term::from_long_form(&words[..n], forms), n))
            });
            let (term, n) = long_form.unwrap_or_else(|| (Term::from_word(word.clone(), lexicon), 1));
            self.add_term(term);
            words = &rest[n - 1..];
        }
    }

    fn add_term(&mut self, term: Term) {
        if !term.typed.is_empty() && !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    /// The terms, all of which must be found.
    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether the query has no terms, so that every document matches.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// How well a document matches; `None` if it does not.
    pub fn match_rank(&self, fields: &[FoldedText]) -> Option<MatchRank> {
        let mut worst = MatchRank::FirstField;
        for term in &self.terms {
            let rank = if fields.first().is_some_and(|field| term.is_in(field)) {
                MatchRank::FirstField
            } else if term.is_in_any(fields) {
                MatchRank::AnyField
            } else if term.alternative_in(fields).is_some() {
                MatchRank::Alternative
            } else {
                return None;
            };
            worst = worst.max(rank);
        }
        Some(worst)
    }

    /// The terms that a document has only in an alternative form: each as typed, with the alternative.
    pub fn used_alternatives<'q>(
        &'q self,
        fields: &'q [FoldedText],
    ) -> impl Iterator<Item = (&'q str, &'q Alternative)> {
        let missing = self.terms.iter().filter(|term| !term.is_in_any(fields));
        missing.filter_map(|term| Some((term.typed.as_str(), term.alternative_in(fields)?)))
    }

    /// The terms as one would type them, folded.
    pub fn typed_terms(&self) -> impl ExactSizeIterator<Item = String> + '_ {
        self.terms.iter().map(Term::to_query_text)
    }

    /// The same query without alternatives that are only similar in spelling.
    #[must_use]
    pub fn without_similar_spellings(mut self) -> Query {
        self.terms
            .iter_mut()
            .for_each(|term| term.alternatives.retain(|other| other.reason != AlternativeReason::SimilarSpelling));
        self
    }

    /// What to type for the same query without the term at this index.
    pub fn text_without_term(&self, left_out: usize) -> String {
        let others = self.terms.iter().enumerate().filter(|(n, _)| *n != left_out);
        join_words(&others.map(|(_, term)| term.to_query_text()).collect::<Vec<_>>(), " ")
    }

    /// A query of only those terms that are not in this field, neither as typed nor in an alternative form.
    #[must_use]
    pub fn terms_missing_from(&self, field: &FoldedText) -> Query {
        let is_found =
            |term: &&Term| term.is_in(field) || term.alternatives.iter().any(|other| field.has_match(&other.needle));
        Query { terms: self.terms.iter().filter(|term| !is_found(term)).cloned().collect() }
    }

    /// Where the terms are found in a text, as byte ranges in order and without overlaps.
    pub fn match_ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = FoldedText::new(text);
        let needles = self.terms.iter().flat_map(Term::needles);
        let mut marks: Vec<Range<usize>> = Vec::new();
        for range in needles.flat_map(|needle| folded.find_matches(needle)) {
            // The new mark is merged with all marks that it touches.
            let first = marks.partition_point(|mark| mark.end < range.start);
            let past_last = marks.partition_point(|mark| mark.start <= range.end);
            let touched = &marks[first..past_last];
            let start = touched.first().map_or(range.start, |mark| mark.start.min(range.start));
            let end = touched.last().map_or(range.end, |mark| mark.end.max(range.end));
            marks.splice(first..past_last, std::iter::once(start..end));
        }
        marks
    }
}

/// Folded words with a space in place of each sign that is not part of a word: "[victims]", "+victims".
fn separate_signs(words: &str) -> String {
    let is_inside = |at: usize, c: char| {
        let is_after = words[..at].ends_with(is_word_char);
        let rest = &words[at + c.len_utf8()..];
        match c {
            '\'' | '-' | '/' => true,
            '.' | ',' | ':' => is_after && rest.starts_with(|c: char| c.is_ascii_digit()),
            '&' | '@' => is_after && rest.starts_with(is_word_char),
            _ => false,
        }
    };
    let keep = |(at, c): (usize, char)| if is_word_char(c) || is_inside(at, c) { c } else { ' ' };
    words.char_indices().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::word_index::WordIndex;

    fn lexicon(texts: &[&str]) -> Lexicon {
        let texts: Vec<Vec<FoldedText>> = texts.iter().map(|text| vec![FoldedText::new(text)]).collect();
        Lexicon::new([("MARAC", "multi-agency risk assessment conference")], WordIndex::new(&texts).words().clone())
    }

    fn finds(typed: &str, text: &str) -> Option<MatchRank> {
        Query::new(typed, &lexicon(&[text])).match_rank(&[FoldedText::new(text)])
    }

    #[test]
    fn all_words_must_be_found_and_a_word_may_be_incomplete() {
        let text = "The force should improve its ‘problem-solving’ approach";
        for typed in ["problem improve", "PROBLEM-SOLV", "solving", "problem solving"] {
            assert_eq!(finds(typed, text), Some(MatchRank::FirstField), "{typed}");
        }
        assert_eq!(finds("problem outcomes", text), None);
        assert_eq!(finds("olving", text), None, "the middle of a word does not match");
    }

    #[test]
    fn a_query_can_leave_out_similar_spellings_but_keeps_the_words_and_the_abbreviations() {
        let text = "The MARACs met about vulnerable victims.";
        let query = |typed: &str| Query::new(typed, &lexicon(&[text])).without_similar_spellings();
        let ranks = |typed: &str| query(typed).match_rank(&[FoldedText::new(text)]);
        assert_eq!(ranks("vunerable"), None);
        assert_eq!(ranks("vulnerable"), Some(MatchRank::FirstField));
        assert_eq!(ranks("multi-agency risk assessment conference"), Some(MatchRank::Alternative));
    }

    #[test]
    fn terms_are_given_back_as_typed_phrases_in_quotes() {
        let query = Query::new("\"domestic abuse\" victims problem-solving", &lexicon(&[]));
        assert_eq!(query.typed_terms().collect::<Vec<_>>(), ["\"domestic abuse\"", "victims", "problem solving"]);
    }

    #[test]
    fn a_prefix_is_split_off_only_before_a_word_of_four_letters_or_more() {
        assert_eq!(finds("reoffending", "re-offending"), Some(MatchRank::Alternative));
        assert_eq!(finds("react", "re action"), None);
        assert_eq!(finds("pre2019", "pre 2019"), None);
    }

    #[test]
    fn quotes_ask_for_the_exact_phrase() {
        let text = "domestic abuse and the abuse of position";
        assert_eq!(finds("\"domestic abuse\"", text), Some(MatchRank::FirstField));
        assert_eq!(finds("“domestic ab", text), Some(MatchRank::FirstField));
        assert_eq!(finds("\"abuse domestic\"", text), None);
        assert_eq!(finds("\"domestically abused\"", text), None);
        assert_eq!(finds("\"domestic ab\"", text), None);
        assert_eq!(finds("\"child\"", "children"), None);
    }

    #[test]
    fn abbreviations_are_found_by_their_long_forms_and_the_other_way_round() {
        let (short, long) = ("The MARACs met monthly.", "A multi-agency risk assessment conference met.");
        for (typed, text) in [("marac", long), ("MARACs", long), ("multi-agency risk assessment conference", short)] {
            assert_eq!(finds(typed, text), Some(MatchRank::Alternative), "{typed} in {text}");
            let (query, fields) = (Query::new(typed, &lexicon(&[text])), [FoldedText::new(text)]);
            let reasons: Vec<_> = query.used_alternatives(&fields).map(|(_, other)| &other.reason).collect();
            assert!(matches!(reasons[..], [AlternativeReason::Abbreviation { .. }]), "{reasons:?}");
        }
        assert_eq!(finds("multi-agency risk assessment", short), None);
    }

    #[test]
    fn other_forms_and_near_spellings_match_where_the_word_itself_is_missing() {
        for (typed, text) in [
            ("investigations", "It investigates crime."),
            ("supervising", "There is no supervision."),
            ("reoffending", "It should reduce re-offending."),
            ("re-offending", "It should reduce reoffending."),
            ("vunerable", "It protects vulnerable people."),
        ] {
            assert_eq!(finds(typed, text), Some(MatchRank::Alternative), "{typed} in {text}");
        }
    }

    #[test]
    fn marks_are_ranges_of_the_original_text() {
        let text = "Café’s: the cafe";
        let marks = Query::new("café", &Lexicon::default()).match_ranges(text);
        assert_eq!(marks.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>(), ["Café", "cafe"]);
    }

    #[test]
    fn nothing_typed_matches_everything_and_marks_nothing() {
        let query = Query::new(" \"\" . ", &Lexicon::default());
        assert!(query.is_empty() && query.match_ranges("any").is_empty());
        assert_eq!(query.match_rank(&[FoldedText::new("any")]), Some(MatchRank::FirstField));
    }
}
