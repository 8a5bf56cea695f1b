//! Which part of a page is its text.

use super::tree::{Element, Step};

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

/// Classes of elements that hold the text of a page.
const TEXT_CLASSES: [&str; 2] = ["moz-reader-content", "entry-content"];

/// Whether an element is left out with everything in it.
pub fn is_skipped(element: &Element) -> bool {
    let has_name = |attribute: &str| {
        let value = element.attribute(attribute).unwrap_or_default().to_ascii_lowercase();
        SKIPPED_NAMES.iter().any(|skipped| value.contains(skipped))
    };
    let is_hidden = element.attribute("hidden").is_some() || element.has_word("aria-hidden", "true");
    let is_invisible = element.attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let name = element.name();
    let is_heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "html" | "body" | "main");
    SKIPPED.contains(&name)
        || (name == "header" && !has_heading(element))
        || element.attribute("role").is_some_and(|role| SKIPPED_ROLES.contains(&role.as_str()))
        || is_hidden
        || is_invisible
        || (!is_heading && (has_name("class") || has_name("id")))
}

/// Whether a header has the title of the text, and not only the name of the site.
fn has_heading(element: &Element) -> bool {
    let mut around = std::iter::successors(element.parent(), Element::parent);
    around.any(|one| matches!(one.name(), "main" | "article")) && element.elements().any(|one| one.name() == "h1")
}

/// The element with the text: the one that the site marks, if it has most of the words of the page.
pub fn content_root(page: &Element) -> Element {
    let size = words_len(page);
    let is_marked = |element: &Element| {
        matches!(element.name(), "main" | "article")
            || element.has_word("role", "main")
            || element.has_word("id", "content")
            || TEXT_CLASSES.iter().any(|class| element.has_word("class", class))
    };
    let marked = page.elements().filter(is_marked).map(|element| (words_len(&element), element));
    let largest = marked.max_by_key(|(length, _)| *length).filter(|(length, _)| length * 5 > size * 3);
    largest.map_or(page.clone(), |(_, element)| element)
}

/// The title of a page, if no heading of its text has it.
pub fn document_title(page: &Element, root: &Element) -> Option<String> {
    let words = |element: Element| element.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let title = page.elements().find(|element| element.name() == "title").map(words)?;
    let mut headings = root.elements().filter(|element| element.name() == "h1").map(words);
    let has_title = headings.any(|heading| !heading.is_empty() && title.contains(&heading));
    (!title.is_empty() && !has_title).then_some(title)
}

/// The number of bytes of the words in an element, without what is left out.
fn words_len(element: &Element) -> usize {
    let mut skipped: Option<Element> = None;
    let mut length = 0;
    for step in element.walk() {
        match step {
            Step::Open(inner) if skipped.is_none() && is_skipped(&inner) => skipped = Some(inner),
            Step::Text(text) if skipped.is_none() => length += text.split_whitespace().map(str::len).sum::<usize>(),
            Step::Close(inner) if skipped.as_ref().is_some_and(|skipped| skipped.is(&inner)) => skipped = None,
            _ => {}
        }
    }
    length
}
