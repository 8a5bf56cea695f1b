//! Of which time a number is: that of its own sentence, or of the sentence before.

mod date;
mod period;
mod reference;

pub use date::{date, year};
pub use period::Period;
pub use reference::refers_back;

use crate::facts::measures::amount::Amount;
use crate::facts::measures::line::Line;
use reference::{counts_on, is_change, names_same};
use std::ops::Range;

/// A time as printed, and what it is held against: "compared with the 12 months to June 2010".
#[derive(Clone)]
struct Named {
    main: String,
    base: Option<String>,
}

/// The times that sentences have named so far, as far as later ones can mean them.
#[derive(Default)]
pub struct Times {
    last: Option<Named>,
    /// How many paragraphs ago.
    age: usize,
    /// Whether the sentence before was of that time.
    is_of_last: bool,
    /// Whether a sentence without numbers came between.
    is_interrupted: bool,
    /// The time of this sentence if it names none itself.
    meant: Option<Named>,
}

impl Times {
    /// Goes on to the next paragraph.
    pub fn next_paragraph(&mut self) {
        (self.is_of_last, self.is_interrupted) = (false, false);
        self.age += 1;
        if self.age > 1 {
            self.last = None;
        }
    }

    /// Goes on to the next sentence; `counts` says whether it has numbers of its own.
    pub fn next_sentence(&mut self, line: &Line, counts: bool) {
        if !counts && line.periods.is_empty() {
            self.is_interrupted = true;
            return;
        }
        let is_next = !std::mem::take(&mut self.is_interrupted);
        let own = line.periods.iter().rev().find(|period| period.is_dated && !period.is_base);
        let loose = || line.periods.iter().find(|period| !period.is_base);
        let is_same = names_same(line.text);
        let leans = self.is_of_last && (counts_on(line) || (is_next && refers_back(line.text)));
        let means_last = own.is_none() && (is_same || leans);
        let base = |named: &Named| named.base.clone().filter(|_| is_same);
        self.meant = self.last.as_ref().filter(|_| means_last).map(|last| Named { base: base(last), ..last.clone() });
        self.is_of_last = means_last;
        if let (Some(period), false) = (own.or_else(loose), means_last) {
            self.last = Some(Named { main: line.text[period.bytes.clone()].to_string(), base: printed_base(line) });
            self.age = 0;
            self.is_of_last = true;
        }
    }

    /// The time of an amount, with what that time is held against if the number is a change.
    ///
    /// `measured` are the amounts of the sentence that are no comparators, and `clause` is where this one's words are.
    pub fn of(&self, line: &Line, clause: &Range<usize>, amount: &Amount, measured: &[&Amount]) -> Option<String> {
        let (main, inherited) = match own(line, clause, amount, measured) {
            Some(own) => (line.text[own.bytes.clone()].to_string(), None),
            None => self.meant.clone().map(|named| (named.main, named.base))?,
        };
        let base = printed_base(line).or(inherited).filter(|_| is_change(&line.text[clause.clone()]));
        Some(base.map_or(main.clone(), |base| format!("{main} {base}")))
    }
}

/// The time of an amount that its own sentence names: right behind it, in its clause, or before it.
fn own<'l>(line: &'l Line, clause: &Range<usize>, amount: &Amount, measured: &[&Amount]) -> Option<&'l Period> {
    let is_behind = |period: &Period, amount: &Amount| {
        let between = line.words.get(amount.words.end..period.words.start);
        between.is_some_and(|words| words.len() <= 2 && words.iter().all(|w| w.is("in during at for the")))
    };
    // "from 32 percent in 2019 to 41 percent in 2021": each time is of the number right before it.
    let is_free = |period: &&Period| {
        let mut others = measured.iter().filter(|other| other.words.start != amount.words.start);
        !period.is_base && !others.any(|other| is_behind(period, other))
    };
    let periods: Vec<&Period> = line.periods.iter().filter(is_free).collect();
    let mut behind = periods.iter().filter(|period| is_behind(period, amount));
    let in_clause = |period: &&&Period| clause.contains(&period.bytes.start);
    let is_ahead = |period: &&&Period| period.bytes.end <= amount.value.start;
    let found = behind.next().or_else(|| {
        [(true, true), (true, false), (false, true), (false, false)].iter().find_map(|(inside, is_dated)| {
            let mut right = periods.iter().filter(|period| period.is_dated == *is_dated);
            match inside {
                true => right.clone().filter(in_clause).rfind(is_ahead).or_else(|| right.find(in_clause)),
                false => right.rfind(is_ahead),
            }
        })
    });
    found.copied()
}

/// What the time of a sentence is held against, as printed.
fn printed_base(line: &Line) -> Option<String> {
    let base = line.periods.iter().find_map(|period| Some((period.base_from?, period.bytes.end)));
    base.and_then(|(from, end)| line.text.get(from..end)).map(str::to_string)
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::of_text;

    /// The periods of the measures of a text.
    fn periods(text: &str) -> Vec<String> {
        of_text(text).iter().filter_map(|line| Some(line.split(" | ").nth(3)?.to_string())).collect()
    }

    #[test]
    fn a_change_is_held_against_the_base_that_its_sentence_or_the_one_before_names() {
        let text = "When compared with the 12 months to June 2010, crime in the 12 months to June 2014 fell by 15 percent.\n\n\
                    Over this period, theft fell by 12 percent, and 9 percent of it was solved.";
        let base = "12 months to June 2014 compared with the 12 months to June 2010";
        assert_eq!(periods(text), [base, base, "12 months to June 2014"]);
    }

    #[test]
    fn each_number_is_of_the_time_right_behind_it_or_in_its_clause() {
        assert_eq!(periods("It rose from 32 percent in 2019 to 41 percent in 2021."), ["2019", "2021"]);
        assert_eq!(
            periods("In 2019, 257 officers trained, and this year 233 officers were trained."),
            ["2019", "this year"]
        );
    }

    #[test]
    fn a_time_is_inherited_only_where_words_lean_on_it() {
        let text = "In 2015 it had 54 cases. This is 5 percent fewer. It works well. The force has 12 teams.";
        assert_eq!(periods(text), ["2015", "2015", "-"]);
    }
}
