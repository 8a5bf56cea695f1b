//! The page of a force: its newest grades, its timeline, what inspectors said, and its reports.

use crate::facets::Facet;
use crate::pages::findings::MarkedText;
use crate::pages::headline::newest_grades_headline;
use crate::pages::now::{NowSection, inspectorate_page, now_section};
use crate::pages::numbers::{Chart, report_numbers};
use crate::pages::public_grades::{PublicCycleGrades, public_grades_by_cycle};
use crate::pages::timeline::{Timeline, force_timeline};
use crate::pages::{Link, phrasing};
use crate::route::{self, Anchor};
use crate::state::{State, View};
use corpus::{Corpus, ReportContents};
use model::folding::join_words;
use model::{Aside, FindingKind, Force, ForceId, JudgmentStatus, Report, Scale, Scope, ThemeExample};

/// The page of a force.
#[derive(Clone, Debug, PartialEq)]
pub struct ForcePage {
    /// The name of the force.
    pub name: String,
    /// The newest known grades and their date, whether the report is held or not.
    pub headline: String,
    /// The newest inspection; `None` if none is known.
    pub now: Option<NowSection>,
    /// How many reports and findings are held.
    pub held_summary: String,
    /// The cycles for which no report is held.
    pub not_held_summary: Option<String>,
    /// The timeline; `None` if no report is held and no grade is known.
    pub timeline: Option<Timeline>,
    /// Whether the timeline is shown as a table.
    pub is_table: bool,
    /// A link to the page with the other form of the timeline.
    pub other_form_link: Link,
    /// The reports held, newest first.
    pub reports: Vec<ReportCard>,
    /// The themes of the force's findings.
    pub themes: Vec<ThemeEntry>,
    /// Its threads, and what reports on other forces say of it.
    pub asides: Vec<Aside>,
    /// The charts of the newest report held that has any.
    pub charts: Vec<Chart>,
    /// For each report with numbers, newest first, a link to them.
    pub numbers_links: Vec<Link>,
    /// Links that compare it with each other force of its region; the last one is for any other force.
    pub comparison_links: Vec<Link>,
    /// The grades known from public pages, by cycle, newest first.
    pub public_grades: Vec<PublicCycleGrades>,
    /// A link to the list of all its findings; `None` if there are none.
    pub all_findings_link: Option<Link>,
    /// A link to the inspectorate's page of the force.
    pub inspectorate_link: Link,
}

/// A theme of the force's findings, with one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeEntry {
    /// The theme with the number of findings, as a link to them.
    pub link: Link,
    /// The words of a finding from the newest report that has any on the theme, around the word that it got the theme for,
    /// which is marked.
    pub words: MarkedText,
    /// Its kind and report, as a link to it.
    pub source: Link,
}

/// A report held, with its grades and the numbers of its findings.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCard {
    /// A link to the report.
    pub link: Link,
    /// When it was published, and where the date is from.
    pub published: String,
    /// Its grades: "5 areas Adequate, 3 Requires improvement." or a sentence that it gives none.
    pub grades: String,
    /// For each kind of finding, their number as a link to the list of them.
    pub findings: Vec<Link>,
}

/// Makes the page of a force.
pub fn force_page(corpus: &Corpus, force: &Force, state: &State) -> ForcePage {
    let reports: Vec<&Report> = corpus.reports_on(&force.id).collect();
    let findings: usize = corpus.contents_on(&force.id).map(ReportContents::all_findings).sum();
    let all = format!("All {} on {}", phrasing::count_with_noun(findings, "finding", "findings"), force.name);
    let other = State { is_table: !state.is_table, ..state.clone() };
    ForcePage {
        name: force.name.clone(),
        headline: newest_grades_headline(corpus, force),
        now: now_section(corpus, force),
        held_summary: held(corpus, &force.id, &reports, findings),
        not_held_summary: not_held(corpus, &reports),
        timeline: corpus.newest_cycle(&force.id).map(|_| force_timeline(corpus, force)),
        is_table: state.is_table,
        other_form_link: Link::to(&other, if state.is_table { "View as timeline" } else { "View as table" }),
        reports: reports.iter().rev().map(|report| report_card(corpus, force, report)).collect(),
        themes: themes(corpus, force),
        asides: corpus.asides_of(&route::path(&State::for_view(View::Force(force.id.clone())))).to_vec(),
        charts: newest_charts(corpus, force),
        numbers_links: reports.iter().rev().filter_map(|report| numbers_link(corpus, report)).collect(),
        comparison_links: comparison_links(corpus, force),
        public_grades: public_grades_by_cycle(corpus, force),
        inspectorate_link: inspectorate_page(force),
        all_findings_link: (findings > 0)
            .then(|| Link::to(&State::filtered_findings([(Facet::Force, force.id.as_str())]), all)),
    }
}

/// The grades of a report in words, beginning with the overall grade if it has one.
pub fn grades_in_words(report: &Report) -> String {
    let overall = report.judgments.iter().find(|j| j.scope == Scope::Overall).and_then(|j| j.grade);
    let (singular, plural) = if report.judgments.iter().any(|j| j.scope == Scope::Area) {
        ("area", "areas")
    } else {
        ("question", "questions")
    };
    let tally = phrasing::grade_counts_in_words(
        report.judgments.iter().filter(|j| j.scope != Scope::Overall),
        singular,
        plural,
    );
    let overall = overall.map(|grade| format!("{grade} overall"));
    let parts = [overall, Some(tally), Some(ungraded_in_words(report))];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "no grades".to_string() } else { join_words(&parts, "; ") }
}

/// The numbers of judgments without a new grade: "1 carried forward, 2 pending, 1 ungraded". They are never left out.
pub fn ungraded_in_words(report: &Report) -> String {
    use JudgmentStatus::{CarriedForward, NotInspected, Pending, Ungraded};
    let count = |status: &JudgmentStatus| report.judgments.iter().filter(|j| j.status == *status).count();
    let counts =
        [CarriedForward, Pending, NotInspected, Ungraded].into_iter().map(|status| (count(&status), status.name()));
    let counts = counts.filter(|(n, _)| *n > 0);
    join_words(&counts.map(|(n, words)| format!("{n} {words}")).collect::<Vec<_>>(), ", ")
}

fn held(corpus: &Corpus, force: &ForceId, reports: &[&Report], findings: usize) -> String {
    let dates: Vec<String> = reports.iter().filter_map(|r| Some(corpus.publication_of(r)?.date.in_words())).collect();
    let span = match dates.as_slice() {
        [] => String::new(),
        [one] => format!(", published {one}"),
        [first, .., last] => format!(", published from {first} to {last}"),
    };
    match reports.len() {
        0 => "The inspectorate has published reports on this force, but this site holds none of them. It shows no findings, \
              only the grades that public pages state."
            .to_string(),
        _ => format!(
            "{}{span}, with {}.",
            phrasing::reports_held(&corpus.contents_on(force).collect::<Vec<_>>()),
            phrasing::count_with_noun(findings, "finding", "findings")
        ),
    }
}

fn not_held(corpus: &Corpus, reports: &[&Report]) -> Option<String> {
    let cycles: Vec<String> = corpus
        .cycles
        .iter()
        .map(|c| c.id.clone())
        .filter(|id| !reports.iter().any(|r| r.cycle == *id && !r.id.is_opened()))
        .collect();
    (!cycles.is_empty() && !reports.is_empty())
        .then(|| format!("Not part of this site: reports from {}.", phrasing::join_as_list(&cycles)))
}

fn report_card(corpus: &Corpus, force: &Force, report: &Report) -> ReportCard {
    let contents = corpus.contents_of(&report.id);
    let of_kind = |kind: FindingKind| {
        let n = contents.map_or(0, |contents| contents.findings_of_kind(kind));
        let chosen =
            [(Facet::Force, force.id.to_string()), (Facet::Cycle, report.cycle.clone()), (Facet::Kind, kind.slug())];
        let text = phrasing::count_of_kind(n, kind);
        (n > 0).then(|| Link::to(&State::filtered_findings(chosen), text))
    };
    ReportCard {
        link: Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report)),
        published: phrasing::publication_date(corpus, report),
        grades: if report.scale == Scale::Ungraded {
            "Ungraded: this document gives no grades.".to_string()
        } else {
            format!("{}.", grades_in_words(report))
        },
        findings: FindingKind::ALL.into_iter().filter_map(of_kind).collect(),
    }
}

/// The charts of the newest report that has any.
pub fn newest_charts(corpus: &Corpus, force: &Force) -> Vec<Chart> {
    let mut charts = corpus.reports_on(&force.id).rev().map(|report| report_numbers(corpus, report, None).charts);
    charts.find(|charts| !charts.is_empty()).unwrap_or_default()
}

fn numbers_link(corpus: &Corpus, report: &Report) -> Option<Link> {
    let n = corpus.contents_of(&report.id)?.numbers;
    let text = format!("{} in {}", phrasing::count_with_noun(n, "number", "numbers"), phrasing::report_name(report));
    let page = State::for_view(View::Report(report.id.clone()));
    (n > 0).then(|| Link::to_anchor(&page, &Anchor::Section("numbers".to_string()), text))
}

fn comparison_links(corpus: &Corpus, force: &Force) -> Vec<Link> {
    let with = |other: Option<&Force>| {
        let compared = [Some(force), other].into_iter().flatten().map(|force| &force.id);
        Link::to(&State::comparison(compared), other.map_or("any other force", |other| &other.name))
    };
    let same = corpus.forces.iter().filter(|other| other.region == force.region && other.id != force.id);
    same.map(|other| with(Some(other))).chain([with(None)]).collect()
}

/// The themes of the force's findings.
fn themes(corpus: &Corpus, force: &Force) -> Vec<ThemeEntry> {
    let entry = |example: &ThemeExample| {
        let theme = corpus.themes.iter().find(|theme| theme.id == example.theme)?;
        let chosen = [(Facet::Force, force.id.as_str()), (Facet::Theme, theme.id.as_str())];
        let [before, word, after] = example.words.clone();
        let runs = [(before, false), (word, true), (after, false)].into_iter().filter(|(words, _)| !words.is_empty());
        Some(ThemeEntry {
            link: Link::to(&State::filtered_findings(chosen), format!("{} ({})", theme.name, example.findings)),
            words: MarkedText { runs: runs.collect() },
            source: Link::to(&State::for_view(View::Finding(example.example.clone())), &example.source),
        })
    };
    corpus.theme_examples.iter().filter(|example| example.force == force.id).filter_map(entry).collect()
}
