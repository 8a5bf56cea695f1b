//! Small numbers in words: which of them tell how many there are.

use crate::facts::measures::line::Line;

/// Whether the number at word `n` is new to the reader, as in "has two cars", and no "both" or "the two".
pub fn is_introduced(line: &Line, n: usize) -> bool {
    const GIVE: &str = "has have had introduced employs employed recruited appointed only further includes included \
                        comprises comprising created";
    const GROW: &str = "increase increased increases increasing rise rises grow";
    let before = |back, any: &str| line.follows(n, back, any);
    let is_dated = line.periods.iter().any(|period| period.is_dated && !period.is_base);
    let is_owned =
        n > 0 && line.words[n - 1].text.ends_with(['’', '\'', 's']) && line.words[n - 1].text.contains(['’', '\'']);
    let is_named = before(1, "the all both these those our its their each every any first last next") || is_owned;
    before(1, GIVE)
        || (is_dated && n > 0 && !is_named)
        || (before(1, "are were") && before(2, "there"))
        || (before(1, "also currently now") && (before(2, "has have") || before(3, "there")))
        || (before(1, "to") && before(2, GROW))
        || (before(1, "of") && before(2, "consisting consists total group team"))
}
