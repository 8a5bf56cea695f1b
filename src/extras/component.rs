//! The component that draws forces side by side, and the brief.

use crate::brief::{self, with_controller, with_show};
use crate::data::Data;
use briefing::view::editor::editor;
use briefing::{BriefCommand, Outcome};
use dom::{Listener, Timer};
use explore::pages::compare::compare;
use explore::route;
use explore::state::{State, View};
use html::YewRenderer;
use html::node::{Handler, element, fragment};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, Component, Context, Event, Html, Properties, Renderer};

/// Draws this program's part of the current page.
pub fn show(data: &Rc<Data>) {
    thread_local!(static SHOWN: RefCell<Option<AppHandle<Extras>>> = const { RefCell::new(None) });
    SHOWN.with_borrow_mut(|shown| match shown {
        Some(handle) => handle.send_message(Message::Visit),
        None => {
            let Some(host) = dom::host("extras") else { return };
            *shown = Some(Renderer::with_root_and_props(host, Props { data: Rc::clone(data) }).render());
        }
    });
}

/// How long typing has to pause before it is saved, in milliseconds.
const TYPING_PAUSE_MS: u32 = 400;

#[derive(Clone, Properties)]
struct Props {
    data: Rc<Data>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}

struct Extras {
    state: State,
    renderer: YewRenderer<BriefCommand>,
    /// What was typed and is not saved yet, one command for each field.
    pending_commands: Vec<BriefCommand>,
    /// Saves it when typing pauses.
    typing_timer: Option<Timer>,
    /// The id of the element that receives the focus after the next drawing.
    focus_id: Option<String>,
    _listeners: [Listener; 3],
}

enum Message {
    /// The page has changed, or was opened again.
    Visit,
    /// An event handler dispatched a command.
    Command(BriefCommand),
    /// A command that the browser carries out has finished.
    Finish(Outcome),
    /// Typing pauses, or the user may be leaving the page.
    SaveTyped,
    /// Another window may have changed the brief.
    Reload,
}

impl Component for Extras {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Extras>) -> Extras {
        let link = context.link().clone();
        let dispatch = move |event: &Event, handler: &Handler<BriefCommand>| {
            let Some(command) = handler.action(|| dom::details(event)) else { return };
            match handler.event {
                "dragstart" => dom::start_drag(event),
                "dragover" | "drop" | "keydown" => dom::prevent_default(event),
                _ => {}
            }
            link.send_message(Message::Command(command));
        };
        let on_window = |kind, message: fn() -> Message| {
            let link = context.link().clone();
            dom::on_window(kind, move || link.send_message(message()))
        };
        let link = context.link().clone();
        let heard = [
            on_window("pagehide", || Message::SaveTyped),
            dom::on_document("visibilitychange", move |_| link.send_message(Message::SaveTyped)),
            on_window("storage", || Message::Reload),
        ];
        context.link().send_message(Message::Visit);
        Extras {
            state: route::state(&dom::address()),
            renderer: YewRenderer { link_style: dom::links(), dispatch: Rc::new(dispatch) },
            pending_commands: Vec::new(),
            typing_timer: None,
            focus_id: None,
            _listeners: heard,
        }
    }

    fn update(&mut self, context: &Context<Extras>, message: Message) -> bool {
        match message {
            Message::Visit => self.visit(context),
            Message::Reload => self.pending_commands.is_empty() && self.state.view == View::Brief,
            Message::SaveTyped => {
                self.settle(&context.props().data);
                false
            }
            Message::Command(command) if command.field().is_some() => {
                self.pending_commands.retain(|other| other.field() != command.field());
                self.pending_commands.push(command);
                let link = context.link().clone();
                self.typing_timer = Some(dom::after(TYPING_PAUSE_MS, move || link.send_message(Message::SaveTyped)));
                false
            }
            Message::Command(command) => {
                self.settle(&context.props().data);
                self.run(context, command)
            }
            Message::Finish(outcome) => {
                self.tell(outcome);
                true
            }
        }
    }

    fn view(&self, context: &Context<Extras>) -> Html {
        let data = &context.props().data;
        let content = match self.state.view {
            View::Compare => html::compare::compare(&compare(&data.corpus, &self.state)),
            View::Brief => with_controller(|controller| {
                let page = with_show(data, |show| controller.page(show));
                editor(&page, &controller.standing())
            }),
            _ => fragment(),
        };
        let name = route::path(&self.state);
        self.renderer.render(element("div").class("extras").child(element("div").key(name).child(content)))
    }

    fn rendered(&mut self, _: &Context<Extras>, _: bool) {
        dom::record_shown_address("extras");
        if let Some(id) = self.focus_id.take() {
            _ = dom::focus(&id) || dom::focus("count");
        }
    }
}

impl Extras {
    fn visit(&mut self, context: &Context<Extras>) -> bool {
        let state = route::state(&dom::address());
        let had_focus = dom::has_focus_within("extras");
        if state.view == View::Brief {
            dom::load_style_sheet("brief-styles");
            let link = context.link().clone();
            spawn_local(async move {
                if let Some(said) = brief::open_shared_brief().await {
                    link.send_message(Message::Finish(Outcome { message: said, focus_id: None }));
                }
            });
        }
        if had_focus && state.view == View::Compare {
            self.focus_id = Some("count".to_string());
        }
        self.state = state;
        true
    }

    /// Saves what was typed.
    fn settle(&mut self, data: &Data) {
        self.typing_timer = None;
        for command in std::mem::take(&mut self.pending_commands) {
            let outcome = with_show(data, |show| with_controller(|controller| controller.run(command, show)));
            self.tell(outcome);
        }
    }

    fn run(&mut self, context: &Context<Extras>, command: BriefCommand) -> bool {
        // The field already shows the text of a draft, so nothing has to be redrawn.
        let is_draft = matches!(command, BriefCommand::DraftHeading(_));
        if command.is_browser_only() {
            let (link, data) = (context.link().clone(), Rc::clone(&context.props().data));
            spawn_local(async move { link.send_message(Message::Finish(brief::run(command, &data).await)) });
            return true;
        }
        let data = &context.props().data;
        let outcome = with_show(data, |show| with_controller(|controller| controller.run(command, show)));
        self.tell(outcome);
        !is_draft
    }

    /// Announces the message of an outcome and notes its focus.
    fn tell(&mut self, outcome: Outcome) {
        if !outcome.message.is_empty() {
            dom::say(&outcome.message);
        }
        self.focus_id = outcome.focus_id.or(self.focus_id.take());
    }
}
