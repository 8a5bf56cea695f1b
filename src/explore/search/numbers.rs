//! Numbers as plain text that compresses well: digits of five bits, the smallest first, of which the last is told by its sign.

/// The sign of a last digit of 0. Those of 1 to 31 follow it.
const LAST: u8 = b'0';
/// The sign of a digit of 0 that others follow.
const MORE: u8 = b'P';
const BITS: u32 = 5;

/// Adds a number to a text.
pub fn push_number(text: &mut String, mut number: usize) {
    while number >= 1 << BITS {
        text.push((MORE + (number % (1 << BITS)) as u8) as char);
        number >>= BITS;
    }
    text.push((LAST + number as u8) as char);
}

/// The numbers of a text, in order. In a damaged text they may be any numbers.
#[derive(Clone, Debug)]
pub struct Numbers<'t>(std::slice::Iter<'t, u8>);

impl<'t> Numbers<'t> {
    /// The numbers of a text.
    pub fn new(text: &'t str) -> Numbers<'t> {
        Numbers(text.as_bytes().iter())
    }

    /// The next number; 0 after the end.
    pub fn number(&mut self) -> usize {
        self.next().unwrap_or_default()
    }
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let sign = *self.0.next()?;
            let is_last = sign < MORE;
            let digit = usize::from(sign.wrapping_sub(if is_last { LAST } else { MORE }) % (1 << BITS));
            number |= digit.checked_shl(shift).unwrap_or_default();
            if is_last {
                return Some(number);
            }
            shift += BITS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::RangeInclusive;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let numbers = [0, 1, 31, 32, 33, 1023, 1024, 1_000_000, u32::MAX as usize];
        let mut text = String::new();
        numbers.iter().for_each(|number| push_number(&mut text, *number));
        assert_eq!(Numbers::new(&text).collect::<Vec<_>>(), numbers);
        let plain: RangeInclusive<char> = '0'..='o';
        assert!(text.chars().all(|sign| plain.contains(&sign)), "{text}");
    }

    #[test]
    fn a_damaged_text_gives_numbers_and_never_a_panic() {
        for text in ["P", "zzzzzzzzzzzzzzzzzzzzz0", "\u{0}\n é~", ""] {
            assert!(Numbers::new(text).count() <= text.len());
        }
    }
}
