//! The component that holds the state, receives events, updates the address and draws the page.
//!
//! As a function component with hooks, it made the compressed program 2.6 kB larger.

use crate::data;
use crate::fetching::{FetchedText, Source, fetch_besides, fetch_list_again, fetch_page, fetch_source_text};
use crate::page_tools;
use crate::pending_input::PendingInput;
use crate::visit::{NavigationKind, Visit, add_listeners};
use crate::visits::VisitHistory;
use explore::pages::{self, Page, PageContent};
use explore::route;
use explore::state::{Action, State, View};
use explore::timeline::navigation::{GridCell, move_focus};
use html::YewRenderer;
use html::node::{Node, element};
use html::views;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Event, Html, Properties};

/// How long the program waits for the source text of the first page before it starts without it.
const TEXT_WAIT_MS: i32 = 4000;

/// Mounts the explorer over the prerendered page. What the page shows is fetched first, so that nothing moves when it is
/// redrawn, but the program does not wait long for a source text.
///
/// # Errors
/// A message that says what cannot be fetched or read; empty if there is a notice already.
pub async fn mount() -> Result<(), String> {
    let mut state = route::parse_address(&dom::page_address());
    let Some(host) = dom::mount_point("app") else { return Ok(()) };
    let source = loop {
        PendingInput::read_page().apply_to_state(&mut state);
        let source = Source::fetch(&state, None).await?;
        // What was typed while the list was made has to be in it.
        let mut typed = state.clone();
        PendingInput::read_page().apply_to_state(&mut typed);
        if let Some(source) = source.filter(|source| source.list.is_none() || typed == state) {
            break source;
        }
    };
    let mut fetch =
        route::source_text_path(&state, source.library.corpus()).map(|address| Box::pin(fetch_source_text(address)));
    let text = match &mut fetch {
        Some(fetch) => dom::finish_within(TEXT_WAIT_MS, fetch.as_mut()).await,
        None => None,
    };
    let late_text = fetch.filter(|_| text.is_none());
    // Only now, so that nothing is lost that is typed or focused while the page waits.
    let unsent = PendingInput::read_page();
    unsent.apply_to_state(&mut state);
    let props = ExplorerProps { source, state, text, unsent };
    let explorer = yew::Renderer::<Explorer>::with_root_and_props(host, props).render();
    late_text.into_iter().for_each(|fetch| explorer.send_future(async { Message::ReceiveText(fetch.await) }));
    Ok(())
}

/// What the explorer starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplorerProps {
    source: Source,
    state: State,
    text: Option<FetchedText>,
    unsent: PendingInput,
}

/// How long typing has to pause before the address is updated, because browsers limit how often it may change.
const TYPING_PAUSE_MS: u32 = 250;

/// The explorer.
pub struct Explorer {
    /// What the page is drawn from.
    source: Source,
    /// The number of pages that were asked for: only the last of them is shown, however late its data arrives.
    visit_number: usize,
    /// What is asked for: the state that is shown, or the one whose page is still being fetched. Actions change this one.
    asked: State,
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
    /// What a page that was asked for is drawn from was fetched. The number is that of the visit.
    Receive(usize, Source, Visit),
    /// What the list of findings says beside the findings was fetched.
    HaveBesides(usize),
    /// The list of findings was made again.
    ReceiveList(usize, Node<Action>),
    /// It could not be fetched.
    Fail(usize),
    /// A source text was fetched.
    ReceiveText(FetchedText),
    /// The reader has opened or removed reports.
    ChangeOpened,
    /// What the page is drawn from, with the reports that are open now, was fetched.
    ReceiveOpened(Source),
}

impl Component for Explorer {
    type Message = Message;
    type Properties = ExplorerProps;

    fn create(context: &Context<Explorer>) -> Explorer {
        let ExplorerProps { source, state, text, .. } = context.props().clone();
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
            page: pages::select_page(&source.library, &state, text.as_ref().and_then(|(_, text)| text.as_deref().ok())),
            source,
            visit_number: 0,
            asked: state.clone(),
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
                let (link, state) = (context.link().clone(), self.state.clone());
                spawn_local(async move {
                    if let Ok(Some(source)) = Source::fetch(&state, None).await {
                        link.send_message(Message::ReceiveOpened(source));
                    }
                });
                return false;
            }
            Message::ReceiveOpened(source) if source.part != self.source.part => return false,
            Message::ReceiveOpened(source) => self.source = source,
            Message::Visit(visit) => return self.visit(context, visit),
            Message::Receive(number, ..)
            | Message::HaveBesides(number)
            | Message::ReceiveList(number, _)
            | Message::Fail(number)
                if number != self.visit_number =>
            {
                return false;
            }
            Message::HaveBesides(number) => {
                spawn_local(fetch_list_again(context.link().clone(), number, self.state.clone()));
                return false;
            }
            Message::ReceiveList(_, list) => self.source.list = Some(list),
            Message::Receive(_, source, visit) => {
                dom::set_busy("app", false);
                self.source = source;
                self.change_state(visit);
            }
            Message::Fail(_) => {
                dom::set_busy("app", false);
                self.asked = self.state.clone();
                return false;
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
                let visit = Visit { state: self.asked.after(action), arrival, fragment: None };
                return self.visit(context, visit);
            }
        }
        self.select_page();
        true
    }

    fn view(&self, _: &Context<Explorer>) -> Html {
        self.foreign_changes.iter().for_each(dom::ForeignChanges::undo);
        let text_error = self.source_text().and_then(Result::err);
        let list = self.source.list.clone();
        let content = list.unwrap_or_else(|| views::page_content(&self.page, text_error, self.timeline_cell));
        self.renderer.render(element("div").class("app").child(content))
    }

    fn rendered(&mut self, context: &Context<Explorer>, is_first: bool) {
        if is_first {
            context.props().unsent.restore_page();
            dom::mark_ready();
            let (link, number, state) = (context.link().clone(), self.visit_number, self.state.clone());
            spawn_local(async move { fetch_besides(link, number, &state).await });
        }
        let needed = route::source_text_path(&self.state, self.source.library.corpus());
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
    /// Shows a page, or fetches first what it needs. Returns whether it is shown already.
    fn visit(&mut self, context: &Context<Explorer>, visit: Visit) -> bool {
        self.visit_number += 1;
        let is_left = visit.state.view != self.state.view && visit.arrival == NavigationKind::Followed;
        if is_left && self.asked != self.state && self.asked.view == self.state.view {
            // Words whose list is still being fetched belong to the page that is left.
            self.visits.borrow_mut().record_typing(route::address(&self.asked));
        }
        self.asked = visit.state.clone();
        let is_here = data::part_of(&visit.state.view) == self.source.part;
        if is_here && visit.state.view != View::Findings {
            self.source.list = None;
            dom::set_busy("app", false);
            self.change_state(visit);
            self.select_page();
            return true;
        }
        dom::set_busy("app", visit.state.view != self.state.view);
        let known = (self.source.part.clone(), Rc::clone(&self.source.library));
        spawn_local(fetch_page(context.link().clone(), self.visit_number, known, visit));
        false
    }

    /// Makes the page of the state.
    fn select_page(&mut self) {
        self.page = pages::select_page(&self.source.library, &self.state, self.source_text().and_then(Result::ok));
    }

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
            // Only the document itself knows what it is about: the title of a thread.
            dom::set_title(&format!("{} - {}", dom::text_of("heading"), pages::PRODUCT));
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
        route::source_text_path(&self.state, self.source.library.corpus()).as_deref() == Some(address)
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
