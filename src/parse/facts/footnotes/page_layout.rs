//! Traces of page layout in a text: where pages begin, and rows of tables that have lost their columns.

/// Where pages begin in a text extracted from a paginated document: the first line of a page is indented by one space.
pub struct PageStarts {
    /// The byte at which the first line of each page begins, ascending.
    page_starts: Vec<usize>,
}

impl PageStarts {
    /// Finds the first lines of pages; a text without any is one page.
    pub fn new(source: &str) -> Self {
        let is_top =
            |line: &str| line.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
        let lines = source.split_inclusive('\n').scan(0, |offset, line| {
            let start = *offset;
            *offset += line.len();
            Some((start, line))
        });
        PageStarts { page_starts: lines.filter(|(_, line)| is_top(line)).map(|(start, _)| start).collect() }
    }

    /// The index of the page that contains a byte, counted from 0.
    pub fn page_at(&self, byte: usize) -> usize {
        self.page_starts.partition_point(|top| *top <= byte)
    }

    /// Whether the text shows where its pages begin.
    pub fn has_page_breaks(&self) -> bool {
        !self.page_starts.is_empty()
    }
}

/// Whether the last word is a value, as in a table row. A year is not a value, nor is a number that ends a sentence.
pub fn ends_in_value(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let number = last.trim_start_matches(['+', '-', '−', '£', '±']).trim_end_matches('%');
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.ends_with(|c: char| c.is_ascii_digit());
    let is_year = number == last && number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    is_number && !is_year && number.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_in_a_value() {
        for row in ["Sexual offences 1.6 1.9", "Total 1,234", "Caution – adults 4.1%", "Change +24%"] {
            assert!(ends_in_value(row), "{row}");
        }
        for words in ["in 2016", "rose by 4.", "by outcome type6,7", "up to 31 March 2016.", "and 20th", ""] {
            assert!(!ends_in_value(words), "{words}");
        }
    }

    #[test]
    fn a_line_indented_by_one_space_begins_a_page() {
        let pages = PageStarts::new("One\n \n Two\n  indented\n Three");
        assert_eq!([0, 5, 6, 12, 24].map(|byte| pages.page_at(byte)), [0, 0, 1, 1, 2]);
        assert!(pages.has_page_breaks() && !PageStarts::new("One\nTwo").has_page_breaks());
    }
}
