//! Tests that undoing an edit leaves the brief as if only the other edits had been made, whoever made them.

use super::*;
use crate::brief::BriefEdit;

fn heading(words: &str) -> BriefEdit {
    BriefEdit::Add(ItemContent::Heading(words.to_string()))
}

fn brief_of(words: &[&str]) -> Brief {
    words.iter().fold(Brief::default(), |brief, words| brief.with_edit(heading(words)))
}

fn reword(id: u32, words: &str) -> BriefEdit {
    BriefEdit::Reword { id, words: words.to_string(), data_name: String::new(), build_date: String::new() }
}

fn step(before: &Brief, edit: &BriefEdit) -> (Brief, UndoStep) {
    let after = before.with_edit(edit.clone());
    let moved = if let BriefEdit::Move { id, .. } = edit { Some(*id) } else { None };
    let step = UndoStep::between(before, &after, moved);
    (after, step)
}

fn words(brief: &Brief) -> Vec<String> {
    let word = |item: &BriefItem| match &item.content {
        ItemContent::Heading(words) => format!("{words} {}", item.speaker_notes),
        ItemContent::Page(page) => page.address.clone(),
    };
    std::iter::once(brief.title.clone()).chain(brief.items.iter().map(word)).collect()
}

/// The edits that can be undone, on a brief of the headings 1 to 5.
fn undoable_edits() -> Vec<BriefEdit> {
    let mut other = brief_of(&["x", "y"]);
    other.title = "Other".to_string();
    vec![
        BriefEdit::Remove(1),
        BriefEdit::Remove(3),
        BriefEdit::Move { id: 4, to: 0 },
        BriefEdit::Move { id: 2, to: 3 },
        reword(3, "three"),
        BriefEdit::Clear,
        BriefEdit::Replace(other.clone()),
        BriefEdit::Append(other),
    ]
}

#[test]
fn every_edit_is_undone_whole() {
    let before = brief_of(&["1", "2", "3", "4", "5"]);
    for edit in undoable_edits() {
        let (after, step) = step(&before, &edit);
        assert_ne!(words(&after), words(&before), "{edit:?}");
        assert_eq!(words(&step.reverse_in(&after)), words(&before), "{edit:?}");
    }
}

#[test]
fn undoing_leaves_what_another_window_did_before_or_after() {
    let before = brief_of(&["1", "2", "3", "4", "5"]);
    let others = [
        heading("new"),
        BriefEdit::SetNotes { id: 5, words: "slowly".to_string() },
        reword(5, "five"),
        BriefEdit::Remove(5),
        BriefEdit::Append(brief_of(&["x"])),
    ];
    for mine in undoable_edits() {
        for other in &others {
            let only_other = words(&before.with_edit(other.clone()));
            let is_gone = matches!(mine, BriefEdit::Clear | BriefEdit::Replace(_))
                && !matches!(other, BriefEdit::Add(_) | BriefEdit::Append(_));
            if !is_gone {
                let (after, step) = step(&before, &mine);
                let undone = step.reverse_in(&after.with_edit(other.clone()));
                assert_eq!(words(&undone), only_other, "{mine:?}, then elsewhere {other:?}");
            }
            let (after, step) = step(&before.with_edit(other.clone()), &mine);
            assert_eq!(words(&step.reverse_in(&after)), only_other, "elsewhere {other:?}, then {mine:?}");
        }
    }
}

#[test]
fn several_edits_are_undone_in_any_order() {
    let before = brief_of(&["1", "2", "3", "4", "5"]);
    let (one, remove) = step(&before, &BriefEdit::Remove(2));
    let (two, reword) = step(&one, &reword(4, "four"));
    assert_eq!(words(&remove.reverse_in(&reword.reverse_in(&two))), words(&before));
    assert_eq!(words(&reword.reverse_in(&remove.reverse_in(&two))), words(&before));
}

#[test]
fn what_was_changed_again_since_stays_as_it_is() {
    let before = brief_of(&["1", "2"]);
    let (after, undo_reword) = step(&before, &reword(1, "one"));
    let again = after.with_edit(reword(1, "uno"));
    assert_eq!(undo_reword.reverse_in(&again), again);
    let (after, undo_append) = step(&before, &BriefEdit::Append(brief_of(&["x"])));
    let noted = after.with_edit(BriefEdit::SetNotes { id: 3, words: "slowly".to_string() });
    assert_eq!(undo_append.reverse_in(&noted), noted);
}

#[test]
fn typing_in_one_heading_is_undone_together() {
    let before = brief_of(&["1", "2"]);
    let (one, mut first) = step(&before, &reword(1, "on"));
    let (two, second) = step(&one, &reword(1, "one"));
    assert!(first.join(&second));
    assert_eq!(words(&first.reverse_in(&two)), words(&before));
    let (_, elsewhere) = step(&two, &reword(2, "two"));
    assert!(!first.join(&elsewhere));
}
