//! Every link of every page leads somewhere.

use crate::rendered::{self, Rendered};
use explore::export::SINGLE_FILE;
use explore::route;
use explore::state::View;
use std::collections::{BTreeMap, BTreeSet};
use tests::held;

#[test]
fn every_link_leads_to_a_page_and_a_place_on_it_or_to_a_text() {
    let pages: BTreeMap<&str, BTreeSet<String>> =
        rendered::all().iter().map(|page| (page.address.as_str(), page.values("id").collect())).collect();
    let mut files: BTreeSet<String> = held::reports().iter().map(|r| format!("data/text/{}", r.text_file())).collect();
    files.insert(SINGLE_FILE.to_string());
    let mut seen = BTreeSet::new();
    for page in rendered::all() {
        // Pages of the register are on other sites, which nothing here may ask.
        let inside = page.values("href").filter(|href| !href.starts_with("http"));
        for href in inside.filter(|href| seen.insert(href.clone())) {
            let (address, place) = href.split_once('#').unwrap_or((&href, ""));
            let folder = address.split('?').next().unwrap_or_default().trim_start_matches("./");
            // The page for unknown addresses stands nowhere, so what leads to a place on it is a bare '#place'.
            let ids = if page.address == "404" && folder.is_empty() && !place.is_empty() {
                pages.get("404")
            } else {
                pages.get(folder)
            };
            let is_file = files.contains(folder);
            assert!(ids.is_some() || is_file, "{}: a link leads to {href}, which is no page", page.address);
            let is_place = place.is_empty() || ids.is_some_and(|ids| ids.contains(place));
            assert!(is_place, "{}: a link leads to {href}, and there is no such place on that page", page.address);
        }
    }
    assert!(seen.len() > 500, "only {} links were seen", seen.len());
}

#[test]
fn every_link_that_chooses_is_read_as_what_the_site_knows() {
    let corpus = held::corpus();
    let catalogue = explore::pages::catalogue::Catalogue::new(corpus);
    let links: BTreeSet<String> = rendered::all().iter().flat_map(|page| page.values("href")).collect();
    for href in links.iter().filter(|href| href.contains('?') && !href.starts_with("http")) {
        let state = route::state(href);
        assert!(!matches!(state.view, View::NotFound(_)), "{href}");
        assert_eq!(route::address(&state), href.trim_start_matches("./"));
        for (facet, value) in state.chosen() {
            let is_force = state.view == View::Compare && corpus.forces.iter().any(|force| force.id.as_str() == value);
            assert!(
                is_force || catalogue.facets.has(facet, value),
                "{href} chooses {facet:?} '{value}', which is unknown"
            );
        }
    }
}

#[test]
fn no_page_has_one_id_twice_or_names_a_label_that_is_not_there() {
    for page in rendered::all() {
        let ids: Vec<String> = page.values("id").collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{} has an id twice", page.address);
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            let missing = page.values(attribute).find(|name| !once.contains(name));
            assert_eq!(missing, None, "{}: {attribute} names no element", page.address);
        }
    }
}

#[test]
fn every_page_has_a_title_of_its_own_one_heading_and_the_licence() {
    let mut titles: BTreeMap<&str, &Rendered> = BTreeMap::new();
    for page in rendered::all() {
        assert_eq!(page.html.matches("<h1").count(), 1, "{}", page.address);
        assert!(page.html.contains("Open Government Licence"), "{}", page.address);
        assert!(page.title.ends_with("Force Findings"), "{}", page.title);
        titles.insert(&page.title, page);
    }
    let others = rendered::all().iter().filter(|page| !page.address.starts_with("finding/"));
    assert!(others.clone().all(|page| titles[page.title.as_str()].address == page.address), "two pages have one title");
}
