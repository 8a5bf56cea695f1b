//! Divides content that does not fit on one screen into several slides, by its parts, in order and without loss.

use crate::grid_division::divide_grid;
use crate::layout;
use crate::slide::{Slide, SlideBody, SlideParagraph};
use explore::pages::numbers::Chart;

/// The longest title of a slide, in characters. The whole title of a longer one is among the caveats.
const MAX_TITLE: usize = 110;
/// The longest piece of text that is kept together if its paragraph has to be divided, in characters.
const MAX_PIECE: usize = 240;

/// Divides a slide into slides that fit on a screen; at least one. `complete` finishes a part of a grid, with the title and
/// the caveats that hold for it.
pub fn divide(slide: Slide, complete: &dyn Fn(Slide) -> Slide) -> Vec<Slide> {
    let parts = divide_body(slide.clone(), complete);
    if parts.is_empty() { vec![slide] } else { parts }
}

fn divide_body(mut slide: Slide, complete: &dyn Fn(Slide) -> Slide) -> Vec<Slide> {
    if !matches!(slide.body, SlideBody::Heading) && slide.title.chars().count() > MAX_TITLE {
        slide.caveats.insert(0, slide.title.clone());
        slide.title = shorten(&slide.title);
    }
    let with_body = |body| Slide { body, ..slide.clone() };
    match slide.body.clone() {
        SlideBody::Heading => {
            let with_title = |words: &[String]| Slide { title: words.join(" "), ..slide.clone() };
            let words = slide.title.split_whitespace().flat_map(|word| pieces(word, MAX_PIECE)).collect();
            let parts = group(words, |words| layout::fits(&with_title(words)));
            parts.iter().map(|words| with_title(words)).collect()
        }
        SlideBody::Finding { kind, kind_class, paragraphs } => divide_paragraphs(paragraphs, |paragraphs| {
            let (kind, kind_class) = (kind.clone(), kind_class.clone());
            with_body(SlideBody::Finding { kind, kind_class, paragraphs })
        }),
        SlideBody::Unchecked(paragraphs) => {
            divide_paragraphs(paragraphs, |paragraphs| with_body(SlideBody::Unchecked(paragraphs)))
        }
        SlideBody::FindingList(findings) => {
            let with_findings = |findings: &[[String; 3]]| with_body(SlideBody::FindingList(findings.to_vec()));
            let split = |finding: [String; 3]| {
                if layout::fits(&with_findings(std::slice::from_ref(&finding))) {
                    return vec![finding];
                }
                let [kind, text, source] = finding;
                pieces(&text, 3 * MAX_PIECE).into_iter().map(|text| [kind.clone(), text, source.clone()]).collect()
            };
            let findings = findings.into_iter().flat_map(split).collect();
            divide_rows(findings, with_findings)
        }
        SlideBody::Judgments(rows) => divide_rows(rows, |rows| with_body(SlideBody::Judgments(rows.to_vec()))),
        SlideBody::Sources(rows) => divide_rows(rows, |rows| with_body(SlideBody::Sources(rows.to_vec()))),
        SlideBody::Title(rows) => divide_rows(rows, |rows| with_body(SlideBody::Title(rows.to_vec()))),
        SlideBody::Chart(chart) => divide_rows(chart.rows.clone(), |rows| {
            with_body(SlideBody::Chart(Chart { rows: rows.to_vec(), ..chart.clone() }))
        }),
        SlideBody::Timeline(grid) => divide_grid(grid, &|grid| complete(with_body(SlideBody::Timeline(grid)))),
        SlideBody::Comparison(grid) => divide_grid(grid, &|grid| complete(with_body(SlideBody::Comparison(grid)))),
        SlideBody::Number(_) => vec![slide],
    }
}

/// Divides rows into slides, about equally many on each. `slide` makes the slide of some of them.
pub fn divide_rows<T: Clone>(rows: Vec<T>, slide: impl Fn(&[T]) -> Slide) -> Vec<Slide> {
    let groups = group(rows.clone(), |rows| layout::fits(&slide(rows)));
    let each = rows.len().div_ceil(groups.len().max(1)).max(1);
    let equal: Vec<Slide> = rows.chunks(each).map(&slide).collect();
    if equal.iter().all(layout::fits) { equal } else { groups.iter().map(|rows| slide(rows)).collect() }
}

/// Divides paragraphs into slides: between paragraphs or, in a paragraph that is too long, after a sentence.
fn divide_paragraphs(paragraphs: Vec<SlideParagraph>, slide: impl Fn(Vec<SlideParagraph>) -> Slide) -> Vec<Slide> {
    let split = |(n, paragraph): (usize, SlideParagraph)| {
        let texts = if layout::fits(&slide(vec![paragraph.clone()])) {
            vec![paragraph.text.clone()]
        } else {
            pieces(&paragraph.text, MAX_PIECE)
        };
        texts.into_iter().map(move |text| (n, SlideParagraph { text, ..paragraph.clone() }))
    };
    let parts = paragraphs.into_iter().enumerate().flat_map(split).collect();
    group(parts, |parts| layout::fits(&slide(join_pieces(parts))))
        .iter()
        .map(|parts| slide(join_pieces(parts)))
        .collect()
}

/// Joins the pieces of each paragraph, which is given by its number.
fn join_pieces(parts: &[(usize, SlideParagraph)]) -> Vec<SlideParagraph> {
    let mut joined: Vec<(usize, SlideParagraph)> = Vec::new();
    for (n, piece) in parts {
        match joined.last_mut().filter(|(last, _)| last == n) {
            Some((_, paragraph)) => paragraph.text = format!("{} {}", paragraph.text, piece.text),
            None => joined.push((*n, piece.clone())),
        }
    }
    joined.into_iter().map(|(_, paragraph)| paragraph).collect()
}

/// Groups parts in order, as many in each group as fit. A part that does not fit alone gets a group of its own.
fn group<T: Clone>(parts: Vec<T>, fits: impl Fn(&[T]) -> bool) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for part in parts {
        if let Some(last) = groups.last_mut() {
            last.push(part);
            if fits(last) {
                continue;
            }
            let part = last.split_off(last.len() - 1);
            groups.push(part);
        } else {
            groups.push(vec![part]);
        }
    }
    groups
}

/// A text in pieces of at most `max` characters: as many whole sentences as fit or, of a longer sentence, as many words
/// or, of a longer word, as many letters.
fn pieces(text: &str, max: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut is_sentence_end = true;
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (n, part) in letters.chunks(max).enumerate() {
            let part: String = part.iter().collect();
            let length = part.chars().count();
            let last = pieces.last_mut().filter(|last| last.chars().count() + 1 + length <= max && n == 0);
            // Half a piece is enough before the end of a sentence, so that sentences stay whole.
            match last.filter(|last| !is_sentence_end || last.chars().count() < max / 2) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&part);
                }
                None => pieces.push(part),
            }
        }
        is_sentence_end = word.ends_with(['.', '?', '!', ';']);
    }
    pieces
}

/// The start of a title, as many whole words as there is room for.
fn shorten(title: &str) -> String {
    let start: String = title.chars().take(MAX_TITLE).collect();
    let words = start.rsplit_once(char::is_whitespace).map_or(start.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_grouped_in_order_and_only_a_single_one_exceeds_the_limit() {
        let groups = group(vec![3, 4, 9, 1, 1], |parts| parts.iter().sum::<usize>() <= 7);
        assert_eq!(groups, [vec![3, 4], vec![9], vec![1, 1]]);
        assert!(group(Vec::<usize>::new(), |_| true).is_empty());
    }

    #[test]
    fn texts_are_divided_after_sentences_then_words_then_letters_and_nothing_is_lost() {
        assert_eq!(pieces("One two. Three four five.", 16), ["One two.", "Three four five."]);
        assert_eq!(pieces("One two three four", 9), ["One two", "three", "four"]);
        assert_eq!(pieces("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        let long = "The force should improve. ".repeat(40);
        assert_eq!(pieces(&long, MAX_PIECE).join(" "), long.trim());
    }

    #[test]
    fn a_long_title_is_shortened_after_a_word() {
        let title = shorten(&"word, ".repeat(40));
        assert!(title.ends_with("word…") && title.chars().count() <= MAX_TITLE + 1, "{title}");
    }
}
