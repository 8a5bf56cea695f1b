//! The brief in the browser: kept in its storage, and what of it only a browser can do.

use crate::data::{Data, origin};
use crate::export::{copy, save};
use briefing::view::presentation::presentation;
use briefing::{BriefCommand, BriefPage, Controller, Outcome, Refused, Shelf, Show, damaged_name};
use dom::{PackError, Storage, StorageError};
use explore::export::Origin;
use explore::pages::names;
use sha2::{Digest, Sha256};
use std::cell::RefCell;

/// The browser's storage as a shelf for briefs.
pub struct BrowserShelf;

impl Shelf for BrowserShelf {
    fn get(&self, name: &str) -> Option<String> {
        Storage.get(name)
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Refused> {
        Storage.put(name, text).map_err(|error| match error {
            StorageError::Full => Refused::Full,
            StorageError::Forbidden => Refused::Forbidden,
        })
    }

    fn remove(&self, name: &str) {
        Storage.remove(name);
    }
}

/// Lets something use the one brief of this window.
pub fn with_controller<R>(run: impl FnOnce(&mut Controller<BrowserShelf>) -> R) -> R {
    thread_local!(static CONTROLLER: RefCell<Controller<BrowserShelf>> = RefCell::new(Controller::new(BrowserShelf)));
    CONTROLLER.with_borrow_mut(run)
}

/// Lets something use what slides are made from.
pub fn with_show<R>(data: &Data, run: impl FnOnce(&Show) -> R) -> R {
    let origin = origin();
    run(&Show { corpus: &data.corpus, catalogue: data.catalogue(), origin: &origin })
}

/// Adds what the shown page has, a part of it, or the page at another address; gives the sentence to say.
pub fn add(of: &str, data: &Data) -> String {
    // A finding of a list is named by the address of its page.
    let (address, of) = if of.ends_with('/') { (of.to_string(), "") } else { (dom::address(), of) };
    match with_show(data, |show| show.shown(&address, of)) {
        Some(shown) => with_controller(|controller| controller.add(shown)),
        None => "There is nothing here to present".to_string(),
    }
}

/// Carries out a command that only a browser can carry out.
pub async fn run(command: BriefCommand, data: &Data) -> Outcome {
    let say = |said: String| Outcome { said, focus: None };
    let file_name = || with_controller(|controller| controller.file_name());
    match command {
        BriefCommand::Present => match dom::call_part("present", "start", "").await {
            Ok(said) => say(said),
            Err(_) => say("The part of the program that presents could not be loaded. Try again.".to_string()),
        },
        BriefCommand::Print => {
            dom::print();
            Outcome::default()
        }
        BriefCommand::CopyLink => say(copy_link().await),
        BriefCommand::SaveFile => {
            let text = with_controller(|controller| controller.brief().to_text());
            say(save(&format!("{}.json", file_name()), "application/json", &text))
        }
        BriefCommand::SavePresentation => {
            let page = with_show(data, |show| with_controller(|controller| controller.page(show)));
            match presentation_of(&page, &origin()).await {
                Ok(html) => say(save(&format!("{}.html", file_name()), "text/html", &html)),
                Err(why) => say(format!("The presentation could not be made: {why}")),
            }
        }
        BriefCommand::OpenFile => match dom::chosen_file("brief-file").await {
            Some(text) => {
                let said = with_controller(|controller| controller.open(&text));
                Outcome { said, focus: Some("count".to_string()) }
            }
            None => Outcome::default(),
        },
        BriefCommand::SaveDamaged(n) => match with_controller(|controller| controller.damaged(n)) {
            Some(text) => say(save(&damaged_name(n), "text/plain", &text)),
            None => say(format!("{} could not be saved", damaged_name(n))),
        },
        _ => Outcome::default(),
    }
}

/// The mark before a brief in the fragment of an address, which browsers send to nobody.
const SHARED: &str = "#b=";

async fn copy_link() -> String {
    /// As many letters of a link as most programs that pass links on keep.
    const MOST_LETTERS: usize = 8000;
    let Some(root) = dom::shareable_root() else {
        return "This file has no public address that a link could lead to. Save the brief as a file and send that."
            .to_string();
    };
    let text = with_controller(|controller| controller.brief().to_text());
    let Ok(packed) = dom::pack(&text).await else {
        return "This browser is too old to make the link. Save the brief as a file and send that.".to_string();
    };
    let link = format!("{root}brief/{SHARED}{packed}");
    if link.len() > MOST_LETTERS {
        return format!(
            "The brief is too long for a link: {} letters, and only {} are passed on everywhere. Save it as a file and \
             send that.",
            names::thousands(link.len()),
            names::thousands(MOST_LETTERS)
        );
    }
    copy(&link, "Link to the brief, notes included,").await
}

/// Opens the brief that the address of the page holds, if it holds one; gives the sentence to say.
pub async fn open_shared() -> Option<String> {
    let packed = dom::take_from_address(SHARED)?;
    Some(match dom::unpack(&packed).await {
        Ok(text) => with_controller(|controller| controller.open(&text)),
        Err(PackError::TooOld) => "This browser is too old to open the brief in the link.".to_string(),
        Err(PackError::Damaged) => {
            "The link holds no whole brief: it may have been cut short on its way. Nothing was changed.".to_string()
        }
    })
}

/// The brief as a page of its own, which presents itself and asks for nothing.
async fn presentation_of(page: &BriefPage, origin: &Origin) -> Result<String, String> {
    let (styles, script) = dom::texts_of_part("brief-styles", "present").await?;
    let digest = |text: &str| format!("'sha256-{}'", dom::digest_base64(&Sha256::digest(text)));
    let policy =
        format!("default-src 'none'; style-src {}; script-src {}; img-src data:", digest(&styles), digest(&script));
    let about = format!(
        "From {}; data {}; site built {}. It asks for nothing from any network.",
        origin.root, origin.data, origin.built
    );
    Ok(presentation(page, &about, &policy, &styles, &script))
}
