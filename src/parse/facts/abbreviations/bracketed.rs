//! "multi-agency safeguarding hub (MASH)" and "MASH (multi-agency safeguarding hub)".

use crate::facts::abbreviations::align::{Fit, Part, at_end};
use crate::facts::abbreviations::forms::{FAR, Spelled, opened, range_of, short_before, words_before};
use crate::facts::abbreviations::short;
use std::ops::Range;

/// Both ways, in the order in which brackets close.
pub fn read(text: &str) -> Vec<Spelled> {
    let mut found = Vec::new();
    for bracket in brackets(text) {
        found.extend(short_inside(text, &bracket));
        let before = short_before(text, bracket.start);
        found.extend(before.and_then(|short| opened(text, short, bracket.start + 1..bracket.end)));
    }
    found
}

/// From each opening to its closing bracket, inner brackets before outer ones.
fn brackets(text: &str) -> Vec<Range<usize>> {
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

/// Short forms in brackets, with what the words before them spell out.
fn short_inside(text: &str, bracket: &Range<usize>) -> Vec<Spelled> {
    let forms = forms(text, bracket);
    let before = words_before(text, bracket.start);
    // Of "notices and orders (DVPNs and DVPOs)" each form may end at its own word.
    let (fit, joins) = if forms.len() > 1 { (Fit::Strict, true) } else { (Fit::Loose, false) };
    let ends = || (0..=before.len()).rev().filter(|n| *n == before.len() || joins && is_and(text, &before[*n]));
    let long = |form: &Range<usize>| {
        let letters = short::letters(&text[form.clone()]);
        ends().find_map(|end| at_end(text, &before[..end], &letters, fit))
    };
    forms.iter().filter_map(|form| Some(Spelled::new(text, form.clone(), long(form)?))).collect()
}

/// "(MASH)", "(the MASH)", "(DVPNs and DVPOs)", "(PCC, elected)"; none if the bracket is a remark.
fn forms(text: &str, bracket: &Range<usize>) -> Vec<Range<usize>> {
    const LEADING: [&str; 9] = ["the", "or", "known", "as", "also", "called", "hereafter", "a", "an"];
    let inside = &text[bracket.start + 1..bracket.end];
    if inside.len() > FAR {
        return Vec::new();
    }
    let mut forms: Vec<Range<usize>> = Vec::new();
    for word in inside.split_whitespace().skip_while(|word| LEADING.contains(word)) {
        let last = forms.last().map_or("", |last| &text[last.end..]);
        match short::in_word(word) {
            Some(short) => forms.push(range_of(text, short)),
            None if ["and", "or"].contains(&word) && !forms.is_empty() => {}
            None if last.starts_with([',', ';', ':']) || word == "–" => break,
            None => return Vec::new(),
        }
    }
    forms
}

fn is_and(text: &str, part: &Part) -> bool {
    ["and", "or"].contains(&&text[part.range.clone()])
}
