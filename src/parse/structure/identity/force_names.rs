//! The names of forces as reports print them, and the ids derived from them.

use crate::format::DocumentText;
use model::{ForceId, is_month_name, slugify};
use std::collections::BTreeMap;

const SERVICE_OF: &str = "Police Service of ";

/// The id of a force from its printed name: "West Midlands Police" is `west-midlands`.
///
/// A force that was renamed keeps the id that the inspectorate uses in its addresses.
pub fn force_id(printed: &str) -> ForceId {
    const RENAMED: [(&str, &str); 1] = [("hampshire-and-isle-of-wight", "hampshire")];
    let name = printed.strip_prefix("the ").unwrap_or(printed);
    let name = name.strip_prefix(SERVICE_OF).unwrap_or(name);
    let name =
        [" Police Service", " Police", " Constabulary"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let id = slugify(&name.replace('&', "and"));
    ForceId::new(RENAMED.iter().find(|(now, _)| *now == id).map_or(id.as_str(), |(_, then)| then))
}

/// The force named after a phrase of the report, or the one named most often if no name follows the phrase.
///
/// If a name follows the phrase but cannot be read, the result is `None`: another name would be a guess. A phrase of which
/// copying has lost the name ("An inspection of Police") is no name.
pub fn stated_force(document: &DocumentText, phrase: &str) -> Option<String> {
    let after_phrase = |words: &str| words.split(phrase).nth(1).map(|rest| without_article(rest).to_string());
    let is_lost = |paragraph: &String| {
        after_phrase(paragraph).is_some_and(|name| ["Police", "Constabulary"].contains(&name.as_str()))
    };
    let after = after_phrase(&document.flat_text).filter(|rest| rest.starts_with(char::is_uppercase));
    let name = match after.filter(|_| !document.paragraphs.iter().any(is_lost)) {
        Some(rest) => {
            // The end of a name is most reliable in its own paragraph.
            let alone = document.paragraphs.iter().find_map(|paragraph| after_phrase(paragraph));
            alone.and_then(|name| force_at_start(&name)).or_else(|| force_at_start(&rest))
        }
        None => most_named_force(document),
    };
    // A non-breaking hyphen is only a matter of layout.
    name.map(|name| name.replace('\u{2011}', "-"))
}

/// The force that a report on areas says it inspected: in its title, or where it introduces the judgments.
pub fn inspected_force(document: &DocumentText) -> Option<String> {
    const PHRASES: [&str; 2] = ["assessed how good ", "An inspection of "];
    let is_stated = |phrase: &&&str| document.flat_text.contains(**phrase);
    stated_force(document, PHRASES.iter().find(is_stated).copied().unwrap_or(PHRASES[1]))
}

/// The force named most often, for texts that do not state which force they are about.
pub fn most_named_force(document: &DocumentText) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for paragraph in &document.paragraphs {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        for name in
            (0..words.len()).filter_map(|i| force_ending_at(&words, i).or_else(|| police_service_name(&words[i..])))
        {
            *counts.entry(name).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(name, _)| name)
}

/// A text without "the" at its start.
fn without_article(words: &str) -> &str {
    let words = words.trim_start();
    words.strip_prefix("the ").or(words.strip_prefix("The ")).unwrap_or(words)
}

/// The force named at the start of a text: "Warwickshire Police" in "Warwickshire Police Warwickshire Justice Centre".
pub fn force_at_start(words: &str) -> Option<String> {
    let words: Vec<&str> = without_article(words).split_whitespace().take(8).collect();
    let ending = || (1..words.len()).find_map(|i| force_ending_at(&words, i).filter(|n| n.starts_with(words[0])));
    police_service_name(&words).or_else(ending)
}

/// The name at the start of `words`, if it begins with "Police Service of".
fn police_service_name(words: &[&str]) -> Option<String> {
    const LONGEST: usize = 4;
    let ["Police", "Service", "of", names @ ..] = words else { return None };
    let ends = |word: &&&str| bare_word(word).len() < word.len();
    let is_part = |word: &&&str| is_name_word(bare_word(word)) && !is_month_name(bare_word(word));
    let count = names.iter().take(LONGEST).take_while(is_part).count();
    let count = names[..count].iter().position(|word| ends(&word)).map_or(count, |at| at + 1);
    let name: Vec<&str> = names[..count].iter().map(|word| bare_word(word)).collect();
    (count > 0).then(|| format!("{SERVICE_OF}{}", name.join(" ")))
}

/// Whether a word may be part of the name of a force.
fn is_name_word(word: &str) -> bool {
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
    // "D'Arcy" and "St. Mary" may be part of one too.
    let letters = if word == "St." { "St" } else { word };
    letters.starts_with(char::is_uppercase)
        && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\u{2011}' | '\'' | '’'))
        && !NOT_NAMES.contains(&word)
}

/// The name that ends at index `at` with "Police", "Police Service" or "Constabulary", with the capitalised words
/// before.
fn force_ending_at(words: &[&str], at: usize) -> Option<String> {
    // These may be inside a name but not at its start: "Devon and Cornwall Police".
    const INNER: [&str; 3] = ["and", "of", "&"];
    let end = match (words[at], bare_word(words[at]), words.get(at + 1).map(|next| bare_word(next))) {
        _ if police_service_name(&words[at..]).is_some() => return None,
        ("Police", _, Some("Service")) => "Police Service",
        (_, "Police", _) => "Police",
        (_, "Constabulary", _) => "Constabulary",
        _ => return None,
    };
    let before = &words[..at];
    let mut from = before.len();
    while from > 0 && before.len() - from < 5 && (is_name_word(before[from - 1]) || INNER.contains(&before[from - 1])) {
        from -= 1;
    }
    while from < before.len() && INNER.contains(&before[from]) {
        from += 1;
    }
    let name = before[from..].join(" ");
    (!name.is_empty()).then(|| format!("{name} {end}"))
}

/// A word without punctuation or a possessive at its end: "Constabulary" for "Constabulary’s,".
fn bare_word(word: &str) -> &str {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document<'a>(paragraphs: &[&'a str]) -> DocumentText<'a> {
        let owned = paragraphs.iter().map(|paragraph| paragraph.to_string()).collect();
        DocumentText { lines: paragraphs.to_vec(), paragraphs: owned, flat_text: paragraphs.join(" ") }
    }

    #[test]
    fn ids_are_those_in_the_inspectorates_addresses() {
        for (printed, id) in [
            ("West Midlands Police", "west-midlands"),
            ("the Metropolitan Police Service", "metropolitan"),
            ("Hampshire and Isle of Wight Constabulary", "hampshire"),
            ("Devon & Cornwall Police", "devon-and-cornwall"),
            ("Dyfed-Powys Police", "dyfed-powys"),
            ("Police Service of Exshire", "exshire"),
            ("D'Arcy and St. Mary Police", "darcy-and-st-mary"),
        ] {
            assert_eq!(force_id(printed).as_str(), id);
        }
    }

    #[test]
    fn the_force_of_a_text_is_the_one_it_names_most_often_and_a_heading_is_not_part_of_its_name() {
        let most = |paragraphs: &[&str]| most_named_force(&document(paragraphs));
        let text = "Exshire Police works with Wyeshire Police. In Exshire Police’s area, Exshire Police leads.";
        assert_eq!(most(&[text]).as_deref(), Some("Exshire Police"));
        assert_eq!(most(&["the police are the public"]), None);
        assert_eq!(most(&["Summary", "Exshire Police leads."]).as_deref(), Some("Exshire Police"));
        let service = most(&["Summary", "Police Service of Exshire’s officers lead."]);
        assert_eq!(service.as_deref(), Some("Police Service of Exshire"));
    }

    #[test]
    fn a_force_is_read_from_the_start_of_an_address() {
        for (words, force) in [
            ("Devon and Cornwall Police Middlemoor Exeter", "Devon and Cornwall Police"),
            ("the Metropolitan Police Service. Reports on", "Metropolitan Police Service"),
            ("Police Service of North Exshire March 2018", "Police Service of North Exshire"),
            ("D'Arcy and St. Mary Police March 2018", "D'Arcy and St. Mary Police"),
        ] {
            assert_eq!(force_at_start(words).as_deref(), Some(force));
        }
    }

    #[test]
    fn a_stated_name_that_cannot_be_read_is_not_replaced_by_another() {
        let stated = |cover| stated_force(&document(&["PEEL", cover, "Wyeshire Police leads."]), "An inspection of ");
        assert_eq!(
            stated("An inspection of the Police Service of Exshire").as_deref(),
            Some("Police Service of Exshire")
        );
        assert_eq!(stated("An inspection of Exshire 2 Police"), None);
        assert_eq!(stated("An inspection of its plans").as_deref(), Some("Wyeshire Police"));
    }
}
