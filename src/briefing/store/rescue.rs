//! What can still be read of a damaged brief.

use crate::brief::{Brief, BriefEdit, BriefItem};
use crate::codec::item_from_json;

/// The items that are still whole in a damaged text, in their order, as a brief; `None` if there are none. The text has an
/// item on each line, as briefs are written.
pub fn rescue_brief(text: &str) -> Option<Brief> {
    let from = text.find("{\"force-findings-brief\"")?;
    let mut lines = text[from..].lines();
    let head = lines.next()?;
    if let Ok(brief) = Brief::from_json(&text[from..]) {
        return Some(brief);
    }
    let title = Brief::from_json(&format!("{head}]}}")).map(|brief| brief.title).unwrap_or_default();
    let items: Vec<BriefItem> = lines.filter_map(|line| item_from_json(line.trim().trim_end_matches(','))).collect();
    let add = |brief: Brief, item: BriefItem| {
        let brief = brief.with_edit(BriefEdit::Add(item.content));
        let id = brief.last_id;
        brief.with_edit(BriefEdit::SetNotes { id, words: item.speaker_notes })
    };
    let brief = items.into_iter().fold(Brief::default().with_edit(BriefEdit::SetTitle(title)), add);
    (!brief.items.is_empty()).then_some(brief)
}
