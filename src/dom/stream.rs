//! Reading streams within limits of size and time.

use gloo::utils::window;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// How long nothing may arrive from the network, in milliseconds.
const STALL_MS: i32 = 15_000;

/// Why a stream could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StreamError {
    /// It has more bytes than allowed.
    TooLarge,
    /// Nothing arrived for some time.
    Stalled,
    /// It ended before its end.
    Broken,
}

/// The bytes of a stream.
pub(crate) async fn read_stream(stream: &ReadableStream, max_bytes: usize) -> Result<Vec<u8>, StreamError> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let part = unless_stalled(reader.read()).await?;
        let field = |name: &str| Reflect::get(&part, &name.into()).map_err(|_| StreamError::Broken);
        if field("done")?.is_truthy() {
            return Ok(bytes);
        }
        bytes.extend(Uint8Array::new(&field("value")?).to_vec());
        if bytes.len() > max_bytes {
            _ = reader.cancel();
            return Err(StreamError::TooLarge);
        }
    }
}

/// The result of a promise, unless it takes too long.
pub(crate) async fn unless_stalled(promise: Promise) -> Result<JsValue, StreamError> {
    let timeout = Promise::new(&mut |resolve, _| {
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, STALL_MS);
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&promise, &timeout))).await;
    // The timeout has no value.
    first.map_err(|_| StreamError::Broken).and_then(|value| match value.is_undefined() {
        true => Err(StreamError::Stalled),
        false => Ok(value),
    })
}
