//! The commands of the page for learning, and of the dialog for a note.

/// A command. Notes are identified by the addresses of what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnCommand {
    /// Begin a session of questions.
    StartQuestions,
    /// Begin a session of flash cards.
    StartFlashCards,
    /// Answer the question with this choice, counted from 0; for a flash card, 0 is “known” and 1 is “not known”.
    Choose(usize),
    /// Show the answer of the flash card.
    Reveal,
    /// Go on to the next question, or to the end.
    Next,
    /// End the session.
    Stop,
    /// Show another finding that asks for something.
    Reflect,
    /// Show the inspectors' words around it.
    ShowInspectors,
    /// Set the words of the note with this address. Sent with every keystroke.
    Write(String, String),
    /// Keep the note of the dialog, also without words, and close the dialog.
    KeepNote,
    /// The dialog was closed.
    CloseNote,
    /// Remove the note with this address.
    Remove(String),
    /// Bring back the note that this window removed last.
    Undo,
    /// Bring back the note with this address that was removed at this time.
    Restore(String, u64),
    /// Show only the notes with these words.
    Search(String),
    /// Save the notes as Markdown.
    SaveMarkdown,
    /// Save the notes as a document for word processors.
    SaveDocument,
    /// Print the notes.
    Print,
    /// Save the damaged text with this number as a file.
    SaveDamaged(u32),
    /// Delete the damaged text with this number.
    DeleteDamaged(u32),
}

impl LearnCommand {
    /// Whether only the browser can carry it out.
    pub fn is_browser_only(&self) -> bool {
        matches!(
            self,
            LearnCommand::SaveMarkdown
                | LearnCommand::SaveDocument
                | LearnCommand::Print
                | LearnCommand::SaveDamaged(_)
        )
    }
}
