//! Quotations, with everything that a reader needs to check them.

use crate::export::thread_rows::thread_quotation;
use crate::export::{LICENCE, Origin, chart_at, quoted_finding};
use crate::state::{State, View};
use corpus::Corpus;

/// The text of the finding or the thread that a page shows or, if `anchor` is not empty, the numbers of the chart with that anchor;
/// each with its source. `None` if there is neither.
pub fn page_quotation(corpus: &Corpus, state: &State, anchor: &str, origin: &Origin) -> Option<String> {
    let words = match &state.view {
        _ if !anchor.is_empty() => chart_quotation(corpus, state, anchor)?,
        View::Finding(key) => {
            let (report, finding) = corpus.finding(key)?;
            let words = quoted_finding(corpus, report, finding, origin).to_text();
            return Some(format!("{words}\n{LICENCE}\n"));
        }
        View::Thread(id) => thread_quotation(corpus, id)?,
        _ => return None,
    };
    Some(format!("{words}\n{}\n{LICENCE}\n", origin.address))
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
