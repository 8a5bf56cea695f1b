//! By when something is to be done: "Within three months", "By January 2015", "immediately".

use crate::model::{Date, Deadline, FindingKind, When};

/// The deadline of a recommendation or area for improvement.
///
/// A sentence that opens with a bound in time ("Within three months, the force should ...") counts before
/// "immediately", which gives no date. Other findings have none: they describe, they do not ask.
pub fn find(kind: FindingKind, text: &str, body: &[String], published: Option<When>) -> Option<Deadline> {
    if !matches!(kind, FindingKind::Recommendation | FindingKind::AreaForImprovement) {
        return None;
    }
    let paragraphs = || std::iter::once(text).chain(body.iter().map(String::as_str));
    let bound = paragraphs().flat_map(sentences).find_map(|sentence| bound(sentence, published));
    bound.or_else(|| {
        let at_once = paragraphs().any(|p| p.contains("should immediately") || p.contains("must immediately"));
        at_once.then(|| Deadline { text: "immediately".to_string(), due: None })
    })
}

fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split_inclusive(". ").map(str::trim)
}

/// A deadline that opens a sentence which asks for something.
fn bound(sentence: &str, published: Option<When>) -> Option<Deadline> {
    let asks = ["should", "must", "needs to"].iter().any(|ask| sentence.contains(ask));
    let opening = sentence.split([',', ':']).next().filter(|_| asks)?;
    let words: Vec<&str> = opening.split_whitespace().collect();
    let (count, due) = match words.as_slice() {
        ["Within", number, unit, ..] => {
            let months = months(number, unit)?;
            let date = published.and_then(|when| when.start().months_later(months));
            (3, date)
        }
        ["By", rest @ ..] => (1..=3).rev().find_map(|n| {
            let date = Date::from_printed(&rest.get(..n)?.join(" "))?;
            Some((n + 1, Some(date)))
        })?,
        _ => return None,
    };
    Some(Deadline { text: words[..count].join(" "), due: due.map(When::on) })
}

/// A number of months from "three" and "months"; weeks and days are finer than publication dates support.
fn months(number: &str, unit: &str) -> Option<u16> {
    const NUMBERS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelled = NUMBERS.iter().position(|n| *n == number).map(|i| i as u16 + 1);
    let count = spelled.or_else(|| number.parse().ok()).filter(|n| (1..=120).contains(n))?;
    match unit {
        "month" | "months" => Some(count),
        "year" | "years" => Some(count * 12),
        _ => None,
    }
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
        assert_eq!(recommendation(text, Some("2014-11-30")), found(Some("2015-02-28")));
        assert_eq!(recommendation(text, Some("2017")), found(None));
        assert_eq!(recommendation(text, None), found(None));
    }

    #[test]
    fn a_date_counts_before_immediately() {
        let text = "The force should immediately review it. By January 2015, the force should have a plan.";
        assert_eq!(recommendation(text, None), Some(("By January 2015".into(), Some("2015-01".into()))));
        assert_eq!(recommendation("It should immediately stop.", None), Some(("immediately".into(), None)));
    }

    #[test]
    fn a_time_that_asks_nothing_is_no_deadline() {
        assert_eq!(recommendation("Prosecution must start within six months of the offence.", None), None);
        assert_eq!(recommendation("Within three months, the backlog had grown.", None), None);
    }
}
