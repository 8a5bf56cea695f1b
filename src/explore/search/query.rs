//! What was typed, as terms that must all be found.

use crate::search::lexicon::Lexicon;
use crate::search::term::Term;
pub use crate::search::term::{Other, Reason};
use model::fold::fold_char;
use model::folded::{Folded, fold_words};
use std::ops::Range;

/// A query: every term has to be found somewhere in the fields of a document, as typed or otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// How well a document answers: a reason that can be told, and not a number. The better stands before the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// All words as typed in its first field.
    First,
    /// All words as typed in any of its fields.
    Any,
    /// Some only in another form.
    Otherwise,
}

impl Place {
    /// Every place, the better before the worse.
    pub const ALL: [Place; 3] = [Place::First, Place::Any, Place::Otherwise];
}

impl Query {
    /// Reads what was typed: words, and exact phrases in double quotes. An open quote holds to the end, where its last
    /// word may still be only begun.
    pub fn new(typed: &str, lexicon: &Lexicon) -> Query {
        let folded: String = typed.chars().filter_map(fold_char).collect();
        let mut query = Query::default();
        let quotes = folded.matches('"').count();
        for (i, part) in folded.split('"').enumerate() {
            let is_phrase = i % 2 == 1;
            let is_closed = i < quotes;
            let words = part.split_whitespace().map(|word| word.trim_matches(|c: char| ",.;:()?!'".contains(c)));
            let words: Vec<String> =
                words.map(fold_words).filter(|word| word.contains(char::is_alphanumeric)).collect();
            if is_phrase {
                query.add(Term::phrase(words.join(" "), is_closed));
            } else {
                query.add_words(&words, lexicon);
            }
        }
        query
    }

    fn add_words(&mut self, mut words: &[String], lexicon: &Lexicon) {
        while let [word, rest @ ..] = words {
            let longest = lexicon.longest().min(words.len());
            let long_form = (2..=longest).rev().find_map(|n| {
                let mut known = lexicon.short_forms(&words[..n].join(" ")).peekable();
                known.peek().is_some().then(|| (Term::long_form(&words[..n], known), n))
            });
            let (term, n) = long_form.unwrap_or_else(|| (Term::word(word.clone(), lexicon), 1));
            self.add(term);
            words = &rest[n - 1..];
        }
    }

    fn add(&mut self, term: Term) {
        if !term.typed.is_empty() && !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    /// Whether nothing is asked for, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Where a document has all that is asked for; `None` if it has not.
    pub fn find(&self, fields: &[Folded]) -> Option<Place> {
        let mut worst = Place::First;
        for term in &self.terms {
            let place = match () {
                () if fields.first().is_some_and(|field| term.is_in(field)) => Place::First,
                () if term.is_among(fields) => Place::Any,
                () if term.other_among(fields).is_some() => Place::Otherwise,
                () => return None,
            };
            worst = worst.max(place);
        }
        Some(worst)
    }

    /// What a document has in place of what was typed: the typed words, and what does for them.
    pub fn others<'q>(&'q self, fields: &'q [Folded]) -> impl Iterator<Item = (&'q str, &'q Other)> {
        let missing = self.terms.iter().filter(|term| !term.is_among(fields));
        missing.filter_map(|term| Some((term.typed.as_str(), term.other_among(fields)?)))
    }

    /// Its terms as typed, folded.
    pub fn typed(&self) -> impl ExactSizeIterator<Item = String> + '_ {
        self.terms.iter().map(Term::written)
    }

    /// The same without words that are only spelled nearly so.
    #[must_use]
    pub fn without_near(mut self) -> Query {
        self.terms.iter_mut().for_each(|term| term.others.retain(|other| other.reason != Reason::Near));
        self
    }

    /// What to type for the same without one of its terms.
    pub fn without(&self, left_out: usize) -> String {
        let others = self.terms.iter().enumerate().filter(|(n, _)| *n != left_out);
        others.map(|(_, term)| term.written()).collect::<Vec<_>>().join(" ")
    }

    /// The terms that are not in this field, as typed or otherwise.
    #[must_use]
    pub fn lacking_in(&self, field: &Folded) -> Query {
        let is_there = |term: &&Term| term.is_in(field) || term.others.iter().any(|other| field.has(&other.needle));
        Query { terms: self.terms.iter().filter(|term| !is_there(term)).cloned().collect() }
    }

    /// Where the terms stand in a text, in order and without overlaps, as byte ranges.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let needles = self.terms.iter().flat_map(Term::needles);
        let mut marks: Vec<Range<usize>> = Vec::new();
        for range in needles.flat_map(|needle| folded.places(needle)) {
            // Marks that it touches become one with it.
            let first = marks.partition_point(|mark| mark.end < range.start);
            let behind = marks.partition_point(|mark| mark.start <= range.end);
            let touched = &marks[first..behind];
            let start = touched.first().map_or(range.start, |mark| mark.start.min(range.start));
            let end = touched.last().map_or(range.end, |mark| mark.end.max(range.end));
            marks.splice(first..behind, std::iter::once(start..end));
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(texts: &[&str]) -> Lexicon {
        let texts: Vec<Folded> = texts.iter().map(|text| Folded::new(text)).collect();
        Lexicon::new([("MARAC", "multi-agency risk assessment conference")], &texts)
    }

    fn finds(typed: &str, text: &str) -> Option<Place> {
        Query::new(typed, &lexicon(&[text])).find(&[Folded::new(text)])
    }

    #[test]
    fn several_words_mean_all_of_them_and_a_word_may_be_begun() {
        let text = "The force should improve its ‘problem-solving’ approach";
        for typed in ["problem improve", "PROBLEM-SOLV", "solving", "problem solving"] {
            assert_eq!(finds(typed, text), Some(Place::First), "{typed}");
        }
        assert_eq!(finds("problem outcomes", text), None);
        assert_eq!(finds("olving", text), None, "the middle of a word is no match");
    }

    #[test]
    fn quotes_ask_for_the_exact_phrase() {
        let text = "domestic abuse and the abuse of position";
        assert_eq!(finds("\"domestic abuse\"", text), Some(Place::First));
        assert_eq!(finds("“domestic ab", text), Some(Place::First));
        assert_eq!(finds("\"abuse domestic\"", text), None);
        assert_eq!(finds("\"domestically abused\"", text), None);
        assert_eq!(finds("\"domestic ab\"", text), None);
        assert_eq!(finds("\"child\"", "children"), None);
    }

    #[test]
    fn short_forms_are_found_by_the_long_and_the_long_by_the_short() {
        let (short, long) = ("The MARACs met monthly.", "A multi-agency risk assessment conference met.");
        for (typed, text) in [("marac", long), ("MARACs", long), ("multi-agency risk assessment conference", short)] {
            assert_eq!(finds(typed, text), Some(Place::Otherwise), "{typed} in {text}");
            let (query, fields) = (Query::new(typed, &lexicon(&[text])), [Folded::new(text)]);
            let reasons: Vec<_> = query.others(&fields).map(|(_, other)| &other.reason).collect();
            assert!(matches!(reasons[..], [Reason::Short { .. }]), "{reasons:?}");
        }
        assert_eq!(finds("multi-agency risk assessment", short), None);
    }

    #[test]
    fn other_forms_and_near_spellings_do_when_the_word_itself_is_not_there() {
        for (typed, text) in [
            ("investigations", "It investigates crime."),
            ("supervising", "There is no supervision."),
            ("reoffending", "It should reduce re-offending."),
            ("re-offending", "It should reduce reoffending."),
            ("vunerable", "It protects vulnerable people."),
        ] {
            assert_eq!(finds(typed, text), Some(Place::Otherwise), "{typed} in {text}");
        }
    }

    #[test]
    fn marks_stand_on_the_words_of_the_original() {
        let text = "Café’s: the cafe";
        let marks = Query::new("café", &Lexicon::default()).marks(text);
        assert_eq!(marks.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>(), ["Café", "cafe"]);
    }

    #[test]
    fn nothing_typed_matches_everything_and_marks_nothing() {
        let query = Query::new(" \"\" . ", &Lexicon::default());
        assert!(query.is_empty() && query.marks("any").is_empty());
        assert_eq!(query.find(&[Folded::new("any")]), Some(Place::First));
    }
}
