//! Our vocabulary (`data/terms.csv`): the words by which findings are recognised as being about the same issue.

use corpus::{CollectError, TermKind, TermRow, read_rows};
use intake::sentence::split_sentences;
use model::folded_text::{FoldedText, Needle, fold_words};
use std::collections::BTreeSet;

const TABLE: &str = "terms.csv";

/// A term with the words by which it is recognised.
pub struct Term {
    /// Its id in the table.
    pub id: String,
    /// How much it says.
    pub kind: TermKind,
    /// Its name in words, to follow "both: ".
    pub name: String,
    /// The alternatives. Each is a list of words that must all be in one sentence.
    alternatives: Vec<Vec<Needle>>,
}

/// Reads the rows of the table.
///
/// # Errors
/// If it is not valid, or two rows of one term differ in its kind or name.
pub fn read_terms(csv: &str) -> Result<Vec<TermRow>, CollectError> {
    let rows = read_rows::<TermRow>(TABLE, csv)?;
    for (n, row) in rows.iter().enumerate() {
        let error = |reason: String| Err(CollectError::InvalidRow { table: TABLE, row: n + 2, reason });
        if needles(&row.words).is_empty() {
            return error(format!("the term '{}' has no words", row.term));
        }
        let first = rows.iter().find(|other| other.term == row.term).unwrap_or(row);
        if (first.kind, &first.name) != (row.kind, &row.name) {
            return error(format!("another row gives the term '{}' another kind or name", row.term));
        }
    }
    Ok(rows)
}

/// The words that must all be in one sentence.
fn needles(words: &str) -> Vec<Needle> {
    words.split(" + ").map(fold_words).filter(|words| !words.is_empty()).map(Needle::prefix).collect()
}

/// All terms, in the order of the table.
pub struct Vocabulary {
    /// The terms.
    pub terms: Vec<Term>,
}

impl Vocabulary {
    /// The terms of the rows of the table, which [`read_terms`] has checked.
    pub fn from_rows(rows: &[TermRow]) -> Vocabulary {
        let mut terms: Vec<Term> = Vec::new();
        for row in rows {
            let alternative = needles(&row.words);
            match terms.iter_mut().find(|term| term.id == row.term) {
                Some(term) => term.alternatives.push(alternative),
                None => terms.push(Term {
                    id: row.term.clone(),
                    kind: row.kind,
                    name: row.name.clone(),
                    alternatives: vec![alternative],
                }),
            }
        }
        Vocabulary { terms }
    }

    /// The terms of a finding: those that its heading or list has, and those that its explanation dwells on.
    pub fn terms_of(&self, head: &[&str], body: &[String]) -> FindingTerms {
        /// The greatest number of sentences of an explanation in which one mention counts; in a longer one, two do.
        const MAX_SHORT_BODY: usize = 12;
        let head: Vec<BTreeSet<usize>> = head.iter().flat_map(|text| self.terms_by_sentence(text)).collect();
        let body: Vec<BTreeSet<usize>> = body.iter().flat_map(|text| self.terms_by_sentence(text)).collect();
        let needed = if body.len() <= MAX_SHORT_BODY { 1 } else { 2 };
        let in_head: BTreeSet<usize> = head.into_iter().flatten().collect();
        let is_central = |term: &usize| {
            in_head.contains(term) || body.iter().filter(|sentence| sentence.contains(term)).count() >= needed
        };
        let of_kind = |terms: &BTreeSet<usize>, kind: TermKind| -> Vec<usize> {
            terms.iter().copied().filter(|term| self.terms[*term].kind == kind).collect()
        };
        let mut found = FindingTerms::default();
        found
            .issues
            .extend((0..self.terms.len()).filter(is_central).filter(|n| self.terms[*n].kind == TermKind::Issue));
        for sentence in std::iter::once(&in_head).chain(&body) {
            let (topics, aspects) = (of_kind(sentence, TermKind::Topic), of_kind(sentence, TermKind::Aspect));
            let topics: Vec<usize> = topics.into_iter().filter(is_central).collect();
            found.aspects_of_topics.extend(topics.iter().flat_map(|topic| aspects.iter().map(move |a| (*topic, *a))));
        }
        found.aspects.extend(of_kind(&in_head, TermKind::Aspect));
        found
    }

    /// The issues and topics that texts name.
    pub fn matters_of<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<usize> {
        let all = texts.into_iter().flat_map(|text| self.terms_by_sentence(text)).flatten();
        all.filter(|term| self.terms[*term].kind != TermKind::Aspect).collect()
    }

    /// The terms of each sentence of a text.
    fn terms_by_sentence(&self, text: &str) -> Vec<BTreeSet<usize>> {
        let terms = |sentence: FoldedText| (0..self.terms.len()).filter(|n| self.terms[*n].is_in(&sentence)).collect();
        split_sentences(text).map(|sentence| terms(FoldedText::new(sentence.text))).collect()
    }
}

/// The terms of a finding, as indices into the vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingTerms {
    /// The issues.
    pub issues: BTreeSet<usize>,
    /// What is said of a topic: the topic with an aspect, both in the heading or in one sentence of the explanation.
    pub aspects_of_topics: BTreeSet<(usize, usize)>,
    /// The aspects in the heading.
    pub aspects: BTreeSet<usize>,
}

impl Term {
    /// Whether a sentence has all words of one alternative.
    fn is_in(&self, sentence: &FoldedText) -> bool {
        self.alternatives.iter().any(|words| words.iter().all(|needle| sentence.has_match(needle)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: &str = "term,kind,name,words\n\
        withdraw,issue,victims who withdraw,victim does not support\n\
        withdraw,issue,victims who withdraw,withdrew + victim\n\
        solving,topic,problem solving,problem solving\n\
        evaluation,aspect,evaluation,evaluat\n";

    fn terms(head: &str, body: &[&str]) -> FindingTerms {
        let vocabulary = Vocabulary::from_rows(&read_terms(TERMS).expect("the table is valid"));
        let body: Vec<String> = body.iter().map(ToString::to_string).collect();
        vocabulary.terms_of(&[head], &body)
    }

    #[test]
    fn an_aspect_belongs_to_a_topic_in_the_heading_or_in_the_same_sentence() {
        let of_topics = |head, body| terms(head, body).aspects_of_topics.into_iter().collect::<Vec<_>>();
        assert_eq!(of_topics("The force evaluates its problem solving.", &[]), [(1, 2)]);
        assert_eq!(of_topics("Problem solving", &["It evaluates its problem solving."]), [(1, 2)]);
        assert_eq!(of_topics("Problem solving", &["It evaluates its training."]), []);
    }

    #[test]
    fn a_term_is_found_by_any_alternative_whose_words_are_in_one_sentence() {
        let issues = |head, body| terms(head, body).issues.into_iter().collect::<Vec<_>>();
        assert_eq!(issues("Evidential difficulties; victim does not support police action", &[]), [0]);
        assert_eq!(issues("The force evaluates this.", &["Two victims withdrew."]), [0]);
        assert_eq!(issues("Victims are told. Some withdrew.", &[]), [0; 0]);
    }

    #[test]
    fn rows_of_one_term_agree() {
        let error = read_terms(&format!("{TERMS}evaluation,topic,evaluation,cost\n")).err();
        assert!(error.is_some_and(|e| e.to_string().contains("terms.csv, row 6")));
    }
}
