//! Dates, only as precise as the text that gives them.

use serde::{Deserialize, Serialize};
use std::fmt;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a word is the English name of a month, capitalised: "March".
pub fn is_month_name(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// A year, a month or a day. Sorts by what is known: a bare year comes before its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A date or an interval of dates. Serialised in the Extended Date/Time Format: `2017`, `2018-03`, `2016-09/2016-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateSpan {
    start: Date,
    end: Option<Date>,
}

impl Date {
    /// A year with its month and day, where known; `None` if there is no such date.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Date> {
        let is_valid = match (month, day) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(m), None) => (1..=12).contains(&m),
            (Some(m), Some(d)) => (1..=12).contains(&m) && (1..=days_in_month(year, m)).contains(&d),
        };
        (is_valid && (1000..=9999).contains(&year)).then_some(Date { year, month, day })
    }

    /// Reads `2017`, `2017-03` or `2017-03-22`.
    pub fn from_edtf(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let mut two_digits = || match parts.next() {
            None => Some(None),
            Some(p) if p.len() == 2 => p.parse().ok().map(Some),
            Some(_) => None,
        };
        let (month, day) = (two_digits()?, two_digits()?);
        parts.next().is_none().then(|| Date::new(year, month, day))?
    }

    /// Reads `3 September 2014`, `March 2018` or `2016` as printed.
    pub fn from_printed(text: &str) -> Option<Date> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let month = |word: &str| MONTHS.iter().position(|m| *m == word).map(|i| i as u8 + 1);
        match words.as_slice() {
            [year] => Date::new(year.parse().ok()?, None, None),
            [m, year] => Date::new(year.parse().ok()?, Some(month(m)?), None),
            [d, m, year] => Date::new(year.parse().ok()?, Some(month(m)?), Some(d.parse().ok()?)),
            _ => None,
        }
    }

    /// The date without its day; `None` for a bare year.
    pub fn to_month(self) -> Option<Date> {
        Date::new(self.year, Some(self.month?), None)
    }

    /// The date a number of months later, to the same precision; `None` for a bare year, whose month is unknown.
    ///
    /// A day that the later month does not have becomes its last day.
    pub fn months_later(self, months: u16) -> Option<Date> {
        let month_index = u16::from(self.month?) - 1 + months;
        let (year, month) = (self.year + month_index / 12, (month_index % 12) as u8 + 1);
        let day = self.day.map(|d| d.min(days_in_month(year, month)));
        Date::new(year, Some(month), day)
    }

    /// The date a number of days later; `None` if the day is not known.
    pub fn days_later(self, days: u16) -> Option<Date> {
        let (mut year, mut month, mut day) = (self.year, self.month?, u16::from(self.day?) + days);
        while day > u16::from(days_in_month(year, month)) {
            day -= u16::from(days_in_month(year, month));
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        Date::new(year, Some(month), Some(day as u8))
    }

    /// Whether the day is known.
    pub fn has_day(self) -> bool {
        self.day.is_some()
    }

    /// The calendar year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The date as a fractional year, for a time axis: the middle of what is known, so 2017.5 for `2017`.
    pub fn as_year_fraction(self) -> f64 {
        let month = self.month.map_or(6.0, |m| f64::from(m) - 1.0 + self.day.map_or(0.5, |d| f64::from(d) / 31.0));
        f64::from(self.year) + month / 12.0
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |m| write!(f, "-{m:02}"))?;
        self.day.map_or(Ok(()), |d| write!(f, "-{d:02}"))
    }
}

impl DateSpan {
    /// A single date.
    pub fn single(date: Date) -> DateSpan {
        DateSpan { start: date, end: None }
    }

    /// From one date to another, both included.
    pub fn between(start: Date, end: Date) -> DateSpan {
        DateSpan { start, end: Some(end) }
    }

    /// The date, or the start of the interval.
    pub fn start(self) -> Date {
        self.start
    }

    /// The date in words: "March 2018", "September 2016 to December 2016".
    pub fn in_words(self) -> String {
        match self.end {
            None => date_in_words(self.start),
            Some(end) => format!("{} to {}", date_in_words(self.start), date_in_words(end)),
        }
    }

    /// The start in words, without its day: "March 2018", or "2018" for a bare year.
    pub fn month_in_words(self) -> String {
        date_in_words(Date { day: None, ..self.start })
    }

    /// The start without its day and with the month in three letters, for narrow columns: "Mar 2018".
    pub fn short_month(self) -> String {
        let Date { year, month, .. } = self.start;
        month.map_or(year.to_string(), |m| format!("{} {year}", &MONTHS[usize::from(m) - 1][..3]))
    }
}

fn date_in_words(Date { year, month, day }: Date) -> String {
    let month = month.map(|m| MONTHS[usize::from(m) - 1]);
    match (day, month) {
        (Some(d), Some(m)) => format!("{d} {m} {year}"),
        (_, Some(m)) => format!("{m} {year}"),
        _ => year.to_string(),
    }
}

impl From<DateSpan> for String {
    fn from(when: DateSpan) -> String {
        match when.end {
            None => when.start.to_string(),
            Some(end) => format!("{}/{end}", when.start),
        }
    }
}

impl TryFrom<String> for DateSpan {
    type Error = String;

    fn try_from(text: String) -> Result<DateSpan, String> {
        let unreadable = || format!("'{text}' is not a date such as 2017, 2018-03, 2014-09-03 or 2016-09/2016-12");
        let (start, end) = match text.split_once('/') {
            None => (text.as_str(), None),
            Some((start, end)) => (start, Some(Date::from_edtf(end).ok_or_else(unreadable)?)),
        };
        Ok(DateSpan { start: Date::from_edtf(start).ok_or_else(unreadable)?, end })
    }
}
