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
    address, fragment, is_single_file, links, place, public_address, public_root, relative, root, shareable_root,
    whole_address,
};
pub use clipboard::copy;
pub use document::{
    built, data_address, data_name, fill_from_template, host, is_ticked, mark_ready, mark_shown, notice, say,
    set_skip_link, set_text, set_title, show_only_if, text_of, tick, value_of_field,
};
pub use download::{paint, save};
pub use drag::begin_drag;
pub use events::{Heard, Later, after, command_of, details, keep_from_browser, on_document, on_window, ticked};
pub use fetch::fetch;
pub use file::chosen_file;
pub use focus::{
    focus, focus_first, focused, has_focus_within, has_lost_focus, reveal, scroll_to, scrolled, type_into, typed_in,
};
pub use history::{on_history, set_address, take_from_address};
pub use keys::{click_label, plain_key, show_dialog, types_words};
pub use links::{follow, followed, submitted};
pub use paper::print;
pub use parts::{Lost, call_part, fetch_styles, texts_of_part};
pub use share::{PackError, digest_base64, pack, unpack};
pub use storage::{Storage, StorageError};
pub use styles::resolve_variables;
