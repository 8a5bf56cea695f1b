//! Texts packed so that a link can hold them.

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

// Not in web-sys but behind a flag of the compiler.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

const FORMAT: &str = "deflate-raw";

/// Why a text was not packed or unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The browser has no streams that compress.
    TooOld,
    /// What was to be unpacked is damaged or cut short.
    Damaged,
}

/// A text as letters that any link can hold.
///
/// # Errors
/// [`PackError::TooOld`].
pub async fn pack(text: &str) -> Result<String, PackError> {
    if !has("CompressionStream") {
        return Err(PackError::TooOld);
    }
    let stream = CompressionStream::new(FORMAT).map_err(|_| PackError::TooOld)?;
    let bytes = through(text.as_bytes(), stream.unchecked_ref()).await.map_err(|_| PackError::TooOld)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

/// The text that [`pack`] made letters of.
///
/// # Errors
/// If the letters are not those of a whole text, or the browser cannot unpack.
pub async fn unpack(letters: &str) -> Result<String, PackError> {
    if !has("DecompressionStream") {
        return Err(PackError::TooOld);
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(letters).map_err(|_| PackError::Damaged)?;
    let stream = DecompressionStream::new(FORMAT).map_err(|_| PackError::TooOld)?;
    let bytes = through(&bytes, stream.unchecked_ref()).await.map_err(|_| PackError::Damaged)?;
    String::from_utf8(bytes).map_err(|_| PackError::Damaged)
}

fn has(name: &str) -> bool {
    Reflect::has(&js_sys::global(), &JsValue::from_str(name)).unwrap_or(false)
}

async fn through(bytes: &[u8], stream: &ReadableWritablePair) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let packed = blob.stream().pipe_through(stream);
    let response = Response::new_with_opt_readable_stream(Some(&packed))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Bytes as a policy writes digests.
pub fn digest_base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}
