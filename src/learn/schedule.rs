//! When a card comes again: by FSRS, the Free Spaced Repetition Scheduler, with its default weights.
//!
//! The formulas are those of the crate `rs-fsrs`. Its own scheduler is not used, because it would make the program 10 kB
//! larger: it takes dates of another crate, and writes numbers with decimals as text. A test compares the results.

use crate::record::{flag_text, read_record, write_record};
use rs_fsrs::{Parameters, Rating, Seed};

/// What is remembered of a card. Numbers are integers, because reading others would make the program larger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// How long it is expected to be remembered, in thousandths of a day.
    stability: u64,
    /// How difficult it is, from 1,000 to 10,000.
    difficulty: u64,
    /// When it comes again, in milliseconds since 1970.
    pub due: u64,
    /// When it was last answered, in milliseconds since 1970.
    answered: u64,
    /// Whether the last answer was wrong. It then comes again in the next session, whenever that is.
    pub is_missed: bool,
}

/// The most days until a card comes again.
const MAX_DAYS: i32 = 365;

/// A day in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1000;

impl Memory {
    /// What is remembered of a card after an answer. `now` is in milliseconds since 1970.
    pub fn after(before: Option<&Memory>, is_right: bool, now: u64) -> Memory {
        let parameters = Parameters {
            enable_short_term: false,
            enable_fuzz: false,
            maximum_interval: MAX_DAYS,
            seed: Seed::Empty,
            ..Parameters::default()
        };
        let rating = if is_right { Rating::Good } else { Rating::Again };
        // A clock that was set back makes no time pass.
        let now = now.max(before.map_or(0, |memory| memory.answered));
        let (stability, difficulty) = match before {
            None => (parameters.init_stability(rating), parameters.init_difficulty(rating)),
            Some(memory) => memory.numbers_after(&parameters, rating, now),
        };
        // A day at least, and a year at most.
        let days = parameters.next_interval(stability, 0) as u64;
        Memory {
            stability: thousandths(stability),
            difficulty: thousandths(difficulty),
            due: now.saturating_add(days * DAY),
            answered: now,
            is_missed: !is_right,
        }
    }

    /// Its stability and difficulty after another answer.
    fn numbers_after(&self, parameters: &Parameters, rating: Rating, now: u64) -> (f64, f64) {
        // What was saved may be anything.
        let stability = self.stability.clamp(1, 100_000_000) as f64 / 1000.0;
        let difficulty = self.difficulty.clamp(1000, 10_000) as f64 / 1000.0;
        let elapsed = (now.saturating_sub(self.answered) / DAY) as f64;
        let chance = Parameters::forgetting_curve(elapsed, stability);
        let next = if rating == Rating::Again {
            parameters.next_forget_stability(difficulty, stability, chance).min(stability)
        } else {
            parameters.next_recall_stability(difficulty, stability, chance, rating)
        };
        (next, parameters.next_difficulty(difficulty, rating))
    }

    /// Whether the card comes again now.
    pub fn is_due(&self, now: u64) -> bool {
        self.is_missed || self.due <= now
    }

    /// The memory as a record.
    pub fn to_text(&self) -> String {
        let (stability, difficulty) = (self.stability.to_string(), self.difficulty.to_string());
        let (due, answered) = (self.due.to_string(), self.answered.to_string());
        write_record(&[&stability, &difficulty, &due, &answered, flag_text(self.is_missed)])
    }

    /// A memory from its record; `None` if it is none.
    pub fn from_text(text: &str) -> Option<Memory> {
        let mut fields = read_record(text)?;
        Some(Memory {
            stability: fields.number()?,
            difficulty: fields.number()?,
            due: fields.number()?,
            answered: fields.number()?,
            is_missed: fields.flag()?,
        })
    }
}

fn thousandths(number: f64) -> u64 {
    (number * 1000.0).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_numbers_are_those_of_the_scheduler_of_the_crate() {
        let parameters = Parameters { enable_short_term: false, maximum_interval: MAX_DAYS, ..Parameters::default() };
        let scheduler = rs_fsrs::FSRS::new(parameters);
        let time = |milliseconds: u64| chrono::DateTime::from_timestamp_millis(milliseconds as i64).expect("a time");
        let (mut card, mut memory, mut now) = (rs_fsrs::Card::default(), None, NOW);
        for (is_right, days) in [(true, 3), (true, 12), (false, 1), (true, 2), (true, 9), (false, 40), (true, 5)] {
            let rating = if is_right { Rating::Good } else { Rating::Again };
            card = scheduler.next(card, time(now), rating).card;
            let after = Memory::after(memory.as_ref(), is_right, now);
            assert!(
                after.stability.abs_diff(thousandths(card.stability)) <= 1 + after.stability / 500,
                "{after:?} {card:?}"
            );
            assert!(after.difficulty.abs_diff(thousandths(card.difficulty)) <= 2, "{after:?} {card:?}");
            let interval = (after.due - now) / DAY;
            assert!(!is_right || interval.abs_diff(card.scheduled_days as u64) <= 1, "{interval} days, {card:?}");
            memory = Some(after);
            now += days * DAY;
        }
    }

    #[test]
    fn a_memory_is_read_back() {
        let memory = Memory::after(None, false, NOW);
        assert_eq!(Memory::from_text(&memory.to_text()), Some(memory));
        assert_eq!(Memory::from_text("[\"1\",\"-2\"]"), None);
    }
}
