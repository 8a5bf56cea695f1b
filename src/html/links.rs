//! How links lead from page to page: by addresses on a site, behind `#/` where all pages are in one file.

use std::borrow::Cow;

/// What stands before the address of a page in the single file.
pub const FRAGMENT_MARK: &str = "#/";

/// How the addresses of pages are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Relative to the site's root.
    #[default]
    Site,
    /// Behind [`FRAGMENT_MARK`].
    SingleFile,
}

impl Links {
    /// The address to put into a link: other sites and files stay where they are.
    pub fn write(self, address: &str) -> Cow<'_, str> {
        let is_page = !(address.contains("://") || address.starts_with("data/") || address.ends_with(".html"));
        match self {
            Links::SingleFile if is_page => {
                Cow::Owned(format!("{FRAGMENT_MARK}{}", address.strip_prefix("./").unwrap_or(address)))
            }
            _ => Cow::Borrowed(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn pages_move_behind_the_mark_and_all_else_stays() {
        assert_eq!(Links::Site.write("force/kent/"), "force/kent/");
        for (address, written) in [
            ("./", "#/"),
            ("./force/kent/#numbers", "#/force/kent/#numbers"),
            ("findings/?q=stalking", "#/findings/?q=stalking"),
            ("https://example.org/force/kent/", "https://example.org/force/kent/"),
            ("data/text/a.txt", "data/text/a.txt"),
            ("force-findings.html", "force-findings.html"),
        ] {
            assert_eq!(Links::SingleFile.write(address), written);
        }
    }
}
