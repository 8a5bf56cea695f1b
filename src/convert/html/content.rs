//! Which part of a page is its text.

use scraper::{ElementRef, Html, Selector};

/// Elements that hold no text of a report.
const SKIPPED: [&str; 23] = [
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "iframe", "math", "nav", "noscript",
    "object", "script", "select", "style", "svg", "template", "textarea", "title", "video", "input", "label",
];

/// Roles of elements that surround the text.
const SKIPPED_ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "complementary"];

/// Words in the class or id of elements that surround the text.
const SKIPPED_NAMES: [&str; 14] = [
    "breadcrumb",
    "cookie",
    "pagination",
    "related",
    "screen-reader",
    "share",
    "sharing",
    "sidebar",
    "site-footer",
    "site-header",
    "skip-link",
    "social",
    "sr-only",
    "visually-hidden",
];

/// What the text of a page may be in, where a site marks it.
const ROOTS: [&str; 6] = ["main", "[role=main]", "article", ".moz-reader-content", ".entry-content", "#content"];

/// Whether an element is left out with everything in it.
pub fn is_skipped(element: ElementRef) -> bool {
    let value = element.value();
    let is_name = |name: &str| SKIPPED_NAMES.iter().any(|skipped| name.to_ascii_lowercase().contains(skipped));
    let is_hidden = value.attr("hidden").is_some() || value.attr("aria-hidden") == Some("true");
    let is_invisible = value.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let is_heading = matches!(value.name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "html" | "body" | "main");
    SKIPPED.contains(&value.name())
        || (value.name() == "header" && !has_heading(element))
        || value.attr("role").is_some_and(|role| SKIPPED_ROLES.contains(&role))
        || is_hidden
        || is_invisible
        || (!is_heading && (value.classes().any(is_name) || value.id().is_some_and(is_name)))
}

/// Whether a header has the title of the text, and not only the name of the site.
fn has_heading(element: ElementRef) -> bool {
    let is_text =
        element.ancestors().filter_map(ElementRef::wrap).any(|one| matches!(one.value().name(), "main" | "article"));
    is_text && element.descendent_elements().any(|one| one.value().name() == "h1")
}

/// The element with the text: the one that the site marks, if it has most of the words of the page.
pub fn content_root(document: &Html) -> ElementRef<'_> {
    let whole = document.root_element();
    let size = words_len(whole);
    let marked = ROOTS.iter().filter_map(|root| Selector::parse(root).ok());
    let marked = marked.flat_map(|root| document.select(&root).collect::<Vec<_>>());
    let largest = marked.map(|element| (words_len(element), element)).max_by_key(|(length, _)| *length);
    largest.filter(|(length, _)| length * 5 > size * 3).map_or(whole, |(_, element)| element)
}

/// The title of a page, if no heading of its text has it.
pub fn document_title(document: &Html, root: ElementRef) -> Option<String> {
    let select = |selector: &str| Selector::parse(selector).expect("the selector is valid");
    let words =
        |element: ElementRef| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let title = words(document.select(&select("title")).next()?);
    let has_title =
        root.select(&select("h1")).map(words).any(|heading| !heading.is_empty() && title.contains(&heading));
    (!title.is_empty() && !has_title).then_some(title)
}

/// The number of bytes of the words in an element, without what is left out.
fn words_len(element: ElementRef) -> usize {
    let mut skipped = None;
    let mut length = 0;
    for edge in element.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) if skipped.is_none() => {
                if ElementRef::wrap(node).is_some_and(is_skipped) {
                    skipped = Some(node.id());
                } else if let Some(text) = node.value().as_text() {
                    length += text.split_whitespace().map(str::len).sum::<usize>();
                }
            }
            ego_tree::iter::Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            _ => {}
        }
    }
    length
}
