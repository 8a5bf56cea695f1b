//! Keeping a brief where it may be cut off, changed by another window, or refused.
//!
//! Two places are written in turn, each text with its number and check sum. Whatever happens while one is written, the
//! other still has the brief before. A text that cannot be read is set aside and never written over.

use crate::brief::Brief;
use sha2::{Digest, Sha256};

/// A place that keeps texts by name.
pub trait Shelf {
    /// The text of that name, if there is one.
    fn get(&self, name: &str) -> Option<String>;
    /// Keeps a text, whole or not at all.
    ///
    /// # Errors
    /// If there is no room, or nothing may be kept at all.
    fn put(&self, name: &str, text: &str) -> Result<(), Refused>;
    /// Gives a text up.
    fn remove(&self, name: &str);
}

/// Why a text is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the browser's storage is full")]
    Full,
    #[error("this browser does not let pages keep anything")]
    Forbidden,
}

/// What was found on a shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub brief: Brief,
    /// How often it was kept; 0 if never.
    pub number: u64,
}

const PLACES: [&str; 2] = ["force-findings-brief-a", "force-findings-brief-b"];
const ASIDE: &str = "force-findings-brief-aside-";
/// More than anybody will have; a shelf is searched only so far.
const MOST_ASIDE: u32 = 20;

/// A brief on a shelf.
pub struct Store<S>(pub S);

/// What one of the two places has.
enum Place {
    Empty,
    Whole(Kept),
    Damaged(String),
}

impl<S: Shelf> Store<S> {
    /// The newest brief that is whole. What is damaged is set aside first, if there is room for it.
    pub fn load(&self) -> Kept {
        let mut newest = Kept::default();
        for name in PLACES {
            match self.place(name) {
                Place::Whole(kept) if kept.number > newest.number => newest = kept,
                Place::Damaged(text) => self.set_aside(name, &text),
                Place::Empty | Place::Whole(_) => {}
            }
        }
        newest
    }

    /// Keeps a brief over the older of the two places; gives its number.
    ///
    /// # Errors
    /// If it is refused; what was kept before still is.
    pub fn save(&self, brief: &Brief) -> Result<u64, Refused> {
        let number = self.load().number + 1;
        let json = brief.to_text();
        let text = format!("{number} {}\n{json}", sum(number, &json));
        self.0.put(self.place_to_write(), &text)?;
        Ok(number)
    }

    /// The place that has nothing, or else the older brief. One that could not be set aside is left alone.
    fn place_to_write(&self) -> &'static str {
        let age = |name: &&str| match self.place(name) {
            Place::Empty => 0,
            Place::Whole(kept) => kept.number,
            Place::Damaged(_) => u64::MAX,
        };
        PLACES.into_iter().min_by_key(age).unwrap_or(PLACES[0])
    }

    fn place(&self, name: &str) -> Place {
        match self.0.get(name) {
            None => Place::Empty,
            Some(text) => read(&text).map_or(Place::Damaged(text), Place::Whole),
        }
    }

    fn set_aside(&self, name: &str, text: &str) {
        let free = (1..=MOST_ASIDE).find(|n| self.aside(*n).is_none());
        if free.is_some_and(|n| self.0.put(&format!("{ASIDE}{n}"), text).is_ok()) {
            self.0.remove(name);
        }
    }

    /// The numbers of the texts that were set aside.
    pub fn all_aside(&self) -> Vec<u32> {
        (1..=MOST_ASIDE).filter(|n| self.aside(*n).is_some()).collect()
    }

    /// A text that was set aside.
    pub fn aside(&self, n: u32) -> Option<String> {
        self.0.get(&format!("{ASIDE}{n}"))
    }

    /// Gives up a text that was set aside, because its owner says so.
    pub fn give_up(&self, n: u32) {
        self.0.remove(&format!("{ASIDE}{n}"));
    }
}

/// The brief of a place, if its text is the very one that was written.
fn read(text: &str) -> Option<Kept> {
    let (head, json) = text.split_once('\n')?;
    let (number, found) = head.split_once(' ')?;
    let number = number.parse().ok()?;
    let brief = Brief::from_text(json).ok()?;
    (found == sum(number, json)).then_some(Kept { brief, number })
}

fn sum(number: u64, json: &str) -> String {
    let digest = Sha256::digest(format!("{number}\n{json}"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
