//! Addresses of pages as links have them: as they are on a site, behind `#/` where all pages are in one file.

use std::cell::Cell;

thread_local!(static IN_FRAGMENT: Cell<bool> = const { Cell::new(false) });

/// What stands before the address of a page in the single file.
pub const MARK: &str = "#/";

/// From now on addresses of pages stand behind the mark, or no longer do.
pub fn keep_in_fragment(in_fragment: bool) {
    IN_FRAGMENT.set(in_fragment);
}

/// The address to put into a link, if it is another than the one given: other sites and files stay where they are.
#[inline(never)]
pub fn moved(address: &str) -> Option<String> {
    let is_page = !(address.contains("://") || address.starts_with("data/") || address.ends_with(".html"));
    (IN_FRAGMENT.get() && is_page).then(|| format!("{MARK}{}", address.strip_prefix("./").unwrap_or(address)))
}

#[cfg(test)]
mod tests {
    use super::{keep_in_fragment, moved};

    #[test]
    fn pages_move_behind_the_mark_and_all_else_stays() {
        assert_eq!(moved("force/kent/"), None);
        keep_in_fragment(true);
        assert_eq!(moved("./").as_deref(), Some("#/"));
        assert_eq!(moved("./force/kent/#numbers").as_deref(), Some("#/force/kent/#numbers"));
        assert_eq!(moved("findings/?q=stalking").as_deref(), Some("#/findings/?q=stalking"));
        assert_eq!(moved("https://example.org/force/kent/"), None);
        assert_eq!(moved("data/text/a.txt"), None);
        assert_eq!(moved("force-findings.html"), None);
        keep_in_fragment(false);
    }
}
