//! Wrapping of text into the lines of a picture. What is too long for a line without having a space, such as an address, is
//! divided.

/// Wraps words into lines of at most `letters` characters: at spaces or, if a word is longer than a line, inside it.
pub fn wrap_words(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        for (n, part) in divide_word(word, letters.max(1)).into_iter().enumerate() {
            let fits = |line: &&mut String| n == 0 && line.chars().count() + 1 + part.chars().count() <= letters;
            match lines.last_mut().filter(fits) {
                Some(line) => line.push_str(&format!(" {part}")),
                None => lines.push(part.to_string()),
            }
        }
    }
    lines
}

/// Divides a word that is longer than a line, after a sign such as a slash if there is one in the second half of the line.
fn divide_word(mut word: &str, letters: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    if word.chars().count() > letters {
        while let Some(end) = line_end(word, letters) {
            let sign = word[..end].rfind(['/', '?', '&', '=', ',', '-']).map(|at| at + 1);
            let (part, rest) = word.split_at(sign.filter(|at| *at > end / 2).unwrap_or(end));
            parts.push(part);
            word = rest;
        }
    }
    parts.push(word);
    parts
}

/// Where a line ends that begins with `word`; `None` if all of it fits. Text without spaces can consist of wide letters
/// only, so these count for more: a line of ordinary words has few of them.
fn line_end(word: &str, letters: usize) -> Option<usize> {
    let mut halves = 2 * letters;
    let mut end = |c: char| {
        let is_narrow = c.is_ascii_digit() || (c.is_ascii_lowercase() && !matches!(c, 'm' | 'w'));
        let is_thin = matches!(c, '/' | '.' | ',' | '-' | ':' | ';' | '?' | '=' | '_');
        let width = if is_narrow || is_thin { 2 } else { 4 };
        let fits = halves >= width;
        halves = halves.saturating_sub(width);
        !fits
    };
    word.char_indices().find(|(at, c)| end(*c) && *at > 0).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::wrap_words;

    #[test]
    fn words_are_wrapped_at_spaces_and_none_is_lost() {
        assert_eq!(wrap_words("Requires improvement", 12), ["Requires", "improvement"]);
        assert_eq!(wrap_words("Good", 12), ["Good"]);
        assert_eq!(wrap_words("", 12), Vec::<String>::new());
    }

    #[test]
    fn text_without_spaces_is_divided_after_a_sign_or_anywhere_and_nothing_is_added() {
        let address = "https://example.org/compare/?force=kent&force=essex";
        let lines = wrap_words(&format!("See {address} here"), 22);
        assert_eq!(
            lines,
            ["See", "https://example.org/", "compare/?force=kent&", "force=essex here"].map(String::from)
        );
        for (text, letters) in
            [("a".repeat(1000), 7), ("W".repeat(1000), 7), ("%E0%A4".repeat(100), 20), ("é".repeat(9), 0)]
        {
            let lines = wrap_words(&text, letters);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| line.chars().count() <= letters.max(1)), "{lines:?}");
        }
    }
}
