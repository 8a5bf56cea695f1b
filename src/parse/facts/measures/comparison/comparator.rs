//! The words of a comparison, and the comparator they name.

use crate::facts::measures::amount::AmountKind;
use intake::text::is_in_word_list;

/// The first cue for a comparison ("compared with", "than"), as start and end byte.
pub fn find_cue(text: &str) -> Option<(usize, usize)> {
    const CUES: [&str; 15] = [
        "compared with",
        "compared to",
        "compares with",
        "compares to",
        "comparison with",
        "comparison to",
        "in line with",
        "than",
        "against",
        "similar to",
        "consistent with",
        "above the",
        "below the",
        "while",
        "the same as",
    ];
    let is_whole =
        |(from, to): &(usize, usize)| text[..*from].ends_with([' ', '(']) && text[*to..].starts_with([' ', ',']);
    let found = |cue: &&str| text.match_indices(cue).map(|(at, _)| (at, at + cue.len())).find(is_whole);
    CUES.iter().filter_map(found).min()
}

/// The first comparator with a standard name: "England and Wales", "national average".
pub fn standard_comparator(text: &str) -> Option<&str> {
    const NAMES: [&str; 4] = ["England and Wales", "local population", "similar forces", "target"];
    const AFTER_NATIONAL: &str = "average rate standard figure level target proportion";
    let named = NAMES.iter().filter_map(|name| Some((text.find(name)?, name.len()))).min();
    if let Some((at, length)) = named {
        return Some(&text[at..at + length]);
    }
    let at = text.find("national ")?;
    let noun = text[at..].split([' ', ',', '.', ')']).nth(1).filter(|noun| is_in_word_list(noun, AFTER_NATIONAL))?;
    Some(&text[at..at + "national ".len() + noun.len()])
}

/// What a comparator's value is about, from the text after it: "of the local people", "in the year before". None for
/// counts, which are followed by what they count.
pub fn comparator_after_value(text: &str, kind: AmountKind) -> Option<&str> {
    const MAX_BYTES: usize = 60;
    let rest = text.trim_start();
    let phrase = ["of ", "for ", "in ", "across ", "among ", "at "].iter().find_map(|of| rest.strip_prefix(of))?;
    let name = phrase
        .strip_prefix("the ")
        .unwrap_or(phrase)
        .split([',', ';', '(', ')'])
        .next()?
        .trim_end_matches(['.', ' ', '*', '†']);
    (kind != AmountKind::Count && !name.is_empty() && name.len() < MAX_BYTES).then_some(name)
}

/// The byte at which the comparing clause begins: at "which is slightly lower", not only at the cue "than". `from` is
/// the end of the amount and `cue` the start of the cue.
pub fn comparing_clause_start(text: &str, from: usize, cue: usize) -> usize {
    const LEADING: &str = "which is was are were this higher lower more less greater above below slightly much well \
                           broadly significantly considerably marginally far when in and";
    let between = &text[from..cue];
    if let Some(at) = between.find(", which ").or_else(|| between.find(" which ")) {
        return from + at;
    }
    let mut kept = between.trim_end();
    while let Some(last) = kept.rsplit(' ').next().filter(|last| !last.is_empty() && is_in_word_list(last, LEADING)) {
        kept = kept[..kept.len() - last.len()].trim_end();
    }
    from + kept.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_whole_words_and_the_comparing_clause_includes_the_words_before_them() {
        let text = "22 percent which was lower than the 26 percent";
        assert_eq!(find_cue(text).map(|(at, _)| &text[at..]), Some("than the 26 percent"));
        assert_eq!(comparing_clause_start(text, 10, 27), 10);
        let text = "a rate of 52.4 percent for the year is broadly in line with the rest";
        let (at, _) = find_cue(text).unwrap_or_default();
        assert_eq!(&text[..comparing_clause_start(text, 22, at)], "a rate of 52.4 percent for the year");
        assert_eq!(find_cue("thanks to them"), None);
    }

    #[test]
    fn comparators_have_a_standard_name_or_are_named_after_their_value() {
        assert_eq!(standard_comparator("above the England and Wales rate"), Some("England and Wales"));
        assert_eq!(standard_comparator("The national standard states"), Some("national standard"));
        assert_eq!(standard_comparator("international averages"), None);
        assert_eq!(
            comparator_after_value(" of the people who live there.", AmountKind::Percent),
            Some("people who live there")
        );
        assert_eq!(comparator_after_value(" of the people", AmountKind::Count), None);
    }
}
