//! What opened reports and those of the site have to do with each other, beside the content of their pages.

use corpus::Corpus;
use explore::asides::asides_of_finding;
use explore::pages::THREADS;
use explore::pages::finding::{finding_path, text_for_lists};
use explore::pages::phrasing;
use explore::pages::report::line_href;
use explore::route;
use explore::state::{State, View};
use model::{Aside, Finding, FindingKey, Report, ReportId};
use std::collections::BTreeMap;
use threads::{OpenedLinks, StatedLink, SuggestedLink, links_of_opened};

/// What is said of links that nobody has checked.
const UNCHECKED: &str = "Sentences that speak of a held report, and findings that may be about the same issue, in our reading. You \
                         opened the report: it is not part of this site, and nobody has checked this.";

/// The id of what the page of a force, or of a finding of the site, says of opened reports.
const OPENED_LINKS: &str = "opened-links";

/// Adds what opened reports say of earlier issues, and which of their findings may be about the same, to the pages of the
/// force and of the findings.
#[must_use]
pub fn with_links_of_opened(mut corpus: Corpus) -> Corpus {
    let opened: Vec<ReportId> =
        corpus.reports.iter().filter(|report| report.id.is_opened()).map(|report| report.id.clone()).collect();
    let mut added: Vec<Aside> = Vec::new();
    for id in &opened {
        let (links, report) = (links_of_opened(&corpus, id), corpus.report(id).expect("the report is open"));
        added.extend(LinkedReport { corpus: &corpus, report, links: &links }.asides());
    }
    corpus.asides.extend(added);
    // No page shows them as they are.
    corpus.reports.iter_mut().for_each(|report| report.references = Vec::new());
    // The sort keeps the order of the asides of a page.
    corpus.asides.sort_by(|a, b| a.page.cmp(&b.page));
    corpus
}

struct LinkedReport<'l> {
    corpus: &'l Corpus,
    report: &'l Report,
    links: &'l OpenedLinks,
}

/// A label, an address and words, as a list of a page has them.
type Item = [String; 3];

impl LinkedReport<'_> {
    fn asides(&self) -> Vec<Aside> {
        let mut asides = vec![self.aside_of_force()];
        for finding in &self.report.findings {
            asides.extend(asides_of_finding(self.corpus, finding));
            asides.push(self.aside_of_opened(finding));
        }
        asides.extend(self.asides_of_held());
        asides.retain(|aside| !aside.items.is_empty());
        asides
    }

    fn aside(&self, page: String, id: &str, heading: &str, items: impl IntoIterator<Item = Item>) -> Aside {
        Aside {
            page,
            id: id.to_string(),
            heading: heading.to_string(),
            note: UNCHECKED.to_string(),
            items: items.into_iter().flatten().collect(),
        }
    }

    fn aside_of_force(&self) -> Aside {
        let page = route::path(&State::for_view(View::Force(self.report.force.id.clone())));
        // The report may be one of several on the force.
        let id = format!("{OPENED_LINKS}-{}", self.report.id);
        let heading = format!("Earlier issues in {}", phrasing::report_name(self.report));
        let stated = self.links.stated.iter().map(|link| self.statement(link));
        let suggested = self.links.suggested.iter().filter_map(|link| {
            let (own, _) = self.pair(link);
            self.finding_item(own, &link.reason)
        });
        self.aside(page, &id, &heading, stated.chain(suggested))
    }

    /// What the page of a finding of the opened report says of held ones, the threads of these first.
    fn aside_of_opened(&self, finding: &Finding) -> Aside {
        let suggested = self.links.suggested.iter().map(|link| (self.pair(link), link));
        let linked: Vec<(&FindingKey, &SuggestedLink)> =
            suggested.filter(|((own, _), _)| **own == finding.key).map(|((_, held), link)| (held, link)).collect();
        let stated: Vec<&StatedLink> = self
            .links
            .stated
            .iter()
            .filter(|link| [&link.finding, &link.restated_by].into_iter().flatten().any(|key| *key == finding.key))
            .collect();
        let targets = stated.iter().filter_map(|link| link.target.as_deref()).map(FindingKey::new);
        let held: Vec<FindingKey> = linked.iter().map(|(held, _)| (*held).clone()).chain(targets.clone()).collect();
        let threads = self.corpus.issues.threads.iter().filter(|t| held.iter().any(|key| t.has_finding(key)));
        let threads: Vec<Item> = threads.map(|thread| explore::asides::thread_item(self.corpus, thread)).collect();
        let id = if threads.is_empty() { OPENED_LINKS } else { THREADS };
        let threads = threads.into_iter().map(|[cycles, href, name]| [format!("Thread, {cycles}"), href, name]);
        let stated = stated.iter().map(|link| self.statement(link));
        let findings = linked.iter().filter_map(|(held, link)| self.finding_item(held, &link.reason));
        let targets = targets.filter_map(|key| self.finding_item(&key, "spoken of"));
        let items = threads.chain(stated).chain(targets).chain(findings);
        self.aside(finding_path(finding), id, "Before and after, in the reports on this force", items)
    }

    /// What the pages of held findings say of the opened report.
    fn asides_of_held(&self) -> Vec<Aside> {
        let mut items: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        let mut add = |key: &FindingKey, item: Option<Item>| {
            let held = self.corpus.finding(key).map(|(_, finding)| finding_path(finding));
            held.zip(item).into_iter().for_each(|(page, item)| items.entry(page).or_default().push(item));
        };
        for link in &self.links.stated {
            let target = link.target.as_deref().map(FindingKey::new);
            target.into_iter().for_each(|key| add(&key, Some(self.statement(link))));
        }
        for link in &self.links.suggested {
            let (own, held) = self.pair(link);
            add(held, self.finding_item(own, &link.reason));
        }
        let id = format!("{OPENED_LINKS}-{}", self.report.id);
        let heading = format!("In {}", phrasing::report_name(self.report));
        items.into_iter().map(|(page, items)| self.aside(page, &id, &heading, items)).collect()
    }

    /// The finding of the opened report, and the held one.
    fn pair<'s>(&self, link: &'s SuggestedLink) -> (&'s FindingKey, &'s FindingKey) {
        let is_own = link.a.report_id() == self.report.id.as_str();
        if is_own { (&link.a, &link.b) } else { (&link.b, &link.a) }
    }

    fn statement(&self, link: &StatedLink) -> Item {
        let (line, name) = (link.lines[0], phrasing::report_name(self.report));
        [format!("{name}, line {line}, {}", link.status.name()), line_href(self.report, line), link.sentence.clone()]
    }

    fn finding_item(&self, key: &FindingKey, reason: &str) -> Option<Item> {
        let (report, finding) = self.corpus.finding(key)?;
        let kind = phrasing::kind_of_finding(report, finding);
        let label = format!("{}, {kind}, {reason}", phrasing::report_name(report));
        Some([label, finding_path(finding), text_for_lists(finding)])
    }
}
