//! Where the pages of a PDF and the headings of a web page are in the text that was made from it.

use intake::headings::marked_heading;
use model::Anchor;
use model::line::{SourceLine, source_lines};

/// What begins the first line of a page.
const PAGE_BREAK: char = '\u{c}';

/// The first line of each page; empty if the text has no page breaks.
pub fn page_starts(text: &str) -> Vec<u32> {
    if !text.contains(PAGE_BREAK) {
        return Vec::new();
    }
    let mut starts = vec![1];
    for line in source_lines(text) {
        // Each page without words gives one more.
        let breaks = line.text.chars().take_while(|letter| *letter == PAGE_BREAK).count();
        starts.extend((0..breaks).map(|_| line.number));
    }
    starts
}

/// The headings with an id: `## Investigating crime {#investigating-crime}`.
pub fn anchors(text: &str) -> Vec<Anchor> {
    let anchor = |line: SourceLine| {
        let id = marked_heading(line.text)?.anchor?;
        Some(Anchor { line: line.number, id: id.to_string() })
    };
    source_lines(text).filter_map(anchor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_begin_after_page_breaks() {
        assert_eq!(page_starts("one\ntwo\n"), []);
        assert_eq!(page_starts("one\n\ntwo\n\u{c}three\nfour\n\u{c}\u{c}five"), [1, 4, 6, 6]);
        assert_eq!(page_starts("\u{c}one\n\u{c}two"), [1, 1, 2]);
    }

    #[test]
    fn headings_with_ids_are_anchors() {
        let found =
            anchors("# Title\n\n## Investigating crime {#investigating-crime}\nwords {#no}\n\u{c}### Two {#two}\n");
        let found: Vec<_> = found.iter().map(|anchor| (anchor.line, anchor.id.as_str())).collect();
        assert_eq!(found, [(3, "investigating-crime"), (5, "two")]);
    }
}
