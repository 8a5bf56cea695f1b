//! A private note or bookmark.

use crate::record::{Fields, read_record, write_record};

/// The most characters of a note.
pub const MAX_WORDS: usize = 20_000;

/// The most notes.
pub const MAX_NOTES: usize = 2_000;

/// The most characters that are kept of what a note is about.
const MAX_QUOTE: usize = 3_000;

/// The most characters of a day.
const MAX_DAY: usize = 20;

/// What a note is about: a finding, a line of a report, a thread or any other page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The address of the page, with the anchor of the line if it is one: "report/kent-2016-effectiveness/#line-12". It
    /// identifies the note.
    pub address: String,
    /// What it is: "Area for improvement, Kent Police, PEEL 2021/22".
    pub title: String,
    /// Its words, as they were when the note was made; may be empty.
    pub quote: String,
}

/// A note with words, or a bookmark without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub subject: Subject,
    /// The reader's own words; empty for a bookmark.
    pub words: String,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// The day on which its words were last changed, where the reader is: "2026-11-30".
    pub day: String,
}

/// A note that was removed, and can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedNote {
    /// The note.
    pub note: Note,
    /// When it was removed, in milliseconds since 1970.
    pub at: u64,
}

impl Subject {
    /// The subject with no more words than are kept.
    #[must_use]
    pub fn clipped(self) -> Subject {
        Subject {
            address: clip(&self.address, MAX_QUOTE),
            title: clip(&self.title, MAX_QUOTE),
            quote: clip(&self.quote, MAX_QUOTE),
        }
    }
}

impl Note {
    /// The note as a record.
    pub fn to_text(&self) -> String {
        let Subject { address, title, quote } = &self.subject;
        write_record(&[address, title, quote, &self.words, &self.made.to_string(), &self.day])
    }

    /// A note from its record; `None` if it is none, or larger than a note can become.
    pub fn from_text(text: &str) -> Option<Note> {
        Note::from_fields(&mut read_record(text)?)
    }

    fn from_fields(fields: &mut Fields) -> Option<Note> {
        let subject = Subject { address: fields.text()?, title: fields.text()?, quote: fields.text()? };
        let note = Note { subject, words: fields.text()?, made: fields.number()?, day: fields.text()? };
        Some(note).filter(Note::is_within_limits)
    }

    /// Whether it is no larger than a note can become. One that two windows changed at the same time has the words of both.
    fn is_within_limits(&self) -> bool {
        let is_within = |words: &str, limit: usize| words.chars().nth(limit).is_none();
        let Subject { address, title, quote } = &self.subject;
        !address.is_empty()
            && is_within(&self.words, 10 * MAX_WORDS)
            && is_within(&self.day, MAX_DAY)
            && [address, title, quote].iter().all(|words| is_within(words, MAX_QUOTE))
    }
}

impl RemovedNote {
    /// The note as a record, with the time before it.
    pub fn to_text(&self) -> String {
        write_record(&[&self.at.to_string(), &self.note.to_text()])
    }

    /// A removed note from its record; `None` if it is none.
    pub fn from_text(text: &str) -> Option<RemovedNote> {
        let mut fields = read_record(text)?;
        Some(RemovedNote { at: fields.number()?, note: Note::from_text(&fields.text()?)? })
    }
}

/// The first characters of a text.
pub fn clip(words: &str, limit: usize) -> String {
    words.chars().take(limit).collect()
}

/// The words of a note that two windows have changed, `base` being what this window began with: nothing of either is lost.
pub fn merged(base: &str, saved: &str, mine: &str) -> String {
    if saved == base {
        mine.to_string()
    } else if mine == base || mine.is_empty() || saved.contains(mine) {
        saved.to_string()
    } else if mine.contains(saved) {
        mine.to_string()
    } else {
        format!("{saved}\n\n{mine}")
    }
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn words_of_two_windows_are_both_kept_and_nothing_is_doubled() {
        assert_eq!(merged("", "", "mine"), "mine");
        assert_eq!(merged("old", "old", "new"), "new");
        assert_eq!(merged("old", "old", ""), "");
        assert_eq!(merged("old", "theirs", "old"), "theirs");
        assert_eq!(merged("old", "theirs", "mine"), "theirs\n\nmine");
        assert_eq!(merged("old", "theirs", "theirs and mine"), "theirs and mine");
        assert_eq!(merged("old words", "old words", "old"), "old");
        assert_eq!(merged("old", "theirs", ""), "theirs");
    }
}
