//! Notes that begin with a star, and the words that carry one: "Burglary in a dwelling*", "*Note that ...".

use crate::facts::footnotes::layout::{Pages, ends_in_value};
use crate::facts::prose::Prose;
use crate::structure::outline::is_figure;
use intake::block::{Block, Mark, passages};
use intake::marks::is_star;
use model::{Footnote, Passage};

/// Reads them: those that were set aside with other notes, and those that stand among the words.
pub fn read(prose: &Prose) -> Vec<Footnote> {
    let pages = Pages::of(prose.source);
    let note = |block: &Block, text: String, marked: Vec<Passage>| Footnote {
        marker: "*".to_string(),
        text,
        passages: passages(prose.source, &[block]),
        marked,
    };
    let aside = prose.notes.iter().filter_map(|aside| {
        let text = starred_text(prose.source, &aside.block)?;
        Some((aside.block.marked_at, note(&aside.block, text, aside.marked.clone())))
    });
    let is_item = |b: &&Block| b.mark == Mark::Bullet && prose.source[b.marked_at..].starts_with('*');
    let lists_have_stars = prose.blocks.iter().filter(is_item).count() > 2;
    let among = (0..prose.blocks.len())
        .filter(|n| !lists_have_stars || !is_item(&&prose.blocks[*n]) || is_under_figure(prose, *n))
        .filter_map(|n| Some((prose.blocks[n].marked_at, note(&prose.blocks[n], among_words(prose, n)?, Vec::new()))));
    let mut notes: Vec<(usize, Footnote)> = aside.chain(among).collect();
    notes.sort_by_key(|(at, _)| *at);
    for star in prose.blocks.iter().flat_map(|block| stars(prose.source, block)) {
        let at = star.bytes[0] as usize;
        let is_near = |n: &usize| notes.get(*n).is_some_and(|(note, _)| pages.at(*note) == pages.at(at));
        let next = notes.partition_point(|(note, _)| *note < at);
        if let Some(n) = [Some(next), next.checked_sub(1)].into_iter().flatten().find(is_near) {
            notes[n].1.marked.push(star);
        }
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

/// What stands behind the star that a block begins with, if no other star is in it.
fn starred_text(source: &str, block: &Block) -> Option<String> {
    let is_starred = source[block.marked_at..].starts_with(is_star) && block.mark != Mark::Row;
    let words = crate::facts::footnotes::words::joined(block);
    let text = words.trim_start_matches(is_star).trim_start();
    (is_starred && !text.contains('*') && !ends_in_value(text)).then(|| text.to_string())
}

/// The text of a note among the words: with a star, and no list item.
fn among_words(prose: &Prose, n: usize) -> Option<String> {
    let block = &prose.blocks[n];
    let text = starred_text(prose.source, block)?;
    let neighbours = [n.checked_sub(1), Some(n + 1)].map(|n| n.and_then(|n| prose.blocks.get(n)));
    let is_starred = |b: &&Block| b.mark == Mark::Bullet && prose.source[b.marked_at..].starts_with('*');
    let is_listed = neighbours.iter().flatten().any(is_starred);
    let is_at_figure = neighbours.iter().any(|b| b.is_none_or(is_figure));
    // A star set apart from the words marks list items too.
    (!is_listed && (block.mark == Mark::None || is_at_figure)).then_some(text)
}

/// Whether a block stands right under or over the caption or source of a figure.
fn is_under_figure(prose: &Prose, n: usize) -> bool {
    let beside = [n.checked_sub(1), Some(n + 1)].into_iter().flatten();
    beside.filter_map(|n| prose.blocks.get(n)).any(is_figure)
}

/// Stars behind words, and before the words of a table row; not those around emphasised words.
fn stars(source: &str, block: &Block) -> Vec<Passage> {
    let text = block.text();
    let opens_row = source[block.marked_at..].starts_with('*') && ends_in_value(&text);
    let mut found: Vec<(u32, usize)> = opens_row.then(|| (block.pieces[0].line, block.marked_at)).into_iter().collect();
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
    let place = |(line, at): (u32, usize)| Passage { lines: [line, line], bytes: [at as u32, at as u32 + 1] };
    found.into_iter().map(place).collect()
}
