//! The blocks of a report with the styles that its publisher gave them, as far as the text shows them.

use intake::block::{Block, BlockKind};
use intake::layout::Layout;
use intake::link_markup::remove_links;
use model::line::source_lines;
use model::look_alikes::PlainText;
use parse::{LineRole, ParsedReport, parse_report};

/// A block with its style.
#[derive(Clone, Debug, PartialEq)]
pub enum StyledBlock {
    /// A line of the cover.
    Cover(String),
    /// A line of the contents list, with its page.
    Contents(String),
    /// A heading with its level, from 1.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list with its depth, from 0.
    Item(usize, String),
    /// A table with its rows of cells.
    Table(Vec<Vec<String>>),
    /// A footnote with its number or star.
    Note(String),
    /// What follows is in a box with a border, up to the next `BoxEnd`.
    BoxStart,
    /// The end of a box.
    BoxEnd,
}

/// The words of headings of boxes.
const BOX_HEADINGS: [&str; 8] = [
    "Area for improvement",
    "Areas for improvement",
    "Cause of concern",
    "Causes of concern",
    "Recommendation",
    "Recommendations",
    "Innovative practice",
    "Promising practice",
];

/// The blocks of the text of a report that can be read. Page numbers and running lines are left out.
///
/// # Panics
/// If the report is refused.
pub fn styled_blocks(text: &str) -> Vec<StyledBlock> {
    let parsed = parse_report("any.txt", text).expect("the report can be read");
    let plain = PlainText::new(text);
    let lines: Vec<_> = source_lines(&plain.text).collect();
    let layout = Layout::from_text(&plain.text, &lines);
    let notes = layout.footnotes.iter().map(|note| (&note.block, true));
    let mut blocks: Vec<(&Block, bool)> = layout.body.iter().map(|block| (block, false)).chain(notes).collect();
    blocks.sort_by_key(|(block, _)| block.start);
    let mut out = Vec::new();
    let mut is_boxed = false;
    let mut outer_bullet = None;
    for (block, is_note) in blocks {
        let style = if is_note { StyledBlock::Note(block.text()) } else { style_of(block, &parsed, &mut outer_bullet) };
        let starts_box = matches!(&style, StyledBlock::Heading(3, words) if BOX_HEADINGS.contains(&words.as_str()));
        let ends_box = starts_box || matches!(&style, StyledBlock::Heading(1..=3, _));
        if is_boxed && ends_box {
            out.push(StyledBlock::BoxEnd);
            is_boxed = false;
        }
        if starts_box {
            out.push(StyledBlock::BoxStart);
            is_boxed = true;
        }
        match (out.last_mut(), style) {
            (Some(StyledBlock::Table(rows)), StyledBlock::Table(more)) => rows.extend(more),
            (_, style) => out.push(style),
        }
    }
    if is_boxed {
        out.push(StyledBlock::BoxEnd);
    }
    out
}

/// The style of a block; `outer_bullet` is the bullet of the outer list that it may be in.
fn style_of(block: &Block, parsed: &ParsedReport, outer_bullet: &mut Option<char>) -> StyledBlock {
    let (text, _) = remove_links(&block.text());
    let role = parsed.roles[block.first_piece().line as usize - 1];
    if block.kind == BlockKind::BulletItem || block.kind == BlockKind::LetterItem {
        let outer = *outer_bullet.get_or_insert(block.bullet.unwrap_or('•'));
        return StyledBlock::Item(usize::from(block.bullet.is_some_and(|bullet| bullet != outer)), text);
    }
    *outer_bullet = None;
    let is_short = text.len() < 160 && !text.ends_with(['.', ':', ';', ',']);
    match role {
        LineRole::Contents => StyledBlock::Contents(text.replace('\t', " ")),
        _ if block.kind == BlockKind::TableRow => {
            StyledBlock::Table(vec![block.cells().map(|cell| cell.text.to_string()).collect()])
        }
        LineRole::Identity => StyledBlock::Cover(text),
        _ if BOX_HEADINGS.contains(&text.as_str()) || text == "Main findings" => StyledBlock::Heading(3, text),
        LineRole::Heading if is_short => StyledBlock::Heading(2, text),
        // In 2021/22 a finding is the heading above its explanation.
        LineRole::Finding if is_short || parsed.report.cycle == "2021/22" => StyledBlock::Heading(4, text),
        _ => StyledBlock::Paragraph(text),
    }
}
