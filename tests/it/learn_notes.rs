//! Private notes: what their commands do, and that they are not lost in two windows, with a full storage or damaged texts.

use crate::faulty_storage::{Fault, Storage};
use crate::learn_windows::{FINDINGS, Window, material};
use learn::{Commit, LearnCommand, found_notes, line_of, subject_at};
use saving::Texts;
use tests::repository;

const DAY: u64 = 24 * 60 * 60 * 1000;

#[test]
fn a_note_is_made_changed_removed_and_brought_back() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    assert_eq!(window.bookmark(FINDINGS[0]).message, "Bookmark kept.");
    window.write(FINDINGS[0], "Ask the control room");
    assert_eq!(window.bookmark(FINDINGS[0]).message, "Note kept.");
    let note = Window::open(&storage).controller.state().notes[0].clone();
    assert_eq!(note.words, "Ask the control room");
    assert_eq!(note.subject.title, "Recommendation, West Midlands Police, PEEL effectiveness 2016");
    assert!(note.subject.quote.starts_with("To address this cause of concern"), "{}", note.subject.quote);
    let removed = window.run(LearnCommand::Remove(FINDINGS[0].to_string()));
    assert_eq!(removed.message, "Removed. Choose “Undo” to bring it back.");
    assert_eq!(Window::open(&storage).words(FINDINGS[0]), None);
    assert!(window.controller.can_undo());
    window.run(LearnCommand::Undo);
    assert_eq!(Window::open(&storage).words(FINDINGS[0]).as_deref(), Some("Ask the control room"));
}

#[test]
fn what_was_removed_can_be_brought_back_for_thirty_days_in_any_window() {
    for (days, can_restore) in [(29, true), (31, false)] {
        let storage = Storage::default();
        let mut window = Window::open(&storage);
        window.write(FINDINGS[0], "One");
        window.run(LearnCommand::Remove(FINDINGS[0].to_string()));
        storage.now.set(storage.now.get() + days * DAY);
        let mut other = Window::open(&storage);
        assert_eq!(other.controller.state().removed.len(), usize::from(can_restore), "after {days} days");
        let removed = other.controller.state().removed.first().map(|removed| removed.at);
        other.run(LearnCommand::Restore(FINDINGS[0].to_string(), removed.unwrap_or_default()));
        assert_eq!(other.words(FINDINGS[0]).is_some(), can_restore, "after {days} days");
    }
}

#[test]
fn two_windows_change_different_notes_and_the_same_note_and_nothing_is_lost() {
    let storage = Storage::default();
    let mut one = Window::open(&storage);
    one.write(FINDINGS[0], "Begun");
    let mut two = Window::open(&storage);
    two.write(FINDINGS[1], "Theirs");
    one.write(FINDINGS[2], "Mine");
    one.synchronise();
    assert_eq!(FINDINGS.map(|address| one.words(address).unwrap_or_default()), ["Begun", "Theirs", "Mine"]);
    // Both go on with the same words before either is saved.
    two.synchronise();
    one.type_in(LearnCommand::Write(FINDINGS[0].to_string(), "Begun here".to_string()));
    two.type_in(LearnCommand::Write(FINDINGS[0].to_string(), "Begun there".to_string()));
    one.synchronise();
    two.synchronise();
    assert_eq!(two.words(FINDINGS[0]).as_deref(), Some("Begun here\n\nBegun there"));
    one.synchronise();
    assert_eq!(one.words(FINDINGS[0]), two.words(FINDINGS[0]));
}

#[test]
fn words_typed_on_a_note_that_another_window_removes_are_kept() {
    let storage = Storage::default();
    let mut one = Window::open(&storage);
    one.write(FINDINGS[0], "Begun");
    Window::open(&storage).run(LearnCommand::Remove(FINDINGS[0].to_string()));
    one.write(FINDINGS[0], "Begun and finished");
    assert_eq!(Window::open(&storage).words(FINDINGS[0]).as_deref(), Some("Begun and finished"));
}

#[test]
fn if_the_storage_is_full_the_window_says_so_and_saves_later_what_was_typed() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    storage.fault.set(Fault::Full);
    let message = window.write(FINDINGS[0], "One").message;
    assert!(message.starts_with("Your notes could not be saved: the browser's storage is full."), "{message}");
    assert!(message.contains("save them as a file"), "{message}");
    window.write(FINDINGS[0], "One and two");
    assert_eq!(window.words(FINDINGS[0]).as_deref(), Some("One and two"));
    storage.fault.set(Fault::None);
    let other = Window::open(&storage).write(FINDINGS[0], "Other").message;
    assert_eq!(other, "");
    assert_eq!(window.synchronise(), None);
    assert_eq!(window.controller.save_error(), None);
    assert_eq!(Window::open(&storage).words(FINDINGS[0]).as_deref(), Some("Other\n\nOne and two"));
}

#[test]
fn edits_of_a_page_that_was_closed_before_they_were_saved_are_made_by_the_next_however_often() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    window.type_in(LearnCommand::Write(FINDINGS[0].to_string(), "Typed and closed".to_string()));
    let journal = window.controller.pending().to_journal();
    for _ in 0..2 {
        let mut texts = Texts::new(storage.texts.borrow().clone());
        Commit::from_journal(&journal, 9).expect("a journal").run(&mut texts);
        for (name, text) in texts.into_changes() {
            storage.texts.borrow_mut().insert(name, text.expect("nothing is removed"));
        }
    }
    assert_eq!(Window::open(&storage).words(FINDINGS[0]).as_deref(), Some("Typed and closed"));
    assert!(Commit::from_journal("[{]", 0).is_none());
}

#[test]
fn a_damaged_text_is_set_aside_and_one_of_an_older_version_of_the_note_is_not_shown() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    window.write(FINDINGS[0], "First");
    let (name, first) = storage.texts.borrow().first_key_value().map(|(n, t)| (n.clone(), t.clone())).expect("a note");
    window.write(FINDINGS[0], "Second");
    // As if the browser had ended before it removed the old text.
    storage.texts.borrow_mut().insert(name.clone(), first.clone());
    assert_eq!(Window::open(&storage).words(FINDINGS[0]).as_deref(), Some("Second"));
    storage.texts.borrow_mut().insert(name, first.replace("First", "Fir"));
    storage.texts.borrow_mut().insert("note-7 foreign".to_string(), "{}".to_string());
    let mut after = Window::open(&storage);
    assert_eq!(after.words(FINDINGS[0]).as_deref(), Some("Second"));
    let damaged = after.controller.state().damaged.clone();
    assert_eq!(damaged.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [1, 2]);
    assert!(damaged.iter().any(|(_, text)| text.contains("Fir")), "{damaged:?}");
    after.run(LearnCommand::DeleteDamaged(1));
    assert_eq!(Window::open(&storage).controller.state().damaged.len(), 1);
}

#[test]
fn what_was_saved_without_a_database_is_taken_over() {
    let without = Storage::default();
    let mut window = Window::open(&without);
    window.write(FINDINGS[0], "Before");
    window.write(FINDINGS[1], "Removed");
    window.run(LearnCommand::Remove(FINDINGS[1].to_string()));
    let older: Vec<(String, String)> =
        without.texts.borrow().iter().map(|(name, text)| (name.clone(), text.clone())).collect();
    let mut texts = Texts::default();
    let commit =
        Commit { older: [older, vec![("note-1 x".to_string(), "cut".to_string())]].concat(), ..Commit::default() };
    let committed = commit.run(&mut texts);
    assert_eq!(committed.state.note(FINDINGS[0]).map(|note| note.words.as_str()), Some("Before"));
    assert_eq!(committed.state.removed.len(), 1);
    assert_eq!(committed.state.damaged, [(1, "cut".to_string())]);
}

#[test]
fn notes_have_a_longest_text_and_there_is_a_largest_number_of_them() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    window.write(FINDINGS[0], &"é".repeat(learn::MAX_WORDS + 5));
    assert_eq!(window.words(FINDINGS[0]).map(|words| words.chars().count()), Some(learn::MAX_WORDS));
    for n in 1..2_000 {
        window.type_in(LearnCommand::Write(format!("finding/a/b/{n}/"), String::new()));
    }
    window.synchronise();
    let message = window.write("finding/one/too/many/", "x").message;
    assert_eq!(message, "Nothing was added: there is room for 2,000 notes and bookmarks.");
    assert_eq!(Window::open(&storage).controller.state().notes.len(), 2_000);
}

#[test]
fn notes_are_searched_in_what_they_are_about_and_in_their_words() {
    let mut window = Window::open(&Storage::default());
    window.write(FINDINGS[0], "Ask the control room");
    window.write(FINDINGS[1], "Café");
    for (typed, count) in [("", 2), ("control ROOM", 1), ("cafe", 1), ("recommendation midlands", 1), ("unicorn", 0)] {
        window.run(LearnCommand::Search(typed.to_string()));
        assert_eq!(found_notes(&window.controller).len(), count, "{typed}");
    }
}

#[test]
fn a_note_on_a_line_of_a_report_has_the_words_of_its_paragraph() {
    let corpus = repository::fixture().corpus();
    let source = repository::fixture().sources().iter().find(|source| source.report().id.as_str().contains("2021-22"));
    let source = source.expect("a report");
    let line = source.report().findings[5].passages[0].lines[0];
    let address = format!("report/{}/#line-{line}", source.report().id);
    assert_eq!(line_of(&address), Some((source.report().id.clone(), line)));
    let subject = subject_at(corpus, &address, &source.text, "");
    assert_eq!(subject.title, format!("Warwickshire Police, PEEL 2021/22, line {line}"));
    let words = source.text_at(&source.report().findings[5].passages[0]);
    let first: String = words.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    assert!(subject.quote.contains(&first), "{} is not in {}", first, subject.quote);
    assert!(material(0).corpus.report(&source.report().id).is_some());
}
