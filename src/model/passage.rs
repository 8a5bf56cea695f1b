//! Passages: places in a source text.

use serde::Serialize;

/// A place in a source file. Everything quoted has passages, and a test checks that the source has the words there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The first and the last line, counted from 1, both included.
    pub lines: [u32; 2],
    /// The half-open byte range in the file.
    pub bytes: [u32; 2],
}

impl Passage {
    /// The lines as a citation: "line 7" or "lines 7 to 9".
    pub fn citation(&self) -> String {
        match self.lines {
            [first, last] if first == last => format!("line {first}"),
            [first, last] => format!("lines {first} to {last}"),
        }
    }

    /// The first line of the first passage and the last of the last; `None` if there is no passage.
    pub fn lines_of(passages: &[Passage]) -> Option<[u32; 2]> {
        Some([passages.first()?.lines[0], passages.last()?.lines[1]])
    }

    /// Whether two passages have a byte in common.
    pub fn overlaps(&self, other: &Passage) -> bool {
        self.bytes[0] < other.bytes[1] && other.bytes[0] < self.bytes[1]
    }
}
