//! Files that a reader opens.

use wasm_bindgen_futures::JsFuture;

/// The text of the file that was chosen in the field of this id; `None` if none was, or it cannot be read.
pub async fn chosen_file(id: &str) -> Option<String> {
    let field = crate::document::field(id)?;
    let file = field.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?;
    // The same file can be chosen again.
    field.set_value("");
    text.as_string()
}
