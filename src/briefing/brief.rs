//! A brief: what a presenter shows, in order, with notes. Plain data; it is kept by whoever has it and knows no corpus.

/// What is presented, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    pub title: String,
    pub items: Vec<Item>,
    /// The number that the next item gets; no number is used twice.
    pub(crate) next: u32,
}

/// One thing to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number in this brief.
    pub id: u32,
    pub what: What,
    /// What the speaker wants to say.
    pub note: String,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Words of the presenter's own.
    Heading(String),
    /// What a page shows, or a part of it.
    Page(Shown),
}

/// A page or a part of one, with what it said when it was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The address of the page, relative to the site's root.
    pub address: String,
    /// The name of a chart on the page; empty for the page as a whole.
    pub of: String,
    /// Its words as they were when it was added, so that a change is noticed and nothing is lost with the data.
    pub was: String,
    /// Which data those words are from: the name of the data file.
    pub data: String,
    /// Of which day the site was that they are from: "2026-11-21".
    pub built: String,
}

/// Something that is done to a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Title(String),
    /// Adds at the end.
    Add(What),
    /// Adds all items of another brief at the end, with their notes.
    AddAll(Brief),
    /// Takes another brief in place of this one.
    Replace(Brief),
    Remove(u32),
    /// Puts an item to a place, counted from 0.
    Move {
        id: u32,
        to: usize,
    },
    Note {
        id: u32,
        words: String,
    },
    /// Other words for a heading, or newer ones for what a page shows.
    Reword {
        id: u32,
        words: String,
        data: String,
        built: String,
    },
    /// Takes all items away.
    Clear,
}

impl Brief {
    /// The brief after something was done. What is done to an item that is not there changes nothing.
    #[must_use]
    pub fn after(&self, edit: Edit) -> Brief {
        let mut brief = self.clone();
        match edit {
            Edit::Title(words) => brief.title = words,
            Edit::Add(what) => brief.push(what, String::new()),
            Edit::AddAll(other) => other.items.into_iter().for_each(|item| brief.push(item.what, item.note)),
            Edit::Replace(other) => return Brief { next: brief.next.max(other.next), ..other },
            Edit::Remove(id) => brief.items.retain(|item| item.id != id),
            Edit::Move { id, to } => brief.put(id, to),
            Edit::Note { id, words } => brief.change(id, |item| item.note = words),
            Edit::Reword { id, words, data, built } => brief.change(id, |item| match &mut item.what {
                What::Heading(heading) => *heading = words,
                What::Page(shown) => (shown.was, shown.data, shown.built) = (words, data, built),
            }),
            Edit::Clear => brief.items.clear(),
        }
        brief
    }

    /// An item by its number.
    pub fn item(&self, id: u32) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The place of an item, from 0.
    pub fn place(&self, id: u32) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// Whether there is nothing in it that anybody could miss.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.title.is_empty()
    }

    fn push(&mut self, what: What, note: String) {
        self.next += 1;
        self.items.push(Item { id: self.next, what, note });
    }

    fn put(&mut self, id: u32, to: usize) {
        let Some(from) = self.place(id) else { return };
        let item = self.items.remove(from);
        self.items.insert(to.min(self.items.len()), item);
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            change(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(words: &str) -> Edit {
        Edit::Add(What::Heading(words.to_string()))
    }

    fn order(brief: &Brief) -> Vec<u32> {
        brief.items.iter().map(|item| item.id).collect()
    }

    #[test]
    fn items_keep_their_numbers_wherever_they_are_put() {
        let brief = ["a", "b", "c"].into_iter().fold(Brief::default(), |brief, words| brief.after(heading(words)));
        assert_eq!(order(&brief), [1, 2, 3]);
        assert_eq!(order(&brief.after(Edit::Move { id: 3, to: 0 })), [3, 1, 2]);
        assert_eq!(order(&brief.after(Edit::Move { id: 1, to: 9 })), [2, 3, 1]);
        assert_eq!(order(&brief.after(Edit::Move { id: 9, to: 0 })), [1, 2, 3]);
    }

    #[test]
    fn a_number_is_not_used_again_after_its_item_is_gone() {
        let brief = Brief::default().after(heading("a")).after(Edit::Remove(1)).after(heading("b"));
        assert_eq!(order(&brief), [2]);
        let other = Brief::default().after(heading("c"));
        assert_eq!(order(&brief.after(Edit::Replace(other)).after(heading("d"))), [1, 3]);
    }

    #[test]
    fn notes_come_along_when_a_brief_is_added_to_another() {
        let note = Edit::Note { id: 1, words: "slowly".to_string() };
        let one = Brief::default().after(heading("a")).after(note);
        let both = one.after(Edit::AddAll(one.clone()));
        assert_eq!(order(&both), [1, 2]);
        assert!(both.items.iter().all(|item| item.note == "slowly"));
    }

    #[test]
    fn what_is_done_to_an_item_that_is_gone_changes_nothing() {
        let brief = Brief::default().after(heading("a"));
        assert_eq!(brief.after(Edit::Note { id: 7, words: "x".to_string() }), brief);
    }
}
