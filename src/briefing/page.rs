//! The page of a brief as plain data: its items, to be arranged, and the slides that are presented and printed.

use crate::brief::{Brief, BriefItem, ItemContent, PageSnapshot};
use crate::draft::{SlideDraft, recorded_text};
use crate::framing::{closing_slides, title_slide};
use crate::slide::{Slide, SlideBody};
use crate::slide_builder::SlideBuilder;
use crate::store::EditId;
use explore::route;
use explore::state::View;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The page of a brief.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefPage {
    /// The title of the brief; may be empty.
    pub title: String,
    /// The items in order.
    pub entries: Vec<Rc<BriefEntry>>,
    /// The title slide, the slides of all items in order, and the sources; none if there are no items.
    pub slides: Vec<Rc<Slide>>,
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
    /// How often something was typed into its fields. They show what was typed before the brief has it, so they are drawn
    /// again after that, also if the brief does not have it in the end.
    pub typed_count: u32,
}

/// The state of the window, which the page shows in addition to the brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefStatus {
    /// Why the brief could not be saved, if it could not.
    pub save_error: Option<String>,
    /// The title and number of items of a brief that was opened from a link or a file.
    pub offered: Option<(String, usize)>,
    /// The numbers of damaged texts that were set aside, each with whether items can be read of it.
    pub damaged: Vec<(u32, bool)>,
    /// The edit that is undone next, if there is one.
    pub undo: Option<EarlierEdit>,
    /// The edits that can be undone, the newest first.
    pub earlier_edits: Vec<EarlierEdit>,
    /// The text of a heading that is yet to be added.
    pub heading_draft: String,
    /// The number of the item that another one is being dragged over.
    pub drop_target: Option<u32>,
    /// Whether links, files, saved presentations and the handout have the speaker's notes in them.
    pub with_notes: bool,
    /// Whether a presentation was left in the middle, so that it can go on there.
    pub can_resume: bool,
    /// Whether the page is in the single file, whose storage other files may read.
    pub is_single_file: bool,
}

/// An edit that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierEdit {
    /// Which edit it is.
    pub id: EditId,
    /// What it is called: "The removal of “Kent Police”".
    pub name: String,
    /// How long ago it was made: "3 hours ago".
    pub age: String,
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

/// What was made of an item for the page of its brief.
#[derive(Clone)]
struct ItemPart {
    item: BriefItem,
    entry: Rc<BriefEntry>,
    slides: Vec<Rc<Slide>>,
    forces: Vec<String>,
}

/// The parts of a page by the numbers of the items, so that an edit makes only those anew that it changes.
#[derive(Default)]
pub struct PageParts(BTreeMap<u32, Rc<ItemPart>>);

impl PageParts {
    fn part(&self, slide_builder: &SlideBuilder, item: &BriefItem) -> Rc<ItemPart> {
        let known = self.0.get(&item.id).filter(|part| part.item == *item);
        known.map_or_else(|| Rc::new(self.make(slide_builder, item)), Rc::clone)
    }

    fn make(&self, slide_builder: &SlideBuilder, item: &BriefItem) -> ItemPart {
        let typed_count = self.0.get(&item.id).map_or(0, |part| part.entry.typed_count);
        item_part(slide_builder, item, typed_count)
    }

    /// Takes note that something was typed into the fields of an item.
    pub fn note_typing(&mut self, id: u32) {
        let part = self.0.get_mut(&id).map(Rc::make_mut);
        part.into_iter().for_each(|part| Rc::make_mut(&mut part.entry).typed_count += 1);
    }
}

fn item_part(slide_builder: &SlideBuilder, item: &BriefItem, typed_count: u32) -> ItemPart {
    let drafts = slide_builder.item_drafts(item);
    let forces = drafts.iter().flat_map(|draft| draft.forces.iter().cloned()).collect();
    let mut entry = brief_entry(item, &drafts);
    let slides = slide_builder.item_slides(item, drafts);
    (entry.slide_count, entry.typed_count) = (slides.len(), typed_count);
    ItemPart { item: item.clone(), entry: Rc::new(entry), slides: slides.into_iter().map(Rc::new).collect(), forces }
}

/// Prepares the page of a brief.
pub fn select_page(slide_builder: &SlideBuilder, brief: &Brief) -> BriefPage {
    update_page(slide_builder, brief, &mut PageParts::default())
}

/// Prepares the page of a brief, with the parts that were made for it before where they are still the same.
pub fn update_page(slide_builder: &SlideBuilder, brief: &Brief, parts: &mut PageParts) -> BriefPage {
    let made: Vec<Rc<ItemPart>> = brief.items.iter().map(|item| parts.part(slide_builder, item)).collect();
    parts.0 = made.iter().map(|part| (part.item.id, Rc::clone(part))).collect();
    let forces: Vec<String> = made.iter().flat_map(|part| part.forces.iter().cloned()).collect();
    let entries: Vec<Rc<BriefEntry>> = made.iter().map(|part| Rc::clone(&part.entry)).collect();
    let mut slides: Vec<Rc<Slide>> = made.iter().flat_map(|part| part.slides.iter().cloned()).collect();
    let changed: Vec<&TextChange> = entries.iter().filter_map(|entry| entry.change.as_ref()).collect();
    let notice = match &changed[..] {
        [] => None,
        [one] => Some(format!("One item reads otherwise than this brief recorded it{}.", data_date(&one.build_date))),
        [first, ..] => Some(format!(
            "{} items read otherwise than this brief recorded them{}.",
            changed.len(),
            data_date(&first.build_date)
        )),
    };
    if !slides.is_empty() {
        let closing = closing_slides(&slides, slide_builder.origin);
        let has_sources = slides.iter().any(|slide| !slide.source.is_empty());
        slides.insert(0, Rc::new(title_slide(brief, forces, has_sources, slide_builder.origin)));
        slides.extend(closing.into_iter().map(Rc::new));
    }
    BriefPage { title: brief.title.clone(), slides, entries, changes_notice: notice }
}

fn data_date(when: &str) -> String {
    if when.is_empty() { String::new() } else { format!(" with the data of {when}") }
}

fn brief_entry(item: &BriefItem, drafts: &[SlideDraft]) -> BriefEntry {
    let first = drafts.first();
    let (address, change) = match &item.content {
        ItemContent::Heading(_) => (None, None),
        ItemContent::Page(shown) => (page_address(&shown.address), text_change(shown, drafts)),
    };
    BriefEntry {
        id: item.id,
        kind: first.map_or("", |draft| draft.body.kind_name()),
        name: first.map(SlideDraft::name).unwrap_or_default(),
        speaker_notes: item.speaker_notes.clone(),
        slide_count: 0,
        typed_count: 0,
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

fn text_change(shown: &PageSnapshot, drafts: &[SlideDraft]) -> Option<TextChange> {
    let is_gone = drafts.iter().any(|draft| matches!(draft.body, SlideBody::Unchecked(_)));
    let now = if is_gone { String::new() } else { recorded_text(drafts) };
    let lacks = |all: &str, line: &&str| !all.lines().any(|other| other == *line);
    let only = |of: &str, other: &str| -> Vec<String> {
        of.lines().filter(|line| lacks(other, line)).map(str::to_string).collect()
    };
    let (removed_lines, new_lines) = (only(&shown.recorded_text, &now), only(&now, &shown.recorded_text));
    let is_changed = is_gone || !removed_lines.is_empty() || !new_lines.is_empty();
    is_changed.then(|| TextChange { build_date: shown.build_date.clone(), removed_lines, new_lines, is_gone })
}
