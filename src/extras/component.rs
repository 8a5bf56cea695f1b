//! The component that draws forces side by side, the brief, and the page of opened reports; inside it is the one for learning.

use crate::brief::{self, with_controller, with_slide_builder};
use crate::brief_store;
use crate::learn_component::{LearnComponent, LearnProps};
use crate::open_page::OpenPageState;
use crate::page_events::{PageEvent, READING_MS, TYPING_PAUSE_MS, watch_page};
use crate::{opened_store, opening};
use briefing::views::editor::editor_content;
use briefing::views::linked::linked_content;
use briefing::{BriefCommand, BriefStatus, CommandOutcome};
use dom::{Listener, Timer};
use explore::library::Library;
use explore::pages::compare::compare_page;
use explore::pages::national::{national_page, unknown_cycle};
use explore::route;
use explore::state::{State, View};
use html::YewRenderer;
use html::components;
use html::node::{Handler, element, fragment};
use opened::OpenCommand;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, Component, Context, Event, Html, Properties, Renderer};

thread_local!(static SHOWN: RefCell<Option<AppHandle<ExtrasComponent>>> = const { RefCell::new(None) });

/// Draws the page of opened reports again, if it is shown.
pub fn redraw() {
    SHOWN.with_borrow(|shown| shown.iter().for_each(|handle| handle.send_message(Message::Redraw)));
}

/// Draws this program's part of the current page.
pub fn show_extras(library: &Rc<Library>) {
    SHOWN.with_borrow_mut(|shown| match shown {
        Some(handle) => handle.send_message(Message::Visit(Rc::clone(library))),
        None => {
            let Some(host) = dom::mount_point("extras") else { return };
            *shown = Some(Renderer::with_root_and_props(host, ExtrasProps { library: Rc::clone(library) }).render());
        }
    });
}

const READING: &str = "Reading the brief that is saved in this browser …";
const LATE: &str = "The brief that is saved in this browser cannot be read: its database does not answer. Close the other \
    windows of this site, and reload the page.";

#[derive(Clone, PartialEq, Properties)]
struct ExtrasProps {
    library: Rc<Library>,
}

struct ExtrasComponent {
    library: Rc<Library>,
    state: State,
    renderer: YewRenderer<BriefCommand>,
    open_page: OpenPageState,
    open_renderer: YewRenderer<OpenCommand>,
    /// Whether the saved brief has been read.
    is_loaded: bool,
    /// Whether reading it takes longer than it can take.
    is_late: bool,
    /// What was typed and is not saved yet, one command for each field.
    pending_commands: Vec<BriefCommand>,
    /// Saves it when typing pauses.
    typing_timer: Option<Timer>,
    /// Looks whether the saved brief has been read.
    loading_timer: Option<Timer>,
    /// The id of the element that receives the focus after the next drawing.
    focus_id: Option<String>,
    foreign_changes: Rc<Option<dom::ForeignChanges>>,
    _listeners: [Listener; 4],
    _on_foreign_save: Option<Listener>,
    _on_foreign_change: Option<Listener>,
}

enum Message {
    /// The page has changed, or was opened again, with this data.
    Visit(Rc<Library>),
    /// An event handler dispatched a command.
    Command(BriefCommand),
    /// A command that the browser carries out has finished.
    Finish(CommandOutcome),
    /// Typing pauses.
    SaveTyped,
    /// Something happens to the page.
    Page(PageEvent),
    /// Another window may have changed the brief.
    Reload,
    /// The saved brief should have been read by now.
    CheckLoaded,
    /// What was opened has changed.
    Redraw,
    /// An event handler of the page of opened reports dispatched a command.
    Open(OpenCommand),
    /// Such a command has finished.
    FinishOpen(opening::Outcome),
}

impl Component for ExtrasComponent {
    type Message = Message;
    type Properties = ExtrasProps;

    fn create(context: &Context<ExtrasComponent>) -> ExtrasComponent {
        let link = context.link().clone();
        let dispatch = move |event: &Event, handler: &Handler<BriefCommand>| {
            let Some(command) = handler.action(|| dom::event_details(event)) else { return };
            match handler.event {
                "dragstart" => dom::start_drag(event),
                "dragover" | "drop" | "keydown" => dom::prevent_default(event),
                _ => {}
            }
            link.send_message(Message::Command(command));
        };
        let link = context.link().clone();
        let dispatch_open = move |event: &Event, handler: &Handler<OpenCommand>| {
            let command = handler.action(|| dom::event_details(event));
            command.into_iter().for_each(|command| link.send_message(Message::Open(command)));
        };
        let link = context.link().clone();
        let on_foreign_save = brief_store::on_foreign_save(move || link.send_message(Message::Reload));
        let library = Rc::clone(&context.props().library);
        context.link().send_message(Message::Visit(Rc::clone(&library)));
        ExtrasComponent {
            library,
            state: route::parse_address(&dom::page_address()),
            renderer: YewRenderer { link_style: dom::link_style(), dispatch: Rc::new(dispatch) },
            open_page: OpenPageState::new(),
            open_renderer: YewRenderer { link_style: dom::link_style(), dispatch: Rc::new(dispatch_open) },
            is_loaded: false,
            is_late: false,
            pending_commands: Vec::new(),
            typing_timer: None,
            loading_timer: None,
            focus_id: None,
            foreign_changes: Rc::new(dom::ForeignChanges::watch("extras")),
            _listeners: watch_page(&context.link().callback(Message::Page), brief_store::write_journal),
            _on_foreign_save: on_foreign_save,
            _on_foreign_change: opened_store::on_foreign_change(|| {
                opening::announce_change();
                redraw();
            }),
        }
    }

    fn update(&mut self, context: &Context<ExtrasComponent>, message: Message) -> bool {
        match message {
            Message::Visit(library) => {
                self.library = library;
                self.show_page(context)
            }
            Message::Reload => {
                // On other pages too: the menu says how many items there are, and the window that has read them last, whichever
                // that was, has the last word on that.
                if self.pending_commands.is_empty() {
                    synchronise_and_finish(context, CommandOutcome::default());
                }
                false
            }
            Message::Page(PageEvent::Hide) => {
                self.save_typed(context);
                _ = brief_store::write_journal();
                false
            }
            Message::Page(PageEvent::Leave) => {
                // Nothing is written any more but the journal.
                self.run_typed();
                brief_store::close();
                opened_store::close();
                false
            }
            Message::Page(PageEvent::Return) => {
                brief_store::reopen();
                opened_store::reopen();
                context.link().send_message(Message::Reload);
                false
            }
            Message::CheckLoaded => {
                self.is_late = true;
                !self.is_loaded
            }
            Message::SaveTyped => {
                self.save_typed(context);
                false
            }
            Message::Command(command) if command.typed_field().is_some() => {
                self.pending_commands.retain(|other| other.typed_field() != command.typed_field());
                self.pending_commands.push(command);
                let link = context.link().clone();
                self.typing_timer =
                    Some(dom::call_after(TYPING_PAUSE_MS, move || link.send_message(Message::SaveTyped)));
                false
            }
            Message::Command(command) => {
                self.save_typed(context);
                self.run_command(context, command)
            }
            Message::Redraw => self.state.view == View::Open,
            Message::Open(command) => match self.open_page.choose(command) {
                None => true,
                Some(command) => {
                    let link = context.link().clone();
                    spawn_local(async move {
                        link.send_message(Message::FinishOpen(opening::run_command(command).await));
                    });
                    false
                }
            },
            Message::FinishOpen(opening::Outcome { trouble, focus_id }) => {
                self.open_page.trouble = trouble;
                self.focus_id = focus_id.map(str::to_string).or(self.focus_id.take());
                true
            }
            Message::Finish(outcome) => {
                self.is_loaded = true;
                self.report_outcome(outcome);
                true
            }
        }
    }

    fn view(&self, _: &Context<ExtrasComponent>) -> Html {
        self.foreign_changes.iter().for_each(dom::ForeignChanges::undo);
        let library = &self.library;
        let content = match self.state.view {
            View::National if unknown_cycle(library.corpus(), &self.state).is_some() => fragment(),
            View::National => html::national::national(&national_page(library.corpus(), &self.state)),
            View::Compare => html::compare::comparison(&compare_page(library.corpus(), &self.state)),
            View::Brief if !self.is_loaded => {
                let note = components::note(if self.is_late { LATE } else { READING });
                element("div").class("page brief").child(note)
            }
            View::Brief => with_controller(|controller| {
                let can_resume = brief::can_resume();
                match with_slide_builder(library, |show| controller.linked_page(show)) {
                    Some((page, changed)) => {
                        element("div").key("linked").child(linked_content(&page, changed, can_resume))
                    }
                    None => {
                        let page = with_slide_builder(library, |show| controller.brief_page(show));
                        let is_single_file = dom::is_single_file();
                        let status = BriefStatus { can_resume, is_single_file, ..controller.status() };
                        element("div").key("own").child(editor_content(&page, &status))
                    }
                }
            }),
            _ => fragment(),
        };
        let page = fragment().child(html::views::lead_paragraph(&self.state.view)).child(content);
        let page = self.renderer.render(element("div").key(route::path(&self.state)).child(page));
        let is_open = self.state.view == View::Open;
        let opened = if is_open { self.open_page.content(library) } else { fragment() };
        let opened = self.open_renderer.render(element("div").child(opened));
        let learn = LearnProps {
            library: Rc::clone(library),
            is_shown: self.state.view == View::Learn,
            foreign_changes: Rc::clone(&self.foreign_changes),
        };
        yew::html! { <div class="extras">{ page }{ opened }<LearnComponent ..learn /></div> }
    }

    fn rendered(&mut self, _: &Context<ExtrasComponent>, _: bool) {
        dom::record_shown_address("extras");
        if let Some(id) = self.focus_id.take() {
            _ = dom::focus_element(&id) || dom::focus_element("count");
        }
        self.foreign_changes.iter().for_each(dom::ForeignChanges::accept);
    }
}

/// Saves the edits of this window and reads what others saved, then finishes a command with this outcome.
fn synchronise_and_finish(context: &Context<ExtrasComponent>, outcome: CommandOutcome) {
    let link = context.link().clone();
    spawn_local(async move {
        let message = brief_store::synchronise().await.unwrap_or(outcome.message);
        link.send_message(Message::Finish(CommandOutcome { message, ..outcome }));
    });
}

impl ExtrasComponent {
    fn show_page(&mut self, context: &Context<ExtrasComponent>) -> bool {
        let state = route::parse_address(&dom::page_address());
        let had_focus = dom::has_focus_within("extras");
        dom::load_style_sheet("extras-styles");
        if state.view == View::Brief {
            let (link, library) = (context.link().clone(), Rc::clone(&self.library));
            if !self.is_loaded {
                let check = link.clone();
                self.loading_timer =
                    Some(dom::call_after(READING_MS, move || check.send_message(Message::CheckLoaded)));
            }
            spawn_local(async move {
                brief_store::synchronise().await;
                let message = brief::open_linked_brief(&library).await;
                link.send_message(Message::Finish(CommandOutcome { message, focus_id: None }));
            });
        }
        if state.view == View::Open && self.state.view != View::Open {
            self.open_page.trouble.clear();
        }
        if state.view == View::Open {
            spawn_local(async {
                opened_store::restore().await;
                // If the data cannot be fetched, there is a notice that says so.
                _ = opening::read_again(opened_store::take_to_read_again()).await;
                redraw();
            });
        }
        if had_focus && matches!(state.view, View::Compare | View::National) {
            self.focus_id = Some("count".to_string());
        }
        self.state = state;
        true
    }

    /// Saves what was typed.
    fn save_typed(&mut self, context: &Context<ExtrasComponent>) {
        for outcome in self.run_typed() {
            synchronise_and_finish(context, outcome);
        }
    }

    /// Runs the commands of what was typed.
    fn run_typed(&mut self) -> Vec<CommandOutcome> {
        self.typing_timer = None;
        let library = &self.library;
        let run = |command| {
            with_slide_builder(library, |show| with_controller(|controller| controller.run_command(command, show)))
        };
        std::mem::take(&mut self.pending_commands).into_iter().map(run).collect()
    }

    fn run_command(&mut self, context: &Context<ExtrasComponent>, command: BriefCommand) -> bool {
        // The field already shows the text of a draft, so nothing has to be redrawn.
        let is_draft = matches!(command, BriefCommand::DraftHeading(_));
        if command.is_browser_only() {
            let (link, library) = (context.link().clone(), Rc::clone(&self.library));
            spawn_local(async move {
                link.send_message(Message::Finish(brief::run_browser_command(command, &library).await))
            });
            return true;
        }
        if matches!(command, BriefCommand::EditCopy | BriefCommand::CloseLinked) {
            brief::close_link();
        }
        let library = &self.library;
        let outcome =
            with_slide_builder(library, |show| with_controller(|controller| controller.run_command(command, show)));
        if !with_controller(|controller| controller.has_unsaved()) {
            self.report_outcome(outcome);
            return !is_draft;
        }
        // The result is shown at once, and announced when it is saved.
        synchronise_and_finish(context, outcome);
        true
    }

    /// Announces the message of an outcome and notes its focus.
    fn report_outcome(&mut self, outcome: CommandOutcome) {
        if !outcome.message.is_empty() {
            dom::announce(&outcome.message);
        }
        self.focus_id = outcome.focus_id.or(self.focus_id.take());
    }
}
