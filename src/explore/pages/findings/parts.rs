//! What a list of findings needs that was not loaded with the catalogue.

use super::suggestions::searches_with_less;
use super::{PAGE_SIZE, passing_entries};
use crate::library::Library;
use crate::parts::for_search::{lacks_words, name_of_findings};
use crate::search::query::Query;
use crate::search::ranking::missing_lists;
use crate::state::State;

/// The names of the lists of words and of the findings of reports that the list at a state needs and that are not here. When
/// they are added, others may be missing: only then is it known what is found.
pub fn missing_parts(library: &Library, state: &State) -> Vec<String> {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let lists_for = |state: &State| missing_lists(&Query::new(&state.query, &catalogue.lexicon), &catalogue.words);
    let lists = lists_for(state);
    if !lists.is_empty() {
        return lists;
    }
    let passing = passing_entries(catalogue, state);
    let mut names: Vec<String> = Vec::new();
    if passing.is_empty() {
        let query = Query::new(&state.query, &catalogue.lexicon);
        for (less, _) in searches_with_less(corpus, catalogue, state, &query) {
            names.extend(lists_for(&less));
        }
    }
    for n in passing.iter().take(state.page_count * PAGE_SIZE) {
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
