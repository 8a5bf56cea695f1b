//! Quotations, with everything that a reader needs to check them.

use crate::export::{LICENCE, Origin, chart};
use crate::pages::finding;
use crate::pages::finding::Paragraph;
use crate::pages::{names, passage};
use crate::state::{State, View};
use corpus::Corpus;
use model::{Finding, Report};

/// The text of the finding that a page shows or, if `anchor` is not empty, the numbers of the chart with that anchor;
/// each with its source. `None` if there is neither.
pub fn quotation(corpus: &Corpus, state: &State, anchor: &str, origin: &Origin) -> Option<String> {
    let words = match &state.view {
        _ if !anchor.is_empty() => of_chart(corpus, state, anchor)?,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            of_finding(corpus, report, finding)
        }
        _ => return None,
    };
    Some(format!("{words}\n{}\n{LICENCE}\n", origin.address))
}

fn of_finding(corpus: &Corpus, report: &Report, finding: &Finding) -> String {
    let words = finding::words(finding);
    let rest = words.rest.iter().flat_map(|part| match part {
        Paragraph::Paragraph(words) => vec![format!("\n{words}")],
        Paragraph::List(items) => items.iter().map(|item| format!("\n• {item}")).collect(),
    });
    format!(
        "“{}{}”\n{}, {}, {}, {}, published {}, {} of the text",
        words.text,
        rest.collect::<String>(),
        finding.kind.name(),
        report.force.name,
        report.inspectorate.name(),
        names::report(report),
        names::published(corpus, report),
        passage::cite(&finding.passages),
    )
}

fn of_chart(corpus: &Corpus, state: &State, anchor: &str) -> Option<String> {
    let chart = chart(corpus, state, anchor)?;
    let row = |pair: &crate::pages::numbers::ChartRow| {
        format!(
            "{}: {} {}, {} {} ({})\n",
            pair.label, chart.force, pair.force.value, chart.comparator, pair.comparator.value, pair.place.text
        )
    };
    let rows: String = chart.rows.iter().map(row).collect();
    Some(format!("{}\n{rows}{}", chart.title, chart.source))
}
