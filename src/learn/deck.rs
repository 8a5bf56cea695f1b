//! Every card that can be asked, and the questions made from them.

use crate::definitions::{definition_of, glossary_entry};
use crate::question::{Answer, Question, Quoted};
use crate::short_forms::{ShortForm, short_forms};
use crate::topics::{TOPICS, Topic};
use corpus::Corpus;
use explore::export::{Origin, quoted_finding};
use explore::pages::Link;
use explore::pages::finding::{finding_citation, text_for_lists};
use explore::state::{State, View};
use fastrand::Rng;
use model::folding::fold_phrase;
use model::{Finding, FindingKey, Report};

/// The name of the topic of short forms in the ids of cards.
const SHORT_FORM: &str = "short-form";

/// How many digests of words are told apart: far more than there are findings.
const SLOTS: usize = 1 << 20;

/// The cards of a corpus. A card is one topic of one finding, or one short form; its id stays the same when the data grow.
#[derive(Debug, Default)]
pub struct Deck {
    /// The keys of the findings that each topic can ask, in the order of [`TOPICS`].
    findings: Vec<Vec<FindingKey>>,
    short_forms: Vec<ShortForm>,
}

impl Deck {
    /// The cards of a corpus. A finding whose words are also printed elsewhere is not asked: they would have two answers.
    /// Neither is one that the reader has opened.
    pub fn new(corpus: &Corpus) -> Deck {
        let folded = |finding: &Finding| fold_phrase(&text_for_lists(finding));
        // How many findings have words with a digest. Other words may have the same one: then they are not asked, which does
        // no harm.
        let mut counts = vec![0_u8; SLOTS];
        let slot = |words: &str| digest(words) as usize % SLOTS;
        for (_, finding) in corpus.findings() {
            let count = &mut counts[slot(&folded(finding))];
            *count = count.saturating_add(1);
        }
        let mut findings: Vec<Vec<FindingKey>> = TOPICS.iter().map(|_| Vec::new()).collect();
        for (report, finding) in corpus.findings().filter(|(report, _)| !report.id.is_opened()) {
            let words = folded(finding);
            if counts[slot(&words)] > 1 {
                continue;
            }
            for (topic, keys) in TOPICS.iter().zip(&mut findings) {
                if (topic.can_be_asked)(corpus, report, finding, &words) {
                    keys.push(finding.key.clone());
                }
            }
        }
        Deck { findings, short_forms: short_forms(corpus) }
    }

    /// The ids of all cards.
    pub fn all_cards(&self) -> impl Iterator<Item = String> + '_ {
        let of_topic = |(topic, keys): (&'static Topic, &'_ Vec<FindingKey>)| {
            keys.iter().map(|key| format!("{} {key}", topic.name)).collect::<Vec<_>>()
        };
        TOPICS.iter().zip(&self.findings).flat_map(of_topic).chain(self.short_form_cards())
    }

    fn short_form_cards(&self) -> impl Iterator<Item = String> + '_ {
        self.short_forms.iter().map(|form| format!("{SHORT_FORM} {}", form.id()))
    }

    /// A card by chance: of each topic as often as of any other. If `is_flash_card`, of short forms only. `None` if there
    /// are none.
    pub fn draw(&self, is_flash_card: bool, random: &mut Rng) -> Option<String> {
        let topics = if is_flash_card { 0 } else { self.findings.len() };
        let first = random.usize(0..=topics);
        // If a topic has no card, the next one is taken.
        (0..=topics).map(|n| (first + n) % (topics + 1)).find_map(|n| match self.findings.get(n) {
            Some(keys) if n < topics => Some(format!("{} {}", TOPICS[n].name, random.choice(keys)?)),
            _ => Some(format!("{SHORT_FORM} {}", random.choice(&self.short_forms)?.id())),
        })
    }

    /// Whether a card is a short form, and can be a flash card.
    pub fn is_short_form(card: &str) -> bool {
        card.split_once(' ').is_some_and(|(topic, _)| topic == SHORT_FORM)
    }

    /// The question of a card. `seed` determines the wrong choices. `None` if the data have no such card any more.
    pub fn question(&self, corpus: &Corpus, card: &str, seed: u64, is_flash_card: bool) -> Option<Question> {
        let (topic, name) = card.split_once(' ')?;
        let mut random = Rng::with_seed(seed ^ digest(card));
        if topic == SHORT_FORM {
            let form = self.short_forms.iter().find(|form| form.id() == name)?;
            return self.short_form_question(corpus, form, card, is_flash_card, &mut random);
        }
        let n = TOPICS.iter().position(|row| row.name == topic)?;
        let key = FindingKey::new(name);
        self.findings[n].iter().find(|other| **other == key)?;
        let (report, finding) = corpus.finding(&key)?;
        let choices = (TOPICS[n].choices)(corpus, report, finding, &mut random)?;
        Some(Question {
            card: card.to_string(),
            prompt: TOPICS[n].prompt.to_string(),
            context: choices.context,
            words: text_for_lists(finding),
            is_quotation: true,
            choices: choices.texts,
            right: choices.right,
            answer: finding_answer(corpus, report, finding, choices.statement, choices.said),
        })
    }

    fn short_form_question(
        &self,
        corpus: &Corpus,
        form: &ShortForm,
        card: &str,
        is_flash_card: bool,
        random: &mut Rng,
    ) -> Option<Question> {
        let choices = if is_flash_card { None } else { Some(form.choices(&self.short_forms, random)?) };
        let (texts, right) = choices.map_or((Vec::new(), 0), |choices| (choices.texts, choices.right));
        Some(Question {
            card: card.to_string(),
            prompt: "What does this stand for?".to_string(),
            context: String::new(),
            words: form.short.clone(),
            is_quotation: false,
            choices: texts,
            right,
            answer: Answer {
                statement: form.statement(),
                source: String::new(),
                passage: form.place(corpus)?,
                page: None,
                caveats: Vec::new(),
                explanation: definition_of(corpus, &form.short),
                glossary: glossary_entry(&form.short),
            },
        })
    }
}

fn finding_answer(
    corpus: &Corpus,
    report: &Report,
    finding: &Finding,
    statement: String,
    said: Option<Quoted>,
) -> Answer {
    let quoted = quoted_finding(corpus, report, finding, &Origin::default());
    Answer {
        statement,
        source: quoted.source,
        passage: Link { text: "Its place in the report".to_string(), ..finding_citation(report, finding) },
        page: Some(Link::to(&State::for_view(View::Finding(finding.key.clone())), "The page of this finding")),
        caveats: quoted.caveats,
        explanation: said,
        glossary: glossary_entry(finding.kind.name()),
    }
}

/// A number that a text gives, always the same: its hash by FNV-1a.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
