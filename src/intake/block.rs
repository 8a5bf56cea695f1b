//! Paragraphs, list items and table rows, each with the places of its words.

use crate::ligature;
use crate::text::{Tail, join_to};
use model::Passage;
use model::fold::{fold, fold_char};
use std::ops::Range;

/// What stands before the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    None,
    /// `•` and its stand-ins.
    Bullet,
    /// `(a)`, `(b)`.
    Letter,
    /// A line with tab stops is a row of a table or of a contents list.
    Row,
}

/// A stretch of one line.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    pub line: u32,
    pub start: usize,
    pub text: &'a str,
    /// Goes on right behind the piece before it: only a footnote mark stood between.
    pub glued: bool,
}

impl<'a> Piece<'a> {
    /// The part of the piece from one of its bytes on, without white space around it.
    pub fn part(&self, range: Range<usize>) -> Piece<'a> {
        let text = &self.text[range.clone()];
        let start = self.start + range.start + (text.len() - text.trim_start().len());
        Piece { start, text: text.trim(), glued: self.glued && range.start == 0, ..*self }
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A paragraph, list item, heading or table row.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    pub mark: Mark,
    /// The bullet's own character, by which a list inside a list may be told.
    pub sign: Option<char>,
    /// Byte offset of the mark, or of the first word where there is none.
    pub marked_at: usize,
    /// A line of nothing but many spaces stood before it: how a footnote rule comes out as text.
    pub after_rule: bool,
    /// Never empty; in the order of the source.
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> Block<'a> {
    /// Its words as one line.
    pub fn text(&self) -> String {
        join_pieces(&self.pieces)
    }

    /// Whether its words, however set, are `words`.
    pub fn is(&self, words: &str) -> bool {
        self.could_be(words) && fold(&self.text()) == fold(words)
    }

    /// Whether its first letters allow it to be `words`: most blocks are not, and to fold them whole takes long.
    fn could_be(&self, words: &str) -> bool {
        const ENOUGH: usize = 12;
        let letters = |c: char| fold_char(c).filter(|c| c.is_ascii_alphanumeric());
        let here = self.pieces.iter().flat_map(|piece| piece.text.chars()).filter_map(letters);
        let there = words.chars().filter_map(letters);
        let is_plain = !self.pieces.iter().take(ENOUGH).any(|piece| ligature::may_have_ligature(piece.text));
        !is_plain || here.take(ENOUGH).eq(there.take(ENOUGH))
    }

    /// Bytes of its words, nearly: without joining them.
    pub fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.len() + 1).sum()
    }

    /// The cells of a table row, empty ones included, with their places.
    pub fn cells(&self) -> impl Iterator<Item = Piece<'a>> {
        self.pieces.iter().flat_map(|piece| {
            piece.text.split('\t').map(|cell| {
                let from = cell.as_ptr() as usize - piece.text.as_ptr() as usize;
                piece.part(from..from + cell.len())
            })
        })
    }

    /// Takes marks out of its words; returns those of `cuts` that stand behind it. Cuts are in the order of the source.
    /// A table row stays as it is, for its tabs.
    pub fn cut<'c>(&mut self, mut cuts: &'c [Passage]) -> &'c [Passage] {
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let mut rest = *piece;
            while let Some((cut, behind)) = cuts.split_first().filter(|(cut, _)| (cut.bytes[0] as usize) < rest.end()) {
                cuts = behind;
                let [from, to] = cut.bytes.map(|byte| (byte as usize).saturating_sub(rest.start));
                if self.mark == Mark::Row || from >= to {
                    continue;
                }
                let (before, after) = (rest.part(0..from), rest.part(to..rest.text.len()));
                let glued = !rest.text[to..].starts_with(char::is_whitespace);
                pieces.extend(Some(before).filter(|part| !part.text.is_empty()));
                rest = Piece { glued, ..after };
            }
            pieces.extend(Some(rest).filter(|part| !part.text.is_empty()));
        }
        self.pieces = pieces;
        cuts
    }

    /// A part of the block with its mark. To clone the block for each of its parts is not linear.
    pub fn part(&self, pieces: Vec<Piece<'a>>) -> Block<'a> {
        let Block { mark, sign, marked_at, after_rule, .. } = *self;
        Block { mark, sign, marked_at, after_rule, pieces }
    }

    /// The same words as a block of their own, without the place of a list mark or row.
    pub fn unmarked(mut self) -> Self {
        self.mark = Mark::None;
        self.sign = None;
        self.marked_at = self.pieces[0].start;
        self
    }

    /// The words before `tail` and `tail` itself, if the block ends with it, however the two are spaced and broken.
    pub fn split_at_end(&self, tail: &str) -> Option<(Block<'a>, Block<'a>)> {
        let wanted = |c: &char| !c.is_whitespace();
        let mut left = tail.chars().filter(wanted).count();
        for (n, piece) in self.pieces.iter().enumerate().rev() {
            let here = piece.text.chars().filter(wanted).count();
            if here < left {
                left -= here;
                continue;
            }
            let (at, _) = piece.text.char_indices().filter(|(_, c)| wanted(c)).nth(here - left)?;
            let (before, after) = (piece.part(0..at), piece.part(at..piece.text.len()));
            let head: Vec<_> =
                self.pieces[..n].iter().copied().chain(Some(before)).filter(|p| !p.text.is_empty()).collect();
            let rest = Some(after).into_iter().chain(self.pieces[n + 1..].iter().copied()).collect();
            let (head, rest) = (self.part(head), self.part(rest));
            return (!head.pieces.is_empty() && rest.is(tail)).then(|| (head, rest.unmarked()));
        }
        None
    }

    /// The first words, as many letters as `lead` has, and the rest, which may be empty.
    pub fn split_at_start(&self, lead: &str) -> Option<(Block<'a>, Block<'a>)> {
        let wanted = |c: &char| !c.is_whitespace();
        let mut left = lead.chars().filter(wanted).count();
        for (n, piece) in self.pieces.iter().enumerate() {
            let here = piece.text.chars().filter(wanted).count();
            if here < left {
                left -= here;
                continue;
            }
            let (at, c) = piece.text.char_indices().filter(|(_, c)| wanted(c)).nth(left.checked_sub(1)?)?;
            let (head, rest) = (piece.part(0..at + c.len_utf8()), piece.part(at + c.len_utf8()..piece.text.len()));
            let heads = self.pieces[..n].iter().copied().chain(Some(head)).collect();
            let rests = Some(rest).into_iter().chain(self.pieces[n + 1..].iter().copied());
            let rests: Vec<_> = rests.filter(|p| !p.text.is_empty()).collect();
            return Some((self.part(heads), self.part(rests)));
        }
        None
    }

    /// The words behind `lead`, if the block's first line starts with it.
    pub fn after(&self, lead: &str) -> Option<Block<'a>> {
        let first = self.first();
        let at = first.text.char_indices().map(|(i, _)| i).find(|i| *i > 0 && fold(&first.text[..*i]) == fold(lead))?;
        let rest = first.text[at..].trim_start_matches([' ', '-', '–', '—']);
        let start = first.start + (first.text.len() - rest.len());
        let mut pieces = self.pieces.clone();
        pieces[0] = Piece { start, text: rest, ..*first };
        Some(self.part(pieces).unmarked())
    }

    /// The same block without `end`, if it ends so.
    pub fn without_end(mut self, end: &str) -> Self {
        if let Some(last) = self.pieces.last_mut()
            && last.text.len() > end.len()
            && last.text.ends_with(end)
        {
            *last = last.part(0..last.text.len() - end.len());
        }
        self
    }

    /// Its last words: enough to tell whether it is finished, without going through a long block again.
    pub fn tail(&self) -> Tail {
        let last = &self.pieces[self.pieces.len().saturating_sub(2)..];
        Tail {
            words: join_pieces(last),
            is_long: self.pieces.len() > 2 || last.iter().map(|p| p.text.len()).sum::<usize>() > 150,
        }
    }

    pub fn first(&self) -> &Piece<'a> {
        &self.pieces[0]
    }
}

fn join_pieces(pieces: &[Piece]) -> String {
    let mut out = String::new();
    pieces.iter().for_each(|piece| join_to(&mut out, piece.text, piece.glued));
    ligature::plain(out)
}

/// Where the words of the blocks stand: one passage for as long as nothing but white space and list marks comes between.
pub fn passages(source: &str, blocks: &[&Block]) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    for block in blocks {
        for (i, piece) in block.pieces.iter().enumerate() {
            let from = if i == 0 { block.marked_at } else { piece.start };
            let joined = out.last_mut().filter(|last| {
                let end = last.bytes[1] as usize;
                end <= from && source[end..from].trim().is_empty()
            });
            match joined {
                Some(last) => {
                    last.lines[1] = piece.line;
                    last.bytes[1] = piece.end() as u32;
                }
                None => out.push(place(piece)),
            }
        }
    }
    out
}

/// The passage of one piece.
pub fn place(piece: &Piece) -> Passage {
    Passage { lines: [piece.line, piece.line], bytes: [piece.start as u32, piece.end() as u32] }
}
