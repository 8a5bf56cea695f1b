//! Places in a source text.

use serde::Serialize;

/// Where words stand in a source file. Quoted words carry passages, and a test reads the source there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// First and last line, counted from 1, both included.
    pub lines: [u32; 2],
    /// Half-open byte range into the file.
    pub bytes: [u32; 2],
}

impl Passage {
    /// The lines as a reader would cite them: "line 7" or "lines 7 to 9".
    pub fn cite(&self) -> String {
        match self.lines {
            [first, last] if first == last => format!("line {first}"),
            [first, last] => format!("lines {first} to {last}"),
        }
    }

    /// Whether the two share a byte.
    pub fn overlaps(&self, other: &Passage) -> bool {
        self.bytes[0] < other.bytes[1] && other.bytes[0] < self.bytes[1]
    }
}
