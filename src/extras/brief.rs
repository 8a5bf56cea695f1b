//! The brief in the browser: its storage, and the commands that only the browser can carry out.

use crate::brief_store::synchronise;
use crate::data::page_origin;
use crate::export::{copy_text, save_text};
use crate::text_store::window_id;
use briefing::views::presentation::presentation_html;
use briefing::{
    BriefCommand, BriefController, BriefPage, CommandOutcome, MAX_BRIEF_BYTES, MAX_LINK_LENGTH, SlideBuilder,
    damaged_file_name, link_text, select_page, without_added_signs,
};
use dom::{FileError, PackError};
use explore::command::brief_target;
use explore::export::Origin;
use explore::library::Library;
use explore::pages::phrasing;
use sha2::{Digest, Sha256};
use std::cell::RefCell;

/// Calls a function with the only controller of this window.
pub fn with_controller<R>(run: impl FnOnce(&mut BriefController) -> R) -> R {
    thread_local!(static CONTROLLER: RefCell<BriefController> =
        RefCell::new(BriefController::new(window_id())));
    CONTROLLER.with_borrow_mut(|controller| {
        controller.set_time(dom::now());
        run(controller)
    })
}

/// Calls a function with the data that slides are made from.
pub fn with_slide_builder<R>(library: &Library, run: impl FnOnce(&SlideBuilder) -> R) -> R {
    let origin = page_origin();
    run(&SlideBuilder { library, origin: &origin })
}

/// Adds the current page (`of` is empty), a part of it (an anchor) or another page (an address) to the brief. Returns
/// the message to announce.
pub async fn add_to_brief(anchor: &str, library: &Library) -> String {
    let here = dom::page_address();
    let (address, of) = brief_target(anchor, &here);
    let Some(shown) = with_slide_builder(library, |show| show.page_snapshot(address, of)) else {
        return "There is nothing here that a brief can show.".to_string();
    };
    synchronise().await;
    let message = with_controller(|controller| controller.add_page(shown));
    synchronise().await.unwrap_or(message)
}

/// Carries out a command that only the browser can carry out.
pub async fn run_browser_command(command: BriefCommand, library: &Library) -> CommandOutcome {
    let say = |said: String| CommandOutcome { message: said, focus_id: None };
    let file_name = || with_controller(|controller| controller.file_stem());
    match command {
        BriefCommand::Present => say(present("").await),
        BriefCommand::PresentFromStart => say(present("start").await),
        BriefCommand::Print => {
            dom::print_page();
            CommandOutcome::default()
        }
        BriefCommand::CopyLink => say(copy_link().await),
        BriefCommand::SaveFile => {
            let text = with_controller(|controller| controller.outgoing_brief().to_json());
            say(save_text(&format!("{}.json", file_name()), "application/json", &text))
        }
        BriefCommand::SavePresentation => {
            let brief = with_controller(|controller| controller.outgoing_brief());
            let page = with_slide_builder(library, |show| select_page(show, &brief));
            match make_presentation(&page, &page_origin()).await {
                Ok(html) => say(save_text(&format!("{}.html", file_name()), "text/html", &html)),
                Err(why) => {
                    dom::report_failure(&format!("The presentation could not be made: {why}."), "Try again.", "");
                    CommandOutcome::default()
                }
            }
        }
        BriefCommand::OpenFile => match dom::read_chosen_file("brief-file", MAX_BRIEF_BYTES).await {
            Err(FileError::TooLarge) => say("The file is larger than a brief can be. Nothing was changed.".to_string()),
            Err(FileError::Unreadable) => say("The browser could not read the file. Nothing was changed.".to_string()),
            Ok(Some(text)) => {
                let said = with_controller(|controller| controller.open_text(&text));
                let said = synchronise().await.unwrap_or(said);
                CommandOutcome { message: said, focus_id: Some("count".to_string()) }
            }
            Ok(None) => CommandOutcome::default(),
        },
        BriefCommand::SaveDamaged(n) => match with_controller(|controller| controller.damaged_text(n)) {
            Some(text) => say(save_text(&damaged_file_name(n), "text/plain", &text)),
            None => say(format!("“{}” could not be saved.", damaged_file_name(n))),
        },
        _ => CommandOutcome::default(),
    }
}

/// Presents the slides, from where a presentation was left or from the start. Returns when it ends, with the message to
/// announce, if there is one.
async fn present(from: &str) -> String {
    dom::call_module("present", "start", from).await.unwrap_or_default()
}

/// Whether a presentation was left in the middle. `static/present.js` keeps the place.
pub fn can_resume() -> bool {
    dom::has_session_text("force-findings-slide")
}

/// The most bytes of the text of a brief in a link. One of eight items has less than two thousand.
const MAX_LINKED_BYTES: usize = 1_000_000;

/// The marker before the packed brief in an address. It starts the fragment, which browsers do not send to a server.
const LINK_MARKER: &str = "#b=";

async fn copy_link() -> String {
    let Some(root) = dom::shareable_root() else {
        return "A link needs a public address, and this file has none. Save the brief as a file and send that."
            .to_string();
    };
    let (brief, with_notes) =
        with_controller(|controller| (controller.outgoing_brief(), controller.status().with_notes));
    let Ok(packed) = dom::pack_text(&link_text(&brief)).await else {
        return "This browser is too old to make the link. Save the brief as a file and send that.".to_string();
    };
    let link = format!("{root}brief/{LINK_MARKER}{packed}");
    if link.len() > MAX_LINK_LENGTH {
        return format!(
            "The brief is too long for a link: it needs {} characters, and some programs cut links after {}. Save it as a file \
             and send that.",
            phrasing::format_thousands(link.len()),
            phrasing::format_thousands(MAX_LINK_LENGTH)
        );
    }
    let name = if with_notes { "Link to the brief, with your notes," } else { "Link to the brief, without notes," };
    copy_text(&link, name).await
}

/// Opens the brief in the address of the page, if there is one. Returns the message to announce, which is empty if there
/// is nothing new.
pub async fn open_linked_brief(library: &Library) -> String {
    let Some(packed) = dom::address_suffix(LINK_MARKER) else { return String::new() };
    for packed in without_added_signs(&packed) {
        match dom::unpack_text(&packed, MAX_LINKED_BYTES).await {
            Err(PackError::TooLarge) => {
                close_link();
                return "The brief in the link is larger than a brief can be. Nothing was changed.".to_string();
            }
            Err(PackError::Unsupported) => return "This browser is too old to open the brief in the link.".to_string(),
            Err(PackError::Damaged) => {}
            Ok(text) => {
                let open = |show: &SlideBuilder| with_controller(|controller| controller.open_link(&text, show));
                if let Ok(message) = with_slide_builder(library, open) {
                    return message;
                }
            }
        }
    }
    close_link();
    "The link does not contain a complete brief: it may have been cut short. Nothing was changed.".to_string()
}

/// Removes the brief from the address of the page.
pub fn close_link() {
    dom::remove_address_suffix(LINK_MARKER);
}

/// The styles without the rule for the font, which the site puts first: a file that loads nothing cannot have it.
fn without_font(styles: &str) -> &str {
    match styles.trim_start().strip_prefix("@font-face") {
        Some(rest) => rest.split_once('}').map_or("", |(_, rest)| rest),
        None => styles,
    }
}

/// The brief as a stand-alone HTML file, with a content security policy that allows only its own styles and script.
///
/// # Errors
/// A message that says which file could not be fetched.
async fn make_presentation(page: &BriefPage, origin: &Origin) -> Result<String, String> {
    let (styles, script) = dom::fetch_styles_and_script("extras-styles", "present").await?;
    let styles = without_font(&styles);
    let digest = |text: &str| format!("'sha256-{}'", dom::encode_base64(&Sha256::digest(text)));
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
        digest(styles),
        digest(&script)
    );
    let about = format!(
        "From {}; data {}; site built {}. This file makes no network requests.",
        origin.site_root, origin.data_file, origin.build_date
    );
    Ok(presentation_html(page, &about, &policy, styles, &script))
}
