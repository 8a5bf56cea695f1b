//! Finds the words that supply the letters of a short form, after Schwartz and Hearst (2003), but with initials
//! preferred.
//!
//! Function words may supply their initial or be skipped ("scenes of crime officer", "Office for National
//! Statistics"); a word may supply more than its initial ("**vi**olent and **s**exual **o**ffender **r**egister").

mod alignment_table;

use alignment_table::AlignmentTable;
use std::ops::Range;

/// A word, or one part of a hyphenated word.
#[derive(Clone, Debug, PartialEq)]
pub struct WordPart {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it follows a hyphen; such a part need not supply a letter.
    is_after_hyphen: bool,
}

/// The word parts in a byte range of the text, without the digits of footnote markers attached to them.
pub fn word_parts(text: &str, range: Range<usize>) -> Vec<WordPart> {
    let mut parts: Vec<WordPart> = Vec::new();
    let mut open: Option<usize> = None;
    let words = &text[range.clone()];
    for (at, c) in words.char_indices().chain([(words.len(), ' ')]) {
        let at = range.start + at;
        let inside = c.is_alphabetic() || c.is_ascii_digit() || c == '&';
        let possessive = matches!(c, '\'' | '’') && text[at + c.len_utf8()..range.end].starts_with(char::is_alphabetic);
        match open {
            None if inside => open = Some(at),
            Some(start) if !inside && !possessive => {
                let is_inner = text[..start].ends_with(['-', '\u{2011}']) && start > range.start;
                let bare = text[start..at].trim_end_matches(|c: char| c.is_ascii_digit());
                let end = if bare.is_empty() { at } else { start + bare.len() };
                parts.push(WordPart { range: start..end, is_after_hyphen: is_inner });
                open = None;
            }
            _ => {}
        }
    }
    parts
}

/// How well words must fit the letters.
#[derive(Clone, Copy, PartialEq)]
pub enum FitRule {
    /// For short forms in brackets after the words: the cost may be up to 1 for three or four letters and 2 for five
    /// or more. A skipped word costs 1, and so do one or two words after the last one that supplies a letter.
    Loose,
    /// Every word except function words must supply its initial.
    Strict,
}

/// The range of the words at the end of `parts` that supply the letters. The cheapest alignment wins; at equal cost one
/// that does not begin with a function word, then the one that starts last.
pub fn long_form_at_end(text: &str, parts: &[WordPart], letters: &[char], fit: FitRule) -> Option<Range<usize>> {
    const EXTRA_PARTS: usize = 5;
    let parts = &parts[parts.len().saturating_sub(letters.len() * 2 + EXTRA_PARTS)..];
    let allowed_cost = if fit == FitRule::Strict { 0 } else { (letters.len() as u32).saturating_sub(1) / 2 };
    let table = AlignmentTable::new(text, parts, letters, false);
    let starts = (0..parts.len()).rev().filter(|n| !parts[*n].is_after_hyphen);
    let alignments = starts.filter_map(|n| Some((n, table.best_from(n)?)));
    let (start, ending) = alignments.min_by_key(|(n, ending)| (ending.cost, table.is_function_word(*n)))?;
    (ending.cost <= allowed_cost.min(2)).then(|| parts[start].range.start..parts[ending.last_part].range.end)
}

/// The range of the words at the start of `parts` that supply the letters with their initials. Leading articles are
/// skipped.
pub fn long_form_at_start(text: &str, parts: &[WordPart], letters: &[char]) -> Option<Range<usize>> {
    const MAX_PARTS: usize = 30;
    let articles =
        parts.iter().take(2).take_while(|part| matches!(&text[part.range.clone()], "the" | "a" | "an" | "or"));
    let parts = &parts[articles.count()..];
    let parts = &parts[..parts.len().min(MAX_PARTS)];
    let ending = AlignmentTable::new(text, parts, letters, true).best_from(0).filter(|ending| ending.cost == 0)?;
    // Two letters are weak evidence, so no words may follow.
    let is_whole = letters.len() > 2 || ending.last_part + 1 == parts.len();
    is_whole.then(|| parts[0].range.start..parts[ending.last_part].range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::abbreviations::short_form;

    #[track_caller]
    fn long<'t>(text: &'t str, form: &str) -> Option<&'t str> {
        let parts = word_parts(text, 0..text.len());
        long_form_at_end(text, &parts, &short_form::expected_letters(form), FitRule::Loose).map(|range| &text[range])
    }

    #[test]
    fn initials_make_up_a_short_form_and_function_words_are_optional() {
        assert_eq!(long("the Office for National Statistics", "ONS"), Some("Office for National Statistics"));
        assert_eq!(long("a scenes of crime officer", "SOCO"), Some("scenes of crime officer"));
        assert_eq!(long("its multi-agency safeguarding hubs", "MASHs"), Some("multi-agency safeguarding hubs"));
        assert_eq!(long("Anti-social behaviour3", "ASB"), Some("Anti-social behaviour"));
    }

    #[test]
    fn a_word_may_supply_more_than_its_initial_or_nothing() {
        assert_eq!(
            long("the violent and sexual offender register", "ViSOR"),
            Some("violent and sexual offender register")
        );
        assert_eq!(
            long("a national ballistic intelligence service", "NABIS"),
            Some("national ballistic intelligence service")
        );
        assert_eq!(long("sexual offence trained officers", "STO"), Some("sexual offence trained officers"));
    }

    #[test]
    fn words_after_the_last_letter_are_not_part_of_the_long_form() {
        assert_eq!(long("an integrated offender management programme", "IOM"), Some("integrated offender management"));
        assert_eq!(long("the Police and Criminal Evidence Act 1984", "PACE"), Some("Police and Criminal Evidence"));
    }

    #[test]
    fn words_that_do_not_supply_the_letters_are_not_a_long_form() {
        assert_eq!(long("not in public interest", "CPS"), None);
        assert_eq!(long("the same IT system", "COMPACT"), None);
        assert_eq!(long("detectives for each area", "DA"), None);
    }
}
