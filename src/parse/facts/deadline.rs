//! By when something is to be done: "Within three months", "By January 2015", "immediately".

use intake::sentence::sentences;
use model::{Date, Deadline, FindingKind, When};

/// The deadline of a recommendation or area for improvement.
///
/// A bound in time ("Within three months, the force should ...") counts before "immediately", which gives no date.
/// Other findings have none: they describe, they do not ask. Time counts from publication, and to no finer precision.
pub fn find(kind: FindingKind, text: &str, body: &[String], published: Option<When>) -> Option<Deadline> {
    if !matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement) {
        return None;
    }
    let asking = || {
        let paragraphs = std::iter::once(text).chain(body.iter().map(String::as_str));
        paragraphs.flat_map(|p| sentences(p).map(|s| s.text)).filter_map(|s| Some((s, verb(s)?)))
    };
    let bound = asking().find_map(|(sentence, verb)| bound(sentence, verb, published));
    bound.or_else(|| {
        let words = asking().find_map(|(sentence, verb)| at_once(sentence, verb))?;
        Some(Deadline { text: words.to_string(), due: None })
    })
}

/// Where a sentence asks for something, and where what it asks for begins.
fn verb(sentence: &str) -> Option<(usize, usize)> {
    let verbs = [" should", " must", " needs to", " need to"].iter();
    verbs.filter_map(|verb| Some((sentence.find(verb)?, verb.len()))).min().map(|(at, length)| (at, at + length))
}

/// A deadline before what is asked for ("By March 2015, the force should"), or right behind the verb.
fn bound(sentence: &str, (ask, asked): (usize, usize), published: Option<When>) -> Option<Deadline> {
    let is_start = |at: usize| at == 0 || sentence[..at].ends_with([',', ':']) || sentence[..at].ends_with("that");
    let starts = sentence[..asked].match_indices(' ').map(|(at, _)| at).filter(|at| *at < ask && is_start(*at));
    let starts = std::iter::once(0).chain(starts).chain(Some(asked));
    starts.filter_map(|at| deadline(sentence[at..].trim_start_matches([' ', ',']), published)).next()
}

/// The deadline that some words begin with.
fn deadline(words: &str, published: Option<When>) -> Option<Deadline> {
    const LONGEST: usize = 7;
    let bare = |word: &'_ str| word.trim_end_matches([',', ':', '.']).to_string();
    let words: Vec<String> = words.split_whitespace().take(LONGEST).map(bare).collect();
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let (count, due) = match parts.as_slice() {
        ["Within" | "within", number, unit, ..] => {
            let months = months(number, unit)?;
            // Words that count months name no day.
            (3, published.and_then(|when| when.start().to_month()?.months_later(months)))
        }
        ["By" | "by", "the", "end", "of", rest @ ..] => dated(rest, 4)?,
        ["By" | "by", rest @ ..] => dated(rest, 1)?,
        _ => return None,
    };
    Some(Deadline { text: parts[..count].join(" "), due: due.map(When::on) })
}

/// The longest date that the words begin with, behind `before` words of the deadline.
fn dated(words: &[&str], before: usize) -> Option<(usize, Option<Date>)> {
    (1..=3).rev().find_map(|n| Some((before + n, Some(Date::from_printed(&words.get(..n)?.join(" "))?))))
}

/// "immediately" or "with immediate effect", before what is asked for or right behind the verb.
fn at_once(sentence: &str, (_, asked): (usize, usize)) -> Option<&str> {
    const BEHIND: usize = 40;
    let near = sentence[asked..].char_indices().nth(BEHIND).map_or(sentence.len(), |(at, _)| asked + at);
    ["with immediate effect", "With immediate effect", "immediately", "Immediately"].iter().find_map(|words| {
        let at = sentence[..near].find(words)?;
        Some(&sentence[at..at + words.len()])
    })
}

/// A number of months from "three" and "months"; weeks and days are finer than publication dates support.
fn months(number: &str, unit: &str) -> Option<u16> {
    let count = small_number(number).filter(|n| (1..=120).contains(n)).map(|n| n as u16)?;
    match unit {
        "month" | "months" => Some(count),
        "year" | "years" => Some(count * 12),
        _ => None,
    }
}

/// A number in digits, or in letters up to thirteen, the most areas that a report of 2021/22 has.
pub fn small_number(word: &str) -> Option<usize> {
    const NUMBERS: [&str; 13] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
    let spelled = NUMBERS.iter().position(|number| *number == word).map(|n| n + 1);
    spelled.or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recommendation(text: &str, published: Option<&str>) -> Option<(String, Option<String>)> {
        let published = published.map(|p| When::try_from(p.to_string()).unwrap());
        find(FindingKind::Recommendation, text, &[], published).map(|d| (d.text, d.due.map(String::from)))
    }

    #[test]
    fn months_count_from_publication_and_only_to_its_precision() {
        let text = "Within three months the force should make sure it:";
        let found = |due: Option<&str>| Some(("Within three months".to_string(), due.map(String::from)));
        assert_eq!(recommendation(text, Some("2022-10")), found(Some("2023-01")));
        assert_eq!(recommendation(text, Some("2014-11-30")), found(Some("2015-02")));
        assert_eq!(recommendation(text, Some("2017")), found(None));
        assert_eq!(recommendation(text, None), found(None));
    }

    #[test]
    fn a_date_counts_before_immediately() {
        let text = "The force should immediately review it. By January 2015, the force should have a plan.";
        assert_eq!(recommendation(text, None), Some(("By January 2015".into(), Some("2015-01".into()))));
    }

    #[test]
    fn at_once_is_no_date() {
        let found = recommendation("It should, with immediate effect, stop.", Some("2017-03"));
        assert_eq!(found, Some(("with immediate effect".into(), None)));
        assert_eq!(recommendation("It should immediately stop.", None), Some(("immediately".into(), None)));
    }

    #[test]
    fn a_deadline_stands_before_what_is_asked_or_behind_the_verb() {
        for (text, words) in [
            ("HMIC recommends that, within six months, the force should:", "within six months"),
            ("HMIC recommends that within six months the force should:", "within six months"),
            ("The force should, by the end of February 2015, have a plan.", "by the end of February 2015"),
            ("By 1 April 2015, it should count.", "By 1 April 2015"),
        ] {
            assert_eq!(recommendation(text, None).map(|found| found.0).as_deref(), Some(words));
        }
    }

    #[test]
    fn a_time_that_asks_nothing_is_no_deadline() {
        for text in [
            "Prosecution must start where it can within six months of the offence.",
            "Within three months, the backlog had grown.",
            "The force should make sure that those cases are closed within six months, and not immediately.",
        ] {
            assert_eq!(recommendation(text, None), None, "{text}");
        }
    }
}
