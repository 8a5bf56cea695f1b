//! Pages for addresses without a page: what happened, and where to go from there.

use crate::pages::Link;
use crate::state::{State, View};
use corpus::Corpus;
use model::{FindingKey, ForceId, ReportId};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

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

/// Text from an address as one would write it: "Dyfed Powys" for "Dyfed%20Powys". If its encoding is wrong, it stays as it
/// is.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

/// The page for an address of no known form.
pub fn for_address(path: &str) -> MissingPage {
    let address =
        if path.is_empty() { "this address".to_string() } else { format!("the address “{}”", decoded(path)) };
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
        explanation: format!(
            "“{}” is not one of the 43 territorial police forces of England and Wales.",
            decoded(id.as_str())
        ),
        links: default_links(),
    }
}

/// The page for a round of inspections that there was not.
pub fn for_cycle(corpus: &Corpus, cycle: &str) -> MissingPage {
    let known = corpus.cycles.iter().rev().map(|known| Link::to(&State::national(&known.id), &known.id));
    MissingPage {
        heading: "No such round of inspections".to_string(),
        explanation: format!("“{cycle}” is not one of the rounds of inspections that this site knows."),
        links: known.chain(default_links()).collect(),
    }
}

/// The page for a report that is not in the corpus.
pub fn for_report(id: &ReportId) -> MissingPage {
    if id.is_opened() {
        return for_opened();
    }
    MissingPage {
        heading: "This report is not held".to_string(),
        explanation: format!("The report “{}” is not part of this site. It may exist elsewhere.", decoded(id.as_str())),
        links: default_links(),
    }
}

/// The page for something from a report that was opened in a browser, but not in this one, or no longer.
fn for_opened() -> MissingPage {
    let open = Link::to(&State::for_view(View::Open), "Open a report");
    MissingPage {
        heading: "This report is not open here".to_string(),
        explanation:
            "Somebody has opened this report from a file. It is only in the browser that opened it, until its tab is \
                      closed or it is removed. If you have the file, open it here."
                .to_string(),
        links: std::iter::once(open).chain(default_links()).collect(),
    }
}

/// The page for a finding that is not, or no longer, in the corpus. If its report is held, there is a link to it.
pub fn for_finding(corpus: &Corpus, key: &FindingKey) -> MissingPage {
    let id = ReportId::new(key.report_id());
    let report = corpus.report(&id);
    if report.is_none() && id.is_opened() {
        return for_opened();
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_the_address_is_shown_decoded_and_a_wrong_encoding_as_it_is() {
        assert!(for_force(&ForceId::new("Dyfed%20Powys")).explanation.contains("“Dyfed Powys”"));
        assert!(for_report(&ReportId::new("caf%C3%A9")).explanation.contains("“café”"));
        assert!(for_address("no%20such%20page/").explanation.contains("“no such page/”"));
        for wrong in ["%", "%%", "100%", "%zz", "%E0%A4%A", "%ED%A0%80", "%ff"] {
            assert!(for_address(wrong).explanation.contains(&format!("“{wrong}”")), "{wrong}");
        }
    }
}
