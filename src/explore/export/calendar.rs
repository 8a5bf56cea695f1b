//! Deadlines as a calendar file (RFC 5545).
//!
//! Written here and not by a crate because those for calendars bring their own dates and time zones, which are larger than
//! the rest of the exports.

use crate::export::{LICENCE, Origin};
use crate::pages::deadlines::DeadlineRow;
use model::Date;

/// The deadlines with a date, each as an event of the whole day or month.
pub fn deadlines_calendar(rows: &[DeadlineRow], origin: &Origin) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_string(), "VERSION:2.0".to_string()];
    lines.push("PRODID:-//Force Findings//Deadlines//EN".to_string());
    for (n, row) in rows.iter().enumerate() {
        let Some((start, end)) = row.due.and_then(|due| whole_days(due.start())) else { continue };
        let precision =
            if row.due.is_some_and(|due| due.start().has_day()) { "" } else { " (the month; no day is given)" };
        let counted = if row.counted.is_empty() { String::new() } else { format!(", {}", row.counted) };
        let page = row.page.as_ref().map(|page| format!(" ({}: {})", page.text, page.href)).unwrap_or_default();
        let (answer, place) = &row.answer;
        let place = place.as_ref().map(|place| format!(" {}", place.text)).unwrap_or_default();
        let words = format!(
            "“{}”{precision}{counted}{page}. {}. {}: {}\n{answer}{place}\n{LICENCE}",
            row.printed, row.report.text, row.kind, row.finding.text
        );
        lines.extend([
            "BEGIN:VEVENT".to_string(),
            format!("UID:{}-{n}@force-findings", model::slugify(&row.finding.href)),
            format!("DTSTAMP:{}T000000Z", origin.build_date.replace('-', "")),
            format!("DTSTART;VALUE=DATE:{start}"),
            format!("DTEND;VALUE=DATE:{end}"),
            format!("SUMMARY:{}", escaped(&format!("{}: {} due", row.force.text, row.kind.to_lowercase()))),
            format!("DESCRIPTION:{}", escaped(&words)),
            format!("URL:{}{}", origin.site_root, row.finding.href),
            "TRANSP:TRANSPARENT".to_string(),
            "END:VEVENT".to_string(),
        ]);
    }
    lines.push("END:VCALENDAR".to_string());
    lines.iter().map(|line| folded(line)).collect()
}

/// The first day of a date, and the day after its last, as calendars write them; `None` for a bare year.
fn whole_days(date: Date) -> Option<(String, String)> {
    let first = if date.has_day() { date } else { Date::from_edtf(&format!("{}-01", date.to_month()?))? };
    let end = if date.has_day() { date.days_later(1)? } else { first.months_later(1)? };
    Some((first.to_string().replace('-', ""), end.to_string().replace('-', "")))
}

/// A text with the signs escaped that have a meaning in calendars.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line divided into parts of at most 75 bytes, each but the first after a space, with its end.
fn folded(line: &str) -> String {
    const MAX_BYTES: usize = 74;
    let mut out = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MAX_BYTES {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_an_event_from_its_first_day_to_that_of_the_next() {
        let days = |date| whole_days(Date::from_edtf(date).expect("a date"));
        assert_eq!(days("2014-12"), Some(("20141201".to_string(), "20150101".to_string())));
        assert_eq!(days("2015-02-28"), Some(("20150228".to_string(), "20150301".to_string())));
        assert_eq!(days("2015"), None);
    }

    #[test]
    fn no_line_is_longer_than_seventy_five_bytes_and_unfolding_gives_it_back() {
        let line = "DESCRIPTION:“Within three months”\\, the force’s plan ".repeat(9);
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= 75));
        assert_eq!(folded.replace("\r\n ", ""), line + "\r\n");
    }
}
