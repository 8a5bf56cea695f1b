//! Pages for addresses without a page: what happened, and where to go from there.

use crate::pages::Link;
use crate::state::{State, View};
use corpus::Corpus;
use model::{FindingKey, ForceId, ReportId};

/// A page for an address without a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPage {
    /// The heading.
    pub heading: String,
    /// What may have happened.
    pub explanation: String,
    /// Links to pages that exist.
    pub links: Vec<Link>,
}

fn default_links() -> Vec<Link> {
    vec![
        Link::to(&State::for_view(View::Home), "All forces"),
        Link::to(&State::for_view(View::Findings), "Search all findings"),
    ]
}

/// The page for an address of no known form.
pub fn for_address(path: &str) -> MissingPage {
    let address = if path.is_empty() { "this address".to_string() } else { format!("the address “{path}”") };
    MissingPage {
        heading: "This page does not exist".to_string(),
        explanation: format!(
            "There is no page at {address}. The address may be mistyped or incomplete. The rest of the site works."
        ),
        links: default_links(),
    }
}

/// The page for an unknown force.
pub fn for_force(id: &ForceId) -> MissingPage {
    MissingPage {
        heading: "No such force".to_string(),
        explanation: format!("“{id}” is not one of the 43 territorial police forces of England and Wales."),
        links: default_links(),
    }
}

/// The page for a report that is not in the corpus.
pub fn for_report(id: &ReportId) -> MissingPage {
    MissingPage {
        heading: "This report is not held".to_string(),
        explanation: format!("The report “{id}” is not part of this site. It may exist elsewhere."),
        links: default_links(),
    }
}

/// The page for a finding that is not, or no longer, in the corpus. If its report is held, there is a link to it.
pub fn for_finding(corpus: &Corpus, key: &FindingKey) -> MissingPage {
    let report = key.as_str().split('/').next().map(ReportId::new).and_then(|id| corpus.report(&id));
    let mut ways = default_links();
    if let Some(report) = report {
        let text = format!("All findings from {}, {}", report.force.name, crate::pages::phrasing::report_name(report));
        ways.insert(0, Link::to(&State::for_view(View::Report(report.id.clone())), text));
    }
    MissingPage {
        heading: "This finding is no longer here".to_string(),
        explanation: "No finding has this address. The address may be incomplete, or the finding has changed because \
                      our program has read the report again."
            .to_string(),
        links: ways,
    }
}
