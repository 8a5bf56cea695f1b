//! What rates are out of: "per 1,000 population", "for every 100 offences".

use crate::facts::measures::amount::noun::{counted, ends_phrase};
use crate::facts::measures::amount::number;
use crate::facts::measures::word::Word;
use std::ops::Range;

/// The words from "per" or "for every" at `at` on: "per one million of the population".
pub fn denominator(words: &[Word], at: usize) -> Option<Range<usize>> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is(any));
    let per = match () {
        () if is(at, "per") => at + 1,
        () if is(at, "for in") && is(at + 1, "every") => at + 2,
        () => return None,
    };
    let of = |n: usize| match is(n, "of") {
        true if is(n + 1, "the") => n + 2,
        true => n + 1,
        false => n,
    };
    let Some(bound) = number::at(words, per) else {
        let n = of(per + 1);
        let each = is(per, "head capita person officer day week month year hour call");
        return each.then(|| at..if words[per].goes_on() && is(n, "population") { n + 1 } else { per + 1 });
    };
    // "two shifts in every five" is no rate.
    if bound.whole < 100 && bound.words.len() == 1 {
        return None;
    }
    let n = of(bound.words.end);
    let next = words.get(n).filter(|next| words[n - 1].goes_on() && !ends_phrase(next)).map(|_| n + 1);
    let end = match is(n, "population") {
        true => n + 1,
        false => counted(words, n).map(|noun| noun.words.end).or(next).unwrap_or(bound.words.end),
    };
    Some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::words;

    #[test]
    fn a_rate_is_out_of_a_number_or_of_each_head() {
        for (line, out_of) in [
            ("per 1,000 population in Exshire", 3),
            ("per one million of the population across", 6),
            ("per head of population", 4),
            ("per head population average", 3),
            ("for every 100 ballistic items that were", 5),
            ("for every 100 OCGS in the year", 4),
        ] {
            assert_eq!(denominator(&words(line), 0), Some(0..out_of), "{line}");
        }
        assert_eq!(denominator(&words("for 100 days"), 0), None);
    }
}
