//! What is done to the brief of whoever has this browser, and what is said of it.

use crate::brief::{Brief, Edit, Item, Shown, What};
use crate::command::BriefCommand;
use crate::page::{BriefPage, Standing, brief_page};
use crate::show::Show;
use crate::store::{Shelf, Store};
use explore::pages::names;

/// The brief with what this window knows of it beside what is kept.
pub struct Controller<S> {
    store: Store<S>,
    brief: Brief,
    /// The number under which it was kept last.
    number: u64,
    /// The brief before the last change that took something away.
    before: Option<Brief>,
    /// Another brief that came by a link or a file.
    offered: Option<Brief>,
    /// Why the brief as it is here is not kept.
    trouble: Option<String>,
    /// The words of a heading that is to be added.
    heading: String,
    dragged: Option<u32>,
    dragged_over: Option<u32>,
}

/// What came of a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The sentence to say; empty where nothing is to be said.
    pub said: String,
    /// The id of what gets the focus, where that changes.
    pub focus: Option<String>,
}

impl Outcome {
    fn say(said: impl Into<String>) -> Outcome {
        Outcome { said: said.into(), focus: None }
    }

    fn at(self, focus: impl Into<String>) -> Outcome {
        Outcome { focus: Some(focus.into()), ..self }
    }
}

const GONE: &str = "This item is no longer in the brief: it was removed in another window";

impl<S: Shelf> Controller<S> {
    /// A window that has not looked at the shelf yet.
    pub fn new(shelf: S) -> Controller<S> {
        Controller {
            store: Store(shelf),
            brief: Brief::default(),
            number: 0,
            before: None,
            offered: None,
            trouble: None,
            heading: String::new(),
            dragged: None,
            dragged_over: None,
        }
    }

    /// The brief as it is now: what another window has kept since counts, unless something here could not be kept.
    pub fn brief(&mut self) -> Brief {
        let kept = self.store.load();
        if self.trouble.is_none() && kept.number > self.number {
            (self.brief, self.number) = (kept.brief, kept.number);
        }
        self.brief.clone()
    }

    /// The page of the brief.
    pub fn page(&mut self, show: &Show) -> BriefPage {
        brief_page(show, &self.brief())
    }

    /// What is to be told beside it.
    pub fn standing(&self) -> Standing {
        Standing {
            trouble: self.trouble.clone(),
            offered: self.offered.as_ref().map(|brief| (brief.title.clone(), brief.items.len())),
            damaged: self.store.all_aside(),
            can_undo: self.before.is_some(),
            heading: self.heading.clone(),
            dragged_over: self.dragged_over,
        }
    }

    /// A damaged text that was set aside, by its number.
    pub fn damaged(&self, n: u32) -> Option<String> {
        self.store.aside(n)
    }

    /// Changes the brief and keeps it.
    fn change(&mut self, edit: Edit, can_undo: bool) -> Brief {
        let before = self.brief();
        let brief = before.after(edit);
        self.before = can_undo.then_some(before);
        self.trouble = match self.store.save(&brief) {
            Ok(number) => {
                self.number = number;
                None
            }
            Err(refused) => Some(format!(
                "The brief is not kept: {refused}. It is complete on this page; save it as a file before you close it."
            )),
        };
        self.brief = brief.clone();
        brief
    }

    /// Adds what a page shows, or a part of it; gives the sentence to say.
    pub fn add(&mut self, shown: Shown) -> String {
        let brief = self.change(Edit::Add(What::Page(shown)), false);
        self.trouble.clone().unwrap_or_else(|| format!("Added to the brief, which now has {}", count(&brief)))
    }

    /// Opens a brief from the text of a file or a link: at once where there is none yet, else it is offered. Gives the
    /// sentence to say.
    pub fn open(&mut self, text: &str) -> String {
        match Brief::from_text(text) {
            Err(error) => format!("The brief could not be opened: {error}. Nothing was changed"),
            Ok(brief) if self.brief().is_empty() => {
                let brief = self.change(Edit::Replace(brief), false);
                format!("The brief is open, with {}", count(&brief))
            }
            Ok(brief) => {
                self.offered = Some(brief);
                "Choose what to do with the brief that you opened".to_string()
            }
        }
    }

    /// The name of a file with the brief, without its ending: "force-findings-brief-monday".
    pub fn file_name(&mut self) -> String {
        let title = model::slug(&self.brief().title);
        if title.is_empty() { "force-findings-brief".to_string() } else { format!("force-findings-brief-{title}") }
    }

    /// Carries out a command. Those that only a browser can carry out change nothing here.
    pub fn run(&mut self, command: BriefCommand, show: &Show) -> Outcome {
        let brief = self.brief();
        let place = |id| brief.place(id);
        match command {
            BriefCommand::Title(words) => self.write(Edit::Title(words)),
            BriefCommand::Note(id, words) if place(id).is_some() => self.write(Edit::Note { id, words }),
            BriefCommand::Reword(id, words) if place(id).is_some() => {
                self.write(Edit::Reword { id, words, data: String::new(), built: String::new() })
            }
            BriefCommand::DraftHeading(words) => {
                self.heading = words;
                Outcome::default()
            }
            BriefCommand::AddHeading => self.add_heading(),
            BriefCommand::MoveUp(id) => self.move_to(id, place(id).map(|at| at.saturating_sub(1)), "up"),
            BriefCommand::MoveDown(id) => self.move_to(id, place(id).map(|at| at + 1), "down"),
            BriefCommand::Drag(id) => {
                self.dragged = Some(id);
                Outcome::default()
            }
            BriefCommand::DragOver(id) => {
                self.dragged_over = self.dragged.map(|_| id);
                Outcome::default()
            }
            BriefCommand::Drop(over) => {
                self.dragged_over = None;
                match self.dragged.take() {
                    Some(id) => self.move_to(id, place(over).filter(|_| place(id).is_some()), "up"),
                    None => Outcome::default(),
                }
            }
            BriefCommand::Remove(id) if place(id).is_some() => {
                let focus = beside(&brief, id).map_or("count".to_string(), |other| format!("remove-{other}"));
                self.change(Edit::Remove(id), true);
                Outcome::say("Removed. Undo brings it back").at(focus)
            }
            BriefCommand::AcceptChange(id) if place(id).is_some() => self.accept_change(brief.item(id), show),
            BriefCommand::Clear => {
                self.change(Edit::Clear, true);
                Outcome::say("The brief is empty. Undo brings it back").at("count")
            }
            BriefCommand::Undo => match self.before.take() {
                Some(before) => {
                    self.change(Edit::Replace(before), false);
                    Outcome::say("The last change is undone").at("count")
                }
                None => Outcome::default(),
            },
            BriefCommand::ReplaceByOffered => self.take_offered(Edit::Replace),
            BriefCommand::AddOffered => self.take_offered(Edit::AddAll),
            BriefCommand::DeclineOffered => {
                self.offered = None;
                Outcome::say("Left as it was").at("count")
            }
            BriefCommand::DeleteDamaged(n) => {
                self.store.give_up(n);
                Outcome::say("Deleted").at("count")
            }
            BriefCommand::Note(..)
            | BriefCommand::Reword(..)
            | BriefCommand::Remove(_)
            | BriefCommand::AcceptChange(_) => Outcome::say(GONE),
            BriefCommand::SaveDamaged(_)
            | BriefCommand::Present
            | BriefCommand::Print
            | BriefCommand::CopyLink
            | BriefCommand::SaveFile
            | BriefCommand::SavePresentation
            | BriefCommand::OpenFile => Outcome::default(),
        }
    }

    /// What is typed is kept without a word, unless it cannot be.
    fn write(&mut self, edit: Edit) -> Outcome {
        self.change(edit, false);
        Outcome::say(self.trouble.clone().unwrap_or_default())
    }

    fn add_heading(&mut self) -> Outcome {
        if self.heading.trim().is_empty() {
            return Outcome::say("Write the words of the heading first").at("brief-heading");
        }
        let words = std::mem::take(&mut self.heading);
        let brief = self.change(Edit::Add(What::Heading(words)), false);
        Outcome::say(format!("Heading added; the brief has {}", count(&brief))).at("brief-heading")
    }

    /// Moves an item to a place counted from 0; the focus stays on its button of this name.
    fn move_to(&mut self, id: u32, to: Option<usize>, button: &str) -> Outcome {
        let Some(to) = to else { return Outcome::say(GONE) };
        let of = self.brief.items.len();
        let to = to.min(of.saturating_sub(1));
        self.change(Edit::Move { id, to }, true);
        Outcome::say(format!("Moved to place {} of {of}", to + 1)).at(format!("{button}-{id}"))
    }

    fn accept_change(&mut self, item: Option<&Item>, show: &Show) -> Outcome {
        if let Some(Item { id, what: What::Page(Shown { address, of, .. }), .. }) = item
            && let Some(shown) = show.shown(address, of)
        {
            let Shown { was: words, data, built, .. } = shown;
            self.change(Edit::Reword { id: *id, words, data, built }, false);
        }
        Outcome::say("The words of now are kept with the item").at("count")
    }

    fn take_offered(&mut self, edit: fn(Brief) -> Edit) -> Outcome {
        let Some(offered) = self.offered.take() else { return Outcome::default() };
        let brief = self.change(edit(offered), true);
        Outcome::say(format!("The brief has {} now. Undo brings the former one back", count(&brief))).at("count")
    }
}

/// The number of the item that comes to the place of one that is removed.
fn beside(brief: &Brief, id: u32) -> Option<u32> {
    let at = brief.place(id)?;
    let other = brief.items.get(at + 1).or_else(|| brief.items.get(at.checked_sub(1)?));
    other.map(|item| item.id)
}

fn count(brief: &Brief) -> String {
    names::count(brief.items.len(), "item", "items")
}
