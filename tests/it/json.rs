//! The parser of JSON that browsers use gives the same as `serde_json`, for whole, cut and damaged texts.

use corpus::{Json, JsonError};
use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Value, error::Category};
use tests::repository;

/// A value as `serde_json` has it; `None` in place of numbers that a bundle does not contain.
fn to_value(json: &Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::from(*number),
        Json::Text(text) => Value::from(text.as_ref()),
        Json::List(items) => Value::Array(items.iter().map(to_value).collect::<Option<_>>()?),
        Json::Object(fields) => {
            let field = |(name, value): &(_, _)| Some((ToString::to_string(name), to_value(value)?));
            Value::Object(fields.iter().map(field).collect::<Option<_>>()?)
        }
        Json::OtherNumber => return None,
    })
}

fn has_other_number(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_u64(),
        Value::Array(items) => items.iter().any(has_other_number),
        Value::Object(fields) => fields.values().any(has_other_number),
        _ => false,
    }
}

/// Checks that both parsers agree on a text.
fn assert_agree(text: &str) {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => match to_value(&ours) {
            Some(ours) => assert_eq!(ours, theirs, "{text}"),
            // A later field of the same name may have replaced the number.
            None => assert!(has_other_number(&theirs) || text.matches(':').count() > 1, "{text}"),
        },
        // Ours does not compute such numbers and reads on after them, as theirs does where it skips values.
        (ours, Err(theirs)) if theirs.to_string().starts_with("number out of range") => {
            let is_cut = ours.err().map(|error| error == JsonError::CutShort);
            let theirs = serde_json::from_str::<IgnoredAny>(text).err();
            assert_eq!(is_cut, theirs.map(|error| error.classify() == Category::Eof), "{text}");
        }
        (Err(ours), Err(theirs)) => {
            assert_eq!(ours == JsonError::CutShort, theirs.classify() == Category::Eof, "{text}: {ours:?}, {theirs}");
        }
        (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(".{0,3}", inner, 0..6).prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_value_is_read_as_written(value in values(), is_pretty: bool) {
        assert_agree(&if is_pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap());
    }

    #[test]
    fn a_cut_or_damaged_text_is_refused_for_the_same_reason(
        value in values(),
        at in any::<prop::sample::Index>(),
        sign in prop::sample::select(&["", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud834", "\\udd1e", "0", "-", ".", "e", "E9", "t", "null", " ", "\n", "\u{1}", "é"][..]),
        is_cut: bool,
    ) {
        let text = serde_json::to_string(&value).unwrap();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (before, after) = text.split_at(places[at.index(places.len())]);
        assert_agree(&format!("{before}{sign}{}", if is_cut { "" } else { after }));
    }

    #[test]
    fn any_signs_are_read_or_refused_alike(text in "[\\[\\]{},:\"\\\\/ntrufalse0-9.eE+ \n-]{0,12}") {
        assert_agree(&text);
    }
}

#[test]
fn the_bundle_and_the_corner_cases_are_read_alike() {
    let corpus = repository::fixture().corpus().to_json();
    assert_agree(&corpus);
    for text in [
        "",
        " ",
        "01",
        "-",
        "-0",
        "1.",
        "1.5",
        "1e5",
        "1E+",
        "[1e999",
        "[1e999,x",
        "[1e999]",
        "18446744073709551615",
        "18446744073709551616",
        "\"\\u00e9\\ud834\\udd1e\"",
        "\"\\ud834\"",
        "\"\\udd1e\"",
        "\"\\ud834\\n\"",
        "\"\\u12\"",
        "\"\\x\"",
        "\"a\tb\"",
        "nul",
        "nulx",
        "truefalse",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "[1 2]",
        "1 2",
        "\u{feff}1",
        "{\"a\":1,\"a\":2}",
    ] {
        assert_agree(text);
    }
    // As deep as serde_json goes, and deeper.
    for depth in [100, 127, 128, 100_000] {
        assert_agree(&format!("{}1{}", "[".repeat(depth), "]".repeat(depth)));
    }
}
