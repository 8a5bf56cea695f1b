//! Which line breaks are set on purpose, and which only wrap a paragraph.
//!
//! Blank lines between paragraphs are lost in many texts: those copied from a browser, or converted with `pdftotext -raw`.

use crate::text::{ends_item, is_complete, never_ends_text};
use model::is_month_name;
use model::line::SourceLine;

/// How a text is wrapped.
pub struct LineBreaks {
    /// The length in characters of almost all wrapped lines; `None` if each line is a paragraph.
    width: Option<usize>,
    /// Whether blank lines separate most paragraphs, so that a heading is rarely without one.
    has_blank_lines: bool,
}

/// A line that is being judged, with what stands around it.
#[derive(Clone, Copy)]
pub struct LineBreak<'a> {
    /// The line above.
    pub above: &'a str,
    /// The number of lines of its block up to there.
    pub lines_above: usize,
    /// The line below the break.
    pub below: &'a str,
    /// The line after that; empty if there is none.
    pub next: &'a str,
}

impl LineBreaks {
    /// Measures the lines of a text. Lines that end inside a sentence show where it is wrapped.
    pub fn from_lines(lines: &[SourceLine]) -> LineBreaks {
        /// Shorter lines are headings or grades on two lines, and no wrapped paragraphs.
        const SHORTEST_WRAPPED: usize = 30;
        /// One such line in so many shows that the text is wrapped, and not that a page break split a paragraph.
        const LINES_PER_WRAPPED: usize = 25;
        let pairs = lines.windows(2).map(|pair| (pair[0].text.trim(), pair[1].text.trim()));
        let is_wrapped = |(above, below): &(&str, &str)| {
            let goes_on = below.starts_with(char::is_lowercase) && !below.starts_with("www.");
            goes_on && above.chars().count() >= SHORTEST_WRAPPED && !is_complete(above) && !ends_item(above)
        };
        let mut lengths: Vec<usize> = pairs.filter(is_wrapped).map(|(above, _)| above.chars().count()).collect();
        lengths.sort_unstable();
        let words = lines.iter().filter(|line| !line.text.trim().is_empty()).count();
        let is_wrapped = lengths.len() * LINES_PER_WRAPPED > words;
        let has_blank_lines = (lines.len() - words) * 8 > words;
        LineBreaks { width: lengths.get(lengths.len() * 95 / 100).copied().filter(|_| is_wrapped), has_blank_lines }
    }

    /// Whether the break is one on purpose: a paragraph or heading ends there.
    pub fn is_deliberate(&self, at: LineBreak) -> bool {
        let LineBreak { above, lines_above, below, next } = at;
        let is_year =
            below.starts_with(|c: char| c.is_ascii_digit()) && above.rsplit(' ').next().is_some_and(is_month_name);
        let goes_on = below.starts_with(char::is_lowercase) || is_year;
        let Some(width) = self.width else {
            return is_complete(above) || ends_item(above) || (!goes_on && !never_ends_text(above));
        };
        let is_short = has_room(above, below, width);
        if goes_on || self.has_blank_lines {
            return !goes_on && is_short && lines_above == 1 && is_heading_line(above);
        }
        let is_end = is_complete(above);
        if is_short || above.chars().count() * 4 > width * 5 {
            return is_end || (is_short && lines_above < 4 && is_heading_line(above));
        }
        is_end && has_room(below, next, width) && is_heading_line(below) && next.starts_with(char::is_uppercase)
    }
}

/// Whether the first word of the next line would have fitted on a line, in any typeface.
fn has_room(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    (line.chars().count() + 1 + word.chars().count()) * 5 <= width * 4
}

/// Whether a line can be a heading, or its end.
fn is_heading_line(line: &str) -> bool {
    line.starts_with(char::is_uppercase) && !is_complete(line) && !line.ends_with(',') && !never_ends_text(line)
}

#[cfg(test)]
mod tests {
    use crate::division::tests::divided;

    #[test]
    fn each_line_is_a_paragraph_where_no_line_is_wrapped() {
        let text =
            "Managing offenders\nGood\nThe force is good at managing offenders.\nIt visits:\nfirst ones; and\nothers.";
        assert_eq!(divided(text), text.lines().collect::<Vec<_>>());
    }

    #[test]
    fn in_a_wrapped_text_a_line_ends_a_paragraph_only_if_more_would_have_fitted_on_it() {
        let text = "Managing offenders\nThe force is good at managing offenders, and it\nvisits them often. It knows \
                    where most of\nWest Exshire’s offenders live and what they do.\nIt is good.\nHow it visits\nThe visits are \
                    as many as those of the force\nnext to it.";
        assert_eq!(
            divided(text),
            [
                "Managing offenders",
                "The force is good at managing offenders, and it visits them often. It knows where most of West \
                 Exshire’s offenders live and what they do. It is good.",
                "How it visits",
                "The visits are as many as those of the force next to it."
            ]
        );
    }
}
