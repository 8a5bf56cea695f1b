//! The component that holds the state, receives events, updates the address and draws the page.
//!
//! As a function component with hooks, it made the compressed program 2.6 kB larger.

use crate::data;
use crate::fetching::{FetchedText, fetch_part, fetch_source_text};
use crate::page_tools;
use crate::pending_input::PendingInput;
use crate::visit::{NavigationKind, Visit, add_listeners};
use crate::visits::VisitHistory;
use explore::library::Library;
use explore::pages::{self, Page, PageContent};
use explore::route;
use explore::state::{Action, State, View};
use explore::timeline::navigation::{GridCell, move_focus};
use html::YewRenderer;
use html::node::element;
use html::views;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Event, Html, Properties};

/// How long the program waits for the source text of the first page before it starts without it.
const TEXT_WAIT_MS: i32 = 4000;

/// Mounts the explorer over the prerendered page. The source text that the page shows is fetched first, so that nothing
/// moves when the page is redrawn, but the program does not wait long for it.
pub async fn mount(library: Library, part: String) {
    let mut state = route::parse_address(&dom::page_address());
    let Some(host) = dom::mount_point("app") else { return };
    let mut fetch =
        route::source_text_path(&state, library.corpus()).map(|address| Box::pin(fetch_source_text(address)));
    let text = match &mut fetch {
        Some(fetch) => dom::finish_within(TEXT_WAIT_MS, fetch.as_mut()).await,
        None => None,
    };
    let late_text = fetch.filter(|_| text.is_none());
    let unsent = PendingInput::read_page();
    unsent.apply_to_state(&mut state);
    let props = ExplorerProps { library: Rc::new(library), part, state, text, unsent };
    let explorer = yew::Renderer::<Explorer>::with_root_and_props(host, props).render();
    late_text.into_iter().for_each(|fetch| explorer.send_future(async { Message::ReceiveText(fetch.await) }));
}

/// What the explorer starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplorerProps {
    library: Rc<Library>,
    part: String,
    state: State,
    text: Option<FetchedText>,
    unsent: PendingInput,
}

/// How long typing has to pause before the address is updated, because browsers limit how often it may change.
const TYPING_PAUSE_MS: u32 = 250;

/// The explorer.
pub struct Explorer {
    library: Rc<Library>,
    /// The name of the part of the data that the library has.
    part: String,
    /// The number of pages that were asked for: only the last of them is shown, however late its data arrives.
    visit_number: usize,
    state: State,
    page: Page,
    arrival: NavigationKind,
    /// The fragment of the address, which names a place on the page.
    fragment: Option<String>,
    /// The source text that was fetched last.
    text: Option<FetchedText>,
    /// The timeline cell that arrow keys start from; kept while that timeline is shown.
    timeline_cell: Option<GridCell>,
    /// Whether the user has followed, chosen or typed something since the page was last drawn, even if the state is the
    /// same.
    is_visit: bool,
    /// Whether something on the page had the focus before the last change.
    had_focus: bool,
    /// What was drawn last, to see what has changed.
    last_drawn: Option<DrawnPage>,
    visits: Rc<RefCell<VisitHistory>>,
    renderer: YewRenderer<Action>,
    /// Updates the address when typing pauses.
    typing_timer: Option<dom::Timer>,
    foreign_changes: Option<dom::ForeignChanges>,
    _listeners: [dom::Listener; 4],
}

#[derive(Clone, PartialEq)]
struct DrawnPage {
    view: View,
    /// The address of the source text that the page needs.
    text_address: Option<String>,
    /// Whether that text, or the reason why it could not be fetched, is available.
    is_text_ready: bool,
}

/// What happens to the explorer.
pub enum Message {
    /// An event handler dispatched an action.
    Dispatch(Action),
    /// A page was asked for.
    Visit(Visit),
    /// The data of a page that was asked for was fetched. The number is that of the visit.
    ReceivePart(usize, String, Rc<Library>, Visit),
    /// A source text was fetched.
    ReceiveText(FetchedText),
    /// The reader has opened or removed reports.
    ChangeOpened,
    /// The data of the page with the reports that are open now was fetched.
    ReceiveLibrary(String, Rc<Library>),
}

impl Component for Explorer {
    type Message = Message;
    type Properties = ExplorerProps;

    fn create(context: &Context<Explorer>) -> Explorer {
        let ExplorerProps { library, part, state, text, .. } = context.props().clone();
        let visits = Rc::<RefCell<VisitHistory>>::default();
        let dispatch = {
            let (link, visits) = (context.link().clone(), Rc::clone(&visits));
            move |event: &Event, handler: &html::node::Handler<Action>| {
                let Some(action) = handler.action(|| dom::event_details(event)) else { return };
                if matches!(action, Action::PressKey(..) | Action::LeaveTimeline) {
                    dom::prevent_default(event);
                } else if !matches!(action, Action::SetQuery(_) | Action::FocusCell(_)) {
                    visits.borrow_mut().leave_page();
                }
                link.send_message(Message::Dispatch(action));
            }
        };
        Explorer {
            page: pages::select_page(&library, &state, text.as_ref().and_then(|(_, text)| text.as_deref().ok())),
            library,
            part,
            visit_number: 0,
            state,
            arrival: NavigationKind::AtAddress,
            fragment: dom::fragment(),
            text,
            timeline_cell: None,
            is_visit: true,
            had_focus: false,
            last_drawn: None,
            _listeners: add_listeners(context, &visits),
            visits,
            renderer: YewRenderer { link_style: dom::link_style(), dispatch: Rc::new(dispatch) },
            typing_timer: None,
            foreign_changes: dom::ForeignChanges::watch("app"),
        }
    }

    fn update(&mut self, context: &Context<Explorer>, message: Message) -> bool {
        self.had_focus = !dom::has_lost_focus();
        match message {
            // The text arrived late: another page is shown by now.
            Message::ReceiveText((address, _)) if !self.is_text_needed(&address) => return false,
            Message::ReceiveText(text) => self.text = Some(text),
            Message::ChangeOpened => {
                data::note_change_of_opened();
                let (link, part) = (context.link().clone(), self.part.clone());
                spawn_local(async move {
                    if let Ok(library) = data::fetch_library(&part).await {
                        link.send_message(Message::ReceiveLibrary(part, Rc::new(library)));
                    }
                });
                return false;
            }
            Message::ReceiveLibrary(part, _) if part != self.part => return false,
            Message::ReceiveLibrary(_, library) => self.library = library,
            Message::Visit(visit) => {
                self.visit_number += 1;
                let part = data::part_of(&visit.state.view);
                dom::set_busy("app", part != self.part);
                if part != self.part {
                    spawn_local(fetch_part(context.link().clone(), self.visit_number, part, visit));
                    return false;
                }
                self.change_state(visit);
            }
            Message::ReceivePart(number, ..) if number != self.visit_number => return false,
            Message::ReceivePart(_, part, library, visit) => {
                dom::set_busy("app", false);
                (self.part, self.library) = (part, library);
                self.change_state(visit);
            }
            Message::Dispatch(Action::FocusCell(cell)) => return self.timeline_cell.replace(cell) != Some(cell),
            Message::Dispatch(Action::PressKey(cell, key)) => {
                let next = self.timeline_tiles().map_or(cell, |tiles| move_focus(&tiles, cell, key));
                dom::focus_element(&next.element_id());
                return self.timeline_cell.replace(next) != Some(next);
            }
            Message::Dispatch(Action::LeaveTimeline) => {
                dom::focus_element("timeline-heading");
                return false;
            }
            Message::Dispatch(action) => {
                let arrival = if matches!(action, Action::SetQuery(_)) {
                    NavigationKind::Typed
                } else {
                    NavigationKind::Followed
                };
                self.change_state(Visit { state: self.state.after(action), arrival, fragment: None });
            }
        }
        self.page = pages::select_page(&self.library, &self.state, self.source_text().and_then(Result::ok));
        true
    }

    fn view(&self, _: &Context<Explorer>) -> Html {
        self.foreign_changes.iter().for_each(dom::ForeignChanges::undo);
        let text_error = self.source_text().and_then(Result::err);
        let content = views::page_content(&self.page, text_error, self.timeline_cell);
        self.renderer.render(element("div").class("app").child(content))
    }

    fn rendered(&mut self, context: &Context<Explorer>, is_first: bool) {
        if is_first {
            context.props().unsent.restore_page();
            dom::mark_ready();
        }
        let needed = route::source_text_path(&self.state, self.library.corpus());
        let drawn = DrawnPage {
            view: self.state.view.clone(),
            text_address: needed.clone(),
            is_text_ready: self.source_text().is_some(),
        };
        let before = self.last_drawn.replace(drawn.clone());
        page_tools::show_brief_contents();
        let is_visit = std::mem::take(&mut self.is_visit);
        if is_visit {
            self.update_address();
            dom::set_title(&self.page.title);
            dom::set_link(views::SKIP_LINK, &format!("{}#content", self.page.own_address));
            if let View::Force(id) = &self.state.view {
                dom::set_link(views::COMPARE_LINK, &route::address(&State::comparison([id])));
            }
            self.complete_page();
        }
        // A new page starts at its heading, so that a screen reader announces it. A choice within a page does not move.
        let is_other_page = before.as_ref().is_some_and(|before| before.view != drawn.view);
        if is_other_page && self.arrival == NavigationKind::Followed && self.fragment.is_none() {
            dom::scroll_to(0.0);
            dom::focus_element("heading");
        } else if is_visit && self.arrival == NavigationKind::Followed && self.had_focus && dom::has_lost_focus() {
            // The focused element was removed: a chip, or the button that shows more.
            _ = dom::focus_element("first-new") || dom::focus_element("count");
        }
        // The place that the fragment names may be in a text that is still being fetched.
        if is_visit || before.as_ref().is_some_and(|before| before.is_text_ready != drawn.is_text_ready) {
            let is_back = self.arrival == NavigationKind::AtAddress && self.visits.borrow().restore_position();
            if let Some(fragment) = self.fragment.as_ref().filter(|_| !is_back) {
                dom::scroll_to_element(fragment);
            }
        }
        // The text of the first page is being fetched by `mount`.
        let is_to_be_fetched = !is_first && !drawn.is_text_ready && before.as_ref() != Some(&drawn);
        if let Some(address) = needed.filter(|_| is_to_be_fetched) {
            let link = context.link().clone();
            spawn_local(async move { link.send_message(Message::ReceiveText(fetch_source_text(address).await)) });
        }
        self.foreign_changes.iter().for_each(dom::ForeignChanges::accept);
    }
}

impl Explorer {
    /// Changes the state. The timeline cell is forgotten if another timeline is shown.
    fn change_state(&mut self, Visit { state, arrival, fragment }: Visit) {
        if state.view != self.state.view || state.is_table != self.state.is_table {
            self.timeline_cell = None;
        }
        // A text that could not be fetched may be there now.
        self.text.take_if(|(_, text)| text.is_err());
        (self.state, self.arrival, self.fragment) = (state, arrival, fragment);
        self.is_visit = true;
    }

    /// Completes what the explorer does not draw: the part of the `extras` program or, in the single file, a static
    /// document.
    fn complete_page(&self) {
        if self.state.view.needs_extras() {
            page_tools::show_extras();
        } else if self.state.view.is_static() {
            dom::fill_from_template("document", &format!("page-{}", route::path(&self.state)));
        }
        dom::set_visible("extras", self.state.view.needs_extras());
    }

    /// The number of tiles in each cell of the timeline that is shown, by row and column.
    fn timeline_tiles(&self) -> Option<Vec<Vec<usize>>> {
        match &self.page.content {
            PageContent::Force(force) => Some(force.timeline.as_ref()?.focusable_counts()),
            _ => None,
        }
    }

    /// The source text that the page shows, or the reason why it could not be fetched; `None` until either is
    /// available.
    fn source_text(&self) -> Option<Result<&str, &str>> {
        let (address, text) = self.text.as_ref()?;
        self.is_text_needed(address).then(|| text.as_deref().map_err(String::as_str))
    }

    /// Whether the current page needs the source text at an address.
    fn is_text_needed(&self, address: &str) -> bool {
        route::source_text_path(&self.state, self.library.corpus()).as_deref() == Some(address)
    }

    /// Updates the address to match the state.
    fn update_address(&mut self) {
        let hash = self.fragment.as_ref().map(|f| format!("#{f}")).unwrap_or_default();
        let address = format!("{}{hash}", route::address(&self.state));
        self.typing_timer = None;
        match self.arrival {
            NavigationKind::AtAddress => self.visits.borrow_mut().accept_address(),
            NavigationKind::Followed => self.visits.borrow_mut().follow_address(&address),
            NavigationKind::Typed => {
                self.visits.borrow_mut().record_typing(address);
                let visits = Rc::clone(&self.visits);
                self.typing_timer =
                    Some(dom::call_after(TYPING_PAUSE_MS, move || visits.borrow_mut().update_address()));
            }
        }
    }
}
