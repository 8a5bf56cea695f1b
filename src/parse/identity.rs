//! Who was inspected, by whom and when: the pieces that several formats print alike.

use crate::fold::fold;
use crate::model::{Date, ForceId, Inspectorate, Scale, When, slug};
use std::collections::BTreeMap;

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

/// The id of a force from its printed name: "West Midlands Police" is `west-midlands`.
///
/// A force that was renamed keeps the id of the inspectorate's addresses.
pub fn force_id(printed: &str) -> ForceId {
    const RENAMED: [(&str, &str); 1] = [("hampshire-and-isle-of-wight", "hampshire")];
    let name = printed.strip_prefix("the ").unwrap_or(printed);
    let name =
        [" Police Service", " Police", " Constabulary"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let id = slug(&name.replace('&', "and"));
    ForceId::new(RENAMED.iter().find(|(now, _)| *now == id).map_or(id.as_str(), |(_, then)| then))
}

/// The force named most often in a text that nowhere says outright whom it is about.
pub fn most_named_force(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for i in 0..words.len() {
        if let Some(name) = force_ending_at(&words, i) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(name, _)| name)
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

/// The force whose name stands at the start of `words`: "Warwickshire Police Warwickshire Justice Centre".
pub fn force_at_start(words: &str) -> Option<String> {
    let words = words.trim_start();
    let words = words.strip_prefix("the ").or(words.strip_prefix("The ")).unwrap_or(words);
    let words: Vec<&str> = words.split_whitespace().take(8).collect();
    (1..words.len()).find_map(|i| force_ending_at(&words, i).filter(|n| n.starts_with(words[0])))
}

/// A name that ends in "Police", "Police Service" or "Constabulary" with the capitalised words before it.
fn force_ending_at(words: &[&str], at: usize) -> Option<String> {
    // "of" and "the" join no name at its start, "and" does inside one: "Devon and Cornwall Police".
    const INNER: [&str; 3] = ["and", "of", "&"];
    const NOT_NAMES: [&str; 16] = [
        "HM",
        "Her",
        "Majesty",
        "Inspector",
        "The",
        "Chief",
        "National",
        "British",
        "Transport",
        "Code",
        "Constable",
        "Inspectorate",
        "Neighbourhood",
        "When",
        "Although",
        "HMIC",
    ];
    let end = match (words[at], bare(words[at]), words.get(at + 1).map(|next| bare(next))) {
        ("Police", _, Some("Service")) => "Police Service",
        (_, "Police", _) => "Police",
        (_, "Constabulary", _) => "Constabulary",
        _ => return None,
    };
    let is_name = |w: &str| {
        w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '-') && !NOT_NAMES.contains(&w)
    };
    let before = &words[..at];
    let mut from = before.len();
    while from > 0 && before.len() - from < 5 && (is_name(before[from - 1]) || INNER.contains(&before[from - 1])) {
        from -= 1;
    }
    while from < before.len() && INNER.contains(&before[from]) {
        from += 1;
    }
    let name = before[from..].join(" ");
    (!name.is_empty()).then(|| format!("{name} {end}"))
}

/// A word without what may hang on it: "Constabulary’s," is "Constabulary".
fn bare(word: &str) -> &str {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_inspectorates_addresses() {
        for (printed, id) in [
            ("West Midlands Police", "west-midlands"),
            ("the Metropolitan Police Service", "metropolitan"),
            ("Hampshire and Isle of Wight Constabulary", "hampshire"),
            ("Devon & Cornwall Police", "devon-and-cornwall"),
            ("Dyfed-Powys Police", "dyfed-powys"),
        ] {
            assert_eq!(force_id(printed).as_str(), id);
        }
    }

    #[test]
    fn the_force_of_a_text_is_the_one_it_names_most() {
        let text = "Exshire Police works with Wyeshire Police. In Exshire Police’s area, Exshire Police leads.";
        assert_eq!(most_named_force(text).as_deref(), Some("Exshire Police"));
        assert_eq!(most_named_force("the police are the public"), None);
    }

    #[test]
    fn a_force_is_read_from_the_start_of_an_address() {
        assert_eq!(
            force_at_start("Devon and Cornwall Police Middlemoor Exeter").as_deref(),
            Some("Devon and Cornwall Police")
        );
        let service = "the Metropolitan Police Service. Reports on";
        assert_eq!(force_at_start(service).as_deref(), Some("Metropolitan Police Service"));
    }
}
