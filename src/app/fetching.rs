//! Fetches what a page needs: its part of the data, and the source text that it shows.

use crate::data;
use crate::explorer::{Explorer, Message};
use crate::visit::{NavigationKind, Visit};
use explore::route;
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

/// Fetches the part of the data that a page needs. If that fails, the page that is shown stays, with a notice.
pub async fn fetch_part(link: Scope<Explorer>, number: usize, part: String, visit: Visit) {
    match data::fetch_library(&part).await {
        Ok(library) => {
            dom::withdraw_failure();
            link.send_message(Message::ReceivePart(number, part, Rc::new(library), visit));
        }
        Err(error) => {
            dom::set_busy("app", false);
            let words = format!("The page could not be shown: {error}.");
            let is_address_changed = visit.arrival == NavigationKind::AtAddress;
            let remedy = if is_address_changed { dom::RELOAD_REMEDY } else { "Try again." };
            dom::report_failure(&words, remedy, "");
        }
    }
}
