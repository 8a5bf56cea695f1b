//! How wide text is: in a wide common font, so that in any other it needs no more room.

/// Where a long word may be broken.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// How bold letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and the heads of rows and columns.
    Bold,
}

/// The width of a letter, in hundredths of the font size.
fn letter_width(letter: char, weight: Weight) -> usize {
    let (regular, bold) = match letter {
        SOFT_HYPHEN | '\u{200b}' => (0, 0),
        'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | ':' | ';' | '|' => (32, 38),
        ' ' | 'f' | 't' | 'r' | '-' | '/' | '(' | ')' => (41, 50),
        'm' | 'w' | 'M' | 'W' | '…' | '–' => (98, 110),
        'A'..='Z' | '&' => (74, 82),
        '0'..='9' => (64, 70),
        _ => (62, 70),
    };
    if weight == Weight::Bold { bold } else { regular }
}

/// The width of a text on one line, in the unit of the font size.
pub fn width(text: &str, size: usize, weight: Weight) -> usize {
    (text.chars().map(|letter| letter_width(letter, weight)).sum::<usize>() * size).div_ceil(100)
}

/// The number of lines of a text of this font size in this width, both in pixels.
pub fn lines(text: &str, size: usize, available: usize, weight: Weight) -> usize {
    let space = width(" ", size, weight);
    let mut count = 0;
    for line in text.lines() {
        count += 1;
        let mut used = 0;
        for word in line.split_whitespace().flat_map(|word| word.split_inclusive(SOFT_HYPHEN)) {
            let length = width(word, size, weight);
            let with_space = if used == 0 { length } else { used + space + length };
            if with_space <= available {
                used = with_space;
                continue;
            }
            // A word that is longer than a line is broken.
            count += usize::from(used > 0) + length.saturating_sub(1) / available.max(1);
            used = (length.max(1) - 1) % available.max(1) + 1;
        }
    }
    count
}

/// The endings before which the long words of English heads are broken.
const ENDINGS: [&str; 7] = ["ities", "tion", "able", "ment", "ness", "ing", "ist"];

/// A text whose long words can be broken before their endings: "Investigat\u{ad}ing crime".
pub fn hyphenated(text: &str) -> String {
    /// The letters of a word that is never broken.
    const SHORT: usize = 8;
    let word = |word: &str| {
        let ending = ENDINGS.into_iter().find(|ending| word.ends_with(ending));
        match ending.filter(|_| word.len() > SHORT).and_then(|ending| word.strip_suffix(ending).zip(Some(ending))) {
            Some((stem, ending)) => format!("{stem}{SOFT_HYPHEN}{ending}"),
            None => word.to_string(),
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_word_by_word() {
        // Ten letters a line.
        let lines = |text| lines(text, 100, 620, Weight::Regular);
        assert_eq!(lines(""), 0);
        assert_eq!(lines("one hoo hn"), 1);
        assert_eq!(lines("one hoo ho two"), 2);
        assert_eq!(lines("one\ntwo"), 2);
        assert_eq!(lines("abcdeghnopabcdeghnopabc"), 3);
        assert_eq!(lines("one abcdeghnopabc hoo"), 3);
        assert_eq!(lines("abcde\u{ad}ghnopabc"), 2);
    }

    #[test]
    fn bold_and_wide_letters_need_more_room() {
        let width = |text, weight| width(text, 100, weight);
        assert!(width("mum", Weight::Regular) > width("ill", Weight::Regular));
        assert!(width("grade", Weight::Bold) > width("grade", Weight::Regular));
        assert_eq!(width("effective\u{ad}ness", Weight::Regular), width("effectiveness", Weight::Regular));
    }

    #[test]
    fn long_words_can_be_broken_before_their_ending() {
        assert_eq!(hyphenated("Investigating crime"), "Investigat\u{ad}ing crime");
        assert_eq!(hyphenated("Specialist capabilities"), "Special\u{ad}ist capabil\u{ad}ities");
        assert_eq!(hyphenated("Overall effectiveness"), "Overall effective\u{ad}ness");
        assert_eq!(hyphenated("Treatment of the public"), "Treat\u{ad}ment of the public");
        assert_eq!(hyphenated("Building 2018/19"), "Building 2018/19");
    }
}
