//! Times that are named: "12 months to 30 June 2016", "between January and March 2022", "this year".

use crate::facts::measures::amount::number;
use crate::facts::measures::time::date::{date, single, spans_years};
use crate::facts::measures::word::Word;
use std::ops::Range;

/// A time named in a sentence.
#[derive(Clone, Debug)]
pub struct Period {
    pub words: Range<usize>,
    /// Its place in the sentence, without "in the" before it.
    pub bytes: Range<usize>,
    /// Whether it names a month or a year, so that it can be placed without the report's own date.
    pub is_dated: bool,
    /// Whether it is only what another time is held against: "compared with the 12 months to June 2010".
    pub is_base: bool,
    /// Where "compared with" or "against" begins, if nothing but the time stands behind it.
    pub base_from: Option<usize>,
}

impl Period {
    /// Every time that the words name, in order.
    pub fn all(words: &[Word]) -> Vec<Self> {
        let mut found = Vec::new();
        let mut n = 0;
        while n < words.len() {
            let Some((from, to, end, is_dated)) = at(words, n) else {
                n += 1;
                continue;
            };
            let (is_base, base_from) = base(words, n);
            found.push(Period { words: from..to, bytes: words[from].start..end, is_dated, is_base, base_from });
            n = to;
        }
        found
    }
}

/// First word, the word behind, the end in bytes, whether it is dated.
fn at(words: &[Word], n: usize) -> Option<(usize, usize, usize, bool)> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is(any));
    let dated = |from: usize, at: usize| date(words, at).map(|(to, end)| (from, to, end, true));
    let loose = |from: usize, to: usize| Some((from, to, words.get(to - 1)?.end(), false));
    let from_span = || match span(words, n) {
        Some(to) => dated(n, to),
        None => dated(n, n).filter(|_| spans_years(words, n)),
    };
    match () {
        // Most words begin no time: one look instead of fifteen.
        () if !is(n, "between from as at since in during for this last to so past previous preceding") => from_span(),
        () if is(n, "between") => {
            single(words, n + 1).filter(|(and, _)| is(*and, "and")).and_then(|(and, _)| dated(n, and + 1))
        }
        () if is(n, "from") => {
            single(words, n + 1).filter(|(to, _)| is(*to, "to until")).and_then(|(to, _)| dated(n + 1, to + 1))
        }
        () if is(n, "as") && is(n + 1, "at of") => dated(n, n + 2),
        () if is(n, "at") && is(n + 1, "the") && is(n + 2, "time") && is(n + 3, "of") => {
            (n + 4..n + 8).find(|n| is(*n, "inspection visit fieldwork")).and_then(|end| loose(n, end + 1))
        }
        () if is(n, "at since") => dated(n, n + 1),
        () if is(n, "in during for") => dated(n + 1, n + 1),
        () if is(n, "this last") && is(n + 1, "year") => loose(n, n + 2),
        () if (is(n, "to") && is(n + 1, "date")) || (is(n, "so") && is(n + 1, "far")) => loose(n, n + 2),
        () if is(n, "last past previous preceding") => {
            let count = number::at(words, n + 1).map_or(n + 1, |number| number.words.end);
            let unit = is(count, "months month years year quarter 12-month").then_some(count + 1)?;
            loose(n, if is(unit, "period") { unit + 1 } else { unit })
        }
        () => from_span(),
    }
}

/// The word at which the date of "12 months to", "year ending", "five-year period to the end of" begins.
fn span(words: &[Word], n: usize) -> Option<usize> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is(any));
    let text = words.get(n)?.text;
    let unit = match () {
        () if text.ends_with("-month") || text.ends_with("-year") || is(n, "year quarter months") => n,
        () if is(n, "financial") && is(n + 1, "year") => n + 1,
        () => number::at(words, n).map(|number| number.words.end).filter(|n| is(*n, "months month years year"))?,
    };
    let to = if is(unit + 1, "period") { unit + 2 } else { unit + 1 };
    let the = match () {
        () if is(to, "to ending ended until") => to + 1,
        () if is(to, "up prior") && is(to + 1, "to") => to + 2,
        () => return None,
    };
    let end = if is(the, "the") { the + 1 } else { the };
    Some(if is(end, "end") && is(end + 1, "of") { end + 2 } else { end })
}

/// Whether the time at word `n` is held against another, and where the words that say so begin.
fn base(words: &[Word], n: usize) -> (bool, Option<usize>) {
    const FARTHEST: usize = 8;
    let mut only_time = true;
    for back in (n.saturating_sub(FARTHEST)..n).rev() {
        let word = &words[back];
        if !word.goes_on() {
            break;
        }
        let is_compared = word.is("with to") && back > 0 && words[back - 1].is("compared comparison");
        if is_compared || word.is("against") {
            let from = words[if is_compared { back - 1 } else { back }].start;
            return (true, only_time.then_some(from));
        }
        if word.is("than") {
            return (true, None);
        }
        only_time &= word.is("the that those for in same period of during");
    }
    (false, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::words;

    fn found(line: &str) -> Vec<(&str, bool, bool)> {
        Period::all(&words(line)).into_iter().map(|p| (&line[p.bytes], p.is_dated, p.is_base)).collect()
    }

    #[test]
    fn times_are_found_as_printed_and_without_footnote_marks() {
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
            assert_eq!(found(line), [(period, true, false)], "{line}");
        }
        let line = "At the time of our last inspection, 54";
        assert_eq!(found(line), [("At the time of our last inspection", false, false)]);
        assert_eq!(found("PEEL 2021/22 and the Act 1983, aged 18"), []);
    }

    #[test]
    fn what_a_time_is_held_against_is_a_base() {
        let line = "When compared with the 12 months to June 2010, crime in the 12 months to June 2014 fell";
        assert_eq!(found(line), [("12 months to June 2010", true, true), ("12 months to June 2014", true, false)]);
        assert_eq!(found("fell against the previous 12 months"), [("previous 12 months", false, true)]);
        assert_eq!(found("than it recorded during the previous year"), [("previous year", false, true)]);
    }
}
