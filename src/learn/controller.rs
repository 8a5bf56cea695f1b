//! Carries out commands, and words the messages about the outcome.

mod saving;

use crate::command::LearnCommand;
use crate::deck::Deck;
use crate::note::{MAX_NOTES, Subject};
use crate::record::{read_record, write_record};
use crate::reflection::Reflection;
use crate::schedule::Memory;
use crate::session::Session;
use crate::store::{Edit, EditAction, EditResult, LearnState};
use crate::subject::subject_at;
use corpus::Corpus;

/// What a window shows.
#[derive(Default)]
pub struct LearnController {
    /// The current time, in milliseconds since 1970.
    now: u64,
    /// The current day where the reader is: "2026-11-30".
    today: String,
    /// What is saved, with the edits of this window that are not saved yet.
    shown: LearnState,
    unsaved: Vec<Edit>,
    /// How many of them are being saved.
    being_saved: usize,
    /// Why the edits could not be saved.
    save_error: Option<String>,
    session: Option<Session>,
    reflection: Option<Reflection>,
    /// What the dialog is about, while it is open.
    dialog: Option<Subject>,
    /// The words that the notes are searched for.
    query: String,
    /// The address and time of what this window removed, the last one last.
    removals: Vec<(String, u64)>,
}

/// What the questions are made from.
pub struct Material<'m> {
    /// The data.
    pub corpus: &'m Corpus,
    /// The cards.
    pub deck: &'m Deck,
    /// A number by chance.
    pub seed: u64,
}

/// The outcome of a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The message to announce; may be empty.
    pub message: String,
    /// The id of the element that receives the focus, if the focus moves.
    pub focus_id: Option<&'static str>,
}

impl Outcome {
    fn at(focus_id: &'static str) -> Outcome {
        Outcome { message: String::new(), focus_id: Some(focus_id) }
    }

    fn saying(self, message: impl Into<String>) -> Outcome {
        Outcome { message: message.into(), ..self }
    }
}

/// What is said if there are too many notes. [`MAX_NOTES`] has the number.
const FULL: &str = "Nothing was added: there is room for 2,000 notes and bookmarks.";
const _: () = assert!(MAX_NOTES == 2_000);

impl LearnController {
    /// Sets the current time, in milliseconds since 1970, and the day where the reader is: "2026-11-30".
    pub fn set_time(&mut self, now: u64, today: String) {
        (self.now, self.today) = (now, today);
    }

    /// Notes and memories as the window shows them.
    pub fn state(&self) -> &LearnState {
        &self.shown
    }

    /// Why the edits could not be saved.
    pub fn save_error(&self) -> Option<&str> {
        self.save_error.as_deref()
    }

    /// The words that the notes are searched for.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The session, if there is one.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The finding that asks how the reader would address it.
    pub fn reflection(&self) -> Option<&Reflection> {
        self.reflection.as_ref()
    }

    /// What the dialog is about, while it is open.
    pub fn dialog(&self) -> Option<&Subject> {
        self.dialog.as_ref()
    }

    /// Whether this window removed something that can be brought back.
    pub fn can_undo(&self) -> bool {
        self.last_removal().is_some()
    }

    fn last_removal(&self) -> Option<&(String, u64)> {
        let is_there = |(address, at): &&(String, u64)| {
            self.shown.removed.iter().any(|removed| removed.at == *at && removed.note.subject.address == *address)
        };
        self.removals.iter().rev().find(is_there)
    }

    /// What is to be kept for as long as the tab is open, as a text.
    pub fn tab_text(&self) -> String {
        let session = self.session.as_ref().map(Session::to_text).unwrap_or_default();
        let reflection = self.reflection.as_ref().map(Reflection::to_text).unwrap_or_default();
        write_record(&[&session, &reflection])
    }

    /// Takes over what was kept in the tab. What the data do not have any more is left out.
    pub fn restore_tab(&mut self, text: &str, material: &Material) {
        let Some(mut fields) = read_record(text) else { return };
        let (session, reflection) = (fields.text().unwrap_or_default(), fields.text().unwrap_or_default());
        let session = Session::from_text(&session);
        self.session = session.and_then(|session| session.fitted_to(material.deck, material.corpus));
        let reflection = Reflection::from_text(&reflection);
        self.reflection = reflection.filter(|reflection| reflection.page(material.corpus).is_some());
    }

    /// Opens the dialog for a note.
    pub fn open_dialog(&mut self, subject: Subject) {
        self.dialog = Some(subject);
    }

    /// Carries out a command. Commands that only the browser can carry out do nothing here.
    pub fn run_command(&mut self, command: LearnCommand, material: &Material) -> Outcome {
        match command {
            LearnCommand::StartQuestions => self.start(false, material),
            LearnCommand::StartFlashCards => self.start(true, material),
            LearnCommand::Choose(choice) => self.answer(choice, material),
            LearnCommand::Reveal => self.reveal(),
            LearnCommand::Next => self.go_on(),
            LearnCommand::Stop => {
                self.session = None;
                Outcome::at("practise")
            }
            LearnCommand::Reflect => {
                let before = self.reflection.take();
                self.reflection = Reflection::draw(material.corpus, before.as_ref(), material.seed);
                Outcome::at("reflect")
            }
            LearnCommand::ShowInspectors => {
                self.reflection.iter_mut().for_each(|reflection| reflection.is_open = true);
                Outcome::at("inspectors")
            }
            LearnCommand::Write(address, words) => self.write(&address, words, material),
            LearnCommand::KeepNote => self.keep_note(),
            LearnCommand::CloseNote => {
                self.dialog = None;
                Outcome::default()
            }
            LearnCommand::Remove(address) => self.remove(address),
            LearnCommand::Undo => match self.last_removal().cloned() {
                Some((address, at)) => self.restore(address, at),
                None => Outcome::default(),
            },
            LearnCommand::Restore(address, at) => self.restore(address, at),
            LearnCommand::Search(words) => {
                self.query = words;
                Outcome::default()
            }
            LearnCommand::DeleteDamaged(n) => {
                self.submit(EditAction::DeleteDamaged(n));
                Outcome::at("notes").saying("The text was deleted.")
            }
            LearnCommand::SaveMarkdown
            | LearnCommand::SaveDocument
            | LearnCommand::Print
            | LearnCommand::SaveDamaged(_) => Outcome::default(),
        }
    }

    fn start(&mut self, is_flash_cards: bool, material: &Material) -> Outcome {
        let Material { corpus, deck, seed } = material;
        let memories = &self.shown.memories;
        self.session = Session::new(deck, corpus, memories, is_flash_cards, self.now, *seed);
        match self.session {
            Some(_) => Outcome::at("question"),
            None => Outcome::at("practise").saying("There is nothing to practise: no reports are held."),
        }
    }

    fn answer(&mut self, choice: usize, material: &Material) -> Outcome {
        let Some(session) = &mut self.session else { return Outcome::default() };
        let Some((card, is_right)) = session.answer(choice, material.deck, material.corpus) else {
            return Outcome::default();
        };
        let is_flash_cards = session.is_flash_cards;
        let memory = Memory::after(self.shown.memory(&card), is_right, self.now);
        self.submit(EditAction::Remember(card, memory));
        if is_flash_cards {
            return self.go_on();
        }
        Outcome::at("next")
    }

    fn reveal(&mut self) -> Outcome {
        let Some(session) = &mut self.session else { return Outcome::default() };
        session.is_revealed = true;
        Outcome::at("known")
    }

    fn go_on(&mut self) -> Outcome {
        let Some(session) = &mut self.session else { return Outcome::default() };
        session.go_on();
        Outcome::at(if session.is_finished() { "session-end" } else { "question" })
    }

    fn write(&mut self, address: &str, words: String, material: &Material) -> Outcome {
        let subject = match (&self.dialog, self.shown.note(address)) {
            (Some(subject), _) if subject.address == address => subject.clone(),
            (_, Some(note)) => note.subject.clone(),
            _ => subject_at(material.corpus, address, "", address),
        };
        let base = self.shown.note(address).map(|note| note.words.clone()).unwrap_or_default();
        self.said_if_full(EditAction::Write { subject, base, words, day: self.today.clone() }, Outcome::default())
    }

    fn keep_note(&mut self) -> Outcome {
        let Some(subject) = self.dialog.take() else { return Outcome::default() };
        let words = self.shown.note(&subject.address).map(|note| note.words.clone()).unwrap_or_default();
        let message = if words.is_empty() { "Bookmark kept." } else { "Note kept." };
        let action = EditAction::Write { subject, base: words.clone(), words, day: self.today.clone() };
        self.said_if_full(action, Outcome::default().saying(message))
    }

    fn said_if_full(&mut self, action: EditAction, outcome: Outcome) -> Outcome {
        match self.submit(action) {
            EditResult::Made => outcome,
            EditResult::Full => Outcome::default().saying(FULL),
        }
    }

    fn remove(&mut self, address: String) -> Outcome {
        let was_in_dialog = self.dialog.take().is_some();
        if self.shown.note(&address).is_some() {
            let at = self.submit_at(EditAction::Remove(address.clone())).1;
            self.removals.push((address, at));
        }
        if was_in_dialog {
            return Outcome::default().saying("Removed. On the page “Learn” it can be brought back for thirty days.");
        }
        Outcome::at("undo-removal").saying("Removed. Choose “Undo” to bring it back.")
    }

    fn restore(&mut self, address: String, at: u64) -> Outcome {
        self.said_if_full(EditAction::Restore(address, at), Outcome::at("notes").saying("The note is back."))
    }
}
