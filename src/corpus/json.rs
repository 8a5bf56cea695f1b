//! A JSON value, parsed but not yet decoded, with the kinds of value that a bundle contains.
//!
//! `serde_json::Value` would do the same but make the program larger: it keeps objects in trees and copies every text.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A JSON value. Texts without escapes are borrowed from the JSON.
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A non-negative whole number.
    Number(u64),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object: its fields in the order of the JSON.
    Object(Vec<(FieldName<'t>, Json<'t>)>),
    /// A number that no bundle contains: negative or fractional.
    OtherNumber,
}

/// The name of a field. A type of its own, so that serde borrows it from the JSON.
#[derive(serde::Deserialize)]
pub struct FieldName<'t>(#[serde(borrow)] pub Cow<'t, str>);

impl<'t> Json<'t> {
    /// Parses a text as JSON.
    ///
    /// # Errors
    /// If the text is cut short or not JSON.
    pub fn parse(text: &'t str) -> Result<Json<'t>, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The value of a field; `None` if this is not an object, or the field is missing or null.
    pub fn field(&self, name: &str) -> Option<&Json<'t>> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(field, _)| field.0 == name).map(|(_, value)| value).filter(|v| !matches!(v, Json::Null))
    }
}

impl<'t> Deserialize<'t> for Json<'t> {
    fn deserialize<D: Deserializer<'t>>(text: D) -> Result<Json<'t>, D::Error> {
        text.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'t> Visitor<'t> for JsonVisitor {
    type Value = Json<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json<'t>, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'t>, E> {
        Ok(Json::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json<'t>, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'t>, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_borrowed_str<E>(self, words: &'t str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Borrowed(words)))
    }

    fn visit_str<E>(self, words: &str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Owned(words.to_string())))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Json<'t>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<Json<'t>, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Json::Object(object))
    }
}
