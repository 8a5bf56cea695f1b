//! The browser, as far as taking something away needs it.

use crate::brief::{Refused, Shelf};
use crate::page::corpus_address;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// The storage of this browser for this site.
pub struct Storage;

impl Storage {
    /// None where a page may keep nothing.
    fn shelf() -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }
}

impl Shelf for Storage {
    fn get(&self, name: &str) -> Option<String> {
        Storage::shelf()?.get_item(name).ok().flatten()
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Refused> {
        let shelf = Storage::shelf().ok_or(Refused::Forbidden)?;
        shelf.set_item(name, text).map_err(|_| Refused::Full)
    }

    fn remove(&self, name: &str) {
        _ = Storage::shelf().map(|shelf| shelf.remove_item(name));
    }
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
