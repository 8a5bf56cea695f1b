//! Tests the store on a storage that can be full, damaged or shared between windows.

use super::*;
use crate::brief::{BriefEdit, ItemContent};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A storage of limited size that several windows share.
#[derive(Clone)]
struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// The size limit in bytes for all texts together.
    limit: Rc<Cell<usize>>,
}

impl MemoryStorage {
    fn new() -> MemoryStorage {
        MemoryStorage { texts: Rc::default(), limit: Rc::new(Cell::new(usize::MAX)) }
    }

    fn damage(&self, name: &str, change: impl FnOnce(&mut String)) {
        self.texts.borrow_mut().get_mut(name).map(change).expect("the slot is in use");
    }
}

impl TextStorage for MemoryStorage {
    fn get(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    fn put(&self, name: &str, text: &str) -> Result<(), SaveError> {
        let others: usize =
            self.texts.borrow().iter().filter(|(other, _)| *other != name).map(|(_, text)| text.len()).sum();
        if others + text.len() > self.limit.get() {
            return Err(SaveError::Full);
        }
        self.texts.borrow_mut().insert(name.to_string(), text.to_string());
        Ok(())
    }

    fn remove(&self, name: &str) {
        self.texts.borrow_mut().remove(name);
    }
}

fn brief(words: &str) -> Brief {
    Brief::default().with_edit(BriefEdit::Add(ItemContent::Heading(words.to_string())))
}

#[test]
fn the_brief_saved_last_is_loaded() {
    let store = BriefStore(MemoryStorage::new());
    assert_eq!(store.load(), SavedBrief::default());
    for (n, words) in ["one", "two", "three", "four"].into_iter().enumerate() {
        assert_eq!(store.save(&brief(words)), Ok(n as u64 + 1));
        assert_eq!(store.load(), SavedBrief { brief: brief(words), revision: n as u64 + 1 });
    }
    let names: Vec<String> = store.0.texts.borrow().keys().cloned().collect();
    assert_eq!(names, [SLOT_NAMES[0], SLOT_NAMES[1], BRIEF_CONTENTS]);
}

#[test]
fn an_interrupted_save_leaves_the_previous_brief_and_its_text_is_set_aside() {
    let whole = BriefStore(MemoryStorage::new());
    whole.save(&brief("one")).unwrap();
    whole.save(&brief("two")).unwrap();
    let length = whole.0.get(SLOT_NAMES[1]).unwrap().len();
    for cut in 0..length {
        let memory = MemoryStorage::new();
        memory.texts.borrow_mut().clone_from(&whole.0.texts.borrow());
        memory.damage(SLOT_NAMES[1], |text| text.truncate(cut));
        let store = BriefStore(memory);
        assert_eq!(store.load().brief, brief("one"), "cut at {cut}");
        assert_eq!(store.aside_numbers(), [1]);
        assert_eq!(store.aside_text(1).map(|text| text.len()), Some(cut));
        store.save(&brief("three")).unwrap();
        assert_eq!(store.load().brief, brief("three"));
        assert_eq!(
            store.aside_text(1).map(|text| text.len()),
            Some(cut),
            "the text that was set aside was overwritten"
        );
    }
}

#[test]
fn a_changed_character_is_detected() {
    let store = BriefStore(MemoryStorage::new());
    store.save(&brief("one")).unwrap();
    store.0.damage(SLOT_NAMES[0], |text| *text = text.replace("one", "two"));
    assert_eq!(store.load(), SavedBrief::default());
    assert_eq!(store.aside_numbers(), [1]);
    store.delete_aside(1);
    assert!(store.aside_numbers().is_empty());
}

#[test]
fn a_damaged_text_that_cannot_be_set_aside_is_not_overwritten() {
    let store = BriefStore(MemoryStorage::new());
    store.save(&brief("one")).unwrap();
    store.save(&brief("two")).unwrap();
    store.0.damage(SLOT_NAMES[0], |text| text.push('x'));
    let damaged = store.0.get(SLOT_NAMES[0]);
    let used: usize = store.0.texts.borrow().values().map(String::len).sum();
    store.0.limit.set(used + 10);
    assert_eq!(store.load().brief, brief("two"));
    store.save(&brief("six")).unwrap();
    assert_eq!(store.load().brief, brief("six"));
    assert_eq!(store.0.get(SLOT_NAMES[0]), damaged);
}

#[test]
fn a_full_storage_keeps_what_it_has_and_reports_it() {
    let store = BriefStore(MemoryStorage::new());
    store.save(&brief("one")).unwrap();
    store.0.limit.set(150);
    assert_eq!(store.save(&brief(&"long ".repeat(100))), Err(SaveError::Full));
    assert_eq!(store.load().brief, brief("one"));
}

#[test]
fn two_windows_share_one_sequence_of_revisions() {
    let memory = MemoryStorage::new();
    let (one, two) = (BriefStore(memory.clone()), BriefStore(memory));
    one.save(&brief("one")).unwrap();
    assert_eq!(two.save(&two.load().brief.with_edit(BriefEdit::SetTitle("two".to_string()))), Ok(2));
    assert_eq!(one.load().brief.title, "two");
    assert_eq!(one.load().brief.items.len(), 1);
}

#[test]
fn two_damaged_texts_without_room_elsewhere_are_not_overwritten() {
    let store = BriefStore(MemoryStorage::new());
    store.save(&brief("one")).unwrap();
    store.save(&brief("two")).unwrap();
    SLOT_NAMES.into_iter().for_each(|name| store.0.damage(name, |text| text.push('!')));
    let before = store.0.texts.borrow().clone();
    store.0.limit.set(before.values().map(String::len).sum());
    assert_eq!(store.save(&brief("3")), Err(SaveError::Full));
    assert_eq!(*store.0.texts.borrow(), before);
}

#[test]
fn the_list_of_contents_has_a_line_for_each_item() {
    let page = crate::brief::PageSnapshot {
        address: "force/kent/".to_string(),
        anchor: "chart-1".to_string(),
        recorded_text: "Kent Police\nGood".to_string(),
        data: String::new(),
        build_date: String::new(),
    };
    let store = BriefStore(MemoryStorage::new());
    store.save(&brief("one\ntwo").with_edit(BriefEdit::Add(ItemContent::Page(page)))).unwrap();
    assert_eq!(store.0.get(BRIEF_CONTENTS).as_deref(), Some("\nforce/kent/#chart-1\n"));
    store.save(&Brief::default()).unwrap();
    assert_eq!(store.0.get(BRIEF_CONTENTS).as_deref(), Some(""));
}
