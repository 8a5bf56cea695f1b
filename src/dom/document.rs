//! The document: its metadata, and the elements outside those that the programs draw.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlLinkElement, HtmlTemplateElement};

/// The element with this id, into which a program renders.
pub fn mount_point(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Marks the root element with `data-ready` once the program runs, for styles and tests, and removes the notice that it
/// does not run.
pub fn mark_ready() {
    _ = document().get_element_by_id("starting").map(|notice| notice.remove());
    _ = document_element().set_attribute("data-ready", "true");
}

/// Whether the explorer runs on this page.
pub fn is_ready() -> bool {
    document_element().has_attribute("data-ready")
}

/// The `meta` element with this name.
pub(crate) fn meta(name: &str) -> Option<Element> {
    document().query_selector(&format!("meta[name={name}]")).ok().flatten()
}

/// The content of the `meta` element with this name, if it is not empty.
pub(crate) fn meta_content(name: &str) -> Option<String> {
    meta(name)?.get_attribute("content").filter(|content| !content.is_empty())
}

/// The date on which the site was built: "2026-11-21". Empty if unknown.
pub fn build_date() -> String {
    meta_content("built").unwrap_or_default()
}

/// The full URL of the part of the data that the page names; empty if it names none.
pub fn data_address() -> String {
    let link = document().get_element_by_id("data").and_then(|e| e.dyn_into::<HtmlLinkElement>().ok());
    link.map(|link| link.href()).unwrap_or_default()
}

/// The address of the file with all data, as the page names it; empty if it names none.
pub fn whole_data_address() -> String {
    meta_content("corpus").unwrap_or_default()
}

/// The address of the list of the parts of the data, as the page names it; empty if it names none.
pub fn part_list_address() -> String {
    meta_content("parts").unwrap_or_default()
}

/// The address of the list of the index of the full texts, as the page names it; empty if it names none.
pub fn search_list_address() -> String {
    meta_content("search").unwrap_or_default()
}

/// The address of the file with what the reports say about each other, as the page names it; empty if it names none.
pub fn issues_address() -> String {
    meta_content("issues").unwrap_or_default()
}

/// The name of the file with all data, which contains a hash of its content.
pub fn data_file_name() -> String {
    whole_data_address().rsplit('/').next().unwrap_or_default().to_string()
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Points the link with this id to an address of the site.
pub fn set_link(id: &str, address: &str) {
    if let (Some(link), Some(href)) = (document().get_element_by_id(id), crate::link_style().to_href(address)) {
        _ = link.set_attribute("href", &href);
    }
}

/// Shows a message in the live region at the foot of the page for a few seconds.
pub fn announce(words: &str) {
    const SHOWN_MS: u32 = 5000;
    let live_region = || document().get_element_by_id("said");
    if let Some(region) = live_region() {
        region.set_text_content(Some(words));
    }
    let words = words.to_string();
    let clear = move || {
        // A later message is cleared by a timer of its own.
        if let Some(region) = live_region().filter(|region| region.text_content().as_deref() == Some(&words)) {
            region.set_text_content(None);
        }
    };
    Timeout::new(SHOWN_MS, clear).forget();
}

/// Copies the content of a template into an element, unless the element has content already. Both are given by id. In
/// the single file, static documents such as About are templates.
pub fn fill_from_template(host: &str, template: &str) {
    let Some(host) = document().get_element_by_id(host).filter(|host| host.first_child().is_none()) else { return };
    let template = document().get_element_by_id(template).and_then(|e| e.dyn_into::<HtmlTemplateElement>().ok());
    if let Some(content) = template.and_then(|t| t.content().clone_node_with_deep(true).ok()) {
        _ = host.append_child(&content);
    }
}

/// The value of the field with this id; empty if there is none.
pub(crate) fn field_value(id: &str) -> String {
    input_element(id).map(|field| field.value()).unwrap_or_default()
}

/// The input element with this id.
pub(crate) fn input_element(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The text of the first element that matches a selector; empty if there is none.
pub(crate) fn element_text(selector: &str) -> String {
    let element = document().query_selector(selector).ok().flatten();
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The text of the element with this id; empty if there is none.
pub fn text_of(id: &str) -> String {
    element_text(&format!("#{id}"))
}

/// The HTML element with this id.
pub(crate) fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Sets the text of the element with this id.
pub fn set_text(id: &str, words: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(words));
    }
}

/// Changes the text of each button with a `data-command` attribute for which there is another one. The text node stays,
/// because the program that drew it knows it.
pub fn relabel_commands(label: impl Fn(&str) -> Option<&'static str>) {
    let Ok(buttons) = document().query_selector_all("[data-command]") else { return };
    for button in (0..buttons.length()).filter_map(|n| buttons.get(n)?.dyn_into::<Element>().ok()) {
        let label = button.get_attribute("data-command").and_then(|command| label(&command));
        if let Some((text, label)) = button.first_child().zip(label) {
            text.set_node_value(Some(label));
        }
    }
}

/// Shows or hides the element with this id.
pub fn set_visible(id: &str, is_shown: bool) {
    if let Some(element) = html_element(id) {
        element.set_hidden(!is_shown);
    }
}

/// Says of the element with this id whether its content is about to be replaced.
pub fn set_busy(id: &str, is_busy: bool) {
    if let Some(element) = document().get_element_by_id(id) {
        _ = element.set_attribute("aria-busy", if is_busy { "true" } else { "false" });
    }
}

/// Whether the checkbox with this id is ticked.
pub fn is_checked(id: &str) -> bool {
    input_element(id).is_some_and(|field| field.checked())
}

/// Ticks or clears the checkbox with this id.
pub fn set_checked(id: &str, is_ticked: bool) {
    _ = input_element(id).map(|field| field.set_checked(is_ticked));
}

/// Records on an element which page it shows, as `data-shown`, for tests.
pub fn record_shown_address(id: &str) {
    if let Some(element) = html_element(id) {
        _ = element.set_attribute("data-shown", &crate::address::full_address());
    }
}
