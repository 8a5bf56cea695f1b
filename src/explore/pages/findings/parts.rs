//! What a list of findings needs that was not loaded with the catalogue.

use super::suggestions::searches_with_less;
use super::{FindingsPage, PAGE_SIZE, Selection, page_of};
use crate::library::Library;
use crate::parts::for_search::{lacks_words, name_of_findings};
use crate::search::query::Query;
use crate::search::ranking::missing_lists;
use crate::state::State;

/// The page, if all that it needs is here.
///
/// # Errors
/// The names of the lists of words and of the findings of reports that it needs and that are not here. When they are added,
/// others may be missing: only then is it known what is found.
pub fn page_or_missing(library: &Library, state: &State) -> Result<FindingsPage, Vec<String>> {
    let catalogue = library.catalogue();
    let query = Query::new(&state.query, &catalogue.lexicon);
    let lists = missing_lists(&query, &catalogue.words);
    if !lists.is_empty() {
        return Err(lists);
    }
    let selection = Selection::new(catalogue, state, &query);
    let names = missing_of(library, state, &query, &selection);
    if names.is_empty() { Ok(page_of(library, state, &query, selection)) } else { Err(names) }
}

/// What the shown results need or, if there are none, the searches that would find something.
fn missing_of(library: &Library, state: &State, query: &Query, selection: &Selection) -> Vec<String> {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let mut names: Vec<String> = Vec::new();
    if selection.passing.is_empty() {
        for (less, _) in searches_with_less(corpus, catalogue, state, query) {
            names.extend(missing_lists(&Query::new(&less.query, &catalogue.lexicon), &catalogue.words));
        }
    }
    for n in selection.passing.iter().take(state.page_count * PAGE_SIZE) {
        let position = catalogue.positions[*n];
        let Some(report) = corpus.reports.get(position.report_index) else { continue };
        if report.findings.get(position.finding_index).is_none_or(lacks_words) {
            names.extend(catalogue.kind_of(*n).map(|kind| name_of_findings(&report.id, kind)));
        }
    }
    names.sort();
    names.dedup();
    names
}
