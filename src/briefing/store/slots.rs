//! The two slots in which the brief is saved in turn.

use crate::brief::Brief;
use saving::{Texts, seal, set_aside, unseal};

/// The names of the slots.
const SLOT_NAMES: [&str; 2] = ["brief-a", "brief-b"];

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
