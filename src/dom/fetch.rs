//! Fetching text files of this site.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches a text file of this site.
///
/// # Errors
/// A message that names the file and says why it could not be fetched.
pub async fn fetch_text(address: &str) -> Result<String, String> {
    let name = || address.trim_end_matches('/').rsplit('/').next().unwrap_or(address).to_string();
    let response = JsFuture::from(window().fetch_with_str(address))
        .await
        .map_err(|_| format!("{} could not be downloaded", name()))?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("{} could not be downloaded (error {})", name(), response.status()));
    }
    let cut_short = |_| format!("{} was only partly downloaded", name());
    let text = JsFuture::from(response.text().map_err(cut_short)?).await.map_err(cut_short)?;
    Ok(text.as_string().unwrap_or_default())
}
