//! The lines of a source text, as every passage counts them.

/// What some editors put before the first character of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// One line of the source without its line end.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Counted from 1.
    pub number: u32,
    /// Byte offset of its first character.
    pub start: usize,
    pub text: &'a str,
}

/// The lines of a text, with `\n`, `\r\n` or `\r` ends; a byte order mark at its start is no part of them.
pub fn source_lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let marked = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    let mut at = marked;
    (1..).map_while(move |number| {
        let rest = &text[at..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = Line { number, start: at, text: &rest[..end] };
        let ended = &rest[end..];
        at += end + if ended.starts_with("\r\n") { 2 } else { ended.len().min(1) };
        (!rest.is_empty()).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::source_lines;

    #[test]
    fn lines_know_their_places_with_either_line_end() {
        let found: Vec<_> = source_lines("ab\r\n\nc").map(|l| (l.number, l.start, l.text)).collect();
        assert_eq!(found, [(1, 0, "ab"), (2, 4, ""), (3, 5, "c")]);
        let found: Vec<_> = source_lines("\u{feff}ab\rc\r\n").map(|l| (l.number, l.start, l.text)).collect();
        assert_eq!(found, [(1, 3, "ab"), (2, 6, "c")]);
    }
}
