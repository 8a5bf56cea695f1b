//! Years in a sentence, compared with the year of the report's cycle.

use crate::facts::references::sentence_words::SentenceWords;

impl<'s> SentenceWords<'s> {
    /// Whether the word at a place is a year before the report's own.
    pub fn is_earlier_year(&self, index: usize) -> bool {
        self.year_at(index).is_some_and(|year| year < self.cycle_year)
    }

    /// Whether the word at a place is a year up to and including the report's own.
    pub fn is_year_up_to_cycle(&self, index: usize) -> bool {
        self.year_at(index).is_some_and(|year| year <= self.cycle_year)
    }

    /// The places of the years that the sentence names, each once, except those that date a figure.
    pub fn named_years(&self) -> impl Iterator<Item = usize> {
        let is_named = |place: &usize| self.year_at(*place).is_some() && !self.is_in_period(*place);
        let is_first = |place: &usize| !(0..*place).any(|other| self.printed_year(other) == self.printed_year(*place));
        self.places().filter(is_named).filter(is_first)
    }

    /// Whether the word at a place is the year of the report's own cycle.
    pub fn is_year_of_cycle(&self, index: usize) -> bool {
        self.year_at(index) == Some(self.cycle_year)
    }

    /// Whether the year at a place dates a figure: "12 months to 31 March 2015", "year ending June 2014".
    pub fn is_in_period(&self, index: usize) -> bool {
        const PERIODS: &str = "months ending quarter financial";
        let is_day = |place: usize| {
            let day = self.word_at(place);
            day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit()) && !day.is_empty()
        };
        let has_day = index >= 2 && is_day(index - 2);
        has_day || self.contains_any_in(index.saturating_sub(7)..index, PERIODS)
    }

    /// Whether the word at a place is a year.
    pub fn is_year(&self, index: usize) -> bool {
        self.year_at(index).is_some()
    }

    /// The year at a place; up to two digits of a footnote marker may follow it.
    fn year_at(&self, index: usize) -> Option<u16> {
        let digits = self.word_at(index);
        let is_long = (4..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.get(..4).filter(|_| is_long)?.parse().ok().filter(|year| (1990..2100).contains(year))
    }

    /// The year at a place as printed: "2015", "2018/19". Empty past the end of the sentence.
    pub fn printed_year(&self, index: usize) -> &'s str {
        let Some(range) = self.byte_range(index) else { return "" };
        let start = range.start;
        let second = self.sentence[range.end..].strip_prefix('/').unwrap_or_default();
        let is_double = second.bytes().take_while(u8::is_ascii_digit).count() == 2;
        let len = if is_double { 7 } else { 4 };
        self.sentence.get(start..start + len).unwrap_or_default()
    }

    /// The preposition that governs the year: "in" for "in 2015", "since" for "since March 2014", "in" for "in both
    /// 2014 and 2015".
    pub fn preposition_of_year(&self, year: usize) -> Option<&str> {
        const BETWEEN: &str = "january february march april may june july august september october november december \
            spring summer autumn winter early late both and earlier again";
        let is_between = |place: &usize| self.is_one_of(*place, BETWEEN) || self.is_year_up_to_cycle(*place);
        let before = (year.saturating_sub(4)..year).rev().find(|place| !is_between(place))?;
        self.is_one_of(before, "in since from during of until").then(|| self.word_at(before))
    }
}
