//! The browser: the only file that names `web_sys` or `gloo`.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, Event, HtmlAnchorElement, HtmlCanvasElement,
    HtmlDialogElement, HtmlElement, HtmlImageElement, HtmlInputElement, HtmlLinkElement, HtmlSelectElement,
    KeyboardEvent, MouseEvent, Response, Url,
};

/// Listening, until it is dropped.
pub type Heard = EventListener;

/// A call that waits, unless it is dropped.
pub type Later = Timeout;

/// The host of the program, with the words that the page was sent with.
pub fn host() -> Option<Element> {
    document().get_element_by_id("app")
}

/// Says on the root element that the program runs, for styles and tests.
pub fn mark_ready() {
    _ = document_element().set_attribute("data-ready", "true");
}

/// The site's root, fixed at the start: later addresses are deeper or shallower than the first.
fn root() -> String {
    document().base_uri().ok().flatten().unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The address of the shown page relative to the site's root, with parameters and without fragment.
pub fn address() -> String {
    place().split('#').next().unwrap_or_default().to_string()
}

/// The same with the fragment.
pub fn place() -> String {
    relative(&window().location().href().unwrap_or_default()).unwrap_or_default()
}

/// The name behind the `#` of the shown address, if any.
pub fn fragment() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').filter(|f| !f.is_empty()).map(str::to_string)
}

fn relative(href: &str) -> Option<String> {
    href.strip_prefix(&root()).map(str::to_string)
}

/// Where the page says that its data is.
pub fn corpus_address() -> String {
    let link = document().get_element_by_id("corpus").and_then(|e| e.dyn_into::<HtmlLinkElement>().ok());
    link.map(|link| link.href()).unwrap_or_default()
}

/// The text at an address of this site, or a sentence that says why it is not there.
pub async fn fetch(address: &str) -> Result<String, String> {
    let name = || address.rsplit('/').next().unwrap_or(address).to_string();
    let response = JsFuture::from(window().fetch_with_str(address))
        .await
        .map_err(|_| format!("{} could not be fetched", name()))?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("{} could not be fetched (status {})", name(), response.status()));
    }
    let cut_short = |_| format!("{} was not received whole", name());
    let text = JsFuture::from(response.text().map_err(cut_short)?).await.map_err(cut_short)?;
    Ok(text.as_string().unwrap_or_default())
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

/// A new entry in the history, or another address for the present one. Browsers limit how often; a refusal loses nothing.
pub fn set_address(address: &str, new_entry: bool) {
    let url = format!("{}{address}", root());
    _ = match new_entry {
        true => history().push_state_with_url(&JsValue::NULL, "", Some(&url)),
        false => history().replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Names the page in the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Calls back whenever the user goes back or forward.
pub fn on_history(call: impl Fn() + 'static) -> Heard {
    EventListener::new(&window(), "popstate", move |_| call())
}

/// Calls back with the key of each press outside text fields that has no modifier. Returning true keeps it from the browser.
pub fn on_key(call: impl Fn(&str) -> bool + 'static) -> Heard {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let in_field = field.is_some_and(|field| field.type_() != "checkbox");
        let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !in_field && !has_modifier && call(&event.key()) {
            event.prevent_default();
        }
    })
}

/// Calls back later, unless what is returned is dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, call)
}

/// The address and fragment of the link that a plain click follows to a page of this site; the browser then does nothing.
///
/// Other links, clicks with a modifier, downloads and new tabs are the browser's.
pub fn followed_link(event: &Event) -> Option<(String, Option<String>)> {
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
    let href = link.dyn_into::<HtmlAnchorElement>().ok()?.href();
    let relative = relative(&href)?;
    // Files of the site that are no pages.
    if relative.starts_with("data/") || relative.starts_with("static/") || relative.starts_with("assets/") {
        return None;
    }
    event.prevent_default();
    let (address, fragment) = relative.split_once('#').unwrap_or((&relative, ""));
    Some((address.to_string(), Some(fragment.to_string()).filter(|f| !f.is_empty())))
}

/// What stands in the field, or is chosen in the list, that an event comes from.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(other) => other.dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default(),
    }
}

/// Moves the focus to an element. False if there is none of that id.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|e| e.focus().is_ok())
}

/// Scrolls an element to the top of the window and moves the focus there. False if there is none of that id.
pub fn reveal(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    focus(id);
    true
}

/// How far down the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls so far down; 0 is the top.
pub fn scroll_to(at: f64) {
    window().scroll_to_with_x_and_y(0.0, at);
}

/// Opens the dialog of this id over the page.
pub fn open_dialog(id: &str) {
    let dialog = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlDialogElement>().ok());
    _ = dialog.map(|dialog| dialog.show_modal());
}

/// What stands in the field of this id.
pub fn value_in(id: &str) -> String {
    let field = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The key of a press: "Escape".
pub fn key_of(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// The id of the element that an event comes from.
pub fn id_of(event: &Event) -> Option<String> {
    event.target().and_then(|t| t.dyn_into::<Element>().ok()).map(|element| element.id())
}

/// What was clicked to be taken away: what, and of which part of the page.
pub fn taken(event: &Event) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let what = target.closest("[data-take]").ok().flatten()?.get_attribute("data-take")?;
    let (what, of) = what.split_once(' ')?;
    Some((what.to_string(), of.to_string()))
}

/// The whole address of the page, as one would send it to somebody.
pub fn whole_address() -> String {
    window().location().href().unwrap_or_default()
}

/// When the site was built, as the page says.
pub fn built() -> String {
    let said = document().query_selector("meta[name=built]").ok().flatten();
    said.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// The name of the data file, which changes with the data.
pub fn data_name() -> String {
    corpus_address().rsplit('/').next().unwrap_or_default().to_string()
}

/// Says a sentence where a screen reader reads it out and the eye finds it, for a while.
pub fn say(words: &str) {
    const READ_MS: u32 = 4000;
    let Some(place) = document().get_element_by_id("said") else { return };
    place.set_text_content(Some(words));
    Timeout::new(READ_MS, move || place.set_text_content(None)).forget();
}

/// Puts words on the clipboard. False if the browser does not allow it.
pub async fn copy(words: &str) -> bool {
    // Pages that came over an unsafe connection have no clipboard.
    window().is_secure_context() && JsFuture::from(window().navigator().clipboard().write_text(words)).await.is_ok()
}

/// Offers a text as a file. False if the browser cannot.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let (parts, options) = (js_sys::Array::of1(&JsValue::from_str(text)), BlobPropertyBag::new());
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return false };
    let is_offered = offer(name, &url);
    // Once the click has been dealt with.
    Timeout::new(1000, move || _ = Url::revoke_object_url(&url)).forget();
    is_offered
}

/// Clicks a link to something to be saved under this name.
fn offer(name: &str, href: &str) -> bool {
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return false };
    link.set_href(href);
    link.set_download(name);
    link.click();
    true
}

/// Paints an SVG at twice its size and offers it as a PNG file. False if the browser cannot.
pub async fn save_painted(name: &str, svg: &str) -> bool {
    paint(svg).await.is_ok_and(|url| offer(name, &url))
}

async fn paint(svg: &str) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * 2, image.natural_height() * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let brush: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    brush.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    canvas.to_data_url()
}

/// Styles with each `var(--name)` replaced by the value that it has on this screen.
pub fn resolved(styles: &str) -> String {
    let values = window().get_computed_style(&document_element()).ok().flatten();
    let mut parts = styles.split("var(");
    let mut resolved = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (name, rest) = part.split_once(')').unwrap_or((part, ""));
        let value = values.as_ref().and_then(|values| values.get_property_value(name).ok());
        resolved.push_str(value.as_deref().unwrap_or_default().trim());
        resolved.push_str(rest);
    }
    resolved
}
