//! Deadlines of recommendations and areas for improvement: "Within three months", "By January 2015", "immediately".

use intake::sentence::split_sentences;
use model::{Date, DateSpan, Deadline, FindingKind};

/// The deadlines of a recommendation or area for improvement, in the order of the text: one for each time that it names
/// for something it asks for. "immediately" is one without a date.
///
/// Other kinds of finding have no deadline, because they describe and do not request anything. Time counts from
/// publication; a due date is no more precise than the publication date or the printed deadline.
pub fn read_deadlines(
    kind: FindingKind,
    text: &str,
    items: &[String],
    body: &[String],
    published: Option<DateSpan>,
) -> Vec<Deadline> {
    if !matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement) {
        return Vec::new();
    }
    let introduces_items = text.trim_end().ends_with(':') && request_verb(text).is_some();
    let own = split_sentences(text).flat_map(|s| deadlines_of_sentence(s.text, published));
    let listed = items.iter().flat_map(|item| {
        let opening = introduces_items.then(|| opening_deadline(item, published)).flatten();
        let rest = split_sentences(item).flat_map(|s| deadlines_of_sentence(s.text, published));
        opening.into_iter().chain(rest)
    });
    let explained = body.iter().flat_map(|p| split_sentences(p)).flat_map(|s| deadlines_of_sentence(s.text, published));
    own.chain(listed).chain(explained).collect()
}

/// The deadline that stands for all: the first that is a time limit or, failing that, the first.
pub fn main_deadline(deadlines: &[Deadline]) -> Option<Deadline> {
    let is_limit = |deadline: &&Deadline| !IMMEDIATE.contains(&deadline.text.as_str());
    deadlines.iter().find(is_limit).or(deadlines.first()).cloned()
}

/// The date that a printed time limit ("Within three months") means if time counts from a date of publication; `None` if
/// that supports none, or the words are no time limit.
pub fn deadline_after(words: &str, published: DateSpan) -> Option<DateSpan> {
    time_limit_at_start(words, Some(published))?.due
}

/// The words for "at once", as they are printed.
const IMMEDIATE: [&str; 4] = ["with immediate effect", "With immediate effect", "immediately", "Immediately"];

/// The deadlines of one sentence, in its order.
fn deadlines_of_sentence(sentence: &str, published: Option<DateSpan>) -> Vec<Deadline> {
    let Some(verb) = request_verb(sentence) else { return Vec::new() };
    let limits = clause_starts(sentence, verb);
    let limits = limits.into_iter().filter_map(|at| Some((at, time_limit_at_start(&sentence[at..], published)?)));
    let mut found: Vec<(usize, Deadline)> = limits.chain(immediate_words(sentence, verb)).collect();
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by(|a, b| a.0 == b.0);
    found.into_iter().map(|(_, deadline)| deadline).collect()
}

/// The deadline at the start of a list item: "immediately review", "within three months, train".
fn opening_deadline(item: &str, published: Option<DateSpan>) -> Option<Deadline> {
    if request_verb(item).is_some() {
        return None;
    }
    let at_once = IMMEDIATE.iter().find(|words| item.starts_with(**words));
    let at_once = at_once.map(|words| Deadline { text: (*words).to_string(), due: None });
    at_once.or_else(|| time_limit_at_start(item, published))
}

/// The byte range of the first verb with which a sentence asks for something, as start and end: " should", " must".
fn request_verb(sentence: &str) -> Option<(usize, usize)> {
    let verbs = [" should", " must", " needs to", " need to"].iter();
    verbs.filter_map(|verb| Some((sentence.find(verb)?, verb.len()))).min().map(|(at, length)| (at, at + length))
}

/// Where a time limit may begin: at the start of the sentence or of a part of it before the verb ("HMIC recommends that,
/// by March 2015, the force should"), right after the verb, or where a second one is joined to the first.
fn clause_starts(sentence: &str, (verb_start, verb_end): (usize, usize)) -> Vec<usize> {
    let is_start = |at: usize| sentence[..at].ends_with([',', ':']) || sentence[..at].ends_with("that");
    let is_joined = |at: usize| sentence[..at].ends_with(" and") || sentence[..at].ends_with(", and");
    let spaces = sentence.match_indices(' ').map(|(at, _)| at);
    let inner = spaces.filter(|at| (*at < verb_start && is_start(*at)) || *at == verb_end || is_joined(*at));
    let skip_signs = |at: usize| at + sentence[at..].len() - sentence[at..].trim_start_matches([' ', ',']).len();
    let after_verb = sentence[verb_end..].starts_with(',').then_some(verb_end);
    std::iter::once(0).chain(inner).chain(after_verb).map(skip_signs).collect()
}

/// The time limit at the start of some words.
fn time_limit_at_start(words: &str, published: Option<DateSpan>) -> Option<Deadline> {
    const MAX_WORDS: usize = 8;
    let without_stop = |word: &'_ str| word.trim_end_matches([',', ':', '.', ';']).to_string();
    let words: Vec<String> = words.split_whitespace().take(MAX_WORDS).map(without_stop).collect();
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let (count, due) = match parts.as_slice() {
        ["Within" | "within", "the", "next", number, unit, ..] => (5, due_after(number, unit, published)?),
        ["Within" | "within", number, unit, ..] => (3, due_after(number, unit, published)?),
        ["By" | "by", "the", "end", "of", rest @ ..] => longest_date(rest, 4)?,
        ["By" | "by" | "Before" | "before", rest @ ..] => longest_date(rest, 1)?,
        ["No" | "no" | "Not" | "not", "later", "than", "the", "end", "of", rest @ ..] => longest_date(rest, 6)?,
        ["No" | "no" | "Not" | "not", "later", "than", rest @ ..] => longest_date(rest, 3)?,
        _ => return None,
    };
    Some(Deadline { text: parts[..count].join(" "), due: due.map(DateSpan::single) })
}

/// The longest date at the start of the words, and the number of words up to its end; `before` counts the words of the
/// deadline that precede the date.
fn longest_date(words: &[&str], before: usize) -> Option<(usize, Option<Date>)> {
    (1..=3).rev().find_map(|n| Some((before + n, Some(Date::from_printed(&words.get(..n)?.join(" "))?))))
}

/// "immediately" or "with immediate effect", before the verb or at most 40 characters after it, with its place.
fn immediate_words(sentence: &str, (_, verb_end): (usize, usize)) -> Option<(usize, Deadline)> {
    const MAX_CHARS_AFTER: usize = 40;
    let limit =
        sentence[verb_end..].char_indices().nth(MAX_CHARS_AFTER).map_or(sentence.len(), |(at, _)| verb_end + at);
    IMMEDIATE.iter().find_map(|words| {
        let at = sentence[..limit].find(words)?;
        Some((at, Deadline { text: sentence[at..at + words.len()].to_string(), due: None }))
    })
}

/// The date that "three months" or "six weeks" after publication is, as far as the publication date supports one: a
/// limit in months does not determine a day, and one in weeks or days needs one. `None` if it is no length of time.
#[expect(clippy::option_option, reason = "a length of time without a date is a deadline too")]
fn due_after(number: &str, unit: &str, published: Option<DateSpan>) -> Option<Option<Date>> {
    let count = parse_small_number(number).filter(|n| (1..=120).contains(n)).map(|n| n as u16)?;
    let months = |months: u16| published.and_then(|when| when.start().to_month()?.months_later(months));
    let days = |days: u16| published.and_then(|when| when.start().days_later(days));
    match unit {
        "month" | "months" => Some(months(count)),
        "year" | "years" => Some(months(count * 12)),
        "week" | "weeks" => Some(days(count * 7)),
        "day" | "days" => Some(days(count)),
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
mod tests;
