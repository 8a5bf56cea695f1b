//! Definitions with brackets: "multi-agency safeguarding hub (MASH)" and "MASH (multi-agency safeguarding hub)".

use crate::facts::abbreviations::align::{FitRule, WordPart, long_form_at_end};
use crate::facts::abbreviations::definition::{
    Definition, MAX_DISTANCE, definition_at_start, range_of, short_form_before, words_before,
};
use crate::facts::abbreviations::short_form;
use std::ops::Range;

/// Definitions with either form in brackets, in the order in which the brackets close.
pub fn find_bracketed(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for bracket in bracket_ranges(text) {
        found.extend(definitions_in_bracket(text, &bracket));
        let before = short_form_before(text, bracket.start);
        found.extend(before.and_then(|short| definition_at_start(text, short, bracket.start + 1..bracket.end)));
    }
    found
}

/// Byte ranges from each opening bracket to its closing one, inner brackets before outer ones.
fn bracket_ranges(text: &str) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => found.extend(open.pop().map(|start| start..at)),
            _ => {}
        }
    }
    found
}

/// Definitions of the short forms in a bracket by the words before it.
fn definitions_in_bracket(text: &str, bracket: &Range<usize>) -> Vec<Definition> {
    let forms = short_forms_in(text, bracket);
    let before = words_before(text, bracket.start);
    // In "notices and orders (DVPNs and DVPOs)", each long form may end at its own word.
    let has_several = forms.len() > 1;
    let fit = if has_several { FitRule::Strict } else { FitRule::Loose };
    let ends =
        || (0..=before.len()).rev().filter(|n| *n == before.len() || has_several && is_conjunction(text, &before[*n]));
    let long_form = |form: &Range<usize>| {
        let letters = short_form::expected_letters(&text[form.clone()]);
        ends().find_map(|end| long_form_at_end(text, &before[..end], &letters, fit))
    };
    forms.iter().filter_map(|form| Some(Definition::new(text, form.clone(), long_form(form)?))).collect()
}

/// The short forms in "(MASH)", "(the MASH)", "(DVPNs and DVPOs)" or "(PCC, elected)"; none if the bracket contains a
/// remark.
fn short_forms_in(text: &str, bracket: &Range<usize>) -> Vec<Range<usize>> {
    const LEADING: [&str; 9] = ["the", "or", "known", "as", "also", "called", "hereafter", "a", "an"];
    let inside = &text[bracket.start + 1..bracket.end];
    if inside.len() > MAX_DISTANCE {
        return Vec::new();
    }
    let mut forms: Vec<Range<usize>> = Vec::new();
    for word in inside.split_whitespace().skip_while(|word| LEADING.contains(word)) {
        let after_last = forms.last().map_or("", |last| &text[last.end..]);
        match short_form::in_word(word) {
            Some(short) => forms.push(range_of(text, short)),
            None if ["and", "or"].contains(&word) && !forms.is_empty() => {}
            None if after_last.starts_with([',', ';', ':']) || word == "–" => break,
            None => return Vec::new(),
        }
    }
    forms
}

fn is_conjunction(text: &str, part: &WordPart) -> bool {
    ["and", "or"].contains(&&text[part.range.clone()])
}
