//! The page in the browser, for both programs: where it is, and what it fetches.

use crate::markup::place;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, Response};

/// The whole address of the page, as one would send it to somebody.
pub fn whole_address() -> String {
    window().location().href().unwrap_or_default()
}

/// Whether all pages are in one file, and their addresses behind `#/`.
pub fn is_single() -> bool {
    document_element().has_attribute("data-single")
}

/// Says to everything that draws links what form addresses have here.
pub fn settle() {
    place::keep_in_fragment(is_single());
}

/// The root as one would send it to somebody. Of the single file that is where its pages are public, or else its name: the
/// folders of whoever has opened it are nobody else's business.
#[cfg(feature = "take")]
pub fn public_root() -> String {
    let root = root();
    if !is_single() {
        return root;
    }
    let site = document().query_selector("meta[name=site]").ok().flatten();
    let site = site.and_then(|meta| meta.get_attribute("content")).filter(|site| !site.is_empty());
    site.unwrap_or_else(|| {
        let file = root.trim_end_matches(place::MARK).rsplit('/').next().unwrap_or_default();
        format!("{file}{}", place::MARK)
    })
}

/// The site's root, fixed at the start: later addresses are deeper or shallower than the first.
pub fn root() -> String {
    if is_single() {
        return format!("{}{}", whole_address().split('#').next().unwrap_or_default(), place::MARK);
    }
    document().base_uri().ok().flatten().unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The name behind the last `#` of the shown address, if any: a place on the page.
#[cfg(feature = "web")]
pub fn fragment() -> Option<String> {
    Some(place().split_once('#')?.1).filter(|name| !name.is_empty()).map(str::to_string)
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
