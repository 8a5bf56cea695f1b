//! Dividing words into sentences.

use crate::text::{ends_in_decimal, is_superscript};
use std::ops::Range;

/// A stretch of a text that ends as a sentence does.
pub struct Sentence<'p> {
    pub text: &'p str,
    /// Where in the text.
    pub range: Range<usize>,
}

/// Divides words into sentences.
pub fn sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
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

/// The end of the sentence that begins at `begin`, with its closing quotes, brackets and footnote marks.
fn sentence_end(text: &str, begin: usize) -> usize {
    let stops = text[begin..].match_indices(['.', '?', '!']).map(|(at, _)| begin + at);
    for stop in stops {
        let behind = &text[stop + 1..];
        let closers = behind.trim_start_matches(['\'', '"', '’', '”', ')', ']', '*', '†', '‡']);
        let marks = closers.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || is_superscript(c));
        let is_marked = marks.is_empty() || marks.starts_with(' ');
        let after = if is_marked { marks } else { closers };
        let next = after.trim_start();
        let is_apart = after.starts_with(' ') || (closers.starts_with(char::is_uppercase) && !stop_in_name(text, stop));
        let starts = next.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | '–' | '-'));
        let is_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        // "1.5 PCSOs", and not "in 2015.4 The".
        let is_fraction = is_digit(behind) && ends_in_decimal(&text[..stop + 2], &text[..=stop]);
        let decimal = is_fraction || (!is_marked && is_digit(closers));
        if after.is_empty() || (is_apart && starts && !decimal && !is_shortened(&text[begin..stop], next)) {
            return text.len() - after.len();
        }
    }
    text.len()
}

/// The stops of "A.B" and "www.gov.uk/a.B" end no sentence; that of "(OLG).The" does.
fn stop_in_name(text: &str, stop: usize) -> bool {
    let word = last_word(&text[..stop]);
    word.contains(['.', '/']) || !word.ends_with(|c: char| c == ')' || c.is_lowercase())
}

/// The last word, or the end of it: no printed word is longer, and hostile ones end somewhere.
fn last_word(text: &str) -> &str {
    const LONGEST: usize = 80;
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    text[from..].rsplit(' ').next().unwrap_or_default()
}

/// A full stop behind a short form: "e.g.", "Mr.", the initial "A."; "p.m." ends a sentence all the same.
fn is_shortened(sentence: &str, next: &str) -> bool {
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
        sentences(text).map(|s| s.text).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_not_in_numbers_short_forms_or_addresses() {
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
