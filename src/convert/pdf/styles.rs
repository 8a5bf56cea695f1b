//! The styles of a PDF: the size of its body text, the sizes of its headings, and the distance of its lines.

use super::PageLines;
use super::lines::Line;
use std::collections::BTreeMap;

/// The styles of a PDF, measured on all of its pages.
#[derive(Debug)]
pub struct Styles {
    /// The size of most letters.
    pub body: f64,
    /// The sizes of headings, the largest first.
    headings: Vec<f64>,
    /// The distance between lines of body text, in sizes of their font.
    leading: f64,
}

/// How much larger than body text a heading is at least.
const LARGER: f64 = 1.06;

impl Styles {
    /// Measures the styles.
    pub fn measure(pages: &[PageLines]) -> Styles {
        let lines = || pages.iter().flat_map(|page| &page.lines);
        let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
        lines().for_each(|line| *letters.entry(rounded(line.size)).or_default() += line.text().len());
        let body = letters.iter().max_by_key(|(_, count)| **count).map_or(11.0, |(size, _)| *size as f64 / 2.0);
        let mut headings: Vec<f64> = Vec::new();
        for size in letters.keys().rev().map(|size| *size as f64 / 2.0).filter(|size| *size > body * LARGER) {
            // Sizes that differ by half a point are those of the same heading.
            if headings.last().is_none_or(|larger| size < larger - 0.8) {
                headings.push(size);
            }
        }
        let is_body = |line: &&Line| (line.size - body).abs() < 0.6;
        let pairs = pages.iter().flat_map(|page| page.lines.windows(2));
        let gaps = pairs.filter(|pair| pair.iter().all(|line| is_body(&line))).map(|pair| pair[1].y - pair[0].y);
        let leading = percentile(gaps.filter(|gap| *gap > 0.7 * body), 40).unwrap_or(body * 1.25) / body;
        Styles { body, headings, leading }
    }

    /// The level of the heading that a line may be part of, from 1. Bold text of the size of the body has the last level.
    pub fn level(&self, line: &Line) -> Option<u8> {
        let size = rounded(line.size) as f64 / 2.0;
        let larger = self.headings.iter().position(|heading| size >= heading - 0.6).map(|n| n + 1);
        let level = larger.or((line.is_bold && size > self.body * 0.9).then_some(self.headings.len() + 1))?;
        Some(level.min(6) as u8)
    }

    /// Whether a line is in larger letters than body text.
    pub fn is_large(&self, line: &Line) -> bool {
        line.size > self.body * LARGER
    }

    /// Whether a line follows another at the distance of lines of one paragraph.
    pub fn is_near(&self, above: &Line, below: &Line) -> bool {
        below.y - above.y < (self.leading + 0.22) * above.size.max(below.size)
    }

    /// Whether a line is smaller than body text, as footnotes are.
    pub fn is_small(&self, line: &Line) -> bool {
        line.size < self.body * 0.93
    }
}

/// A size in half points.
fn rounded(size: f64) -> i64 {
    (size * 2.0).round() as i64
}

/// The number below which so many percent of the others are.
fn percentile(numbers: impl Iterator<Item = f64>, percent: usize) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get((numbers.len() * percent / 100).min(numbers.len().saturating_sub(1))).copied()
}
