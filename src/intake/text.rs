//! Joining the lines of a paragraph, and deciding whether a piece of text is complete or continues.
//!
//! It deals with what page layout does to words, and is independent of the headings of any report.

use model::look_alikes::SOFT_HYPHEN;

/// Whether a list of words, separated by single spaces, contains this one, in any case.
///
/// This is called several hundred times for each sentence, so it compares first letters and scans the list only once.
pub fn is_in_word_list(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let Some(first) = word.first().map(u8::to_ascii_lowercase) else { return false };
    let is_at = |at: usize| {
        let end = at + word.len();
        let is_whole = list.get(end).is_none_or(|next| *next == b' ');
        is_whole && list.get(at..end).is_some_and(|other| other.eq_ignore_ascii_case(word))
    };
    let mut at_word_start = true;
    for (at, byte) in list.iter().enumerate() {
        if at_word_start && byte.to_ascii_lowercase() == first && is_at(at) {
            return true;
        }
        at_word_start = *byte == b' ';
    }
    false
}

/// Joins the parts of one paragraph: collapses white space, and closes up words hyphenated at a line end.
///
/// The hyphen stays: these texts break lines only at hyphens that belong to the word ("anti-/social").
pub fn join_parts<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    parts.into_iter().for_each(|part| append_part(&mut out, part, false));
    drop_soft_hyphen(&mut out);
    out
}

/// Removes a soft hyphen at the end: the word goes on with what is appended next, if anything is.
pub fn drop_soft_hyphen(out: &mut String) {
    out.truncate(out.trim_end_matches(SOFT_HYPHEN).len());
}

/// Appends one part to a paragraph in the same way, or without a space if it is glued to the text before it.
pub fn append_part(out: &mut String, part: &str, glued: bool) {
    let mut words = part.split_whitespace().peekable();
    if let Some(first) = words.peek()
        && !out.is_empty()
        && !glued
        && !is_split_word(out, first)
    {
        out.push(' ');
    }
    if words.peek().is_some() {
        drop_soft_hyphen(out);
    }
    while let Some(word) = words.next() {
        out.push_str(word);
        if words.peek().is_some() {
            out.push(' ');
        }
    }
}

/// Whether the last word of `so_far` and the word `next` are one word, split at a line end.
pub fn is_split_word(so_far: &str, next: &str) -> bool {
    // "mid- and long-term" keeps its space.
    let suspended = ["and", "or", "to"].contains(&next);
    if so_far.ends_with(SOFT_HYPHEN) {
        return true;
    }
    let Some(before) = so_far.strip_suffix(['-', '\u{2011}']) else { return false };
    before.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric) && !suspended
}

/// Whether a text ends a sentence or a list item, ignoring closing quotes, brackets and footnote marks.
pub fn is_complete(text: &str) -> bool {
    let text = text.trim_end();
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || is_superscript_digit(c));
    ends_with_stop(text) || (ends_with_stop(bare) && !ends_in_decimal(text, bare))
}

/// Whether the digits at the end of `text` are decimal places; `bare` is `text` without those digits.
///
/// "8.1" is a number; "2015.4" is a year, a full stop and a footnote mark.
pub fn ends_in_decimal(text: &str, bare: &str) -> bool {
    let whole = bare.trim_end_matches('.');
    let digits = whole.len() - whole.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    bare.ends_with('.') && text.ends_with(|c: char| c.is_ascii_digit()) && digits > 0 && digits != 4
}

fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches(['\'', '"', '’', '”', ')', ']']).ends_with(['.', '?', '!', ':', ';'])
}

/// Whether `c` is a superscript digit, as footnote marks are.
pub fn is_superscript_digit(c: char) -> bool {
    matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// The end of a paragraph, enough to decide whether it is complete.
pub struct BlockTail {
    /// Its last words.
    pub words: String,
    /// Whether the whole paragraph is longer than any heading.
    pub is_long: bool,
}

/// Whether the last word is one that cannot end a sentence of prose. A heading may: "... how many there are".
pub fn ends_mid_sentence(words: &str) -> bool {
    const NEVER_LAST_IN_PROSE: [&str; 15] =
        ["to", "in", "on", "at", "by", "for", "with", "that", "which", "is", "are", "was", "this", "as", "be"];
    words.split_whitespace().next_back().is_some_and(|last| NEVER_LAST_IN_PROSE.contains(&last))
}

/// Whether a text ends like an item of a list, before the last one: "find them; and".
pub fn ends_item(words: &str) -> bool {
    words.ends_with(';') || words.ends_with("; and") || words.ends_with("; or")
}

/// Whether the last word is one that ends neither a sentence nor a heading.
pub fn never_ends_text(words: &str) -> bool {
    const NEVER_LAST: [&str; 9] = ["a", "an", "the", "of", "from", "and", "or", "its", "their"];
    let last = words.split_whitespace().next_back().unwrap_or_default();
    last.ends_with([',', '-', '–']) || NEVER_LAST.contains(&last)
}

/// Whether `next` continues a paragraph that ends with `before` and was interrupted by a page break, footnote or box.
pub fn continues_paragraph(before: &BlockTail, next: &str) -> bool {
    if is_complete(&before.words) || (!before.is_long && ends_item(&before.words)) {
        return false;
    }
    next.starts_with(char::is_lowercase)
        || never_ends_text(&before.words)
        || (before.is_long && ends_mid_sentence(&before.words))
        || (before.is_long && next.starts_with(|c: char| c.is_ascii_digit() || c == '('))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_split_at_a_hyphen_are_closed_up_and_others_are_not() {
        assert_eq!(join_parts(["the resi\u{ad}", "dents of the vil\u{ad}"]), "the residents of the vil");
        assert_eq!(join_parts(["tackle anti- ", "social  behaviour"]), "tackle anti-social behaviour");
        assert_eq!(join_parts(["in the mid- ", "and long-term"]), "in the mid- and long-term");
        assert_eq!(join_parts(["every occasion ", "– primarily"]), "every occasion – primarily");
    }

    #[test]
    fn quotes_brackets_and_footnote_marks_may_follow_the_end_of_a_sentence() {
        for finished in
            ["done.", "done.”", "(done.)", "a decrease on 2015.4", "guidance.¹⁵", "as follows:", "one; and two;"]
        {
            assert!(is_complete(finished), "{finished}");
        }
        for open in ["over other potential", "(for an extended period)", "the rate was 8.1", "the model12"] {
            assert!(!is_complete(open), "{open}");
        }
    }

    #[test]
    fn an_interrupted_paragraph_continues_and_a_heading_does_not() {
        let continues =
            |before: &str, next| continues_paragraph(&BlockTail { words: before.to_string(), is_long: false }, next);
        assert!(continues("is working effectively to manage", "the increased demand"));
        assert!(continues("consists of officers from the", "West Midlands"));
        assert!(!continues("good supervision and investigative support", "The force is planning"));
        assert!(!continues("Good", "HMIC looked at"));
    }
}
