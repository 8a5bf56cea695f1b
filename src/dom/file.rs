//! Files that the user opens.

use wasm_bindgen_futures::JsFuture;

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
    let field = crate::document::input_element(id);
    let Some((field, file)) = field.and_then(|field| Some((field.clone(), field.files()?.get(0)?))) else {
        return Ok(None);
    };
    // Without this, choosing the same file again would cause no event.
    field.set_value("");
    if file.size() > max_bytes as f64 {
        return Err(FileError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.map(Some).ok_or(FileError::Unreadable)
}
