//! Files that the user opens.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than allowed.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The text of the file that was chosen in the file field with this id; `None` if there is none.
///
/// # Errors
/// If the file has more than `max_bytes` bytes, or cannot be read.
pub async fn read_chosen_file(id: &str, max_bytes: usize) -> Result<Option<String>, FileError> {
    let Some(file) = take_chosen_files(id).into_iter().next() else { return Ok(None) };
    if file.size() > max_bytes as f64 {
        return Err(FileError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.map(Some).ok_or(FileError::Unreadable)
}

/// The files that were chosen in the file field with this id. The field is emptied: otherwise, choosing the same file again
/// would cause no event.
pub fn take_chosen_files(id: &str) -> Vec<File> {
    let Some(field) = crate::document::input_element(id) else { return Vec::new() };
    let files = field.files().map(|files| passed_files(&files)).unwrap_or_default();
    field.set_value("");
    files
}

/// The files of a list that a script passes.
pub fn passed_files(list: &JsValue) -> Vec<File> {
    js_sys::Array::from(list).iter().map(JsCast::unchecked_into).collect()
}

/// A text as a file with this name.
pub fn text_file(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&js_sys::Array::of1(&JsValue::from_str(text)), name).ok()
}
