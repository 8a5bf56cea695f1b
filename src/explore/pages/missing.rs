//! Pages for addresses that name nothing here: what happened, what still works, where to go.

use crate::pages::Link;
use crate::state::{State, View};
use corpus::Corpus;
use model::{FindingKey, ForceId, ReportId};

/// A page that has nothing to show but the way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub heading: String,
    pub explanation: String,
    pub ways: Vec<Link>,
}

fn ways() -> Vec<Link> {
    vec![Link::to(&State::at(View::Home), "All forces"), Link::to(&State::at(View::Findings), "Search all findings")]
}

/// An address of no known form.
pub fn address(path: &str) -> Missing {
    let named = if path.is_empty() { String::new() } else { format!(" '{path}'") };
    Missing {
        heading: "This page does not exist".to_string(),
        explanation: format!(
            "No page has the address{named}. It may have been mistyped or cut short; everything else works."
        ),
        ways: ways(),
    }
}

/// An unknown force.
pub fn force(id: &ForceId) -> Missing {
    Missing {
        heading: "No such force".to_string(),
        explanation: format!("'{id}' is not one of the 43 territorial police forces of England and Wales."),
        ways: ways(),
    }
}

/// A report that is not in the bundle.
pub fn report(id: &ReportId) -> Missing {
    Missing {
        heading: "This report is not held".to_string(),
        explanation: format!("No report '{id}' is in the data of this site. It may exist all the same."),
        ways: ways(),
    }
}

/// A finding that is not, or no longer, in the bundle; its report, if that is held, is offered instead.
pub fn finding(corpus: &Corpus, key: &FindingKey) -> Missing {
    let report = key.as_str().split('/').next().map(ReportId::new).and_then(|id| corpus.report(&id));
    let mut ways = ways();
    if let Some(report) = report {
        let text = format!("All findings of {}, {}", report.force.name, crate::pages::names::report(report));
        ways.insert(0, Link::to(&State::at(View::Report(report.id.clone())), text));
    }
    Missing {
        heading: "This finding is no longer here".to_string(),
        explanation: "No finding has this address. The address may be cut short, or the text was read anew and the \
                      finding is now worded or divided otherwise."
            .to_string(),
        ways,
    }
}
