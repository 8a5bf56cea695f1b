//! Compressed texts that fit into a link.

use crate::stream::{StreamError, read_stream};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ReadableStream, ReadableWritablePair};

// In web-sys, these are only available behind a compiler flag for unstable interfaces.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The format name of the Compression Streams standard.
const COMPRESSION_FORMAT: &str = "deflate-raw";

/// Why a text could not be packed or unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The browser does not support compression streams.
    Unsupported,
    /// The packed text is damaged or was cut short.
    Damaged,
    /// The text is longer than allowed.
    TooLarge,
}

/// Compresses a text into characters that are safe in any URL.
///
/// # Errors
/// [`PackError::Unsupported`] if the browser cannot compress.
pub async fn pack_text(text: &str) -> Result<String, PackError> {
    if !has_global("CompressionStream") {
        return Err(PackError::Unsupported);
    }
    let stream = CompressionStream::new(COMPRESSION_FORMAT).map_err(|_| PackError::Unsupported)?;
    let output = pipe_through(text.as_bytes(), stream.unchecked_ref()).map_err(|_| PackError::Unsupported)?;
    let bytes = read_stream(&output, usize::MAX).await.map_err(|_| PackError::Unsupported)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

/// Restores a text that was compressed by [`pack_text`]. A short packed text may stand for one of any length: it is read
/// only until the text has more than `max_bytes` bytes.
///
/// # Errors
/// [`PackError::Damaged`] if it is not a complete packed text, [`PackError::TooLarge`] if the text is too long,
/// [`PackError::Unsupported`] if the browser cannot decompress.
pub async fn unpack_text(packed: &str, max_bytes: usize) -> Result<String, PackError> {
    if !has_global("DecompressionStream") {
        return Err(PackError::Unsupported);
    }
    if packed.len() > max_bytes {
        return Err(PackError::TooLarge);
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(packed).map_err(|_| PackError::Damaged)?;
    let stream = DecompressionStream::new(COMPRESSION_FORMAT).map_err(|_| PackError::Unsupported)?;
    let output = pipe_through(&bytes, stream.unchecked_ref()).map_err(|_| PackError::Damaged)?;
    let bytes = read_stream(&output, max_bytes).await.map_err(|error| match error {
        StreamError::TooLarge => PackError::TooLarge,
        StreamError::Stalled | StreamError::Broken => PackError::Damaged,
    })?;
    String::from_utf8(bytes).map_err(|_| PackError::Damaged)
}

/// Whether the browser has a global object with this name.
fn has_global(name: &str) -> bool {
    Reflect::has(&js_sys::global(), &JsValue::from_str(name)).unwrap_or(false)
}

/// Pipes bytes through a compression or decompression stream.
fn pipe_through(bytes: &[u8], stream: &ReadableWritablePair) -> Result<ReadableStream, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    Ok(blob.stream().pipe_through(stream))
}

/// Bytes in the base64 form in which a content security policy contains digests.
pub fn encode_base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}
