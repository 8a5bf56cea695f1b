//! Earlier work of the inspectorate that a sentence mentions without a year.

use crate::facts::references::inspector_action::inspection_verb;
use crate::facts::references::other_work::{is_other_inspection, mentions_other_work};
use crate::facts::references::phrase::{find_phrase_in, has_phrase};
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;

/// Whether the sentence mentions earlier work of the inspectorate.
pub fn mentions_undated_work(words: &SentenceWords) -> bool {
    words.places().any(|place| {
        is_earlier_work(words, place)
            || is_last_year_action(words, place)
            || is_earlier_action(words, place)
            || mentions_recommendation(words, place)
            || is_earlier_this_year(words, place)
            || is_item_made_before(words, place)
            || is_other_inspection(words, place)
    }) || mentions_other_work(words)
        || is_judged_like_last_year(words)
        || has_phrase(words, &["consecutive|successive inspection|inspections|report|reports"])
}

/// Whether the word at `place` describes work as earlier: "our previous recommendations", "last year's assessment",
/// "earlier inspections".
fn is_earlier_work(words: &SentenceWords, index: usize) -> bool {
    const EARLIER: &str = "previous last earlier prior past former preceding";
    let described = words.is_one_of(index, EARLIER).then(|| words.described_work(index + 1)).flatten();
    let Some((at, work)) = described else { return false };
    let by_others = words.word_at(at + 1) == "by" && words.is_owned_by_others(at + 1);
    // "in the last inspection year", "from the last inspection period"
    let is_span = words.is_one_of(at + 1, "year period");
    if is_span || by_others {
        return false;
    }
    let is_last_years = words.word_at(index) == "last" && words.word_at(index + 1) == "year";
    let is_ours = words.is_our_work(index.saturating_sub(1)..at, at);
    let is_theirs = words.is_preceded_by(index, "its their own") || (words.is_preceded_by(index, "force") && !is_ours);
    match work {
        WorkKind::Inspection | WorkKind::Item => true,
        WorkKind::Recommendation | WorkKind::Judgment => !is_theirs,
        WorkKind::Ambiguous => is_ours || is_last_years || is_in_unnamed_report(words, index, at),
    }
}

/// Whether an earlier report whose author is not named can only be the inspectorate's: "was brought to the force's
/// attention in an earlier report".
fn is_in_unnamed_report(words: &SentenceWords, index: usize, at: usize) -> bool {
    let is_report = words.is_one_of(at, "report reports") && words.is_preceded_by(index, "an in two");
    is_report
        && !words.is_one_of(at + 1, "by from of on into for")
        && words.contains_any("attention raised reported said")
}

/// Whether "last year" at `place` dates what the inspectorate did: "last year, when we judged", "Last year HMIC had
/// concerns", "as we found last year", but not "over the last year we".
fn is_last_year_action(words: &SentenceWords, index: usize) -> bool {
    if words.word_at(index) != "last" || words.word_at(index + 1) != "year" || words.is_possessive(index + 1) {
        return false;
    }
    let is_span = words.is_preceded_by(index, "the this");
    let is_before_verb = (index + 2..index + 6).any(|place| inspection_verb(words, place).is_some());
    let is_after_verb =
        (index.saturating_sub(5)..index).any(|before| inspection_verb(words, before).is_some_and(|verb| verb < index));
    !is_span && (is_before_verb || is_after_verb)
}

/// Whether the words at `place` say that the inspectorate did something before: "we previously identified", "when
/// HMICFRS last inspected the force", "previously raised by HMIC", "we revisited".
fn is_earlier_action(words: &SentenceWords, index: usize) -> bool {
    let by_us = words.word_at(index) == "previously"
        && words.is_one_of(index + 2, "by in")
        && words.contains_any_in(index + 3..index + 5, "us hmic hmicfrs our");
    if by_us || !words.is_inspectorate(index) {
        return by_us;
    }
    let adverb = if words.is_one_of(index + 1, "have has had") { index + 2 } else { index + 1 };
    let is_before = words.is_one_of(adverb, "previously last");
    let is_again = words.is_one_of(index + 1, "revisited reinspected re") && !words.contains_any("will");
    let is_last_time = words.is_preceded_by(index, "time") && words.is_preceded_by(index - 1, "last");
    let has_verb = inspection_verb(words, index).is_some() || (is_before && words.word_at(adverb + 1).ends_with("ed"));
    let is_in_this_report = words.contains_any("mentioned described outlined");
    has_verb && (is_before || is_again || is_last_time) && !is_in_this_report
}

/// Whether the words at `place` name work of the inspectorate of some months before: "HMIC's file review earlier in
/// 2016".
fn is_earlier_this_year(words: &SentenceWords, index: usize) -> bool {
    let work = words.is_ours(index).then(|| words.described_work(index + 1)).flatten();
    work.is_some_and(|(at, _)| words.word_at(at + 1) == "earlier" && words.is_one_of(at + 2, "in this"))
}

/// Whether the words at `place` are an item that the inspectorate stated before: "the recommendations which we made".
fn is_item_made_before(words: &SentenceWords, index: usize) -> bool {
    const MADE: &str =
        "?that|which we|hmic|hmicfrs ?have|had ?previously ?first made|issued|gave|identified|raised|set";
    let item = words.work_at(index).filter(|(work, _)| matches!(work, WorkKind::Item | WorkKind::Recommendation));
    let is_made = item.is_some_and(|(_, after)| find_phrase_in(words, after..after + 6, MADE).is_some());
    is_made && !has_phrase(words, &["this|our report|inspection", "below|following"])
}

/// Whether the sentence compares a judgment with that of the year before: "Our overall judgment this year is the same as
/// last year".
fn is_judged_like_last_year(words: &SentenceWords) -> bool {
    const COMPARED: [&str; 2] = [
        "judgment|assessment|grade|grading|findings ..8 as|than|with|to|from|on last year",
        "judgment|judgments|grades from earlier|previous|last year|years",
    ];
    has_phrase(words, &COMPARED)
}

/// Whether the words at `place` mention a recommendation of the inspectorate: "HMIC recommended that", "we advised the
/// force", "HMIC's recommendations", "the above recommendation".
fn mentions_recommendation(words: &SentenceWords, index: usize) -> bool {
    const SEPARATORS: &str = "the a an of to in that has have for and";
    const IN_THIS_REPORT: &str = "below make makes recommends";
    let has_recommended =
        inspection_verb(words, index).is_some_and(|verb| words.is_one_of(verb, "recommended advised"));
    let is_mentioned = words.is_one_of(index, "recommended recommendation recommendations");
    let by = if words.word_at(index + 1) == "made" { index + 2 } else { index + 1 };
    let is_us = |index: usize| words.is_one_of(index, "us hmic hmicfrs") || words.is_ours(index);
    let by_us = is_mentioned && words.is_one_of(by, "by in from of") && is_us(by + 1);
    let is_owner = words.is_ours(index) || words.is_one_of(index, "hmic hmicfrs");
    let is_owned =
        |noun: usize| !words.contains_any_in(index + 1..noun, SEPARATORS) && !words.is_preceded_by(noun, "following");
    let is_noun = |place: &usize| words.is_one_of(*place, "recommendation recommendations");
    let is_ours =
        is_owner && (index + 1..index + 5).find(is_noun).is_some_and(is_owned) && !words.contains_any(IN_THIS_REPORT);
    let is_above = words.word_at(index) == "above" && words.is_one_of(index + 1, "recommendation recommendations");
    has_recommended || by_us || is_ours || is_above
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_work_is_recognised() {
        for sentence in [
            "The force has not responded well enough to our previous recommendations.",
            "This contrasts with last year's assessment.",
            "It was highlighted in our last two effectiveness inspections.",
            "Last year HMIC had concerns about many forces.",
            "It is the same as last year, when we judged the force to be good.",
            "We previously identified this in Exshire Police.",
            "Much has changed since HMICFRS last inspected the force.",
            "HMIC recommended that the force takes steps.",
            "The plan covers only the HMIC force-specific recommendations.",
            "Following our recommendation the force has a plan.",
            "As a result of that inspection all forces were asked for a plan.",
            "HMIC undertook an inspection into crime data.",
        ] {
            assert!(mentions_undated_work(&SentenceWords::new(sentence, 2016)), "{sentence}");
        }
    }

    #[test]
    fn work_of_this_report_and_of_the_force_is_not_earlier() {
        for sentence in [
            "HMIC carried out inspection fieldwork across all 43 forces.",
            "The force’s previous assessment of risk was poor.",
            "We have previously described this in the report.",
            "In the last year we reviewed 90 files.",
            "These are the recommendations of this inspection.",
            "It works towards the improvements recommended by a charity.",
        ] {
            assert!(!mentions_undated_work(&SentenceWords::new(sentence, 2016)), "{sentence}");
        }
    }
}
