//! The two slots in which the brief is saved in turn, and the damaged texts that were set aside.

use super::sealed::{seal, unseal};
use super::texts::Texts;
use crate::brief::Brief;

/// The names of the slots.
const SLOT_NAMES: [&str; 2] = ["brief-a", "brief-b"];

/// The beginning of the names of damaged texts.
const ASIDE_PREFIX: &str = "aside-";

/// The highest revision that is read. It is far more than anyone will make, and leaves as many again.
const MAX_REVISION: u64 = u64::MAX / 2;

/// The newest intact brief and its revision; an empty one with revision 0 if there is none. Damaged texts are set aside.
pub fn read_slots(texts: &mut Texts) -> (Brief, u64) {
    let mut newest = (Brief::default(), 0);
    for name in SLOT_NAMES {
        let Some(text) = texts.get(name) else { continue };
        match parse_slot(text) {
            Some((brief, revision)) if revision > newest.1 => newest = (brief, revision),
            Some(_) => {}
            None => set_aside(texts, name),
        }
    }
    newest
}

/// Writes a brief in place of the older of the two slots.
pub fn write_slot(texts: &mut Texts, brief: &Brief, revision: u64) {
    let age = |name: &&str| texts.get(name).and_then(parse_slot).map_or(0, |(_, revision)| revision);
    let oldest = SLOT_NAMES.into_iter().min_by_key(age).unwrap_or(SLOT_NAMES[0]);
    texts.put(oldest, seal(revision, &brief.to_json()));
}

/// The brief and the revision in the text of a slot, if it is exactly what was written.
pub fn parse_slot(text: &str) -> Option<(Brief, u64)> {
    let (revision, json) = unseal(text)?;
    let brief = Brief::from_json(json).ok()?;
    (revision <= MAX_REVISION).then_some((brief, revision))
}

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
