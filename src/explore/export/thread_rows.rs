//! A thread as a table, as a quotation and as the lines of a picture.

use crate::export::grade_rows::{iso_date, precision};
use crate::export::sheet::{ADDRESS_COLUMN, Sheet};
use crate::pages::finding::{finding_path, text_for_lists};
use crate::pages::passage::cite_passages;
use crate::pages::report::line_href;
use crate::pages::thread::{ThreadEntry, ThreadPage, ThreadReport, ThreadRow, ThreadStatement, thread_page};
use crate::pages::{caveats, phrasing};
use corpus::Corpus;
use model::{ReferenceStatus, Thread, ThreadId};

/// What is said of every export of a thread.
const READING: &str = "The words are the reports'. That they are about one issue is this site's reading, unless a sentence \
                       says so.";

/// A thread with a row for each finding and sentence, in order of time.
pub fn thread_sheet(corpus: &Corpus, thread: &Thread) -> Sheet {
    let mut rows = Vec::new();
    for step in &thread.steps {
        let Some(report) = corpus.report(&step.report) else { continue };
        let published = corpus.publication_of(report);
        let mut add_row = |kind: &str, words: &str, told: [&str; 3], lines: String, address: String| {
            let row = [
                report.force.name.as_str(),
                &thread.name,
                &report.cycle,
                &phrasing::report_name(report),
                &published.map(|published| iso_date(published.date)).unwrap_or_default(),
                published.map_or("", |published| precision(published.date)),
                kind,
                words,
                told[0],
                told[1],
                told[2],
                &lines,
                &caveats::report_notice_text(corpus, report).unwrap_or_default(),
                &address,
            ];
            rows.push(row.map(str::to_string).to_vec());
        };
        let found = step.finding.as_ref().and_then(|key| corpus.finding(key)).map(|(_, finding)| finding);
        if let Some(finding) = found {
            let lines = cite_passages(report, &finding.passages);
            let words = text_for_lists(finding);
            add_row(&phrasing::kind_of_finding(report, finding), &words, ["", "", ""], lines, finding_path(finding));
        }
        for statement in &step.statements {
            let status = if statement.status == ReferenceStatus::Nothing { "" } else { statement.status.name() };
            let speaks_of = statement.speaks_of.as_ref().map_or("", |earlier| earlier.inspection.as_str());
            let told = [status, statement.status_words.as_deref().unwrap_or_default(), speaks_of];
            let [first, last] = statement.lines;
            let address = line_href(report, first);
            add_row("Sentence", &statement.words, told, format!("{first}-{last}"), address);
        }
    }
    Sheet {
        notes: vec![format!("A thread of {}: {}", force_name(corpus, thread), thread.name), READING.to_string()],
        columns: vec![
            "force",
            "thread",
            "cycle",
            "report",
            "published",
            "published_precision",
            "kind",
            "words",
            "what_became_of_it",
            "words_that_say_so",
            "speaks_of",
            "source_lines",
            "newer_inspection",
            ADDRESS_COLUMN,
        ],
        rows,
    }
}

fn force_name<'c>(corpus: &'c Corpus, thread: &Thread) -> &'c str {
    corpus.force(&thread.force).map_or("", |force| force.name.as_str())
}

/// A line of a thread that is read from top to bottom.
pub enum ThreadLine {
    /// The name of a report, with its date.
    Report(String),
    /// What is said about what follows or went before: a kind, a place, a gap, a break, a caveat.
    Note(String),
    /// Words of a report.
    Quotation(String),
}

/// The title of a thread, and its lines.
pub fn thread_lines(corpus: &Corpus, id: &ThreadId) -> Option<(String, Vec<ThreadLine>)> {
    let page = thread_page(corpus, id)?;
    let title = format!("{}: {}", page.force.text, page.heading);
    let mut lines: Vec<ThreadLine> = page.last_word.iter().cloned().map(ThreadLine::Note).collect();
    lines.extend(rows_as_lines(&page));
    lines.push(ThreadLine::Note(READING.to_string()));
    Some((title, lines))
}

fn rows_as_lines(page: &ThreadPage) -> Vec<ThreadLine> {
    let of_row = |row: &ThreadRow| match row {
        ThreadRow::Report(report) => report_as_lines(report),
        ThreadRow::Gap(words) | ThreadRow::Break(words) => vec![ThreadLine::Note(words.clone())],
    };
    page.rows.iter().flat_map(of_row).collect()
}

fn report_as_lines(report: &ThreadReport) -> Vec<ThreadLine> {
    let head = ThreadLine::Report(format!("{}, published {}", report.link.text, report.published));
    let notice = report.notice.clone().map(ThreadLine::Note);
    [head].into_iter().chain(notice).chain(report.entries.iter().flat_map(entry_as_lines)).collect()
}

fn entry_as_lines(entry: &ThreadEntry) -> Vec<ThreadLine> {
    let kind = entry.kind.as_ref().map(|(kind, _)| ThreadLine::Note(kind.clone()));
    let words = entry.finding.as_ref().map(|(words, _)| ThreadLine::Quotation(words.clone()));
    let deadlines = entry.deadlines.iter().map(|words| ThreadLine::Note(format!("To be acted on: {words}")));
    let statements = entry.statements.iter().flat_map(statement_as_lines);
    kind.into_iter().chain(words).chain(deadlines).chain(statements).collect()
}

fn statement_as_lines(statement: &ThreadStatement) -> Vec<ThreadLine> {
    let before = statement.antecedent.as_ref().map(|words| format!("{words} ")).unwrap_or_default();
    let status = statement.status.as_ref().map(|(name, words)| match words.as_str() {
        "" => format!(" · {name}"),
        words => format!(" · {name}: “{words}”"),
    });
    let speaks_of = statement.speaks_of.as_ref().map(|(earlier, _)| format!(" · speaks of {}", earlier.text));
    let about = [Some(statement.place.text.clone()), status, speaks_of].into_iter().flatten().collect();
    vec![ThreadLine::Quotation(format!("{before}{}", statement.words)), ThreadLine::Note(about)]
}

/// A thread as text, without the address and the licence.
pub fn thread_quotation(corpus: &Corpus, id: &ThreadId) -> Option<String> {
    let (title, lines) = thread_lines(corpus, id)?;
    let line = |line: ThreadLine| match line {
        ThreadLine::Report(words) => format!("\n{words}\n"),
        ThreadLine::Note(words) => format!("{words}\n"),
        ThreadLine::Quotation(words) => format!("“{words}”\n"),
    };
    Some(format!("{title}\n{}", lines.into_iter().map(line).collect::<String>()))
}
