//! The metadata of a page, for search engines and for programs that show link previews.

use crate::deployment::Deployment;
use crate::social_image::{HEIGHT, WIDTH};
use html::escape_html;

/// The metadata of a page.
pub struct PageMetadata<'t> {
    /// The path of the page, relative to the site's root; none for the page that answers unknown addresses.
    pub path: Option<&'t str>,
    /// The title of the document.
    pub title: &'t str,
    /// The description of the page.
    pub description: &'t str,
    /// The path of the preview image, relative to the site's root, and its alternative text.
    pub social_image: Option<(&'t str, &'t str)>,
}

/// The `meta` and `link` elements of the document's head. Those that need the public address are left out if it is not
/// known.
pub fn meta_elements(deployment: &Deployment, metadata: &PageMetadata) -> String {
    let Some(path) = metadata.path else { return "<meta name=\"robots\" content=\"noindex\">".to_owned() };
    let mut lines = Vec::new();
    let mut add = |name: &str, value: &str| {
        let attribute = if name.starts_with("twitter:") { "name" } else { "property" };
        lines.push(format!("<meta {attribute}=\"{name}\" content=\"{}\">", escape_html(value)));
    };
    add("og:site_name", "Force Findings");
    add("og:type", "website");
    add("og:locale", "en_GB");
    add("og:title", metadata.title.strip_suffix(" - Force Findings").unwrap_or(metadata.title));
    add("og:description", metadata.description);
    if let Some(address) = deployment.public_url(path) {
        add("og:url", &address);
        if let Some((image, alternative)) = metadata.social_image {
            add("og:image", &deployment.public_url(image).unwrap_or_default());
            add("og:image:width", &WIDTH.to_string());
            add("og:image:height", &HEIGHT.to_string());
            add("og:image:alt", alternative);
        }
        add("twitter:card", if metadata.social_image.is_some() { "summary_large_image" } else { "summary" });
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape_html(&address)));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{PageMetadata, meta_elements};
    use crate::deployment::Deployment;

    const METADATA: PageMetadata = PageMetadata {
        path: Some("about/"),
        title: "About \"us\"",
        description: "",
        social_image: Some(("cards/about.png", "About")),
    };

    #[test]
    fn a_known_address_gives_a_canonical_link_and_an_absolute_address_of_the_image() {
        let deployment = Deployment::new(None, Some("https://example.org/sub/")).unwrap();
        let head = meta_elements(&deployment, &METADATA);
        assert!(head.contains("<link rel=\"canonical\" href=\"https://example.org/sub/about/\">"), "{head}");
        assert!(head.contains("content=\"https://example.org/sub/cards/about.png\""), "{head}");
        assert!(head.contains("content=\"About &quot;us&quot;\""), "{head}");
    }

    #[test]
    fn without_an_address_whatever_needs_one_is_left_out() {
        let head = meta_elements(&Deployment::unknown_host(), &METADATA);
        assert!(!head.contains("canonical") && !head.contains("og:image") && head.contains("og:title"), "{head}");
    }

    #[test]
    fn the_page_for_unknown_addresses_is_not_indexed() {
        assert!(
            meta_elements(&Deployment::unknown_host(), &PageMetadata { path: None, ..METADATA }).contains("noindex")
        );
    }
}
