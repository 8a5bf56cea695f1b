//! A JSON value, parsed but not yet decoded, with the kinds of value that a bundle contains.
//!
//! `serde_json` would do the same but make the program larger (`decisions/0014-json-without-floats.md`): it has the code and
//! the tables of floating-point numbers, which no bundle contains. A test compares the two.

mod parser;

use parser::Parser;
use std::borrow::Cow;

/// A JSON value. Texts without escapes are borrowed from the JSON.
#[derive(Debug, PartialEq, Eq)]
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
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
    /// A number that no bundle contains: negative or fractional.
    OtherNumber,
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonError {
    /// It ends before its value does.
    CutShort,
    /// Something in it is not JSON, or values are nested too deeply.
    NotJson,
}

impl<'t> Json<'t> {
    /// Parses a text as JSON.
    ///
    /// # Errors
    /// If the text is cut short or not JSON.
    pub fn parse(text: &'t str) -> Result<Json<'t>, JsonError> {
        Parser::new(text).parse_whole()
    }

    /// The value of a field; `None` if this is not an object, or the field is missing or null.
    pub fn field(&self, name: &str) -> Option<&Json<'t>> {
        let Json::Object(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, value)| value).filter(|v| !matches!(v, Json::Null))
    }
}
