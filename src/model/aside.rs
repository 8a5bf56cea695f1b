//! Asides: what a page says beside its own content, prepared ahead of time.

use serde::Serialize;

/// A list of links under a heading on the page of a force or of a finding.
///
/// It is prepared as words, so that the program of every page needs no code for what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aside {
    /// The path of the page that it belongs to: "force/kent/".
    pub page: String,
    /// The id of its heading: "threads".
    pub id: String,
    /// The heading.
    pub heading: String,
    /// A sentence under the heading.
    pub note: String,
    /// Its items, three texts each: a label, an address relative to the site's root, and words. An item without an address is
    /// not a link.
    pub items: Vec<String>,
}

impl Aside {
    /// The items: label, address and words of each.
    pub fn items(&self) -> impl Iterator<Item = [&str; 3]> {
        self.items.chunks_exact(3).map(|item| [item[0].as_str(), item[1].as_str(), item[2].as_str()])
    }
}
