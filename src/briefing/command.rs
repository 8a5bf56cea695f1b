//! Everything that can be done on the page of the brief.

/// A command of the page of the brief. Items are meant by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefCommand {
    /// Set the title, for paper and files.
    Title(String),
    /// Write the speaker's notes of an item.
    Note(u32, String),
    /// Write other words for a heading.
    Reword(u32, String),
    /// Write the words of a heading that is to be added.
    DraftHeading(String),
    /// Add the heading that was written.
    AddHeading,
    /// Move an item one place towards the beginning.
    MoveUp(u32),
    /// Move an item one place towards the end.
    MoveDown(u32),
    /// Take an item by its handle.
    Drag(u32),
    /// Move the item that was taken over another.
    DragOver(u32),
    /// Put the item that was taken in the place of another.
    Drop(u32),
    /// Remove an item.
    Remove(u32),
    /// Take what an item says now for what it said when it was added.
    AcceptChange(u32),
    /// Remove all items.
    Clear,
    /// Reverse the last change that took something away.
    Undo,
    /// Take the brief that came by a link or a file in place of this one.
    ReplaceByOffered,
    /// Add the items of the brief that came by a link or a file.
    AddOffered,
    /// Leave the brief that came by a link or a file.
    DeclineOffered,
    /// Delete a damaged text that was set aside.
    DeleteDamaged(u32),
    /// Save a damaged text that was set aside as a file.
    SaveDamaged(u32),
    /// Present the slides over the whole screen.
    Present,
    /// Print the handout.
    Print,
    /// Copy a link that holds the brief.
    CopyLink,
    /// Save the brief as a file.
    SaveFile,
    /// Save the brief as a page that presents itself.
    SavePresentation,
    /// Open the file that was chosen.
    OpenFile,
}

impl BriefCommand {
    /// Whether only a browser can carry it out.
    pub fn is_the_browsers(&self) -> bool {
        matches!(
            self,
            BriefCommand::SaveDamaged(_)
                | BriefCommand::Present
                | BriefCommand::Print
                | BriefCommand::CopyLink
                | BriefCommand::SaveFile
                | BriefCommand::SavePresentation
                | BriefCommand::OpenFile
        )
    }

    /// What is typed is kept when typing rests: for each field, what tells it from the others.
    pub fn field(&self) -> Option<(u8, u32)> {
        Some(match self {
            BriefCommand::Title(_) => (0, 0),
            BriefCommand::Note(id, _) => (1, *id),
            BriefCommand::Reword(id, _) => (2, *id),
            _ => return None,
        })
    }
}
