//! Quotations, with everything that a reader needs to check them.

use crate::export::{LICENCE, Origin, chart_at};
use crate::pages::finding;
use crate::pages::finding::TextPart;
use crate::pages::{passage, phrasing};
use crate::state::{State, View};
use corpus::Corpus;
use model::{Finding, Report};

/// The text of the finding that a page shows or, if `anchor` is not empty, the numbers of the chart with that anchor;
/// each with its source. `None` if there is neither.
pub fn page_quotation(corpus: &Corpus, state: &State, anchor: &str, origin: &Origin) -> Option<String> {
    let words = match &state.view {
        _ if !anchor.is_empty() => chart_quotation(corpus, state, anchor)?,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            finding_quotation(corpus, report, finding)
        }
        _ => return None,
    };
    Some(format!("{words}\n{}\n{LICENCE}\n", origin.address))
}

fn finding_quotation(corpus: &Corpus, report: &Report, finding: &Finding) -> String {
    let words = finding::finding_text(finding);
    let rest = words.rest.iter().flat_map(|part| match part {
        TextPart::Paragraph(words) => vec![format!("\n{words}")],
        TextPart::List(items) => items.iter().map(|item| format!("\n• {item}")).collect(),
    });
    format!(
        "“{}{}”\n{}, {}, {}, {}, published {}, {} of the text",
        words.text,
        rest.collect::<String>(),
        finding.kind.name(),
        report.force.name,
        report.inspectorate.name(),
        phrasing::report_name(report),
        phrasing::publication_date(corpus, report),
        passage::cite_passages(&finding.passages),
    )
}

fn chart_quotation(corpus: &Corpus, state: &State, anchor: &str) -> Option<String> {
    let chart = chart_at(corpus, state, anchor)?;
    let row = |pair: &crate::pages::numbers::ChartRow| {
        format!(
            "{}: {} {}, {} {} ({})\n",
            pair.label, chart.force, pair.force.value, chart.comparator, pair.comparator.value, pair.place.text
        )
    };
    let rows: String = chart.rows.iter().map(row).collect();
    Some(format!("{}\n{rows}{}", chart.title, chart.source))
}
