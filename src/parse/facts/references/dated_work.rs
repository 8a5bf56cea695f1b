//! Earlier work of the inspectorate that a sentence mentions with its year.

use crate::facts::references::inspector_action::is_year_of_action;
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;

/// The place of the year of the earlier work; the first if there are several.
pub fn year_of_work(words: &SentenceWords) -> Option<usize> {
    years_of_work(words).first().copied()
}

/// The places of all years of earlier work: two in "identified in both 2014 and 2015".
pub fn years_of_work(words: &SentenceWords) -> Vec<usize> {
    let is_work =
        |year: usize| describes_work(words, year) || follows_work(words, year) || is_year_of_action(words, year);
    let years: Vec<usize> = words.places().filter(|place| words.is_earlier_year(*place)).collect();
    let is_joined = |year: usize| {
        // "in both 2014 and 2015": what dates one of them dates the other.
        let next = (year + 1..year + 3).find(|place| words.is_earlier_year(*place));
        next.is_some_and(|next| words.is_one_of(next - 1, "and or to") && is_work(next))
    };
    let named: Vec<usize> = years.into_iter().filter(|year| is_work(*year) || is_joined(*year)).collect();
    if named.is_empty() { year_published(words).into_iter().collect() } else { named }
}

/// Whether the year describes work of the inspectorate after it: "our 2015 PEEL inspection", "HMIC's 2014 report", but
/// not "the force's 2014 report".
fn describes_work(words: &SentenceWords, year: usize) -> bool {
    let Some((place, work)) = words.described_work(year + 1) else { return false };
    let is_ours = words.is_our_work(year.saturating_sub(4)..place, place);
    is_ours || work == WorkKind::Inspection || work == WorkKind::Item
}

/// Whether the year follows work of the inspectorate: "our findings in 2016", "inspection of crime data in 2014", "an
/// area for improvement in 2019", "Judgments from 2016".
fn follows_work(words: &SentenceWords, year: usize) -> bool {
    const MAX_WORDS_BACK: usize = 12;
    const SEPARATORS: &str =
        "has have had is are will should introduced implemented increased decreased recorded it they";
    let is_work = |index: usize| {
        let Some((work, after)) = words.work_at(index).filter(|(_, after)| *after <= year) else { return false };
        let is_unambiguous = work != WorkKind::Ambiguous && work != WorkKind::Recommendation;
        let by_others = words.word_at(after) == "by" && words.is_owned_by_others(after);
        !by_others
            && !words.contains_any_in(after..year, SEPARATORS)
            && (is_unambiguous || is_described_as_ours(words, index))
    };
    words.preposition_of_year(year).is_some() && (year.saturating_sub(MAX_WORDS_BACK)..year).any(is_work)
}

/// Whether the work at `work` belongs to the inspectorate: an owner ("our", "HMIC's") precedes it, with only words
/// between that describe the work.
fn is_described_as_ours(words: &SentenceWords, work: usize) -> bool {
    let describes = |owner: &usize| words.described_work(owner + 1).is_some_and(|(place, _)| place >= work);
    let first = (work.saturating_sub(4)..work).find(|owner| words.is_ours(*owner) && describes(owner));
    words.is_our_work(first.unwrap_or(work)..work, work)
}

/// The index of the year in a sentence such as "HMIC published a report in March 2014". That is another report than
/// this one, even if both have the same year.
fn year_published(words: &SentenceWords) -> Option<usize> {
    crate::facts::references::other_work::mentions_other_work(words)
        .then(|| {
            words
                .places()
                .find(|place| words.is_year_up_to_cycle(*place) && words.preposition_of_year(*place).is_some())
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn named_year(sentence: &str) -> Option<String> {
        let words = SentenceWords::new(sentence, 2016);
        year_of_work(&words).map(|place| words.word_at(place).to_string())
    }

    #[test]
    fn the_year_comes_before_the_work_or_after_it() {
        for sentence in [
            "In our 2015 PEEL inspections, it did well.",
            "It follows HMIC’s 2015 report.",
            "This represents a similar position to our findings in 2015.",
            "Care is needed since HMIC’s national inspection of crime data in 2015.",
            "It was identified as an area for improvement in 2015.",
            "Judgments from 2015 remain in place.",
            "HMIC published a report in March 2015 on domestic abuse.",
        ] {
            assert_eq!(named_year(sentence).as_deref(), Some("2015"), "{sentence}");
        }
    }

    #[test]
    fn the_year_may_date_what_inspectors_did() {
        for sentence in [
            "In 2015 we found that the force was good.",
            "When HMIC inspected the force in 2015, it had a plan.",
            "It has cleared the backlog we found in 2015.",
            "In 2015, at the time of our vulnerability inspection, 75 suspects were at large.",
        ] {
            assert_eq!(named_year(sentence).as_deref(), Some("2015"), "{sentence}");
        }
    }

    #[test]
    fn other_years_do_not_date_an_inspection() {
        for sentence in [
            "In 2015 the force introduced a policy.",
            "We found that the force had in 2015 recorded more crime.",
            "The force's 2015 report on staffing helps.",
            "In the 12 months to 31 March 2015 the force recorded less.",
            "Our inspection found that the force has used it since 2015.",
        ] {
            assert_eq!(named_year(sentence), None, "{sentence}");
        }
    }
}
