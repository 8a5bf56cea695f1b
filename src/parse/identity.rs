//! Who was inspected, by whom and when: the pieces that several formats print alike.

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
    for (i, word) in words.iter().enumerate() {
        if let Some(name) = force_ending_at(&words[..=i], word) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(name, _)| name)
}

/// The force whose name stands at the start of `words`: "Warwickshire Police Warwickshire Justice Centre".
pub fn force_at_start(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    (1..words.len().min(8)).find_map(|i| force_ending_at(&words[..=i], words[i]).filter(|n| n.starts_with(words[0])))
}

/// A name that ends in "Police" or "Constabulary" with the capitalised words before it.
fn force_ending_at(words: &[&str], last: &str) -> Option<String> {
    // "of" and "the" join no name at its start, "and" does inside one: "Devon and Cornwall Police".
    const INNER: [&str; 3] = ["and", "of", "&"];
    const NOT_NAMES: [&str; 12] = [
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
    let end = last.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end_matches("'s").trim_end_matches("’s");
    if !matches!(end, "Police" | "Constabulary") {
        return None;
    }
    let is_name = |w: &str| {
        w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '-') && !NOT_NAMES.contains(&w)
    };
    let before = &words[..words.len() - 1];
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
    }
}
