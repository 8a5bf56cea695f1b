//! Changes that others make to what a program has drawn: translators of browsers and extensions replace text nodes with
//! elements of their own. Yew would go on writing to the nodes that it knows, which the page no longer has.

use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Watches an element, and undoes what others have changed in it before the program draws again. A translator then
/// translates the new words.
pub struct ForeignChanges {
    observer: MutationObserver,
    /// The changes since the last drawing, in order.
    records: Rc<RefCell<Vec<JsValue>>>,
    /// Whether the program is drawing: changes have been undone, and its own not yet accepted.
    is_drawing: Cell<bool>,
    _collect: Closure<dyn FnMut(Array)>,
}

impl ForeignChanges {
    /// Watches the element with this id; `None` if there is none, or if the browser cannot.
    pub fn watch(id: &str) -> Option<ForeignChanges> {
        let host = crate::mount_point(id)?;
        let records = Rc::<RefCell<Vec<JsValue>>>::default();
        let collected = Rc::clone(&records);
        let collect = Closure::<dyn FnMut(Array)>::new(move |new: Array| collected.borrow_mut().extend(new.iter()));
        let observer = MutationObserver::new(collect.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        observer.observe_with_options(&host, &options).ok()?;
        Some(ForeignChanges { observer, records, is_drawing: Cell::new(false), _collect: collect })
    }

    /// Undoes the changes, the last one first, so that the element is as the program has drawn it. To be called before
    /// the program draws. If it draws again before the last drawing is accepted, the changes are its own, and stay.
    pub fn undo(&self) {
        if self.is_drawing.replace(true) {
            return;
        }
        let earlier = self.records.take();
        let records = earlier.into_iter().chain(self.observer.take_records());
        for record in records.collect::<Vec<_>>().into_iter().rev() {
            _ = undo_change(&record.unchecked_into());
        }
    }

    /// Forgets the changes, which are the program's own. To be called after the program has drawn.
    pub fn accept(&self) {
        self.is_drawing.set(false);
        self.records.take();
        self.observer.take_records();
    }
}

fn undo_change(record: &MutationRecord) -> Option<()> {
    let target = record.target()?;
    let is_child = |node: &Node| node.parent_node().as_ref() == Some(&target);
    let (added, removed) = (record.added_nodes(), record.removed_nodes());
    for node in (0..added.length()).filter_map(|n| added.item(n)).filter(is_child) {
        target.remove_child(&node).ok()?;
    }
    let next = record.next_sibling().filter(is_child);
    for node in (0..removed.length()).filter_map(|n| removed.item(n)) {
        target.insert_before(&node, next.as_ref()).ok()?;
    }
    Some(())
}
