//! Periods named in a sentence: "12 months to 30 June 2016", "between January and March 2022", "this year".

use crate::facts::measures::amount::number;
use crate::facts::measures::periods::date::{date_end, is_year_span, single_date_end};
use crate::facts::measures::word::Word;
use std::ops::Range;

/// A period or point in time named in a sentence.
#[derive(Clone, Debug)]
pub struct Period {
    /// The indices of its words.
    pub words: Range<usize>,
    /// Its bytes in the sentence, without "in the" before it.
    pub bytes: Range<usize>,
    /// Whether it names a month or a year, so that it can be dated without the report's own date.
    pub is_dated: bool,
    /// Whether it is only the baseline of another period: "compared with the 12 months to June 2010".
    pub is_baseline: bool,
    /// The byte at which "compared with" or "against" begins, if only this period follows it.
    pub baseline_start: Option<usize>,
}

impl Period {
    /// Every period that the words name, in order.
    pub fn find_periods(words: &[Word]) -> Vec<Self> {
        let mut found = Vec::new();
        let mut n = 0;
        while n < words.len() {
            let Some((from, to, end, is_dated)) = period_at(words, n) else {
                n += 1;
                continue;
            };
            let (is_base, base_from) = baseline_at(words, n);
            found.push(Period {
                words: from..to,
                bytes: words[from].start..end,
                is_dated,
                is_baseline: is_base,
                baseline_start: base_from,
            });
            n = to;
        }
        found
    }
}

/// The period at word `n`: the index of its first word, the index of the word after it, the byte at which it ends, and
/// whether it is dated.
fn period_at(words: &[Word], n: usize) -> Option<(usize, usize, usize, bool)> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is_one_of(any));
    let dated = |from: usize, at: usize| date_end(words, at).map(|(to, end)| (from, to, end, true));
    let undated = |from: usize, to: usize| Some((from, to, words.get(to - 1)?.end(), false));
    let from_span = || match span_date_start(words, n) {
        Some(date_start) => dated(n, date_start),
        None => dated(n, n).filter(|_| is_year_span(words, n)),
    };
    // Most words begin no period: this one test saves fifteen.
    if !is(n, "between from as at since in during for this last to so past previous preceding") {
        return from_span();
    }
    let is_this_year = is(n, "this last") && is(n + 1, "year");
    let is_until_now = (is(n, "to") && is(n + 1, "date")) || (is(n, "so") && is(n + 1, "far"));
    if is(n, "between") {
        single_date_end(words, n + 1).filter(|(and, _)| is(*and, "and")).and_then(|(and, _)| dated(n, and + 1))
    } else if is(n, "from") {
        single_date_end(words, n + 1).filter(|(to, _)| is(*to, "to until")).and_then(|(to, _)| dated(n + 1, to + 1))
    } else if is(n, "as") && is(n + 1, "at of") {
        dated(n, n + 2)
    } else if is(n, "at") && is(n + 1, "the") && is(n + 2, "time") && is(n + 3, "of") {
        (n + 4..n + 8).find(|n| is(*n, "inspection visit fieldwork")).and_then(|end| undated(n, end + 1))
    } else if is(n, "at since") {
        dated(n, n + 1)
    } else if is(n, "in during for") {
        dated(n + 1, n + 1)
    } else if is_this_year || is_until_now {
        undated(n, n + 2)
    } else if is(n, "last past previous preceding") {
        let unit = number::at(words, n + 1).map_or(n + 1, |number| number.words.end);
        let after_unit = is(unit, "months month years year quarter 12-month").then_some(unit + 1)?;
        undated(n, if is(after_unit, "period") { after_unit + 1 } else { after_unit })
    } else {
        from_span()
    }
}

/// The index of the word at which the date begins after "12 months to", "year ending" or "five-year period to the end
/// of" at word `n`.
fn span_date_start(words: &[Word], n: usize) -> Option<usize> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is_one_of(any));
    let text = words.get(n)?.text;
    let unit = if text.ends_with("-month") || text.ends_with("-year") || is(n, "year quarter months") {
        n
    } else if is(n, "financial") && is(n + 1, "year") {
        n + 1
    } else {
        number::at(words, n).map(|number| number.words.end).filter(|n| is(*n, "months month years year"))?
    };
    let to = if is(unit + 1, "period") { unit + 2 } else { unit + 1 };
    let after_to = if is(to, "to ending ended until") {
        to + 1
    } else if is(to, "up prior") && is(to + 1, "to") {
        to + 2
    } else {
        return None;
    };
    let after_article = if is(after_to, "the") { after_to + 1 } else { after_to };
    let has_end_of = is(after_article, "end") && is(after_article + 1, "of");
    Some(if has_end_of { after_article + 2 } else { after_article })
}

/// Whether the period at word `n` is the baseline of another, and the byte at which the words that say so begin, if
/// only the period follows them.
fn baseline_at(words: &[Word], n: usize) -> (bool, Option<usize>) {
    const MAX_WORDS_BACK: usize = 8;
    let mut is_only_period = true;
    for back in (n.saturating_sub(MAX_WORDS_BACK)..n).rev() {
        let word = &words[back];
        if !word.can_continue() {
            break;
        }
        let is_compared = word.is_one_of("with to") && back > 0 && words[back - 1].is_one_of("compared comparison");
        if is_compared || word.is_one_of("against") {
            let from = words[if is_compared { back - 1 } else { back }].start;
            return (true, is_only_period.then_some(from));
        }
        if word.is_one_of("than") {
            return (true, None);
        }
        is_only_period &= word.is_one_of("the that those for in same period of during");
    }
    (false, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::split_words;

    fn found_periods(line: &str) -> Vec<(&str, bool, bool)> {
        Period::find_periods(&split_words(line))
            .into_iter()
            .map(|p| (&line[p.bytes], p.is_dated, p.is_baseline))
            .collect()
    }

    #[test]
    fn periods_are_found_as_printed_and_without_footnote_markers() {
        for (line, period) in [
            ("In the 12 months to the end of June 2014, it rose", "12 months to the end of June 2014"),
            ("for the 12 months to 30 June 201615", "12 months to 30 June 2016"),
            ("for the year ending 31 March 2021.", "year ending 31 March 2021"),
            ("between January and March 2022, officers", "between January and March 2022"),
            ("dated from 1 January to 31 December 2021.", "1 January to 31 December 2021"),
            ("As at 1 July 2016, it had", "As at 1 July 2016"),
            ("places for October and November 2016 to", "October and November 2016"),
            ("The force’s 2015/16 estimate", "2015/16"),
            ("over the five-year period to 30 June 2016", "five-year period to 30 June 2016"),
        ] {
            assert_eq!(found_periods(line), [(period, true, false)], "{line}");
        }
        let line = "At the time of our last inspection, 54";
        assert_eq!(found_periods(line), [("At the time of our last inspection", false, false)]);
        assert_eq!(found_periods("PEEL 2021/22 and the Act 1983, aged 18"), []);
    }

    #[test]
    fn a_period_that_another_is_compared_with_is_a_baseline() {
        let line = "When compared with the 12 months to June 2010, crime in the 12 months to June 2014 fell";
        assert_eq!(
            found_periods(line),
            [("12 months to June 2010", true, true), ("12 months to June 2014", true, false)]
        );
        assert_eq!(found_periods("fell against the previous 12 months"), [("previous 12 months", false, true)]);
        assert_eq!(found_periods("than it recorded during the previous year"), [("previous year", false, true)]);
    }
}
