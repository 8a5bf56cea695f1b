//! The address of the page, relative to the site's root. The root may be any folder, or the single file.

use gloo::utils::{document, document_element, window};
use html::links::{FRAGMENT_PREFIX, LinkStyle};

/// The full URL of the page.
pub(crate) fn full_address() -> String {
    window().location().href().unwrap_or_default()
}

/// Whether this is the single file, in which the addresses of pages are behind `#/`.
pub fn is_single_file() -> bool {
    document_element().has_attribute("data-single")
}

/// How links between pages are written here.
pub fn link_style() -> LinkStyle {
    if is_single_file() { LinkStyle::SingleFile } else { LinkStyle::Site }
}

/// The site's root as it may be shown to others. For the single file that is the public site with the same pages or, if
/// there is none, the name of the file without its folders, which are private to the user.
pub fn public_root() -> String {
    let root = site_root();
    if !is_single_file() {
        return root;
    }
    crate::document::meta_content("site").unwrap_or_else(|| {
        let file = root.trim_end_matches(FRAGMENT_PREFIX).rsplit('/').next().unwrap_or_default();
        format!("{file}{FRAGMENT_PREFIX}")
    })
}

/// The full URL of the site's root. It is taken from the document's base URL and stays the same on every page.
pub fn site_root() -> String {
    if is_single_file() {
        return format!("{}{FRAGMENT_PREFIX}", full_address().split('#').next().unwrap_or_default());
    }
    document().base_uri().ok().flatten().unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_string()
}

/// The fragment of the current address, which names a place on the page, if there is one. In the single file, this is
/// what follows the second `#`.
pub fn fragment() -> Option<String> {
    Some(address_with_fragment().split_once('#')?.1).filter(|name| !name.is_empty()).map(str::to_string)
}

/// The address of the current page relative to the site's root, with query and without fragment.
pub fn page_address() -> String {
    address_with_fragment().split('#').next().unwrap_or_default().to_string()
}

/// The address of the current page relative to the site's root, with query and fragment.
pub fn address_with_fragment() -> String {
    relative_address(&full_address()).unwrap_or_default()
}

/// A full URL relative to the site's root; `None` if it is not one of this site.
pub(crate) fn relative_address(href: &str) -> Option<String> {
    href.strip_prefix(&site_root()).map(str::to_string)
}

/// The full URL as it may be shown to others: for a local file, without its folders, which are private to the user.
pub fn public_address() -> String {
    let whole = full_address();
    match whole.split_once('#') {
        _ if !whole.starts_with("file:") => whole,
        Some((file, fragment)) => format!("{}#{fragment}", file.rsplit('/').next().unwrap_or_default()),
        None => whole.rsplit('/').next().unwrap_or_default().to_string(),
    }
}

/// The root for links that are sent to others; `None` in a single file that has no public address.
pub fn shareable_root() -> Option<String> {
    if is_single_file() { crate::document::meta_content("site") } else { Some(site_root()) }
}
