//! The clipboard, and the device's own way to share.

use gloo::utils::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, DomException, ShareData};

// In web-sys, this is only available behind a compiler flag for unstable interfaces.
#[wasm_bindgen]
extern "C" {
    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &JsValue) -> Result<ClipboardItem, JsValue>;

    type RichClipboard;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &RichClipboard, items: Array) -> Result<JsValue, JsValue>;
}

/// Copies text to the clipboard. False if the browser does not allow it.
pub async fn copy_text(words: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(words)).await.is_ok(),
        None => false,
    }
}

/// The clipboard. Not every browser has one, and none at an address without https.
fn clipboard() -> Option<Clipboard> {
    Some(window().navigator().clipboard()).filter(|clipboard| !clipboard.is_undefined())
}

/// Copies rich text to the clipboard, with plain text for programs that take no other; only that if the browser cannot
/// copy rich text. False if it allows neither.
pub async fn copy_rich_text(html: &str, words: &str) -> bool {
    write_rich_text(html, words).await.is_ok() || copy_text(words).await
}

async fn write_rich_text(html: &str, words: &str) -> Result<(), JsValue> {
    let forms = Object::new();
    for (media_type, content) in [("text/html", html), ("text/plain", words)] {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
        Reflect::set(&forms, &media_type.into(), &blob)?;
    }
    // Where there is no such class, this is an error like any other.
    let item = ClipboardItem::new(&forms)?;
    let clipboard: RichClipboard = clipboard().ok_or(JsValue::UNDEFINED)?.unchecked_into();
    clipboard.write(Array::of1(&item)).await.map(|_| ())
}

/// Offers an address to the device's own way to share, with the title of the page. False if the browser has none or
/// does not allow it; closing it without sharing is no failure.
pub async fn share(address: &str) -> bool {
    let data = ShareData::new();
    data.set_title(&document().title());
    data.set_url(address);
    let has_way = Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false);
    let is_closed = |error: JsValue| error.dyn_into::<DomException>().is_ok_and(|error| error.name() == "AbortError");
    has_way && JsFuture::from(window().navigator().share_with_data(&data)).await.map_or_else(is_closed, |_| true)
}
