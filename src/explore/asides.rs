//! What pages say beside their own content: threads, deadlines, and what a second force shares.
//!
//! It is prepared ahead of time, as words, so the program of every page need not contain this code.

use crate::pages::finding::{finding_path, text_for_lists};
use crate::pages::phrasing;
use crate::pages::report::line_href;
use crate::pages::thread::{deadlines_in_words, entry_of};
use crate::pages::{DEADLINES, NO_DATE, THREADS};
use crate::route;
use crate::state::{State, View};
use corpus::Corpus;
use model::{Aside, DateSpan, DueDate, Finding, FindingKey, Force, SharedWords, Thread};

/// Adds the asides to the data, sorted by their pages.
#[must_use]
pub fn with_asides(corpus: Corpus) -> Corpus {
    let of_forces = corpus.forces.iter().flat_map(|force| asides_of_force(&corpus, force));
    let of_findings = corpus.findings().flat_map(|(_, finding)| asides_of_finding(&corpus, finding));
    let mut asides: Vec<Aside> = of_forces.chain(of_findings).filter(|aside| !aside.items.is_empty()).collect();
    // The sort keeps the order of the asides of a page.
    asides.sort_by(|a, b| a.page.cmp(&b.page));
    Corpus { asides, ..corpus }
}

fn asides_of_force(corpus: &Corpus, force: &Force) -> Vec<Aside> {
    let page = route::path(&State::for_view(View::Force(force.id.clone())));
    let threads = corpus.issues.threads.iter().filter(|thread| thread.force == force.id);
    let threads = Aside {
        items: threads.flat_map(|thread| thread_item(corpus, thread)).collect(),
        page: page.clone(),
        id: THREADS.to_string(),
        heading: "What happened to …".to_string(),
        note: "Issues that its reports come back to, in our reading, with what each says in its own words.".to_string(),
    };
    let shared = corpus.issues.shared.iter().filter(|shared| shared.force == force.id);
    let shared = shared.enumerate().filter_map(|(n, shared)| shared_aside(corpus, &page, n, shared));
    [threads, deadlines_of_force(corpus, force, page.clone())].into_iter().chain(shared).collect()
}

/// By when the findings of a force are to be acted on: the date, or that there is none, with the deadline as printed and the
/// finding. The timeline shows the dates in the columns of their reports.
fn deadlines_of_force(corpus: &Corpus, force: &Force, page: String) -> Aside {
    let of_force = corpus.issues.deadlines.iter().filter_map(|deadline| {
        let (report, finding) = corpus.finding(&deadline.finding)?;
        (report.force.id == force.id).then_some((deadline, finding))
    });
    let mut of_force: Vec<(&DueDate, &Finding)> = of_force.collect();
    // The sort keeps the order of the reports where dates are equal; those without a date come first.
    of_force.sort_by_key(|(deadline, _)| deadline.due.map(DateSpan::start));
    let item = |(deadline, finding): (&DueDate, &Finding)| {
        let due = deadline.due.map_or(NO_DATE.to_string(), DateSpan::short_month);
        [due, finding_path(finding), format!("“{}”: {}", deadline.text, text_for_lists(finding))]
    };
    Aside {
        page,
        id: DEADLINES.to_string(),
        heading: "Deadlines".to_string(),
        note: "The date that each means, counted from publication where the report gives none; then what it prints."
            .to_string(),
        items: of_force.into_iter().flat_map(item).collect(),
    }
}

/// A thread in a list: the cycles of its reports, its address and its name.
pub fn thread_item(corpus: &Corpus, thread: &Thread) -> [String; 3] {
    let (cycles, link) = entry_of(corpus, thread);
    [cycles, link.href, link.text]
}

fn shared_aside(corpus: &Corpus, page: &str, n: usize, shared: &SharedWords) -> Option<Aside> {
    let report = corpus.report(&shared.report)?;
    let name = format!("{}, {}", report.force.name, phrasing::report_name(report));
    let sentence = |sentence: &model::SharedSentence| {
        let line = sentence.lines[0];
        [format!("Line {line}"), line_href(report, line), sentence.words.clone()]
    };
    let rule = shared.rule.as_ref().map(|rule| format!("The report says: “{}”", rule.words));
    Some(Aside {
        page: page.to_string(),
        id: format!("shared-{}", n + 1),
        heading: format!("Said of both forces: {name}"),
        note: rule.unwrap_or_else(|| "These sentences are about both forces of an alliance.".to_string()),
        items: shared.sentences.iter().flat_map(sentence).collect(),
    })
}

/// What the page of a finding says beside its own content; some of it may have no items.
pub fn asides_of_finding(corpus: &Corpus, finding: &Finding) -> Vec<Aside> {
    let page = finding_path(finding);
    let aside = |id: &str, heading: &str, items: Vec<String>| Aside {
        page: page.clone(),
        id: id.to_string(),
        heading: heading.to_string(),
        note: String::new(),
        items,
    };
    let deadlines = deadlines_in_words(corpus, finding).into_iter();
    let deadlines = deadlines.flat_map(|words| [String::new(), String::new(), words]).collect();
    let threads = corpus.issues.threads.iter().filter(|thread| thread.has_finding(&finding.key));
    let threads = threads.enumerate().map(|(n, thread)| {
        let heading = "Before and after, in the reports on this force";
        let id = if n == 0 { THREADS.to_string() } else { format!("{THREADS}-{}", n + 1) };
        aside(&id, heading, thread_items(corpus, thread, &finding.key))
    });
    let mut asides = vec![aside(DEADLINES, "To be acted on", deadlines)];
    asides.extend(threads);
    asides.extend(also_applies_to(corpus, finding).map(|items| aside("applies", "Applies to two forces", items)));
    asides
}

/// The thread, its other findings, and what reports say became of it, oldest first.
fn thread_items(corpus: &Corpus, thread: &Thread, key: &FindingKey) -> Vec<String> {
    let [cycles, href, name] = thread_item(corpus, thread);
    let mut items = vec![format!("Thread, {cycles}"), href, name];
    for step in &thread.steps {
        let Some(report) = corpus.report(&step.report) else { continue };
        let name = phrasing::report_name(report);
        match step.finding.as_ref().and_then(|key| corpus.finding(key)) {
            Some((_, finding)) if finding.key != *key => {
                let label = format!("{name}, {}", phrasing::kind_of_finding(report, finding));
                items.extend([label, finding_path(finding), text_for_lists(finding)]);
            }
            // The page of the thread has the other sentences too.
            _ => items.extend(step.statements.iter().filter(|said| said.status.says_what_became()).flat_map(|said| {
                [format!("{name}, {}", said.status.name()), line_href(report, said.lines[0]), said.words.clone()]
            })),
        }
    }
    items
}

/// The other force to which a finding applies too, and the sentence that says so.
fn also_applies_to(corpus: &Corpus, finding: &Finding) -> Option<Vec<String>> {
    let is_this = |sentence: &model::SharedSentence| sentence.finding.as_ref() == Some(&finding.key);
    let shared = corpus.issues.shared.iter().find(|shared| shared.sentences.iter().any(is_this))?;
    let (force, report) = (corpus.force(&shared.force)?, corpus.report(&shared.report)?);
    let reason = shared.rule.as_ref().or_else(|| shared.sentences.iter().find(|sentence| is_this(sentence)))?;
    let page = route::path(&State::for_view(View::Force(force.id.clone())));
    let words = [String::from("The report says"), line_href(report, reason.lines[0]), reason.words.clone()];
    Some([[String::from("Also"), page, force.name.clone()], words].concat())
}
