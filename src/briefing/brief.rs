//! A brief: what a presenter shows, in order, with speaker's notes. Plain data, independent of the corpus.

use serde::{Deserialize, Serialize};

/// The highest number that an item may have. It is far beyond any real brief: only a file that was made to do harm has it.
pub(crate) const MAX_ID: u32 = u32::MAX / 2;

/// An ordered list of items to present.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The title for the handout and the file name; may be empty.
    pub title: String,
    /// The items in the order of presentation.
    pub items: Vec<BriefItem>,
    /// The highest item number given so far; no number is used twice.
    pub(crate) last_id: u32,
}

/// One item of a brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefItem {
    /// The number of the item, unique in its brief.
    pub id: u32,
    /// The content of the item.
    pub content: ItemContent,
    /// The speaker's notes.
    pub speaker_notes: String,
}

/// The content of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemContent {
    /// A heading in the presenter's own words.
    Heading(String),
    /// A page of the site, or a part of one.
    Page(PageSnapshot),
}

/// A page or a part of one, with what it said when it was added to the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSnapshot {
    /// The address of the page, relative to the site's root.
    pub address: String,
    /// The anchor of a chart or number on the page; empty for the page as a whole.
    pub anchor: String,
    /// The text of its slides when it was added, so that a change can be detected, and the text is not lost if the page
    /// is removed from the data.
    pub recorded_text: String,
    /// The name of the data file that the text is from.
    pub data: String,
    /// The date on which the site that the text is from was built: "2026-11-21". Empty if unknown.
    pub build_date: String,
}

/// A change to a brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BriefEdit {
    /// Sets the title.
    SetTitle(String),
    /// Adds an item at the end.
    Add(ItemContent),
    /// Adds all items of another brief at the end, with their notes.
    Append(Brief),
    /// Replaces this brief with another one.
    Replace(Brief),
    /// Removes the item with this number.
    Remove(u32),
    /// Moves an item.
    Move {
        /// The number of the item.
        id: u32,
        /// The new position, counted from 0. Positions beyond the end mean the end.
        to: usize,
    },
    /// Sets the speaker's notes of an item.
    SetNotes {
        /// The number of the item.
        id: u32,
        /// The notes.
        words: String,
    },
    /// Replaces the text of a heading, or the recorded text of a page.
    Reword {
        /// The number of the item.
        id: u32,
        /// The new text.
        words: String,
        /// The name of the data file that the text is from; unused for a heading.
        data_name: String,
        /// The date on which the site that the text is from was built; unused for a heading.
        build_date: String,
    },
    /// Removes all items.
    Clear,
}

impl BriefEdit {
    /// The number of the item that the edit is about, if it is about one.
    pub fn item_id(&self) -> Option<u32> {
        match self {
            BriefEdit::Remove(id)
            | BriefEdit::Move { id, .. }
            | BriefEdit::SetNotes { id, .. }
            | BriefEdit::Reword { id, .. } => Some(*id),
            BriefEdit::SetTitle(_)
            | BriefEdit::Add(_)
            | BriefEdit::Append(_)
            | BriefEdit::Replace(_)
            | BriefEdit::Clear => None,
        }
    }

    /// The edit where items that were numbered from `above` on have numbers that are higher by `by`.
    #[must_use]
    pub fn renumbered(mut self, above: u32, by: u32) -> BriefEdit {
        match &mut self {
            BriefEdit::Remove(id)
            | BriefEdit::Move { id, .. }
            | BriefEdit::SetNotes { id, .. }
            | BriefEdit::Reword { id, .. }
                if *id > above =>
            {
                *id += by;
            }
            _ => {}
        }
        self
    }
}

impl Brief {
    /// The brief after an edit. An edit of an item that does not exist changes nothing.
    #[must_use]
    pub fn with_edit(&self, edit: BriefEdit) -> Brief {
        let mut brief = self.clone();
        match edit {
            BriefEdit::SetTitle(words) => brief.title = words,
            BriefEdit::Add(what) => brief.add_item(what, String::new()),
            BriefEdit::Append(other) => {
                other.items.into_iter().for_each(|item| brief.add_item(item.content, item.speaker_notes))
            }
            // The items get new numbers: those of another brief may be in use here, also in another window.
            BriefEdit::Replace(other) => {
                (brief.title, brief.items) = (other.title, Vec::new());
                other.items.into_iter().for_each(|item| brief.add_item(item.content, item.speaker_notes))
            }
            BriefEdit::Remove(id) => brief.items.retain(|item| item.id != id),
            BriefEdit::Move { id, to } => brief.move_item(id, to),
            BriefEdit::SetNotes { id, words } => brief.update_item(id, |item| item.speaker_notes = words),
            BriefEdit::Reword { id, words, data_name: data, build_date: built } => {
                brief.update_item(id, |item| match &mut item.content {
                    ItemContent::Heading(heading) => *heading = words,
                    ItemContent::Page(shown) => {
                        (shown.recorded_text, shown.data, shown.build_date) = (words, data, built)
                    }
                })
            }
            BriefEdit::Clear => brief.items.clear(),
        }
        brief
    }

    /// The highest number given to an item so far.
    pub(crate) fn last_id(&self) -> u32 {
        self.last_id
    }

    /// The item with this number.
    pub fn item(&self, id: u32) -> Option<&BriefItem> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The position of the item with this number, counted from 0.
    pub fn position(&self, id: u32) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The brief without the speaker's notes.
    #[must_use]
    pub fn without_notes(mut self) -> Brief {
        self.items.iter_mut().for_each(|item| item.speaker_notes.clear());
        self
    }

    /// Whether the brief has neither items nor a title.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.title.is_empty()
    }

    fn add_item(&mut self, what: ItemContent, note: String) {
        if self.last_id >= MAX_ID {
            self.items.iter_mut().zip(1..).for_each(|(item, id)| item.id = id);
            self.last_id = self.items.len() as u32;
        }
        self.last_id += 1;
        self.items.push(BriefItem { id: self.last_id, content: what, speaker_notes: note });
    }

    fn move_item(&mut self, id: u32, to: usize) {
        let Some(from) = self.position(id) else { return };
        let item = self.items.remove(from);
        self.items.insert(to.min(self.items.len()), item);
    }

    fn update_item(&mut self, id: u32, change: impl FnOnce(&mut BriefItem)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            change(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(words: &str) -> BriefEdit {
        BriefEdit::Add(ItemContent::Heading(words.to_string()))
    }

    fn order(brief: &Brief) -> Vec<u32> {
        brief.items.iter().map(|item| item.id).collect()
    }

    #[test]
    fn items_keep_their_numbers_when_they_are_moved() {
        let brief = ["a", "b", "c"].into_iter().fold(Brief::default(), |brief, words| brief.with_edit(heading(words)));
        assert_eq!(order(&brief), [1, 2, 3]);
        assert_eq!(order(&brief.with_edit(BriefEdit::Move { id: 3, to: 0 })), [3, 1, 2]);
        assert_eq!(order(&brief.with_edit(BriefEdit::Move { id: 1, to: 9 })), [2, 3, 1]);
        assert_eq!(order(&brief.with_edit(BriefEdit::Move { id: 9, to: 0 })), [1, 2, 3]);
    }

    #[test]
    fn a_number_is_not_used_again_after_its_item_is_removed() {
        let brief = Brief::default().with_edit(heading("a")).with_edit(BriefEdit::Remove(1)).with_edit(heading("b"));
        assert_eq!(order(&brief), [2]);
        let other = Brief::default().with_edit(heading("c"));
        assert_eq!(order(&brief.with_edit(BriefEdit::Replace(other)).with_edit(heading("d"))), [3, 4]);
    }

    #[test]
    fn notes_are_kept_when_a_brief_is_added_to_another() {
        let note = BriefEdit::SetNotes { id: 1, words: "slowly".to_string() };
        let one = Brief::default().with_edit(heading("a")).with_edit(note);
        let both = one.with_edit(BriefEdit::Append(one.clone()));
        assert_eq!(order(&both), [1, 2]);
        assert!(both.items.iter().all(|item| item.speaker_notes == "slowly"));
    }

    #[test]
    fn an_edit_of_an_item_that_does_not_exist_changes_nothing() {
        let brief = Brief::default().with_edit(heading("a"));
        assert_eq!(brief.with_edit(BriefEdit::SetNotes { id: 7, words: "x".to_string() }), brief);
    }
}
