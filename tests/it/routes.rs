//! Addresses: each state has one that leads back to it, and any text can be read as an address.

use crate::properties::{self, any_address, any_state};
use explore::route::{address, all_pages, parse_address, path};
use explore::state::{State, View};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tests::repository;

proptest! {
    #![proptest_config(properties::property_config(1000))]

    #[test]
    fn the_address_of_any_state_leads_back_to_it(chosen in any_state()) {
        prop_assert_eq!(parse_address(&address(&chosen)), chosen);
    }

    #[test]
    fn an_address_is_plain_text_without_spaces_or_quotes(chosen in any_state()) {
        let address = address(&chosen);
        prop_assert!(address.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>#".contains(&b)), "{address}");
    }

    #[test]
    fn any_text_is_read_as_a_state_and_the_address_of_that_state_leads_back_to_it(typed in any_address()) {
        let read = parse_address(&typed);
        prop_assert_eq!(parse_address(&address(&read)), read);
    }
}

#[test]
fn every_page_has_its_own_folder_whose_address_leads_back_to_it() {
    let pages = all_pages(repository::fixture().corpus());
    let folders: BTreeSet<String> = pages.iter().map(path).collect();
    assert_eq!(folders.len(), pages.len());
    for page in pages {
        assert_eq!(parse_address(&path(&page)), page);
        assert_eq!(parse_address(&format!("{}index.html", path(&page))), page);
        assert!(path(&page).is_empty() || path(&page).ends_with('/'), "{}", path(&page));
    }
}

#[test]
fn there_is_a_page_for_every_force_report_and_finding() {
    let corpus = repository::fixture().corpus();
    let count = |is: fn(&View) -> bool| all_pages(corpus).iter().filter(|page| is(&page.view)).count();
    assert_eq!(count(|view| matches!(view, View::Force(_))), 43);
    assert_eq!(count(|view| matches!(view, View::Report(_))), corpus.reports.len());
    assert_eq!(count(|view| matches!(view, View::Finding(_))), corpus.findings().count());
}

#[test]
fn a_mistyped_or_cut_off_address_is_not_found() {
    for mistyped in [
        "fors/kent/",
        "force",
        "force/",
        "findings/x",
        "about/us",
        "Findings/",
        "report",
        "aboutindex.html",
        "%",
        "\u{202e}",
    ] {
        assert_eq!(parse_address(mistyped), State::for_view(View::NotFound(mistyped.to_string())));
    }
}

#[test]
fn the_number_of_result_pages_is_limited() {
    for (typed, pages) in [("0", 1), ("-1", 1), ("many", 1), ("7", 7), ("99999999999999999999", 1), ("1000000", 1000)] {
        assert_eq!(parse_address(&format!("findings/?pages={typed}")).page_count, pages, "{typed}");
    }
}

#[test]
fn a_long_address_without_a_page_is_cut_and_leads_to_no_page_when_it_is_read_again() {
    for start in ["", "open", "about/", "force", "thread", "x"] {
        for filler in ["/", "//a", "index.html/", "/index.html", "é/"] {
            let typed = format!("{start}{}!", filler.repeat(300));
            let read = parse_address(&typed);
            assert_eq!(parse_address(&address(&read)), read, "{typed}");
            if let View::NotFound(shown) = &read.view {
                assert!(shown.chars().count() == 201 && shown.ends_with('…'), "{shown}");
            }
        }
    }
}
