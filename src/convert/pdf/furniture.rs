//! Running heads, page numbers and what browsers print at the edges of pages: found by repetition and place.

use super::PageLines;
use super::lines::Line;
use std::collections::HashMap;

/// How many lines at the top and at the bottom of a page may be furniture.
const EDGE: usize = 3;

/// Removes lines that are printed at the same place of several pages, apart from their numbers.
pub fn remove(pages: &mut [PageLines]) {
    let mut counts: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        edge_lines(page).into_iter().for_each(|n| *counts.entry(key(&page.lines[n])).or_default() += 1);
    }
    let pages_count = pages.len();
    for page in pages {
        let is_furniture = |line: &Line| {
            let key = key(line);
            // Places are rounded: a line may be counted at the place beside.
            let near = [-1, 0, 1].iter().filter_map(|by| counts.get(&(key.0.clone(), key.1 + by))).sum::<usize>();
            let is_number = key.0.chars().all(|c| !c.is_alphabetic());
            near >= if is_number { 2.min(pages_count) } else { 3 }
        };
        let mut removed: Vec<usize> = edge_lines(page).into_iter().filter(|n| is_furniture(&page.lines[*n])).collect();
        removed.sort_unstable();
        removed.iter().rev().for_each(|n| _ = page.lines.remove(*n));
    }
}

/// The indices of the lines at the top and at the bottom of a page.
fn edge_lines(page: &PageLines) -> Vec<usize> {
    let count = page.lines.len();
    (0..count).filter(|n| *n < EDGE || *n + EDGE >= count).collect()
}

/// The words of a line with a sign for each number, and its place.
fn key(line: &Line) -> (String, i64) {
    let mut words = String::new();
    for c in line.text().chars() {
        match c {
            c if c.is_ascii_digit() && words.ends_with('#') => {}
            c if c.is_ascii_digit() => words.push('#'),
            c => words.push(c),
        }
    }
    // Roman page numbers.
    if words.len() <= 5 && words.bytes().all(|byte| b"ivxlc".contains(&byte)) {
        words = "#".to_string();
    }
    (words, (line.y / 6.0).round() as i64)
}
