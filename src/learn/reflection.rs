//! “How would you address this?”: a finding that asks for something, and the inspectors' words around it.

use crate::record::{flag_text, read_record, write_record};
use corpus::Corpus;
use explore::export::{Origin, quoted_finding};
use explore::pages::finding::{TextPart, finding_citation, finding_text, text_for_lists};
use explore::pages::{Link, phrasing, thread};
use explore::route;
use explore::state::{State, View};
use fastrand::Rng;
use model::{Finding, FindingKey, FindingKind, Report};

/// The finding that is shown, and whether the inspectors' words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reflection {
    key: String,
    /// Whether the inspectors' words are shown.
    pub is_open: bool,
}

/// What is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReflectionPage {
    /// The address of the page of the finding, which its note belongs to.
    pub address: String,
    /// The kind: "Area for improvement".
    pub kind: String,
    /// The words of the finding.
    pub words: String,
    /// The inspectors' words, if they are shown.
    pub inspectors: Option<InspectorsWords>,
}

/// What the inspectors wrote around a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorsWords {
    /// The list items and explanation of the finding.
    pub explanation: Vec<TextPart>,
    /// The cause of concern that it answers, or the recommendations that answer it, each with its kind; and its threads.
    pub related: Vec<(String, Link)>,
    /// Kind, force, report, date and lines.
    pub source: String,
    /// Where it stands in the report.
    pub passage: Link,
    /// What has to be known about it.
    pub caveats: Vec<String>,
}

impl Reflection {
    /// A finding by chance, if possible another one than before. `None` if none asks for anything.
    pub fn draw(corpus: &Corpus, before: Option<&Reflection>, seed: u64) -> Option<Reflection> {
        let (mut with_more, mut others) = (Vec::new(), Vec::new());
        for (report, finding) in corpus.findings() {
            let is_other = before.is_none_or(|before| before.key != finding.key.as_str());
            if is_other && !report.id.is_opened() && asks_for_action(finding) {
                if has_more(report, finding) { &mut with_more } else { &mut others }.push(&finding.key);
            }
        }
        let all = if with_more.is_empty() { others } else { with_more };
        let key = Rng::with_seed(seed).choice(all).map(FindingKey::to_string);
        let key = key.or_else(|| before.map(|before| before.key.clone()))?;
        Some(Reflection { key, is_open: false })
    }

    /// The reflection as a text, to be kept for as long as the tab is open.
    pub fn to_text(&self) -> String {
        write_record(&[&self.key, flag_text(self.is_open)])
    }

    /// A reflection from its text; `None` if it is none.
    pub fn from_text(text: &str) -> Option<Reflection> {
        let mut fields = read_record(text)?;
        Some(Reflection { key: fields.text()?, is_open: fields.flag()? })
    }

    /// What is shown; `None` if the data do not have the finding any more.
    pub fn page(&self, corpus: &Corpus) -> Option<ReflectionPage> {
        let (report, finding) = corpus.finding(&FindingKey::new(&*self.key))?;
        Some(ReflectionPage {
            address: route::path(&State::for_view(View::Finding(finding.key.clone()))),
            kind: phrasing::kind_of_finding(report, finding),
            words: text_for_lists(finding),
            inspectors: self.is_open.then(|| inspectors_words(corpus, report, finding)),
        })
    }
}

/// Whether the reader can say how to address a finding.
fn asks_for_action(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::AreaForImprovement | FindingKind::Recommendation | FindingKind::CauseOfConcern)
}

/// Whether the inspectors say more of it than its own words.
fn has_more(report: &Report, finding: &Finding) -> bool {
    !finding.body.is_empty() || related(report, finding).next().is_some()
}

/// The cause of concern that a recommendation answers, or the recommendations that answer a cause of concern.
fn related<'r>(report: &'r Report, finding: &'r Finding) -> impl Iterator<Item = &'r Finding> {
    report
        .findings
        .iter()
        .filter(|other| other.parent.as_ref() == Some(&finding.key) || finding.parent.as_ref() == Some(&other.key))
}

fn inspectors_words(corpus: &Corpus, report: &Report, finding: &Finding) -> InspectorsWords {
    let quoted = quoted_finding(corpus, report, finding, &Origin::default());
    let link = |other: &Finding| {
        let view = View::Finding(other.key.clone());
        (phrasing::kind_of_finding(report, other), Link::to(&State::for_view(view), text_for_lists(other)))
    };
    let threads = corpus.issues.threads.iter().filter(|thread| thread.has_finding(&finding.key)).map(|thread| {
        let (cycles, link) = thread::entry_of(corpus, thread);
        (format!("What came before and after it, {cycles}"), link)
    });
    InspectorsWords {
        explanation: finding_text(finding).rest,
        related: related(report, finding).map(link).chain(threads).collect(),
        source: quoted.source,
        passage: Link { text: "Its place in the report".to_string(), ..finding_citation(report, finding) },
        caveats: quoted.caveats,
    }
}
