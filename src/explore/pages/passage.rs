//! The source text of a report, divided into lines, with the quoted passages marked.

use crate::search::query::Query;
use model::folded::Folded;
use model::line::source_lines;
use model::sorted::insert_unique;
use model::{Abbreviation, Finding, Passage, Report};
use std::ops::{Range, RangeInclusive};

/// A quoted stretch of the text and what quotes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    pub bytes: [u32; 2],
    /// Where the mark leads.
    pub href: String,
    /// What quotes it: "Area for improvement", "Judgment".
    pub label: String,
    pub kind: QuotedBy,
}

/// What sort of thing quotes a stretch, for how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotedBy {
    /// A judgment or finding.
    Finding,
    Number,
    Problem,
}

impl Quoted {
    /// A stretch that leads nowhere.
    fn bare(bytes: [u32; 2]) -> Quoted {
        Quoted { bytes, href: String::new(), label: String::new(), kind: QuotedBy::Finding }
    }
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
    /// Whether it was searched for.
    pub found: bool,
    /// What it stands for, if it is a short form.
    pub means: Option<String>,
}

/// What is marked in a text.
#[derive(Clone, Copy, Default)]
pub struct Layers<'l> {
    pub quoted: &'l [Quoted],
    /// What was searched for, as bytes of the whole text, in order.
    pub found: &'l [Range<usize>],
    pub short_forms: &'l [Abbreviation],
}

/// A stretch of the source around a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    pub lines: Vec<SourceLine>,
    /// "lines 606 to 609".
    pub cite: String,
}

/// Where the paragraphs that have all that is searched for have it, paragraph by paragraph, as bytes of the text.
pub fn found(text: &str, query: &Query) -> Vec<Vec<Range<usize>>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    for line in source_lines(text) {
        let end = line.start + line.text.len();
        match paragraphs.last_mut().filter(|_| is_inside) {
            Some(paragraph) if !line.text.trim().is_empty() => paragraph.end = end,
            _ if !line.text.trim().is_empty() => paragraphs.push(line.start..end),
            _ => {}
        }
        is_inside = !line.text.trim().is_empty();
    }
    let marks = |paragraph: Range<usize>| {
        // A phrase may run over the end of a line; a space takes no more bytes than what ends one.
        let words = text[paragraph.clone()].replace(['\n', '\r'], " ");
        let marks = query.find(&[Folded::new(&words)]).map(|_| query.marks(&words)).unwrap_or_default();
        let marks: Vec<Range<usize>> =
            marks.into_iter().map(|mark| paragraph.start + mark.start..paragraph.start + mark.end).collect();
        (!marks.is_empty()).then_some(marks)
    };
    paragraphs.into_iter().filter_map(marks).collect()
}

/// The lines of a text in a range of line numbers. Of two quotations of the same words the shorter is marked.
pub fn lines(text: &str, layers: Layers, range: RangeInclusive<u32>) -> Vec<SourceLine> {
    let in_range = source_lines(text).filter(|line| range.contains(&line.number));
    in_range.map(|line| SourceLine { number: line.number, parts: parts(line.text, line.start, layers) }).collect()
}

fn parts(text: &str, start: usize, layers: Layers) -> Vec<Part> {
    let quoted = layers.quoted;
    let here: Vec<usize> = (0..quoted.len()).filter(|q| overlaps(&quoted[*q], start, start + text.len())).collect();
    let within = |at: usize| at.saturating_sub(start).min(text.len());
    let found: Vec<Range<usize>> = layers
        .found
        .iter()
        .map(|range| within(range.start)..within(range.end))
        .filter(|range| !range.is_empty())
        .collect();
    let short_forms = short_forms(text, layers.short_forms);
    let mut edges = vec![0, text.len()];
    let of_quoted = here.iter().flat_map(|q| quoted[*q].bytes).filter_map(|edge| (edge as usize).checked_sub(start));
    let of_words = found.iter().chain(short_forms.iter().map(|(range, _)| range)).flat_map(|r| [r.start, r.end]);
    for edge in of_quoted.chain(of_words).filter(|edge| *edge < text.len() && text.is_char_boundary(*edge)) {
        insert_unique(&mut edges, edge);
    }
    let part = |ends: &[usize]| {
        let (from, to) = (ends[0], ends[1]);
        let covers =
            |q: &&usize| quoted[**q].bytes[0] as usize <= start + from && start + to <= quoted[**q].bytes[1] as usize;
        let by = here.iter().filter(covers).min_by_key(|q| quoted[**q].bytes[1] - quoted[**q].bytes[0]).copied();
        // An empty line inside a quotation has nothing to mark.
        let by = by.filter(|_| !text[from..to].trim().is_empty());
        let form = short_forms.iter().find(|(range, _)| range.contains(&from));
        Part {
            text: text[from..to].to_string(),
            quoted: by,
            starts: by.is_some_and(|q| quoted[q].bytes[0] as usize == start + from),
            found: found.iter().any(|range| range.contains(&from)),
            means: form.map(|(_, form)| form.long.clone()),
        }
    };
    edges.windows(2).map(part).collect()
}

/// Where short forms stand in a line, in the singular or plural.
fn short_forms<'f>(text: &str, forms: &'f [Abbreviation]) -> Vec<(Range<usize>, &'f Abbreviation)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_alphanumeric()).map(|at| from + at) {
        let end = text[at..].find(|c: char| !c.is_alphanumeric() && c != '-').map_or(text.len(), |len| at + len);
        let word = &text[at..end];
        let is_word = |form: &&Abbreviation| word == form.short || word.strip_suffix('s') == Some(&form.short);
        found.extend(forms.iter().find(is_word).map(|form| (at..end, form)));
        from = end;
    }
    found
}

/// The short forms among the words of a finding, each once, with what the report says they stand for.
pub fn short_forms_in(report: &Report, finding: &Finding) -> Vec<(String, String)> {
    let texts = std::iter::once(&finding.text).chain(&finding.items).chain(&finding.body);
    let mut forms: Vec<(String, String)> = Vec::new();
    for (_, form) in texts.flat_map(|text| short_forms(text, &report.abbreviations)) {
        insert_unique(&mut forms, (form.short.clone(), form.long.clone()));
    }
    forms
}

fn overlaps(quoted: &Quoted, start: usize, end: usize) -> bool {
    (quoted.bytes[0] as usize) < end && start < quoted.bytes[1] as usize
}

/// The passages with a few lines before and after each; passages whose surroundings meet make one excerpt.
pub fn excerpts(text: &str, passages: &[Passage], short_forms: &[Abbreviation]) -> Vec<Excerpt> {
    const AROUND: u32 = 3;
    let quoted: Vec<Quoted> = passages.iter().map(|p| Quoted::bare(p.bytes)).collect();
    let layers = Layers { quoted: &quoted, found: &[], short_forms };
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
        |(from, to, cited): (u32, u32, Passage)| Excerpt { lines: lines(text, layers, from..=to), cite: cited.cite() };
    ranges.into_iter().map(excerpt).collect()
}

/// "lines 606 to 609 and line 612": every passage of one quotation.
pub fn cite(passages: &[Passage]) -> String {
    crate::pages::names::list(&passages.iter().map(Passage::cite).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::lexicon::Lexicon;

    #[test]
    fn a_quotation_over_two_lines_is_marked_on_both_and_starts_once() {
        let text = "The force is\ngood. The end";
        let quoted = [Quoted::bare([4, 18])];
        let found = lines(text, Layers { quoted: &quoted, ..Layers::default() }, 1..=9);
        let marked: Vec<_> =
            found.iter().flat_map(|l| &l.parts).map(|p| (p.text.as_str(), p.quoted, p.starts)).collect();
        assert_eq!(
            marked,
            [("The ", None, false), ("force is", Some(0), true), ("good.", Some(0), false), (" The end", None, false)]
        );
    }

    #[test]
    fn the_shorter_of_two_quotations_is_marked_inside_the_longer() {
        let quoted = [[0, 10], [3, 6]].map(Quoted::bare);
        let found = lines("0123456789", Layers { quoted: &quoted, ..Layers::default() }, 1..=1);
        let marked: Vec<_> = found[0].parts.iter().map(|p| (p.text.as_str(), p.quoted)).collect();
        assert_eq!(marked, [("012", Some(0)), ("345", Some(1)), ("6789", Some(0))]);
    }

    #[test]
    fn a_phrase_is_found_over_the_end_of_a_line_and_words_only_in_one_paragraph() {
        let text = "maximise evidential\r\nopportunities\n\nevidential bases\n";
        let places = |typed: &str| found(text, &Query::new(typed, &Lexicon::default()));
        assert_eq!(places("\"evidential opportunities\"").concat().first(), Some(&(9..34)));
        assert_eq!(places("evidential").len(), 2);
        assert_eq!(places("bases opportunities"), Vec::<Vec<Range<usize>>>::new());
    }

    #[test]
    fn what_was_searched_for_and_short_forms_are_marked_inside_a_quotation() {
        let quoted = [Quoted::bare([0, 21])];
        let found = found("The OCGs meet weekly.", &Query::new("meet", &Lexicon::default())).concat();
        let form = Abbreviation { short: "OCG".into(), long: "organised crime group".into(), passages: Vec::new() };
        let layers = Layers { quoted: &quoted, found: &found, short_forms: &[form] };
        let lines = lines("The OCGs meet weekly.", layers, 1..=1);
        let marked: Vec<_> =
            lines[0].parts.iter().map(|p| (p.text.as_str(), p.starts, p.found, p.means.is_some())).collect();
        assert_eq!(
            marked,
            [
                ("The ", true, false, false),
                ("OCGs", false, false, true),
                (" ", false, false, false),
                ("meet", false, true, false),
                (" weekly.", false, false, false)
            ]
        );
    }
}
