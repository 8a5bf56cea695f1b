//! Headings that a text marks with number signs, as Markdown does: `## Investigating crime {#investigating-crime}`.
//!
//! Converted web pages, PDFs and documents mark theirs so, and people copy pages as Markdown.

/// The deepest level of a heading.
const MAX_LEVEL: usize = 6;

/// A marked heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedHeading<'a> {
    /// Its level, from 1.
    pub level: u8,
    /// Its words.
    pub text: &'a str,
    /// The id of its place on a web page.
    pub anchor: Option<&'a str>,
}

/// The heading in a line, if it is marked as one.
pub fn marked_heading(line: &str) -> Option<MarkedHeading<'_>> {
    let line = line.trim();
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    if !(1..=MAX_LEVEL).contains(&level) || !rest.starts_with(' ') {
        return None;
    }
    let rest = rest.trim().trim_end_matches('#').trim_end();
    let with_anchor = rest.strip_suffix('}').and_then(|rest| rest.rsplit_once(" {#"));
    let is_id = |id: &str| !id.is_empty() && !id.contains(char::is_whitespace);
    let (text, anchor) = match with_anchor.filter(|(_, id)| is_id(id)) {
        Some((text, id)) => (text.trim_end(), Some(id)),
        None => (rest, None),
    };
    (!text.is_empty()).then_some(MarkedHeading { level: level as u8, text, anchor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_its_level_its_words_and_its_anchor() {
        let heading = |level, text, anchor| Some(MarkedHeading { level, text, anchor });
        assert_eq!(marked_heading("## Main findings\t"), heading(2, "Main findings", None));
        assert_eq!(marked_heading("### A heading {#a-heading}"), heading(3, "A heading", Some("a-heading")));
        assert_eq!(marked_heading("# Closed #"), heading(1, "Closed", None));
        assert_eq!(marked_heading("# {braces}"), heading(1, "{braces}", None));
        for line in ["#1 in the country", "####### deep", "##", "text # 1"] {
            assert_eq!(marked_heading(line), None, "{line}");
        }
    }
}
