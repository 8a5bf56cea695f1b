//! The reader of one object's fields.

use crate::json::Json;
use model::{Date, When};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use std::cell::OnceCell;

/// A word is not in its set. Says nothing: the words that serde would make up carry the formatting of fractions with them.
#[derive(Debug)]
struct NotInSet;

impl std::fmt::Display for NotInSet {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for NotInSet {}

impl serde::de::Error for NotInSet {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        NotInSet
    }
}

/// A JSON object on its way to becoming `what`.
///
/// What is wrong is kept, and reading goes on with something empty: to leave at each field that is wrong would be a
/// way out for each field, and on each the clearing up of all that was read before.
pub struct Object<'j> {
    what: &'static str,
    json: &'j Json<'j>,
    /// The first thing that is wrong with the bundle.
    wrong: &'j OnceCell<String>,
}

impl<'j> Object<'j> {
    /// Takes a value that ought to be an object.
    #[inline(never)]
    pub fn of(what: &'static str, json: &'j Json<'j>, wrong: &'j OnceCell<String>) -> Object<'j> {
        let object = Object { what, json, wrong };
        if !matches!(json, Json::Object(_)) {
            object.refuse(format!("{what} is not an object"));
        }
        object
    }

    #[inline(never)]
    fn refuse(&self, why: String) {
        _ = self.wrong.set(why);
    }

    /// Keeps that a field is wrong, and gives what stands in its place.
    fn wrong<T>(&self, field: &str, empty: T) -> T {
        self.refuse_field(field);
        empty
    }

    #[inline(never)]
    fn refuse_field(&self, field: &str) {
        self.refuse(format!("{} has no usable '{field}'", self.what));
    }

    /// A field that is there and not null.
    pub fn some(&self, field: &str) -> Option<&'j Json<'j>> {
        self.json.field(field)
    }

    /// An object in a field.
    #[inline(never)]
    pub fn object(&self, what: &'static str, field: &str) -> Object<'j> {
        Object::of(what, self.some(field).unwrap_or(&Json::Null), self.wrong)
    }

    /// An object in a field, if there is anything.
    pub fn maybe(&self, what: &'static str, field: &str) -> Option<Object<'j>> {
        self.some(field).map(|json| Object::of(what, json, self.wrong))
    }

    /// Words that have to be there.
    #[inline(never)]
    pub fn text(&self, field: &str) -> String {
        self.maybe_text(field).unwrap_or_else(|| self.wrong(field, String::new()))
    }

    /// Words that may be there.
    #[inline(never)]
    pub fn maybe_text(&self, field: &str) -> Option<String> {
        self.str(field).map(str::to_string)
    }

    /// The words in a field, if there is anything.
    #[inline(never)]
    fn str(&self, field: &str) -> Option<&'j str> {
        match self.some(field)? {
            Json::Text(words) => Some(words),
            _ => self.wrong(field, None),
        }
    }

    /// A number that has to be there.
    #[inline(never)]
    pub fn number(&self, field: &str) -> usize {
        match self.some(field) {
            Some(Json::Number(number)) => *number as usize,
            _ => self.wrong(field, 0),
        }
    }

    /// Yes or no.
    #[inline(never)]
    pub fn flag(&self, field: &str) -> bool {
        match self.some(field) {
            Some(Json::Flag(flag)) => *flag,
            _ => self.wrong(field, false),
        }
    }

    /// A word from a fixed set, or a date; for one that is not, something else.
    pub fn word<T: Deserialize<'j>>(&self, field: &str, otherwise: T) -> T {
        self.maybe_word(field).unwrap_or_else(|| self.wrong(field, otherwise))
    }

    /// The same, if there is anything.
    #[inline(never)]
    pub fn maybe_word<T: Deserialize<'j>>(&self, field: &str) -> Option<T> {
        let word = T::deserialize(StrDeserializer::<NotInSet>::new(self.str(field)?));
        word.map_or_else(|_| self.wrong(field, None), Some)
    }

    /// A date that has to be there.
    pub fn date(&self, field: &str) -> When {
        self.word(field, When::on(Date::from_edtf("1000").expect("a year is a date")))
    }

    /// The items of a list, understood or not.
    #[inline(never)]
    fn items(&self, field: &str) -> &'j [Json<'j>] {
        match self.some(field) {
            Some(Json::List(items)) => items,
            _ => self.wrong(field, &[]),
        }
    }

    /// A list of pairs of numbers.
    #[inline(never)]
    pub fn pairs(&self, field: &str) -> Vec<[usize; 2]> {
        let pair = |item: &Json| match item {
            Json::List(ends) if let [Json::Number(first), Json::Number(second)] = &ends[..] => {
                [*first as usize, *second as usize]
            }
            _ => self.wrong(field, [0, 0]),
        };
        self.items(field).iter().map(pair).collect()
    }

    /// A list of objects, each of which is `what`.
    #[inline(never)]
    pub fn list<T>(&self, field: &str, what: &'static str, read: fn(&Object<'j>) -> T) -> Vec<T> {
        self.items(field).iter().map(|item| read(&Object::of(what, item, self.wrong))).collect()
    }

    /// A list of words.
    #[inline(never)]
    pub fn texts(&self, field: &str) -> Vec<String> {
        let text = |item: &Json| match item {
            Json::Text(words) => words.to_string(),
            _ => {
                self.refuse("a text is not a text".to_string());
                String::new()
            }
        };
        self.items(field).iter().map(text).collect()
    }

    /// A list of numbers.
    #[inline(never)]
    pub fn counts(&self, field: &str) -> Vec<usize> {
        let count = |item: &Json| match item {
            Json::Number(count) => *count as usize,
            _ => {
                self.refuse("a count is not a number".to_string());
                0
            }
        };
        self.items(field).iter().map(count).collect()
    }

    /// A list of two numbers.
    #[inline(never)]
    pub fn pair(&self, field: &str) -> [u32; 2] {
        match self.some(field) {
            Some(Json::List(ends)) if let [Json::Number(from), Json::Number(to)] = &ends[..] => {
                [*from as u32, *to as u32]
            }
            _ => self.wrong(field, [0, 0]),
        }
    }
}
