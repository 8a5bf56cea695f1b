//! A text about what went wrong with a file, for the people who make the site. It holds no more than the reader chooses.

use crate::answer::{OpenedReport, UnreadFile};
use explore::pages::phrasing;

/// What the reader has chosen to include, and what comes from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProblemDetails {
    /// Whether the name of the file is included.
    pub has_name: bool,
    /// Whether words of the report are included.
    pub has_words: bool,
    /// The date of the site's build: "2026-11-21"; empty if unknown.
    pub build_date: String,
}

impl ProblemDetails {
    /// The text about a report that was read.
    pub fn about_report(&self, opened: &OpenedReport) -> String {
        let report = &opened.report;
        let count = phrasing::count_with_noun;
        let read = format!(
            "Read as: {}, with {}, {} and {}",
            phrasing::report_name(report),
            count(report.judgments.len(), "judgment", "judgments"),
            count(report.findings.len(), "finding", "findings"),
            count(report.problems.len(), "problem", "problems")
        );
        let problems = report.problems.iter().map(|problem| {
            let lines: Vec<String> = problem.passages.iter().map(model::Passage::citation).collect();
            let words = if self.has_words { format!(": {}", problem.message) } else { String::new() };
            format!("Problem: {} ({}){words}", problem.kind_name, lines.join(", "))
        });
        let file = self.file(&opened.name, opened.bytes, &opened.form, 0);
        std::iter::once("A report was read.".to_string())
            .chain(file)
            .chain([read])
            .chain(problems)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The text about a file that was not read.
    pub fn about_file(&self, unread: &UnreadFile) -> String {
        let reason = format!("Reason: {}", unread.reason);
        let words =
            (self.has_words && !unread.beginning.is_empty()).then(|| format!("It begins: {}", unread.beginning));
        let file = self.file(&unread.name, unread.bytes, &unread.form, unread.words);
        std::iter::once("A file was not read.".to_string())
            .chain(file)
            .chain([reason])
            .chain(words)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn file(&self, name: &str, bytes: usize, form: &str, words: usize) -> Vec<String> {
        let form = if form.is_empty() { "a file" } else { form };
        let words = if words > 0 { format!(", {} words", phrasing::format_thousands(words)) } else { String::new() };
        let size = format!("File: {form} of {} bytes{words}", phrasing::format_thousands(bytes));
        let site = format!("Site built: {}", if self.build_date.is_empty() { "unknown" } else { &self.build_date });
        let name = self.has_name.then(|| format!("Name: {name}"));
        [site, size].into_iter().chain(name).collect()
    }
}
