//! The page in the browser, for both programs: where it is, and what it fetches.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, Response};

/// The whole address of the page, as one would send it to somebody.
pub fn whole_address() -> String {
    window().location().href().unwrap_or_default()
}

/// The site's root, fixed at the start: later addresses are deeper or shallower than the first.
pub fn root() -> String {
    document().base_uri().ok().flatten().unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The address of the shown page relative to the site's root, with parameters and without fragment.
pub fn address() -> String {
    place().split('#').next().unwrap_or_default().to_string()
}

/// The same with the fragment.
pub fn place() -> String {
    relative(&whole_address()).unwrap_or_default()
}

/// An address of this site relative to its root; `None` for one of another.
pub fn relative(href: &str) -> Option<String> {
    href.strip_prefix(&root()).map(str::to_string)
}

/// Where the page says that its data is.
pub fn corpus_address() -> String {
    let link = document().get_element_by_id("corpus").and_then(|e| e.dyn_into::<HtmlLinkElement>().ok());
    link.map(|link| link.href()).unwrap_or_default()
}

/// The text at an address of this site, or a sentence that says why it is not there.
pub async fn fetch(address: &str) -> Result<String, String> {
    let name = || address.trim_end_matches('/').rsplit('/').next().unwrap_or(address).to_string();
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
