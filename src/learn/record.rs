//! Records: lists of texts, written as JSON arrays. Everything that is saved is one, because one reader for all of them keeps
//! the program small.
//!
//! A record may have more fields in a later version: those at the end that are not known are ignored.

/// Writes a record.
pub fn write_record(fields: &[&str]) -> String {
    let mut texts = Vec::with_capacity(fields.len());
    for field in fields {
        texts.push((*field).to_string());
    }
    write_texts(&texts)
}

/// The same, of texts that are owned.
pub fn write_texts(fields: &[String]) -> String {
    serde_json::to_string(fields).expect("texts are valid JSON")
}

/// Reads a record; `None` if the text is not one.
pub fn read_record(text: &str) -> Option<Fields> {
    let fields: Vec<String> = serde_json::from_str(text).ok()?;
    Some(Fields(fields.into_iter()))
}

/// The fields of a record that are still to be read.
pub struct Fields(std::vec::IntoIter<String>);

impl Fields {
    /// The next field, as a text.
    pub fn text(&mut self) -> Option<String> {
        self.0.next()
    }

    /// The next field, as a number.
    pub fn number(&mut self) -> Option<u64> {
        self.0.next()?.parse().ok()
    }

    /// The next field, as yes or no.
    pub fn flag(&mut self) -> Option<bool> {
        self.number().map(|number| number == 1)
    }

    /// All fields that are left.
    pub fn rest(self) -> impl Iterator<Item = String> {
        self.0
    }
}

/// Yes or no as a field.
pub fn flag_text(is_so: bool) -> &'static str {
    if is_so { "1" } else { "0" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_and_another_text_is_none() {
        let mut fields = read_record(&write_record(&["a \"b\"\n🚔", "7", flag_text(true), "more"])).expect("a record");
        assert_eq!(fields.text().as_deref(), Some("a \"b\"\n🚔"));
        assert_eq!((fields.number(), fields.flag()), (Some(7), Some(true)));
        assert_eq!(fields.rest().collect::<Vec<_>>(), ["more"]);
        for text in ["", "{}", "[1]", "[\"a\"", "[[\"a\"]]"] {
            assert!(read_record(text).is_none(), "{text}");
        }
    }
}
