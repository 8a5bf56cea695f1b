//! A page that is asked for, and what asks for it: links, forms, and going back or forward.

use crate::explorer::{Explorer, Message};
use crate::visits::VisitHistory;
use explore::command::OPENED_CHANGE;
use explore::route;
use explore::state::State;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Context;

/// How the current state was reached. This determines what happens to the history, the scroll position and the focus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NavigationKind {
    /// The first page, or going back or forward: the address is already correct.
    AtAddress,
    /// A link or a choice: the history gets a new entry.
    Followed,
    /// Typing: the address of the current history entry changes.
    Typed,
}

/// A page that is asked for.
pub struct Visit {
    /// What is shown.
    pub state: State,
    /// How it was reached.
    pub arrival: NavigationKind,
    /// The place on the page that the address names.
    pub fragment: Option<String>,
}

/// Listens for back and forward, and for links and forms anywhere on the page.
pub fn add_listeners(context: &Context<Explorer>, visits: &Rc<RefCell<VisitHistory>>) -> [dom::Listener; 4] {
    let captures = || (context.link().clone(), Rc::clone(visits));
    let link = context.link().clone();
    let reports = dom::on_window(OPENED_CHANGE, move || link.send_message(Message::ChangeOpened));
    let (link, visits) = captures();
    let back = dom::on_navigation(move || {
        visits.borrow_mut().leave_page();
        let state = route::parse_address(&dom::page_address());
        link.send_message(Message::Visit(Visit {
            state,
            arrival: NavigationKind::AtAddress,
            fragment: dom::fragment(),
        }));
    });
    // Static documents are left to the browser, except in the single file, which contains them as templates.
    let leads_to = |address: &str| {
        let state = route::parse_address(address);
        (!state.view.is_static() || dom::is_single_file()).then_some(state)
    };
    let (link, visits) = captures();
    let click = dom::on_document("click", move |event| {
        let Some((address, fragment)) = dom::clicked_link(event) else { return };
        let Some(state) = leads_to(&address) else { return };
        dom::prevent_default(event);
        visits.borrow_mut().leave_page();
        link.send_message(Message::Visit(Visit { state, arrival: NavigationKind::Followed, fragment }));
    });
    let (link, visits) = captures();
    let submit = dom::on_document("submit", move |event| {
        let Some(state) = dom::submitted_address(event).as_deref().and_then(leads_to) else { return };
        dom::prevent_default(event);
        visits.borrow_mut().leave_page();
        link.send_message(Message::Visit(Visit { state, arrival: NavigationKind::Followed, fragment: None }));
    });
    [back, click, submit, reports]
}
