//! Deadlines of recommendations and areas for improvement: "Within three months", "By January 2015", "immediately".

use intake::sentence::split_sentences;
use model::{Date, DateSpan, Deadline, FindingKind};

/// The deadline of a recommendation or area for improvement.
///
/// A time limit ("Within three months, the force should ...") takes precedence over "immediately", which gives no date.
/// Other kinds of finding have no deadline, because they describe and do not request anything. Time counts from
/// publication; the due date is no more precise than the publication date or the printed deadline.
pub fn find_deadline(kind: FindingKind, text: &str, body: &[String], published: Option<DateSpan>) -> Option<Deadline> {
    if !matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement) {
        return None;
    }
    let requests = || {
        let paragraphs = std::iter::once(text).chain(body.iter().map(String::as_str));
        paragraphs.flat_map(|p| split_sentences(p).map(|s| s.text)).filter_map(|s| Some((s, request_verb(s)?)))
    };
    let limit = requests().find_map(|(sentence, verb)| time_limit(sentence, verb, published));
    limit.or_else(|| {
        let words = requests().find_map(|(sentence, verb)| immediate_words(sentence, verb))?;
        Some(Deadline { text: words.to_string(), due: None })
    })
}

/// The byte range of the first verb with which a sentence asks for something, as start and end: " should", " must".
fn request_verb(sentence: &str) -> Option<(usize, usize)> {
    let verbs = [" should", " must", " needs to", " need to"].iter();
    verbs.filter_map(|verb| Some((sentence.find(verb)?, verb.len()))).min().map(|(at, length)| (at, at + length))
}

/// A time limit before the verb ("By March 2015, the force should") or right after it.
fn time_limit(sentence: &str, (verb_start, verb_end): (usize, usize), published: Option<DateSpan>) -> Option<Deadline> {
    let is_start = |at: usize| at == 0 || sentence[..at].ends_with([',', ':']) || sentence[..at].ends_with("that");
    let spaces = sentence[..verb_end].match_indices(' ').map(|(at, _)| at);
    let inner_starts = spaces.filter(|at| *at < verb_start && is_start(*at));
    let starts = std::iter::once(0).chain(inner_starts).chain(Some(verb_end));
    starts.filter_map(|at| time_limit_at_start(sentence[at..].trim_start_matches([' ', ',']), published)).next()
}

/// The time limit at the start of some words.
fn time_limit_at_start(words: &str, published: Option<DateSpan>) -> Option<Deadline> {
    const MAX_WORDS: usize = 7;
    let without_stop = |word: &'_ str| word.trim_end_matches([',', ':', '.']).to_string();
    let words: Vec<String> = words.split_whitespace().take(MAX_WORDS).map(without_stop).collect();
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let (count, due) = match parts.as_slice() {
        ["Within" | "within", number, unit, ..] => {
            let months = month_count(number, unit)?;
            // A limit in months does not determine a day.
            (3, published.and_then(|when| when.start().to_month()?.months_later(months)))
        }
        ["By" | "by", "the", "end", "of", rest @ ..] => longest_date(rest, 4)?,
        ["By" | "by", rest @ ..] => longest_date(rest, 1)?,
        _ => return None,
    };
    Some(Deadline { text: parts[..count].join(" "), due: due.map(DateSpan::single) })
}

/// The longest date at the start of the words, and the number of words up to its end; `before` counts the words of the
/// deadline that precede the date.
fn longest_date(words: &[&str], before: usize) -> Option<(usize, Option<Date>)> {
    (1..=3).rev().find_map(|n| Some((before + n, Some(Date::from_printed(&words.get(..n)?.join(" "))?))))
}

/// "immediately" or "with immediate effect", before the verb or at most 40 characters after it.
fn immediate_words(sentence: &str, (_, verb_end): (usize, usize)) -> Option<&str> {
    const MAX_CHARS_AFTER: usize = 40;
    let limit =
        sentence[verb_end..].char_indices().nth(MAX_CHARS_AFTER).map_or(sentence.len(), |(at, _)| verb_end + at);
    ["with immediate effect", "With immediate effect", "immediately", "Immediately"].iter().find_map(|words| {
        let at = sentence[..limit].find(words)?;
        Some(&sentence[at..at + words.len()])
    })
}

/// The number of months in "three months" or "one year". Weeks and days give none: publication dates are often only
/// known to the month.
fn month_count(number: &str, unit: &str) -> Option<u16> {
    let count = parse_small_number(number).filter(|n| (1..=120).contains(n)).map(|n| n as u16)?;
    match unit {
        "month" | "months" => Some(count),
        "year" | "years" => Some(count * 12),
        _ => None,
    }
}

/// The value of a number in digits, or spelled out up to "thirteen", the largest number of areas in a 2021/22 report.
pub fn parse_small_number(word: &str) -> Option<usize> {
    const NUMBERS: [&str; 13] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
    let spelled = NUMBERS.iter().position(|number| *number == word).map(|n| n + 1);
    spelled.or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recommendation(text: &str, published: Option<&str>) -> Option<(String, Option<String>)> {
        let published = published.map(|p| DateSpan::try_from(p.to_string()).unwrap());
        find_deadline(FindingKind::Recommendation, text, &[], published).map(|d| (d.text, d.due.map(String::from)))
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
    fn a_date_takes_precedence_over_immediately() {
        let text = "The force should immediately review it. By January 2015, the force should have a plan.";
        assert_eq!(recommendation(text, None), Some(("By January 2015".into(), Some("2015-01".into()))));
    }

    #[test]
    fn immediately_gives_no_due_date() {
        let found = recommendation("It should, with immediate effect, stop.", Some("2017-03"));
        assert_eq!(found, Some(("with immediate effect".into(), None)));
        assert_eq!(recommendation("It should immediately stop.", None), Some(("immediately".into(), None)));
    }

    #[test]
    fn a_deadline_comes_before_the_verb_or_right_after_it() {
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
    fn a_time_outside_a_request_is_not_a_deadline() {
        for text in [
            "Prosecution must start where it can within six months of the offence.",
            "Within three months, the backlog had grown.",
            "The force should make sure that those cases are closed within six months, and not immediately.",
        ] {
            assert_eq!(recommendation(text, None), None, "{text}");
        }
    }
}
