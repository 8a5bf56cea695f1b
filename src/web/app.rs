//! The one component that holds state: it receives actions, keeps the address and the page in step, and draws.

use super::browser;
use super::bundle::Bundle;
use super::places::Places;
use super::view;
use super::view::tag::tag;
use super::view::timeline::Place;
use crate::model::ReportId;
use crate::route;
use crate::screen::{self, Screen};
use crate::state::{Action, State, View};
use std::rc::Rc;
use yew::prelude::*;

/// How the state came about, which decides what happens to the history, the scroll and the focus.
#[derive(Clone, Debug, PartialEq)]
enum Arrival {
    /// The first page, or back and forward: the address is right already.
    AtAddress,
    /// A link or a choice: a new entry in the history.
    Followed,
    /// Words typed: the entry changes with them.
    Typed,
}

/// Everything that the app holds.
#[derive(Clone, PartialEq)]
struct Model {
    state: State,
    arrival: Arrival,
    /// Counts the events that changed the state or went to a place on the page, even to the same one again.
    visit: u32,
    /// The place on the page that the address names.
    fragment: Option<String>,
    /// The source text fetched last, or why it could not be.
    text: Option<(ReportId, Result<Rc<str>, String>)>,
    /// The cell of the timeline that the keys have come to; kept while that timeline is shown.
    cell: Option<Place>,
}

enum Event {
    Act(Action),
    Follow(State, Option<String>),
    Return(State),
    Text(ReportId, Result<Rc<str>, String>),
    Enter(Place),
}

impl Reducible for Model {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut model = (*self).clone();
        model.visit += u32::from(!matches!(event, Event::Text(..) | Event::Enter(_)));
        match event {
            Event::Text(report, text) => model.text = Some((report, text)),
            Event::Enter(cell) => model.cell = Some(cell),
            Event::Return(state) => (model.state, model.arrival, model.fragment) = (state, Arrival::AtAddress, None),
            Event::Follow(state, fragment) => {
                (model.state, model.arrival, model.fragment) = (state, Arrival::Followed, fragment);
            }
            Event::Act(action) => {
                model.arrival = if matches!(action, Action::Type(_)) { Arrival::Typed } else { Arrival::Followed };
                model.state = model.state.after(action);
                model.fragment = None;
            }
        }
        if model.state.view != self.state.view || model.state.table != self.state.table {
            model.cell = None;
        }
        Rc::new(model)
    }
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
    let screen = select(&props.bundle, &props.state, props.text.as_deref());
    view::page(&screen, None, None, &Callback::noop(), &Callback::noop()).html()
}

fn select(bundle: &Bundle, state: &State, text: Option<&str>) -> Screen {
    screen::select(bundle.corpus(), bundle.catalogue(), state, text)
}

/// Takes the page over, with the text that its address needs already there, so that nothing jumps.
pub async fn mount(bundle: Bundle) {
    let state = route::state(&browser::address());
    let text = match report_text(&bundle, &state) {
        Some((id, address)) => Some((id, browser::fetch(&address).await.map(Rc::from))),
        None => None,
    };
    if let Some(host) = browser::host() {
        yew::Renderer::<App>::with_root_and_props(host, AppProps { bundle, state, text }).render();
    }
}

/// The report whose text a page shows, and where that text is.
fn report_text(bundle: &Bundle, state: &State) -> Option<(ReportId, String)> {
    let id = route::report_of(state, bundle.corpus())?;
    let file = bundle.corpus().report(&id)?.text_file();
    Some((id, format!("data/text/{file}")))
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    bundle: Bundle,
    state: State,
    text: Option<(ReportId, Result<Rc<str>, String>)>,
}

/// How long typing has to rest before the address follows: browsers limit how often it may change.
const TYPING_RESTS_MS: u32 = 250;

#[component]
fn App(props: &AppProps) -> Html {
    let model = use_reducer_eq(|| Model {
        state: props.state.clone(),
        arrival: Arrival::AtAddress,
        visit: 0,
        fragment: browser::fragment(),
        text: props.text.clone(),
        cell: None,
    });
    let dispatch = model.dispatcher();
    let places = use_mut_ref(Places::default);

    use_effect_with((), {
        let (dispatch, places) = (dispatch.clone(), Rc::clone(&places));
        move |()| {
            browser::mark_ready();
            let back = browser::on_history(move || {
                places.borrow_mut().leave();
                dispatch.dispatch(Event::Return(route::state(&browser::address())));
            });
            let keys = browser::on_key(|key| match key {
                "/" => browser::focus("search"),
                "?" => {
                    browser::open_dialog("keys");
                    true
                }
                _ => false,
            });
            move || drop((back, keys))
        }
    });

    // The address follows the state.
    use_effect_with(model.visit, {
        let (model, places) = (model.clone(), Rc::clone(&places));
        move |_| {
            let hash = model.fragment.as_ref().map(|f| format!("#{f}")).unwrap_or_default();
            let address = format!("{}{hash}", route::address(&model.state));
            let later = match model.arrival {
                Arrival::AtAddress => {
                    places.borrow_mut().arrive();
                    None
                }
                Arrival::Followed => {
                    places.borrow_mut().follow(&address);
                    None
                }
                Arrival::Typed => {
                    places.borrow_mut().type_in(address);
                    Some(browser::after(TYPING_RESTS_MS, move || places.borrow_mut().catch_up()))
                }
            };
            move || drop(later)
        }
    });

    // Another page starts at its heading, so that a screen reader says where one has come; a choice on a page does not.
    let is_first = use_mut_ref(|| true);
    use_effect_with(model.state.view.clone(), {
        let (has_fragment, arrival) = (model.fragment.is_some(), model.arrival.clone());
        move |_: &View| {
            let was_first = std::mem::replace(&mut *is_first.borrow_mut(), false);
            if !was_first && arrival == Arrival::Followed && !has_fragment {
                browser::scroll_to(0.0);
                browser::focus("heading");
            }
        }
    });

    // The place that the address names may be in a text that is still on its way.
    let needed = report_text(&props.bundle, &model.state);
    let held = model.text.clone().filter(|(id, _)| needed.as_ref().is_some_and(|(needed, _)| needed == id));
    use_effect_with((model.visit, held.is_some()), {
        let (model, places) = (model.clone(), Rc::clone(&places));
        move |_| match &model.fragment {
            Some(fragment) => _ = browser::reveal(fragment),
            None if model.arrival == Arrival::AtAddress => places.borrow().scroll_back(),
            None => {}
        }
    });
    use_effect_with((needed, held.is_some()), {
        let dispatch = dispatch.clone();
        move |(needed, is_held): &(Option<(ReportId, String)>, bool)| {
            let Some((id, address)) = needed.clone().filter(|_| !is_held) else { return };
            wasm_bindgen_futures::spawn_local(async move {
                let text = browser::fetch(&address).await.map(Rc::from);
                dispatch.dispatch(Event::Text(id, text));
            });
        }
    });

    let text = held.as_ref().map(|(_, text)| text.as_deref().map_err(String::as_str));
    let screen = select(&props.bundle, &model.state, text.and_then(Result::ok));
    use_effect_with(screen.title.clone(), |title: &String| browser::set_title(title));

    let act = {
        let (dispatch, places) = (dispatch.clone(), Rc::clone(&places));
        Callback::from(move |action| {
            if !matches!(action, Action::Type(_)) {
                places.borrow_mut().leave();
            }
            dispatch.dispatch(Event::Act(action));
        })
    };
    let enter = {
        let dispatch = dispatch.clone();
        Callback::from(move |cell| dispatch.dispatch(Event::Enter(cell)))
    };
    let follow = move |event: yew::Event| {
        if let Some((address, fragment)) = browser::followed_link(&event) {
            places.borrow_mut().leave();
            dispatch.dispatch(Event::Follow(route::state(&address), fragment));
        }
    };
    let page = view::page(&screen, text.and_then(Result::err), model.cell, &act, &enter);
    tag("div").class("app").on("click", follow).has(page).html()
}
