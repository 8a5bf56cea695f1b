//! Notes in the browser: opening the dialog for one, and the commands that only the browser can carry out.

use crate::component;
use crate::data::page_origin;
use crate::export::save_text;
use crate::learn_component;
use crate::notes_store::synchronise;
use crate::opened_store;
use corpus::Corpus;
use explore::library::Library;
use explore::route;
use explore::state::{State, View};
use learn::export::{FILE_NAME, markdown, note_entries, rich_text};
use learn::{LearnCommand, LearnController, Outcome, can_have_note, found_notes, line_of, note_address, subject_at};
use model::ReportId;
use std::cell::RefCell;
use std::rc::Rc;

/// The only controller of this window, which knows the time.
fn controller() -> Rc<RefCell<LearnController>> {
    thread_local!(static CONTROLLER: Rc<RefCell<LearnController>> = Rc::default());
    let controller = CONTROLLER.with(Rc::clone);
    controller.borrow_mut().set_time(dom::now(), dom::today());
    controller
}

/// Calls a function with the controller.
pub fn with_learn<R>(run: impl FnOnce(&mut LearnController) -> R) -> R {
    run(&mut controller().borrow_mut())
}

/// Opens the dialog for the note on the current page (`target` is empty) or another one (an address). Returns the message to
/// announce, which is empty if it is open.
pub async fn open_note(target: &str, library: &Rc<Library>) -> String {
    let address = note_address(target, &dom::address_with_fragment());
    if !can_have_note(&address) {
        return "There is nothing here that a note can be on.".to_string();
    }
    let corpus = library.corpus();
    let text = match line_of(&address) {
        Some((report, _)) => report_text(&report, corpus).await,
        None => String::new(),
    };
    let subject = subject_at(corpus, &address, &text, &dom::text_of("heading"));
    synchronise().await;
    with_learn(|learn| learn.open_dialog(subject));
    component::show_extras(library);
    learn_component::show_dialog();
    String::new()
}

/// The text of a report; empty if it cannot be fetched. The note then has no words of it.
async fn report_text(id: &ReportId, corpus: &Corpus) -> String {
    if id.is_opened() {
        let text = opened_store::with_shelf(|shelf| Some(shelf.report(id)?.text.clone()));
        return text.unwrap_or_default();
    }
    match route::source_text_path(&State::for_view(View::Report(id.clone())), corpus) {
        Some(path) => dom::fetch_text(&path).await.unwrap_or_default(),
        None => String::new(),
    }
}

/// Carries out a command that only the browser can carry out.
pub fn run_browser_command(command: &LearnCommand, library: &Library) -> Outcome {
    let origin = page_origin();
    let entries = || with_learn(|learn| note_entries(library.corpus(), found_notes(learn), &origin));
    let message = match command {
        LearnCommand::SaveMarkdown => {
            save_text(&format!("{FILE_NAME}.md"), "text/markdown", &markdown(&entries(), &origin))
        }
        LearnCommand::SaveDocument => {
            save_text(&format!("{FILE_NAME}.rtf"), "application/rtf", &rich_text(&entries(), &origin))
        }
        LearnCommand::Print => {
            dom::print_page();
            String::new()
        }
        LearnCommand::SaveDamaged(n) => {
            let text = with_learn(|learn| {
                let damaged = &learn.state().damaged;
                damaged.iter().find(|(other, _)| other == n).map(|(_, text)| text.clone())
            });
            save_text(&format!("{FILE_NAME}-set-aside-{n}.txt"), "text/plain", &text.unwrap_or_default())
        }
        _ => String::new(),
    };
    Outcome { message, focus_id: None }
}
