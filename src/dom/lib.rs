//! Access to the browser for both programs. The only crate that names `web-sys` or `gloo`.

mod address;
mod clipboard;
mod document;
mod download;
mod drag;
mod events;
mod fetch;
mod file;
mod focus;
mod history;
mod keys;
mod links;
mod paper;
mod parts;
mod share;
mod storage;
mod styles;

pub use address::{
    address, fragment, full_address, is_single_file, links, place, public_address, public_root, relative, root,
    shareable_root,
};
pub use clipboard::copy;
pub use document::{
    built, data_address, data_name, element_text, field_value, fill_from_template, host, is_ticked, mark_ready, notice,
    record_shown_address, say, set_skip_link, set_text, set_title, set_visible, tick,
};
pub use download::{paint, save};
pub use drag::start_drag;
pub use events::{Listener, Timer, after, clicked_command, details, on_document, on_window, prevent_default, ticked};
pub use fetch::fetch;
pub use file::read_chosen_file;
pub use focus::{
    focus, focus_first, focused, has_focus_within, has_lost_focus, reveal, scroll_to, scrolled, set_field_value,
    typed_value,
};
pub use history::{on_navigation, set_address, take_address_suffix};
pub use keys::{click_element, is_in_text_field, show_dialog, unmodified_key};
pub use links::{follow, followed, submitted};
pub use paper::print;
pub use parts::{Lost, call_module, fetch_styles_and_script, load_style_sheet};
pub use share::{PackError, encode_base64, pack, unpack};
pub use storage::{Storage, StorageError};
pub use styles::resolve_css_variables;
