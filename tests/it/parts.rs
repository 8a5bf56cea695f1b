//! The parts of the data: each page is made from one of them, and is the same as if it were made from all data.

use crate::properties::{any_state, property_config};
use corpus::{Corpus, ReportContents};
use explore::library::Library;
use explore::pages::select_page;
use explore::parts::Part;
use explore::route::{all_pages, report_with_text};
use model::{ForceId, ReportId};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tests::repository::{DataSet, committed, fixture};

/// Each part as the browser has it, after it was written and read.
fn read_parts(data: &DataSet) -> BTreeMap<Part, Library> {
    let read = |part: Part| {
        let json = part.cut(data.corpus()).to_json();
        (part, Library::new(Corpus::from_json(&json).expect("a part is a bundle")))
    };
    Part::all(data.corpus()).into_iter().map(read).collect()
}

#[test]
fn every_page_is_the_same_from_its_part_as_from_all_data() {
    for data in [fixture(), committed()] {
        let parts = read_parts(data);
        for state in all_pages(data.corpus()) {
            let part = &parts[&Part::needed_for(&state.view)];
            let report = report_with_text(&state, data.corpus());
            let source = report.map(|id| data.source_of_report(id.as_str()).text.as_str());
            for (is_table, text) in [(false, None), (true, source)] {
                let mut state = state.clone();
                state.is_table = is_table;
                let (page, whole) = (select_page(part, &state, text), select_page(data.library(), &state, text));
                assert!(page == whole, "{:?}\n{page:#?}\n{whole:#?}", state.view);
            }
        }
    }
}

#[test]
fn a_part_is_found_by_its_name() {
    for part in Part::all(fixture().corpus()) {
        assert_eq!(Part::from_name(&part.name()), part);
    }
}

#[test]
fn the_part_of_a_force_has_nothing_of_other_forces() {
    let corpus = fixture().corpus();
    let mut more = corpus.clone();
    let (kent, essex) = (&ForceId::new("kent"), &ForceId::new("essex"));
    for report in &corpus.reports {
        let mut report = report.clone();
        report.id = ReportId::new(format!("essex-{}", report.id));
        report.force.id = essex.clone();
        more.contents.push(ReportContents::of(&report));
        more.reports.push(report);
    }
    let part_on = |force: &ForceId, corpus: &Corpus| Part::Force(force.clone()).cut(corpus);
    assert!(part_on(kent, &more) == part_on(kent, corpus));
    assert!(part_on(essex, &more) != part_on(essex, corpus));
}

proptest! {
    #![proptest_config(property_config(300))]

    #[test]
    fn whatever_is_chosen_a_page_is_the_same_from_its_part(state in any_state()) {
        static PARTS: OnceLock<BTreeMap<Part, Library>> = OnceLock::new();
        let parts = PARTS.get_or_init(|| read_parts(fixture()));
        // An address without a part leads to the page that says so, which is made from the overview.
        let part = parts.get(&Part::needed_for(&state.view)).unwrap_or(&parts[&Part::Overview]);
        let report = report_with_text(&state, fixture().corpus());
        let source = report.map(|id| fixture().source_of_report(id.as_str()).text.as_str());
        prop_assert!(select_page(part, &state, source) == select_page(fixture().library(), &state, source), "{state:?}");
    }
}
