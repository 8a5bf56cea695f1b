//! Lines that browsers print on pages, and that web pages put between the parts of a text.

use model::folding::fold_phrase;

/// Links of web pages that lead within the page or away from its text.
const NAVIGATION: [&str; 16] = [
    "back to contents",
    "back to publication",
    "back to publications",
    "back to the contents",
    "back to top",
    "back to the top",
    "contents",
    "download pdf",
    "get pdf",
    "print this document",
    "print this page",
    "return to contents",
    "return to top",
    "share this page",
    "skip to content",
    "skip to main content",
];

/// Whether a line is no text of the report: a link for navigation, or the date, address or page that a browser prints.
pub fn is_web_line(words: &str) -> bool {
    is_navigation(words) || is_print_stamp(words) || is_address_with_page(words) || is_page_of_pages(words)
}

/// Whether a line is a link for navigation. "Contents" alone is the heading of the contents list.
fn is_navigation(words: &str) -> bool {
    const LONGEST: usize = 30;
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.len() <= LONGEST && bare != "Contents" && NAVIGATION.contains(&fold_phrase(bare).as_str())
}

/// Whether a line begins with the date and time of printing: "11/28/26, 8:19 PM", "28.11.2026, 20:19 Inspection report".
fn is_print_stamp(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let (Some(date), Some(time)) = (parts.next(), parts.next()) else { return false };
    let date = date.trim_end_matches(',');
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let has_parts = |text: &str, separators: &[char], count: usize| {
        text.split(separators).filter(|part| is_number(part)).count() == count
            && text.split(separators).count() == count
    };
    has_parts(date, &['/', '.', '-'], 3) && has_parts(time, &[':'], 2)
}

/// Whether a line is an address that a link leaves behind on a page, which is not part of the text before it.
pub fn is_link_line(words: &str) -> bool {
    ["http://", "https://", "file://"].iter().any(|start| words.starts_with(start))
}

/// Whether a line is an address with the page that a browser prints beside it.
fn is_address_with_page(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let is_address = parts.next().is_some_and(is_link_line);
    let page = parts.next();
    is_address && page.is_some_and(is_page_of_pages) && parts.next().is_none()
}

/// Whether a line is a page and the number of pages: "1/34".
fn is_page_of_pages(words: &str) -> bool {
    let number =
        |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()));
    let pages = words.split_once('/').and_then(|(page, pages)| Some((number(page)?, number(pages)?)));
    pages.is_some_and(|(page, pages)| page >= 1 && page <= pages)
}

#[cfg(test)]
mod tests {
    use super::is_web_line;

    #[test]
    fn lines_that_a_browser_prints_are_recognised_and_text_is_not() {
        for line in
            ["Back to contents", "↑ Back to top", "1/34", "11/28/26, 8:19 PM", "28/11/2026, 20:19 Inspection report"]
        {
            assert!(is_web_line(line), "{line}");
        }
        for line in
            ["Contents", "2018/19", "Back to the future of policing", "11/28 of them", "https://example.org", "12"]
        {
            assert!(!is_web_line(line), "{line}");
        }
        assert!(is_web_line("https://example.org/report 3/34"));
    }
}
