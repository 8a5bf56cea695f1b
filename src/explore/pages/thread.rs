//! The page of a thread: what the reports on one force say about one issue, quoted one under the other.

mod gaps;
mod last_word;

use crate::pages::report::line_href;
use crate::pages::{Link, caveats, finding, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::{DateSpan, EarlierWork, Finding, ReferenceStatus, Report, Statement, Thread, ThreadId, ThreadStep};

/// The page of a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadPage {
    /// The issue.
    pub heading: String,
    /// A link to the force.
    pub force: Link,
    /// What the reports say became of it, in sentences.
    pub last_word: Vec<String>,
    /// The reports, and what stands between them, oldest first.
    pub rows: Vec<ThreadRow>,
    /// Why findings are taken to be about the same issue; empty if the reports say so themselves.
    pub reasons: Vec<String>,
    /// Whether a person has read all of it.
    pub is_reviewed: bool,
    /// The other threads of the force, each with the cycles of its reports.
    pub others: Vec<(String, Link)>,
}

/// A row of the line of reports.
#[derive(Clone, Debug, PartialEq)]
pub enum ThreadRow {
    /// A report.
    Report(Box<ThreadReport>),
    /// Cycles of which the thread has no report, in a sentence.
    Gap(String),
    /// A break in the comparability of grades, in a sentence.
    Break(String),
}

/// What one report says.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadReport {
    /// A link to the report.
    pub link: Link,
    /// When it was published, and where the date is from.
    pub published: String,
    /// A notice that it is not the newest on its force.
    pub notice: Option<String>,
    /// Its findings and sentences, in the order of its text.
    pub entries: Vec<ThreadEntry>,
}

/// A finding, or sentences that follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadEntry {
    /// The kind of the finding with its class name; `None` for sentences of running text.
    pub kind: Option<(String, String)>,
    /// The words of the finding, with a link to its page.
    pub finding: Option<(String, Link)>,
    /// By when the finding is to be acted on, in sentences.
    pub deadlines: Vec<String>,
    /// The sentences.
    pub statements: Vec<ThreadStatement>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadStatement {
    /// The sentence before it, if it points back to that.
    pub antecedent: Option<String>,
    /// The sentence.
    pub words: String,
    /// Its place, as a link to it.
    pub place: Link,
    /// What it says became of the issue, with the words that say so: `("Raised again", "remains an area for improvement")`.
    pub status: Option<(String, String)>,
    /// The inspection that it speaks of, with why nothing of it is quoted here.
    pub speaks_of: Option<(Link, String)>,
}

/// Makes the page of a thread; `None` if there is no such thread.
pub fn thread_page(corpus: &Corpus, id: &ThreadId) -> Option<ThreadPage> {
    let thread = corpus.issues.thread(id)?;
    let force = corpus.force(&thread.force)?;
    Some(ThreadPage {
        heading: capitalised(&thread.name),
        force: Link::to(&State::for_view(View::Force(force.id.clone())), &force.name),
        last_word: last_word::last_word(corpus, thread),
        rows: gaps::with_gaps(corpus, thread, reports(corpus, thread)),
        reasons: thread.reasons.clone(),
        is_reviewed: thread.is_reviewed,
        others: corpus
            .issues
            .threads
            .iter()
            .filter(|t| t.force == thread.force && t.id != *id)
            .map(|t| entry_of(corpus, t))
            .collect(),
    })
}

/// A thread in a list: the cycles of its reports, and a link to it.
pub fn entry_of(corpus: &Corpus, thread: &Thread) -> (String, Link) {
    let mut cycles: Vec<String> = Vec::new();
    for step in &thread.steps {
        let cycle = corpus.report(&step.report).map(|report| report.cycle.clone());
        cycles.extend(cycle.filter(|cycle| cycles.last() != Some(cycle)));
    }
    let link = Link::to(&State::for_view(View::Thread(thread.id.clone())), capitalised(&thread.name));
    (phrasing::join_as_list(&cycles), link)
}

/// The reports of a thread with what they say, oldest first.
fn reports<'c>(corpus: &'c Corpus, thread: &Thread) -> Vec<(&'c Report, ThreadReport)> {
    let mut rows: Vec<(&Report, ThreadReport)> = Vec::new();
    for step in &thread.steps {
        let Some(report) = corpus.report(&step.report) else { continue };
        let entry = thread_entry(corpus, report, step);
        match rows.last_mut().filter(|(last, _)| last.id == report.id) {
            Some((_, row)) => row.entries.push(entry),
            None => rows.push((
                report,
                ThreadReport {
                    link: Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report)),
                    published: phrasing::publication_date(corpus, report),
                    notice: caveats::report_notice_text(corpus, report),
                    entries: vec![entry],
                },
            )),
        }
    }
    rows
}

fn thread_entry(corpus: &Corpus, report: &Report, step: &ThreadStep) -> ThreadEntry {
    let found = step.finding.as_ref().and_then(|key| corpus.finding(key)).map(|(_, finding)| finding);
    ThreadEntry {
        kind: found.map(|finding| (phrasing::kind_of_finding(report, finding), finding.kind.slug())),
        finding: found.map(|finding| {
            let page = State::for_view(View::Finding(finding.key.clone()));
            (finding::text_for_lists(finding), Link { text: "Whole finding".to_string(), ..Link::to(&page, "") })
        }),
        deadlines: found.into_iter().flat_map(|finding| deadlines_in_words(corpus, finding)).collect(),
        statements: thread_statements(report, step),
    }
}

/// The sentences of a step. What one speaks of is not said again if the one before speaks of the same.
fn thread_statements(report: &Report, step: &ThreadStep) -> Vec<ThreadStatement> {
    let mut last: Option<&EarlierWork> = None;
    let mut statements = Vec::new();
    for statement in &step.statements {
        let said = thread_statement(report, statement);
        let is_same = statement.speaks_of.is_some() && statement.speaks_of.as_ref() == last;
        statements.push(if is_same { ThreadStatement { speaks_of: None, ..said } } else { said });
        last = statement.speaks_of.as_ref();
    }
    statements
}

fn thread_statement(report: &Report, statement: &Statement) -> ThreadStatement {
    let [first, last] = statement.lines;
    let lines = if first == last { format!("line {first}") } else { format!("lines {first} to {last}") };
    let says = statement.status != ReferenceStatus::Nothing;
    ThreadStatement {
        antecedent: statement.antecedent.clone(),
        words: statement.words.clone(),
        place: Link { href: line_href(report, first), text: lines },
        status: says
            .then(|| (capitalised(statement.status.name()), statement.status_words.clone().unwrap_or_default())),
        speaks_of: statement.speaks_of.as_ref().map(|earlier| {
            (Link { href: earlier.address.clone(), text: earlier.inspection.clone() }, earlier.reason.clone())
        }),
    }
}

/// By when a finding is to be acted on, a sentence for each deadline.
pub fn deadlines_in_words(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let known = corpus.issues.deadlines.iter().filter(|deadline| deadline.finding == finding.key);
    let known: Vec<String> = known.map(|d| deadline_in_words(&d.text, d.due, d.counted_from)).collect();
    // A report that the reader has opened has only what its own text says.
    let own = finding.deadline.iter().filter(|_| known.is_empty());
    let own: Vec<String> = own.map(|deadline| deadline_in_words(&deadline.text, deadline.due, None)).collect();
    [known, own].concat()
}

fn deadline_in_words(printed: &str, due: Option<DateSpan>, counted_from: Option<DateSpan>) -> String {
    let due = due.map_or("no date can be worked out from the text".to_string(), DateSpan::in_words);
    let counted = counted_from.map(|from| format!(", counted from publication ({})", from.in_words()));
    format!("“{printed}”: {due}{}", counted.unwrap_or_default())
}

/// A name with a capital at its beginning. Our words begin with letters of ASCII.
pub fn capitalised(name: &str) -> String {
    let mut name = name.to_string();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
