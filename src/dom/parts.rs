//! Parts of the site that are fetched when they are first wanted: the second program, presenting, keeping offline.
//!
//! Only a script can import modules by addresses that are known when it runs; `static/boot.js` does it, as `parts`.

use gloo::utils::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlLinkElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parts, catch)]
    async fn call(part: &str, function: &str, words: &str) -> Result<JsValue, JsValue>;
}

/// A part could not be fetched or has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

/// Calls a function of a part with words, and gives the words that it gives; empty if it gives none.
///
/// # Errors
/// If the part cannot be fetched, or the call fails. The next call fetches it again.
pub async fn call_part(part: &str, function: &str, words: &str) -> Result<String, Lost> {
    let answer = call(part, function, words).await.map_err(|_| Lost)?;
    Ok(answer.as_string().unwrap_or_default())
}

/// Adds a style sheet, by the name under which the head of the document gives its address, unless it is there.
pub fn fetch_styles(name: &str) {
    let Some(address) = crate::document::meta(name).filter(|_| document().get_element_by_id(name).is_none()) else {
        return;
    };
    let link = document().create_element("link").ok().and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    if let (Some(link), Some(head)) = (link, document().head()) {
        link.set_id(name);
        link.set_rel("stylesheet");
        link.set_href(&address);
        _ = head.append_child(&link);
    }
}

/// The texts of the site's own styles and of a part's, and of a script, by the names under which the head of the document
/// gives their addresses: what a page that stands by itself is made of.
///
/// # Errors
/// A sentence that says what could not be fetched.
pub async fn texts_of_part(styles: &str, script: &str) -> Result<(String, String), String> {
    if crate::is_single_file() {
        return Ok((crate::text_of("style"), crate::fetch(&format!("{script}.js")).await?));
    }
    let sheet = document().query_selector("link[rel=stylesheet]").ok().flatten();
    let sheet = sheet.and_then(|link| link.get_attribute("href")).unwrap_or_default();
    let address = |name: &str| crate::document::meta(name).unwrap_or_default();
    let styles = format!("{}\n{}", crate::fetch(&sheet).await?, crate::fetch(&address(styles)).await?);
    Ok((styles, crate::fetch(&address(script)).await?))
}
