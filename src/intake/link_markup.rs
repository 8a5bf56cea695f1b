//! `[term](#)`: the link markup that web reports put around terms of their glossary.

/// Removes link markup; returns the plain text, and the terms that were linked, each once.
///
/// The terms are as printed; `\(` and `\)` inside a link represent plain brackets.
pub fn remove_links(text: &str) -> (String, Vec<String>) {
    let mut words = String::with_capacity(text.len());
    let mut terms: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((open, close)) = next_link(rest) {
        let term = rest[open + 1..close].replace("\\(", "(").replace("\\)", ")");
        words.push_str(&rest[..open]);
        words.push_str(&term);
        if !terms.contains(&term) {
            terms.push(term);
        }
        rest = &rest[close + LINK_END.len()..];
    }
    words.push_str(rest);
    (words, terms)
}

/// The end of a link.
pub const LINK_END: &str = "](#)";

/// The byte offsets of the next link: of its opening bracket and of its end markup.
pub fn next_link(text: &str) -> Option<(usize, usize)> {
    let close = text.find(LINK_END)?;
    let open = text[..close].rfind('[')?;
    Some((open, close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_markup_is_removed_and_terms_are_kept() {
        let (words, terms) = remove_links("officers' [body-worn video \\(BWV\\)](#) and [bail](#), [bail](#)");
        assert_eq!(words, "officers' body-worn video (BWV) and bail, bail");
        assert_eq!(terms, ["body-worn video (BWV)", "bail"]);
    }

    #[test]
    fn a_link_without_its_opening_bracket_is_left_as_printed() {
        assert_eq!(remove_links("see](#) [this").0, "see](#) [this");
    }
}
