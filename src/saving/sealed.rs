//! A text with a number and a checksum, so that damage is noticed.

use sha2::{Digest, Sha256};

/// A text with its number and checksum in front.
pub fn seal(number: u64, text: &str) -> String {
    format!("{number} {}\n{text}", checksum(number, text))
}

/// The number and the text, if they are exactly what was sealed.
pub fn unseal(sealed: &str) -> Option<(u64, &str)> {
    let (head, text) = sealed.split_once('\n')?;
    let (number, found) = head.split_once(' ')?;
    let number = number.parse().ok()?;
    (found == checksum(number, text)).then_some((number, text))
}

fn checksum(number: u64, text: &str) -> String {
    let digest = Sha256::digest(format!("{number}\n{text}"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
