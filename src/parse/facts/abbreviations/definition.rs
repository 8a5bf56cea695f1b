//! A short form with its long form, and how one is found from the position of the other.

use crate::facts::abbreviations::align::{WordPart, long_form_at_start, word_parts};
use crate::facts::abbreviations::short_form;
use std::ops::Range;

/// How many bytes away a long form may start. The bound keeps reading linear.
pub const MAX_DISTANCE: usize = 300;

/// A short form and the words it stands for, as byte ranges of their sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The short form: "MASH".
    pub short_form: Range<usize>,
    /// The words it stands for: "multi-agency safeguarding hub".
    pub long_form: Range<usize>,
    /// Both forms, the text between them and the closing bracket.
    pub extent: Range<usize>,
}

impl Definition {
    /// Combines the two forms. The extent includes a closing bracket right after them.
    pub fn new(text: &str, short_form: Range<usize>, long_form: Range<usize>) -> Self {
        let (start, end) = (short_form.start.min(long_form.start), short_form.end.max(long_form.end));
        let closing = text[end..].starts_with(')') && text[start..end].contains('(');
        Definition { extent: start..end + usize::from(closing), short_form, long_form }
    }
}

/// Every definition in a sentence: first those with brackets, then those without.
pub fn find_definitions(text: &str) -> Vec<Definition> {
    let mut found = crate::facts::abbreviations::bracketed::find_bracketed(text);
    found.extend(crate::facts::abbreviations::unbracketed::find_unbracketed(text));
    found
}

/// The words before byte `end` in the same clause; clauses are separated by brackets, dashes, colons and semicolons.
pub fn words_before(text: &str, end: usize) -> Vec<WordPart> {
    let near = text_before(text, end);
    let separator = near.rfind(['(', ')', ':', ';', '–', '—']);
    let clause = separator.map_or(near, |at| near[at..].trim_start_matches(['(', ')', ':', ';', '–', '—']));
    word_parts(text, end - clause.len()..end)
}

/// The short form right before byte `end`, or with one to three lower-case words between: "the SARA model (",
/// "4Ps approach –".
pub fn short_form_before(text: &str, end: usize) -> Option<Range<usize>> {
    for word in text_before(text, end).split_whitespace().rev().take(4) {
        if let Some(short) = short_form::in_word(word) {
            return Some(range_of(text, short));
        }
        if !word.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            return None;
        }
    }
    None
}

/// The definition of `short` if the words in the range `inside` begin with its long form.
pub fn definition_at_start(text: &str, short: Range<usize>, inside: Range<usize>) -> Option<Definition> {
    let limit = inside.end.min(inside.start + MAX_DISTANCE);
    let end = (inside.start..=limit).rev().find(|at| text.is_char_boundary(*at))?;
    let long = long_form_at_start(
        text,
        &word_parts(text, inside.start..end),
        &short_form::expected_letters(&text[short.clone()]),
    )?;
    Some(Definition::new(text, short, long))
}

/// The text before byte `end`, at most [`MAX_DISTANCE`] bytes of it.
fn text_before(text: &str, end: usize) -> &str {
    let from = (end.saturating_sub(MAX_DISTANCE)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    &text[from..end]
}

/// The byte range of `part`, a slice of `text`, within it.
pub fn range_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_definitions(text: &str, expected: &[(&str, &str)]) {
        let found = find_definitions(text);
        let words: Vec<_> = found.iter().map(|s| (&text[s.short_form.clone()], &text[s.long_form.clone()])).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn a_short_form_in_brackets_follows_its_words() {
        assert_definitions("It has an independent advisory group (IAG).", &[("IAG", "independent advisory group")]);
        assert_definitions("Organised crime groups1 (OCGs) are mapped.", &[("OCGs", "Organised crime groups")]);
        assert_definitions("units (ROCU⁹) and ‘management of risk’ (MoR)", &[("MoR", "management of risk")]);
        assert_definitions(
            "a Harm unit (protecting vulnerable people (PVP)) helps",
            &[("PVP", "protecting vulnerable people")],
        );
        assert_definitions(
            "regional crime units (the RCUs) and tactical teams (also known as TTs)",
            &[("RCUs", "regional crime units"), ("TTs", "tactical teams")],
        );
        assert_definitions(
            "the crime recording standard (CRS, set nationally)",
            &[("CRS", "crime recording standard")],
        );
    }

    #[test]
    fn brackets_whose_letters_no_words_supply_define_nothing() {
        for text in [
            "Not in public interest (CPS), expired",
            "prevented action (outcome 15)",
            "sea (UK and abroad)",
            "(PVP) units",
        ] {
            assert_definitions(text, &[]);
        }
    }

    #[test]
    fn two_short_forms_in_one_bracket_each_have_their_own_words() {
        assert_definitions(
            "notices of arrest and orders of control (NA and OC)",
            &[("NA", "notices of arrest"), ("OC", "orders of control")],
        );
    }

    #[test]
    fn a_long_form_in_brackets_follows_its_short_form() {
        assert_definitions(
            "the local SOCU (Serious Organised Crime Unit).",
            &[("SOCU", "Serious Organised Crime Unit")],
        );
        assert_definitions(
            "the SARA model (scan, analyse, respond, assess) works",
            &[("SARA", "scan, analyse, respond, assess")],
        );
        assert_definitions(
            "adopt a 4Ps (pursue, prevent, protect, prepare) approach",
            &[("4Ps", "pursue, prevent, protect, prepare")],
        );
        assert_definitions("PCSOs (many of them new) and IT (in places)", &[]);
    }

    #[test]
    fn a_short_form_may_be_spelled_out_without_brackets() {
        assert_definitions(
            "teams (called safer neighbourhood teams or SNTs) know",
            &[("SNTs", "safer neighbourhood teams")],
        );
        assert_definitions("The LRF is the local resilience forum.", &[("LRF", "local resilience forum")]);
        assert_definitions("LRF stands for local resilience forum.", &[("LRF", "local resilience forum")]);
        assert_definitions(
            "all of the 4P approach – pursue, prevent, protect and prepare.",
            &[("4P", "pursue, prevent, protect and prepare")],
        );
        assert_definitions("The SPR is issued annually, police officers or PCSOs attend", &[]);
    }
}
