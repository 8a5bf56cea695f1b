//! The marks by which words point to footnotes: digits glued to them, small digits, stars and daggers.

use super::block::Piece;
use super::text::is_superscript;
use std::collections::BTreeMap;

/// What could be marks in the words since the notes before.
#[derive(Default)]
pub struct Marks<'a> {
    numbers: BTreeMap<u32, Piece<'a>>,
    star: Option<Piece<'a>>,
}

impl<'a> Marks<'a> {
    /// Whether a mark with this number was found.
    pub fn has(&self, number: u32) -> bool {
        self.numbers.contains_key(&number)
    }

    /// Whether a star was found that no note has explained.
    pub fn has_star(&self) -> bool {
        self.star.is_some()
    }

    /// The mark of the note with this number, which is behind every mark before it.
    pub fn take(&mut self, number: u32) -> Option<Piece<'a>> {
        let mark = self.numbers.remove(&number);
        self.numbers = self.numbers.split_off(&number);
        mark
    }

    /// The last star.
    pub fn take_star(&mut self) -> Option<Piece<'a>> {
        self.star.take()
    }

    /// Adds those of one line.
    pub fn find(&mut self, piece: &Piece<'a>) {
        self.find_numbers(piece);
        if let Some(at) = star_mark(piece.text) {
            let stars = piece.text[at..].len() - piece.text[at..].trim_start_matches(is_star).len();
            self.star = Some(piece.part(at..at + stars));
        }
    }

    fn find_numbers(&mut self, piece: &Piece<'a>) {
        let text = piece.text;
        let mut from = 0;
        while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit() || is_superscript(c)).map(|at| from + at) {
            let is_small = text[at..].starts_with(is_superscript);
            let is_same = |c: char| if is_small { is_superscript(c) } else { c.is_ascii_digit() };
            from = text.len() - text[at..].trim_start_matches(is_same).len();
            // A year with its mark: "201617".
            let is_year = ["19", "20"].iter().any(|century| text[at..from].starts_with(century));
            let after_year = !is_small && is_year && (5..=7).contains(&(from - at));
            let glued = text[..at].ends_with(|c: char| c.is_alphabetic() || ".,:;)]’'”\"*+".contains(c));
            let glued = glued && !is_decimal(&text[..at]);
            let start = if after_year { at + 4 } else { at };
            if (is_small || after_year || glued)
                && let Ok(number) = plain(&text[start..from]).parse()
            {
                self.numbers.insert(number, piece.part(start..from));
            }
        }
    }
}

/// Whether digits behind these words are the places of a decimal: "10.", "1,". The stop behind a year ends a sentence.
fn is_decimal(before: &str) -> bool {
    let whole = before.trim_end_matches(['.', ',']);
    let digits = whole.len() - whole.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = &whole[whole.len() - digits..];
    let is_year = digits == 4 && (number.starts_with("19") || number.starts_with("20"));
    // "type6,7" has two marks.
    let is_marked = whole[..whole.len() - digits].ends_with(char::is_alphabetic);
    before.len() - whole.len() == 1 && digits > 0 && !is_year && !is_marked
}

/// Small high digits as plain ones.
pub fn plain(digits: &str) -> String {
    const SMALL: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| SMALL.iter().position(|small| *small == c).map_or(c, |n| char::from(b'0' + n as u8));
    digits.chars().map(digit).collect()
}

/// `*Figures are shown as proportions ...`, and not `*The Title* is ...`.
pub fn starts_starred(text: &str) -> bool {
    let rest = text.trim_start_matches(is_star);
    rest.len() < text.len() && !rest.is_empty() && !rest.starts_with(' ') && !rest.contains(is_star)
}

fn is_star(c: char) -> bool {
    matches!(c, '*' | '†' | '‡')
}

/// Where a star hangs on a word and does not close words that another star has opened for emphasis.
fn star_mark(text: &str) -> Option<usize> {
    let mut is_emphasis = false;
    for (at, _) in text.match_indices(is_star) {
        let glued = text[..at].ends_with(|c: char| c.is_alphanumeric() || ".,:;)’'?".contains(c));
        match (glued, is_emphasis) {
            (true, false) => return Some(at),
            (true, true) => is_emphasis = false,
            (false, _) => is_emphasis = !text[..at].ends_with(is_star),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(u32, usize)>, Option<usize>) {
        let mut marks = Marks::default();
        marks.find(&Piece { line: 1, start: 0, text, glued: false });
        (marks.numbers.iter().map(|(n, piece)| (*n, piece.start)).collect(), marks.star.map(|piece| piece.start))
    }

    #[test]
    fn marks_hang_on_words_stops_and_years_and_numbers_do_not() {
        assert_eq!(found("the model12 of 2016, by type6,7").0, [(6, 28), (7, 30), (12, 9)]);
        assert_eq!(found("to 30 June 201617").0, [(17, 15)]);
        assert_eq!(found("the hub (MASH).⁵ It").0, [(5, 15)]);
        assert_eq!(found("in 40 out of 59 cases, 10.8 percent, 20,207 incidents").0, []);
    }

    #[test]
    fn a_star_on_a_word_is_a_mark_and_one_that_closes_emphasis_is_not() {
        assert_eq!(found("Each of the 88 wards* has").1, Some(20));
        assert_eq!(found("Overall judgment**").1, Some(16));
        assert_eq!(found("*The Requirement (SPR)*¹³ is").1, None);
        assert_eq!(found("* an item").1, None);
    }
}
