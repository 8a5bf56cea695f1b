//! The lines of a source text, numbered as passages number them.

/// The byte order mark, which some editors write at the start of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// One line of a source text, without its line end.
#[derive(Clone, Copy, Debug)]
pub struct SourceLine<'a> {
    /// The line number, counted from 1.
    pub number: u32,
    /// The byte offset of its first character in the source.
    pub start: usize,
    /// Its characters.
    pub text: &'a str,
}

/// The lines of a text, ended by `\n`, `\r\n` or `\r`. A byte order mark at the start of the text is skipped.
pub fn source_lines(text: &str) -> impl Iterator<Item = SourceLine<'_>> {
    let mut at = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    (1..).map_while(move |number| {
        let rest = &text[at..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = SourceLine { number, start: at, text: &rest[..end] };
        let line_end = &rest[end..];
        at += end + if line_end.starts_with("\r\n") { 2 } else { line_end.len().min(1) };
        (!rest.is_empty()).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::source_lines;

    #[test]
    fn lines_have_their_numbers_and_offsets_with_every_kind_of_line_end() {
        let found: Vec<_> = source_lines("ab\r\n\nc").map(|l| (l.number, l.start, l.text)).collect();
        assert_eq!(found, [(1, 0, "ab"), (2, 4, ""), (3, 5, "c")]);
        let found: Vec<_> = source_lines("\u{feff}ab\rc\r\n").map(|l| (l.number, l.start, l.text)).collect();
        assert_eq!(found, [(1, 3, "ab"), (2, 6, "c")]);
    }
}
