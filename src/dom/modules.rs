//! Modules that are loaded when they are first needed: the `extras` program, presenting, and saving the site for
//! offline use.
//!
//! Only a script can import modules whose addresses are known only at run time; `static/boot.js` does so, as
//! `parts.call`.

use gloo::utils::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, HtmlLinkElement};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = parts, catch)]
    async fn call(part: &str, function: &str, argument: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = parts)]
    fn failed(words: &str, remedy: &str, address: &str);

    #[wasm_bindgen(js_namespace = parts)]
    fn recovered();
}

/// What to do where only reloading the page tries again. `static/boot.js` adds a button for it.
pub const RELOAD_REMEDY: &str = "Reload the page to try again.";

/// Shows a notice that something could not be loaded, and what to do. It stays until it is closed, or until something else
/// could be loaded. If the file at this address, or any other that the page may load, is no longer there, because a newer
/// version of the site has replaced it, the notice says that instead of `remedy`.
pub fn report_failure(words: &str, remedy: &str, address: &str) {
    failed(words, remedy, address);
}

/// Removes the notice of a failure, because what failed has succeeded.
pub fn withdraw_failure() {
    recovered();
}

/// A module could not be loaded, or its function failed. There is a notice that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModuleError;

/// Calls a function of a module with a string, and returns the string that it returns; empty if it returns none.
///
/// # Errors
/// If the module cannot be loaded, or the call fails. The next call tries to load the module again.
pub async fn call_module(part: &str, function: &str, words: &str) -> Result<String, ModuleError> {
    call_with(part, function, &JsValue::from_str(words)).await
}

/// The same with a file.
///
/// # Errors
/// See [`call_module`].
pub async fn call_module_with_file(part: &str, function: &str, file: &File) -> Result<String, ModuleError> {
    call_with(part, function, file).await
}

async fn call_with(part: &str, function: &str, argument: &JsValue) -> Result<String, ModuleError> {
    let result = call(part, function, argument).await.map_err(|_| ModuleError)?;
    Ok(result.as_string().unwrap_or_default())
}

/// The size of a file that is loaded later, when it is downloaded, in bytes: that of the `meta` element with this name.
/// `None` if this copy of the site has no such file.
pub fn later_file_size(name: &str) -> Option<usize> {
    crate::document::meta(name)?.get_attribute("data-size")?.parse().ok()
}

/// The class of the links to stylesheets that were added later.
const ADDED_LATER: &str = "later";

/// Adds a stylesheet to the document, unless it is there already. Its address is in the `meta` element with this name. If
/// it cannot be loaded, there is a notice, and the next call tries again.
pub fn load_style_sheet(name: &str) {
    let existing = document().get_element_by_id(name).and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    // A stylesheet that the page itself links was loaded before any program, or could not be.
    let is_there = existing.is_some_and(|link| {
        let is_there = link.class_name() == ADDED_LATER || link.sheet().is_some();
        if !is_there {
            link.remove();
        }
        is_there
    });
    let meta = crate::document::meta(name).filter(|_| !is_there);
    let Some((address, integrity)) = meta.and_then(|meta| {
        Some((meta.get_attribute("content")?, meta.get_attribute("data-integrity").unwrap_or_default()))
    }) else {
        return;
    };
    let link = document().create_element("link").ok().and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    if let (Some(link), Some(head)) = (link, document().head()) {
        link.set_id(name);
        link.set_class_name(ADDED_LATER);
        link.set_rel("stylesheet");
        link.set_integrity(&integrity);
        link.set_href(&address);
        let added = link.clone();
        let on_error = move |_: &web_sys::Event| {
            added.remove();
            report_failure("The styles of this page could not be loaded.", RELOAD_REMEDY, &added.href());
        };
        gloo::events::EventListener::once(&link, "error", on_error).forget();
        _ = head.append_child(&link);
    }
}

/// The text of the stylesheets of the site and of a module, and of a script, for a stand-alone HTML file. `styles` and
/// `script` are the names of the `meta` elements with their addresses.
///
/// # Errors
/// A message that says which file could not be fetched.
pub async fn fetch_styles_and_script(styles: &str, script: &str) -> Result<(String, String), String> {
    if crate::is_single_file() {
        return Ok((crate::document::element_text("style"), crate::fetch_text(&format!("{script}.js")).await?));
    }
    let linked = |selector: &str| {
        let link = document().query_selector(selector).ok().flatten();
        link.and_then(|link| link.get_attribute("href")).unwrap_or_default()
    };
    let address = |name: &str| crate::document::meta_content(name).unwrap_or_default();
    let sheets = [linked("link[rel=stylesheet]"), address(styles), linked("link[media=print]")];
    let mut styles = String::new();
    for sheet in sheets {
        styles.push_str(&crate::fetch_text(&sheet).await?);
        styles.push('\n');
    }
    Ok((styles, crate::fetch_text(&address(script)).await?))
}
