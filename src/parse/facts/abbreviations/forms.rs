//! A short form with its long form, and how the one is found from the place of the other.

use crate::facts::abbreviations::align::{Part, at_start, parts};
use crate::facts::abbreviations::short;
use std::ops::Range;

/// How many bytes away a long form may start: a bound, so that reading stays linear.
pub const FAR: usize = 300;

/// A short form and the words it stands for, as ranges of their sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelled {
    pub short: Range<usize>,
    pub long: Range<usize>,
    /// Both with what stands between them.
    pub whole: Range<usize>,
}

impl Spelled {
    /// Joins the two, with the bracket that closes behind them.
    pub fn new(text: &str, short: Range<usize>, long: Range<usize>) -> Self {
        let (start, end) = (short.start.min(long.start), short.end.max(long.end));
        let closing = text[end..].starts_with(')') && text[start..end].contains('(');
        Spelled { whole: start..end + usize::from(closing), short, long }
    }
}

/// Every spelling-out in a sentence, way by way.
pub fn spelled(text: &str) -> Vec<Spelled> {
    let mut found = crate::facts::abbreviations::bracketed::read(text);
    found.extend(crate::facts::abbreviations::named::read(text));
    found
}

/// The words of the same clause before a place; a bracket, dash, colon or semicolon parts clauses.
pub fn words_before(text: &str, end: usize) -> Vec<Part> {
    let near = near_before(text, end);
    let cut = near.rfind(['(', ')', ':', ';', '–', '—']);
    let behind = cut.map_or(near, |at| near[at..].trim_start_matches(['(', ')', ':', ';', '–', '—']));
    parts(text, end - behind.len()..end)
}

/// The short form right before a place, or with one to three small words between: "the SARA model (", "4Ps approach –".
pub fn short_before(text: &str, end: usize) -> Option<Range<usize>> {
    for word in near_before(text, end).split_whitespace().rev().take(4) {
        if let Some(short) = short::in_word(word) {
            return Some(range_of(text, short));
        }
        if !word.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            return None;
        }
    }
    None
}

/// The long form that the words from `start` to `end` begin with.
pub fn opened(text: &str, short: Range<usize>, inside: Range<usize>) -> Option<Spelled> {
    let far = inside.end.min(inside.start + FAR);
    let until = (inside.start..=far).rev().find(|at| text.is_char_boundary(*at))?;
    let long = at_start(text, &parts(text, inside.start..until), &short::letters(&text[short.clone()]))?;
    Some(Spelled::new(text, short, long))
}

fn near_before(text: &str, end: usize) -> &str {
    let from = (end.saturating_sub(FAR)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    &text[from..end]
}

/// Where a slice of the text stands in it.
pub fn range_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn spells(text: &str, expected: &[(&str, &str)]) {
        let found = spelled(text);
        let words: Vec<_> = found.iter().map(|s| (&text[s.short.clone()], &text[s.long.clone()])).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn a_short_form_in_brackets_follows_its_words() {
        spells("It has an independent advisory group (IAG).", &[("IAG", "independent advisory group")]);
        spells("Organised crime groups1 (OCGs) are mapped.", &[("OCGs", "Organised crime groups")]);
        spells("units (ROCU⁹) and ‘management of risk’ (MoR)", &[("MoR", "management of risk")]);
        spells("a Harm unit (protecting vulnerable people (PVP)) helps", &[("PVP", "protecting vulnerable people")]);
        spells(
            "regional crime units (the RCUs) and tactical teams (also known as TTs)",
            &[("RCUs", "regional crime units"), ("TTs", "tactical teams")],
        );
        spells("the crime recording standard (CRS, set nationally)", &[("CRS", "crime recording standard")]);
    }

    #[test]
    fn words_in_brackets_that_no_words_spell_out_are_no_short_form() {
        for text in [
            "Not in public interest (CPS), expired",
            "prevented action (outcome 15)",
            "sea (UK and abroad)",
            "(PVP) units",
        ] {
            spells(text, &[]);
        }
    }

    #[test]
    fn two_forms_in_one_bracket_end_each_at_its_word() {
        spells(
            "notices of arrest and orders of control (NA and OC)",
            &[("NA", "notices of arrest"), ("OC", "orders of control")],
        );
    }

    #[test]
    fn a_long_form_in_brackets_follows_its_short_form() {
        spells("the local SOCU (Serious Organised Crime Unit).", &[("SOCU", "Serious Organised Crime Unit")]);
        spells("the SARA model (scan, analyse, respond, assess) works", &[("SARA", "scan, analyse, respond, assess")]);
        spells(
            "adopt a 4Ps (pursue, prevent, protect, prepare) approach",
            &[("4Ps", "pursue, prevent, protect, prepare")],
        );
        spells("PCSOs (many of them new) and IT (in places)", &[]);
    }

    #[test]
    fn a_form_is_spelled_out_in_plain_words() {
        spells("teams (called safer neighbourhood teams or SNTs) know", &[("SNTs", "safer neighbourhood teams")]);
        spells("The LRF is the local resilience forum.", &[("LRF", "local resilience forum")]);
        spells("LRF stands for local resilience forum.", &[("LRF", "local resilience forum")]);
        spells(
            "all of the 4P approach – pursue, prevent, protect and prepare.",
            &[("4P", "pursue, prevent, protect and prepare")],
        );
        spells("The SPR is issued annually, police officers or PCSOs attend", &[]);
    }
}
