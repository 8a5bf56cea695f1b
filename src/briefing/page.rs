//! The page of a brief as plain data: its items, to be arranged, and the slides that are presented and printed.

use crate::brief::{Brief, BriefItem, ItemContent, PageSnapshot};
use crate::slide::{self, Slide, SlideBody};
use crate::slide_builder::SlideBuilder;
use explore::route;
use explore::state::View;

/// The page of a brief.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefPage {
    /// The title of the brief; may be empty.
    pub title: String,
    /// The items in order.
    pub entries: Vec<BriefEntry>,
    /// The slides of all items in order.
    pub slides: Vec<Slide>,
    /// The notice that items have changed since they were added, if any have.
    pub changes_notice: Option<String>,
}

/// An item in the list of items.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefEntry {
    /// The number of the item in the brief.
    pub id: u32,
    /// The kind of its content: "Timeline", "Finding", "Heading".
    pub kind: &'static str,
    /// Its name in the list.
    pub name: String,
    /// The speaker's notes.
    pub speaker_notes: String,
    /// The number of slides that it fills.
    pub slide_count: usize,
    /// The address of the page that it shows; `None` for a heading.
    pub address: Option<String>,
    /// How its text differs from when it was added, if it does.
    pub change: Option<TextChange>,
}

/// The state of the window, which the page shows in addition to the brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefStatus {
    /// Why the brief could not be saved, if it could not.
    pub save_error: Option<String>,
    /// The title and number of items of a brief that was opened from a link or a file.
    pub offered: Option<(String, usize)>,
    /// The numbers of damaged texts that were set aside.
    pub damaged_numbers: Vec<u32>,
    /// Whether the last change can be undone.
    pub can_undo: bool,
    /// The text of a heading that is yet to be added.
    pub heading_draft: String,
    /// The number of the item that another one is being dragged over.
    pub drop_target: Option<u32>,
}

/// How the text of an item differs from when it was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The build date of the site from which the item was added: "2026-11-21". Empty if unknown.
    pub build_date: String,
    /// The lines that are no longer there.
    pub removed_lines: Vec<String>,
    /// The lines that are new; empty if the page is no longer in the data.
    pub new_lines: Vec<String>,
    /// Whether the page is no longer in the data.
    pub is_gone: bool,
}

/// Prepares the page of a brief.
pub fn select_page(slide_builder: &SlideBuilder, brief: &Brief) -> BriefPage {
    let shown: Vec<(&BriefItem, Vec<Slide>)> =
        brief.items.iter().map(|item| (item, slide_builder.item_slides(item))).collect();
    let entries: Vec<BriefEntry> = shown.iter().map(|(item, slides)| brief_entry(item, slides)).collect();
    let changed: Vec<&TextChange> = entries.iter().filter_map(|entry| entry.change.as_ref()).collect();
    let older = match &changed[..] {
        [] => None,
        [one] => Some(format!("One item has changed since it was added{}.", data_date(&one.build_date))),
        [first, ..] => {
            Some(format!("{} items have changed since they were added{}.", changed.len(), data_date(&first.build_date)))
        }
    };
    BriefPage {
        title: brief.title.clone(),
        slides: shown.into_iter().flat_map(|(_, slides)| slides).collect(),
        entries,
        changes_notice: older.map(|words| format!("This brief was made with older data. {words}")),
    }
}

fn data_date(when: &str) -> String {
    if when.is_empty() { String::new() } else { format!(" with the data of {when}") }
}

fn brief_entry(item: &BriefItem, slides: &[Slide]) -> BriefEntry {
    let first = slides.first();
    let (address, change) = match &item.content {
        ItemContent::Heading(_) => (None, None),
        ItemContent::Page(shown) => (page_address(&shown.address), text_change(shown, slides)),
    };
    BriefEntry {
        id: item.id,
        kind: first.map_or("", |slide| slide.body.kind_name()),
        name: first.map(Slide::name).unwrap_or_default(),
        speaker_notes: item.speaker_notes.clone(),
        slide_count: slides.len(),
        address,
        change,
    }
}

/// The address in canonical form, if it is one of a page of this site. A brief may come from anyone, and must not link
/// to anywhere else.
fn page_address(address: &str) -> Option<String> {
    let state = route::parse_address(address);
    (!matches!(state.view, View::NotFound(_))).then(|| route::address(&state))
}

fn text_change(shown: &PageSnapshot, slides: &[Slide]) -> Option<TextChange> {
    let is_gone = slides.iter().any(|slide| matches!(slide.body, SlideBody::Gone(_)));
    let now = slide::recorded_text(slides);
    if !is_gone && now == shown.recorded_text {
        return None;
    }
    let lacks = |all: &str, line: &&str| !all.lines().any(|other| other == *line);
    let only = |of: &str, other: &str| of.lines().filter(|line| lacks(other, line)).map(str::to_string).collect();
    Some(TextChange {
        build_date: shown.build_date.clone(),
        removed_lines: only(&shown.recorded_text, if is_gone { "" } else { &now }),
        new_lines: if is_gone { Vec::new() } else { only(&now, &shown.recorded_text) },
        is_gone,
    })
}
