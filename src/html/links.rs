//! How links between pages are written: as relative addresses on a site, and behind `#/` in the single file.

use std::borrow::Cow;

/// The prefix of a page's address in the single file, where every page is a fragment of one document.
pub const FRAGMENT_PREFIX: &str = "#/";

/// How the addresses of pages are written in links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkStyle {
    /// Relative to the site's root: `force/kent/`.
    #[default]
    Site,
    /// Behind [`FRAGMENT_PREFIX`]: `#/force/kent/`.
    SingleFile,
}

impl LinkStyle {
    /// The value of `href` or `action` for an address. Only addresses of pages change; those of other sites and of
    /// files do not. `None` for an address that is neither of the web nor relative, such as `javascript:`: it is never
    /// written.
    pub fn to_href(self, address: &str) -> Option<Cow<'_, str>> {
        let href = match self {
            LinkStyle::SingleFile if is_page(address) => {
                Cow::Owned(format!("{FRAGMENT_PREFIX}{}", address.strip_prefix("./").unwrap_or(address)))
            }
            _ => Cow::Borrowed(address),
        };
        can_be_followed(address).then_some(href)
    }
}

/// Whether an address is a relative one, or one of the web.
fn can_be_followed(address: &str) -> bool {
    let start = address.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    match start.split_once(':') {
        Some((scheme, _)) => scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"),
        // An address that starts with a slash may name another host.
        None => !address.starts_with(['/', '\\']),
    }
}

/// Whether an address is that of a page: not another site, and not a file of this one.
pub fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_file = ["data/", "open-data/", "static/", "assets/"].iter().any(|folder| path.starts_with(folder));
    !(path.contains("://") || is_file || path.ends_with(".html"))
}

#[cfg(test)]
mod tests {
    use super::LinkStyle;

    #[test]
    fn only_addresses_of_pages_get_the_prefix_in_the_single_file() {
        assert_eq!(LinkStyle::Site.to_href("force/kent/").as_deref(), Some("force/kent/"));
        for (address, written) in [
            ("./", "#/"),
            ("./force/kent/#numbers", "#/force/kent/#numbers"),
            ("findings/?q=stalking", "#/findings/?q=stalking"),
            ("findings/?q=police.html", "#/findings/?q=police.html"),
            ("findings/?q=https://example.org/data/", "#/findings/?q=https://example.org/data/"),
            ("https://example.org/force/kent/", "https://example.org/force/kent/"),
            ("data/text/a.txt", "data/text/a.txt"),
            ("force-findings.html", "force-findings.html"),
        ] {
            assert_eq!(LinkStyle::SingleFile.to_href(address).as_deref(), Some(written));
        }
    }

    #[test]
    fn only_relative_addresses_and_those_of_the_web_are_written() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example",
        ] {
            for style in [LinkStyle::Site, LinkStyle::SingleFile] {
                assert_eq!(style.to_href(address), None, "{address}");
            }
        }
        for address in ["#line-3", "", "findings/?q=a:b", "HTTPS://example.org/", "http://example.org/?p=1"] {
            assert_eq!(LinkStyle::Site.to_href(address).as_deref(), Some(address));
        }
    }
}
