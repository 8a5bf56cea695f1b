//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;

/// Puts words on the clipboard. False if the browser does not allow it.
pub async fn copy(words: &str) -> bool {
    // Pages that came over an unsafe connection have no clipboard.
    window().is_secure_context() && JsFuture::from(window().navigator().clipboard().write_text(words)).await.is_ok()
}
