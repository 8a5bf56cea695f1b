//! Dates: "30 June 2016", "October and November 2016", "2015/16".

use crate::facts::measures::word::Word;
use model::is_month_name;

/// The index of the word after the date at word `at`, and the byte at which the date ends. Two months may share a year.
pub fn date_end(words: &[Word], at: usize) -> Option<(usize, usize)> {
    let (next, end) = single_date_end(words, at)?;
    let is_joined =
        words.get(next).is_some_and(|and| and.is_one_of("and")) && words[next - 1].can_continue() && next == at + 1;
    let second = single_date_end(words, next + 1).filter(|(after, _)| is_joined && *after == next + 3);
    Some(second.unwrap_or((next, end)))
}

/// The index of the word after a single date at word `at`, and the byte at which the date ends.
pub fn single_date_end(words: &[Word], at: usize) -> Option<(usize, usize)> {
    let word = words.get(at)?;
    if let Some(length) = year_length(word.text) {
        return Some((at + 1, word.start + length));
    }
    let is_day = word.text.len() <= 2 && word.text.bytes().all(|b| b.is_ascii_digit()) && word.can_continue();
    let at = if is_day { at + 1 } else { at };
    let is_month = |w: &&Word| is_month_name(w.text) || w.is_one_of("spring summer autumn winter");
    let month = words.get(at).filter(is_month)?;
    let year = words.get(at + 1).filter(|w| month.can_continue() && is_year_with_marker(w.text));
    Some(year.map_or((at + 1, month.end()), |year| (at + 2, year.start + YEAR_DIGITS)))
}

/// The number of digits of a year.
const YEAR_DIGITS: usize = 4;

/// Whether the text is a year, with up to two digits of a footnote marker attached; only used after a month.
fn is_year_with_marker(text: &str) -> bool {
    let is_digits = text.bytes().all(|b| b.is_ascii_digit());
    (YEAR_DIGITS..=YEAR_DIGITS + 2).contains(&text.len()) && is_digits && year_length(&text[..YEAR_DIGITS]).is_some()
}

/// The length in bytes of the year or financial year that the text is, if it is one: "2016", "2015/16".
pub fn year_length(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(text.starts_with("19") || text.starts_with("20")) || digits != YEAR_DIGITS {
        return None;
    }
    let rest = &text[digits..];
    let second = rest.trim_start_matches(['/', '-', '–']);
    let is_second = matches!(second.len(), 2 | 4) && second.bytes().all(|b| b.is_ascii_digit());
    (rest.is_empty() || (is_second && second.len() < rest.len())).then_some(text.len())
}

/// Whether word `n` is a financial year such as "2015/16", and not the end of a name such as "PEEL 2021/22".
pub fn is_year_span(words: &[Word], n: usize) -> bool {
    let has_two_years = words.get(n).and_then(|word| year_length(word.text)).is_some_and(|length| length > 4);
    let before = n.checked_sub(1).map(|n| words[n]).filter(Word::can_continue);
    let is_short_form = |w: &Word| w.text.len() > 1 && w.text.chars().all(char::is_uppercase);
    has_two_years && !before.is_some_and(|w| is_short_form(&w) || (n > 1 && w.text.starts_with(char::is_uppercase)))
}
