//! Where the words carry the numbers of footnotes: "2015.4", "201617", "type6,7", "(MASH).⁵", "Families 23 programme".

mod line;

use crate::model::Passage;
use crate::parse::block::Block;
use std::collections::BTreeMap;
use std::ops::Range;

/// A number in the words that may be a footnote mark.
#[derive(Debug)]
pub struct Mark {
    line: u32,
    bytes: Range<usize>,
    /// Set apart by a space, which only a lost layout does: taken where there is no other.
    is_loose: bool,
}

impl Mark {
    /// The byte behind it.
    pub fn end(&self) -> usize {
        self.bytes.end
    }

    /// Its place.
    pub fn passage(&self) -> Passage {
        Passage { lines: [self.line, self.line], bytes: [self.bytes.start as u32, self.bytes.end as u32] }
    }
}

/// All possible marks by their number, in the order of the source.
pub struct Marks(BTreeMap<u32, Vec<Mark>>);

impl Marks {
    /// Looks through the words.
    pub fn of(blocks: &[Block]) -> Self {
        let mut marks: BTreeMap<u32, Vec<Mark>> = BTreeMap::new();
        for piece in blocks.iter().flat_map(|block| &block.pieces) {
            for (range, is_loose) in line::marks(piece.text) {
                if let Some(number) = number(&piece.text[range.clone()]) {
                    let bytes = piece.start + range.start..piece.start + range.end;
                    marks.entry(number).or_default().push(Mark { line: piece.line, bytes, is_loose });
                }
            }
        }
        marks.values_mut().for_each(|of_number| of_number.sort_by_key(|mark| mark.bytes.start));
        Marks(marks)
    }

    /// The mark of the note at `note`: the nearest before it, behind the mark of the note before.
    ///
    /// Words of a figure may stand behind the notes of their page: then it is the first before the next note.
    pub fn of_note(&self, number: u32, last: usize, note: usize, next: usize) -> Option<&Mark> {
        let marks = self.0.get(&number)?;
        let within = |from: usize, to: usize| {
            let start = marks.partition_point(|mark| mark.bytes.start < from);
            let end = marks.partition_point(|mark| mark.bytes.start < to).max(start);
            &marks[start..end]
        };
        let (before, behind) = (within(last, note), within(note, next));
        let glued = before.iter().rev().chain(behind).find(|mark| !mark.is_loose);
        glued.or_else(|| before.last())
    }
}

/// A number in plain or superscript digits.
pub fn number(digits: &str) -> Option<u32> {
    let plain = |c: char| match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁴' as u32 + 4, 10).unwrap_or(c),
        c => c,
    };
    digits.chars().map(plain).collect::<String>().parse().ok()
}
