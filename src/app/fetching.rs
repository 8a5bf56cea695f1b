//! Fetches what a page needs: its part of the data, and the source text that it shows.

use crate::data;
use crate::explorer::{Explorer, Message};
use crate::visit::Visit;
use explore::library::Library;
use explore::route;
use explore::state::{Action, State, View};
use html::node::Node;
use std::rc::Rc;
use yew::html::Scope;

/// The address of a source text, with the text or the reason why it could not be fetched.
pub type FetchedText = (String, Result<Rc<str>, String>);

/// Fetches a source text. If that fails, there is a notice.
pub async fn fetch_source_text(address: String) -> FetchedText {
    let text = match address.strip_prefix(route::OPENED_TEXTS) {
        // The text of an opened report is on no host, which must not be asked for it.
        Some(id) => {
            dom::call_module("extras", "opened_text", id).await.map_err(|_| "it is not open any more".to_string())
        }
        None => dom::fetch_text(&address).await.inspect_err(|_| {
            dom::report_failure("The text of the report could not be loaded.", dom::RELOAD_REMEDY, &address);
        }),
    };
    let text = text.map(Rc::from);
    (address, text)
}

/// What a page is drawn from.
#[derive(Clone, PartialEq)]
pub struct Source {
    /// The name of its part of the data.
    pub part: String,
    /// That part.
    pub library: Rc<Library>,
    /// The list of findings, if it shows that.
    pub list: Option<Node<Action>>,
}

impl Source {
    /// Fetches what the page of a state needs that `known` does not have; `None` if another list was asked for meanwhile.
    ///
    /// # Errors
    /// A message that says what cannot be fetched or read; empty if there is a notice already.
    pub async fn fetch(state: &State, known: Option<(String, Rc<Library>)>) -> Result<Option<Source>, String> {
        let part = data::part_of(&state.view);
        let library = match known.filter(|(other, _)| *other == part) {
            Some((_, library)) => library,
            None => Rc::new(data::fetch_library(&part).await?),
        };
        let list = match state.view {
            View::Findings => match data::fetch_list(state).await? {
                None => return Ok(None),
                list => list,
            },
            _ => None,
        };
        Ok(Some(Source { part, library, list }))
    }
}

/// Fetches what a page needs. If that fails, the page that is shown stays, with a notice.
pub async fn fetch_page(link: Scope<Explorer>, number: usize, known: (String, Rc<Library>), visit: Visit) {
    match Source::fetch(&visit.state, Some(known)).await {
        Ok(Some(source)) => {
            dom::withdraw_failure();
            let state = visit.state.clone();
            link.send_message(Message::Receive(number, source, visit));
            fetch_besides(link, number, &state).await;
        }
        Ok(None) => {}
        Err(error) => {
            link.send_message(Message::Fail(number));
            if !error.is_empty() {
                // Not to reload: without a network, that would take away this page too.
                dom::report_failure(&format!("The page could not be shown: {error}."), "Try again.", "");
            }
        }
    }
}

/// Fetches what the list of findings says beside the findings.
pub async fn fetch_besides(link: Scope<Explorer>, number: usize, state: &State) {
    if state.view == View::Findings && data::fetch_besides(state).await == Ok(true) {
        link.send_message(Message::HaveBesides(number));
    }
}

/// Has the list of findings made again.
pub async fn fetch_list_again(link: Scope<Explorer>, number: usize, state: State) {
    if let Ok(Some(list)) = data::fetch_list(&state).await {
        link.send_message(Message::ReceiveList(number, list));
    }
}
