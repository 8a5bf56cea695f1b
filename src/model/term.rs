//! Terms: short forms, and words that a report defines.

use crate::slugify;

/// The id of a term, the same for its singular and plural and for any case: "marac" for "MARACs", and for "multi-agency
/// risk assessment conference (MARAC)", whose short form stands for it.
pub fn term_id(term: &str) -> String {
    let short = term.strip_suffix(')').and_then(|open| open.rsplit_once('('));
    let words = short.map_or(term, |(_, short)| short);
    let mut id = slugify(words);
    // The last letter of "ONS" is no plural.
    if words.ends_with('s') && !words.ends_with("ss") && id.len() > 2 {
        id.pop();
    }
    id
}

#[cfg(test)]
mod tests {
    use super::term_id;

    #[test]
    fn spellings_of_one_term_share_an_id() {
        for term in ["MARAC", "MARACs", "marac", "multi-agency risk assessment conference (MARAC)", "units (MARACs)"] {
            assert_eq!(term_id(term), "marac", "{term}");
        }
        assert_eq!(term_id("4Ps"), term_id("4P"));
        assert_eq!(term_id("victim’s process"), "victims-process");
        assert_eq!(term_id("ONS"), "ons");
    }
}
