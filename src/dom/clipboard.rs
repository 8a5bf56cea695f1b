//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;

/// Copies text to the clipboard. False if the browser does not allow it.
pub async fn copy_text(words: &str) -> bool {
    // `navigator.clipboard` exists only in secure contexts.
    window().is_secure_context() && JsFuture::from(window().navigator().clipboard().write_text(words)).await.is_ok()
}
