//! Damaged texts, which are set aside and never overwritten.

use crate::texts::Texts;

/// The beginning of the names of damaged texts.
const ASIDE_PREFIX: &str = "aside-";

/// Moves a text to where it is never overwritten.
pub fn set_aside(texts: &mut Texts, name: &str) {
    let Some(text) = texts.get(name).map(str::to_string) else { return };
    keep_aside(texts, text);
    texts.remove(name);
}

/// Keeps a text where it is never overwritten.
pub fn keep_aside(texts: &mut Texts, text: String) {
    let highest = damaged_texts(texts).map(|(n, _)| n).max().unwrap_or(0);
    texts.put(&format!("{ASIDE_PREFIX}{}", highest + 1), text);
}

/// The damaged texts that were set aside, with their numbers.
pub fn damaged_texts(texts: &Texts) -> impl Iterator<Item = (u32, &str)> {
    texts.with_prefix(ASIDE_PREFIX).filter_map(|(name, text)| Some((name[ASIDE_PREFIX.len()..].parse().ok()?, text)))
}

/// Deletes the text that was set aside under this number.
pub fn delete_damaged(texts: &mut Texts, n: u32) {
    texts.remove(&format!("{ASIDE_PREFIX}{n}"));
}
