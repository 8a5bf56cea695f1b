//! The source text of a report, divided into lines, with the quoted passages marked.

use crate::model::Passage;
use crate::parse::source_lines;
use std::ops::RangeInclusive;

/// A quoted stretch of the text and what quotes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    pub bytes: [u32; 2],
    /// Where the mark leads.
    pub href: String,
    /// What quotes it: "Area for improvement", "Judgment".
    pub label: String,
}

/// A line of the source with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    pub number: u32,
    pub parts: Vec<Part>,
}

/// A stretch of a line that is quoted by one thing or by none.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub text: String,
    /// Number of the [`Quoted`] that it belongs to.
    pub quoted: Option<usize>,
    /// Whether the quotation starts with this part.
    pub starts: bool,
}

/// A stretch of the source around a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    pub lines: Vec<SourceLine>,
    /// "lines 606 to 609".
    pub cite: String,
}

/// The lines of a text in a range of line numbers. Of two quotations of the same words the shorter is marked.
pub fn lines(text: &str, quoted: &[Quoted], range: RangeInclusive<u32>) -> Vec<SourceLine> {
    let in_range = source_lines(text).filter(|line| range.contains(&line.number));
    in_range.map(|line| SourceLine { number: line.number, parts: parts(line.text, line.start, quoted) }).collect()
}

fn parts(text: &str, start: usize, quoted: &[Quoted]) -> Vec<Part> {
    let end = start + text.len();
    let here: Vec<usize> = (0..quoted.len()).filter(|q| overlaps(&quoted[*q], start, end)).collect();
    let mut parts = Vec::new();
    let mut from = start;
    while from < end {
        // A part runs to where the next quotation starts or ends.
        let edges = here.iter().flat_map(|q| quoted[*q].bytes).map(|edge| edge as usize);
        let edges = edges.filter(|edge| *edge > from && *edge < end && text.is_char_boundary(*edge - start));
        let to = edges.min().unwrap_or(end);
        let covers = |q: &&usize| quoted[**q].bytes[0] as usize <= from && to <= quoted[**q].bytes[1] as usize;
        let by = here.iter().filter(covers).min_by_key(|q| quoted[**q].bytes[1] - quoted[**q].bytes[0]).copied();
        let words = &text[from - start..to - start];
        // An empty line inside a quotation has nothing to mark.
        let by = by.filter(|_| !words.trim().is_empty());
        let starts = by.is_some_and(|q| quoted[q].bytes[0] as usize == from);
        parts.push(Part { text: words.to_string(), quoted: by, starts });
        from = to;
    }
    parts
}

fn overlaps(quoted: &Quoted, start: usize, end: usize) -> bool {
    (quoted.bytes[0] as usize) < end && start < quoted.bytes[1] as usize
}

/// The passages with a few lines before and after each; passages whose surroundings meet make one excerpt.
pub fn excerpts(text: &str, passages: &[Passage]) -> Vec<Excerpt> {
    const AROUND: u32 = 3;
    let quoted: Vec<Quoted> =
        passages.iter().map(|p| Quoted { bytes: p.bytes, href: String::new(), label: String::new() }).collect();
    let mut ranges: Vec<(u32, u32, Passage)> = Vec::new();
    for passage in passages {
        let (from, to) = (passage.lines[0].saturating_sub(AROUND).max(1), passage.lines[1] + AROUND);
        match ranges.last_mut() {
            Some((_, end, cited)) if from <= *end + 1 => {
                *end = to;
                cited.lines[1] = passage.lines[1];
            }
            _ => ranges.push((from, to, *passage)),
        }
    }
    let excerpt =
        |(from, to, cited): (u32, u32, Passage)| Excerpt { lines: lines(text, &quoted, from..=to), cite: cited.cite() };
    ranges.into_iter().map(excerpt).collect()
}

/// "lines 606 to 609 and line 612": every passage of one quotation.
pub fn cite(passages: &[Passage]) -> String {
    super::names::list(&passages.iter().map(Passage::cite).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_over_two_lines_is_marked_on_both_and_starts_once() {
        let text = "The force is\ngood. The end";
        let quoted = [Quoted { bytes: [4, 18], href: "x".into(), label: "Judgment".into() }];
        let found = lines(text, &quoted, 1..=9);
        let marked: Vec<_> =
            found.iter().flat_map(|l| &l.parts).map(|p| (p.text.as_str(), p.quoted, p.starts)).collect();
        assert_eq!(
            marked,
            [("The ", None, false), ("force is", Some(0), true), ("good.", Some(0), false), (" The end", None, false)]
        );
    }

    #[test]
    fn the_shorter_of_two_quotations_is_marked_inside_the_longer() {
        let quoted = [[0, 10], [3, 6]].map(|bytes| Quoted { bytes, href: String::new(), label: String::new() });
        let found = lines("0123456789", &quoted, 1..=1);
        let marked: Vec<_> = found[0].parts.iter().map(|p| (p.text.as_str(), p.quoted)).collect();
        assert_eq!(marked, [("012", Some(0)), ("345", Some(1)), ("6789", Some(0))]);
    }
}
