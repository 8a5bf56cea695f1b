//! Notes that begin with a star, and the words that carry one: "Burglary in a dwelling*", "*Note that ...".

use super::layout::{Pages, ends_in_value};
use crate::model::{Footnote, Passage};
use crate::parse::block::{Block, Mark, passages};
use crate::parse::outline::is_figure;
use crate::parse::prose::Prose;

/// Reads them in the order of the text.
pub fn read(prose: &Prose) -> Vec<Footnote> {
    let pages = Pages::of(prose.source);
    let stars: Vec<Passage> = prose.blocks.iter().flat_map(|block| stars(prose.source, block)).collect();
    let notes: Vec<(&Block, String)> =
        (0..prose.blocks.len()).filter_map(|n| Some((&prose.blocks[n], note(prose, n)?))).collect();
    let mut marked: Vec<Vec<Passage>> = vec![Vec::new(); notes.len()];
    for star in stars {
        let at = star.bytes[0] as usize;
        let is_near = |n: &usize| notes.get(*n).is_some_and(|(note, _)| pages.at(note.marked_at) == pages.at(at));
        let next = notes.partition_point(|(note, _)| note.marked_at < at);
        let near = [Some(next), next.checked_sub(1)].into_iter().flatten().find(is_near);
        near.into_iter().for_each(|n| marked[n].push(star));
    }
    let noted = notes.into_iter().zip(marked);
    noted
        .map(|((block, text), marked)| {
            let passages = passages(prose.source, &[block]);
            Footnote { marker: "*".to_string(), text, passages, marked }
        })
        .collect()
}

/// The text of a note with a star: one star, at its very start, and no list item.
fn note(prose: &Prose, n: usize) -> Option<String> {
    let block = &prose.blocks[n];
    let is_starred = |block: &Block| prose.source[block.marked_at..].starts_with('*') && block.mark != Mark::Row;
    let text = super::words::joined(block);
    let text = text.trim_start_matches('*').trim_start();
    if !is_starred(block) || text.contains('*') || ends_in_value(text) {
        return None;
    }
    let neighbours = [n.checked_sub(1), Some(n + 1)].map(|n| n.and_then(|n| prose.blocks.get(n)));
    let [above, below] = neighbours;
    let is_listed = neighbours.iter().flatten().any(|b| b.mark == Mark::Bullet && is_starred(b));
    let is_at_figure = neighbours.iter().flatten().any(|b| is_figure(b)) || above.is_none() || below.is_none();
    // A star set apart from the words marks list items too.
    (!is_listed && (block.mark == Mark::None || is_at_figure)).then(|| text.to_string())
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
