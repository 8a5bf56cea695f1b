//! The one component: it holds the state, receives events, keeps the address and the page in step, and draws.
//!
//! With hooks in place of its methods it takes 2.6 kB more of the compressed program.

use super::browser;
use super::bundle::Bundle;
use super::places::Places;
use super::view;
use super::view::timeline::Place;
use crate::markup::tag::tag;
use crate::page;
use crate::route;
use crate::screen::{self, Screen};
#[cfg(feature = "ssr")]
use crate::screen::{sent, unscripted};
use crate::state::{Action, State, View};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How the state came about, which decides what happens to the history, the scroll and the focus.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Arrival {
    /// The first page, or back and forward: the address is right already.
    AtAddress,
    /// A link or a choice: a new entry in the history.
    Followed,
    /// Words typed: the entry changes with them.
    Typed,
}

/// What a page is drawn from.
#[cfg(feature = "ssr")]
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    pub bundle: Bundle,
    pub state: State,
    pub text: Option<Rc<str>>,
}

/// A page that is only drawn: what is sent before the program runs.
#[cfg(feature = "ssr")]
#[component]
pub fn StillPage(props: &PageProps) -> Html {
    let (corpus, state) = (props.bundle.corpus(), &props.state);
    let screen = select(&props.bundle, state, props.text.as_deref());
    let still = match state.view {
        View::Still(page) => Some(sent::drawn(corpus, page, state)),
        _ => None,
    };
    view::sent(&screen, still.as_ref(), unscripted::unscripted(corpus, state).as_ref()).html()
}

/// What stands under every page.
#[cfg(feature = "ssr")]
#[component]
pub fn Foot() -> Html {
    view::foot().html()
}

fn select(bundle: &Bundle, state: &State, text: Option<&str>) -> Screen {
    screen::select(bundle.corpus(), bundle.catalogue(), state, text)
}

/// Takes the page over, with the text that its address needs already there, so that nothing jumps.
pub async fn mount(bundle: Bundle) {
    let mut state = route::state(&page::address());
    let Some(host) = browser::host() else { return };
    let text = match route::needed(&state, bundle.corpus()) {
        // The document is there already.
        Some(address) if matches!(state.view, View::Still(_)) && !page::is_single() => {
            Some((address, Ok(host.inner_html().into())))
        }
        Some(address) => Some(fetch(address).await),
        None => None,
    };
    let typed: Vec<(&'static str, String)> =
        FIELDS.into_iter().filter_map(|id| Some((id, browser::typed_in(id)?))).collect();
    let answered = match state.view {
        View::Findings => "search",
        View::Home => "name",
        _ => "",
    };
    if let Some((_, words)) = typed.iter().find(|(id, _)| *id == answered) {
        state.query.clone_from(words);
    }
    let before = Before { typed, focused: browser::focused() };
    yew::Renderer::<App>::with_root_and_props(host, AppProps { bundle, state, text, before }).render();
}

/// The fields of all pages. Who has begun to type before the program runs loses nothing.
const FIELDS: [&str; 3] = ["search", "name", "inside"];

/// What a reader had done on the page before the program ran.
#[derive(Clone, Debug, Default, PartialEq)]
struct Before {
    typed: Vec<(&'static str, String)>,
    focused: String,
}

impl Before {
    fn restore(&self) {
        for (id, words) in &self.typed {
            browser::type_into(id, words);
        }
        browser::focus_first(&self.focused);
    }
}

async fn fetch(address: String) -> FetchedText {
    let text = page::fetch(&address).await.map(Rc::from);
    (address, text)
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    bundle: Bundle,
    state: State,
    text: Option<FetchedText>,
    before: Before,
}

/// An address with the text that stands there, or why it could not be fetched.
type FetchedText = (String, Result<Rc<str>, String>);

/// How long typing has to rest before the address follows: browsers limit how often it may change.
const TYPING_RESTS_MS: u32 = 250;

struct App {
    bundle: Bundle,
    state: State,
    screen: Screen,
    arrival: Arrival,
    /// The place on the page that the address names.
    fragment: Option<String>,
    /// The text fetched last.
    text: Option<FetchedText>,
    /// The cell of the timeline that the keys have come to; kept while that timeline is shown.
    cell: Option<Place>,
    /// Whether something was followed, chosen or typed since the page was drawn, even if it led to the same again.
    is_visit: bool,
    /// Whether something on the page had the focus before the last change.
    had_focus: bool,
    /// What was drawn last.
    drawn: Option<Drawn>,
    places: Rc<RefCell<Places>>,
    act: Callback<Action>,
    enter: Callback<Place>,
    typed: Option<browser::Later>,
    _heard: [browser::Heard; 2],
}

#[derive(Clone, PartialEq)]
struct Drawn {
    view: View,
    /// Where the text is that the page needs.
    needed: Option<String>,
    /// Whether that text, or why it could not be fetched, is there.
    is_held: bool,
}

enum Event {
    Act(Action),
    Follow(State, Option<String>),
    Return(State),
    Text(FetchedText),
    Enter(Place),
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(context: &Context<App>) -> App {
        let AppProps { bundle, state, text, .. } = context.props().clone();
        let places = Rc::<RefCell<Places>>::default();
        let back = {
            let (link, places) = (context.link().clone(), Rc::clone(&places));
            browser::on_history(move || {
                places.borrow_mut().leave();
                link.send_message(Event::Return(route::state(&page::address())));
            })
        };
        // Links of the footer are outside of what is drawn here.
        let follow = {
            let (link, places) = (context.link().clone(), Rc::clone(&places));
            browser::on_followed_link(move |address, fragment| {
                places.borrow_mut().leave();
                link.send_message(Event::Follow(route::state(&address), fragment));
            })
        };
        let act = {
            let (link, places) = (context.link().clone(), Rc::clone(&places));
            Callback::from(move |action| {
                if !matches!(action, Action::Type(_)) {
                    places.borrow_mut().leave();
                }
                link.send_message(Event::Act(action));
            })
        };
        App {
            screen: select(&bundle, &state, text.as_ref().and_then(|(_, text)| text.as_deref().ok())),
            bundle,
            state,
            arrival: Arrival::AtAddress,
            fragment: page::fragment(),
            text,
            cell: None,
            is_visit: true,
            had_focus: false,
            drawn: None,
            places,
            act,
            enter: context.link().callback(Event::Enter),
            typed: None,
            _heard: [back, follow],
        }
    }

    fn update(&mut self, _: &Context<App>, event: Event) -> bool {
        self.had_focus = !browser::has_lost_focus();
        match event {
            Event::Enter(cell) => return self.cell.replace(cell) != Some(cell),
            // A text that comes late is none of the page that is shown by now.
            Event::Text((address, _)) if !self.needs(&address) => return false,
            Event::Text(text) => self.text = Some(text),
            Event::Return(state) => self.visit(state, Arrival::AtAddress, page::fragment()),
            Event::Follow(state, fragment) => self.visit(state, Arrival::Followed, fragment),
            Event::Act(action) => {
                let arrival = if matches!(action, Action::Type(_)) { Arrival::Typed } else { Arrival::Followed };
                self.visit(self.state.clone().after(action), arrival, None);
            }
        }
        self.screen = select(&self.bundle, &self.state, self.text().and_then(Result::ok));
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        let text_error = self.text().and_then(Result::err);
        let page = view::page(&self.screen, text_error, self.cell, &self.act, &self.enter);
        tag("div").class("app").has(page).html()
    }

    fn rendered(&mut self, context: &Context<App>, is_first: bool) {
        if is_first {
            context.props().before.restore();
            browser::mark_ready();
        }
        let needed = route::needed(&self.state, self.bundle.corpus());
        let drawn = Drawn { view: self.state.view.clone(), needed: needed.clone(), is_held: self.text().is_some() };
        let before = self.drawn.replace(drawn.clone());
        let is_visit = std::mem::take(&mut self.is_visit);
        if is_visit {
            self.keep_address();
            browser::set_title(&self.screen.title);
        }
        // Another page starts at its heading, so that a screen reader says where one has come; a choice on a page does not.
        let is_other_page = before.as_ref().is_some_and(|before| before.view != drawn.view);
        if is_other_page && self.arrival == Arrival::Followed && self.fragment.is_none() {
            browser::scroll_to(0.0);
            browser::focus("heading");
        } else if is_visit && self.arrival == Arrival::Followed && self.had_focus && browser::has_lost_focus() {
            // What was chosen is gone: a chip, or the button that shows more.
            _ = browser::focus("first-new") || browser::focus("count");
        }
        // The place that the address names may be in a text that is still on its way.
        if is_visit || before.as_ref().is_some_and(|before| before.is_held != drawn.is_held) {
            let is_back = self.arrival == Arrival::AtAddress && self.places.borrow().go_back();
            if let Some(fragment) = self.fragment.as_ref().filter(|_| !is_back) {
                browser::reveal(fragment);
            }
        }
        if is_visit || before.as_ref().is_none_or(|before| before.is_held != drawn.is_held) {
            browser::tell_visit();
        }
        if let Some(address) = needed.filter(|_| !drawn.is_held && before.as_ref() != Some(&drawn)) {
            let link = context.link().clone();
            wasm_bindgen_futures::spawn_local(async move {
                link.send_message(Event::Text(fetch(address).await));
            });
        }
    }
}

impl App {
    fn visit(&mut self, state: State, arrival: Arrival, fragment: Option<String>) {
        if state.view != self.state.view || state.table != self.state.table {
            self.cell = None;
        }
        (self.state, self.arrival, self.fragment) = (state, arrival, fragment);
        self.is_visit = true;
    }

    /// The text that the page needs, or why it could not be fetched.
    fn text(&self) -> Option<Result<&str, &str>> {
        let (address, text) = self.text.as_ref()?;
        self.needs(address).then(|| text.as_deref().map_err(String::as_str))
    }

    /// Whether the page that is shown needs the text at an address.
    fn needs(&self, address: &str) -> bool {
        route::needed(&self.state, self.bundle.corpus()).as_deref() == Some(address)
    }

    /// The address follows the state.
    fn keep_address(&mut self) {
        let hash = self.fragment.as_ref().map(|f| format!("#{f}")).unwrap_or_default();
        let address = format!("{}{hash}", route::address(&self.state));
        self.typed = None;
        match self.arrival {
            Arrival::AtAddress => self.places.borrow_mut().arrive(),
            Arrival::Followed => self.places.borrow_mut().follow(&address),
            Arrival::Typed => {
                self.places.borrow_mut().type_in(address);
                let places = Rc::clone(&self.places);
                self.typed = Some(browser::after(TYPING_RESTS_MS, move || places.borrow_mut().catch_up()));
            }
        }
    }
}
