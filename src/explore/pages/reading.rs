//! How each line of a source text is set when it is read as running text: joined to paragraphs, with headings.
//!
//! Only the looks depend on it. What the reports say is read by the parser.

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineForm {
    /// A blank line, which ends a paragraph.
    Blank,
    /// A short line that stands alone and ends with a letter.
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

#[cfg(test)]
mod tests {
    use super::{LineForm, line_form};

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
            ("Burglary", "7.0      8.9", "", LineForm::Row),
        ];
        for (before, line, after, form) in forms {
            assert_eq!(line_form(before, line, after), form, "{line:?}");
        }
    }
}
