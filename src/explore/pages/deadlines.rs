//! By when findings are to be acted on, and what the next report has to say of each.

use crate::pages::finding::text_for_lists;
use crate::pages::report::line_href;
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::{DateSpan, DueDate, Finding, Report};

/// A finding with the time by which it is to be acted on.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineRow {
    /// The force.
    pub force: Link,
    /// The date that the deadline means; `None` if the text supports none.
    pub due: Option<DateSpan>,
    /// The deadline as printed.
    pub printed: String,
    /// How the date was worked out, in a sentence; empty if there is none.
    pub counted: String,
    /// The public page that gives the date of publication, if the report prints none.
    pub page: Option<Link>,
    /// The kind of the finding.
    pub kind: String,
    /// Its words, as a link to it.
    pub finding: Link,
    /// The report, as a link to it.
    pub report: Link,
    /// What the next report held says about it, or that nothing was found; with a link to the place.
    pub answer: (String, Option<Link>),
}

/// All deadlines: those with a date first, the earliest before the others, then those without.
pub fn deadline_rows(corpus: &Corpus) -> Vec<DeadlineRow> {
    let mut rows: Vec<DeadlineRow> =
        corpus.issues.deadlines.iter().filter_map(|due| deadline_row(corpus, due)).collect();
    // The sort keeps the order of the reports where dates are equal.
    rows.sort_by_key(|row| (row.due.is_none(), row.due.map(DateSpan::start)));
    rows
}

fn deadline_row(corpus: &Corpus, deadline: &DueDate) -> Option<DeadlineRow> {
    let (report, finding) = corpus.finding(&deadline.finding)?;
    let counted = match (deadline.due, deadline.counted_from) {
        (Some(_), Some(from)) => {
            let preposition = if from.start().has_day() { "on" } else { "in" };
            format!("counted from publication {preposition} {}", from.in_words())
        }
        (Some(_), None) => String::new(),
        (None, _) => "no date can be worked out from the text".to_string(),
    };
    let page = deadline.publication_page.as_ref();
    let kind = phrasing::kind_of_finding(report, finding);
    Some(DeadlineRow {
        force: Link::to(&State::for_view(View::Force(report.force.id.clone())), &report.force.name),
        due: deadline.due,
        printed: deadline.text.clone(),
        counted,
        page: page.map(|url| Link { href: url.clone(), text: "date of publication".to_string() }),
        kind,
        finding: Link::to(&State::for_view(View::Finding(finding.key.clone())), task(finding, &deadline.text)),
        report: Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report)),
        answer: answer(corpus, report, finding),
    })
}

/// The words of a finding, with those that have the deadline, if they are others: what is to be done by then may be less.
fn task(finding: &Finding, deadline: &str) -> String {
    let words = text_for_lists(finding);
    let has_deadline = |text: &str| text.to_lowercase().contains(&deadline.to_lowercase());
    match finding.texts().find(|text| has_deadline(text)).filter(|_| !has_deadline(&words)) {
        Some(text) => format!("{words} … {text}"),
        None => words,
    }
}

/// What the next report held on the force says about a finding: a sentence only if it speaks of no other inspection.
fn answer(corpus: &Corpus, report: &Report, finding: &Finding) -> (String, Option<Link>) {
    let Some(next) = corpus.reports_on(&report.force.id).skip_while(|other| other.id != report.id).nth(1) else {
        return ("No later report on the force is held.".to_string(), None);
    };
    let name = phrasing::report_name(next);
    let thread = corpus.issues.threads.iter().find(|thread| thread.has_finding(&finding.key));
    let steps = thread.into_iter().flat_map(|thread| &thread.steps).filter(|step| step.report == next.id);
    let mut statements = steps.clone().flat_map(|step| &step.statements);
    if let Some(said) = statements.rfind(|said| said.status.says_what_became() && said.speaks_of.is_none()) {
        let words = format!("{name}, in our reading {}: “{}”", said.status.name(), said.in_context());
        let place = Link { href: line_href(next, said.lines[0]), text: format!("line {}", said.lines[0]) };
        return (words, Some(place));
    }
    let found = steps.filter_map(|step| corpus.finding(step.finding.as_ref()?)).next_back();
    match found {
        Some((_, later)) => {
            let link = Link::to(&State::for_view(View::Finding(later.key.clone())), text_for_lists(later));
            (format!("{name} has a finding that we think is about it:"), Some(link))
        }
        None => (format!("Nothing was found about it in {name}."), None),
    }
}
