//! Finds the numbers in a line that may be footnote marks.

use crate::text::is_superscript_digit;
use std::ops::Range;

/// The byte ranges of the numbers in a line that may be footnote marks, and whether each is loose: separated from the
/// word before it by a space.
pub fn number_marks(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|found| at + found) {
        let is_raised = text[start..].starts_with(is_superscript_digit);
        let is_same_kind = |c: char| if is_raised { is_superscript_digit(c) } else { c.is_ascii_digit() };
        at = text[start..].find(|c| !is_same_kind(c)).map_or(text.len(), |len| start + len);
        let continues_list =
            found.last().is_some_and(|(last, _)| last.end + 1 == start && text[last.end..].starts_with(','));
        let mark = if is_raised || continues_list {
            Some((start..at, false))
        } else if is_word_end(&text[at..]) {
            digits_before_mark(&text[..start], &text[start..at]).map(|skipped| (start + skipped..at, false)).or_else(
                || {
                    let is_loose = is_between_words(&text[..start], &text[at..]);
                    is_loose.then_some((start..at, true))
                },
            )
        } else {
            None
        };
        found.extend(mark);
    }
    found
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_superscript_digit(c)
}

/// Whether a word may end here: neither a letter nor decimal places follow.
fn is_word_end(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        Some('.') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && !['%', '-', '/'].contains(&c),
        None => true,
    }
}

/// If `digits` are a mark or end with one, how many of them come before the mark: 4 in "20167", a year with a mark;
/// otherwise 0.
fn digits_before_mark(before: &str, digits: &str) -> Option<usize> {
    const YEAR: usize = 4;
    const MARK: usize = 3;
    let is_year = |digits: &str| digits.len() == YEAR && (digits.starts_with("19") || digits.starts_with("20"));
    let Some(last) = before.chars().next_back().filter(|c| !c.is_whitespace()) else {
        let year = digits.get(..YEAR).filter(|year| is_year(year) && digits.len() <= YEAR + MARK);
        return year.map(str::len).filter(|len| *len < digits.len());
    };
    let bare = &before[..before.len() - last.len_utf8()];
    let number = &bare[bare.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    let is_mark = digits.len() <= MARK
        && match last {
            // "M25" and "A4" are names.
            c if c.is_alphabetic() => bare.ends_with(|c: char| c.is_alphanumeric()),
            '.' | ',' => number.is_empty() && !bare.ends_with(char::is_whitespace) || is_year(number),
            ':' => number.is_empty(),
            c => matches!(c, ';' | ')' | ']' | '’' | '”' | '\'' | '"' | '?' | '!' | '*' | '%'),
        };
    is_mark.then_some(0)
}

/// Whether a number is between a capitalised name and a word in lower case: "the Troubled Families 23 programme", but
/// not "Figure 4 shows".
fn is_between_words(before: &str, after: &str) -> bool {
    const LABELS: [&str; 12] = [
        "Figure",
        "Table",
        "Annex",
        "Section",
        "Recommendation",
        "Outcome",
        "Operation",
        "Part",
        "Chapter",
        "Stage",
        "Page",
        "Tier",
    ];
    let Some(words) = before.strip_suffix(' ') else { return false };
    let word = words.split_whitespace().next_back().unwrap_or_default();
    let is_name = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic) && word.len() > 3;
    let is_continued = after.strip_prefix(' ').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_lowercase()));
    word.len() < words.trim_start().len() && is_name && !LABELS.contains(&word) && is_continued
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::footnote_marks::plain_digits;

    #[track_caller]
    fn found(text: &str) -> Vec<&str> {
        number_marks(text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn numbers_attached_to_words_stops_brackets_and_years_are_marks() {
        for text in [
            "on 2015.7",
            "to 30 June 20167",
            "the MAPPA7 process",
            "the 4P7 approach",
            "(DASH)7 risk",
            "abuse.7",
            "Crime,7 and",
            "public:7",
            "(SPR)*⁷ says",
            "a rate of 2,700⁷ cases",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
            assert_eq!(plain_digits(found(text)[0]), "7", "{text}");
        }
        assert_eq!(found("by outcome type6,7"), ["6", "7"]);
        assert_eq!(found("the Troubled Families 23 programme"), ["23"]);
    }

    #[test]
    fn numbers_with_a_meaning_of_their_own_are_not_marks() {
        for text in [
            "rose by 10.8 percent",
            "on the M25 and A4",
            "2,700 cases",
            "in 2016 we",
            "7 cases",
            "Figure 4 shows",
            "at 8:30",
            "THRIVE2-style",
            "on 3 June",
            "May 4 cases. In 39 forces",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
