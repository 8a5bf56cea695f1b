//! The component that draws the page for learning, and on any page the dialog for a note.

use crate::notes::{run_browser_command, with_learn};
use crate::notes_store;
use crate::page_events::{PageEvent, READING_MS, TYPING_PAUSE_MS, watch_page};
use dom::{ForeignChanges, Listener, Timer};
use explore::library::Library;
use explore::route;
use html::YewRenderer;
use html::node::{Handler, element, fragment};
use learn::views::{DIALOG_ID, DIALOG_WORDS_ID, learn_content, note_dialog};
use learn::{Deck, LearnCommand, Material, Outcome, PageStatus};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;
use yew::{Component, Context, Event, Html, Properties};

thread_local! {
    static SHOWN: RefCell<Option<Scope<LearnComponent>>> = const { RefCell::new(None) };
    /// Whether the dialog is to be opened at the next drawing.
    static OPENS_DIALOG: Cell<bool> = const { Cell::new(false) };
}

/// Opens the dialog for the note that the controller has. If the component is not there yet, as soon as it is.
pub fn show_dialog() {
    OPENS_DIALOG.set(true);
    SHOWN.with_borrow(|shown| shown.iter().for_each(|scope| scope.send_message(Message::Redraw)));
}

/// What the component is given.
#[derive(Clone, Properties)]
pub struct LearnProps {
    /// The data.
    pub library: Rc<Library>,
    /// Whether the page for learning is shown.
    pub is_shown: bool,
    /// The changes that others make to what is drawn.
    pub foreign_changes: Rc<Option<ForeignChanges>>,
}

impl PartialEq for LearnProps {
    fn eq(&self, other: &LearnProps) -> bool {
        Rc::ptr_eq(&self.library, &other.library) && self.is_shown == other.is_shown
    }
}

/// The component.
pub struct LearnComponent {
    renderer: YewRenderer<LearnCommand>,
    /// The cards, which are made when the page is first shown.
    deck: Rc<Deck>,
    has_deck: bool,
    status: PageStatus,
    /// Saves what was typed when typing pauses.
    typing_timer: Option<Timer>,
    /// Looks whether what is saved has been read.
    loading_timer: Option<Timer>,
    /// The id of the element that receives the focus after the next drawing.
    focus_id: Option<&'static str>,
    _listeners: [Listener; 4],
    _on_foreign_save: Option<Listener>,
}

/// What happens to the component.
pub enum Message {
    /// An event handler dispatched a command.
    Command(LearnCommand),
    /// What it changed is saved, or could not be.
    Finish(Outcome),
    /// Typing pauses.
    Save,
    /// Something happens to the page.
    Page(PageEvent),
    /// Another window has saved something.
    Reload,
    /// What is saved should have been read by now.
    CheckLoaded,
    /// The dialog is to be shown.
    Redraw,
}

impl Component for LearnComponent {
    type Message = Message;
    type Properties = LearnProps;

    fn create(context: &Context<LearnComponent>) -> LearnComponent {
        let link = context.link().clone();
        SHOWN.set(Some(link.clone()));
        let dispatch = move |event: &Event, handler: &Handler<LearnCommand>| {
            let Some(command) = handler.action(|| dom::event_details(event)) else { return };
            if handler.event == "keydown" {
                dom::prevent_default(event);
            }
            link.send_message(Message::Command(command));
        };
        let link = context.link().clone();
        let mut component = LearnComponent {
            renderer: YewRenderer { link_style: dom::link_style(), dispatch: Rc::new(dispatch) },
            deck: Rc::default(),
            has_deck: false,
            status: PageStatus { is_single_file: dom::is_single_file(), ..PageStatus::default() },
            typing_timer: None,
            loading_timer: None,
            focus_id: None,
            _listeners: watch_page(&context.link().callback(Message::Page), notes_store::write_journal),
            _on_foreign_save: notes_store::on_foreign_save(move || link.send_message(Message::Reload)),
        };
        component.show_page(context);
        component
    }

    fn changed(&mut self, context: &Context<LearnComponent>, before: &LearnProps) -> bool {
        if !Rc::ptr_eq(&before.library, &context.props().library) {
            self.has_deck = false;
        }
        self.show_page(context);
        true
    }

    fn update(&mut self, context: &Context<LearnComponent>, message: Message) -> bool {
        match message {
            Message::Command(command) => self.run_command(context, command),
            Message::Finish(outcome) => {
                self.status.is_loaded = true;
                self.report_outcome(outcome);
                true
            }
            Message::Save => {
                self.typing_timer = None;
                synchronise_and_finish(context, Outcome::default());
                false
            }
            Message::Page(PageEvent::Hide) => {
                if with_learn(|learn| learn.has_unsaved()) {
                    synchronise_and_finish(context, Outcome::default());
                }
                _ = notes_store::write_journal();
                false
            }
            Message::Page(PageEvent::Leave) => {
                notes_store::close();
                false
            }
            Message::Page(PageEvent::Return) => {
                notes_store::reopen();
                context.link().send_message(Message::Reload);
                false
            }
            Message::Reload => {
                if context.props().is_shown && self.typing_timer.is_none() {
                    synchronise_and_finish(context, Outcome::default());
                }
                false
            }
            Message::CheckLoaded => {
                self.status.is_late = true;
                !self.status.is_loaded
            }
            Message::Redraw => true,
        }
    }

    fn view(&self, context: &Context<LearnComponent>) -> Html {
        let LearnProps { library, is_shown, foreign_changes } = context.props();
        foreign_changes.iter().for_each(ForeignChanges::undo);
        let content = with_learn(|learn| {
            let page = if *is_shown { learn_content(learn, &self.material(library), self.status) } else { fragment() };
            let page = element("div").key("page").child(page);
            element("div").class("learn__root").child(page).child(note_dialog(learn).key("dialog"))
        });
        self.renderer.render(content)
    }

    fn rendered(&mut self, context: &Context<LearnComponent>, _: bool) {
        if OPENS_DIALOG.replace(false) {
            dom::set_visible("extras", true);
            dom::show_dialog(DIALOG_ID);
            dom::focus_element(DIALOG_WORDS_ID);
        }
        if let Some(id) = self.focus_id.take() {
            _ = dom::focus_element(id) || dom::focus_element("notes");
        }
        context.props().foreign_changes.iter().for_each(ForeignChanges::accept);
    }
}

/// Saves the edits of this window and reads what others saved, then finishes a command with this outcome.
fn synchronise_and_finish(context: &Context<LearnComponent>, outcome: Outcome) {
    let link = context.link().clone();
    spawn_local(async move {
        let message = notes_store::synchronise().await.unwrap_or(outcome.message);
        link.send_message(Message::Finish(Outcome { message, ..outcome }));
    });
}

/// A number by chance.
fn chance() -> u64 {
    u64::from_str_radix(&dom::random_digits(), 16).unwrap_or_default() ^ dom::now()
}

impl LearnComponent {
    fn material<'m>(&'m self, library: &'m Library) -> Material<'m> {
        Material { corpus: library.corpus(), deck: &self.deck, seed: chance() }
    }

    /// Reads what is saved, if the page is shown.
    fn show_page(&mut self, context: &Context<LearnComponent>) {
        let LearnProps { library, is_shown, .. } = context.props();
        if !is_shown {
            return;
        }
        if !std::mem::replace(&mut self.has_deck, true) {
            self.deck = Rc::new(Deck::new(library.corpus()));
            let kept = notes_store::tab_text();
            with_learn(|learn| learn.restore_tab(&kept, &self.material(library)));
        }
        if !self.status.is_loaded {
            let link = context.link().clone();
            let check = move || link.send_message(Message::CheckLoaded);
            self.loading_timer = Some(dom::call_after(READING_MS, check));
        }
        synchronise_and_finish(context, Outcome::default());
    }

    fn run_command(&mut self, context: &Context<LearnComponent>, command: LearnCommand) -> bool {
        let library = Rc::clone(&context.props().library);
        if command.is_browser_only() {
            self.report_outcome(run_browser_command(&command, &library));
            return false;
        }
        let is_typed = matches!(command, LearnCommand::Write(..));
        let closes_dialog = match command {
            LearnCommand::KeepNote | LearnCommand::CloseNote => true,
            LearnCommand::Remove(_) => with_learn(|learn| learn.dialog().is_some()),
            _ => false,
        };
        let outcome = with_learn(|learn| learn.run_command(command, &self.material(&library)));
        if closes_dialog {
            dom::close_dialog(DIALOG_ID);
            dom::set_visible("extras", route::parse_address(&dom::page_address()).view.needs_extras());
        }
        if context.props().is_shown {
            notes_store::keep_tab_text(&with_learn(|learn| learn.tab_text()));
        }
        if is_typed {
            let link = context.link().clone();
            self.typing_timer = Some(dom::call_after(TYPING_PAUSE_MS, move || link.send_message(Message::Save)));
            self.report_outcome(outcome);
            return false;
        }
        if with_learn(|learn| learn.has_unsaved()) {
            // The result is shown at once, and announced when it is saved.
            self.focus_id = outcome.focus_id;
            synchronise_and_finish(context, Outcome { focus_id: None, ..outcome });
        } else {
            self.report_outcome(outcome);
        }
        true
    }

    /// Announces the message of an outcome and notes its focus.
    fn report_outcome(&mut self, outcome: Outcome) {
        if !outcome.message.is_empty() {
            dom::announce(&outcome.message);
        }
        self.focus_id = outcome.focus_id.or(self.focus_id.take());
    }
}
