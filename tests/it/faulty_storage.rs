//! A storage of texts that may be full, or end in the middle of a step, without a browser.

use saving::{SaveError, TextStorage, Texts};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The storage of a browser, shared by its windows.
#[derive(Clone, Default)]
pub struct Storage {
    /// The texts by name.
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// What happens at the next step.
    pub fault: Rc<Cell<Fault>>,
    /// The time.
    pub now: Rc<Cell<u64>>,
}

/// What can happen to a storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// It is full.
    Full,
    /// The browser ends after this many bytes were written.
    Crash(usize),
}

impl TextStorage for Storage {
    async fn update<R: 'static>(&self, change: impl FnOnce(&mut Texts) -> R + 'static) -> Result<R, SaveError> {
        let mut texts = Texts::new(self.texts.borrow().clone());
        let result = change(&mut texts);
        let changes = texts.into_changes();
        let (mut left, does_crash) = match self.fault.get() {
            Fault::Full if !changes.is_empty() => return Err(SaveError::Full),
            Fault::Crash(left) => (left, true),
            Fault::Full | Fault::None => (usize::MAX, false),
        };
        for (name, text) in changes {
            let Some(text) = text else {
                self.texts.borrow_mut().remove(&name);
                continue;
            };
            let cut = text.floor_char_boundary(left.min(text.len()));
            self.texts.borrow_mut().insert(name, text[..cut].to_string());
            if cut < text.len() {
                return Err(SaveError::Failed);
            }
            left -= cut;
        }
        if does_crash { Err(SaveError::Failed) } else { Ok(result) }
    }
}

/// The result of a future that does not wait for anything.
pub fn finish<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits"),
    }
}
