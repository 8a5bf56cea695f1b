//! Access to the browser for both programs. The only crate that names `web-sys` or `gloo`.

mod address;
mod clipboard;
mod database;
mod document;
mod download;
mod drag;
mod events;
mod fetch;
mod file;
mod focus;
mod foreign_changes;
mod history;
mod keys;
mod links;
mod modules;
mod packing;
mod printing;
mod storage;
mod stream;
mod styles;

pub use address::{
    address_with_fragment, fragment, is_single_file, link_style, page_address, public_address, public_root,
    shareable_root, site_root,
};
pub use clipboard::{copy_rich_text, copy_text, share};
pub use database::{TextChanges, TextDatabase, ask_to_persist};
pub use document::{
    announce, build_date, data_address, data_file_name, fill_from_template, is_checked, is_ready, issues_address,
    mark_ready, mount_point, part_list_address, record_shown_address, relabel_commands, search_list_address, set_busy,
    set_checked, set_link, set_text, set_title, set_visible, text_of, whole_data_address,
};
pub use download::{save_png, save_text};
pub use drag::start_drag;
pub use events::{
    Channel, Listener, Timer, ask_before_closing, call_after, checkbox_change, clicked_command, event_details,
    on_document, on_window, prevent_default, raise_on_window,
};
pub use fetch::{fetch_text, fetch_texts};
pub use file::{FileError, passed_files, read_chosen_file, take_chosen_files, text_file};
pub use focus::{
    focus_element, focus_first, focused_selector, has_focus_within, has_lost_focus, scroll_position, scroll_to,
    scroll_to_element, set_field_value, typed_value,
};
pub use foreign_changes::ForeignChanges;
pub use history::{address_suffix, on_navigation, remove_address_suffix, set_address};
pub use keys::{close_dialog, is_in_text_field, show_dialog, unmodified_key};
pub use links::{clicked_link, follow_link, submitted_address};
pub use modules::{
    ModuleError, RELOAD_REMEDY, call_module, call_module_with_file, fetch_styles_and_script, later_file_size,
    load_style_sheet, report_failure, withdraw_failure,
};
pub use packing::{PackError, encode_base64, pack_text, unpack_text};
pub use printing::print_page;
pub use storage::{Storage, StorageError, has_session_text, now, random_digits, scoped_name, session_text, today};
pub use stream::finish_within;
pub use styles::resolve_css_variables;
pub use web_sys::File;
