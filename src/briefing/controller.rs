//! Carries out commands on the brief, and words the messages about the outcome.
//!
//! An edit is made at once in the brief that the window shows, and waits to be made in the one that is saved. What is
//! announced is only said once it is saved (see [`BriefController::finish_commit`]).

mod saving;

use crate::brief::{Brief, BriefEdit, BriefItem, ItemContent, PageSnapshot};
use crate::codec::{BriefError, MAX_ITEMS};
use crate::command::BriefCommand;
use crate::edit_names::edit_age;
use crate::link::{LinkedBrief, read_link_text};
use crate::page::{BriefPage, BriefStatus, EarlierEdit, PageParts, update_page};
use crate::slide_builder::SlideBuilder;
use crate::store::{BriefState, Edit, EditAction, EditId, EditResult, LogEntry, rescue_brief};
use explore::pages::phrasing;
use saving::{ITEM_REMOVED, failure_message};

/// The brief, with the state of this window that is not saved with it.
#[derive(Default)]
pub struct BriefController {
    /// Identifies this window among all windows.
    window: String,
    /// The number of the last edit of this window.
    last_edit: u64,
    /// The current time, in milliseconds since 1970.
    now: u64,
    /// What was last known to be saved.
    saved: BriefState,
    /// The same with the edits of this window that are not saved yet.
    shown: BriefState,
    unsaved: Vec<Edit>,
    /// What was made for the page at the last drawing.
    parts: PageParts,
    /// A brief opened from a link or a file, until the user decides what to do with it.
    offered: Option<Brief>,
    /// A brief that is read from a link.
    linked: Option<LinkedBrief>,
    /// Whether what leaves this browser has the speaker's notes in it.
    with_notes: bool,
    /// Why the edits could not be saved.
    save_error: Option<String>,
    /// The text of a heading that is yet to be added.
    heading_draft: String,
    /// The item that is being dragged.
    dragged_item: Option<u32>,
    /// The item that it is being dragged over.
    drop_target: Option<u32>,
}

/// The outcome of a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandOutcome {
    /// The message to announce; may be empty.
    pub message: String,
    /// The id of the element that receives the focus, if the focus moves.
    pub focus_id: Option<String>,
}

impl CommandOutcome {
    fn with_message(said: impl Into<String>) -> CommandOutcome {
        CommandOutcome { message: said.into(), focus_id: None }
    }

    fn with_focus(self, focus: impl Into<String>) -> CommandOutcome {
        CommandOutcome { focus_id: Some(focus.into()), ..self }
    }
}

/// The refusal of more than [`MAX_ITEMS`] items.
const FULL: &str = "Nothing was added: a brief has 1,000 items at most.";

impl BriefController {
    /// A controller with an empty brief. `window` identifies the window among all windows, also after it was reloaded.
    pub fn new(window: String) -> BriefController {
        BriefController { window, ..BriefController::default() }
    }

    /// Sets the current time, in milliseconds since 1970.
    pub fn set_time(&mut self, now: u64) {
        self.now = now;
    }

    /// Identifies this window among all windows.
    pub fn window(&self) -> &str {
        &self.window
    }

    /// The brief as the window shows it.
    pub fn brief(&self) -> &Brief {
        &self.shown.brief
    }

    /// The page of the current brief.
    pub fn brief_page(&mut self, slide_builder: &SlideBuilder) -> BriefPage {
        update_page(slide_builder, &self.shown.brief, &mut self.parts)
    }

    /// The state of this window, which the page shows in addition to the brief.
    pub fn status(&self) -> BriefStatus {
        BriefStatus {
            save_error: self.save_error.clone(),
            offered: self.offered.as_ref().map(|brief| (brief.title.clone(), brief.items.len())),
            damaged: self.shown.damaged.iter().map(|(n, text)| (*n, rescue_brief(text).is_some())).collect(),
            undo: self.shown.next_undo(&self.window).map(|entry| self.earlier_edit(entry)),
            earlier_edits: self.earlier_edits(),
            heading_draft: self.heading_draft.clone(),
            drop_target: self.drop_target,
            with_notes: self.with_notes,
            can_resume: false,
            is_single_file: false,
        }
    }

    /// The brief for others: without the speaker's notes, unless the presenter has chosen otherwise.
    pub fn outgoing_brief(&self) -> Brief {
        let brief = self.brief().clone();
        if self.with_notes { brief } else { brief.without_notes() }
    }

    /// The edits that can still be undone, the newest first.
    fn earlier_edits(&self) -> Vec<EarlierEdit> {
        let log = self.shown.log.iter().rev();
        let undoable = log.filter(|entry| entry.step.stands_in(self.brief()));
        undoable.map(|entry| self.earlier_edit(entry)).collect()
    }

    fn earlier_edit(&self, entry: &LogEntry) -> EarlierEdit {
        let age = edit_age(self.now.saturating_sub(entry.at));
        EarlierEdit { id: entry.id.clone(), name: entry.name.clone(), age }
    }

    /// The brief that is read from a link, with its page, if one is open.
    pub fn linked_page(&mut self, slide_builder: &SlideBuilder) -> Option<(BriefPage, usize)> {
        let linked = self.linked.as_ref()?;
        Some((update_page(slide_builder, &linked.brief, &mut self.parts), linked.changed_count))
    }

    /// Opens a brief from the text of a link, to be read. Returns the message to announce, which is empty if it is open
    /// already.
    ///
    /// # Errors
    /// If the text is not that of a link.
    pub fn open_link(&mut self, text: &str, slide_builder: &SlideBuilder) -> Result<String, BriefError> {
        // Links were once made with the text of a file.
        let earlier = || Brief::from_foreign_json(text).map(|brief| LinkedBrief { brief, changed_count: 0 });
        let linked = read_link_text(text, slide_builder).or_else(|_| earlier())?;
        if self.linked.as_ref() == Some(&linked) {
            return Ok(String::new());
        }
        let count = item_count(&linked.brief);
        self.linked = Some(linked);
        Ok(format!("The brief in the link is open, with {count}."))
    }

    /// Makes a copy of the brief that is read from a link: immediately if the current brief is empty, otherwise the user is
    /// asked what to do with it.
    fn edit_copy(&mut self) -> CommandOutcome {
        let Some(LinkedBrief { brief, .. }) = self.linked.take() else { return CommandOutcome::default() };
        CommandOutcome::with_message(self.accept_or_offer(brief)).with_focus("count")
    }

    fn accept_or_offer(&mut self, brief: Brief) -> String {
        if self.brief().is_empty() {
            let count = item_count(&brief);
            self.apply(BriefEdit::Replace(brief));
            return format!("The brief is open, with {count}.");
        }
        self.offered = Some(brief);
        "Choose what to do with the brief that you opened.".to_string()
    }

    /// The damaged text that was set aside under this number.
    pub fn damaged_text(&self, n: u32) -> Option<String> {
        let (_, text) = self.shown.damaged.iter().find(|(other, _)| *other == n)?;
        Some(text.clone())
    }

    /// Undoes an edit, with what was joined to it until now, and nothing else that was done since.
    fn undo(&mut self, id: &EditId) -> CommandOutcome {
        let entry = self.shown.log.iter().find(|entry| entry.contains(id));
        let Some((id, name)) = entry.map(|entry| (entry.id.clone(), entry.name.clone())) else {
            return CommandOutcome::default();
        };
        let message = match self.submit(EditAction::Undo(id)) {
            EditResult::ChangedAgain => format!("{name} was not undone: it was changed again since."),
            EditResult::Made | EditResult::NoItem => format!("{name} was undone."),
        };
        CommandOutcome::with_message(message).with_focus("count")
    }

    /// Adds a page or a part of one, unless it is in the brief already. Returns the message to announce.
    pub fn add_page(&mut self, shown: PageSnapshot) -> String {
        let is_same = |item: &BriefItem| match &item.content {
            ItemContent::Page(page) => page.address == shown.address && page.anchor == shown.anchor,
            ItemContent::Heading(_) => false,
        };
        let items = &self.brief().items;
        if let Some(at) = items.iter().position(is_same) {
            return format!("This is in the brief already, as item {} of {}.", at + 1, items.len());
        }
        if self.is_full_with(1) {
            return FULL.to_string();
        }
        self.apply(BriefEdit::Add(ItemContent::Page(shown)));
        format!("Added to the brief, which now has {}.", item_count(self.brief()))
    }

    /// Opens a brief from the text of a file: immediately if the current brief is empty, otherwise the user is asked what
    /// to do with it. Of a damaged one, the items that are whole are opened. Returns the message to announce.
    pub fn open_text(&mut self, text: &str) -> String {
        let error = match Brief::from_foreign_json(text) {
            Ok(brief) => return self.accept_or_offer(brief),
            Err(error) => error,
        };
        let can_rescue = !matches!(error, BriefError::NewerVersion | BriefError::TooLarge);
        match rescue_brief(text).filter(|brief| can_rescue && brief.check_limits().is_ok()) {
            None => format!("The brief could not be opened: {error}. Nothing was changed."),
            Some(brief) => {
                format!("The brief is damaged: {} could be read. {}", item_count(&brief), self.accept_or_offer(brief))
            }
        }
    }

    /// The name for a file of the brief, without extension: "force-findings-brief-monday".
    pub fn file_stem(&self) -> String {
        let title = model::slugify(&self.brief().title);
        if title.is_empty() { "force-findings-brief".to_string() } else { format!("force-findings-brief-{title}") }
    }

    /// Carries out a command. Commands that only the browser can carry out do nothing here.
    pub fn run_command(&mut self, command: BriefCommand, slide_builder: &SlideBuilder) -> CommandOutcome {
        let brief = self.brief().clone();
        let position = |id| brief.position(id);
        match command {
            BriefCommand::SetTitle(words) => self.apply_typing(BriefEdit::SetTitle(words)),
            BriefCommand::SetNotes(id, words) => self.apply_typing(BriefEdit::SetNotes { id, words }),
            BriefCommand::SetHeading(id, words) => {
                let (data_name, build_date) = (String::new(), String::new());
                self.apply_typing(BriefEdit::Reword { id, words, data_name, build_date })
            }
            BriefCommand::DraftHeading(words) => {
                self.heading_draft = words;
                CommandOutcome::default()
            }
            BriefCommand::AddHeading => self.add_heading(),
            BriefCommand::MoveUp(id) => self.move_item(id, position(id).map(|at| at.saturating_sub(1)), "up"),
            BriefCommand::MoveDown(id) => self.move_item(id, position(id).map(|at| at + 1), "down"),
            BriefCommand::StartDrag(id) => {
                self.dragged_item = Some(id);
                CommandOutcome::default()
            }
            BriefCommand::DragOver(id) => {
                self.drop_target = self.dragged_item.map(|_| id);
                CommandOutcome::default()
            }
            BriefCommand::Drop(over) => {
                self.drop_target = None;
                match self.dragged_item.take() {
                    Some(id) => self.move_item(id, position(over).filter(|_| position(id).is_some()), "up"),
                    None => CommandOutcome::default(),
                }
            }
            BriefCommand::Remove(id) if position(id).is_some() => {
                let focus =
                    next_focused_item(&brief, id).map_or("count".to_string(), |other| format!("remove-{other}"));
                self.apply(BriefEdit::Remove(id));
                CommandOutcome::with_message("Removed. Choose “Undo” to bring it back.").with_focus(focus)
            }
            BriefCommand::AcceptChange(id) if position(id).is_some() => {
                self.accept_change(brief.item(id), slide_builder)
            }
            BriefCommand::Clear => {
                self.apply(BriefEdit::Clear);
                CommandOutcome::with_message("The brief is now empty. Choose “Undo” to bring the items back.")
                    .with_focus("count")
            }
            BriefCommand::Undo(id) => self.undo(&id),
            BriefCommand::ToggleNotes => {
                self.with_notes = !self.with_notes;
                CommandOutcome::default()
            }
            BriefCommand::EditCopy => self.edit_copy(),
            BriefCommand::CloseLinked => {
                self.linked = None;
                CommandOutcome::with_message("Your own brief is open.").with_focus("count")
            }
            BriefCommand::ReplaceWithOffered => self.accept_offered(BriefEdit::Replace),
            BriefCommand::AddOffered
                if self.is_full_with(self.offered.as_ref().map_or(0, |brief| brief.items.len())) =>
            {
                CommandOutcome::with_message(FULL)
            }
            BriefCommand::AddOffered => self.accept_offered(BriefEdit::Append),
            BriefCommand::DeclineOffered => {
                self.offered = None;
                CommandOutcome::with_message("The brief was not changed.").with_focus("count")
            }
            BriefCommand::DeleteDamaged(n) => {
                self.submit(EditAction::DeleteDamaged(n));
                CommandOutcome::with_message("The text was deleted.").with_focus("count")
            }
            BriefCommand::OpenDamaged(n) => {
                let text = self.damaged_text(n).unwrap_or_default();
                CommandOutcome::with_message(self.open_text(&text)).with_focus("count")
            }
            BriefCommand::Remove(_) | BriefCommand::AcceptChange(_) => CommandOutcome::with_message(ITEM_REMOVED),
            BriefCommand::SaveDamaged(_)
            | BriefCommand::Present
            | BriefCommand::PresentFromStart
            | BriefCommand::Print
            | BriefCommand::CopyLink
            | BriefCommand::SaveFile
            | BriefCommand::SavePresentation
            | BriefCommand::OpenFile => CommandOutcome::default(),
        }
    }

    /// Applies what was typed. Announces nothing unless the item is gone.
    fn apply_typing(&mut self, edit: BriefEdit) -> CommandOutcome {
        edit.item_id().into_iter().for_each(|id| self.parts.note_typing(id));
        let result = self.apply(edit.clone());
        let failure = failure_message(result, &EditAction::Apply(edit, String::new()));
        CommandOutcome::with_message(failure.unwrap_or_default())
    }

    /// Whether the brief would have too many items with so many more.
    fn is_full_with(&self, more: usize) -> bool {
        self.brief().items.len() + more > MAX_ITEMS
    }

    fn add_heading(&mut self) -> CommandOutcome {
        if self.heading_draft.trim().is_empty() {
            return CommandOutcome::with_message("Type the heading first.").with_focus("brief-heading");
        }
        if self.is_full_with(1) {
            return CommandOutcome::with_message(FULL).with_focus("brief-heading");
        }
        let words = std::mem::take(&mut self.heading_draft);
        self.apply(BriefEdit::Add(ItemContent::Heading(words)));
        CommandOutcome::with_message(format!("Heading added. The brief now has {}.", item_count(self.brief())))
            .with_focus("brief-heading")
    }

    /// Moves an item to a position counted from 0. The focus stays on its button "up" or "down".
    fn move_item(&mut self, id: u32, to: Option<usize>, button: &str) -> CommandOutcome {
        let Some(to) = to else { return CommandOutcome::with_message(ITEM_REMOVED) };
        let count = self.brief().items.len();
        let to = to.min(count.saturating_sub(1));
        self.apply(BriefEdit::Move { id, to });
        CommandOutcome::with_message(format!("Moved to position {} of {count}.", to + 1))
            .with_focus(format!("{button}-{id}"))
    }

    fn accept_change(&mut self, item: Option<&BriefItem>, slide_builder: &SlideBuilder) -> CommandOutcome {
        let current = item.and_then(|item| match &item.content {
            ItemContent::Page(saved) => Some((item.id, slide_builder.page_snapshot(&saved.address, &saved.anchor)?)),
            ItemContent::Heading(_) => None,
        });
        let Some((id, PageSnapshot { recorded_text: words, data: data_name, build_date, .. })) = current else {
            return CommandOutcome::with_message("There is no current wording. The item was not changed.")
                .with_focus("count");
        };
        self.apply(BriefEdit::Reword { id, words, data_name, build_date });
        CommandOutcome::with_message("The item now has the current wording.").with_focus("count")
    }

    fn accept_offered(&mut self, edit: fn(Brief) -> BriefEdit) -> CommandOutcome {
        let Some(offered) = self.offered.take() else { return CommandOutcome::default() };
        self.apply(edit(offered));
        CommandOutcome::with_message(format!(
            "The brief now has {}. Choose “Undo” to bring the previous one back.",
            item_count(self.brief())
        ))
        .with_focus("count")
    }
}

/// The number of the item that receives the focus when this one is removed: the next one, or else the previous one.
fn next_focused_item(brief: &Brief, id: u32) -> Option<u32> {
    let at = brief.position(id)?;
    let other = brief.items.get(at + 1).or_else(|| brief.items.get(at.checked_sub(1)?));
    other.map(|item| item.id)
}

fn item_count(brief: &Brief) -> String {
    phrasing::count_with_noun(brief.items.len(), "item", "items")
}
