//! Divides lines into paragraphs, list items and table rows.

use crate::block::{Block, BlockKind, LinePiece};
use crate::headings::marked_heading;
use crate::line_breaks::{LineBreak, LineBreaks};
use crate::running_lines::RunningLines;
use crate::text::{continues_paragraph, ends_item, is_complete};
use crate::web_lines::{is_link_line, is_web_line};
use model::folding::fold_phrase;
use model::is_month_name;
use model::line::SourceLine;

/// A text divided into blocks.
pub struct DividedText<'a> {
    /// The blocks, in order.
    pub blocks: Vec<Block<'a>>,
    /// The page numbers and running lines between and inside the blocks, in order.
    pub page_numbers: Vec<Block<'a>>,
}

/// Divides lines into blocks at blank lines, list marks, table rows and the tops of pages.
pub fn divide_lines<'a>(lines: &[SourceLine<'a>]) -> DividedText<'a> {
    let mut division = DividedText { blocks: Vec::new(), page_numbers: Vec::new() };
    let mut open = false;
    let mut after_rule = false;
    // The first line of a page is indented by one space, begins with a form feed, or follows a page number.
    let mut page_top = false;
    let mut values = InNumbersValues::default();
    let mut running = RunningLines::from_lines(lines);
    let breaks = LineBreaks::from_lines(lines);
    for (n, line) in lines.iter().enumerate() {
        let words = line.text.trim();
        if words.is_empty() {
            open = false;
            after_rule |= line.text.len() >= 20;
            continue;
        }
        let at = |part: &str| line.start + (part.as_ptr() as usize - line.text.as_ptr() as usize);
        let piece = |part: &'a str| LinePiece { line: line.number, start: at(part), text: part, is_glued: false };
        let plain = |mark, rest| {
            let sign = words.chars().next().filter(|_| mark == BlockKind::BulletItem);
            let pieces = vec![piece(rest)];
            Block { kind: mark, bullet: sign, start: at(words), heading_level: None, is_after_rule: after_rule, pieces }
        };
        if let Some(heading) = marked_heading(words) {
            let start = at(heading.text);
            let block = plain(BlockKind::Plain, heading.text);
            division.blocks.push(Block { start, heading_level: Some(heading.level), is_after_rule: false, ..block });
            (open, after_rule, page_top) = (false, false, false);
            continue;
        }
        let is_furniture = is_web_line(words) || (!values.is_value(words) && is_page_number(lines, n));
        if is_furniture || running.is_running_line(line) {
            division.page_numbers.push(plain(BlockKind::Plain, words));
            // Inside a long paragraph it is no boundary.
            page_top = !(open && division.blocks.last().is_some_and(is_long_paragraph));
            continue;
        }
        if open && is_link_line(words) && !division.blocks.last().is_some_and(|b| b.tail().words.ends_with(" at")) {
            open = false;
        }
        let hangs = open && division.blocks.last().is_some_and(|block| hangs_under(block, lines, n));
        page_top |= line.text.starts_with('\u{c}') || (is_indented(line) && !hangs);
        let marked = split_list_mark(words);
        if open && marked.is_none() && division.blocks.last().is_some_and(|b| ends_before(b, lines, n, &breaks)) {
            open = false;
        }
        let before = division.blocks.last().filter(|b| open && !is_link_line(b.first_piece().text));
        // A tab right after a list mark does not make the line a table row.
        let is_row = marked.map_or(line.text, |(_, rest, _)| rest).contains('\t');
        let item = split_list_mark(words).filter(|(_, rest, strength)| {
            let mark = words.chars().next();
            let goes_on =
                |block: &Block| block.kind == BlockKind::BulletItem && block.bullet == mark && ends_early(lines, n - 1);
            !is_row && before.is_none_or(|block| goes_on(block) || starts_item(block, mark, rest, *strength))
        });
        let goes_on = before.is_some_and(|block| {
            block.kind != BlockKind::TableRow && (!page_top || continues_paragraph(&block.tail(), words))
        });
        if goes_on
            && !is_row
            && item.is_none()
            && let Some(block) = division.blocks.last_mut()
        {
            block.pieces.push(piece(words));
        } else {
            division.blocks.push(match item {
                Some((mark, rest, _)) => plain(mark, rest),
                // Keep leading tabs: they determine the column of the first cell that is not empty.
                None if is_row => plain(BlockKind::TableRow, line.text),
                None => plain(BlockKind::Plain, words),
            });
        }
        after_rule = false;
        page_top = false;
        open = true;
    }
    division
}

/// Whether a line is indented by one space, as the first line of a page is.
fn is_indented(line: &SourceLine) -> bool {
    line.text.starts_with(' ') && !line.text.starts_with("  ")
}

/// Whether the indented line `n` goes on with a list item: all lines of the item after its first are indented, too.
fn hangs_under(item: &Block, lines: &[SourceLine], n: usize) -> bool {
    let is_item = matches!(item.kind, BlockKind::BulletItem | BlockKind::LetterItem);
    let is_first = item.pieces.len() == 1;
    let above = n.checked_sub(1).map(|above| &lines[above]);
    is_item && above.is_some_and(|above| if is_first { !is_complete(above.text.trim()) } else { is_indented(above) })
}

/// Whether the block above ends at the break before line `n`, although no blank line is between them.
fn ends_before(block: &Block, lines: &[SourceLine], n: usize, breaks: &LineBreaks) -> bool {
    let last = &block.pieces[block.pieces.len() - 1];
    let is_adjacent = last.line + 1 == lines[n].number;
    let next = lines.get(n + 1).map_or("", |line| line.text.trim());
    let at = LineBreak { above: last.text, lines_above: block.pieces.len(), below: lines[n].text.trim(), next };
    is_adjacent && block.kind != BlockKind::TableRow && breaks.is_deliberate(at)
}

/// Whether an open block is body text: too long for a heading at the foot of a page, and not a footnote.
fn is_long_paragraph(block: &Block) -> bool {
    let tail = block.tail();
    let is_words =
        block.first_piece().text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '‘' | '"' | '\''));
    is_words && (tail.is_long || tail.words.len() > 80)
}

/// Recognises the values of "Force in numbers", which are on lines of their own, like page numbers.
///
/// Two of them follow the line "England and Wales": the force's own value and the one for England and Wales.
#[derive(Default)]
struct InNumbersValues {
    /// How many values are still to come.
    expected: u8,
}

impl InNumbersValues {
    /// Whether a line is an expected value. Must be called once for each line, in order.
    fn is_value(&mut self, words: &str) -> bool {
        if fold_phrase(words) == "england and wales" {
            self.expected = 2;
        } else if words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '–')) && words.len() < 12
        {
            let is_expected = self.expected > 0;
            self.expected = self.expected.saturating_sub(1);
            return is_expected;
        } else if words.len() > 60 || words.contains('.') {
            self.expected = 0;
        }
        false
    }
}

/// Whether a line is a page number: `12`, `Page 12`, `12 of 40`.
///
/// Any number alone between blank lines is one. Next to other lines it is one only if the next word would have fitted
/// on its line: a wrapped line is never shorter than necessary.
fn is_page_number(lines: &[SourceLine], n: usize) -> bool {
    const NEAR: usize = 8;
    let words = lines[n].text.trim();
    let bare = words.strip_prefix("Page ").or(words.strip_prefix("page ")).unwrap_or(words);
    let number = bare.split_once(" of ").map_or(bare, |(page, pages)| if is_page_digits(pages) { page } else { bare });
    if !is_page_digits(number) || lines[n].text.contains('\t') {
        return false;
    }
    let near = |n: Option<usize>| n.and_then(|n| lines.get(n)).map_or("", |line| line.text.trim());
    let (before, after) = (near(n.checked_sub(1)), near(Some(n + 1)));
    let around = &lines[n.saturating_sub(NEAR)..lines.len().min(n + NEAR)];
    let width = around.iter().map(|line| line.text.trim().len()).max().unwrap_or_default();
    let next_word = after.split_whitespace().next().unwrap_or_default();
    let is_alone = before.is_empty() && after.is_empty();
    // "in the last / 12 / months": such a word belongs to the number before it, wherever the line ends.
    const COUNTED: [&str; 5] = ["months", "percent", "days", "weeks", "years"];
    let is_counted = !before.is_empty() && (COUNTED.contains(&next_word) || is_month_name(next_word));
    let had_room = !is_counted && !after.is_empty() && words.len() + 1 + next_word.len() <= width;
    let ends_page = after.is_empty() && is_complete(before);
    is_alone || bare.len() < words.len() || had_room || ends_page
}

fn is_page_digits(words: &str) -> bool {
    (1..=3).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
}

/// How certain it is that a character is a list mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MarkStrength {
    /// `•`: it can be nothing else.
    Strong,
    /// `-`: it may be a dash of a sentence that happens to start a line.
    Weak,
}

/// Whether a line is so much shorter than those around it that the next word would have fitted on it, in any typeface.
fn ends_early(lines: &[SourceLine], n: usize) -> bool {
    const NEAR: usize = 40;
    let length = |line: &SourceLine| line.text.trim().chars().count();
    let around = &lines[n.saturating_sub(NEAR)..lines.len().min(n + NEAR)];
    let width = around.iter().map(length).max().unwrap_or_default();
    length(&lines[n]) * 4 <= width * 3
}

/// Whether a list mark right after an open block starts a new item.
fn starts_item(block: &Block, mark: Option<char>, rest: &str, strength: MarkStrength) -> bool {
    let tail = block.tail();
    // In a list of `*` items, another `*` is the next item.
    let in_list = block.kind == BlockKind::BulletItem && mark == Some('*') && block.bullet == mark;
    let is_short = !tail.is_long && tail.words.len() < 60;
    let after_heading = block.kind == BlockKind::Plain && is_short && rest.starts_with(char::is_uppercase);
    strength == MarkStrength::Strong || is_complete(&tail.words) || ends_item(&tail.words) || after_heading || in_list
}

/// Splits a line into its list mark and the words after it, if it starts with a list mark.
fn split_list_mark(words: &str) -> Option<(BlockKind, &str, MarkStrength)> {
    let (mark, rest) = words.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    match mark {
        "•" | "▪" | "●" | "◦" | "‣" | "·" | "\u{f0b7}" => {
            Some((BlockKind::BulletItem, rest, MarkStrength::Strong))
        }
        // Not an English word, so it is a bullet wherever it starts a line.
        "o" => Some((BlockKind::BulletItem, rest, MarkStrength::Strong)),
        "-" | "–" | "—" | "*" => Some((BlockKind::BulletItem, rest, MarkStrength::Weak)),
        _ => {
            let inner = mark.strip_suffix(')')?;
            let inner = inner.strip_prefix('(').unwrap_or(inner);
            let is_letter = inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase());
            let is_roman = ["i", "ii", "iii", "iv", "v", "vi"].contains(&inner);
            (is_letter || is_roman).then_some((BlockKind::LetterItem, rest, MarkStrength::Weak))
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use model::line::source_lines;

    /// The words of the blocks of a text.
    pub fn divided(text: &str) -> Vec<String> {
        let lines: Vec<_> = source_lines(text).collect();
        divide_lines(&lines).blocks.iter().map(Block::text).collect()
    }

    #[test]
    fn dashed_items_need_no_full_stops_and_a_dash_inside_an_item_does_not_start_another() {
        let listed =
            "The force should improve:\n- its evaluation\n- its sharing\n- how it works with others of its kind";
        assert_eq!(divided(listed).len(), 4);
        let wrapped = "- It should make sure that all of its officers – those on patrol\n– know of it.";
        assert_eq!(divided(wrapped).len(), 1);
        let hyphens = "- It should make sure that all of its officers\n- those on patrol - know of it.";
        assert_eq!(divided(hyphens).len(), 1);
    }
}
