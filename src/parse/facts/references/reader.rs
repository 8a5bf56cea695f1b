//! Reads one sentence after the other, because a sentence may continue the reference before it.

use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::tense::{has_present_verb, is_in_past_tense};
use crate::facts::references::{
    continuation, dated_work, earlier_action, earlier_item, other_matters, outcome, subject, undated_work,
};
use model::{ReferenceStatus, ReferenceSubject};
use std::ops::Range;

/// The greatest number of words of a sentence that is read: what is longer is a list of contents or a table. The bound
/// also keeps reading linear.
const MAX_SENTENCE_WORDS: usize = 120;

/// How many other sentences may stand between a reference and one that says what became of it.
const MAX_SENTENCES_BETWEEN: usize = 2;

/// What a sentence says about earlier work. All places are those of words in the sentence.
pub struct SentenceReading {
    /// What it speaks of.
    pub subject: ReferenceSubject,
    /// The places of the years that it names.
    pub years: Vec<usize>,
    /// What it says became of it.
    pub status: ReferenceStatus,
    /// The words that say so.
    pub status_words: Option<Range<usize>>,
    /// Whether it only continues the reference before it.
    pub continues: bool,
}

/// Where a sentence is in relation to the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SentencePosition {
    /// In the same paragraph.
    Same,
    /// At the start of the paragraph, list or list item that follows.
    Next,
    /// After a heading, a figure or a table.
    Apart,
}

/// What is remembered of the reference that a sentence may continue.
pub struct OpenReference {
    /// Whether it tells what an earlier inspection found, so that a sentence in the past tense goes on with that.
    pub is_past_account: bool,
    /// Whether the sentence is in another paragraph than the reference.
    pub is_other_paragraph: bool,
    /// How many other sentences stand between.
    pub sentences_since: usize,
    /// What it speaks of.
    pub subject: ReferenceSubject,
    /// What it says became of the earlier work.
    pub status: ReferenceStatus,
}

/// Reads the sentences of a report in order.
#[derive(Default)]
pub struct ReferenceReader {
    open: Option<OpenReference>,
}

impl ReferenceReader {
    /// Reads the next sentence; `None` if it is not about earlier work.
    pub fn read(&mut self, words: &SentenceWords, position: SentencePosition) -> Option<SentenceReading> {
        let mut open = self.open.take().filter(|_| position != SentencePosition::Apart);
        if let Some(open) = &mut open {
            open.is_other_paragraph |= position == SentencePosition::Next;
        }
        let is_readable = words.places().len() <= MAX_SENTENCE_WORDS && !other_matters::is_about_other_matters(words);
        let is_mention = is_readable && mentions_earlier_work(words);
        if !is_mention && !open.as_ref().is_some_and(|open| is_readable && continuation::continues(words, open)) {
            self.open = open.filter(|open| open.sentences_since < MAX_SENTENCES_BETWEEN);
            self.open.iter_mut().for_each(|open| open.sentences_since += 1);
            return None;
        }
        let goes_on = open.as_ref().is_some_and(|open| open.is_past_account && is_in_past_tense(words));
        let reading = make_reading(words, open.as_ref().filter(|_| !is_mention));
        self.open = Some(OpenReference {
            is_past_account: earlier_action::opens_past_account(words) || goes_on,
            is_other_paragraph: false,
            sentences_since: 0,
            subject: reading.subject,
            status: reading.status,
        });
        Some(reading)
    }
}

/// Whether a sentence on its own is about earlier work of the inspectorate on the force.
pub fn mentions_earlier_work(words: &SentenceWords) -> bool {
    dated_work::year_of_work(words).is_some()
        || undated_work::mentions_undated_work(words)
        || earlier_item::reports_status(words)
}

/// Whether a sentence that says nothing of it itself goes on telling of something that was raised.
fn tells_more_of_problem(words: &SentenceWords, open: &OpenReference) -> bool {
    let was_raised = open.status == ReferenceStatus::RaisedBefore;
    let is_told = open.is_past_account && is_in_past_tense(words);
    (was_raised && !has_present_verb(words, words.places())) || (is_told && earlier_action::has_problem_words(words, 0))
}

/// Reads a sentence about earlier work; `open` is the reference that it continues.
fn make_reading(words: &SentenceWords, open: Option<&OpenReference>) -> SentenceReading {
    // What still belongs to a past account is not what became of it.
    let told = open.filter(|open| open.is_past_account && is_in_past_tense(words));
    let outcome = if told.is_none() { outcome::find_outcome(words) } else { None };
    let (status, status_words) = match (outcome, open) {
        (Some((status, places)), _) => (status, Some(places)),
        (None, None) => outcome::find_raised(words),
        (None, Some(open)) => match outcome::find_raised(words) {
            (ReferenceStatus::Nothing, _) if tells_more_of_problem(words, open) => {
                (ReferenceStatus::RaisedBefore, None)
            }
            // The words of a past account say what was found, and not that it was raised.
            (status, _) if told.is_some() && earlier_action::account_verb(words).is_none() => (status, None),
            raised => raised,
        },
    };
    let own = subject::subject_of(words);
    let inherited = open.map(|open| open.subject).filter(|_| own.is_none_or(subject::is_general));
    SentenceReading {
        subject: inherited.or(own).unwrap_or(ReferenceSubject::Inspection),
        years: words.named_years().collect(),
        status,
        status_words,
        continues: open.is_some(),
    }
}
