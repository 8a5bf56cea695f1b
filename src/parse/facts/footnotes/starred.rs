//! Notes that begin with a star, and the words marked with one: "Burglary in a dwelling*", "*Note that ...".

use crate::facts::footnotes::page_layout::{PageStarts, ends_in_value};
use crate::facts::prose::Prose;
use crate::structure::outline::is_figure;
use intake::block::{Block, BlockKind, block_passages};
use intake::footnote_marks::is_star;
use model::{Footnote, Passage};

/// Reads the notes that were separated from the text and those that are still among its blocks. Each marker is assigned
/// to the next note on its page, or to the one before it.
pub fn read_starred_footnotes(prose: &Prose) -> Vec<Footnote> {
    let pages = PageStarts::new(prose.source);
    let footnote = |block: &Block, text: String, marked: Vec<Passage>| Footnote {
        marker: "*".to_string(),
        text,
        passages: block_passages(prose.source, &[block]),
        marked,
    };
    let separated = prose.notes.iter().filter_map(|note| {
        let text = starred_text(prose.source, &note.block)?;
        Some((note.block.start, footnote(&note.block, text, note.mark_passages.clone())))
    });
    let is_item = |b: &&Block| b.kind == BlockKind::BulletItem && prose.source[b.start..].starts_with('*');
    let lists_have_stars = prose.blocks.iter().filter(is_item).count() > 2;
    let inline = (0..prose.blocks.len())
        .filter(|n| !lists_have_stars || !is_item(&&prose.blocks[*n]) || is_next_to_figure(prose, *n))
        .filter_map(|n| {
            Some((prose.blocks[n].start, footnote(&prose.blocks[n], inline_note_text(prose, n)?, Vec::new())))
        });
    let mut notes: Vec<(usize, Footnote)> = separated.chain(inline).collect();
    notes.sort_by_key(|(at, _)| *at);
    for star in prose.blocks.iter().flat_map(|block| star_passages(prose.source, block)) {
        let at = star.bytes[0] as usize;
        let is_near = |n: &usize| notes.get(*n).is_some_and(|(note, _)| pages.page_at(*note) == pages.page_at(at));
        let next = notes.partition_point(|(note, _)| *note < at);
        if let Some(n) = [Some(next), next.checked_sub(1)].into_iter().flatten().find(is_near) {
            notes[n].1.marked.push(star);
        }
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

/// The text after the star that begins a block. None for table rows and for blocks with a further star.
fn starred_text(source: &str, block: &Block) -> Option<String> {
    let is_starred = source[block.start..].starts_with(is_star) && block.kind != BlockKind::TableRow;
    let words = crate::facts::footnotes::note_text::join_lines(block);
    let text = words.trim_start_matches(is_star).trim_start();
    (is_starred && !text.contains('*') && !ends_in_value(text)).then(|| text.to_string())
}

/// The text of a note among the blocks of the text: it begins with a star and is not a list item.
fn inline_note_text(prose: &Prose, n: usize) -> Option<String> {
    let block = &prose.blocks[n];
    let text = starred_text(prose.source, block)?;
    let neighbours = [n.checked_sub(1), Some(n + 1)].map(|n| n.and_then(|n| prose.blocks.get(n)));
    let is_starred = |b: &&Block| b.kind == BlockKind::BulletItem && prose.source[b.start..].starts_with('*');
    let is_listed = neighbours.iter().flatten().any(is_starred);
    let is_at_figure = neighbours.iter().any(|b| b.is_none_or(is_figure));
    // A star followed by a space may also be the bullet of a list item.
    (!is_listed && (block.kind == BlockKind::Plain || is_at_figure)).then_some(text)
}

/// Whether the block directly before or after block `n` is the caption or source of a figure.
fn is_next_to_figure(prose: &Prose, n: usize) -> bool {
    let neighbours = [n.checked_sub(1), Some(n + 1)].into_iter().flatten();
    neighbours.filter_map(|n| prose.blocks.get(n)).any(is_figure)
}

/// The stars after words and at the start of a table row; not those around emphasised words.
fn star_passages(source: &str, block: &Block) -> Vec<Passage> {
    let text = block.text();
    let opens_row = source[block.start..].starts_with('*') && ends_in_value(&text);
    let mut found: Vec<(u32, usize)> = opens_row.then(|| (block.pieces[0].line, block.start)).into_iter().collect();
    let mut is_open = false;
    for piece in &block.pieces {
        for (at, _) in piece.text.match_indices('*') {
            let follows_word =
                piece.text[..at].ends_with(|c: char| c.is_alphanumeric() || [')', '.', '’', '\''].contains(&c));
            if follows_word && !is_open {
                found.push((piece.line, piece.start + at));
            }
            is_open = !follows_word;
        }
    }
    let passage = |(line, at): (u32, usize)| Passage { lines: [line, line], bytes: [at as u32, at as u32 + 1] };
    found.into_iter().map(passage).collect()
}
