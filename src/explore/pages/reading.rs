//! How each line of a source text is set when it is read as running text: joined to paragraphs, with headings.
//!
//! Only the looks depend on it. What the reports say is read by the parser.

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineForm {
    /// A blank line, which ends a paragraph.
    Blank,
    /// A line that is marked as a heading, or a short one that stands alone and ends with a letter.
    Heading,
    /// A line that begins an item of a list.
    Item,
    /// A row of columns, whose spaces count.
    Row,
    /// A line that continues the paragraph.
    Running,
}

/// How a line is set, given the lines before and after it; these are empty at the ends of the text.
pub fn line_form(before: &str, line: &str, after: &str) -> LineForm {
    const MAX_HEADING: usize = 100;
    const BULLETS: [char; 7] = ['•', '●', '▪', '◦', '–', '-', '*'];
    let words = line.trim();
    let is_alone = before.trim().is_empty() && after.trim().is_empty();
    if words.is_empty() {
        LineForm::Blank
    } else if heading_marks(line).is_some() {
        LineForm::Heading
    } else if words.contains('\t') || words.contains("   ") {
        LineForm::Row
    } else if words.starts_with(BULLETS) {
        LineForm::Item
    } else if is_alone
        && words.len() <= MAX_HEADING
        && words.ends_with(|c: char| c.is_ascii_alphabetic() || ")?’'".contains(c))
    {
        LineForm::Heading
    } else {
        LineForm::Running
    }
}

/// How many bytes at the start and at the end of a heading mark it as one: "## Main findings {#main-findings}", as texts that
/// were made from web pages, PDFs and documents have them.
pub fn heading_marks(line: &str) -> Option<[usize; 2]> {
    // The first line of a page begins with a page break.
    let heading = line.trim_start_matches('\u{c}');
    let rest = heading.trim_start_matches('#');
    let level = heading.len() - rest.len();
    if !(1..=6).contains(&level) || !rest.starts_with(' ') {
        return None;
    }
    let anchor = rest.find(" {#").map_or(0, |at| rest.len() - at);
    Some([line.len() - heading.len() + level + 1, anchor])
}

#[cfg(test)]
mod tests {
    use super::{LineForm, heading_marks, line_form};

    #[test]
    fn the_marks_of_a_heading_are_its_signs_and_its_anchor() {
        assert_eq!(heading_marks("## Main findings {#main}"), Some([3, 8]));
        assert_eq!(heading_marks("### Main findings"), Some([4, 0]));
        assert_eq!(heading_marks("\u{c}### Main findings"), Some([5, 0]));
        for line in ["#1 in the country", "####### deep", "a # b"] {
            assert_eq!(heading_marks(line), None, "{line}");
        }
    }

    #[test]
    fn lines_are_joined_to_paragraphs_unless_they_stand_apart() {
        let forms = [
            ("", "Summary", "", LineForm::Heading),
            ("", "Summary", "of the year", LineForm::Running),
            ("", "It is good.", "", LineForm::Running),
            ("", "Burglary 7.0 8.9", "", LineForm::Running),
            ("a plan for", "  \r", "It", LineForm::Blank),
            ("These are:", "• the first", "", LineForm::Item),
            ("", "Good\t2017", "", LineForm::Row),
            ("It is good.", "## The force should do more.", "It is late.", LineForm::Heading),
            ("Burglary", "7.0      8.9", "", LineForm::Row),
        ];
        for (before, line, after, form) in forms {
            assert_eq!(line_form(before, line, after), form, "{line:?}");
        }
    }
}
