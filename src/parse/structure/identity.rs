//! Who was inspected, by whom and when: the pieces that several formats print alike.

mod force;

pub use force::{force_at_start, force_id, most_named_force, stated_force};

use model::fold::fold;
use model::{Date, Inspectorate, Scale, When};

/// What a report says about itself.
pub struct Identity {
    /// As printed.
    pub force: String,
    pub inspectorate: Inspectorate,
    pub programme: &'static str,
    pub pillar: Option<&'static str>,
    pub cycle: String,
    /// The last part of the report's id: what was inspected.
    pub what: &'static str,
    pub title: String,
    pub published: Option<When>,
    pub inspected: Option<When>,
    pub isbn: Option<String>,
    pub inspector: Option<String>,
    pub scale: Scale,
}

/// Whether a line says what its signatory is: "Her Majesty's Inspector of Constabulary".
pub fn is_office(line: &str) -> bool {
    const OFFICES: [&str; 4] =
        ["her majesty's inspector", "his majesty's inspector", "hm inspector", "hm chief inspector"];
    let is_one = |words: &str| {
        OFFICES.iter().any(|office| words.strip_prefix(office).is_some_and(|rest| !rest.starts_with("ate")))
    };
    line.len() < 100 && is_one(&fold(line))
}

/// The name in the line above the last "Her Majesty's Inspector of Constabulary".
pub fn signatory(lines: &[&str]) -> Option<String> {
    let named = |name: &str| (name.len() < 60 && name.contains(' ')).then(|| name.to_string());
    if let Some(name) = lines.iter().rev().find_map(|line| line.strip_suffix(", HM Inspector of Constabulary")) {
        return named(name);
    }
    let Some(office) = lines.iter().rposition(|line| is_office(line)) else {
        // All in one line: "Yours sincerely Jo Sample HM Inspector of Constabulary".
        let close = lines.iter().rev().find_map(|line| line.split_once("Yours sincerely"))?.1;
        let end = ["Her Majesty", "His Majesty", "HM Inspector"].iter().find_map(|office| close.find(office))?;
        return named(close[..end].trim_matches([' ', ',']));
    };
    named(lines.get(office.checked_sub(1)?)?)
}

/// The words between two phrases of the text, found whatever its quotes, dashes and line breaks; as printed.
pub fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let start = text.find(before)? + before.len();
    let end = start + text[start..].find(after)?;
    Some(text[start..end].trim())
}

/// The first date printed as `March 2018` or `3 September 2014` in a block of its own words.
pub fn printed_date(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let tries = (0..words.len()).flat_map(|i| [3, 2].map(|n| words.get(i..i + n)));
    tries.flatten().find_map(|w| Date::from_printed(&w.join(" ")).map(When::on))
}

/// The cover of a report: what stands before its contents list or first heading. Some texts start behind it.
pub fn cover(flat: &str) -> &str {
    const LONGEST: usize = 600;
    const ENDS: [&str; 6] =
        ["Contents", "CONTENTS", "Overall summary", "Introduction", "INTRODUCTION", "Force in numbers"];
    let front = flat.char_indices().nth(LONGEST).map_or(flat, |(at, _)| &flat[..at]);
    ENDS.iter().filter_map(|end| front.find(end)).min().map_or(front, |at| &front[..at])
}

/// The date that the cover prints.
pub fn cover_date(flat: &str) -> Option<When> {
    printed_date(cover(flat))
}

/// The number behind "ISBN" on the cover.
pub fn isbn(flat: &str) -> Option<String> {
    let behind = cover(flat).split("ISBN").nth(1)?.trim_start_matches([':', ' ']);
    let is_part = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '–' | ' ' | '\u{2011}');
    let number: String = behind.chars().take_while(is_part).collect();
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    // The year of a date may follow without any word between.
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (digits == 10 || digits == 13).then(|| number.to_string())
}

/// Reads `January and April 2014` or `October 2016 and January 2017` as the interval between its months.
pub fn printed_interval(words: &str) -> Option<When> {
    let (from, to) = words.split_once(" and ")?;
    let end = Date::from_printed(to.trim_end_matches(['.', ',']))?;
    let start = Date::from_printed(from)
        .filter(|d| d.to_string().len() > 4)
        .or_else(|| Date::from_printed(&format!("{from} {}", end.year())))?;
    Some(When::between(start, end))
}
