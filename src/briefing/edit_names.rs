//! What edits are called when they are undone.

use crate::brief::{Brief, BriefEdit, ItemContent};
use explore::pages::phrasing;

/// The most characters of the name of an item.
const MAX_NAME: usize = 40;

/// What an edit of a brief is called: "The removal of “Kent Police: grades over time”".
pub fn edit_name(brief: &Brief, edit: &BriefEdit) -> String {
    let of_item = |id: &u32| brief.item(*id).map_or("an item".to_string(), |item| quoted_name(&item.content));
    match edit {
        BriefEdit::SetTitle(_) => "The change of the title".to_string(),
        BriefEdit::Add(content) => format!("Adding {}", quoted_name(content)),
        BriefEdit::Append(_) | BriefEdit::Replace(_) => "Opening the other brief".to_string(),
        BriefEdit::Remove(id) => format!("The removal of {}", of_item(id)),
        BriefEdit::Move { id, .. } => format!("The move of {}", of_item(id)),
        BriefEdit::SetNotes { id, .. } => format!("The change of the notes on {}", of_item(id)),
        BriefEdit::Reword { id, .. } => format!("The change of the words of {}", of_item(id)),
        BriefEdit::Clear => "Removing all items".to_string(),
    }
}

/// How long ago an edit was made, given its age in milliseconds: "3 hours ago".
pub fn edit_age(age: u64) -> String {
    const MINUTE: u64 = 60_000;
    const UNITS: [(u64, &str, &str); 3] =
        [(24 * 60 * MINUTE, "day", "days"), (60 * MINUTE, "hour", "hours"), (MINUTE, "minute", "minutes")];
    let unit = UNITS.iter().find(|(length, ..)| age >= *length);
    unit.map_or("just now".to_string(), |(length, one, many)| {
        format!("{} ago", phrasing::count_with_noun((age / length) as usize, one, many))
    })
}

/// The first words of an item in quotation marks.
fn quoted_name(content: &ItemContent) -> String {
    let words = match content {
        ItemContent::Heading(words) => words.as_str(),
        ItemContent::Page(page) => page.recorded_text.lines().next().unwrap_or(&page.address),
    };
    let cut = words.char_indices().nth(MAX_NAME).map(|(at, _)| &words[..words[..at].rfind(' ').unwrap_or(at)]);
    cut.map_or(format!("“{words}”"), |cut| format!("“{cut} …”"))
}
