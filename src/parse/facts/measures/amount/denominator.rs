//! Denominators of rates: "per 1,000 population", "for every 100 offences".

use crate::facts::measures::amount::noun::{counted_noun_at, ends_phrase};
use crate::facts::measures::amount::number;
use crate::facts::measures::word::Word;
use std::ops::Range;

/// The indices of the words of a denominator that begins at word `at` with "per" or "for every": "per one million of
/// the population".
pub fn denominator_at(words: &[Word], at: usize) -> Option<Range<usize>> {
    let is = |n: usize, any: &str| words.get(n).is_some_and(|w| w.is_one_of(any));
    let base_start = if is(at, "per") {
        at + 1
    } else if is(at, "for in") && is(at + 1, "every") {
        at + 2
    } else {
        return None;
    };
    let skip_of = |n: usize| {
        if is(n, "of") && is(n + 1, "the") {
            n + 2
        } else if is(n, "of") {
            n + 1
        } else {
            n
        }
    };
    let Some(base) = number::at(words, base_start) else {
        let n = skip_of(base_start + 1);
        let has_single_unit = is(base_start, "head capita person officer day week month year hour call");
        let has_population = || words[base_start].can_continue() && is(n, "population");
        return has_single_unit.then(|| at..if has_population() { n + 1 } else { base_start + 1 });
    };
    // "two shifts in every five" is not a rate.
    if base.integer_part < 100 && base.words.len() == 1 {
        return None;
    }
    let n = skip_of(base.words.end);
    let next = words.get(n).filter(|next| words[n - 1].can_continue() && !ends_phrase(next)).map(|_| n + 1);
    let end = if is(n, "population") {
        n + 1
    } else {
        counted_noun_at(words, n).map(|noun| noun.words.end).or(next).unwrap_or(base.words.end)
    };
    Some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::measures::word::split_words;

    #[test]
    fn a_denominator_is_a_number_of_things_or_a_single_unit() {
        for (line, end) in [
            ("per 1,000 population in Exshire", 3),
            ("per one million of the population across", 6),
            ("per head of population", 4),
            ("per head population average", 3),
            ("for every 100 ballistic items that were", 5),
            ("for every 100 OCGS in the year", 4),
        ] {
            assert_eq!(denominator_at(&split_words(line), 0), Some(0..end), "{line}");
        }
        assert_eq!(denominator_at(&split_words("for 100 days"), 0), None);
    }
}
