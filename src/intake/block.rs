//! Blocks: paragraphs, list items and table rows, with the position of each of their lines.

use crate::text::{BlockTail, append_part, drop_soft_hyphen};
use model::Passage;
use model::folding::{fold_chars, fold_phrase};
use std::ops::Range;

/// What kind of block it is, by the mark before its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph or heading.
    Plain,
    /// A list item with `•` or another bullet.
    BulletItem,
    /// A list item with `(a)`, `(b)` or a small Roman numeral.
    LetterItem,
    /// A line with tabs: a row of a table or of a contents list.
    TableRow,
}

/// A part of one line.
#[derive(Clone, Copy, Debug)]
pub struct LinePiece<'a> {
    /// The number of the line, counted from 1.
    pub line: u32,
    /// The byte offset in the source.
    pub start: usize,
    /// Its words; a table row keeps its tabs.
    pub text: &'a str,
    /// Whether it follows the piece before it without a space: only a footnote mark stood between them.
    pub is_glued: bool,
}

impl<'a> LinePiece<'a> {
    /// The part in a byte range of its text, without white space around it.
    pub fn slice(&self, range: Range<usize>) -> LinePiece<'a> {
        let text = &self.text[range.clone()];
        let start = self.start + range.start + (text.len() - text.trim_start().len());
        LinePiece { start, text: text.trim(), is_glued: self.is_glued && range.start == 0, ..*self }
    }

    /// The byte offset of its end in the source.
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A paragraph, list item, heading or table row.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// What kind of block it is.
    pub kind: BlockKind,
    /// The bullet character, which can distinguish a nested list from the outer one.
    pub bullet: Option<char>,
    /// The byte offset of the list mark, or of the first word if there is none.
    pub start: usize,
    /// The level of a heading, from 1, where the form of the report marks headings.
    pub heading_level: Option<u8>,
    /// Whether a line of many spaces came before it, which is what text extraction makes of a footnote rule.
    pub is_after_rule: bool,
    /// The parts of lines that it consists of, in the order of the source; never empty.
    pub pieces: Vec<LinePiece<'a>>,
}

impl<'a> Block<'a> {
    /// Its words on one line.
    pub fn text(&self) -> String {
        join_pieces(&self.pieces)
    }

    /// Whether its text is `words`, after folding.
    pub fn has_text(&self, words: &str) -> bool {
        self.may_have_text(words) && fold_phrase(&self.text()) == fold_phrase(words)
    }

    /// Whether its text may be `words`, judging by the first letters. A quick check: folding a whole block is slow.
    fn may_have_text(&self, words: &str) -> bool {
        const ENOUGH: usize = 12;
        let is_letter = char::is_ascii_alphanumeric;
        let here = self.pieces.iter().flat_map(|piece| fold_chars(piece.text)).filter(is_letter);
        here.take(ENOUGH).eq(fold_chars(words).filter(is_letter).take(ENOUGH))
    }

    /// The approximate length of its text in bytes, computed without joining its pieces.
    pub fn approximate_len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.len() + 1).sum()
    }

    /// The cells of a table row, including empty ones.
    pub fn cells(&self) -> impl Iterator<Item = LinePiece<'a>> {
        self.pieces.iter().flat_map(|piece| {
            piece.text.split('\t').map(|cell| {
                let start = cell.as_ptr() as usize - piece.text.as_ptr() as usize;
                piece.slice(start..start + cell.len())
            })
        })
    }

    /// Removes footnote marks from its text; returns those of `cuts` that come after it. Cuts are in the order of the
    /// source. A table row is left unchanged, to keep its tabs.
    pub fn remove_marks<'c>(&mut self, mut cuts: &'c [Passage]) -> &'c [Passage] {
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let mut rest = *piece;
            while let Some((cut, others)) = cuts.split_first().filter(|(cut, _)| (cut.bytes[0] as usize) < rest.end()) {
                cuts = others;
                let [from, to] = cut.bytes.map(|byte| (byte as usize).saturating_sub(rest.start));
                if self.kind == BlockKind::TableRow || from >= to {
                    continue;
                }
                let (before, after) = (rest.slice(0..from), rest.slice(to..rest.text.len()));
                let glued = !rest.text[to..].starts_with(char::is_whitespace);
                pieces.extend(Some(before).filter(|part| !part.text.is_empty()));
                rest = LinePiece { is_glued: glued, ..after };
            }
            pieces.extend(Some(rest).filter(|part| !part.text.is_empty()));
        }
        self.pieces = pieces;
        cuts
    }

    /// The same block with other pieces. Cloning the whole block for each of its parts would take quadratic time.
    pub fn with_pieces(&self, pieces: Vec<LinePiece<'a>>) -> Block<'a> {
        let Block { kind, bullet, start, heading_level, is_after_rule, .. } = *self;
        Block { kind, bullet, start, heading_level, is_after_rule, pieces }
    }

    /// The same words as a plain block, which is neither a list item nor a table row.
    pub fn into_plain(mut self) -> Self {
        self.kind = BlockKind::Plain;
        self.bullet = None;
        self.start = self.pieces[0].start;
        self
    }

    /// Splits off `tail` if the block ends with it, whatever the white space and line breaks: returns the words before
    /// it and `tail` itself.
    pub fn split_off_tail(&self, tail: &str) -> Option<(Block<'a>, Block<'a>)> {
        let wanted = |c: &char| !c.is_whitespace();
        let mut left = tail.chars().filter(wanted).count();
        for (n, piece) in self.pieces.iter().enumerate().rev() {
            let here = piece.text.chars().filter(wanted).count();
            if here < left {
                left -= here;
                continue;
            }
            let (at, _) = piece.text.char_indices().filter(|(_, c)| wanted(c)).nth(here - left)?;
            let (before, after) = (piece.slice(0..at), piece.slice(at..piece.text.len()));
            let head: Vec<_> =
                self.pieces[..n].iter().copied().chain(Some(before)).filter(|p| !p.text.is_empty()).collect();
            let rest = Some(after).into_iter().chain(self.pieces[n + 1..].iter().copied()).collect();
            let (head, rest) = (self.with_pieces(head), self.with_pieces(rest));
            return (!head.pieces.is_empty() && rest.has_text(tail)).then(|| (head, rest.into_plain()));
        }
        None
    }

    /// Splits the block after as many letters as `lead` has; the second part may have no pieces.
    pub fn split_off_lead(&self, lead: &str) -> Option<(Block<'a>, Block<'a>)> {
        let wanted = |c: &char| !c.is_whitespace();
        let mut left = lead.chars().filter(wanted).count();
        for (n, piece) in self.pieces.iter().enumerate() {
            let here = piece.text.chars().filter(wanted).count();
            if here < left {
                left -= here;
                continue;
            }
            let (at, c) = piece.text.char_indices().filter(|(_, c)| wanted(c)).nth(left.checked_sub(1)?)?;
            let (head, rest) = (piece.slice(0..at + c.len_utf8()), piece.slice(at + c.len_utf8()..piece.text.len()));
            let before = self.pieces[..n].iter().copied().chain(Some(head)).collect();
            let after = Some(rest).into_iter().chain(self.pieces[n + 1..].iter().copied());
            let after = after.filter(|p| !p.text.is_empty()).collect();
            return Some((self.with_pieces(before), self.with_pieces(after)));
        }
        None
    }

    /// The words after `lead` and any dash, if the first line of the block starts with it, after folding.
    pub fn strip_lead(&self, lead: &str) -> Option<Block<'a>> {
        let first = self.first_piece();
        let at = first
            .text
            .char_indices()
            .map(|(i, _)| i)
            .find(|i| *i > 0 && fold_phrase(&first.text[..*i]) == fold_phrase(lead))?;
        let rest = first.text[at..].trim_start_matches([' ', '-', '–', '—']);
        let start = first.start + (first.text.len() - rest.len());
        let mut pieces = self.pieces.clone();
        pieces[0] = LinePiece { start, text: rest, ..*first };
        Some(self.with_pieces(pieces).into_plain())
    }

    /// The same block without `end`, if its text ends with it and is longer.
    pub fn strip_end(mut self, end: &str) -> Self {
        if let Some(last) = self.pieces.last_mut()
            && last.text.len() > end.len()
            && last.text.ends_with(end)
        {
            *last = last.slice(0..last.text.len() - end.len());
        }
        self
    }

    /// Its last words: enough to decide whether it is complete, without joining a long block again.
    pub fn tail(&self) -> BlockTail {
        let last = &self.pieces[self.pieces.len().saturating_sub(2)..];
        BlockTail {
            words: join_pieces(last),
            is_long: self.pieces.len() > 2 || last.iter().map(|p| p.text.len()).sum::<usize>() > 150,
        }
    }

    /// Its first piece.
    pub fn first_piece(&self) -> &LinePiece<'a> {
        &self.pieces[0]
    }
}

fn join_pieces(pieces: &[LinePiece]) -> String {
    let mut out = String::new();
    pieces.iter().for_each(|piece| append_part(&mut out, piece.text, piece.is_glued));
    drop_soft_hyphen(&mut out);
    out
}

/// The passages of blocks: adjacent pieces with nothing but white space or a list mark between them share one passage.
pub fn block_passages(source: &str, blocks: &[&Block]) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    for block in blocks {
        for (i, piece) in block.pieces.iter().enumerate() {
            let start = if i == 0 { block.start } else { piece.start };
            let joined = out.last_mut().filter(|last| {
                let end = last.bytes[1] as usize;
                end <= start && source[end..start].trim().is_empty()
            });
            match joined {
                Some(last) => {
                    last.lines[1] = piece.line;
                    last.bytes[1] = piece.end() as u32;
                }
                None => out.push(piece_passage(piece)),
            }
        }
    }
    out
}

/// The passage of one piece.
pub fn piece_passage(piece: &LinePiece) -> Passage {
    Passage { lines: [piece.line, piece.line], bytes: [piece.start as u32, piece.end() as u32] }
}
