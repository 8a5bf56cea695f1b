//! The period of a number: named in its own sentence, or inherited from an earlier one.

mod back_reference;
mod date;
mod period;

pub use back_reference::refers_back;
pub use date::{date_end, year_length};
pub use period::Period;

use crate::facts::measures::amount::Amount;
use crate::facts::measures::sentence_line::SentenceLine;
use back_reference::{counts_part_of_previous, describes_change, names_same_period};
use std::ops::Range;

/// A period and its baseline, both as printed.
#[derive(Clone)]
struct NamedPeriod {
    /// The period: "12 months to June 2014".
    period: String,
    /// What it is compared with: "compared with the 12 months to June 2010".
    baseline: Option<String>,
}

/// The periods named so far to which later sentences can still refer.
#[derive(Default)]
pub struct PeriodContext {
    /// The last period named.
    last_period: Option<NamedPeriod>,
    /// How many paragraphs ago it was named.
    paragraphs_since_last: usize,
    /// Whether the previous sentence was about that period.
    is_about_last: bool,
    /// Whether a sentence without numbers has come between.
    is_interrupted: bool,
    /// The period that the current sentence inherits if it names none itself.
    inherited_period: Option<NamedPeriod>,
}

impl PeriodContext {
    /// Starts the next paragraph; the last period is forgotten after one paragraph.
    pub fn start_paragraph(&mut self) {
        (self.is_about_last, self.is_interrupted) = (false, false);
        self.paragraphs_since_last += 1;
        if self.paragraphs_since_last > 1 {
            self.last_period = None;
        }
    }

    /// Starts the next sentence; `counts` says whether it contains amounts.
    pub fn start_sentence(&mut self, line: &SentenceLine, counts: bool) {
        if !counts && line.periods.is_empty() {
            self.is_interrupted = true;
            return;
        }
        let is_next = !std::mem::take(&mut self.is_interrupted);
        let own = line.periods.iter().rev().find(|period| period.is_dated && !period.is_baseline);
        let undated = || line.periods.iter().find(|period| !period.is_baseline);
        let is_same = names_same_period(line.text);
        let is_dependent = self.is_about_last && (counts_part_of_previous(line) || (is_next && refers_back(line.text)));
        let means_last = own.is_none() && (is_same || is_dependent);
        let base = |named: &NamedPeriod| named.baseline.clone().filter(|_| is_same);
        self.inherited_period = self
            .last_period
            .as_ref()
            .filter(|_| means_last)
            .map(|last| NamedPeriod { baseline: base(last), ..last.clone() });
        self.is_about_last = means_last;
        if let (Some(period), false) = (own.or_else(undated), means_last) {
            self.last_period = Some(NamedPeriod {
                period: line.text[period.bytes.clone()].to_string(),
                baseline: printed_baseline(line),
            });
            self.paragraphs_since_last = 0;
            self.is_about_last = true;
        }
    }

    /// The period of an amount, followed by the baseline if the amount is a change.
    ///
    /// `measured` has the amounts of the sentence that are not comparators' values; `clause` is the byte range of this
    /// amount's clause.
    pub fn period_of(
        &self,
        line: &SentenceLine,
        clause: &Range<usize>,
        amount: &Amount,
        measured: &[&Amount],
    ) -> Option<String> {
        let (main, inherited) = match own_period(line, clause, amount, measured) {
            Some(own) => (line.text[own.bytes.clone()].to_string(), None),
            None => self.inherited_period.clone().map(|named| (named.period, named.baseline))?,
        };
        let base = printed_baseline(line).or(inherited).filter(|_| describes_change(&line.text[clause.clone()]));
        Some(base.map_or(main.clone(), |base| format!("{main} {base}")))
    }
}

/// The period that an amount's own sentence names: right after the amount, in its clause, or before it.
fn own_period<'l>(
    line: &'l SentenceLine,
    clause: &Range<usize>,
    amount: &Amount,
    measured: &[&Amount],
) -> Option<&'l Period> {
    let is_after = |period: &Period, amount: &Amount| {
        let between = line.words.get(amount.words.end..period.words.start);
        between.is_some_and(|words| words.len() <= 2 && words.iter().all(|w| w.is_one_of("in during at for the")))
    };
    // In "from 32 percent in 2019 to 41 percent in 2021", each period belongs to the number right before it.
    let is_free = |period: &&Period| {
        let mut others = measured.iter().filter(|other| other.words.start != amount.words.start);
        !period.is_baseline && !others.any(|other| is_after(period, other))
    };
    let periods: Vec<&Period> = line.periods.iter().filter(is_free).collect();
    let mut periods_after = periods.iter().filter(|period| is_after(period, amount));
    let in_clause = |period: &&&Period| clause.contains(&period.bytes.start);
    let is_before = |period: &&&Period| period.bytes.end <= amount.value.start;
    let found = periods_after.next().or_else(|| {
        [(true, true), (true, false), (false, true), (false, false)].iter().find_map(|(is_inside, is_dated)| {
            let mut candidates = periods.iter().filter(|period| period.is_dated == *is_dated);
            if *is_inside {
                candidates.clone().filter(in_clause).rfind(is_before).or_else(|| candidates.find(in_clause))
            } else {
                candidates.rfind(is_before)
            }
        })
    });
    found.copied()
}

/// The baseline that a sentence names, with the words that introduce it: "compared with the 12 months to June 2010".
fn printed_baseline(line: &SentenceLine) -> Option<String> {
    let base = line.periods.iter().find_map(|period| Some((period.baseline_start?, period.bytes.end)));
    base.and_then(|(from, end)| line.text.get(from..end)).map(str::to_string)
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::measures_of_text;

    /// The periods of the measures of a text.
    fn periods(text: &str) -> Vec<String> {
        measures_of_text(text).iter().filter_map(|line| Some(line.split(" | ").nth(3)?.to_string())).collect()
    }

    #[test]
    fn a_change_has_the_baseline_of_its_sentence_or_of_the_one_before() {
        let text = "When compared with the 12 months to June 2010, crime in the 12 months to June 2014 fell by 15 percent.\n\n\
                    Over this period, theft fell by 12 percent, and 9 percent of it was solved.";
        let base = "12 months to June 2014 compared with the 12 months to June 2010";
        assert_eq!(periods(text), [base, base, "12 months to June 2014"]);
    }

    #[test]
    fn each_number_has_the_period_right_after_it_or_in_its_clause() {
        assert_eq!(periods("It rose from 32 percent in 2019 to 41 percent in 2021."), ["2019", "2021"]);
        assert_eq!(
            periods("In 2019, 257 officers trained, and this year 233 officers were trained."),
            ["2019", "this year"]
        );
    }

    #[test]
    fn a_period_is_inherited_only_by_sentences_that_refer_back() {
        let text = "In 2015 it had 54 cases. This is 5 percent fewer. It works well. The force has 12 teams.";
        assert_eq!(periods(text), ["2015", "2015", "-"]);
    }
}
