//! The page of a brief: its items to arrange, and what each shows when it is presented or printed.

use crate::brief::{Brief, Item, Shown, What};
use crate::show::Show;
use crate::slide::{self, Body, Slide};
use explore::route;
use explore::state::View;

/// A brief with everything that is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefPage {
    pub title: String,
    pub entries: Vec<Entry>,
    pub slides: Vec<Slide>,
    /// That items say something else now than when they were added.
    pub older: Option<String>,
}

/// An item to be arranged.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: u32,
    /// "Timeline", "Finding", "Heading".
    pub kind: &'static str,
    /// What it is called in the list.
    pub name: String,
    pub note: String,
    /// How many screens it fills.
    pub screens: usize,
    /// The address that it shows; none for a heading.
    pub address: Option<String>,
    pub change: Option<Change>,
}

/// What is to be told of a brief beside what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Why it is not kept, if it is not.
    pub trouble: Option<String>,
    /// Another brief that came by a link or a file: its title, and how many items it has.
    pub offered: Option<(String, usize)>,
    /// Damaged texts that were set aside, by number.
    pub damaged: Vec<u32>,
    /// Whether the last change can be reversed.
    pub can_undo: bool,
    /// The words of a heading that is to be added.
    pub heading: String,
    /// The item that another one is dragged over.
    pub dragged_over: Option<u32>,
}

/// What an item said when it was added, and what it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// "2026-11-21", or nothing where it is not known.
    pub when: String,
    /// The lines that are no longer there.
    pub was: Vec<String>,
    /// The lines that are new; empty where what it showed is gone.
    pub now: Vec<String>,
    pub is_gone: bool,
}

/// Selects the page of a brief.
pub fn brief_page(show: &Show, brief: &Brief) -> BriefPage {
    let shown: Vec<(&Item, Vec<Slide>)> = brief.items.iter().map(|item| (item, show.item(item))).collect();
    let entries: Vec<Entry> = shown.iter().map(|(item, slides)| entry(item, slides)).collect();
    let changed: Vec<&Change> = entries.iter().filter_map(|entry| entry.change.as_ref()).collect();
    let older = match &changed[..] {
        [] => None,
        [one] => Some(format!("One item says something else now than when it was added{}.", on(&one.when))),
        [first, ..] => Some(format!(
            "{} items say something else now than when they were added{}.",
            changed.len(),
            on(&first.when)
        )),
    };
    BriefPage {
        title: brief.title.clone(),
        slides: shown.into_iter().flat_map(|(_, slides)| slides).collect(),
        entries,
        older: older.map(|words| format!("This brief was made with older data. {words}")),
    }
}

fn on(when: &str) -> String {
    if when.is_empty() { String::new() } else { format!(", with the data of {when}") }
}

fn entry(item: &Item, slides: &[Slide]) -> Entry {
    let first = slides.first();
    let (address, change) = match &item.what {
        What::Heading(_) => (None, None),
        What::Page(shown) => (page(&shown.address), change(shown, slides)),
    };
    Entry {
        id: item.id,
        kind: first.map_or("", |slide| slide.body.kind()),
        name: first.map(Slide::name).unwrap_or_default(),
        note: item.note.clone(),
        screens: slides.len(),
        address,
        change,
    }
}

/// The address of a page of this site, written anew: a brief may come from anybody, and lead nowhere else.
fn page(address: &str) -> Option<String> {
    let state = route::state(address);
    (!matches!(state.view, View::NotFound(_))).then(|| route::address(&state))
}

fn change(shown: &Shown, slides: &[Slide]) -> Option<Change> {
    let is_gone = slides.iter().any(|slide| matches!(slide.body, Body::Gone(_)));
    let now = slide::words(slides);
    if !is_gone && now == shown.was {
        return None;
    }
    let lacks = |all: &str, line: &&str| !all.lines().any(|other| other == *line);
    let only = |of: &str, other: &str| of.lines().filter(|line| lacks(other, line)).map(str::to_string).collect();
    Some(Change {
        when: shown.built.clone(),
        was: only(&shown.was, if is_gone { "" } else { &now }),
        now: if is_gone { Vec::new() } else { only(&now, &shown.was) },
        is_gone,
    })
}
