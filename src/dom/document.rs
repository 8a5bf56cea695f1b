//! The document: what it says of itself, and the places outside of what the programs draw.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlLinkElement, HtmlTemplateElement};

/// The element that a program draws into, by its id.
pub fn host(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Says on the root element that the program runs, for styles and tests.
pub fn mark_ready() {
    _ = document_element().set_attribute("data-ready", "true");
}

/// What the head of the document says under this name, if anything.
pub(crate) fn meta(name: &str) -> Option<String> {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok().flatten()?;
    meta.get_attribute("content").filter(|content| !content.is_empty())
}

/// The day on which the site was built; empty where that is not known.
pub fn built() -> String {
    meta("built").unwrap_or_default()
}

/// Where the page says that its data is.
pub fn data_address() -> String {
    let link = document().get_element_by_id("corpus").and_then(|e| e.dyn_into::<HtmlLinkElement>().ok());
    link.map(|link| link.href()).unwrap_or_default()
}

/// The name of the data file, which changes with the data.
pub fn data_name() -> String {
    data_address().rsplit('/').next().unwrap_or_default().to_string()
}

/// Names the page in the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Lets the skip link lead to the content of the page at this address.
pub fn set_skip_link(here: &str) {
    if let Some(link) = document().get_element_by_id("skip") {
        let address = crate::links().write(here).into_owned();
        _ = link.set_attribute("href", &format!("{address}#content"));
    }
}

/// Adds a sentence above the page that is read out at once.
pub fn notice(words: &str) {
    let Some(notices) = document().get_element_by_id("notices") else { return };
    if let Ok(paragraph) = document().create_element("p") {
        _ = paragraph.set_attribute("role", "alert");
        paragraph.set_text_content(Some(words));
        _ = notices.append_child(&paragraph);
    }
}

/// Says what has been done, politely, for some seconds.
pub fn say(words: &str) {
    const SHOWN_MS: u32 = 5000;
    let place = || document().get_element_by_id("said");
    if let Some(said) = place() {
        said.set_text_content(Some(words));
    }
    let words = words.to_string();
    let clear = move || {
        if let Some(said) = place().filter(|said| said.text_content().as_deref() == Some(&words)) {
            said.set_text_content(None);
        }
    };
    Timeout::new(SHOWN_MS, clear).forget();
}

/// Puts a copy of what the template of this id holds into an element, once. In the single file, documents of their own
/// are templates.
pub fn fill_from_template(host: &str, template: &str) {
    let Some(host) = document().get_element_by_id(host).filter(|host| host.first_child().is_none()) else { return };
    let template = document().get_element_by_id(template).and_then(|e| e.dyn_into::<HtmlTemplateElement>().ok());
    if let Some(content) = template.and_then(|t| t.content().clone_node_with_deep(true).ok()) {
        _ = host.append_child(&content);
    }
}

/// What stands in the field of this id; empty if there is none.
pub fn value_of_field(id: &str) -> String {
    field(id).map(|field| field.value()).unwrap_or_default()
}

pub(crate) fn field(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The words of the first element that a selector finds; empty if there is none.
pub fn text_of(selector: &str) -> String {
    let element = document().query_selector(selector).ok().flatten();
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

pub(crate) fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts words into the element of this id.
pub fn set_text(id: &str, words: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(words));
    }
}

/// Shows an element, or hides it from everybody.
pub fn show_only_if(id: &str, is_shown: bool) {
    if let Some(element) = html_element(id) {
        element.set_hidden(!is_shown);
    }
}

/// Whether the box of this id is ticked.
pub fn is_ticked(id: &str) -> bool {
    field(id).is_some_and(|field| field.checked())
}

/// Ticks the box of this id, or clears it.
pub fn tick(id: &str, is_ticked: bool) {
    _ = field(id).map(|field| field.set_checked(is_ticked));
}

/// Says on an element which page it shows, for tests.
pub fn mark_shown(id: &str) {
    if let Some(element) = html_element(id) {
        _ = element.set_attribute("data-shown", &crate::whole_address());
    }
}
