//! The words that compare, and whom they name.

use crate::facts::measures::amount::Kind;
use intake::text::listed;

/// Where the first words that compare begin and end.
pub fn cue(text: &str) -> Option<(usize, usize)> {
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

/// A comparator that is known by its name: "England and Wales", "national average".
pub fn standard(text: &str) -> Option<&str> {
    const NAMES: [&str; 4] = ["England and Wales", "local population", "similar forces", "target"];
    const NATIONAL: &str = "average rate standard figure level target proportion";
    let named = NAMES.iter().filter_map(|name| Some((text.find(name)?, name.len()))).min();
    if let Some((at, length)) = named {
        return Some(&text[at..at + length]);
    }
    let at = text.find("national ")?;
    let scale = text[at..].split([' ', ',', '.', ')']).nth(1).filter(|scale| listed(scale, NATIONAL))?;
    Some(&text[at..at + "national ".len() + scale.len()])
}

/// "percent of the local people", "percent in the year before": what the other number is of.
pub fn noun_behind(text: &str, kind: Kind) -> Option<&str> {
    const LONGEST: usize = 60;
    let rest = text.trim_start();
    let of = ["of ", "for ", "in ", "across ", "among ", "at "].iter().find_map(|of| rest.strip_prefix(of))?;
    let name = of
        .strip_prefix("the ")
        .unwrap_or(of)
        .split([',', ';', '(', ')'])
        .next()?
        .trim_end_matches(['.', ' ', '*', '†']);
    (kind != Kind::Count && !name.is_empty() && name.len() < LONGEST).then_some(name)
}

/// Where the clause that compares begins, with "which is slightly lower" before "than".
pub fn tail_start(text: &str, from: usize, cue: usize) -> usize {
    const LEADING: &str = "which is was are were this higher lower more less greater above below slightly much well \
                           broadly significantly considerably marginally far when in and";
    let between = &text[from..cue];
    if let Some(at) = between.find(", which ").or_else(|| between.find(" which ")) {
        return from + at;
    }
    let mut kept = between.trim_end();
    while let Some(last) = kept.rsplit(' ').next().filter(|last| !last.is_empty() && listed(last, LEADING)) {
        kept = kept[..kept.len() - last.len()].trim_end();
    }
    from + kept.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_whole_words_and_tails_begin_with_what_leads_to_them() {
        let text = "22 percent which was lower than the 26 percent";
        assert_eq!(cue(text).map(|(at, _)| &text[at..]), Some("than the 26 percent"));
        assert_eq!(tail_start(text, 10, 27), 10);
        let text = "a rate of 52.4 percent for the year is broadly in line with the rest";
        let (at, _) = cue(text).unwrap_or_default();
        assert_eq!(&text[..tail_start(text, 22, at)], "a rate of 52.4 percent for the year");
        assert_eq!(cue("thanks to them"), None);
    }

    #[test]
    fn comparators_are_known_by_name_or_by_what_is_behind_their_number() {
        assert_eq!(standard("above the England and Wales rate"), Some("England and Wales"));
        assert_eq!(standard("The national standard states"), Some("national standard"));
        assert_eq!(standard("international averages"), None);
        assert_eq!(noun_behind(" of the people who live there.", Kind::Percent), Some("people who live there"));
        assert_eq!(noun_behind(" of the people", Kind::Count), None);
    }
}
