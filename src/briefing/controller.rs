//! Carries out commands on the brief saved in this browser, and words the messages about the outcome.

use crate::brief::{Brief, BriefEdit, BriefItem, ItemContent, PageSnapshot};
use crate::codec::BriefError;
use crate::command::BriefCommand;
use crate::link::{LinkedBrief, read_link_text};
use crate::page::{BriefPage, BriefStatus, select_page};
use crate::slide_builder::SlideBuilder;
use crate::store::{BriefStore, TextStorage};
use crate::undo::UndoStep;
use explore::pages::phrasing;

/// The brief, with the state of this window that is not saved with it.
pub struct BriefController<S> {
    store: BriefStore<S>,
    brief: Brief,
    /// The revision at which `brief` was last saved or loaded.
    revision: u64,
    /// The edits of this window that can be undone, the last one last, each with what to call it.
    undo_steps: Vec<(UndoStep, &'static str)>,
    /// A brief opened from a link or a file, until the user decides what to do with it.
    offered: Option<Brief>,
    /// A brief that is read from a link.
    linked: Option<LinkedBrief>,
    /// Whether what leaves this browser has the speaker's notes in it.
    with_notes: bool,
    /// Why `brief` could not be saved.
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

const ITEM_REMOVED: &str = "This item is no longer in the brief: it was removed in another window.";

impl<S: TextStorage> BriefController<S> {
    /// A controller that has not loaded anything yet.
    pub fn new(storage: S) -> BriefController<S> {
        BriefController {
            store: BriefStore(storage),
            brief: Brief::default(),
            revision: 0,
            undo_steps: Vec::new(),
            offered: None,
            linked: None,
            with_notes: false,
            save_error: None,
            heading_draft: String::new(),
            dragged_item: None,
            drop_target: None,
        }
    }

    /// The current brief. A revision saved by another window since replaces it, unless there are changes here that
    /// could not be saved.
    pub fn current_brief(&mut self) -> Brief {
        let kept = self.store.load();
        if self.save_error.is_none() && kept.revision > self.revision {
            (self.brief, self.revision) = (kept.brief, kept.revision);
        }
        self.brief.clone()
    }

    /// The page of the current brief.
    pub fn brief_page(&mut self, slide_builder: &SlideBuilder) -> BriefPage {
        select_page(slide_builder, &self.current_brief())
    }

    /// The state of this window, which the page shows in addition to the brief.
    pub fn status(&self) -> BriefStatus {
        BriefStatus {
            save_error: self.save_error.clone(),
            offered: self.offered.as_ref().map(|brief| (brief.title.clone(), brief.items.len())),
            damaged_numbers: self.store.aside_numbers(),
            can_undo: !self.undo_steps.is_empty(),
            heading_draft: self.heading_draft.clone(),
            drop_target: self.drop_target,
            with_notes: self.with_notes,
            can_resume: false,
        }
    }

    /// The brief for others: without the speaker's notes, unless the presenter has chosen otherwise.
    pub fn outgoing_brief(&mut self) -> Brief {
        let brief = self.current_brief();
        if self.with_notes { brief } else { brief.without_notes() }
    }

    /// The brief that is read from a link, with its page, if one is open.
    pub fn linked_page(&self, slide_builder: &SlideBuilder) -> Option<(BriefPage, usize)> {
        let linked = self.linked.as_ref()?;
        Some((select_page(slide_builder, &linked.brief), linked.changed_count))
    }

    /// Opens a brief from the text of a link, to be read. Returns the message to announce, which is empty if it is open
    /// already.
    ///
    /// # Errors
    /// If the text is not that of a link.
    pub fn open_link(&mut self, text: &str, slide_builder: &SlideBuilder) -> Result<String, BriefError> {
        // Links were once made with the text of a file.
        let earlier = || Brief::from_json(text).map(|brief| LinkedBrief { brief, changed_count: 0 });
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
        if self.current_brief().is_empty() {
            let brief = self.apply_edit(BriefEdit::Replace(brief));
            return self.save_error_or(format!("The brief is open, with {}.", item_count(&brief)));
        }
        self.offered = Some(brief);
        "Choose what to do with the brief that you opened.".to_string()
    }

    /// The damaged text that was set aside under this number.
    pub fn damaged_text(&self, n: u32) -> Option<String> {
        self.store.aside_text(n)
    }

    /// The message to announce after an edit: that it could not be saved, or else that it was made.
    fn save_error_or(&self, done: impl Into<String>) -> String {
        self.save_error.clone().unwrap_or_else(|| done.into())
    }

    /// [`save_error_or`](Self::save_error_or) as the outcome of a command.
    fn outcome_of_edit(&self, done: impl Into<String>) -> CommandOutcome {
        CommandOutcome::with_message(self.save_error_or(done))
    }

    /// Applies an edit that cannot be undone, because the page has another way to reverse it.
    fn apply_edit(&mut self, edit: BriefEdit) -> Brief {
        let brief = self.current_brief().with_edit(edit);
        self.save(brief)
    }

    /// Applies an edit that can be undone. `name` is what it is called then.
    fn apply_undoable(&mut self, edit: BriefEdit, name: &'static str) -> Brief {
        let before = self.current_brief();
        let moved = if let BriefEdit::Move { id, .. } = edit { Some(id) } else { None };
        let after = self.apply_edit(edit);
        let step = UndoStep::between(&before, &after, moved);
        let is_joined = self.undo_steps.last_mut().is_some_and(|(last, _)| last.join(&step));
        if !is_joined && !step.is_empty() {
            self.undo_steps.push((step, name));
        }
        after
    }

    /// Saves the brief. If that fails, `save_error` says why, and the brief still counts in this window.
    fn save(&mut self, brief: Brief) -> Brief {
        self.save_error = match self.store.save(&brief) {
            Ok(number) => {
                self.revision = number;
                None
            }
            Err(refused) => Some(format!(
                "The brief could not be saved: {refused}. It is complete on this page. To keep it, save it as a file with your notes before you close the page."
            )),
        };
        self.brief = brief.clone();
        brief
    }

    /// Undoes the last edit of this window that can be undone, and nothing that another window did.
    fn undo(&mut self) -> CommandOutcome {
        let Some((step, name)) = self.undo_steps.pop() else { return CommandOutcome::default() };
        let now = self.current_brief();
        let brief = step.reverse_in(&now);
        if brief == now {
            return CommandOutcome::with_message(format!("{name} was not undone: it was changed again since."))
                .with_focus("count");
        }
        self.save(brief);
        self.outcome_of_edit(format!("{name} was undone.")).with_focus("count")
    }

    /// Adds a page or a part of one, unless it is in the brief already. Returns the message to announce.
    pub fn add_page(&mut self, shown: PageSnapshot) -> String {
        let is_same = |item: &BriefItem| match &item.content {
            ItemContent::Page(page) => page.address == shown.address && page.anchor == shown.anchor,
            ItemContent::Heading(_) => false,
        };
        let brief = self.current_brief();
        if let Some(at) = brief.items.iter().position(is_same) {
            return format!("This is in the brief already, as item {} of {}.", at + 1, brief.items.len());
        }
        let brief = self.apply_edit(BriefEdit::Add(ItemContent::Page(shown)));
        self.save_error_or(format!("Added to the brief, which now has {}.", item_count(&brief)))
    }

    /// Opens a brief from the text of a file or a link: immediately if the current brief is empty, otherwise the user
    /// is asked what to do with it. Returns the message to announce.
    pub fn open_text(&mut self, text: &str) -> String {
        match Brief::from_json(text) {
            Err(error) => format!("The brief could not be opened: {error}. Nothing was changed."),
            Ok(brief) => self.accept_or_offer(brief),
        }
    }

    /// The name for a file of the brief, without extension: "force-findings-brief-monday".
    pub fn file_stem(&mut self) -> String {
        let title = model::slugify(&self.current_brief().title);
        if title.is_empty() { "force-findings-brief".to_string() } else { format!("force-findings-brief-{title}") }
    }

    /// Carries out a command. Commands that only the browser can carry out do nothing here.
    pub fn run_command(&mut self, command: BriefCommand, slide_builder: &SlideBuilder) -> CommandOutcome {
        let brief = self.current_brief();
        let position = |id| brief.position(id);
        match command {
            BriefCommand::SetTitle(words) => self.apply_typing(BriefEdit::SetTitle(words)),
            BriefCommand::SetNotes(id, words) if position(id).is_some() => {
                self.apply_typing(BriefEdit::SetNotes { id, words })
            }
            BriefCommand::SetHeading(id, words) if position(id).is_some() => {
                let edit = BriefEdit::Reword { id, words, data_name: String::new(), build_date: String::new() };
                self.apply_undoable(edit, "The change of the heading");
                self.outcome_of_edit("")
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
                self.apply_undoable(BriefEdit::Remove(id), "The removal");
                self.outcome_of_edit("Removed. Choose “Undo” to bring it back.").with_focus(focus)
            }
            BriefCommand::AcceptChange(id) if position(id).is_some() => {
                self.accept_change(brief.item(id), slide_builder)
            }
            BriefCommand::Clear => {
                self.apply_undoable(BriefEdit::Clear, "Removing all items");
                self.outcome_of_edit("The brief is now empty. Choose “Undo” to bring the items back.")
                    .with_focus("count")
            }
            BriefCommand::Undo => self.undo(),
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
            BriefCommand::AddOffered => self.accept_offered(BriefEdit::Append),
            BriefCommand::DeclineOffered => {
                self.offered = None;
                CommandOutcome::with_message("The brief was not changed.").with_focus("count")
            }
            BriefCommand::DeleteDamaged(n) => {
                self.store.delete_aside(n);
                CommandOutcome::with_message("The text was deleted.").with_focus("count")
            }
            BriefCommand::SetNotes(..)
            | BriefCommand::SetHeading(..)
            | BriefCommand::Remove(_)
            | BriefCommand::AcceptChange(_) => CommandOutcome::with_message(ITEM_REMOVED),
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

    /// Applies what was typed. Announces nothing unless it could not be saved.
    fn apply_typing(&mut self, edit: BriefEdit) -> CommandOutcome {
        self.apply_edit(edit);
        self.outcome_of_edit("")
    }

    fn add_heading(&mut self) -> CommandOutcome {
        if self.heading_draft.trim().is_empty() {
            return CommandOutcome::with_message("Type the heading first.").with_focus("brief-heading");
        }
        let words = std::mem::take(&mut self.heading_draft);
        let brief = self.apply_edit(BriefEdit::Add(ItemContent::Heading(words)));
        self.outcome_of_edit(format!("Heading added. The brief now has {}.", item_count(&brief)))
            .with_focus("brief-heading")
    }

    /// Moves an item to a position counted from 0. The focus stays on its button "up" or "down".
    fn move_item(&mut self, id: u32, to: Option<usize>, button: &str) -> CommandOutcome {
        let Some(to) = to else { return CommandOutcome::with_message(ITEM_REMOVED) };
        let count = self.brief.items.len();
        let to = to.min(count.saturating_sub(1));
        self.apply_undoable(BriefEdit::Move { id, to }, "The move");
        self.outcome_of_edit(format!("Moved to position {} of {count}.", to + 1)).with_focus(format!("{button}-{id}"))
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
        self.apply_undoable(BriefEdit::Reword { id, words, data_name, build_date }, "The change of wording");
        self.outcome_of_edit("The item now has the current wording.").with_focus("count")
    }

    fn accept_offered(&mut self, edit: fn(Brief) -> BriefEdit) -> CommandOutcome {
        let Some(offered) = self.offered.take() else { return CommandOutcome::default() };
        let brief = self.apply_undoable(edit(offered), "Opening the other brief");
        self.outcome_of_edit(format!(
            "The brief now has {}. Choose “Undo” to bring the previous one back.",
            item_count(&brief)
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
