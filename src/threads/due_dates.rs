//! By when findings are to be acted on, also where only a public page gives the date of publication.

use corpus::{Corpus, DateSource, Publication};
use model::{Deadline, DueDate, Finding, Report};

/// The deadlines of all findings, in the order of the reports.
pub fn due_dates(corpus: &Corpus, reports: &[&Report]) -> Vec<DueDate> {
    let mut dates = Vec::new();
    for report in reports {
        let publication = corpus.publication_of(report);
        for finding in &report.findings {
            dates.extend(finding.deadlines.iter().map(|deadline| due_date(finding, deadline, publication)));
        }
    }
    dates
}

fn due_date(finding: &Finding, deadline: &Deadline, publication: Option<Publication>) -> DueDate {
    let is_counted = deadline.text.to_lowercase().starts_with("within");
    let publication = publication.filter(|_| is_counted);
    let due = deadline.due.or_else(|| parse::deadline_after(&deadline.text, publication?.date));
    let page = match publication.map(|publication| publication.source) {
        Some(DateSource::Page { url, .. }) => Some(url.to_string()),
        Some(DateSource::Report) | None => None,
    };
    DueDate {
        finding: finding.key.clone(),
        text: deadline.text.clone(),
        due,
        counted_from: publication.map(|publication| publication.date),
        publication_page: page,
    }
}
