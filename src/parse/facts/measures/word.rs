//! The words of a sentence, without the punctuation around them.

use intake::text::{ends_in_decimal, is_in_word_list, is_superscript_digit};

/// A word without the brackets, quotes, stops and footnote markers attached to it.
#[derive(Clone, Copy, Debug)]
pub struct Word<'s> {
    /// The word itself.
    pub text: &'s str,
    /// The byte of the sentence at which `text` starts.
    pub start: usize,
    /// Whether a bracket opens right before it.
    pub has_opening_bracket: bool,
    /// The punctuation and footnote marker attached to its end.
    pub tail: &'s str,
}

impl Word<'_> {
    /// The byte of the sentence at which `text` ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is one of the space-separated words in `any`, in any case.
    pub fn is_one_of(&self, any: &str) -> bool {
        is_in_word_list(self.text, any)
    }

    /// Whether the next word can belong to the same phrase: no stop, comma or bracket separates them.
    pub fn can_continue(&self) -> bool {
        !self.tail.contains([',', ';', ':', '.', '?', '!', ')', ']'])
    }

    /// Whether only its first letter is a capital, as in names: "Exshire", but not "PCSOs".
    pub fn is_name_like(&self) -> bool {
        let mut chars = self.text.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.all(|c| !c.is_uppercase())
    }
}

/// Splits a sentence at its spaces; parts that are only punctuation are dropped.
pub fn split_words(sentence: &str) -> Vec<Word<'_>> {
    let mut at = 0;
    let parts = sentence.split(' ').map(|raw| {
        let start = at;
        at += raw.len() + 1;
        strip_punctuation(raw, start)
    });
    parts.filter(|word| !word.text.is_empty()).collect()
}

/// The word in `raw`, which starts at byte `at` of the sentence.
fn strip_punctuation(raw: &str, at: usize) -> Word<'_> {
    let inner = raw.trim_start_matches(['(', '[', '‘', '“', '\'', '"', '’']);
    let before = &raw[..raw.len() - inner.len()];
    let text = without_footnote_marker(inner).trim_end_matches(|c| is_superscript_digit(c) || PUNCTUATION.contains(&c));
    let text = without_attached_digits(text);
    Word {
        text,
        start: at + before.len(),
        has_opening_bracket: before.contains(['(', '[']),
        tail: &inner[text.len()..],
    }
}

const PUNCTUATION: [char; 12] = ['.', ',', ';', ':', '?', '!', ')', ']', '’', '”', '\'', '"'];

/// The text without a footnote marker after punctuation. "2015.4" is a year, a stop and a marker, and "(MASH).12" ends
/// in a marker; "10:30" and "8.1" have none.
fn without_footnote_marker(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || is_superscript_digit(c));
    let before = bare.trim_end_matches(PUNCTUATION);
    let is_after_digit = before.ends_with(|c: char| c.is_ascii_digit());
    let is_separated = before.len() < bare.len() && (!is_after_digit || bare.ends_with('.'));
    if bare.len() < text.len() && is_separated && !ends_in_decimal(text, bare) { bare } else { text }
}

/// The text without a footnote marker attached to its letters: "type6,7", "percent8".
fn without_attached_digits(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let is_word = bare.chars().count() >= 3 && bare.chars().all(char::is_alphabetic);
    if is_word { bare } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnote_markers_stops_and_brackets_are_not_part_of_a_word() {
        let line = "In 2015.4 (with 1,204 PCSOs), “type6,7” by 8.1 percent.12 10:30";
        let found: Vec<_> = split_words(line).iter().map(|w| (w.text, w.tail)).collect();
        let bare = ["In", "2015", "with", "1,204", "PCSOs", "type", "by", "8.1", "percent", "10:30"];
        let tails = ["", ".4", "", "", "),", "6,7”", "", "", ".12", ""];
        assert_eq!(found, bare.into_iter().zip(tails).collect::<Vec<_>>());
        assert!(split_words(line)[2].has_opening_bracket);
        assert!(split_words(line).iter().all(|w| line[w.start..].starts_with(w.text)));
    }
}
