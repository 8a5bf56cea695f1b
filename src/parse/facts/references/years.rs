//! Years in a sentence, as against the year of the report.

use crate::facts::references::words::Words;

impl<'s> Words<'s> {
    /// A year before the report's own.
    pub fn is_earlier_year(&self, place: usize) -> bool {
        self.year(place).is_some_and(|year| year < self.cycle)
    }

    /// A year up to the report's own.
    pub fn is_year(&self, place: usize) -> bool {
        self.year(place).is_some_and(|year| year <= self.cycle)
    }

    /// The year that a word is, perhaps with a footnote mark.
    fn year(&self, place: usize) -> Option<u16> {
        let digits = self.at(place);
        let is_long = (4..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.get(..4).filter(|_| is_long)?.parse().ok().filter(|year| (1990..2100).contains(year))
    }

    /// The year as printed: "2015", "2018/19".
    pub fn printed_year(&self, place: usize) -> &'s str {
        let Some(range) = self.range(place) else { return "" };
        let start = range.start;
        let second = self.sentence[range.end..].strip_prefix('/').unwrap_or_default();
        let is_double = second.bytes().take_while(u8::is_ascii_digit).count() == 2;
        let len = if is_double { 7 } else { 4 };
        self.sentence.get(start..start + len).unwrap_or_default()
    }

    /// The word that sets something in this year: "in" of "in 2015", "since" of "since March 2014", "in" of "in both
    /// 2014 and 2015".
    pub fn when(&self, year: usize) -> Option<&str> {
        const BETWEEN: &str = "january february march april may june july august september october november december \
            spring summer autumn winter early late both and earlier again";
        let is_between = |place: &usize| self.is(*place, BETWEEN) || self.is_year(*place);
        let before = (year.saturating_sub(4)..year).rev().find(|place| !is_between(place))?;
        self.is(before, "in since from during of until").then(|| self.at(before))
    }
}
