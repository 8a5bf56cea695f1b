//! The commands of the page of the brief.

use crate::store::EditId;

/// A command of the page of the brief. Items are identified by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefCommand {
    /// Set the title for the handout and the file name.
    SetTitle(String),
    /// Set the speaker's notes of an item.
    SetNotes(u32, String),
    /// Set the text of a heading.
    SetHeading(u32, String),
    /// Set the text of a heading that is yet to be added.
    DraftHeading(String),
    /// Add the drafted heading as an item.
    AddHeading,
    /// Move an item one position towards the start.
    MoveUp(u32),
    /// Move an item one position towards the end.
    MoveDown(u32),
    /// Start dragging an item.
    StartDrag(u32),
    /// Drag over this item.
    DragOver(u32),
    /// Drop the dragged item at the position of this item.
    Drop(u32),
    /// Remove an item.
    Remove(u32),
    /// Record the current text of an item as the text that it was added with.
    AcceptChange(u32),
    /// Remove all items.
    Clear,
    /// Undo this edit.
    Undo(EditId),
    /// Replace the brief with the one that was opened from a link or a file.
    ReplaceWithOffered,
    /// Add the items of the brief that was opened from a link or a file.
    AddOffered,
    /// Dismiss the brief that was opened from a link or a file.
    DeclineOffered,
    /// Open what can be read of the damaged text that was set aside under this number.
    OpenDamaged(u32),
    /// Delete the damaged text that was set aside under this number.
    DeleteDamaged(u32),
    /// Save the damaged text that was set aside under this number as a file.
    SaveDamaged(u32),
    /// Present the slides in full screen, from where a presentation was left.
    Present,
    /// Present the slides in full screen from the first one.
    PresentFromStart,
    /// Change whether what leaves this browser has the speaker's notes in it.
    ToggleNotes,
    /// Make a copy of the brief that is read from a link, to change it.
    EditCopy,
    /// Close the brief that is read from a link.
    CloseLinked,
    /// Print the handout.
    Print,
    /// Copy a link that contains the whole brief.
    CopyLink,
    /// Save the brief as a file.
    SaveFile,
    /// Save the brief as a stand-alone HTML file that presents itself.
    SavePresentation,
    /// Open the file that was chosen.
    OpenFile,
}

impl BriefCommand {
    /// Whether only the browser can carry out the command, such as printing.
    pub fn is_browser_only(&self) -> bool {
        matches!(
            self,
            BriefCommand::SaveDamaged(_)
                | BriefCommand::Present
                | BriefCommand::PresentFromStart
                | BriefCommand::Print
                | BriefCommand::CopyLink
                | BriefCommand::SaveFile
                | BriefCommand::SavePresentation
                | BriefCommand::OpenFile
        )
    }

    /// For commands that are sent with every keystroke: what identifies the field that is typed in. They are saved only
    /// when typing pauses, and the last one for each field counts.
    pub fn typed_field(&self) -> Option<(u8, u32)> {
        Some(match self {
            BriefCommand::SetTitle(_) => (0, 0),
            BriefCommand::SetNotes(id, _) => (1, *id),
            BriefCommand::SetHeading(id, _) => (2, *id),
            _ => return None,
        })
    }
}
