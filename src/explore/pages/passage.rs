//! The source text of a report in lines, with quotations, search words and abbreviations marked.

use crate::pages::reading::{LineForm, heading_marks, line_form};
use crate::search::query::Query;
use model::folded_text::FoldedText;
use model::folding::is_word_char;
use model::line::{SourceLine, source_lines};
use model::sorted_list::insert_unique;
use model::{Abbreviation, Passage, PublishedPlace, Report};
use std::ops::{Range, RangeInclusive};

/// A part of the source text that is quoted, and what quotes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The half-open byte range in the text.
    pub bytes: [u32; 2],
    /// The address of what quotes it; may be empty.
    pub href: String,
    /// What quotes it: "Area for improvement", "Judgment".
    pub label: String,
    /// The kind of thing that quotes it.
    pub kind: QuotationKind,
}

/// The kind of thing that quotes a part of the text, which determines how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationKind {
    /// A judgment or finding.
    Finding,
    /// A measure.
    Number,
    /// A problem in the text.
    Problem,
}

impl Quotation {
    /// A quotation without an address or label.
    fn without_link(bytes: [u32; 2]) -> Quotation {
        Quotation { bytes, href: String::new(), label: String::new(), kind: QuotationKind::Finding }
    }
}

/// A line of the source text.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedLine {
    /// The line number, counted from 1.
    pub number: u32,
    /// How it is set as running text.
    pub form: LineForm,
    /// The line, divided where a mark begins or ends.
    pub parts: Vec<LinePart>,
}

/// A part of a line that is marked in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePart {
    /// The text.
    pub text: String,
    /// The index of the quotation that it belongs to.
    pub quotation: Option<usize>,
    /// Whether the quotation starts with this part.
    pub is_start: bool,
    /// Whether it matches the search words.
    pub is_match: bool,
    /// If it is an abbreviation, what it stands for.
    pub long_form: Option<String>,
    /// Whether it is no word, but marks the line as a heading.
    pub is_mark: bool,
}

/// What is marked in a text.
#[derive(Clone, Copy, Default)]
pub struct TextMarks<'l> {
    /// The quotations.
    pub quotations: &'l [Quotation],
    /// The matches of the search words, as byte ranges of the whole text, in order.
    pub matches: &'l [Range<usize>],
    /// The abbreviations that the report spells out.
    pub abbreviations: &'l [Abbreviation],
}

/// A quotation with the lines around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The lines of the excerpt.
    pub lines: Vec<MarkedLine>,
    /// The lines of the quotation alone: "lines 606 to 609".
    pub citation: String,
}

/// The paragraphs of a text, as byte ranges: lines that no empty line divides.
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
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
    paragraphs
}

/// The matches in each paragraph that contains all search words, as byte ranges of the text.
pub fn find_in_paragraphs(text: &str, query: &Query) -> Vec<Vec<Range<usize>>> {
    let marks = |paragraph: Range<usize>| {
        // A phrase may continue on the next line. A line break is replaced by as many spaces as it has bytes.
        let words = text[paragraph.clone()].replace(['\n', '\r'], " ");
        let marks =
            query.match_rank(&[FoldedText::new(&words)]).map(|_| query.match_ranges(&words)).unwrap_or_default();
        let marks: Vec<Range<usize>> =
            marks.into_iter().map(|mark| paragraph.start + mark.start..paragraph.start + mark.end).collect();
        (!marks.is_empty()).then_some(marks)
    };
    paragraphs(text).into_iter().filter_map(marks).collect()
}

/// The lines of a text in a range of line numbers, with marks. Where two quotations overlap, the shorter is marked.
pub fn marked_lines(text: &str, layers: TextMarks, range: RangeInclusive<u32>) -> Vec<MarkedLine> {
    let lines: Vec<SourceLine> = source_lines(text).collect();
    let words = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |line| line.text);
    let marked = |(at, line): (usize, &SourceLine)| MarkedLine {
        number: line.number,
        form: line_form(words(at.checked_sub(1)), line.text, words(Some(at + 1))),
        parts: line_parts(line.text, line.start, layers),
    };
    lines.iter().enumerate().filter(|(_, line)| range.contains(&line.number)).map(marked).collect()
}

fn line_parts(text: &str, start: usize, layers: TextMarks) -> Vec<LinePart> {
    let quotations = layers.quotations;
    let quoted_here: Vec<usize> =
        (0..quotations.len()).filter(|q| overlaps(&quotations[*q], start, start + text.len())).collect();
    let within = |at: usize| at.saturating_sub(start).min(text.len());
    let found: Vec<Range<usize>> = layers
        .matches
        .iter()
        .map(|range| within(range.start)..within(range.end))
        .filter(|range| !range.is_empty())
        .collect();
    let short_forms = find_abbreviations(text, layers.abbreviations);
    let marks = heading_marks(text).map_or(0..text.len(), |[lead, tail]| lead..text.len() - tail);
    let mut edges = vec![0, text.len()];
    [marks.start, marks.end].into_iter().for_each(|edge| insert_unique(&mut edges, edge));
    let of_quoted =
        quoted_here.iter().flat_map(|q| quotations[*q].bytes).filter_map(|edge| (edge as usize).checked_sub(start));
    let of_words = found.iter().chain(short_forms.iter().map(|(range, _)| range)).flat_map(|r| [r.start, r.end]);
    for edge in of_quoted.chain(of_words).filter(|edge| *edge < text.len() && text.is_char_boundary(*edge)) {
        insert_unique(&mut edges, edge);
    }
    let part = |ends: &[usize]| {
        let (from, to) = (ends[0], ends[1]);
        let covers = |q: &&usize| {
            quotations[**q].bytes[0] as usize <= start + from && start + to <= quotations[**q].bytes[1] as usize
        };
        let shortest = quoted_here
            .iter()
            .filter(covers)
            .min_by_key(|q| quotations[**q].bytes[1] - quotations[**q].bytes[0])
            .copied();
        // An empty line inside a quotation has nothing to mark.
        let quotation = shortest.filter(|_| !text[from..to].trim().is_empty());
        let form = short_forms.iter().find(|(range, _)| range.contains(&from));
        LinePart {
            text: text[from..to].to_string(),
            quotation,
            is_start: quotation.is_some_and(|q| quotations[q].bytes[0] as usize == start + from),
            is_match: found.iter().any(|range| range.contains(&from)),
            long_form: form.map(|(_, n)| layers.abbreviations[*n].long.clone()),
            is_mark: !text.is_empty() && !marks.contains(&from),
        }
    };
    edges.windows(2).map(part).collect()
}

/// The abbreviations and other terms in a line, in the singular or plural, with their byte ranges and indexes.
pub fn find_abbreviations(text: &str, forms: &[Abbreviation]) -> Vec<(Range<usize>, usize)> {
    let in_word = |c: char| is_word_char(c) || c == '-';
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| is_word_char(c)).map(|at| from + at) {
        let end_of = |form: &Abbreviation| {
            let rest = text[at..].strip_prefix(form.short.as_str())?;
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            (!rest.starts_with(in_word)).then_some(text.len() - rest.len())
        };
        let end = forms.iter().enumerate().find_map(|(n, form)| Some((end_of(form)?, n)));
        from = match end {
            Some((end, n)) => {
                found.push((at..end, n));
                end
            }
            None => text[at..].find(|c: char| !in_word(c)).map_or(text.len(), |len| at + len),
        };
    }
    found
}

fn overlaps(quoted: &Quotation, start: usize, end: usize) -> bool {
    (quoted.bytes[0] as usize) < end && start < quoted.bytes[1] as usize
}

/// The passages, each with a few lines before and after it. Passages whose excerpts would meet share one.
pub fn passage_excerpts(text: &str, passages: &[Passage], short_forms: &[Abbreviation]) -> Vec<Excerpt> {
    const AROUND: u32 = 3;
    let quoted: Vec<Quotation> = passages.iter().map(|p| Quotation::without_link(p.bytes)).collect();
    let layers = TextMarks { quotations: &quoted, matches: &[], abbreviations: short_forms };
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
    let excerpt = |(from, to, cited): (u32, u32, Passage)| Excerpt {
        lines: marked_lines(text, layers, from..=to),
        citation: cited.citation(),
    };
    ranges.into_iter().map(excerpt).collect()
}

/// The lines of all passages of a quotation, and the page of the first: "lines 606 to 609 and line 612, page 7 of the PDF".
pub fn cite_passages(report: &Report, passages: &[Passage]) -> String {
    let lines = crate::pages::phrasing::join_as_list(&passages.iter().map(Passage::citation).collect::<Vec<_>>());
    match passages.first().and_then(|first| report.source.place_of(first.lines[0])) {
        Some(PublishedPlace::Page(page)) => format!("{lines}, page {page} of the PDF"),
        _ => lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::lexicon::Lexicon;

    #[test]
    fn a_quotation_of_two_lines_is_marked_on_both_and_starts_once() {
        let text = "The force is\ngood. The end";
        let quoted = [Quotation::without_link([4, 18])];
        let found = marked_lines(text, TextMarks { quotations: &quoted, ..TextMarks::default() }, 1..=9);
        let marked: Vec<_> =
            found.iter().flat_map(|l| &l.parts).map(|p| (p.text.as_str(), p.quotation, p.is_start)).collect();
        assert_eq!(
            marked,
            [("The ", None, false), ("force is", Some(0), true), ("good.", Some(0), false), (" The end", None, false)]
        );
    }

    #[test]
    fn what_marks_a_heading_is_apart_from_its_words_and_never_part_of_a_quotation_that_has_only_the_words() {
        let quoted = [Quotation::without_link([3, 14])];
        let text = "## The summary {#summary}\n\nNo # mark.";
        let found = marked_lines(text, TextMarks { quotations: &quoted, ..TextMarks::default() }, 1..=3);
        let parts: Vec<_> = found
            .iter()
            .flat_map(|line| &line.parts)
            .map(|part| (part.text.as_str(), part.quotation, part.is_mark))
            .collect();
        let expected = [
            ("## ", None, true),
            ("The summary", Some(0), false),
            (" {#summary}", None, true),
            ("", None, false),
            ("No # mark.", None, false),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn the_shorter_of_two_quotations_is_marked_inside_the_longer() {
        let quoted = [[0, 10], [3, 6]].map(Quotation::without_link);
        let found = marked_lines("0123456789", TextMarks { quotations: &quoted, ..TextMarks::default() }, 1..=1);
        let marked: Vec<_> = found[0].parts.iter().map(|p| (p.text.as_str(), p.quotation)).collect();
        assert_eq!(marked, [("012", Some(0)), ("345", Some(1)), ("6789", Some(0))]);
    }

    #[test]
    fn a_phrase_may_continue_on_the_next_line_and_words_must_be_in_one_paragraph() {
        let text = "maximise evidential\r\nopportunities\n\nevidential bases\n";
        let places = |typed: &str| find_in_paragraphs(text, &Query::new(typed, &Lexicon::default()));
        assert_eq!(places("\"evidential opportunities\"").concat().first(), Some(&(9..34)));
        assert_eq!(places("evidential").len(), 2);
        assert_eq!(places("bases opportunities"), Vec::<Vec<Range<usize>>>::new());
    }

    #[test]
    fn search_words_and_abbreviations_are_marked_inside_a_quotation() {
        let quoted = [Quotation::without_link([0, 21])];
        let found = find_in_paragraphs("The OCGs meet weekly.", &Query::new("meet", &Lexicon::default())).concat();
        let form = Abbreviation {
            short: "OCG".into(),
            long: "organised crime group".into(),
            passages: Vec::new(),
            again: Vec::new(),
        };
        let layers = TextMarks { quotations: &quoted, matches: &found, abbreviations: &[form] };
        let lines = marked_lines("The OCGs meet weekly.", layers, 1..=1);
        let marked: Vec<_> =
            lines[0].parts.iter().map(|p| (p.text.as_str(), p.is_start, p.is_match, p.long_form.is_some())).collect();
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
