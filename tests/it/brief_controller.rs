//! The controller of the brief: what its commands do, what they say, and what they say if the brief cannot be saved.

use crate::brief::with_slide_builder;
use crate::brief_windows::{Fault, Storage, Window};
use briefing::{Brief, BriefCommand, BriefEdit, ItemContent, SlideBuilder};

/// A window with a brief of three headings.
fn window_with_headings(storage: &Storage, slides: &SlideBuilder) -> Window {
    Window::with_headings(storage, &["One", "Two", "Three"], slides)
}

#[test]
fn items_are_moved_dragged_removed_and_brought_back() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let [one, two, three] = [0, 1, 2].map(|n| window.id_at(n));
        let moved = window.run(BriefCommand::MoveDown(one), slides);
        assert_eq!(moved.message, "Moved to position 2 of 3.");
        assert_eq!(moved.focus_id, Some(format!("down-{one}")));
        assert_eq!(window.headings(), ["Two", "One", "Three"]);
        window.run(BriefCommand::StartDrag(three), slides);
        window.run(BriefCommand::DragOver(two), slides);
        assert_eq!(window.controller.status().drop_target, Some(two));
        window.run(BriefCommand::Drop(two), slides);
        assert_eq!(window.headings(), ["Three", "Two", "One"]);
        let removed = window.run(BriefCommand::Remove(two), slides);
        assert_eq!(removed.focus_id, Some(format!("remove-{one}")));
        assert_eq!(window.headings(), ["Three", "One"]);
        assert_eq!(window.next_undo().as_deref(), Some("The removal of “Two”"));
        window.undo(slides);
        assert_eq!(window.headings(), ["Three", "Two", "One"]);
        for _ in 0..2 {
            window.undo(slides);
        }
        assert_eq!(window.headings(), ["One", "Two", "Three"]);
        // Adding them can be undone too.
        assert_eq!(window.next_undo().as_deref(), Some("Adding “Three”"));
    });
}

#[test]
fn an_item_that_another_window_removed_is_not_changed_and_the_message_says_why() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let gone = window.id_at(0);
        Window::open(&storage, "second").run(BriefCommand::Remove(gone), slides);
        for command in [
            BriefCommand::SetNotes(gone, "Notes".to_string()),
            BriefCommand::SetHeading(gone, "Words".to_string()),
            BriefCommand::MoveUp(gone),
            BriefCommand::Remove(gone),
            BriefCommand::AcceptChange(gone),
        ] {
            let message = window.run(command, slides).message;
            assert!(message.contains("removed in another window"), "{message}");
            assert_eq!(window.headings(), ["Two", "Three"]);
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
            let [one, three] = [0, 2].map(|n| window.id_at(n));
            window.run(edit(one, three), slides);
            let mut other = Window::open(&storage, "second");
            other.run(BriefCommand::DraftHeading("Other".to_string()), slides);
            other.run(BriefCommand::AddHeading, slides);
            let message = window.undo(slides).message;
            assert!(message.ends_with("was undone."), "{message}");
            assert_eq!(window.headings(), ["One", "Two", "Three", "Other"]);
            assert_eq!(
                {
                    other.synchronise();
                    other.headings()
                },
                ["One", "Two", "Three", "Other"]
            );
        }
    });
}

#[test]
fn both_windows_undo_their_own_edits_in_any_order() {
    with_slide_builder(|slides| {
        for is_first_first in [true, false] {
            let storage = Storage::default();
            let mut window = window_with_headings(&storage, slides);
            let mut other = Window::open(&storage, "second");
            let [one, two, three] = [0, 1, 2].map(|n| window.id_at(n));
            window.run(BriefCommand::Remove(one), slides);
            other.run(BriefCommand::Remove(three), slides);
            other.run(BriefCommand::SetHeading(two, "Due".to_string()), slides);
            let mut both = [(&mut window, 1), (&mut other, 2)];
            if !is_first_first {
                both.reverse();
            }
            for (window, edits) in both {
                for _ in 0..edits {
                    window.undo(slides);
                }
            }
            window.synchronise();
            assert_eq!(window.headings(), ["One", "Two", "Three"]);
        }
    });
}

#[test]
fn an_edit_that_another_window_changed_again_is_not_undone_and_the_message_says_so() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let one = window.id_at(0);
        window.run(BriefCommand::SetHeading(one, "Uno".to_string()), slides);
        Window::open(&storage, "second").run(BriefCommand::SetHeading(one, "Eins".to_string()), slides);
        let message = window.undo(slides).message;
        assert!(message.contains("was not undone"), "{message}");
        assert_eq!(window.headings(), ["Eins", "Two", "Three"]);
    });
}

#[test]
fn a_button_undoes_the_edit_that_it_names_also_if_words_were_typed_since_it_was_drawn() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let [one, two] = [0, 1].map(|n| window.id_at(n));
        window.run(BriefCommand::Remove(two), slides);
        let named = window.controller.status().undo.expect("the removal can be undone");
        window.run(BriefCommand::SetNotes(one, "Slowly".to_string()), slides);
        window.run(BriefCommand::Undo(named.id), slides);
        assert_eq!(window.headings(), ["One", "Two", "Three"]);
        assert_eq!(window.controller.brief().items[0].speaker_notes, "Slowly");
        // What is typed on joins the words before it, and is undone with them.
        let named = window.controller.status().undo.expect("the notes can be undone");
        window.run(BriefCommand::SetNotes(one, "Slowly, please".to_string()), slides);
        window.run(BriefCommand::Undo(named.id), slides);
        assert_eq!(window.controller.brief().items[0].speaker_notes, "");
    });
}

#[test]
fn words_typed_in_another_window_since_an_undo_was_asked_for_are_not_undone_with_it() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let one = window.id_at(0);
        window.run(BriefCommand::SetNotes(one, "Slowly".to_string()), slides);
        let mut other = Window::open(&storage, "second");
        storage.fault.set(Fault::Full);
        let message = other.undo(slides).message;
        assert!(message.starts_with("The brief could not be saved"), "{message}");
        storage.fault.set(Fault::None);
        window.run(BriefCommand::SetNotes(one, "Slowly, please".to_string()), slides);
        let message = other.synchronise().unwrap_or_default();
        assert!(message.contains("changed again since"), "{message}");
        assert_eq!(other.controller.brief().items[0].speaker_notes, "Slowly, please");
    });
}

#[test]
fn fields_are_drawn_again_after_something_was_typed_even_if_the_brief_does_not_have_it() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let one = window.id_at(0);
        let drawn = |window: &mut Window| window.controller.brief_page(slides).entries;
        let before = drawn(&mut window);
        window.run(BriefCommand::SetNotes(one, "Slowly".to_string()), slides);
        window.undo(slides);
        let after = drawn(&mut window);
        assert_eq!(after[0].speaker_notes, before[0].speaker_notes);
        assert_ne!(after[0], before[0]);
        assert_eq!(after[1..], before[1..]);
    });
}

#[test]
fn whatever_cannot_be_saved_is_never_announced_as_done_and_still_counts_in_this_window() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let mut window = window_with_headings(&storage, slides);
        let [one, two] = [0, 1].map(|n| window.id_at(n));
        storage.fault.set(Fault::Full);
        window.run(BriefCommand::DraftHeading("Four".to_string()), slides);
        for command in [
            BriefCommand::AddHeading,
            BriefCommand::SetTitle("Monday".to_string()),
            BriefCommand::MoveDown(one),
            BriefCommand::Remove(two),
            BriefCommand::Clear,
        ] {
            let message = window.run(command.clone(), slides).message;
            assert!(message.starts_with("The brief could not be saved"), "{command:?}: {message}");
        }
        for _ in 0..2 {
            let message = window.undo(slides).message;
            assert!(message.starts_with("The brief could not be saved"), "{message}");
        }
        window.run(BriefCommand::Clear, slides);
        let page = slides.page_snapshot("force/warwickshire/", "").expect("a page");
        window.controller.add_page(page);
        let message = window.synchronise().unwrap_or_default();
        assert!(message.starts_with("The brief could not be saved"), "{message}");
        assert_eq!(window.headings(), ["force/warwickshire/"]);
        // Another window still has what was saved before.
        assert_eq!(Window::open(&storage, "second").headings(), ["One", "Two", "Three"]);
    });
}

#[test]
fn an_opened_brief_replaces_nothing_unasked_and_a_broken_one_changes_nothing() {
    with_slide_builder(|slides| {
        let storage = Storage::default();
        let other = Brief::default().with_edit(BriefEdit::Add(ItemContent::Heading("Other".to_string())));
        let mut empty = Window::open(&Storage::default(), "other");
        assert_eq!(empty.controller.open_text(&other.to_json()), "The brief is open, with 1 item.");
        let mut window = window_with_headings(&storage, slides);
        assert!(window.controller.open_text("{").ends_with("Nothing was changed."));
        window.controller.open_text(&other.to_json());
        assert_eq!(window.controller.status().offered, Some((String::new(), 1)));
        assert_eq!(window.headings(), ["One", "Two", "Three"]);
        window.run(BriefCommand::AddOffered, slides);
        assert_eq!(window.headings(), ["One", "Two", "Three", "Other"]);
        window.controller.open_text(&other.to_json());
        window.run(BriefCommand::ReplaceWithOffered, slides);
        assert_eq!(window.headings(), ["Other"]);
        window.undo(slides);
        assert_eq!(window.headings(), ["One", "Two", "Three", "Other"]);
    });
}

#[test]
fn a_wording_is_accepted_only_where_there_is_a_current_one() {
    with_slide_builder(|slides| {
        let mut window = window_with_headings(&Storage::default(), slides);
        let heading = window.id_at(0);
        let message = window.run(BriefCommand::AcceptChange(heading), slides).message;
        assert_eq!(message, "There is no current wording. The item was not changed.");
        let mut page = slides.page_snapshot("force/warwickshire/", "").expect("a page");
        let current = page.recorded_text.clone();
        page.recorded_text = "Earlier words".to_string();
        window.controller.add_page(page);
        let id = window.id_at(3);
        let message = window.run(BriefCommand::AcceptChange(id), slides).message;
        assert_eq!(message, "The item now has the current wording.");
        let ItemContent::Page(page) = window.controller.brief().items[3].content.clone() else { panic!("a page") };
        assert_eq!(page.recorded_text, current);
    });
}
