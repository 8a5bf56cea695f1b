//! Every link on every page leads to something that exists.

use crate::prerendered::{self, PrerenderedPage};
use explore::export::{OPEN_DATA, SINGLE_FILE};
use explore::route;
use explore::state::View;
use std::collections::{BTreeMap, BTreeSet};
use tests::repository;

#[test]
fn every_link_leads_to_a_page_and_an_anchor_on_it_or_to_a_file() {
    let pages: BTreeMap<&str, BTreeSet<String>> = prerendered::all_pages()
        .iter()
        .map(|page| (page.address.as_str(), page.attribute_values("id").collect()))
        .collect();
    let mut files: BTreeSet<String> =
        repository::fixture().reports().iter().map(|r| format!("data/text/{}", r.text_file_name())).collect();
    files.insert(SINGLE_FILE.to_string());
    for (path, _) in OPEN_DATA {
        files.extend([path.to_string(), path.replace(".csv", "-notes.txt")]);
    }
    let mut seen = BTreeSet::new();
    for page in prerendered::all_pages() {
        // Sources of the register are on other sites, which tests must not contact.
        let inside = page.attribute_values("href").filter(|href| !href.starts_with("http"));
        for href in inside.filter(|href| seen.insert(href.clone())) {
            let (address, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let folder = address.split('?').next().unwrap_or_default().trim_start_matches("./");
            // The page for unknown addresses has no address, so a link to an anchor on it is a bare '#anchor'.
            let ids = if page.address == "404" && folder.is_empty() && !anchor.is_empty() {
                pages.get("404")
            } else {
                pages.get(folder)
            };
            let is_file = files.contains(folder);
            assert!(ids.is_some() || is_file, "{}: a link leads to {href}, which is no page", page.address);
            let is_anchor = anchor.is_empty() || ids.is_some_and(|ids| ids.contains(anchor));
            assert!(is_anchor, "{}: a link leads to {href}, but that page has no such id", page.address);
        }
    }
    assert!(seen.len() > 500, "only {} links were seen", seen.len());
}

#[test]
fn every_value_that_a_link_selects_exists() {
    let corpus = repository::fixture().corpus();
    let catalogue = repository::fixture().library().catalogue();
    let links: BTreeSet<String> =
        prerendered::all_pages().iter().flat_map(|page| page.attribute_values("href")).collect();
    for href in links.iter().filter(|href| href.contains('?') && !href.starts_with("http")) {
        let state = route::parse_address(href);
        assert!(!matches!(state.view, View::NotFound(_)), "{href}");
        assert_eq!(route::address(&state), href.trim_start_matches("./"));
        for (facet, value) in state.chosen_values() {
            let is_force = state.view == View::Compare && corpus.forces.iter().any(|force| force.id.as_str() == value);
            let is_cycle = state.view == View::National && corpus.cycle_in_address(value).is_some();
            assert!(
                is_force || is_cycle || catalogue.facets.has_value(facet, value),
                "{href} chooses {facet:?} '{value}', which is unknown"
            );
        }
    }
}

#[test]
fn no_page_has_an_id_twice_or_refers_to_a_label_that_does_not_exist() {
    for page in prerendered::all_pages() {
        let ids: Vec<String> = page.attribute_values("id").collect();
        let distinct: BTreeSet<&String> = ids.iter().collect();
        let twice: Vec<&String> = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{} has an id twice: {twice:?}", page.address);
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            let missing = page.attribute_values(attribute).find(|name| !distinct.contains(name));
            assert_eq!(missing, None, "{}: {attribute} names no element", page.address);
        }
    }
}

#[test]
fn every_page_has_its_own_title_one_heading_and_the_licence() {
    let mut titles: BTreeMap<&str, &PrerenderedPage> = BTreeMap::new();
    for page in prerendered::all_pages() {
        assert_eq!(page.html.matches("<h1").count(), 1, "{}", page.address);
        assert!(page.html.contains("Open Government Licence"), "{}", page.address);
        assert!(page.title.ends_with("Force Findings"), "{}", page.title);
        titles.insert(&page.title, page);
    }
    let others = prerendered::all_pages().iter().filter(|page| !page.address.starts_with("finding/"));
    assert!(others.clone().all(|page| titles[page.title.as_str()].address == page.address), "two pages have one title");
}
