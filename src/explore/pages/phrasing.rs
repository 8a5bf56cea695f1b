//! The wording of reports, dates and counts, the same on every page.

use crate::pages::caveats;
use crate::search::query::Query;
use crate::timeline::layout::count_grades;
use corpus::{Corpus, DateSource, Publication, ReportContents};
use model::folded_text::FoldedText;
use model::folding::join_words;
use model::{Cycle, Finding, FindingKind, Force, Grade, Judgment, Report, Scope};

/// What a judgment is about, with its noun: "Area: Investigating crime".
pub fn judged_name(judgment: &Judgment) -> String {
    let noun = match judgment.scope {
        Scope::Area => "Area",
        Scope::Question => "Question",
        Scope::Pillar => "Pillar",
        Scope::Overall => "Overall question",
    };
    format!("{noun}: {}", judgment.area)
}

/// The breaks in comparability in sentences, oldest first: "Break before 2021/22: ...".
pub fn break_sentences(corpus: &Corpus) -> impl Iterator<Item = String> + '_ {
    corpus.cycles.iter().filter_map(|cycle| Some(format!("Break before {}: {}", cycle.id, break_words(cycle)?)))
}

/// Why grades before and after the beginning of a cycle are not comparable, and why there was none for some time.
pub fn break_words(cycle: &Cycle) -> Option<String> {
    let gap = cycle.gap_before.as_ref().map(|gap| format!(" {gap}")).unwrap_or_default();
    Some(format!("{}{gap}", cycle.break_label.as_ref()?))
}

/// The short name of a report: "PEEL effectiveness 2017", "Crime inspection 2014 (opened by you)".
pub fn report_name(report: &Report) -> String {
    let pillar = report.pillar.as_deref().map(|p| format!(" {}", p.to_ascii_lowercase())).unwrap_or_default();
    format!("{}{pillar} {}{}", report.programme, report.cycle, opened_mark(report))
}

/// What a report inspected, for use together with its cycle: "Effectiveness", "Crime inspection", "PEEL (opened by you)".
pub fn inspection_name(report: &Report) -> String {
    format!("{}{}", report.pillar.as_ref().unwrap_or(&report.programme), opened_mark(report))
}

/// The addition to the name of a report that the reader has opened.
fn opened_mark(report: &Report) -> &'static str {
    if report.id.is_opened() { " (opened by you)" } else { "" }
}

/// How many of these reports the site holds, and how many the reader has opened: "4 reports held, 1 opened by you".
pub fn reports_held(reports: &[&ReportContents]) -> String {
    let opened = reports.iter().filter(|contents| contents.report.is_opened()).count();
    let held = format!("{} held", count_with_noun(reports.len() - opened, "report", "reports"));
    if opened == 0 { held } else { format!("{held}, {opened} opened by you") }
}

/// When a report was published, to follow "published", with a caveat if the report does not print the date.
pub fn publication_date(corpus: &Corpus, report: &Report) -> String {
    match corpus.publication_of(report) {
        None => "on a date not printed in the report".to_string(),
        Some(Publication { date, source: DateSource::Report, .. }) => date.in_words(),
        Some(Publication { date, source: DateSource::Page { source, .. }, .. }) => {
            format!("{} (date from {}, not printed in the report)", date.in_words(), source.page_label())
        }
    }
}

/// When a report was published, with a shorter caveat, for use in a sentence; `None` if no date is known.
pub fn short_publication_date(corpus: &Corpus, report: &Report) -> Option<String> {
    corpus.publication_of(report).map(date_with_source)
}

/// The date with its preposition: "in March 2018", "on 3 September 2014".
pub fn date_with_preposition(published: Publication) -> String {
    let preposition = if published.date.start().has_day() { "on" } else { "in" };
    format!("{preposition} {}", date_with_source(published))
}

/// The date, with a short note about its source if the report does not print it.
pub fn date_with_source(published: Publication) -> String {
    let when = published.date.in_words();
    let also = published.also_given.map(|date| format!("; another page says {}", date.in_words())).unwrap_or_default();
    match published.source {
        DateSource::Report => when,
        DateSource::Page { source, .. } => format!("{when} (date from {}{also})", source.page_label()),
    }
}

/// When the reports of a cycle were published, according to the inspectorate's website: "published between May 2019 and
/// February 2020"; `None` if it does not say.
pub fn cycle_publication_dates(corpus: &Corpus, cycle: &str) -> Option<String> {
    let dates = corpus.publication_dates.iter().filter(|date| date.cycle == cycle).map(|date| date.published);
    let (first, last) = (dates.clone().min()?.month_in_words(), dates.max()?.month_in_words());
    Some(if first == last { format!("published {first}") } else { format!("published between {first} and {last}") })
}

/// Whether the names of a force contain all the words of a query.
pub fn has_matching_name(force: &Force, query: &Query) -> bool {
    let names = std::iter::once(&force.name).chain(&force.other_names);
    query.match_rank(&names.map(|name| FoldedText::new(name)).collect::<Vec<_>>()).is_some()
}

/// A number with its noun: "1 finding", "12 findings".
pub fn count_with_noun(n: usize, singular: &str, plural: &str) -> String {
    format!("{} {}", format_thousands(n), if n == 1 { singular } else { plural })
}

/// The kind of a finding, with a mark if this site has corrected it: "Area for improvement, corrected".
pub fn kind_of_finding(report: &Report, finding: &Finding) -> String {
    let mark = if caveats::correction_of_kind(report, finding).is_some() { ", corrected" } else { "" };
    format!("{}{mark}", finding.kind.name())
}

/// A number of findings of one kind: "1 area for improvement", "3 areas for improvement".
pub fn count_of_kind(n: usize, kind: FindingKind) -> String {
    count_with_noun(n, &kind.name().to_ascii_lowercase(), &kind.plural_name().to_ascii_lowercase())
}

/// A number with commas between thousands: "12,345".
pub fn format_thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// How many judgments have each grade: "5 areas Adequate, 3 Requires improvement". No total or average is computed.
pub fn grade_counts_in_words<'j>(
    judgments: impl IntoIterator<Item = &'j Judgment>,
    singular: &str,
    plural: &str,
) -> String {
    let parts = count_grades(judgments).into_iter().enumerate().map(|(i, (grade, n)): (usize, (Grade, usize))| {
        // Only the first number has its noun.
        let noun = if i == 0 { format!("{} ", if n == 1 { singular } else { plural }) } else { String::new() };
        format!("{n} {noun}{grade}")
    });
    join_words(&parts.collect::<Vec<_>>(), ", ")
}

/// The parts as an English list: "a", "a and b", "a, b and c".
pub fn join_as_list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", join_words(first, ", ")),
    }
}
