//! Paragraphs, list items and table rows, each with the places of its words.

use super::text::{Line, continues, is_finished, join};
use crate::fold::fold;
use crate::model::Passage;

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
}

impl Piece<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// A paragraph, list item, heading or table row.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    pub mark: Mark,
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
        join(self.pieces.iter().map(|p| p.text))
    }

    /// Whether its words, however set, are `words`.
    pub fn is(&self, words: &str) -> bool {
        fold(&self.text()) == fold(words)
    }

    /// The cells of a table row, empty ones included, with their places.
    pub fn cells(&self) -> impl Iterator<Item = Piece<'a>> {
        self.pieces.iter().flat_map(|piece| {
            piece.text.split('\t').map(|cell| {
                let words = cell.trim();
                let start = piece.start + (words.as_ptr() as usize - piece.text.as_ptr() as usize);
                Piece { line: piece.line, start, text: words }
            })
        })
    }

    /// The same words as a block of their own, without the place of a list mark or row.
    pub fn unmarked(mut self) -> Self {
        self.mark = Mark::None;
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
            let (before, after) = piece.text.split_at(at);
            let cut = |text: &'a str, start| Piece { line: piece.line, start, text };
            let head = self.pieces[..n].iter().copied().chain(Some(cut(before.trim_end(), piece.start)));
            let head: Vec<_> = head.filter(|p| !p.text.is_empty()).collect();
            let rest =
                Some(cut(after, piece.start + at)).into_iter().chain(self.pieces[n + 1..].iter().copied()).collect();
            let (head, rest) = (Block { pieces: head, ..self.clone() }, Block { pieces: rest, ..self.clone() });
            return (!head.pieces.is_empty() && rest.is(tail)).then(|| (head, rest.unmarked()));
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
        Some(Block { pieces, ..self.clone() }.unmarked())
    }

    fn first(&self) -> &Piece<'a> {
        &self.pieces[0]
    }
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

/// Divides lines into blocks at blank lines, list marks, table rows and page tops.
pub fn blocks<'a>(lines: impl Iterator<Item = Line<'a>>) -> Vec<Block<'a>> {
    let mut out: Vec<Block> = Vec::new();
    let mut open = false;
    let mut after_rule = false;
    for line in lines {
        let words = line.text.trim();
        if open && is_link_line(words) && !out.last().is_some_and(|b| b.text().ends_with(" at")) {
            open = false;
        }
        if words.is_empty() {
            open = false;
            after_rule |= line.text.len() >= 20;
            continue;
        }
        let at = |part: &str| line.start + (part.as_ptr() as usize - line.text.as_ptr() as usize);
        let piece = |part: &'a str| Piece { line: line.number, start: at(part), text: part };
        let before = out.last().filter(|b| open && !is_link_line(b.first().text)).map(Block::text);
        let is_row = line.text.contains('\t');
        let starts = is_row
            || list_mark(words).is_some_and(|(_, _, strong)| strong || before.as_deref().is_none_or(is_finished_item));
        if !starts
            && let (Some(text), Some(block)) = (&before, out.last_mut())
            && block.mark != Mark::Row
            // A page top is set in by one space; so are the continued lines of some list items.
            && (!line.text.starts_with(' ') || continues(text, words))
        {
            block.pieces.push(piece(words));
            continue;
        }
        let (mark, rest) = match list_mark(words).filter(|_| starts && !is_row) {
            Some((mark, rest, _)) => (mark, rest),
            // The empty cells before the first word of a row say in which column it stands.
            None if is_row => (Mark::Row, line.text),
            None => (Mark::None, words),
        };
        out.push(Block { mark, marked_at: at(words), after_rule, pieces: vec![piece(rest)] });
        after_rule = false;
        open = true;
    }
    out
}

/// The address that a link leaves behind on a page is no part of the words before it.
fn is_link_line(words: &str) -> bool {
    words.starts_with("http://") || words.starts_with("https://")
}

fn is_finished_item(text: &str) -> bool {
    is_finished(text) || text.ends_with("; and") || text.ends_with("; or")
}

/// The list mark that a line starts with, the words behind it, and whether the mark can be nothing else.
fn list_mark(words: &str) -> Option<(Mark, &str, bool)> {
    let (mark, rest) = words.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    match mark {
        "•" | "▪" | "●" | "\u{f0b7}" => Some((Mark::Bullet, rest, true)),
        "-" | "–" | "*" | "o" => Some((Mark::Bullet, rest, false)),
        _ => {
            let inner = mark.strip_prefix('(')?.strip_suffix(')')?;
            let is_letter = inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase());
            is_letter.then_some((Mark::Letter, rest, false))
        }
    }
}

/// Joins blocks that an interruption has parted.
pub fn rejoin<'a>(blocks: Vec<Block<'a>>) -> Vec<Block<'a>> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        match out.last_mut() {
            Some(last)
                if block.mark == Mark::None
                    && last.mark != Mark::Row
                    && !is_question(&block)
                    && continues(&last.text(), block.first().text) =>
            {
                last.pieces.extend(block.pieces);
            }
            _ => out.push(block),
        }
    }
    out
}

/// A question set as a heading: "Has the force improved?" goes on with nothing.
fn is_question(block: &Block) -> bool {
    let text = block.text();
    text.starts_with(char::is_uppercase) && text.ends_with('?') && !text.contains(". ")
}
