//! Broken bundles: each is refused with the right error, and none makes the program panic.

use crate::bundle::corpus_with_every_field;
use crate::properties;
use corpus::{Corpus, LoadError};
use model::SCHEMA_VERSION;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

#[test]
fn each_kind_of_broken_bundle_has_its_own_error() {
    let newer = format!("{{\"schema\":{},\"anything\":[]}}", SCHEMA_VERSION + 1);
    let error = |json: &str| Corpus::from_json(json).expect_err("no bundle");
    assert_eq!(error(""), LoadError::CutShort);
    assert_eq!(error("\n\n{\"schema\":1,"), LoadError::CutShort);
    assert_eq!(error("<!doctype html>\n<title>404</title>"), LoadError::NotJson);
    assert_eq!(error("{\"schema\":1}\n}"), LoadError::NotJson);
    assert_eq!(error(&newer), LoadError::NewerSchema { found: u64::from(SCHEMA_VERSION) + 1 });
    for shape in ["null", "[]", "1", "\"bundle\"", "{}", "{\"schema\":1}", "{\"schema\":\"1\"}", "{\"schema\":-1}"] {
        assert!(matches!(error(shape), LoadError::UnexpectedContent(_)), "{shape}: {}", error(shape));
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_wherever_it_is() {
    let whole = serde_json::to_value(corpus_with_every_field()).expect("JSON");
    let mut places = BTreeSet::new();
    collect_places(&whole, String::new(), &mut places, &mut BTreeSet::new());
    // A bundle leaves these empty, and the program does not read them.
    places.retain(|at| {
        !["/figures", "/footnotes", "/definitions", "/references", "/alliances"]
            .iter()
            .any(|unread| at.ends_with(unread))
    });
    assert!(places.len() > 60, "only {} places were found to break", places.len());
    for at in places {
        let mut broken = whole.clone();
        *broken.pointer_mut(&at).expect("a place of the bundle") = serde_json::json!({ "not": "this" });
        let outcome = Corpus::from_json(&broken.to_string());
        assert!(matches!(outcome, Err(LoadError::UnexpectedContent(_))), "nobody noticed what was put at {at}");
    }
}

/// Collects one JSON pointer for each field of each kind of object. Pointers that differ only in list indexes belong to
/// the same field.
fn collect_places(value: &serde_json::Value, at: String, places: &mut BTreeSet<String>, seen: &mut BTreeSet<String>) {
    let field: String = at.split('/').map(|part| if part.parse::<usize>().is_ok() { "/*" } else { part }).collect();
    if !value.is_null() && !at.is_empty() && seen.insert(field) {
        places.insert(at.clone());
    }
    match value {
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| collect_places(value, format!("{at}/{name}"), places, seen));
        }
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| collect_places(item, format!("{at}/{n}"), places, seen));
        }
        _ => {}
    }
}

/// The full corpus as JSON.
static JSON: LazyLock<String> = LazyLock::new(|| corpus_with_every_field().to_json());

proptest! {
    #![proptest_config(properties::property_config(48))]

    #[test]
    fn a_bundle_cut_anywhere_is_refused_as_cut_short(share in 0.0..1.0_f64) {
        let at = JSON.floor_char_boundary((JSON.len() as f64 * share) as usize);
        let is_cut_short = matches!(Corpus::from_json(&JSON[..at]), Err(LoadError::CutShort));
        prop_assert!(is_cut_short);
    }

    #[test]
    fn a_bundle_with_a_missing_part_never_panics(share in 0.0..1.0_f64, lost in 1..200_usize) {
        let from = JSON.floor_char_boundary((JSON.len() as f64 * share) as usize);
        let to = JSON.ceil_char_boundary((from + lost).min(JSON.len()));
        _ = Corpus::from_json(&format!("{}{}", &JSON[..from], &JSON[to..]));
    }
}
