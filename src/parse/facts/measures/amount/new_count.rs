//! Which small numbers in words are counts.

use crate::facts::measures::sentence_line::SentenceLine;

/// Whether the number at word `n` tells the reader something new, as in "has two cars", and does not refer to something
/// already known, as in "the two".
pub fn is_new_count(line: &SentenceLine, n: usize) -> bool {
    const POSSESSION: &str = "has have had introduced employs employed recruited appointed only further includes included \
                              comprises comprising created";
    const GROWTH: &str = "increase increased increases increasing rise rises grow";
    let before = |back, any: &str| line.has_before(n, back, any);
    let is_dated = line.periods.iter().any(|period| period.is_dated && !period.is_baseline);
    let is_possessed =
        n > 0 && line.words[n - 1].text.ends_with(['’', '\'', 's']) && line.words[n - 1].text.contains(['’', '\'']);
    let is_known = before(1, "the all both these those our its their each every any first last next") || is_possessed;
    before(1, POSSESSION)
        || (is_dated && n > 0 && !is_known)
        || (before(1, "are were") && before(2, "there"))
        || (before(1, "also currently now") && (before(2, "has have") || before(3, "there")))
        || (before(1, "to") && before(2, GROWTH))
        || (before(1, "of") && before(2, "consisting consists total group team"))
}
