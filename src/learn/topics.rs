//! What can be asked of a finding: a table, with one row and one file for each topic.

mod grade;
mod kind;
mod outcome;
mod round;

use crate::question::Quoted;
use corpus::Corpus;
use fastrand::Rng;
use model::{Finding, Report};

/// What can be asked of findings.
pub struct Topic {
    /// Its name in the ids of cards.
    pub name: &'static str,
    /// The question.
    pub prompt: &'static str,
    /// Whether a finding may be asked. It has to have one right answer, which its words do not give away. `words` are those
    /// that are shown with the question, folded.
    pub can_be_asked: fn(&Corpus, &Report, &Finding, words: &str) -> bool,
    /// The choices; `None` if there are fewer than two.
    pub choices: fn(&Corpus, &Report, &Finding, &mut Rng) -> Option<Choices>,
}

/// The choices of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What has to be known to answer, as a line under the question: "Area: Investigating crime". May be empty.
    pub context: String,
    /// The choices, in the order shown.
    pub texts: Vec<String>,
    /// The right one, counted from 0.
    pub right: usize,
    /// The right answer as a sentence.
    pub statement: String,
    /// The words that say so, if they are not those of the finding.
    pub said: Option<Quoted>,
}

/// Every topic.
pub const TOPICS: [Topic; 4] = [kind::TOPIC, grade::TOPIC, round::TOPIC, outcome::TOPIC];

/// How many choices a question has, unless it has all grades of a scale.
pub const CHOICE_COUNT: usize = 4;

/// The choices for the answer at index `right` of `all`, with wrong ones by chance of those at the indices `wrong`: as many
/// as fit, in the order of `all`, and where the right one is among them. `None` if there is nothing to choose from.
fn choose_from(all: &[&str], right: usize, mut wrong: Vec<usize>, random: &mut Rng) -> Option<(Vec<String>, usize)> {
    random.shuffle(&mut wrong);
    wrong.truncate(CHOICE_COUNT - 1);
    let mut texts = Vec::new();
    let mut at = 0;
    for (n, text) in all.iter().enumerate() {
        if n == right {
            at = texts.len();
        }
        if n == right || wrong.contains(&n) {
            texts.push((*text).to_string());
        }
    }
    (texts.len() > 1).then_some((texts, at))
}
