//! The findings of a page as quotations, for word processors.

use super::{LICENCE, Origin, filter_descriptions};
use crate::library::Library;
use crate::pages::finding::{TextPart, finding_text};
use crate::pages::{caveats, findings, passage, phrasing};
use crate::route;
use crate::state::{State, View};
use corpus::Corpus;
use model::{Finding, Report};

/// Findings with everything that a reader needs to check them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedList {
    /// What they are: "22 of 149 findings", "Findings of Warwickshire Police: PEEL 2021/22".
    pub title: String,
    /// The search words and filters that selected them.
    pub filters: Vec<String>,
    /// The findings, in the order of the page.
    pub entries: Vec<QuotedFinding>,
    /// Where and when they were copied, and the licence.
    pub notes: Vec<String>,
}

/// A finding with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedFinding {
    /// Its words.
    pub statement: String,
    /// Its list items and explanation.
    pub rest: Vec<TextPart>,
    /// Its kind, force, report, date and lines.
    pub source: String,
    /// What has to be known about it.
    pub caveats: Vec<String>,
    /// The absolute address of its page.
    pub address: String,
}

/// The findings of a list or report, as quotations; `None` if the page lists none.
pub fn quoted_list(library: &Library, state: &State, origin: &Origin) -> Option<QuotedList> {
    let corpus = library.corpus();
    let quote = |report: &Report, finding: &Finding| quoted_finding(corpus, report, finding, origin);
    let (title, entries): (String, Vec<QuotedFinding>) = match &state.view {
        View::Findings => {
            let catalogue = library.catalogue();
            let passing = findings::passing_entries(catalogue, state);
            let entries = passing.iter().map(|n| {
                let position = &catalogue.positions[*n];
                let report = &corpus.reports[position.report_index];
                quote(report, &report.findings[position.finding_index])
            });
            (phrasing::count_with_noun(passing.len(), "finding", "findings"), entries.collect())
        }
        View::Report(id) => {
            let report = corpus.report(id)?;
            let title = format!("Findings of {}: {}", report.force.name, phrasing::report_name(report));
            (title, report.findings.iter().map(|finding| quote(report, finding)).collect())
        }
        _ => return None,
    };
    let copied = format!("Copied from {}; site built {}", origin.address, origin.build_date);
    let filters = filter_descriptions(library, state);
    (!entries.is_empty()).then(|| QuotedList { title, filters, entries, notes: vec![copied, LICENCE.to_string()] })
}

/// A finding as a quotation.
pub fn quoted_finding(corpus: &Corpus, report: &Report, finding: &Finding, origin: &Origin) -> QuotedFinding {
    let words = finding_text(finding);
    QuotedFinding {
        statement: words.text,
        rest: words.rest,
        source: format!(
            "{}, {}, {}, {}, published {}, {} of the text",
            phrasing::kind_of_finding(report, finding),
            report.force.name,
            report.inspectorate.name(),
            phrasing::report_name(report),
            phrasing::publication_date(corpus, report),
            passage::cite_passages(report, &finding.passages),
        ),
        caveats: caveats::finding_caveats(corpus, report, finding),
        address: format!("{}{}", origin.site_root, route::path(&State::for_view(View::Finding(finding.key.clone())))),
    }
}

impl QuotedFinding {
    /// The quotation as plain text, in several lines.
    pub fn to_text(&self) -> String {
        let rest = self.rest.iter().flat_map(|part| match part {
            TextPart::Paragraph(words) => vec![format!("\n{words}")],
            TextPart::List(items) => items.iter().map(|item| format!("\n• {item}")).collect(),
        });
        let caveats = self.caveats.iter().map(|words| format!("\n{words}"));
        let (rest, caveats): (String, String) = (rest.collect(), caveats.collect());
        format!("“{}{rest}”\n{}{caveats}\n{}", self.statement, self.source, self.address)
    }
}

impl QuotedList {
    /// The list as plain text, with a blank line between quotations.
    pub fn to_text(&self) -> String {
        let head = [self.title.clone()].into_iter().chain(self.filters.iter().cloned()).collect::<Vec<_>>().join("\n");
        let entries = self.entries.iter().map(QuotedFinding::to_text);
        let parts: Vec<String> = [head].into_iter().chain(entries).chain([self.notes.join("\n")]).collect();
        format!("{}\n", parts.join("\n\n"))
    }
}
