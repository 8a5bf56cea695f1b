//! Links and forms that lead to pages of this site, and are followed without loading a new document.

use crate::address::relative_address;
use gloo::utils::document;
use html::links::is_page;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlAnchorElement, HtmlFormElement, MouseEvent, UrlSearchParams};

/// The address and fragment of the link that a click event follows, if it is a plain click on a link to a page of this
/// site.
///
/// Other links, clicks with a modifier, downloads and new tabs are left to the browser.
pub fn clicked_link(event: &Event) -> Option<(String, Option<String>)> {
    let event = event.dyn_ref::<MouseEvent>()?;
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    if has_modifier || event.button() != 0 || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    split_fragment(&relative_address(&link.dyn_into::<HtmlAnchorElement>().ok()?.href())?)
}

/// The address that a submitted form of this site leads to.
pub fn submitted_address(event: &Event) -> Option<String> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    if event.default_prevented() || form.method() != "get" {
        return None;
    }
    let address = relative_address(&form.action())?;
    let fields = FormData::new_with_form(&form).ok()?;
    let parameters = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    Some(format!("{path}?{}", String::from(parameters.to_string())))
}

/// Divides an address into page and fragment; `None` for files of the site, which are not pages.
fn split_fragment(address: &str) -> Option<(String, Option<String>)> {
    if !is_page(address) {
        return None;
    }
    let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
    Some((address.to_string(), Some(fragment.to_string()).filter(|f| !f.is_empty())))
}

/// Follows a link to a page of this site, as if it had been clicked.
pub fn follow_link(address: &str) {
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let (Some(link), Some(href), Some(body)) = (link, crate::link_style().to_href(address), document().body()) {
        link.set_href(&href);
        // A click on an element that is not in the document does not reach the listeners of the document.
        _ = body.append_child(&link);
        link.click();
        link.remove();
    }
}
