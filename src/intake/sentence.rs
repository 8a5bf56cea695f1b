//! Divides a text into sentences.

use crate::text::{ends_in_decimal, is_superscript_digit};
use std::ops::Range;

/// One sentence of a text.
pub struct Sentence<'p> {
    /// Its words, with closing quotes, brackets and footnote marks.
    pub text: &'p str,
    /// Its byte range in the text.
    pub range: Range<usize>,
}

/// Divides a text into sentences. Words after the last full stop are a sentence too.
pub fn split_sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let begin = start + (rest.len() - rest.trim_start().len());
        if begin == text.len() {
            return None;
        }
        let end = sentence_end(text, begin);
        start = end;
        Some(Sentence { text: &text[begin..end], range: begin..end })
    })
}

/// The end of the sentence that begins at `begin`, after its closing quotes, brackets and footnote marks.
fn sentence_end(text: &str, begin: usize) -> usize {
    let stops = text[begin..].match_indices(['.', '?', '!']).map(|(at, _)| begin + at);
    for stop in stops {
        let rest = &text[stop + 1..];
        let closers = rest.trim_start_matches(['\'', '"', '’', '”', ')', ']', '*', '†', '‡']);
        let marks = closers.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || is_superscript_digit(c));
        let is_marked = marks.is_empty() || marks.starts_with(' ');
        let after = if is_marked { marks } else { closers };
        let next = after.trim_start();
        let is_apart =
            after.starts_with(' ') || (closers.starts_with(char::is_uppercase) && !is_stop_in_name(text, stop));
        let starts_sentence =
            next.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | '–' | '-'));
        let is_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        // "1.5 PCSOs", and not "in 2015.4 The".
        let is_fraction = is_digit(rest) && ends_in_decimal(&text[..stop + 2], &text[..=stop]);
        let is_decimal = is_fraction || (!is_marked && is_digit(closers));
        if after.is_empty()
            || (is_apart && starts_sentence && !is_decimal && !is_abbreviation(&text[begin..stop], next))
        {
            return text.len() - after.len();
        }
    }
    text.len()
}

/// Whether a full stop is part of a name or address: that of "A.B" or "www.gov.uk/a.B" is, that of "(OLG).The" is not.
fn is_stop_in_name(text: &str, stop: usize) -> bool {
    let word = last_word(&text[..stop]);
    word.contains(['.', '/']) || !word.ends_with(|c: char| c == ')' || c.is_lowercase())
}

/// The last word, or only its end if it is longer than any printed word: a hostile text must not make this slow.
fn last_word(text: &str) -> &str {
    const LONGEST: usize = 80;
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    text[from..].rsplit(' ').next().unwrap_or_default()
}

/// Whether the full stop after these words belongs to an abbreviation: "e.g.", "Mr." or the initial "A.". "p.m." may
/// end a sentence, so it is not one of them.
fn is_abbreviation(sentence: &str, next: &str) -> bool {
    const SHORT: [&str; 10] = ["e.g", "i.e", "Mr", "Mrs", "Ms", "Dr", "St", "No", "vs", "cf"];
    let last = last_word(sentence);
    let last = last.rsplit('(').next().unwrap_or(last);
    let is_initial = last.len() == 1 && last.starts_with(char::is_uppercase) && next.starts_with(char::is_uppercase);
    SHORT.contains(&last) || (is_initial && last != "I")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> Vec<&str> {
        split_sentences(text).map(|s| s.text).collect()
    }

    #[test]
    fn sentences_end_at_stops_but_not_in_numbers_abbreviations_or_addresses() {
        let text = "It fell by 10.8 percent (e.g. in Exshire).4 “Why?” The group (OLG).The force, www.gov.uk/a.B, has 1.5 PCSOs. 7 did not";
        assert_eq!(
            divided(text),
            [
                "It fell by 10.8 percent (e.g. in Exshire).4",
                "“Why?”",
                "The group (OLG).",
                "The force, www.gov.uk/a.B, has 1.5 PCSOs.",
                "7 did not"
            ]
        );
    }
}
