//! The text form of a brief, for the browser's storage, files and links. It is JSON, so that other programs can read
//! it.

use crate::brief::{Brief, BriefItem, ItemContent, MAX_ID, PageSnapshot};
use corpus::{Json, ObjectReader, to_json_string};

/// The version of the format. Briefs of a later version are neither read nor overwritten.
const FORMAT_VERSION: u64 = 1;

/// The field that distinguishes a brief from other JSON. Its value is the version of the format.
const FORMAT_FIELD: &str = "force-findings-brief";

/// Why a text cannot be read as a brief. The messages are shown to the user who opened it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BriefError {
    /// The text is not JSON, or not marked as a brief.
    #[error("it is not a Force Findings brief, or it was cut short")]
    NotABrief,
    /// The brief has a later version of the format.
    #[error("it was made by a newer version of Force Findings than this one")]
    NewerVersion,
    /// It is larger than any brief.
    #[error("it is larger than a brief can be")]
    TooLarge,
    /// A field is missing or invalid; says which.
    #[error("it is damaged: {0}")]
    Damaged(String),
}

/// The most bytes of the text of a brief from somebody else. A brief of a thousand long items has less.
pub const MAX_BRIEF_BYTES: usize = 4_000_000;

/// The most items of a brief.
pub const MAX_ITEMS: usize = 1000;

/// The most characters of the notes on an item.
pub const MAX_NOTES: usize = 20_000;
/// The most characters of a heading or of the title.
pub const MAX_WORDS: usize = 500;

impl Brief {
    /// Reads a brief from somebody else, which may be made to do harm.
    ///
    /// # Errors
    /// As [`Brief::from_json`]; or if it has more items, or longer words, than can be made on the page.
    pub fn from_foreign_json(text: &str) -> Result<Brief, BriefError> {
        if text.len() > MAX_BRIEF_BYTES {
            return Err(BriefError::TooLarge);
        }
        let brief = Brief::from_json(text)?;
        brief.check_limits()?;
        Ok(brief)
    }

    /// Checks that a brief is not larger than can be made on the page.
    ///
    /// # Errors
    /// [`BriefError::TooLarge`] if it is.
    pub(crate) fn check_limits(&self) -> Result<(), BriefError> {
        let is_within = |words: &str, limit: usize| words.chars().nth(limit).is_none();
        let is_right = |item: &BriefItem| {
            let has_short_content = match &item.content {
                ItemContent::Heading(words) => is_within(words, MAX_WORDS),
                ItemContent::Page(page) => is_within(&page.address, MAX_NOTES) && is_within(&page.anchor, MAX_WORDS),
            };
            has_short_content && is_within(&item.speaker_notes, MAX_NOTES)
        };
        let is_allowed =
            self.items.len() <= MAX_ITEMS && is_within(&self.title, MAX_WORDS) && self.items.iter().all(is_right);
        if is_allowed { Ok(()) } else { Err(BriefError::TooLarge) }
    }

    /// Serialises the brief.
    pub fn to_json(&self) -> String {
        let items: Vec<String> = self.items.iter().map(item_json).collect();
        let items = items.join(",\n  ");
        let title = to_json_string(&self.title);
        format!(
            "{{\"{FORMAT_FIELD}\": {FORMAT_VERSION}, \"title\": {title}, \"next\": {}, \"items\": [\n  {items}\n]}}\n",
            self.last_id
        )
    }

    /// Reads a brief, all of it or nothing.
    ///
    /// # Errors
    /// If the text is not a brief, is damaged, or has a later version of the format.
    pub fn from_json(text: &str) -> Result<Brief, BriefError> {
        let json = Json::parse(text).map_err(|_| BriefError::NotABrief)?;
        match json.field(FORMAT_FIELD) {
            Some(&Json::Number(FORMAT_VERSION)) => {}
            Some(&Json::Number(form)) if form > FORMAT_VERSION => return Err(BriefError::NewerVersion),
            _ => return Err(BriefError::NotABrief),
        }
        let wrong = std::cell::OnceCell::new();
        let brief = decode_brief(&ObjectReader::new("the brief", &json, &wrong));
        match wrong.into_inner() {
            Some(wrong) => Err(BriefError::Damaged(wrong)),
            None if brief.last_id > MAX_ID => Err(BriefError::Damaged("an item has too large a number".to_string())),
            None if has_duplicate_ids(&brief) => Err(BriefError::Damaged("two items have the same number".to_string())),
            None => Ok(brief),
        }
    }
}

fn item_json(item: &BriefItem) -> String {
    let what = match &item.content {
        ItemContent::Heading(words) => format!("\"heading\": {}", to_json_string(words)),
        ItemContent::Page(shown) => format!(
            "\"address\": {}, \"of\": {}, \"was\": {}, \"data\": {}, \"built\": {}",
            to_json_string(&shown.address),
            to_json_string(&shown.anchor),
            to_json_string(&shown.recorded_text),
            to_json_string(&shown.data),
            to_json_string(&shown.build_date)
        ),
    };
    format!("{{\"id\": {}, {what}, \"note\": {}}}", item.id, to_json_string(&item.speaker_notes))
}

/// Reads an item; `None` if the text is not that of an item.
pub(crate) fn item_from_json(text: &str) -> Option<BriefItem> {
    let json = Json::parse(text).ok()?;
    let wrong = std::cell::OnceCell::new();
    let item = decode_item(&ObjectReader::new("an item", &json, &wrong));
    wrong.get().is_none().then_some(item)
}

fn decode_item(o: &ObjectReader<'_>) -> BriefItem {
    BriefItem {
        id: o.number("id") as u32,
        content: match o.optional_text("heading") {
            Some(words) => ItemContent::Heading(words),
            None => ItemContent::Page(PageSnapshot {
                address: o.text("address"),
                anchor: o.text("of"),
                recorded_text: o.text("was"),
                data: o.text("data"),
                build_date: o.text("built"),
            }),
        },
        speaker_notes: o.text("note"),
    }
}

fn decode_brief(o: &ObjectReader<'_>) -> Brief {
    let items = o.objects("items", "an item", decode_item);
    let most = items.iter().map(|item| item.id).max().unwrap_or(0);
    Brief { title: o.text("title"), last_id: most.max(o.number("next") as u32), items }
}

fn has_duplicate_ids(brief: &Brief) -> bool {
    brief.items.iter().enumerate().any(|(n, item)| brief.position(item.id) != Some(n))
}

/// The file name for saving the damaged text that was set aside under this number.
pub fn damaged_file_name(n: u32) -> String {
    format!("force-findings-brief-set-aside-{n}.txt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::BriefEdit;

    fn sample() -> Brief {
        let shown = PageSnapshot {
            address: "findings/?q=\"stalking\"".to_string(),
            anchor: String::new(),
            recorded_text: "3 of 149\nfindings – “x”".to_string(),
            data: "corpus.1.json".to_string(),
            build_date: "2026-11-28".to_string(),
        };
        let note = BriefEdit::SetNotes { id: 2, words: "two\nlines \\ \"quoted\"".to_string() };
        Brief::default()
            .with_edit(BriefEdit::SetTitle("Monday".to_string()))
            .with_edit(BriefEdit::Add(ItemContent::Heading("Why".to_string())))
            .with_edit(BriefEdit::Add(ItemContent::Page(shown)))
            .with_edit(note)
    }

    #[test]
    fn a_brief_is_read_as_it_was_written() {
        for brief in [Brief::default(), sample()] {
            assert_eq!(Brief::from_json(&brief.to_json()), Ok(brief));
        }
    }

    #[test]
    fn a_brief_that_was_cut_anywhere_is_refused() {
        let text = sample().to_json();
        for (at, _) in text.trim_end().char_indices() {
            assert!(Brief::from_json(&text[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn other_json_newer_and_damaged_briefs_are_refused() {
        assert_eq!(Brief::from_json("{\"title\": \"x\"}"), Err(BriefError::NotABrief));
        assert_eq!(Brief::from_json("{\"force-findings-brief\": 2}"), Err(BriefError::NewerVersion));
        let incomplete = "{\"force-findings-brief\": 1, \"title\": \"\", \"next\": 0, \"items\": [{\"id\": 1}]}";
        assert!(matches!(Brief::from_json(incomplete), Err(BriefError::Damaged(_))));
        let duplicates = sample().to_json().replace("\"id\": 2", "\"id\": 1");
        assert!(matches!(Brief::from_json(&duplicates), Err(BriefError::Damaged(_))));
        for number in ["4294967295", "4294967298", "-1"] {
            let text = sample().to_json().replace("\"id\": 2", &format!("\"id\": {number}"));
            assert!(Brief::from_json(&text).is_err(), "{number}");
        }
    }
}
