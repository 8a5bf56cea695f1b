//! Saving files through the browser.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// Offers a text as a file to save. False if the browser cannot.
pub fn save_text(name: &str, media_type: &str, text: &str) -> bool {
    let (parts, options) = (js_sys::Array::of1(&JsValue::from_str(text)), BlobPropertyBag::new());
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return false };
    let is_offered = click_download(name, &url);
    // The URL is still needed while the browser handles the click.
    Timeout::new(1000, move || _ = Url::revoke_object_url(&url)).forget();
    is_offered
}

/// Downloads a URL under this file name, by clicking a temporary link.
fn click_download(name: &str, href: &str) -> bool {
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return false };
    link.set_href(href);
    link.set_download(name);
    link.click();
    true
}

/// Draws an SVG at twice its size and offers it as a PNG file to save. False if the browser cannot.
pub async fn save_png(name: &str, svg: &str) -> bool {
    draw_png(svg).await.is_ok_and(|url| click_download(name, &url))
}

/// Draws an SVG at twice its size. Returns a PNG as a `data:` URL.
async fn draw_png(svg: &str) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = (image.natural_width() * 2, image.natural_height() * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    canvas.to_data_url()
}
