//! The page of a report: facts about it, its judgments, findings, numbers and problems, and its full text with every
//! passage marked.

use crate::pages::numbers;
use crate::pages::numbers::Numbers;
use crate::pages::passage;
use crate::pages::passage::{MarkedLine, Quotation, QuotationKind, TextMarks};
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, caveats, now, phrasing};
use crate::route::{self, Anchor};
use crate::search::lexicon::Lexicon;
use crate::search::query::Query;
use crate::state::{State, View};
use corpus::Corpus;
use model::folding::join_words;
use model::line::source_lines;
use model::{Judgment, Passage, Report, Scale};
use std::ops::Range;

/// The page of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportPage {
    /// The heading: "Warwickshire Police: PEEL effectiveness 2017".
    pub heading: String,
    /// A link to the force.
    pub force: Link,
    /// Its grades, number of findings and date, in a few sentences.
    pub summary: String,
    /// Facts about the report, each with its name: title, inspector, dates, source text.
    pub facts: Vec<(String, String)>,
    /// Where it was published, as a sentence with a link if the address is known.
    pub published_at: (String, Option<Link>),
    /// Its judgments.
    pub judgments: Vec<JudgmentEntry>,
    /// Its findings in the order of the text, under their printed headings.
    pub sections: Vec<FindingSection>,
    /// Its numbers.
    pub numbers: Numbers,
    /// The problems in its text.
    pub problems: Vec<ProblemEntry>,
    /// The words to search for in the text, as typed.
    pub query: String,
    /// For each paragraph that contains all of them, a link to the line of the first match.
    pub hits: Vec<Link>,
    /// A notice that the report is not the newest on its force, as a link to the force.
    pub report_notice: Option<Link>,
    /// The abbreviations that the report spells out, with their long forms.
    pub abbreviations: Vec<(String, String)>,
    /// The full text; `None` until it has been fetched.
    pub text: Option<FullText>,
    /// The path of the source text, relative to the site's root.
    pub text_file: Option<String>,
}

/// A judgment, with links to where it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgmentEntry {
    /// The anchor of the judgment on the page.
    pub anchor: Anchor,
    /// Its tile.
    pub tile: Tile,
    /// The question or area, as printed at its section.
    pub area: String,
    /// Other names that the report uses for it.
    pub also_called: Vec<String>,
    /// The name of its subject.
    pub subject: Option<String>,
    /// The places in the text where it is printed.
    pub places: Vec<Link>,
    /// The places where the text states it again.
    pub repeated_at: Vec<Link>,
    /// The problems at those places, as links to their entries.
    pub problems: Vec<Link>,
}

/// Consecutive findings under the same headings.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingSection {
    /// The headings, outermost first.
    pub headings: Vec<String>,
    /// The address of the first finding in the text.
    pub first_href: String,
    /// The findings: the kind in words, and a link.
    pub findings: Vec<(String, Link)>,
}

/// A problem in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemEntry {
    /// What the problem is.
    pub message: String,
    /// Links to its places in the text.
    pub places: Vec<Link>,
    /// The text at those places; empty until it has been fetched.
    pub quotes: Vec<String>,
}

/// The source text with marks.
#[derive(Clone, Debug, PartialEq)]
pub struct FullText {
    /// All lines.
    pub lines: Vec<MarkedLine>,
    /// What is quoted from it. The parts of lines refer to these by index.
    pub quotations: Vec<Quotation>,
}

/// Makes the page of a report. `text` is its source text, once it has been fetched.
pub fn report_page(corpus: &Corpus, report: &Report, state: &State, text: Option<&str>) -> ReportPage {
    let found = match text {
        Some(text) if !state.query.is_empty() => {
            let query = Query::new(&state.query, &lexicon_of(report));
            passage::find_in_paragraphs(text, &query)
        }
        _ => Vec::new(),
    };
    let full_text = text.map(|text| full_text(report, text, &found.concat()));
    ReportPage {
        heading: format!("{}: {}", report.force.name, phrasing::report_name(report)),
        force: Link::to(&State::for_view(View::Force(report.force.id.clone())), &report.force.name),
        report_notice: caveats::report_notice(corpus, report),
        summary: report_summary(corpus, report),
        facts: report_facts(corpus, report),
        published_at: now::published_at(corpus, report, None),
        judgments: report.judgments.iter().map(|j| judgment_entry(corpus, report, j)).collect(),
        sections: finding_sections(report),
        numbers: numbers::report_numbers(corpus, report, None),
        problems: report.problems.iter().map(|problem| problem_entry(report, problem, text)).collect(),
        query: state.query.clone(),
        hits: text.map(|text| hit_links(report, text, &found)).unwrap_or_default(),
        abbreviations: report.abbreviations.iter().map(|form| (form.short.clone(), form.long.clone())).collect(),
        text: full_text,
        text_file: (!report.id.is_opened()).then(|| format!("data/text/{}", report.text_file_name())),
    }
}

/// The short forms that a report spells out. Near spellings are not searched for in its text.
fn lexicon_of(report: &Report) -> Lexicon {
    Lexicon::new(report.abbreviations.iter().map(|form| (form.short.as_str(), form.long.as_str())), [].into())
}

fn report_summary(corpus: &Corpus, report: &Report) -> String {
    let when = phrasing::short_publication_date(corpus, report).map(|d| format!(" Published {d}.")).unwrap_or_default();
    let grades = if report.scale == Scale::Ungraded {
        "This document gives no grades.".to_string()
    } else {
        format!("Grades: {}.", crate::pages::force::grades_in_words(report))
    };
    format!("{grades} {}.{when}", phrasing::count_with_noun(report.findings.len(), "finding", "findings"))
}

fn report_facts(corpus: &Corpus, report: &Report) -> Vec<(String, String)> {
    let scale = match report.scale {
        Scale::FourTier => "Four grades: Outstanding, Good, Requires improvement, Inadequate",
        Scale::FiveTier => "Five grades: Outstanding, Good, Adequate, Requires improvement, Inadequate",
        Scale::Ungraded => "No grades",
    };
    let inspected = report.inspected.map(|w| w.in_words());
    let facts = [
        ("Title as printed", Some(report.title.clone())),
        ("Inspectorate", Some(report.inspectorate.name().to_string())),
        ("Inspector", report.inspector.clone()),
        ("Inspected", Some(inspected.unwrap_or_else(|| "not printed in the report".to_string()))),
        ("Published", Some(phrasing::publication_date(corpus, report))),
        ("Scale", Some(scale.to_string())),
        ("ISBN", report.isbn.clone()),
        (
            "Source text",
            Some(format!("{}, {} lines", report.source.file, phrasing::format_thousands(report.source.lines))),
        ),
        ("SHA-256 of the source text", Some(report.source.sha256.clone())),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))).collect()
}

/// The address of a line of the text on the page of its report.
pub fn line_href(report: &Report, line: u32) -> String {
    route::address_at(&State::for_view(View::Report(report.id.clone())), &Anchor::Line(line))
}

/// The address of a problem on the page of its report, by its index.
fn problem_href(report: &Report, n: usize) -> String {
    route::address_at(&State::for_view(View::Report(report.id.clone())), &Anchor::Problem(n + 1))
}

fn passage_links(report: &Report, passages: &[model::Passage]) -> Vec<Link> {
    let link = |passage: &Passage| Link {
        href: line_href(report, passage.lines[0]),
        text: passage::cite_passages(report, std::slice::from_ref(passage)),
    };
    passages.iter().map(link).collect()
}

fn judgment_entry(corpus: &Corpus, report: &Report, judgment: &Judgment) -> JudgmentEntry {
    JudgmentEntry {
        anchor: Anchor::for_judgment(report, judgment),
        tile: tile::judgment_tile(corpus, report, judgment),
        area: judgment.area.clone(),
        also_called: judgment.also_called.clone(),
        subject: corpus.subject_of_judgment(judgment).map(|s| s.name.clone()),
        places: passage_links(report, &judgment.passages),
        repeated_at: passage_links(report, &judgment.also_stated),
        problems: tile::judgment_problems(report, judgment)
            .map(|(n, problem)| Link { href: problem_href(report, n), text: problem.message.clone() })
            .collect(),
    }
}

fn finding_sections(report: &Report) -> Vec<FindingSection> {
    let mut sections: Vec<FindingSection> = Vec::new();
    for finding in &report.findings {
        let link = Link::to(
            &State::for_view(View::Finding(finding.key.clone())),
            crate::pages::finding::text_for_lists(finding),
        );
        let entry = (phrasing::kind_of_finding(report, finding), link);
        match sections.last_mut() {
            Some(section) if section.headings == finding.section => section.findings.push(entry),
            _ => {
                let line = finding.passages.first().map_or(1, |passage| passage.lines[0]);
                let (headings, place) = (finding.section.clone(), line_href(report, line));
                sections.push(FindingSection { headings, first_href: place, findings: vec![entry] });
            }
        }
    }
    sections
}

fn problem_entry(report: &Report, problem: &model::problem::Problem, text: Option<&str>) -> ProblemEntry {
    let quote = |p: &model::Passage| {
        let words = text?.get(p.bytes[0] as usize..p.bytes[1] as usize)?;
        Some(join_words(&words.split_whitespace().collect::<Vec<_>>(), " "))
    };
    ProblemEntry {
        message: problem.message.clone(),
        places: passage_links(report, &problem.passages),
        quotes: problem.passages.iter().filter_map(quote).collect(),
    }
}

fn full_text(report: &Report, text: &str, found: &[Range<usize>]) -> FullText {
    let quotations = report_quotations(report);
    let layers = TextMarks { quotations: &quotations, matches: found, abbreviations: &report.abbreviations };
    FullText { lines: passage::marked_lines(text, layers, 1..=u32::MAX), quotations }
}

/// Everything that is quoted from the text, with the address of what quotes it.
fn report_quotations(report: &Report) -> Vec<Quotation> {
    let mut quoted = Vec::new();
    let mut add = |passages: &[Passage], href: &str, label: &str, kind: QuotationKind| {
        let one = |p: &Passage| Quotation { bytes: p.bytes, href: href.to_string(), label: label.to_string(), kind };
        quoted.extend(passages.iter().map(one));
    };
    for judgment in &report.judgments {
        let href = tile::judgment_href(report, judgment);
        add(&judgment.passages, &href, "Judgment", QuotationKind::Finding);
        add(&judgment.also_stated, &href, "Judgment", QuotationKind::Finding);
    }
    for finding in &report.findings {
        let href = route::path(&State::for_view(View::Finding(finding.key.clone())));
        add(&finding.passages, &href, finding.kind.name(), QuotationKind::Finding);
    }
    let here = route::path(&State::for_view(View::Report(report.id.clone())));
    for measure in &report.measures {
        let href = format!("{here}#{}", Anchor::for_measure(report, measure));
        add(&measure.passages, &href, "Number", QuotationKind::Number);
    }
    for (n, problem) in report.problems.iter().enumerate() {
        add(&problem.passages, &problem_href(report, n), "Problem", QuotationKind::Problem);
    }
    quoted
}

/// For each paragraph with matches, a link to the line of the first match.
fn hit_links(report: &Report, text: &str, found: &[Vec<Range<usize>>]) -> Vec<Link> {
    let lines = source_lines(text).filter(|line| {
        let here = line.start..line.start + line.text.len();
        found.iter().any(|marks| here.contains(&marks[0].start))
    });
    let link = |number: u32, words: &str| Link { href: line_href(report, number), text: format!("{number}: {words}") };
    lines.map(|line| link(line.number, line.text.trim())).collect()
}
