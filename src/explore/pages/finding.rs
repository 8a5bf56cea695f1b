//! The page of a finding: its full text, its passage in the report, and what else the report says in that section.

use crate::facets::Facet;
use crate::pages::abbreviations::glossary_href;
use crate::pages::numbers::{Numbers, report_numbers};
use crate::pages::passage;
use crate::pages::passage::Excerpt;
use crate::pages::report::line_href;
use crate::pages::terms::{TermNote, term_note, terms_in};
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, caveats, now, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::folding::join_words;
use model::{Abbreviation, Aside, Finding, Report};

/// The page of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingPage {
    /// The title of the tab: its first words, then its kind, force and cycle.
    pub tab_title: String,
    /// The kind in words: "Area for improvement".
    pub kind: String,
    /// The kind as a class name.
    pub kind_class: String,
    /// A link to the force.
    pub force: Link,
    /// A link to the report.
    pub report: Link,
    /// When the report was published, and where the date is from.
    pub published: String,
    /// Where the report was published, as a sentence with a link if the address is known.
    pub published_at: (String, Option<Link>),
    /// A notice that the report is not the newest on its force, as a link to the force.
    pub report_notice: Option<Link>,
    /// How this site has corrected its kind, and why.
    pub kind_correction: Option<String>,
    /// The text of the finding.
    pub text: FindingText,
    /// The headings that it is printed under, outermost first.
    pub section: Vec<String>,
    /// The judgment that it belongs to: its tile, and its question or area as printed, with that noun.
    pub judgment: Option<(Tile, String)>,
    /// Its subject, as a link to the findings on it.
    pub subject: Option<Link>,
    /// The deadline as printed and the date that it means, of a report that the reader has opened; for others it is among the
    /// asides.
    pub deadline: Option<(String, Option<String>)>,
    /// By when it is to be acted on, and its threads.
    pub asides: Vec<Aside>,
    /// The cause of concern that a recommendation answers.
    pub parent: Option<Link>,
    /// The recommendations that answer a cause of concern.
    pub children: Vec<Link>,
    /// Terms that the report links to its glossary, as links to ours.
    pub linked_terms: Vec<Link>,
    /// The abbreviations in its text.
    pub terms: Vec<Abbreviation>,
    /// The explanation of each of them.
    pub term_notes: Vec<TermNote>,
    /// The numbers in its text.
    pub numbers: Numbers,
    /// The lines where it is printed, as a link to the first.
    pub citation: Link,
    /// Its passages with the lines around them; `None` until the text has been fetched.
    pub excerpts: Option<Vec<Excerpt>>,
    /// The other findings under the same judgment or, if it has none, under the same headings: each with its kind.
    pub related_findings: Vec<(String, Link)>,
    /// The judgment or headings that the other findings share with it.
    pub related_under: String,
    /// The previous finding of the report.
    pub previous: Option<Link>,
    /// The next finding of the report.
    pub next: Option<Link>,
}

/// The text of a finding, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// The finding itself; if it is a heading with an explanation, the heading.
    pub text: String,
    /// Its list items and explanation.
    pub rest: Vec<TextPart>,
}

/// A part of a finding's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// A paragraph of explanation.
    Paragraph(String),
    /// A list of items.
    List(Vec<String>),
}

/// Makes the page of a finding. `text` is the source text of its report, once it has been fetched.
pub fn finding_page(corpus: &Corpus, report: &Report, finding: &Finding, text: Option<&str>) -> FindingPage {
    let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
    let to = |f: &Finding| {
        Link::to(&State::for_view(View::Finding(f.key.clone())), first_words(&text_for_lists(f), LINK_WORDS))
    };
    let is_related = |f: &&Finding| match &finding.judgment {
        Some(_) => f.judgment == finding.judgment,
        None => f.section == finding.section,
    };
    let at = report.findings.iter().position(|f| f.key == finding.key).unwrap_or(0);
    let others = report.findings.iter().filter(|f| f.key != finding.key).filter(is_related);
    let subject = corpus.subject_of_finding(report, finding);
    let parent = finding.parent.as_ref().and_then(|key| report.findings.iter().find(|f| f.key == *key));
    let terms = terms_in(corpus, report, finding);
    let kind = phrasing::kind_of_finding(report, finding);
    let heading = format!("{kind}, {} {}", report.force.name, report.cycle);
    FindingPage {
        tab_title: format!("{}: {heading}", first_words(&finding.text, TITLE_WORDS)),
        kind,
        kind_class: finding.kind.slug(),
        force: Link::to(&State::for_view(View::Force(report.force.id.clone())), &report.force.name),
        report: Link::to(&State::for_view(View::Report(report.id.clone())), phrasing::report_name(report)),
        published: phrasing::publication_date(corpus, report),
        published_at: now::published_at(corpus, report, finding.passages.first()),
        report_notice: caveats::report_notice(corpus, report),
        kind_correction: caveats::correction_of_kind(report, finding).map(str::to_string),
        text: finding_text(finding),
        section: finding.section.clone(),
        judgment: judgment.map(|j| (tile::judgment_tile(corpus, report, j), phrasing::judged_name(j))),
        subject: subject.map(|s| Link::to(&State::filtered_findings([(Facet::Subject, s.id.as_str())]), &s.name)),
        deadline: finding.deadline.as_ref().map(|d| (d.text.clone(), d.due.map(|due| due.in_words()))),
        asides: corpus.asides_of(&finding_path(finding)).to_vec(),
        parent: parent.map(to),
        children: report.findings.iter().filter(|f| f.parent.as_ref() == Some(&finding.key)).map(to).collect(),
        linked_terms: finding.terms.iter().map(|term| Link { href: glossary_href(term), text: term.clone() }).collect(),
        term_notes: terms.iter().map(|form| term_note(corpus, report, form)).collect(),
        numbers: report_numbers(corpus, report, Some(&finding.key)),
        citation: finding_citation(report, finding),
        excerpts: text.map(|text| passage::passage_excerpts(text, &finding.passages, &terms)),
        terms,
        related_findings: others.map(|f| (phrasing::kind_of_finding(report, f), to(f))).collect(),
        related_under: judgment.map_or_else(|| phrasing::join_as_list(&finding.section), |j| j.area.clone()),
        previous: at.checked_sub(1).and_then(|i| report.findings.get(i)).map(to),
        next: report.findings.get(at + 1).map(to),
    }
}

/// The path of the page of a finding.
pub fn finding_path(finding: &Finding) -> String {
    crate::route::path(&State::for_view(View::Finding(finding.key.clone())))
}

/// How many words of a finding are used in the title of the page.
const TITLE_WORDS: usize = 9;

/// How many words of a finding are used in links from other findings.
const LINK_WORDS: usize = 40;

/// The first words of a text, with an ellipsis if there are more.
pub(super) fn first_words(text: &str, max: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ellipsis = if words.len() > max { " …" } else { "" };
    format!("{}{ellipsis}", join_words(&words[..words.len().min(max)], " "))
}

/// The text of a finding for lists. If it ends in a colon, the list items that follow it are included.
pub fn text_for_lists(finding: &Finding) -> String {
    let opens_list = finding.text.ends_with(':');
    let items = finding.items.iter().zip(&finding.items_after).filter(|(_, after)| opens_list && **after == 0);
    let parts: Vec<&str> = std::iter::once(finding.text.as_str()).chain(items.map(|(item, _)| item.as_str())).collect();
    join_words(&parts, " ")
}

/// The lines where a finding is printed, as a link to the first.
pub fn finding_citation(report: &Report, finding: &Finding) -> Link {
    let first = finding.passages.first().map_or(1, |passage| passage.lines[0]);
    Link { href: line_href(report, first), text: passage::cite_passages(report, &finding.passages) }
}

/// The text of a finding, with its list items between the paragraphs of its explanation as in the report.
pub fn finding_text(finding: &Finding) -> FindingText {
    let mut rest = Vec::new();
    for before in 0..=finding.body.len() {
        let here = finding.items.iter().zip(finding.items_after.iter().chain(std::iter::repeat(&0)));
        let items: Vec<String> = here.filter(|(_, after)| **after == before).map(|(item, _)| item.clone()).collect();
        rest.extend(Some(items).filter(|items| !items.is_empty()).map(TextPart::List));
        rest.extend(finding.body.get(before).cloned().map(TextPart::Paragraph));
    }
    FindingText { text: finding.text.clone(), rest }
}
