//! Links between a report that is opened and those that the site holds.

use crate::opened::{library_with, shelf_with_pdf};
use corpus::Corpus;
use explore::pages::finding::{finding_path, text_for_lists};
use opened::{SavedText, Shelf, with_links_of_opened};
use tests::repository;
use threads::{LinkTables, StatedLink, SuggestedLink, collect_corpus, collect_links, links_of_opened};

/// The site without the report of 2021/22, which is opened instead.
fn corpus_with_report_opened(shelf: &Shelf) -> Corpus {
    let data = repository::fixture();
    let reports = data.reports().into_iter().filter(|report| report.id.as_str() != "warwickshire-2021-22-peel");
    let mut corpus =
        collect_corpus(&data.editorial(), reports.collect(), &unreviewed_tables()).expect("the tables fit the reports");
    corpus.add_opened(shelf.reports()[0].report.clone());
    corpus
}

/// The tables without rows that name findings: nobody has read what is opened.
fn unreviewed_tables() -> LinkTables {
    let tables = repository::fixture().link_tables();
    let head = |csv: &str| csv.lines().next().unwrap_or_default().to_string();
    LinkTables { links_csv: head(&tables.links_csv), threads_csv: head(&tables.threads_csv), ..tables }
}

#[test]
fn an_opened_report_is_linked_with_those_held_as_if_it_were_held() {
    let (data, shelf) = (repository::fixture(), shelf_with_pdf());
    // What is saved in the browser has all that linking needs.
    let SavedText::Whole(saved) = SavedText::read(&shelf.reports()[0].to_saved_text(), true) else {
        panic!("the saved report cannot be read");
    };
    assert!(!saved.report.references.is_empty());
    assert_eq!(saved.report, shelf.reports()[0].report);
    let corpus = corpus_with_report_opened(&shelf);
    let opened = &saved.report;
    let held = collect_links(data.corpus(), &data.reports(), &unreviewed_tables()).expect("the tables fit");
    let place = |key: &str| key.split_once('/').map(|(_, place)| place.to_string());
    let pair = |link: &SuggestedLink| {
        (place(link.a.as_str()), place(link.b.as_str()), link.reason.clone(), link.shared.clone())
    };
    let is_of = |key: &model::FindingKey| key.report_id() == "warwickshire-2021-22-peel";
    let expected: Vec<_> = held.suggested.iter().filter(|link| is_of(&link.a) || is_of(&link.b)).map(pair).collect();
    let links = links_of_opened(&corpus, &opened.id);
    assert!(expected.len() > 3, "{expected:?}");
    assert_eq!(links.suggested.iter().map(pair).collect::<Vec<_>>(), expected);
    let stated = |link: &StatedLink| (link.sentence.clone(), link.status, link.target.clone());
    let of_report = held.stated.iter().filter(|link| link.report.as_str() == "warwickshire-2021-22-peel");
    let expected: Vec<_> = of_report.filter(|link| link.target.is_some()).map(stated).collect();
    assert_eq!(links.stated.iter().map(stated).collect::<Vec<_>>(), expected);
}

#[test]
fn links_of_an_opened_report_are_on_the_pages_of_the_force_and_of_both_findings_and_say_that_nobody_checked_them() {
    let shelf = shelf_with_pdf();
    let corpus = with_links_of_opened(corpus_with_report_opened(&shelf));
    let links = links_of_opened(&corpus, &shelf.reports()[0].report.id);
    let says = |page: &str, words: &str| {
        let asides = corpus.asides_of(page);
        let found = asides.iter().find(|aside| aside.items().any(|[_, _, text]| text == words));
        let found = found.unwrap_or_else(|| panic!("{page} does not say “{words}”: {asides:#?}"));
        assert!(found.note.contains("nobody has checked"), "{found:?}");
        assert!(found.items().all(|[_, href, _]| !href.is_empty()), "{found:?}");
    };
    for link in &links.suggested {
        let [a, b] = [&link.a, &link.b].map(|key| corpus.finding(key).expect("a finding").1);
        let is_own = a.key.report_id() == shelf.reports()[0].report.id.as_str();
        let [own, other] = if is_own { [a, b] } else { [b, a] };
        says(&finding_path(own), &text_for_lists(other));
        says(&finding_path(other), &text_for_lists(own));
        says("force/warwickshire/", &text_for_lists(own));
    }
    // The thread that a held finding is in is named.
    let in_thread = corpus.asides.iter().flat_map(|aside| aside.items().map(|[label, ..]| label.to_string()));
    assert!(in_thread.filter(|label| label.starts_with("Thread, ")).count() > 0);
    // A held version of the same report is another version, and no earlier issue.
    let library = library_with(&shelf.reports()[0]);
    let links = links_of_opened(library.corpus(), &shelf.reports()[0].report.id);
    assert!(
        links
            .suggested
            .iter()
            .all(|link| [&link.a, &link.b].iter().all(|key| key.report_id() != "warwickshire-2021-22-peel"))
    );
}
