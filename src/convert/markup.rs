//! The text that converted files become.
//!
//! - Blocks are separated by blank lines, and each is one line.
//! - A heading starts with a number sign for each level, and may end with the id of its place on a web page:
//!   `## Investigating crime {#investigating-crime}`.
//! - A list item starts with `•`, or with `◦` in an inner list. Items have no blank lines between them.
//! - The cells of a table row are separated by tabs. Rows have no blank lines between them.
//! - A footnote starts with its number in superscript digits, like the mark that refers to it.
//! - The first block of a page starts with a form feed, and with one more for each page without words before it.

use intake::footnote_marks::SUPERSCRIPT_DIGITS;

/// What was written last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Block,
    Item,
    Row,
}

/// Writes the blocks of a text.
pub struct TextWriter {
    out: String,
    last: Written,
    /// How many pages have begun since the last block.
    page_breaks: usize,
}

impl TextWriter {
    /// A writer that has written nothing.
    pub fn new() -> TextWriter {
        TextWriter { out: String::new(), last: Written::Block, page_breaks: 0 }
    }

    /// Starts a page.
    pub fn start_page(&mut self) {
        self.page_breaks += 1;
    }

    /// Writes a heading, with the id of its place if it has one.
    pub fn heading(&mut self, level: u8, text: &str, anchor: Option<&str>) {
        let Some(text) = one_line(text) else { return };
        let anchor =
            anchor.filter(|id| !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || "{}".contains(c)));
        let anchor = anchor.map(|id| format!(" {{#{id}}}")).unwrap_or_default();
        self.write(Written::Block, &format!("{} {text}{anchor}", "#".repeat(usize::from(level.clamp(1, 6)))));
    }

    /// Writes a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        let Some(text) = one_line(text) else { return };
        self.write(Written::Block, &text);
    }

    /// Writes a list item; the outermost list has depth 0.
    pub fn item(&mut self, depth: usize, text: &str) {
        let Some(text) = one_line(text) else { return };
        let mark = if depth == 0 { '•' } else { '◦' };
        self.write(Written::Item, &format!("{mark} {text}"));
    }

    /// Writes a row of a table.
    pub fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.write(Written::Row, &cells.join("\t"));
        }
    }

    /// Writes a footnote with its number, or with a star if it has none.
    pub fn note(&mut self, number: &str, text: &str) {
        let Some(text) = one_line(text) else { return };
        self.write(Written::Block, &format!("{} {text}", superscript(number)));
    }

    /// The text.
    pub fn finish(self) -> String {
        self.out + "\n"
    }

    fn write(&mut self, kind: Written, line: &str) {
        if !self.out.is_empty() {
            let is_list = kind != Written::Block && kind == self.last;
            self.out += if is_list { "\n" } else { "\n\n" };
        }
        // One for each page, so that pages can be counted, also those without words.
        (0..std::mem::take(&mut self.page_breaks)).for_each(|_| self.out.push('\u{c}'));
        self.out += line;
        self.last = kind;
    }
}

/// A row whose cells have several lines, as so many rows.
pub fn rows_of_lines(cells: &[Vec<String>]) -> Vec<Vec<String>> {
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let row = |n: usize| cells.iter().map(|lines| lines.get(n).cloned().unwrap_or_default()).collect();
    (0..height).map(row).collect()
}

/// The words of a text on one line, if it has any.
fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A number in superscript digits; what is no digit stays.
pub fn superscript(number: &str) -> String {
    number.chars().map(|c| c.to_digit(10).map_or(c, |digit| SUPERSCRIPT_DIGITS[digit as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_hang_together_and_other_blocks_stand_apart() {
        let mut text = TextWriter::new();
        text.heading(2, "Areas for\n improvement", Some("afi-1"));
        text.item(0, "The force should:");
        text.item(1, "do this");
        text.start_page();
        text.paragraph(" It does.¹ ");
        text.note("1", "Since May.");
        text.row(&["".to_string(), "Good".to_string()]);
        text.row(&["a\tb".to_string(), "".to_string()]);
        assert_eq!(
            text.finish(),
            "## Areas for improvement {#afi-1}\n\n• The force should:\n◦ do this\n\n\u{c}It does.¹\n\n¹ Since May.\n\n\tGood\na \
             b\t\n"
        );
    }
}
