//! Reads the fields of one JSON object.

use crate::json::Json;
use model::{Date, DateSpan};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use std::cell::OnceCell;

/// The error for a value that is not one of a fixed set. It has no message, because serde's messages would add the code
/// that formats floating-point numbers to the program.
#[derive(Debug)]
struct UnknownValue;

impl std::fmt::Display for UnknownValue {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for UnknownValue {}

impl serde::de::Error for UnknownValue {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        UnknownValue
    }
}

/// A JSON object that is being decoded.
///
/// An invalid field does not stop the decoding: the first error is recorded, and an empty value is used in its place.
/// An early return at every field would make the program larger, because each needs code that drops the fields read so
/// far.
pub struct ObjectReader<'j> {
    /// What the object describes, for error messages: "a finding".
    description: &'static str,
    json: &'j Json<'j>,
    /// The first error in the bundle.
    first_error: &'j OnceCell<String>,
}

impl<'j> ObjectReader<'j> {
    /// Starts to decode a value, which is an error if it is not an object.
    ///
    /// `what` names it in error messages; `wrong` receives the first error.
    #[inline(never)]
    pub fn new(what: &'static str, json: &'j Json<'j>, wrong: &'j OnceCell<String>) -> ObjectReader<'j> {
        let object = ObjectReader { description: what, json, first_error: wrong };
        if !matches!(json, Json::Object(_)) {
            object.record_error(format!("{what} is not an object"));
        }
        object
    }

    #[inline(never)]
    fn record_error(&self, error: String) {
        // Only the first error is kept.
        _ = self.first_error.set(error);
    }

    /// Records that a field is invalid and returns the value to use in its place.
    fn replace_invalid<T>(&self, field: &str, empty: T) -> T {
        self.record_invalid_field(field);
        empty
    }

    #[inline(never)]
    fn record_invalid_field(&self, field: &str) {
        self.record_error(format!("{} has no usable '{field}'", self.description));
    }

    /// The value of a field; `None` if it is missing or null.
    pub fn value(&self, field: &str) -> Option<&'j Json<'j>> {
        self.json.field(field)
    }

    /// The object in a required field.
    #[inline(never)]
    pub fn object(&self, what: &'static str, field: &str) -> ObjectReader<'j> {
        ObjectReader::new(what, self.value(field).unwrap_or(&Json::Null), self.first_error)
    }

    /// The object in an optional field.
    pub fn optional_object(&self, what: &'static str, field: &str) -> Option<ObjectReader<'j>> {
        self.value(field).map(|json| ObjectReader::new(what, json, self.first_error))
    }

    /// The text of a required field.
    #[inline(never)]
    pub fn text(&self, field: &str) -> String {
        self.optional_text(field).unwrap_or_else(|| self.replace_invalid(field, String::new()))
    }

    /// The text of an optional field.
    #[inline(never)]
    pub fn optional_text(&self, field: &str) -> Option<String> {
        self.optional_str(field).map(str::to_string)
    }

    /// The text of an optional field, borrowed.
    #[inline(never)]
    fn optional_str(&self, field: &str) -> Option<&'j str> {
        match self.value(field)? {
            Json::Text(words) => Some(words),
            _ => self.replace_invalid(field, None),
        }
    }

    /// The number in a required field.
    #[inline(never)]
    pub fn number(&self, field: &str) -> usize {
        match self.value(field).and_then(to_u32) {
            Some(number) => number as usize,
            None => self.replace_invalid(field, 0),
        }
    }

    /// The boolean in a required field.
    #[inline(never)]
    pub fn boolean(&self, field: &str) -> bool {
        match self.value(field) {
            Some(Json::Bool(flag)) => *flag,
            _ => self.replace_invalid(field, false),
        }
    }

    /// A value that is written as text, such as a grade or a date, in a required field; `fallback` if it is invalid.
    pub fn parsed<T: Deserialize<'j>>(&self, field: &str, fallback: T) -> T {
        self.optional_parsed(field).unwrap_or_else(|| self.replace_invalid(field, fallback))
    }

    /// A value that is written as text, such as a grade or a date, in an optional field.
    #[inline(never)]
    pub fn optional_parsed<T: Deserialize<'j>>(&self, field: &str) -> Option<T> {
        let value = T::deserialize(StrDeserializer::<UnknownValue>::new(self.optional_str(field)?));
        value.map_or_else(|_| self.replace_invalid(field, None), Some)
    }

    /// The date in a required field.
    pub fn date(&self, field: &str) -> DateSpan {
        self.parsed(field, DateSpan::single(Date::from_edtf("1000").expect("a year is a date")))
    }

    /// The items of a list, not yet decoded.
    #[inline(never)]
    fn items(&self, field: &str) -> &'j [Json<'j>] {
        match self.value(field) {
            Some(Json::List(items)) => items,
            _ => self.replace_invalid(field, &[]),
        }
    }

    /// A list of pairs of numbers.
    #[inline(never)]
    pub fn number_pairs(&self, field: &str) -> Vec<[usize; 2]> {
        let pair = |item: &Json| match to_pair(item) {
            Some(pair) => pair.map(|number| number as usize),
            None => self.replace_invalid(field, [0, 0]),
        };
        self.items(field).iter().map(pair).collect()
    }

    /// A list of objects, each decoded by `read`. `what` names one of them in error messages: "a finding".
    #[inline(never)]
    pub fn objects<T>(&self, field: &str, what: &'static str, read: fn(&ObjectReader<'j>) -> T) -> Vec<T> {
        self.items(field).iter().map(|item| read(&ObjectReader::new(what, item, self.first_error))).collect()
    }

    /// A list of texts.
    #[inline(never)]
    pub fn texts(&self, field: &str) -> Vec<String> {
        let text = |item: &Json| match item {
            Json::Text(words) => words.to_string(),
            _ => {
                self.record_error("an item in a list of texts is not a text".to_string());
                String::new()
            }
        };
        self.items(field).iter().map(text).collect()
    }

    /// A list of numbers.
    #[inline(never)]
    pub fn numbers(&self, field: &str) -> Vec<usize> {
        let count = |item: &Json| match to_u32(item) {
            Some(count) => count as usize,
            None => {
                self.record_error("an item in a list of numbers is not a number".to_string());
                0
            }
        };
        self.items(field).iter().map(count).collect()
    }

    /// A list of numbers in an optional field; empty if there is none.
    pub fn optional_numbers(&self, field: &str) -> Vec<usize> {
        if self.value(field).is_some() { self.numbers(field) } else { Vec::new() }
    }

    /// A list of objects in an optional field; empty if there is none. See [`ObjectReader::objects`].
    pub fn optional_objects<T>(&self, field: &str, what: &'static str, read: fn(&ObjectReader<'j>) -> T) -> Vec<T> {
        if self.value(field).is_some() { self.objects(field, what, read) } else { Vec::new() }
    }

    /// A pair of numbers in a required field.
    #[inline(never)]
    pub fn number_pair(&self, field: &str) -> [u32; 2] {
        match self.value(field).and_then(to_pair) {
            Some(pair) => pair,
            None => self.replace_invalid(field, [0, 0]),
        }
    }
}

/// A number of the size that counts, lines and offsets have; `None` for a larger one and for anything else.
fn to_u32(value: &Json<'_>) -> Option<u32> {
    match value {
        Json::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

fn to_pair(value: &Json<'_>) -> Option<[u32; 2]> {
    match value {
        Json::List(ends) if let [first, second] = &ends[..] => Some([to_u32(first)?, to_u32(second)?]),
        _ => None,
    }
}
