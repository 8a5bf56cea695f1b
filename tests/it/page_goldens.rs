//! The words of pages, compared with goldens.

use crate::{golden, prerendered};

/// A finding with a short form that is explained by another report.
const FINDING_WITH_TERMS: &str = "finding/warwickshire-2021-22-peel/main-finding/there-are-effective-multi-agency-safeguarding-arrangements-in-place/";

/// The title and the words of a page.
fn title_and_words(address: &str) -> String {
    let page = prerendered::page_at(address);
    format!("{}\n\n{}", page.title, page.visible_text())
}

#[test]
fn pages_match_their_goldens() {
    for (name, address) in [
        ("home", ""),
        ("force", "force/warwickshire/"),
        ("force-west-midlands", "force/west-midlands/"),
        ("force-table", "force/warwickshire/?table=1"),
        ("force-not-held", "force/kent/"),
        (
            "finding",
            "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/",
        ),
        ("findings", "findings/?q=domestic+abuse&force=warwickshire"),
        ("findings-short-form", "findings/?q=MARAC"),
        ("findings-none", "findings/?q=domestic+unicorn&force=warwickshire"),
        ("home-narrowed", "?q=west&region=west-midlands"),
        ("compare", "compare/?force=warwickshire&force=west-midlands&subject=preventing-crime"),
        ("crosswalk", "crosswalk/"),
        ("force-partly-known", "force/cambridgeshire/"),
        ("glossary", "glossary/"),
        ("finding-terms", FINDING_WITH_TERMS),
        ("about", "about/"),
        ("not-found", "fors/kent/"),
    ] {
        golden::assert_golden(&format!("pages/{name}.txt"), &title_and_words(address));
    }
}

#[test]
fn the_page_of_a_report_before_its_full_text_matches_its_golden() {
    let words = title_and_words("report/west-midlands-2016-effectiveness/");
    let head = words.split("\nFull text\n").next().unwrap_or_default();
    golden::assert_golden("pages/report.txt", &format!("{head}\n"));
}
