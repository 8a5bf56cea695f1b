//! The page of a finding: its full words, its passage in the report, and what else the report says there.

use crate::facets::Facet;
use crate::pages::numbers::{Numbers, numbers};
use crate::pages::passage;
use crate::pages::passage::Excerpt;
use crate::pages::report::line_href;
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, headline, names};
use crate::state::{State, View};
use corpus::Corpus;
use model::{Finding, Report};

/// A finding in full.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingPage {
    /// "Area for improvement, Warwickshire Police 2017".
    pub heading: String,
    /// Its first words with the heading, for the tab and the history.
    pub short: String,
    pub kind: String,
    pub kind_class: String,
    pub force: Link,
    pub report: Link,
    pub published: String,
    /// That its report is not the newest on its force.
    pub behind: Option<Link>,
    pub words: Words,
    /// The printed headings it stands under.
    pub section: Vec<String>,
    pub judgment: Option<(Tile, String)>,
    pub subject: Option<Link>,
    /// The deadline as printed, and the date it comes to.
    pub deadline: Option<(String, Option<String>)>,
    /// The cause of concern that a recommendation answers.
    pub parent: Option<Link>,
    /// The recommendations that answer a cause of concern.
    pub children: Vec<Link>,
    /// Words that the report links to its glossary.
    pub terms: Vec<String>,
    /// The short forms in its words, as the report spells them out.
    pub short_forms: Vec<(String, String)>,
    pub numbers: Numbers,
    pub cite: Link,
    /// The passage in its surroundings; `None` until the text has been fetched.
    pub excerpts: Option<Vec<Excerpt>>,
    /// What else the report says under the same judgment, or the same heading where there is none.
    pub others: Vec<(String, Link)>,
    pub others_under: String,
    pub before: Option<Link>,
    pub after: Option<Link>,
}

/// The words of a finding in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub rest: Vec<Paragraph>,
}

/// A paragraph of explanation or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    Plain(String),
    List(Vec<String>),
}

/// Selects the page of a finding.
pub fn finding(corpus: &Corpus, report: &Report, finding: &Finding, text: Option<&str>) -> FindingPage {
    let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
    let to = |f: &Finding| Link::to(&State::at(View::Finding(f.key.clone())), first_words(&statement(f), OF_LINK));
    let is_beside = |f: &&Finding| match &finding.judgment {
        Some(_) => f.judgment == finding.judgment,
        None => f.section == finding.section,
    };
    let at = report.findings.iter().position(|f| f.key == finding.key).unwrap_or(0);
    let others = report.findings.iter().filter(|f| f.key != finding.key).filter(is_beside);
    let subject = corpus.subject_of_finding(report, finding);
    let parent = finding.parent.as_ref().and_then(|key| report.findings.iter().find(|f| f.key == *key));
    let first_line = finding.passages.first().map_or(1, |p| p.lines[0]);
    let heading = format!("{}, {} {}", finding.kind.name(), report.force.name, report.cycle);
    FindingPage {
        short: format!("{}: {heading}", first_words(&finding.text, OF_TAB)),
        heading,
        kind: finding.kind.name().to_string(),
        kind_class: finding.kind.slug(),
        force: Link::to(&State::at(View::Force(report.force.id.clone())), &report.force.name),
        report: Link::to(&State::at(View::Report(report.id.clone())), names::report(report)),
        published: names::published(corpus, report),
        behind: headline::behind(corpus, report),
        words: words(finding),
        section: finding.section.clone(),
        judgment: judgment.map(|j| (tile::tile(corpus, report, j), j.area.clone())),
        subject: subject.map(|s| Link::to(&State::findings([(Facet::Subject, s.id.as_str())]), &s.name)),
        deadline: finding.deadline.as_ref().map(|d| (d.text.clone(), d.due.map(|due| due.in_words()))),
        parent: parent.map(to),
        children: report.findings.iter().filter(|f| f.parent.as_ref() == Some(&finding.key)).map(to).collect(),
        terms: finding.terms.clone(),
        short_forms: passage::short_forms_in(report, finding),
        numbers: numbers(corpus, report, Some(&finding.key)),
        cite: Link { href: line_href(report, first_line), text: passage::cite(&finding.passages) },
        excerpts: text.map(|text| passage::excerpts(text, &finding.passages, &report.abbreviations)),
        others: others.map(|f| (f.kind.name().to_string(), to(f))).collect(),
        others_under: judgment.map_or_else(|| names::list(&finding.section), |j| j.area.clone()),
        before: at.checked_sub(1).and_then(|i| report.findings.get(i)).map(to),
        after: report.findings.get(at + 1).map(to),
    }
}

/// As many words as fit a tab.
const OF_TAB: usize = 9;

/// As many as name a finding where another one leads to it.
const OF_LINK: usize = 40;

fn first_words(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > most { " …" } else { "" };
    format!("{}{more}", words[..words.len().min(most)].join(" "))
}

/// What a finding says, for lists: where its words end in a colon, with the list that they open.
pub fn statement(finding: &Finding) -> String {
    let opens = finding.text.ends_with(':');
    let items = finding.items.iter().zip(&finding.items_after).filter(|(_, after)| opens && **after == 0);
    let parts: Vec<&str> = std::iter::once(finding.text.as_str()).chain(items.map(|(item, _)| item.as_str())).collect();
    parts.join(" ")
}

/// A finding's explanation with its lists where the report has them.
pub fn words(finding: &Finding) -> Words {
    let mut rest = Vec::new();
    for before in 0..=finding.body.len() {
        let here = finding.items.iter().zip(finding.items_after.iter().chain(std::iter::repeat(&0)));
        let items: Vec<String> = here.filter(|(_, after)| **after == before).map(|(item, _)| item.clone()).collect();
        rest.extend(Some(items).filter(|items| !items.is_empty()).map(Paragraph::List));
        rest.extend(finding.body.get(before).cloned().map(Paragraph::Plain));
    }
    Words { text: finding.text.clone(), rest }
}
