//! Where the page is: addresses relative to the site's root, whatever folder or file that is.

use gloo::utils::{document, document_element, window};
use html::links::{FRAGMENT_MARK, Links};

/// The whole address of the page, as one would send it to somebody.
pub fn whole_address() -> String {
    window().location().href().unwrap_or_default()
}

/// Whether all pages are in one file, and their addresses behind `#/`.
pub fn is_single_file() -> bool {
    document_element().has_attribute("data-single")
}

/// How links lead from page to page here.
pub fn links() -> Links {
    if is_single_file() { Links::SingleFile } else { Links::Site }
}

/// The root as one would send it to somebody. Of the single file that is where its pages are public, or else its name: the
/// folders of whoever has opened it are nobody else's business.
pub fn public_root() -> String {
    let root = root();
    if !is_single_file() {
        return root;
    }
    crate::document::meta("site").unwrap_or_else(|| {
        let file = root.trim_end_matches(FRAGMENT_MARK).rsplit('/').next().unwrap_or_default();
        format!("{file}{FRAGMENT_MARK}")
    })
}

/// The site's root, fixed at the start: later addresses are deeper or shallower than the first.
pub fn root() -> String {
    if is_single_file() {
        return format!("{}{FRAGMENT_MARK}", whole_address().split('#').next().unwrap_or_default());
    }
    document().base_uri().ok().flatten().unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The name behind the last `#` of the shown address, if any: a place on the page.
pub fn fragment() -> Option<String> {
    Some(place().split_once('#')?.1).filter(|name| !name.is_empty()).map(str::to_string)
}

/// The address of the shown page relative to the site's root, with parameters and without fragment.
pub fn address() -> String {
    place().split('#').next().unwrap_or_default().to_string()
}

/// The same with the fragment.
pub fn place() -> String {
    relative(&whole_address()).unwrap_or_default()
}

/// An address of this site relative to its root; `None` for one of another.
pub fn relative(href: &str) -> Option<String> {
    href.strip_prefix(&root()).map(str::to_string)
}

/// The whole address as one may tell it to others: without the folders of whoever has opened a file.
pub fn public_address() -> String {
    let whole = whole_address();
    match whole.split_once('#') {
        _ if !whole.starts_with("file:") => whole,
        Some((file, place)) => format!("{}#{place}", file.rsplit('/').next().unwrap_or_default()),
        None => whole.rsplit('/').next().unwrap_or_default().to_string(),
    }
}

/// The root that a link for others begins with; `None` in a file that has no public address.
pub fn shareable_root() -> Option<String> {
    if is_single_file() { crate::document::meta("site") } else { Some(root()) }
}
