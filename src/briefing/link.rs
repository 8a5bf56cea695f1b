//! A brief in a link: what is needed to make its slides again, and a checksum.
//!
//! The words of the reports are not in it, because the site that the link leads to has them; of each item there is only a
//! fingerprint of what it said, so that a change since then is noticed.

use crate::brief::{Brief, BriefEdit, ItemContent, PageSnapshot};
use crate::codec::BriefError;
use crate::slide_builder::SlideBuilder;
use corpus::{Json, ObjectReader, to_json_string};
use sha2::{Digest, Sha256};

/// The most characters that a link may have to be passed on unchanged by most programs.
pub const MAX_LINK_LENGTH: usize = 2000;

/// The number of characters of a fingerprint.
const FINGERPRINT_LENGTH: usize = 6;

/// A brief that was read from a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedBrief {
    /// The brief, with the current text of its items.
    pub brief: Brief,
    /// How many items say something else than when the link was made.
    pub changed_count: usize,
}

/// The content of an item, as a link has it.
enum LinkedContent {
    Heading(String),
    Page { address: String, anchor: String, fingerprint: String },
}

impl LinkedBrief {
    fn add_item(&mut self, content: LinkedContent, notes: String, slide_builder: &SlideBuilder) {
        let content = match content {
            LinkedContent::Heading(words) => ItemContent::Heading(words),
            LinkedContent::Page { address, anchor, fingerprint } => {
                let page = slide_builder.page_snapshot(&address, &anchor).unwrap_or_else(|| PageSnapshot {
                    address,
                    anchor,
                    recorded_text: String::new(),
                    data: String::new(),
                    build_date: String::new(),
                });
                self.changed_count += usize::from(self::fingerprint(&page.recorded_text) != fingerprint);
                ItemContent::Page(page)
            }
        };
        let brief = self.brief.with_edit(BriefEdit::Add(content));
        let id = brief.items.last().map_or(0, |item| item.id);
        self.brief = brief.with_edit(BriefEdit::SetNotes { id, words: notes });
    }
}

/// The text of a brief for a link.
pub fn link_text(brief: &Brief) -> String {
    let item = |content: &ItemContent| match content {
        ItemContent::Heading(words) => format!("\"h\":{}", to_json_string(words)),
        ItemContent::Page(page) => format!(
            "\"a\":{},\"o\":{},\"f\":{}",
            to_json_string(&page.address),
            to_json_string(&page.anchor),
            to_json_string(&fingerprint(&page.recorded_text))
        ),
    };
    let note = |words: &str| {
        if words.is_empty() { String::new() } else { format!(",\"n\":{}", to_json_string(words)) }
    };
    let items = brief.items.iter().map(|i| format!("{{{}{}}}", item(&i.content), note(&i.speaker_notes)));
    let items: Vec<String> = items.collect();
    let json = format!("{{\"t\":{},\"i\":[{}]}}", to_json_string(&brief.title), items.join(","));
    format!("{}{json}", fingerprint(&json))
}

/// Reads a brief from the text of a link.
///
/// # Errors
/// If the text is not exactly what [`link_text`] made.
pub fn read_link_text(text: &str, slide_builder: &SlideBuilder) -> Result<LinkedBrief, BriefError> {
    let (check, json) = text.split_at_checked(FINGERPRINT_LENGTH).ok_or(BriefError::NotABrief)?;
    if fingerprint(json) != check {
        return Err(BriefError::NotABrief);
    }
    let json = Json::parse(json).map_err(|_| BriefError::NotABrief)?;
    let wrong = std::cell::OnceCell::new();
    let o = ObjectReader::new("the link", &json, &wrong);
    let title = o.text("t");
    let items = o.objects("i", "an item", |o| {
        let content = match o.optional_text("h") {
            Some(words) => LinkedContent::Heading(words),
            None => LinkedContent::Page { address: o.text("a"), anchor: o.text("o"), fingerprint: o.text("f") },
        };
        (content, o.optional_text("n").unwrap_or_default())
    });
    let mut linked = LinkedBrief { brief: Brief::default().with_edit(BriefEdit::SetTitle(title)), changed_count: 0 };
    for (content, notes) in items {
        linked.add_item(content, notes, slide_builder);
    }
    match wrong.into_inner() {
        Some(wrong) => Err(BriefError::Damaged(wrong)),
        None => linked.brief.check_limits().map(|()| linked),
    }
}

/// What a link may have contained before other programs added signs to it: full stops, brackets or line breaks. The first
/// of these texts that can be read is the brief.
pub fn without_added_signs(packed: &str) -> [String; 2] {
    let is_packed = |sign: &char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let mut all = String::new();
    let mut rest = packed.chars();
    while let Some(sign) = rest.next() {
        if sign == '%' {
            // An encoded sign: % and two digits.
            rest.nth(1);
        } else if is_packed(&sign) {
            all.push(sign);
        }
    }
    [all, packed.chars().take_while(is_packed).collect()]
}

/// The first digits of the SHA-256 of a text.
fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest.iter().take(FINGERPRINT_LENGTH / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::without_added_signs;

    #[test]
    fn signs_that_other_programs_add_are_left_out() {
        for added in ["abc-_9.", "<abc-_9>", "abc%0A-_9", "abc-\n_9", "abc-_9).", "abc-_9%20"] {
            assert_eq!(without_added_signs(added)[0], "abc-_9", "{added}");
        }
        assert_eq!(without_added_signs("abc-_9.See").map(|text| text.len()), [9, 6]);
    }
}
