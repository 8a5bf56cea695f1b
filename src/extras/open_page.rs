//! The component that draws the page of opened reports.

use crate::opened_store::{self, with_shelf};
use crate::opening;
use explore::library::Library;
use html::YewRenderer;
use html::node::Handler;
use opened::{OpenCommand, OpenPage, ProblemDetails, open_content};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;
use yew::{Component, Context, Event, Html, Properties};

thread_local!(static SHOWN: RefCell<Option<Scope<OpenPageComponent>>> = const { RefCell::new(None) });

/// Draws the page again, if it is shown.
pub fn redraw() {
    SHOWN.with_borrow(|shown| shown.iter().for_each(|scope| scope.send_message(Message::Redraw)));
}

/// The text of the problem report that is shown.
pub fn problem_text() -> String {
    dom::text_of("problem-text")
}

/// The properties of the component.
#[derive(Clone, PartialEq, Properties)]
pub struct OpenPageProps {
    /// The data of the site, with the reports that were open when it was drawn.
    pub library: Rc<Library>,
}

/// The page of opened reports.
pub struct OpenPageComponent {
    renderer: YewRenderer<OpenCommand>,
    problem_about: Option<String>,
    details: ProblemDetails,
    trouble: String,
}

/// What the component is told.
pub enum Message {
    /// What was opened has changed.
    Redraw,
    /// An event handler dispatched a command.
    Command(OpenCommand),
    /// A command has finished; the sentence says what went wrong, and is empty if nothing did.
    Finish(String),
}

impl Component for OpenPageComponent {
    type Message = Message;
    type Properties = OpenPageProps;

    fn create(context: &Context<OpenPageComponent>) -> OpenPageComponent {
        SHOWN.set(Some(context.link().clone()));
        let link = context.link().clone();
        let dispatch = move |event: &Event, handler: &Handler<OpenCommand>| {
            if let Some(command) = handler.action(|| dom::event_details(event)) {
                link.send_message(Message::Command(command));
            }
        };
        spawn_local(async {
            opened_store::restore().await;
            let texts = opened_store::take_to_read_again();
            let files: Vec<_> = texts.iter().filter_map(|(name, text)| dom::text_file(name, text)).collect();
            if !files.is_empty() {
                _ = opening::read_files(files).await;
            }
            redraw();
        });
        OpenPageComponent {
            renderer: YewRenderer { link_style: dom::link_style(), dispatch: Rc::new(dispatch) },
            problem_about: None,
            details: ProblemDetails { build_date: dom::build_date(), ..ProblemDetails::default() },
            trouble: String::new(),
        }
    }

    fn update(&mut self, context: &Context<OpenPageComponent>, message: Message) -> bool {
        match message {
            Message::Redraw => {}
            Message::Finish(trouble) => self.trouble = trouble,
            Message::Command(OpenCommand::ShowProblem(about)) => {
                self.problem_about = Some(about.clone()).filter(|_| self.problem_about.as_ref() != Some(&about));
            }
            Message::Command(OpenCommand::ToggleName) => self.details.has_name = !self.details.has_name,
            Message::Command(OpenCommand::ToggleWords) => self.details.has_words = !self.details.has_words,
            Message::Command(command) => {
                let link = context.link().clone();
                spawn_local(async move { link.send_message(Message::Finish(opening::run_command(command).await)) });
                return false;
            }
        }
        true
    }

    fn view(&self, context: &Context<OpenPageComponent>) -> Html {
        let content = with_shelf(|shelf| {
            open_content(&OpenPage {
                corpus: context.props().library.corpus(),
                shelf,
                program_bytes: dom::later_file_size("reader-wasm"),
                problem_about: self.problem_about.as_deref(),
                details: &self.details,
                trouble: &self.trouble,
            })
        });
        self.renderer.render(content)
    }

    fn destroy(&mut self, _: &Context<OpenPageComponent>) {
        SHOWN.take();
    }
}
