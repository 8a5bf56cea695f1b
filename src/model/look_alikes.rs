//! Signs that only look like others: ligatures, full-width signs, and signs that cannot be seen. They come from
//! typesetting and from keyboards, and mean nothing of their own.

use crate::Passage;
use std::borrow::Cow;
use std::ops::Range;

/// A soft hyphen: it marks where a word may be split, and is seen only at the end of a line.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The printable characters of ASCII after the space, in the order of the full-width ones.
const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// What a character stands for, if it is a ligature, a full-width sign or cannot be seen; `None` for any other.
pub fn plain_form(c: char) -> Option<&'static str> {
    Some(match c {
        SOFT_HYPHEN
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ſ' => "s",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        '！'..='～' => {
            let at = c as usize - '！' as usize;
            return ASCII.get(at..=at);
        }
        _ => return None,
    })
}

/// A text in which look-alikes are replaced by what they stand for, with the way back to the original.
pub struct PlainText<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    replacements: Vec<Replacement>,
}

/// One replaced character: its place in the plain text, which may be empty, and in the original.
struct Replacement {
    plain: Range<usize>,
    original: Range<usize>,
}

impl<'a> PlainText<'a> {
    /// Replaces the look-alikes of a text. A soft hyphen at the end of a line stays, because it says that the word goes
    /// on, and so does a byte order mark at the start.
    pub fn new(original: &'a str) -> PlainText<'a> {
        let (mut text, mut from) = (String::new(), 0);
        let mut replacements = Vec::new();
        for (at, c) in original.char_indices().filter(|(at, c)| !c.is_ascii() && *at > 0) {
            let after = at + c.len_utf8();
            let Some(form) = plain_form(c).filter(|_| c != SOFT_HYPHEN || !is_line_end(&original[after..])) else {
                continue;
            };
            text.push_str(&original[from..at]);
            let start = text.len();
            text.push_str(form);
            replacements.push(Replacement { plain: start..text.len(), original: at..after });
            from = after;
        }
        if replacements.is_empty() {
            return PlainText { text: Cow::Borrowed(original), replacements };
        }
        text.push_str(&original[from..]);
        PlainText { text: Cow::Owned(text), replacements }
    }

    /// Where a passage of the plain text is in the original.
    pub fn original_passage(&self, passage: Passage) -> Passage {
        let [start, end] = passage.bytes.map(|byte| byte as usize);
        Passage { bytes: [self.original_start(start), self.original_end(end)].map(|at| at as u32), ..passage }
    }

    /// Where the character at `at` begins in the original.
    fn original_start(&self, at: usize) -> usize {
        let n = self.replacements.partition_point(|replaced| replaced.plain.end <= at);
        match (self.replacements.get(n), n.checked_sub(1)) {
            (Some(inside), _) if inside.plain.start <= at => inside.original.start,
            (_, Some(n)) => self.replacements[n].original.end + at - self.replacements[n].plain.end,
            _ => at,
        }
    }

    /// Where the character before `at` ends in the original.
    fn original_end(&self, at: usize) -> usize {
        let n = self.replacements.partition_point(|replaced| replaced.plain.start < at);
        match n.checked_sub(1) {
            Some(n) => self.replacements[n].original.end + at.saturating_sub(self.replacements[n].plain.end),
            None => at,
        }
    }
}

/// Whether a line ends here, perhaps after spaces.
fn is_line_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with(['\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of<'t>(original: &'t str, words: &str) -> &'t str {
        let plain = PlainText::new(original);
        let at = plain.text.find(words).expect("the words are in the plain text");
        let passage = Passage { lines: [1, 1], bytes: [at as u32, (at + words.len()) as u32] };
        let [from, to] = plain.original_passage(passage).bytes.map(|byte| byte as usize);
        &original[from..to]
    }

    #[test]
    fn words_lead_back_to_what_the_original_has_in_their_place() {
        let text = "The o\u{fb03}\u{ad}cers’ \u{200b}bene\u{fb01}t is １２ days\u{ad}";
        assert_eq!(PlainText::new(text).text, "The officers’ benefit is 12 days\u{ad}");
        assert_eq!(words_of(text, "officers"), "o\u{fb03}\u{ad}cers");
        assert_eq!(words_of(text, "benefit"), "bene\u{fb01}t");
        assert_eq!(words_of(text, "off"), "o\u{fb03}", "a ligature is not divided");
        assert_eq!(words_of(text, "fit"), "\u{fb01}t");
        assert_eq!(words_of(text, "12"), "１２");
        assert_eq!(words_of(text, "The"), "The");
        assert_eq!(words_of(text, "days"), "days");
    }

    #[test]
    fn a_text_without_look_alikes_is_not_copied_and_line_ends_keep_their_soft_hyphens() {
        assert!(matches!(PlainText::new("“Môn” – ½").text, Cow::Borrowed(_)));
        assert_eq!(PlainText::new("\u{feff}resi\u{ad} \r\nde\u{ad}nts").text, "\u{feff}resi\u{ad} \r\ndents");
    }
}
