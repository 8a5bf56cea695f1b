//! Carries out exports, to the clipboard or to a file.

use crate::data::page_origin;
use explore::export::{ExportKind, Exporter, PICTURE_STYLES, Payload, file_name};
use explore::library::Library;
use explore::route;
use html::links::LinkStyle;

/// Exports the current page, or the part of it with the anchor `of`. Returns the message to announce.
pub async fn run_export(export: ExportKind, anchor: &str, library: &Library) -> String {
    let (state, origin) = (route::parse_address(&dom::page_address()), page_origin());
    let style = dom::resolve_css_variables(PICTURE_STYLES);
    let exporter = Exporter { library, state: &state, anchor, origin: &origin, style: &style };
    match export.make(&exporter) {
        None => "There is nothing on this page to export in this form.".to_string(),
        Some(Payload::Copy { name: what, text: words }) => copy_text(&words, what).await,
        Some(Payload::CopyList(list)) => {
            let html = html::quoted_list::quoted_list::<()>(&list).to_html(LinkStyle::Site);
            if dom::copy_rich_text(&html, &list.to_text()).await {
                format!("{} copied.", list.title)
            } else {
                "List not copied: the browser does not allow it here.".to_string()
            }
        }
        Some(Payload::Share(address)) if dom::share(&address).await => String::new(),
        Some(Payload::Share(_)) => "Not shared: the browser does not allow it here.".to_string(),
        Some(Payload::Save { extension: ending, media_type, content }) => {
            save_text(&file_name(&state, anchor, ending), media_type, &content)
        }
        Some(Payload::Paint { svg }) => {
            let name = file_name(&state, anchor, "png");
            if dom::save_png(&name, &svg).await {
                format!("Saved as “{name}”.")
            } else {
                format!("This browser could not make “{name}”. The SVG has the same content.")
            }
        }
    }
}

/// Copies text to the clipboard. Returns the message to announce; `what` names the text in it.
pub async fn copy_text(words: &str, what: &str) -> String {
    if dom::copy_text(words).await {
        format!("{what} copied.")
    } else {
        format!("{what} not copied: the browser does not allow it here.")
    }
}

/// Offers a text as a file to save. Returns the message to announce.
pub fn save_text(name: &str, media_type: &str, text: &str) -> String {
    if dom::save_text(name, media_type, text) {
        format!("Saved as “{name}”.")
    } else {
        format!("“{name}” could not be saved.")
    }
}
