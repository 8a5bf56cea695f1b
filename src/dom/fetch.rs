//! Fetching text files of this site.

use crate::stream::{StreamError, read_stream, unless_stalled};
use gloo::utils::window;
use js_sys::{Error, Promise, Uint8Array};
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{RequestCache, RequestInit, Response};

/// The most bytes of a file. The data of 645 reports have less.
const MAX_BYTES: usize = 200_000_000;

/// Fetches a text file of this site. If its name has the beginning of its SHA-256, it is compared.
///
/// # Errors
/// A message that names the file and says why it could not be fetched, or that the host sent something else.
pub fn fetch_text(address: &str) -> FetchedText {
    Box::pin(fetch_whole(address.to_string()))
}

/// A text that is being fetched. Boxed, so that programs have the code of fetching once.
type FetchedText = Pin<Box<dyn Future<Output = Result<String, String>>>>;

async fn fetch_whole(address: String) -> Result<String, String> {
    let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or(&address);
    let failed = |what: &str| format!("{name} {what}");
    // The browser may have kept what was sent at some other time, so it is asked once more without its cache.
    for cache in [RequestCache::Default, RequestCache::Reload] {
        let bytes = fetch_bytes(&address, cache).await.map_err(|what| failed(&what))?;
        if has_digest_of_name(name, &bytes).await {
            return String::from_utf8(bytes).map_err(|_| failed("is not a text"));
        }
    }
    Err(failed("is not what this version of the site has: the host sent something else under its name"))
}

/// Fetches several text files at once, in their order. An empty address gives an empty text.
///
/// # Errors
/// As [`fetch_text`], for the first that could not be fetched.
pub async fn fetch_texts(addresses: &[&str]) -> Result<Vec<String>, String> {
    let fetch = |address: String| async move {
        if address.is_empty() {
            return Ok(JsValue::from(""));
        }
        // Not a rejected promise: after the first error nobody waits for the others.
        Ok(fetch_text(&address).await.map_or_else(|error| Error::new(&error).into(), JsValue::from))
    };
    // All begin before the first is waited for.
    let fetching: Vec<Promise> =
        addresses.iter().map(|address| future_to_promise(fetch((*address).to_string()))).collect();
    let mut texts = Vec::new();
    for text in fetching {
        let text = JsFuture::from(text).await.unwrap_or_default();
        texts.push(text.as_string().ok_or_else(|| String::from(Error::from(text).message()))?);
    }
    Ok(texts)
}

/// Fetches a file.
///
/// # Errors
/// What happened to it: "could not be downloaded".
async fn fetch_bytes(address: &str, cache: RequestCache) -> Result<Vec<u8>, String> {
    let explain = |error: StreamError, broken: &str| match error {
        StreamError::Stalled => "could not be downloaded: nothing arrived for 15 seconds".to_owned(),
        StreamError::TooLarge => "is larger than it can be".to_owned(),
        StreamError::Broken => broken.to_owned(),
    };
    let options = RequestInit::new();
    options.set_cache(cache);
    let response = unless_stalled(window().fetch_with_str_and_init(address, &options)).await;
    let response = response.map_err(|error| explain(error, "could not be downloaded"))?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("could not be downloaded (error {})", response.status()));
    }
    let body = response.body().ok_or("is empty")?;
    read_stream(&body, MAX_BYTES).await.map_err(|error| explain(error, "was only partly downloaded"))
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
