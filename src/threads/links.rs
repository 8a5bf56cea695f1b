//! All links, as `data/links.json` has them.

use crate::named_inspections::{NamedInspection, read_named_inspections};
use crate::profile::Profiles;
use crate::review::{Review, Reviews};
use crate::thread_table::{ThreadRows, ThreadTable};
use crate::vocabulary::{Vocabulary, read_terms};
use crate::{alliances, directions, due_dates, stated, suggested, threads};
use corpus::{CollectError, Corpus, EditorialTables, Issues, LinkingTables};
use model::{Direction, DueDate, FindingKey, ReferenceStatus, ReferenceSubject, Report, ReportId, SharedWords, Thread};
use serde::Serialize;
use std::collections::HashMap;

/// The tables from which links are made, as CSV text.
pub struct LinkTables {
    /// `terms.csv`: our vocabulary of issues, topics and aspects.
    pub terms_csv: String,
    /// `links.csv`: what a person thinks of suggested links.
    pub links_csv: String,
    /// `named-inspections.csv`: inspections other than PEEL that reports name.
    pub named_inspections_csv: String,
    /// `threads.csv`: the names that we give to threads, and what belongs to them that no link shows.
    pub threads_csv: String,
}

impl LinkTables {
    /// Reads every table with `read`, which returns the text of the file of a given name.
    ///
    /// # Errors
    /// The first error that `read` returns.
    pub fn read<E>(read: impl Fn(&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self {
            terms_csv: read("terms.csv")?,
            links_csv: read("links.csv")?,
            named_inspections_csv: read("named-inspections.csv")?,
            threads_csv: read("threads.csv")?,
        })
    }

    /// The rows by which issues are recognised.
    fn rows(&self) -> Result<LinkingTables, CollectError> {
        let inspections = read_named_inspections(&self.named_inspections_csv)?;
        Ok(LinkingTables { terms: read_terms(&self.terms_csv)?, inspections })
    }
}

/// Everything that the reports say about each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    /// What the reports say themselves, in the order of reports and of their text.
    pub stated: Vec<StatedLink>,
    /// What we suggest, in the order of the findings; without those that a person rejected.
    pub suggested: Vec<SuggestedLink>,
    /// By when findings are to be acted on, in the order of the findings.
    pub deadlines: Vec<DueDate>,
    /// The issues that they make; `threads.json` has them.
    #[serde(skip)]
    pub threads: Vec<Thread>,
    /// The sentences that set a judgment against an earlier one.
    #[serde(skip)]
    pub directions: Vec<Direction>,
    /// What reports say of a second force.
    #[serde(skip)]
    pub shared: Vec<SharedWords>,
}

/// What `threads.json` has: the threads, and other sentences that are shown where they matter.
#[derive(Serialize)]
pub struct ThreadsFile<'l> {
    threads: &'l [Thread],
    directions: &'l [Direction],
    shared: &'l [SharedWords],
}

impl Links {
    /// The directions of the judgments of some reports.
    fn directions_of(&self, reports: &[&Report]) -> Vec<Direction> {
        let is_theirs =
            |direction: &&Direction| reports.iter().any(|report| report.id.as_str() == direction.judgment.report_id());
        self.directions.iter().filter(is_theirs).cloned().collect()
    }

    /// Puts the links into the order of the reports, which are those of several forces; within a report they keep theirs.
    fn put_in_order(&mut self, reports: &[&Report]) {
        let place: HashMap<&str, usize> =
            reports.iter().enumerate().map(|(n, report)| (report.id.as_str(), n)).collect();
        let of_key = |key: &FindingKey| place.get(key.report_id()).copied();
        self.stated.sort_by_key(|link| place.get(link.report.as_str()).copied());
        self.suggested.sort_by_key(|link| of_key(&link.a));
    }

    /// What `threads.json` has.
    pub fn threads_file(&self) -> ThreadsFile<'_> {
        ThreadsFile { threads: &self.threads, directions: &self.directions, shared: &self.shared }
    }
}

/// A sentence in which a report speaks of the inspectorate's earlier work on the force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedLink {
    /// The report that prints the sentence.
    pub report: ReportId,
    /// The first and the last line of the sentence, counted from 1, both included.
    pub lines: [u32; 2],
    /// The sentence, verbatim: the evidence for the link.
    pub sentence: String,
    /// What it speaks of.
    pub subject: ReferenceSubject,
    /// The years that it names, as printed.
    pub years: Vec<String>,
    /// What it says became of the earlier work.
    pub status: ReferenceStatus,
    /// The words that say so.
    pub status_words: Option<String>,
    /// The finding that the sentence is part of.
    pub finding: Option<FindingKey>,
    /// The finding of the same report that raises the matter, in our reading; the same as `finding` if the sentence is
    /// part of it.
    pub restated_by: Option<FindingKey>,
    /// The held report of the inspection that it speaks of, if there is one.
    pub target_report: Option<ReportId>,
    /// The key of the held finding or judgment that it speaks of; `None` if that is not held.
    pub target: Option<String>,
    /// What it speaks of instead, where that is not held.
    pub not_held: Option<NotHeld>,
    /// Whether it goes on with the matter of the link before it.
    #[serde(skip)]
    pub continues: bool,
    /// The sentence before it, if it points back to that: "This remains an area for improvement".
    #[serde(skip)]
    pub antecedent: Option<String>,
}

/// An inspection that a sentence speaks of and of which no report, or no such finding, is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotHeld {
    /// The inspection in words: "PEEL 2015, effectiveness: West Midlands Police".
    pub inspection: String,
    /// Its year as the sentence or its context names it: "2015", "2018/19"; `None` if neither does.
    pub year: Option<String>,
    /// Why there is no target, in a sentence.
    pub reason: String,
    /// A public page about it; if none is known, the inspectorate's page of the force.
    pub address: String,
    /// Whether the page is about this inspection, and not only about the force.
    pub is_page_of_inspection: bool,
}

/// Two findings of one force that may be about the same issue, in our reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuggestedLink {
    /// The key of the earlier finding.
    pub a: FindingKey,
    /// The key of the later finding.
    pub b: FindingKey,
    /// What they have in common, in words: "both: victims who do not support prosecution".
    pub reason: String,
    /// The terms of the vocabulary and the rare words that both have.
    pub shared: Vec<String>,
    /// Whether a person has read both.
    pub review: Review,
}

/// Collects reports and tables to a corpus with what the reports say about each other.
///
/// # Errors
/// If a table cannot be read, or does not fit the reports.
pub fn collect_corpus(
    editorial: &EditorialTables,
    reports: Vec<Report>,
    tables: &LinkTables,
) -> Result<Corpus, CollectError> {
    let mut corpus = Corpus::collect(editorial, reports.clone())?;
    let links = collect_links(&corpus, &reports, tables)?;
    corpus.directions = links.directions;
    let (threads, deadlines, shared) = (links.threads, links.deadlines, links.shared);
    corpus.issues = Issues { threads, deadlines, shared, tables: tables.rows()? };
    // They are among the deadlines, counted also where only a public page gives the date of publication.
    let findings = corpus.reports.iter_mut().flat_map(|report| &mut report.findings);
    findings.for_each(|finding| finding.deadline = None);
    Ok(corpus)
}

/// Makes all links between the findings of the reports. The corpus must have been collected from the same reports.
///
/// # Errors
/// If a table cannot be read, or names a finding that no report has.
pub fn collect_links(corpus: &Corpus, reports: &[Report], tables: &LinkTables) -> Result<Links, CollectError> {
    let reports = corpus.in_order(reports);
    let LinkingTables { terms, inspections } = tables.rows()?;
    let vocabulary = Vocabulary::from_rows(&terms);
    let reviews = Reviews::read(&tables.links_csv, &reports)?;
    let named = NamedInspection::from_rows(&inspections);
    let rows = ThreadRows::read(&tables.threads_csv, &reports)?;
    let mut links = Links {
        deadlines: due_dates::due_dates(corpus, &reports),
        directions: directions::directions(corpus, &reports),
        shared: alliances::shared_words(corpus, &reports),
        ..Links::default()
    };
    // Findings and sentences are only linked within a force, so the work grows with what is held on one, and not with all.
    for (force, profiles) in Profiles::by_force(corpus, &reports, &vocabulary) {
        let of_force: Vec<&Report> = reports.iter().filter(|report| report.force.id == *force).copied().collect();
        let mut own = Links {
            stated: stated::stated_links(corpus, &of_force, &profiles, &named),
            suggested: suggested::suggested_links(&profiles, &reviews),
            directions: links.directions_of(&of_force),
            ..Links::default()
        };
        let table = ThreadTable::new(&rows, force, &own)?;
        own.threads = threads::collect_threads(&of_force, &profiles, &own, &table);
        links.stated.append(&mut own.stated);
        links.suggested.append(&mut own.suggested);
        links.threads.append(&mut own.threads);
    }
    links.put_in_order(&reports);
    Ok(links)
}
