//! The controller of the brief: what its commands do, what they say, and what they say if the brief cannot be saved.

use crate::brief::with_slide_builder;
use briefing::{Brief, BriefCommand, BriefController, BriefEdit, ItemContent, SaveError, SlideBuilder, TextStorage};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The storage of a browser, shared by its windows. It can be full.
#[derive(Clone, Default)]
struct Storage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    is_full: Rc<Cell<bool>>,
}

impl TextStorage for Storage {
    fn get(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    fn put(&self, name: &str, text: &str) -> Result<(), SaveError> {
        if self.is_full.get() {
            return Err(SaveError::Full);
        }
        self.texts.borrow_mut().insert(name.to_string(), text.to_string());
        Ok(())
    }

    fn remove(&self, name: &str) {
        self.texts.borrow_mut().remove(name);
    }
}

/// A window with a brief of three headings.
fn window_with_headings(storage: &Storage, slides: &SlideBuilder) -> BriefController<Storage> {
    let mut window = BriefController::new(storage.clone());
    for words in ["One", "Two", "Three"] {
        window.run_command(BriefCommand::DraftHeading(words.to_string()), slides);
        window.run_command(BriefCommand::AddHeading, slides);
    }
    window
}

/// The headings of the brief, in order.
fn headings(window: &mut BriefController<Storage>) -> Vec<String> {
    let heading = |content| match content {
        ItemContent::Heading(words) => words,
        ItemContent::Page(page) => page.address,
    };
    window.current_brief().items.into_iter().map(|item| heading(item.content)).collect()
}

/// The id of the item at a position counted from 0.
fn id_at(window: &mut BriefController<Storage>, position: usize) -> u32 {
    window.current_brief().items[position].id
}

#[test]
fn items_are_moved_dragged_removed_and_brought_back() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let [one, two, three] = [0, 1, 2].map(|n| id_at(&mut window, n));
        let moved = window.run_command(BriefCommand::MoveDown(one), slides);
        assert_eq!(moved.message, "Moved to position 2 of 3.");
        assert_eq!(moved.focus_id, Some(format!("down-{one}")));
        assert_eq!(headings(&mut window), ["Two", "One", "Three"]);
        window.run_command(BriefCommand::StartDrag(three), slides);
        window.run_command(BriefCommand::DragOver(two), slides);
        assert_eq!(window.status().drop_target, Some(two));
        window.run_command(BriefCommand::Drop(two), slides);
        assert_eq!(headings(&mut window), ["Three", "Two", "One"]);
        let removed = window.run_command(BriefCommand::Remove(two), slides);
        assert_eq!(removed.focus_id, Some(format!("remove-{one}")));
        assert_eq!(headings(&mut window), ["Three", "One"]);
        assert!(window.status().can_undo);
        window.run_command(BriefCommand::Undo, slides);
        assert_eq!(headings(&mut window), ["Three", "Two", "One"]);
        for _ in 0..2 {
            window.run_command(BriefCommand::Undo, slides);
        }
        assert_eq!(headings(&mut window), ["One", "Two", "Three"]);
        assert!(!window.status().can_undo);
    });
}

#[test]
fn an_item_that_another_window_removed_is_not_changed_and_the_message_says_why() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let gone = id_at(&mut window, 0);
        BriefController::new(storage).run_command(BriefCommand::Remove(gone), slides);
        for command in [
            BriefCommand::SetNotes(gone, "Notes".to_string()),
            BriefCommand::SetHeading(gone, "Words".to_string()),
            BriefCommand::MoveUp(gone),
            BriefCommand::Remove(gone),
            BriefCommand::AcceptChange(gone),
        ] {
            let message = window.run_command(command, slides).message;
            assert!(message.contains("removed in another window"), "{message}");
            assert_eq!(headings(&mut window), ["Two", "Three"]);
        }
    });
}

#[test]
fn undo_takes_back_the_edit_of_its_own_window_and_nothing_that_another_window_did() {
    with_slide_builder(|slides| {
        let edits: [fn(u32, u32) -> BriefCommand; 4] = [
            |one, _| BriefCommand::Remove(one),
            |one, _| BriefCommand::MoveDown(one),
            |one, _| BriefCommand::SetHeading(one, "Uno".to_string()),
            |_, _| BriefCommand::Clear,
        ];
        for edit in edits {
            let storage = Storage::default();
            let mut window = window_with_headings(&storage, slides);
            let [one, three] = [0, 2].map(|n| id_at(&mut window, n));
            window.run_command(edit(one, three), slides);
            let mut other = BriefController::new(storage);
            other.run_command(BriefCommand::DraftHeading("Other".to_string()), slides);
            other.run_command(BriefCommand::AddHeading, slides);
            assert!(window.status().can_undo);
            let message = window.run_command(BriefCommand::Undo, slides).message;
            assert!(message.ends_with("was undone."), "{message}");
            assert_eq!(headings(&mut window), ["One", "Two", "Three", "Other"]);
            assert_eq!(headings(&mut other), ["One", "Two", "Three", "Other"]);
        }
    });
}

#[test]
fn both_windows_undo_their_own_edits_in_any_order() {
    with_slide_builder(|slides| {
        for is_first_first in [true, false] {
            let storage = Storage::default();
            let mut window = window_with_headings(&storage, slides);
            let mut other = BriefController::new(storage);
            let [one, two, three] = [0, 1, 2].map(|n| id_at(&mut window, n));
            window.run_command(BriefCommand::Remove(one), slides);
            other.run_command(BriefCommand::Remove(three), slides);
            other.run_command(BriefCommand::SetHeading(two, "Due".to_string()), slides);
            let mut both = [&mut window, &mut other];
            if !is_first_first {
                both.reverse();
            }
            for window in both {
                window.run_command(BriefCommand::Undo, slides);
                window.run_command(BriefCommand::Undo, slides);
            }
            assert_eq!(headings(&mut window), ["One", "Two", "Three"]);
        }
    });
}

#[test]
fn an_edit_that_another_window_changed_again_is_not_undone_and_the_message_says_so() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let one = id_at(&mut window, 0);
        window.run_command(BriefCommand::SetHeading(one, "Uno".to_string()), slides);
        BriefController::new(storage).run_command(BriefCommand::SetHeading(one, "Eins".to_string()), slides);
        let message = window.run_command(BriefCommand::Undo, slides).message;
        assert!(message.contains("was not undone"), "{message}");
        assert_eq!(headings(&mut window), ["Eins", "Two", "Three"]);
    });
}

#[test]
fn whatever_cannot_be_saved_is_never_announced_as_done_and_still_counts_in_this_window() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let [one, two] = [0, 1].map(|n| id_at(&mut window, n));
        storage.is_full.set(true);
        window.run_command(BriefCommand::DraftHeading("Four".to_string()), slides);
        for command in [
            BriefCommand::AddHeading,
            BriefCommand::SetTitle("Monday".to_string()),
            BriefCommand::MoveDown(one),
            BriefCommand::Remove(two),
            BriefCommand::Undo,
            BriefCommand::Clear,
        ] {
            let message = window.run_command(command.clone(), slides).message;
            assert!(message.starts_with("The brief could not be saved"), "{command:?}: {message}");
        }
        let page = slides.page_snapshot("force/warwickshire/", "").expect("a page");
        let message = window.add_page(page);
        assert!(message.starts_with("The brief could not be saved"), "{message}");
        assert_eq!(headings(&mut window), ["force/warwickshire/"]);
        // Another window still has what was saved before.
        assert_eq!(headings(&mut BriefController::new(storage)), ["One", "Two", "Three"]);
    });
}

#[test]
fn an_opened_brief_replaces_nothing_unasked_and_a_broken_one_changes_nothing() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let other = Brief::default().with_edit(BriefEdit::Add(ItemContent::Heading("Other".to_string())));
        let mut empty = BriefController::new(Storage::default());
        assert_eq!(empty.open_text(&other.to_json()), "The brief is open, with 1 item.");
        let mut window = window_with_headings(&storage, slides);
        assert!(window.open_text("{").ends_with("Nothing was changed."));
        window.open_text(&other.to_json());
        assert_eq!(window.status().offered, Some((String::new(), 1)));
        assert_eq!(headings(&mut window), ["One", "Two", "Three"]);
        window.run_command(BriefCommand::AddOffered, slides);
        assert_eq!(headings(&mut window), ["One", "Two", "Three", "Other"]);
        window.open_text(&other.to_json());
        window.run_command(BriefCommand::ReplaceWithOffered, slides);
        assert_eq!(headings(&mut window), ["Other"]);
        window.run_command(BriefCommand::Undo, slides);
        assert_eq!(headings(&mut window), ["One", "Two", "Three", "Other"]);
    });
}

#[test]
fn a_wording_is_accepted_only_where_there_is_a_current_one() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let heading = id_at(&mut window, 0);
        let message = window.run_command(BriefCommand::AcceptChange(heading), slides).message;
        assert_eq!(message, "There is no current wording. The item was not changed.");
        let mut page = slides.page_snapshot("force/warwickshire/", "").expect("a page");
        let current = page.recorded_text.clone();
        page.recorded_text = "Earlier words".to_string();
        window.add_page(page);
        let id = id_at(&mut window, 3);
        let message = window.run_command(BriefCommand::AcceptChange(id), slides).message;
        assert_eq!(message, "The item now has the current wording.");
        let ItemContent::Page(page) = window.current_brief().items.remove(3).content else { panic!("a page") };
        assert_eq!(page.recorded_text, current);
    });
}
