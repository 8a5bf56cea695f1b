//! Reading streams within limits of size and time.

use gloo::utils::window;
use js_sys::{Promise, Reflect, Uint8Array};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
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
    let result = finish_within(STALL_MS, JsFuture::from(promise)).await;
    result.ok_or(StreamError::Stalled)?.map_err(|_| StreamError::Broken)
}

/// The result of a future, or `None` if it takes longer than this.
pub async fn finish_within<T>(milliseconds: i32, future: impl Future<Output = T>) -> Option<T> {
    let timeout = Promise::new(&mut |resolve, _| {
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let (mut future, mut timeout) = (pin!(future), pin!(JsFuture::from(timeout)));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending => timeout.as_mut().poll(context).map(|_| None),
    })
    .await
}
