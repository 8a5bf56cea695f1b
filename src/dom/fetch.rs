//! Fetching text files of this site.

use crate::stream::{StreamError, read_stream, unless_stalled};
use gloo::utils::window;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The most bytes of a file. The data of 645 reports have less.
const MAX_BYTES: usize = 200_000_000;

/// Fetches a text file of this site. If its name has the beginning of its SHA-256, it is compared.
///
/// # Errors
/// A message that names the file and says why it could not be fetched, or that the host sent something else.
pub async fn fetch_text(address: &str) -> Result<String, String> {
    let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or(address);
    let failed = |what: &str| format!("{name} {what}");
    let stalled = || failed("could not be downloaded: nothing arrived for 15 seconds");
    let response = unless_stalled(window().fetch_with_str(address)).await.map_err(|error| match error {
        StreamError::Stalled => stalled(),
        _ => failed("could not be downloaded"),
    })?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(failed(&format!("could not be downloaded (error {})", response.status())));
    }
    let body = response.body().ok_or_else(|| failed("is empty"))?;
    let bytes = read_stream(&body, MAX_BYTES).await.map_err(|error| match error {
        StreamError::Stalled => stalled(),
        StreamError::TooLarge => failed("is larger than it can be"),
        StreamError::Broken => failed("was only partly downloaded"),
    })?;
    if !has_digest_of_name(name, &bytes).await {
        return Err(failed("is not what this version of the site has: the host sent something else under its name"));
    }
    String::from_utf8(bytes).map_err(|_| failed("is not a text"))
}

/// Whether bytes are those that the digits in a file's name stand for: "corpus.0123456789ab.json". True if it has none, and
/// where browsers do not offer digests: at addresses without https.
async fn has_digest_of_name(name: &str, bytes: &[u8]) -> bool {
    /// The fewest digits of a digest.
    const MIN_DIGITS: usize = 8;
    let digits = name.rsplit('.').nth(1).filter(|digits| {
        digits.len() >= MIN_DIGITS && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    });
    let subtle = window().crypto().ok().map(|crypto| crypto.subtle());
    let (Some(digits), Some(subtle)) = (digits, subtle.filter(|subtle| !subtle.is_undefined())) else { return true };
    let Ok(digest) = subtle.digest_with_str_and_u8_array("SHA-256", bytes) else { return true };
    let Ok(digest) = JsFuture::from(digest).await else { return true };
    let digest: String = Uint8Array::new(&digest).to_vec().iter().map(|byte| format!("{byte:02x}")).collect();
    digest.starts_with(digits)
}
