//! The brief of whoever has this browser: kept in its storage, changed from any page, drawn on a page of its own.

use super::browser::{self, Storage};
use super::{LOST, corpus, origin};
use crate::brief::{Brief, Edit, Item, Shown, Store, What, damaged_name};
use crate::corpus::Corpus;
use crate::markup::brief::{self as drawn, Standing};
use crate::markup::tag::tag;
use crate::page;
use crate::screen::brief::{self, BriefPage, Show};
use crate::screen::catalogue::Catalogue;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

/// What this page knows of the brief beside what is kept.
#[derive(Default)]
struct Session {
    brief: Brief,
    /// The number under which it was kept last.
    number: u64,
    /// The brief before the last change that took something away.
    before: Option<Brief>,
    /// Another brief that came by a link or a file.
    offered: Option<Brief>,
    /// Why the brief as it is here is not kept.
    trouble: Option<String>,
}

thread_local!(static SESSION: RefCell<Session> = RefCell::default());

const STORE: Store<Storage> = Store(Storage);

/// The brief as it is now: what another window has kept since counts, unless something here could not be kept.
fn now() -> Brief {
    SESSION.with_borrow_mut(|session| {
        let kept = STORE.load();
        if session.trouble.is_none() && kept.number > session.number {
            (session.brief, session.number) = (kept.brief, kept.number);
        }
        session.brief.clone()
    })
}

/// Does something to the brief and keeps it.
fn change(edit: Edit, can_undo: bool) -> Brief {
    let before = now();
    let brief = before.after(edit);
    SESSION.with_borrow_mut(|session| {
        session.before = can_undo.then_some(before);
        session.trouble = match STORE.save(&brief) {
            Ok(number) => {
                session.number = number;
                None
            }
            Err(refused) => Some(format!(
                "The brief is not kept: {refused}. It is complete on this page; save it as a file before you close it."
            )),
        };
        session.brief = brief.clone();
    });
    brief
}

/// Adds what the shown page has, or a part of it; gives the sentence to say of it.
pub async fn add(of: &str) -> String {
    let Some(corpus) = corpus().await else { return LOST.to_string() };
    // A finding of a list is named by the address of its page.
    let (address, of) = if of.ends_with('/') { (of.to_string(), "") } else { (page::address(), of) };
    let Some(shown) = with_show(&corpus, |show| show.shown(&address, of)) else {
        return "There is nothing here to present".to_string();
    };
    let brief = change(Edit::Add(What::Page(shown)), false);
    let trouble = SESSION.with_borrow(|session| session.trouble.clone());
    trouble.unwrap_or_else(|| format!("Added to the brief, which now has {}", count(&brief)))
}

fn count(brief: &Brief) -> String {
    crate::screen::names::count(brief.items.len(), "item", "items")
}

fn with_show<R>(corpus: &Corpus, run: impl FnOnce(&Show) -> R) -> R {
    let (catalogue, origin) = (Catalogue::new(corpus), origin());
    run(&Show { corpus, catalogue: &catalogue, origin: &origin })
}

async fn selected() -> Option<BriefPage> {
    let corpus = corpus().await?;
    Some(with_show(&corpus, |show| brief::brief(show, &now())))
}

/// The brief as HTML, with everything that can be done to it.
#[wasm_bindgen]
pub async fn brief() -> String {
    let Some(page) = selected().await else { return tag("p").role("alert").text(LOST).written() };
    let standing = SESSION.with_borrow(|session| Standing {
        trouble: session.trouble.clone(),
        offered: session.offered.as_ref().map(|brief| (brief.title.clone(), brief.items.len())),
        aside: STORE.all_aside(),
        can_undo: session.before.is_some(),
    });
    drawn::brief(&page, &standing).written()
}

/// Does what a button or field of the page says to an item of that number; gives the sentence to say of it.
#[wasm_bindgen]
pub async fn brief_edit(what: String, item: u32, words: String) -> String {
    let brief = now();
    let place = brief.place(item);
    let to = |to: usize| {
        let to = to.min(brief.items.len().saturating_sub(1));
        change(Edit::Move { id: item, to }, true);
        format!("Moved to place {} of {}", to + 1, brief.items.len())
    };
    match (what.as_str(), place) {
        ("title", _) => quietly(Edit::Title(words)),
        ("heading", _) if words.trim().is_empty() => "Write the words of the heading first".to_string(),
        ("heading", _) => {
            let brief = change(Edit::Add(What::Heading(words)), false);
            format!("Heading added; the brief has {}", count(&brief))
        }
        ("note", Some(_)) => quietly(Edit::Note { id: item, words }),
        ("reword", Some(_)) => quietly(Edit::Reword { id: item, words, data: String::new(), built: String::new() }),
        ("up", Some(place)) => to(place.saturating_sub(1)),
        ("down", Some(place)) => to(place + 1),
        ("to", Some(_)) => to(words.parse().unwrap_or(0)),
        ("remove", Some(_)) => {
            change(Edit::Remove(item), true);
            "Removed. The change can be taken back".to_string()
        }
        ("renew", Some(_)) => renew(brief.item(item)).await,
        ("clear", _) => {
            change(Edit::Clear, true);
            "The brief is empty. The change can be taken back".to_string()
        }
        ("undo", _) => match SESSION.with_borrow_mut(|session| session.before.take()) {
            Some(before) => {
                change(Edit::Replace(before), false);
                "The last change is taken back".to_string()
            }
            None => String::new(),
        },
        ("aside-give-up", _) => {
            STORE.give_up(item as usize);
            "Deleted".to_string()
        }
        ("offer-replace" | "offer-add" | "offer-leave", _) => answer(&what),
        _ => "This item is no longer in the brief: it was removed in another window".to_string(),
    }
}

fn quietly(edit: Edit) -> String {
    change(edit, false);
    SESSION.with_borrow(|session| session.trouble.clone()).unwrap_or_default()
}

/// Takes what an item says now for what it said when it was added.
async fn renew(item: Option<&Item>) -> String {
    let Some(Item { id, what: What::Page(Shown { address, of, .. }), .. }) = item else { return String::new() };
    let Some(corpus) = corpus().await else { return LOST.to_string() };
    if let Some(shown) = with_show(&corpus, |show| show.shown(address, of)) {
        change(Edit::Reword { id: *id, words: shown.was, data: shown.data, built: shown.built }, false);
    }
    "The words of now are kept with the item".to_string()
}

fn answer(what: &str) -> String {
    let Some(offered) = SESSION.with_borrow_mut(|session| session.offered.take()) else { return String::new() };
    let brief = match what {
        "offer-replace" => change(Edit::Replace(offered), true),
        "offer-add" => change(Edit::AddAll(offered), true),
        _ => return "Left as it was".to_string(),
    };
    format!("The brief has {} now. The change can be taken back", count(&brief))
}

/// Takes a brief from a file or a link: opened at once where there is none yet, else offered. Gives the sentence to say.
#[wasm_bindgen]
pub fn brief_open(text: String) -> String {
    match Brief::from_text(&text) {
        Err(error) => format!("The brief could not be opened: {error}. Nothing was changed"),
        Ok(brief) if now().is_empty() => {
            let brief = change(Edit::Replace(brief), false);
            format!("The brief is open, with {}", count(&brief))
        }
        Ok(brief) => {
            SESSION.with_borrow_mut(|session| session.offered = Some(brief));
            "Choose what to do with the brief that you opened".to_string()
        }
    }
}

/// The brief as a text, for a file or a link.
#[wasm_bindgen]
pub fn brief_text() -> String {
    now().to_text()
}

/// A name for a file with the brief: "force-findings-brief-monday".
#[wasm_bindgen]
pub fn brief_name() -> String {
    let slug = crate::model::slug(&now().title);
    if slug.is_empty() { "force-findings-brief".to_string() } else { format!("force-findings-brief-{slug}") }
}

/// Offers a text that was set aside as a file; gives the sentence to say.
#[wasm_bindgen]
pub fn brief_save_aside(n: usize) -> String {
    let name = damaged_name(n);
    match STORE.aside(n).is_some_and(|text| browser::save(&name, "text/plain", &text)) {
        true => format!("Saved as {name}"),
        false => format!("{name} could not be saved"),
    }
}

/// Offers a text as a file; gives the sentence to say.
#[wasm_bindgen]
pub fn brief_save(name: &str, kind: &str, text: &str) -> String {
    match browser::save(name, kind, text) {
        true => format!("Saved as {name}"),
        false => format!("{name} could not be saved"),
    }
}

/// The digest by which a policy names a script or style.
#[wasm_bindgen]
pub fn sha256(text: &str) -> Vec<u8> {
    Sha256::digest(text).to_vec()
}

/// The brief as a page of its own, which presents itself and asks for nothing; nothing if the data is not there.
#[wasm_bindgen]
pub async fn brief_alone(policy: String, styles: String, script: String) -> Option<String> {
    let page = selected().await?;
    let origin = origin();
    let about = format!(
        "From {}; data {}; site built {}. It asks for nothing from any network.",
        origin.root, origin.data, origin.built
    );
    Some(drawn::alone(&page, &about, &policy, &styles, &script))
}
