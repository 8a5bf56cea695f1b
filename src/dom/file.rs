//! Files that the user opens.

use wasm_bindgen_futures::JsFuture;

/// The text of the file that was chosen in the file field with this id; `None` if there is none or it cannot be read.
pub async fn read_chosen_file(id: &str) -> Option<String> {
    let field = crate::document::input_element(id)?;
    let file = field.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?;
    // Without this, choosing the same file again would cause no event.
    field.set_value("");
    text.as_string()
}
