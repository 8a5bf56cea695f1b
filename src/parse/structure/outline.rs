//! Headings, grades and captions: what kind of thing a block is by its words alone.

use intake::block::{Block, Mark, Piece};
use intake::text::is_finished;
use model::fold::fold;
use model::{FindingKind, Grade, State};
use std::collections::HashSet;

/// A heading under which formal items stand.
pub fn box_kind(block: &Block) -> Option<FindingKind> {
    const LONGEST: usize = 40;
    if block.mark != Mark::None || block.length() > LONGEST {
        return None;
    }
    // Boxes of one kind may be counted: "Area for improvement 2".
    let words = fold(&block.text());
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_counted = bare.ends_with(' ') && words.len() - bare.len() <= 2;
    Some(match if is_counted { bare.trim_end() } else { words.as_str() } {
        "area for improvement" | "areas for improvement" => FindingKind::AreaForImprovement,
        "cause of concern" | "causes of concern" => FindingKind::CauseOfConcern,
        "recommendation" | "recommendations" => FindingKind::Recommendation,
        "innovative practice" => FindingKind::InnovativePractice,
        "promising practice" => FindingKind::PromisingPractice,
        "main finding" | "main findings" => FindingKind::MainFinding,
        _ => return None,
    })
}

/// Whether a heading begins like one of a box and says more: "Areas for improvement (custody)".
///
/// One with a verb is a heading of another kind: "Recommendations are followed up".
pub fn is_like_box(block: &Block) -> bool {
    const LONGEST: usize = 70;
    const BOXES: [&str; 8] = [
        "area for improvement",
        "areas for improvement",
        "cause of concern",
        "causes of concern",
        "recommendation",
        "innovative practice",
        "promising practice",
        "main finding",
    ];
    const VERBS: [&str; 8] = [" is ", " are ", " has ", " have ", " was ", " were ", " should ", " need"];
    if block.length() > LONGEST || !is_heading(block) || box_kind(block).is_some() {
        return false;
    }
    let words = fold(&block.text());
    BOXES.iter().any(|start| words.starts_with(start)) && !VERBS.iter().any(|verb| words.contains(verb))
}

/// A judgment printed as a word of its own: a grade, or the word for its absence.
pub fn printed_judgment(text: &str) -> Option<(State, Option<Grade>)> {
    let text = ["Grade:", "Judgment:", "Judgement:", "Grade –"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text)
        .trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    if let Some(grade) = Grade::from_words(text) {
        return Some((State::Graded, Some(grade)));
    }
    const WORDS: [(&str, State); 8] = [
        ("ungraded", State::Ungraded),
        ("not graded", State::Ungraded),
        ("no grade", State::Ungraded),
        ("not inspected", State::NotInspected),
        ("not assessed", State::NotInspected),
        ("pending", State::Pending),
        ("not yet graded", State::Pending),
        ("not yet inspected", State::Pending),
    ];
    // "Not inspected in 2017"; a sentence that begins so says more.
    let words = fold(text);
    let (word, state) = WORDS.iter().find(|(word, _)| words.starts_with(word))?;
    let rest = words[word.len()..].trim_start_matches(" in ");
    (rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit() || b == b'/')).then_some((*state, None))
}

/// The judgment that a block is, if it is nothing else.
pub fn judgment_of(block: &Block) -> Option<(State, Option<Grade>)> {
    const LONGEST: usize = 60;
    if block.length() > LONGEST { None } else { printed_judgment(&block.text()) }
}

/// Whether the block could be a heading: plain words that end no sentence, and no part of a figure.
pub fn is_heading(block: &Block) -> bool {
    block.mark == Mark::None && !is_finished(&block.tail().words) && !is_figure(block)
}

/// Captions, sources and notes of figures and tables.
pub fn is_figure(block: &Block) -> bool {
    let starts = block.first().text.trim_start_matches(['“', '‘']);
    if !["Fig", "fig", "FIG", "Sou", "sou", "SOU", "Not", "not", "NOT", "For", "for"]
        .iter()
        .any(|start| starts.starts_with(start))
    {
        return false;
    }
    let text = fold(&block.text());
    let is_numbered = text.strip_prefix("figure").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(':')
            || rest.split([':', ' ']).next().is_some_and(|n| n.parse::<u32>().is_ok()) && rest.contains(':')
    });
    is_numbered || ["source: ", "note: ", "for further information about"].iter().any(|start| text.starts_with(start))
}

/// Takes the numbers off headings: "3. Investigating crime", "1. How effective is the force at ...?".
pub fn unnumber(blocks: &mut [Block]) {
    const LONGEST: usize = 200;
    for block in blocks.iter_mut().filter(|b| b.mark == Mark::None) {
        let first = block.first();
        let digits = first.text.len() - first.text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = first.text[digits..].strip_prefix(['.', ')']).unwrap_or_default();
        let is_numbered =
            (1..=2).contains(&digits) && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        let length: usize = block.pieces.iter().map(|piece| piece.text.len()).sum();
        if is_numbered && length < LONGEST && !block.text().ends_with('.') {
            let piece = first.part(digits + 1..first.text.len());
            block.marked_at = piece.start;
            block.pieces[0] = piece;
        }
    }
}

/// Parts boxes whose heading stands right above or in the line of their first item.
///
/// "Area for improvement: The force should ...", "Areas for improvement • The force should ...".
pub fn part_boxes<'a>(blocks: &[Block<'a>]) -> Vec<Block<'a>> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first = block.first();
        let marks = [": ", " • "].iter().filter_map(|mark| first.text.find(mark));
        let ends = marks.chain((block.pieces.len() > 1).then_some(first.text.len()));
        let of = |pieces: Vec<Piece<'a>>| block.part(pieces).unmarked();
        let is_box = |at: &usize| block.mark == Mark::None && box_kind(&of(vec![first.part(0..*at)])).is_some();
        let Some(at) = ends.filter(is_box).min() else {
            out.push(block.clone());
            continue;
        };
        let rest = first.part(at..first.text.len());
        let bullet = rest.text.starts_with('•');
        let rest = rest.part(rest.text.len() - rest.text.trim_start_matches([':', '•', ' ']).len()..rest.text.len());
        let behind = Some(rest).into_iter().chain(block.pieces[1..].iter().copied());
        let behind: Vec<Piece> = behind.filter(|piece| !piece.text.is_empty()).collect();
        out.push(of(vec![first.part(0..at)]));
        if !behind.is_empty() {
            let mark = if bullet { Mark::Bullet } else { Mark::None };
            out.push(Block { mark, sign: bullet.then_some('•'), ..of(behind) });
        }
    }
    out
}

/// Parts a heading from the words set right under it without a blank line.
pub fn part_headings<'a>(blocks: &[Block<'a>], headings: &[&str]) -> Vec<Block<'a>> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first_line = fold(block.pieces[0].text);
        let is_glued = block.pieces.len() > 1 && headings.iter().any(|h| fold(h) == first_line);
        if is_glued {
            let (heading, rest) = block.pieces.split_at(1);
            out.push(block.part(heading.to_vec()));
            out.push(block.part(rest.to_vec()).unmarked());
        } else {
            out.push(block.clone());
        }
    }
    out
}

/// The beginnings of a name's longer words, by which wordings are compared.
fn stems(name: &str) -> Vec<String> {
    const STEM: usize = 5;
    let words = fold(name);
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() >= 4);
    words.map(|w| w.chars().take(STEM).collect()).collect()
}

/// How much two names have in common: the number of longer words of `one` that begin like a word of `other`.
pub fn likeness(one: &str, other: &str) -> usize {
    let others = stems(other);
    stems(one).iter().filter(|stem| others.contains(stem)).count()
}

/// Whether two names are wordings of one: more than half of the longer words of the shorter are in the other.
pub fn is_alike(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| stems(name).into_iter().collect::<HashSet<String>>());
    2 * one.intersection(&other).count() > one.len().min(other.len())
}
