//! When a card comes again: by FSRS, the Free Spaced Repetition Scheduler, with its default weights.

use chrono::{DateTime, Utc};
use rs_fsrs::{Card, FSRS, Parameters, Rating, Seed, State};
use serde::{Deserialize, Serialize};

/// What is remembered of a card. Numbers are integers, because reading others would make the program larger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// How long it is expected to be remembered, in thousandths of a day.
    stability: u64,
    /// How difficult it is, from 1,000 to 10,000.
    difficulty: u64,
    /// When it comes again, in milliseconds since 1970.
    pub due: u64,
    /// When it was last answered, in milliseconds since 1970.
    answered: u64,
    /// How often it was answered.
    count: u32,
    /// Whether the last answer was wrong. It then comes again in the next session, whenever that is.
    pub is_missed: bool,
}

/// The most days until a card comes again.
const MAX_DAYS: i32 = 365;

impl Memory {
    /// What is remembered of a card after an answer. `now` is in milliseconds since 1970.
    pub fn after(before: Option<&Memory>, is_right: bool, now: u64) -> Memory {
        // A clock that was set back makes no time pass.
        let now = now.max(before.map_or(0, |memory| memory.answered));
        let parameters = Parameters {
            enable_short_term: false,
            enable_fuzz: false,
            maximum_interval: MAX_DAYS,
            seed: Seed::Empty,
            ..Parameters::default()
        };
        let rating = if is_right { Rating::Good } else { Rating::Again };
        let card = FSRS::new(parameters).next(before.map(Memory::card).unwrap_or_default(), time(now), rating).card;
        Memory {
            stability: thousandths(card.stability),
            difficulty: thousandths(card.difficulty),
            due: card.due.timestamp_millis().max(0) as u64,
            answered: now,
            count: before.map_or(0, |memory| memory.count).saturating_add(1),
            is_missed: !is_right,
        }
    }

    /// Whether the card comes again now.
    pub fn is_due(&self, now: u64) -> bool {
        self.is_missed || self.due <= now
    }

    fn card(&self) -> Card {
        Card {
            due: time(self.due),
            // What was saved may be anything: numbers out of range would give no date.
            stability: (self.stability.clamp(1, 100_000_000) as f64) / 1000.0,
            difficulty: (self.difficulty.clamp(1000, 10_000) as f64) / 1000.0,
            reps: i32::try_from(self.count).unwrap_or(i32::MAX - 1).min(i32::MAX - 1),
            state: State::Review,
            last_review: time(self.answered),
            ..Card::default()
        }
    }
}

fn time(milliseconds: u64) -> DateTime<Utc> {
    let milliseconds = i64::try_from(milliseconds).unwrap_or(i64::MAX);
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

fn thousandths(number: f64) -> u64 {
    (number * 1000.0).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 60 * 60 * 1000;
    const NOW: u64 = 1_790_000_000_000;

    #[test]
    fn what_was_missed_comes_again_at_once_and_what_was_known_after_growing_times() {
        let missed = Memory::after(None, false, NOW);
        assert!(missed.is_missed && missed.is_due(NOW));
        let mut memory = Memory::after(Some(&missed), true, NOW + 1000);
        let mut last = 0;
        for _ in 0..4 {
            assert!(!memory.is_due(memory.answered));
            let days = (memory.due - memory.answered) / DAY;
            assert!(days > last && days <= MAX_DAYS as u64, "{days} days after {last}");
            last = days;
            memory = Memory::after(Some(&memory), true, memory.due);
        }
    }

    #[test]
    fn a_missed_card_comes_again_sooner_than_before() {
        let known = Memory::after(Some(&Memory::after(None, true, NOW)), true, NOW + 4 * DAY);
        let forgotten = Memory::after(Some(&known), false, known.due);
        assert!(forgotten.due - forgotten.answered < known.due - known.answered);
    }

    #[test]
    fn no_clock_and_no_saved_number_is_too_much() {
        let memory = Memory::after(Some(&Memory::after(None, true, NOW)), true, 5);
        assert!(memory.due >= NOW);
        let wild = Memory { stability: u64::MAX, answered: u64::MAX, due: u64::MAX, ..memory };
        Memory::after(Some(&wild), true, u64::MAX);
        Memory::after(Some(&Memory::default()), false, 0);
    }
}
