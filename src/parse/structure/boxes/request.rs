//! Decides whether a paragraph itself makes a request to the force, rather than quoting somebody who does.

use crate::facts::deadline;
use model::FindingKind;

/// The verbs that make a request.
const ASKING_VERBS: [&str; 4] = [" should", " must", " needs to", " need to"];

/// The subjects that a request may be addressed to.
const ADDRESSEES: [&str; 8] =
    ["force", "forces", "constabulary", "service", "police", "constable", "commissioner", "it"];

/// Whether the first sentence makes a request in its main clause: "The force should ...", "HMIC recommends that ...".
pub fn is_request(text: &str) -> bool {
    let sentence = text.split_once(". ").map_or(text, |(first, _)| first);
    // What the inspectors will do themselves is no request, even if they expect to find something by then.
    if ["We will ", "HMIC will ", "HMICFRS will "].iter().any(|start| sentence.starts_with(start)) {
        return false;
    }
    if ["recommends that", "recommend that", "recommends the "].iter().any(|words| sentence.contains(words)) {
        return true;
    }
    let Some(at) = ASKING_VERBS.iter().filter_map(|verb| sentence.find(verb)).min() else { return false };
    let before = sentence[..at].to_lowercase();
    let is_reported =
        [" that ", " which ", " who ", " when ", " if ", " because ", " recommended ", " said ", " told "]
            .iter()
            .any(|word| before.contains(word));
    // "Within six months, the force should": the subject comes right before the verb.
    let asked = before.rsplit(", ").find(|words| !words.is_empty()).unwrap_or_default();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    let is_asked = asked.split_whitespace().last().is_some_and(|word| ADDRESSEES.contains(&bare(word).as_str()));
    is_asked && !is_reported
}

/// Whether a text has a deadline of its own.
pub fn has_deadline(text: &str) -> bool {
    !deadline::read_deadlines(FindingKind::Recommendation, text, &[], &[], None).is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_request;

    #[test]
    fn only_the_main_clause_asks() {
        for text in [
            "The force should evaluate what it does.",
            "Within six months, Exshire Police should count. It does not.",
            "To address this cause of concern, HMICFRS recommends that, within three months, the force should:",
            "The chief constable should, by June 2015, publish it.",
        ] {
            assert!(is_request(text), "{text}");
        }
        for text in [
            "The chief constable told us that the force must make savings of twelve million pounds by 2020.",
            "Officers must wear what the force gives them.",
            "HMIC recommended in 2015 that it should stop.",
            "It is bad. The force should stop.",
        ] {
            assert!(!is_request(text), "{text}");
        }
    }
}
