//! A session of ten questions or flash cards.

use crate::deck::Deck;
use crate::question::Question;
use crate::record::{flag_text, read_record, write_record, write_texts};
use crate::schedule::Memory;
use corpus::Corpus;
use fastrand::Rng;

/// How many cards a session has.
pub const SESSION_LENGTH: usize = 10;

/// What is remembered of each card that was answered, with its id. Each card is there once.
pub type Memories = Vec<(String, Memory)>;

/// A session: its cards, and what was answered. Everything else follows from it and the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Determines the wrong choices.
    seed: u64,
    /// Whether it has flash cards, which the reader judges, and not questions.
    pub is_flash_cards: bool,
    cards: Vec<String>,
    /// The choices that were made, counted from 0. For a flash card, 0 is “known”.
    answers: Vec<usize>,
    /// The card that is shown, counted from 0; the number of cards at the end.
    position: usize,
    /// Whether the answer of a flash card is shown, before the reader judges.
    pub is_revealed: bool,
}

/// What is to be shown of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The number of the card, counted from 1.
    pub number: usize,
    /// How many cards there are.
    pub count: usize,
    /// The question.
    pub question: Question,
    /// What was chosen; `None` before the answer.
    pub chosen: Option<usize>,
    /// Whether the answer of a flash card is shown.
    pub is_revealed: bool,
}

impl Session {
    /// A session: first what was missed, then what is due, the longest due first, then cards that were never asked. `None`
    /// if there are no cards.
    pub fn new(
        deck: &Deck,
        corpus: &Corpus,
        memories: &Memories,
        is_flash_cards: bool,
        now: u64,
        seed: u64,
    ) -> Option<Session> {
        // Data may have changed since: what cannot be asked any more is left out.
        let can_ask = |card: &String| deck.question(corpus, card, seed, is_flash_cards).is_some();
        let mut cards: Vec<String> = Vec::new();
        while cards.len() < SESSION_LENGTH {
            let due = memories.iter().filter(|(card, memory)| memory.is_due(now) && !cards.contains(card));
            let due = due.filter(|(card, _)| (!is_flash_cards || Deck::is_short_form(card)) && can_ask(card));
            let Some((next, _)) = due.min_by_key(|(_, memory)| (!memory.is_missed, memory.due)) else { break };
            cards.push(next.clone());
        }
        let mut random = Rng::with_seed(seed);
        // Where most cards are known already, chance may not find another one: then cards come that are not due.
        for attempt in 0..SESSION_LENGTH * 20 {
            let Some(card) = deck.draw(is_flash_cards, &mut random).filter(|_| cards.len() < SESSION_LENGTH) else {
                break;
            };
            let is_new = attempt > SESSION_LENGTH * 10 || !memories.iter().any(|(known, _)| *known == card);
            if is_new && !cards.contains(&card) && can_ask(&card) {
                cards.push(card);
            }
        }
        let session = Session { seed, is_flash_cards, cards, answers: Vec::new(), position: 0, is_revealed: false };
        (!session.cards.is_empty()).then_some(session)
    }

    /// The session as a text, to be kept for as long as the tab is open.
    pub fn to_text(&self) -> String {
        let (seed, position) = (self.seed.to_string(), self.position.to_string());
        let mut answers = Vec::new();
        for answer in &self.answers {
            answers.push(answer.to_string());
        }
        let (cards, answers) = (write_texts(&self.cards), write_texts(&answers));
        let (is_flash_cards, is_revealed) = (flag_text(self.is_flash_cards), flag_text(self.is_revealed));
        write_record(&[&seed, is_flash_cards, is_revealed, &position, &cards, &answers])
    }

    /// A session from its text; `None` if it is none, or if its parts do not fit together.
    pub fn from_text(text: &str) -> Option<Session> {
        let mut fields = read_record(text)?;
        let mut session = Session {
            seed: fields.number()?,
            is_flash_cards: fields.flag()?,
            is_revealed: fields.flag()?,
            position: fields.number()? as usize,
            cards: read_record(&fields.text()?)?.rest().collect(),
            answers: Vec::new(),
        };
        for answer in read_record(&fields.text()?)?.rest() {
            session.answers.push(answer.parse().ok()?);
        }
        Some(session).filter(Session::is_whole)
    }

    /// Whether its parts fit together: what is read from a storage may be anything.
    fn is_whole(&self) -> bool {
        let (answered, at) = (self.answers.len(), self.position);
        let has_cards = (1..=SESSION_LENGTH).contains(&self.cards.len());
        has_cards && at <= answered && answered <= (at + 1).min(self.cards.len())
    }

    /// Leaves out the cards that the data do not have any more. `None` if nothing is left.
    pub fn fitted_to(mut self, deck: &Deck, corpus: &Corpus) -> Option<Session> {
        let (seed, is_flash_cards) = (self.seed, self.is_flash_cards);
        let is_there = |card: &String| deck.question(corpus, card, seed, is_flash_cards).is_some();
        if self.cards.iter().all(is_there) {
            return Some(self);
        }
        // Only what is still to be asked: what was answered is in the schedule.
        self.cards = self.cards.split_off(self.position.min(self.cards.len()));
        self.cards.retain(is_there);
        (self.answers, self.position, self.is_revealed) = (Vec::new(), 0, false);
        (!self.cards.is_empty()).then_some(self)
    }

    /// The card that is shown; `None` at the end.
    pub fn turn(&self, deck: &Deck, corpus: &Corpus) -> Option<Turn> {
        Some(Turn {
            number: self.position + 1,
            count: self.cards.len(),
            question: self.question(self.position, deck, corpus)?,
            chosen: self.answers.get(self.position).copied(),
            is_revealed: self.is_revealed,
        })
    }

    fn question(&self, n: usize, deck: &Deck, corpus: &Corpus) -> Option<Question> {
        deck.question(corpus, self.cards.get(n)?, self.seed, self.is_flash_cards)
    }

    /// Answers the card that is shown. Returns its id and whether the answer is right; `None` if there is nothing to answer,
    /// or no such choice.
    pub fn answer(&mut self, choice: usize, deck: &Deck, corpus: &Corpus) -> Option<(String, bool)> {
        let turn = self.turn(deck, corpus).filter(|turn| turn.chosen.is_none())?;
        let count = if self.is_flash_cards { 2 } else { turn.question.choices.len() };
        if choice >= count {
            return None;
        }
        self.answers.push(choice);
        Some((turn.question.card, choice == turn.question.right))
    }

    /// Goes on to the next card, if this one was answered.
    pub fn go_on(&mut self) {
        if self.answers.len() > self.position {
            self.position += 1;
            self.is_revealed = false;
        }
    }

    /// Whether all cards were answered and left.
    pub fn is_finished(&self) -> bool {
        self.position >= self.cards.len()
    }

    /// The questions that were not answered rightly, in their order.
    pub fn missed(&self, deck: &Deck, corpus: &Corpus) -> Vec<Question> {
        let questions = (0..self.answers.len()).map(|n| (n, self.question(n, deck, corpus)));
        questions.filter_map(|(n, question)| question.filter(|question| question.right != self.answers[n])).collect()
    }
}
