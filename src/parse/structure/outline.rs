//! Recognises headings, grades and captions: what a block is, judging by its words alone.

use intake::block::{Block, BlockKind, LinePiece};
use intake::text::is_complete;
use model::folding::fold_phrase;
use model::{FindingKind, Grade, JudgmentStatus};
use std::collections::HashSet;
use std::ops::Range;

/// The kind of findings in a box with this heading; `None` if the block is not such a heading.
pub fn box_kind(block: &Block) -> Option<FindingKind> {
    const LONGEST: usize = 40;
    if block.kind != BlockKind::Plain || block.approximate_len() > LONGEST {
        return None;
    }
    // Boxes of one kind may be numbered: "Area for improvement 2".
    let words = fold_phrase(&block.text());
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = bare.ends_with(' ') && words.len() - bare.len() <= 2;
    Some(match if is_numbered { bare.trim_end() } else { words.as_str() } {
        "area for improvement" | "areas for improvement" => FindingKind::AreaForImprovement,
        "cause of concern" | "causes of concern" => FindingKind::CauseOfConcern,
        "recommendation" | "recommendations" => FindingKind::Recommendation,
        "innovative practice" => FindingKind::InnovativePractice,
        "promising practice" => FindingKind::PromisingPractice,
        "main finding" | "main findings" => FindingKind::MainFinding,
        _ => return None,
    })
}

/// Whether a heading begins like that of a box but has more words: "Areas for improvement (custody)".
///
/// A heading with a verb is of another kind: "Recommendations are followed up".
pub fn resembles_box_heading(block: &Block) -> bool {
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
    if block.approximate_len() > LONGEST || !may_be_heading(block) || box_kind(block).is_some() {
        return false;
    }
    let words = fold_phrase(&block.text());
    BOXES.iter().any(|start| words.starts_with(start)) && !VERBS.iter().any(|verb| words.contains(verb))
}

/// Reads a text that is a judgment and nothing else: a grade, or the words for its absence.
pub fn parse_judgment(text: &str) -> Option<(JudgmentStatus, Option<Grade>)> {
    let text = ["Grade:", "Judgment:", "Judgement:", "Grade –"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text)
        .trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    // Some copies of web pages have a stroke in the place of a line break.
    if let Some(grade) = Grade::from_printed(&text.replace('/', " ")) {
        return Some((JudgmentStatus::Graded, Some(grade)));
    }
    const WORDS: [(&str, JudgmentStatus); 8] = [
        ("ungraded", JudgmentStatus::Ungraded),
        ("not graded", JudgmentStatus::Ungraded),
        ("no grade", JudgmentStatus::Ungraded),
        ("not inspected", JudgmentStatus::NotInspected),
        ("not assessed", JudgmentStatus::NotInspected),
        ("pending", JudgmentStatus::Pending),
        ("not yet graded", JudgmentStatus::Pending),
        ("not yet inspected", JudgmentStatus::Pending),
    ];
    // "Not inspected in 2017" counts; a longer text is a sentence that begins with these words.
    let words = fold_phrase(text);
    let (word, state) = WORDS.iter().find(|(word, _)| words.starts_with(word))?;
    let rest = words[word.len()..].trim_start_matches(" in ");
    (rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit() || b == b'/')).then_some((*state, None))
}

/// The judgment in a block that contains nothing else.
pub fn block_judgment(block: &Block) -> Option<(JudgmentStatus, Option<Grade>)> {
    const LONGEST: usize = 60;
    if block.approximate_len() > LONGEST { None } else { parse_judgment(&block.text()) }
}

/// Whether a block can be a heading: it is marked as one, or has plain words that do not end a sentence and is not part of a
/// figure.
pub fn may_be_heading(block: &Block) -> bool {
    let is_bare = || block.kind == BlockKind::Plain && !is_complete(&block.tail().words) && !is_figure(block);
    block.heading_level.is_some() || is_bare()
}

/// Whether a block is a caption, source or note of a figure or table.
pub fn is_figure(block: &Block) -> bool {
    let starts = block.first_piece().text.trim_start_matches(['“', '‘']);
    if !["Fig", "fig", "FIG", "Sou", "sou", "SOU", "Not", "not", "NOT", "For", "for"]
        .iter()
        .any(|start| starts.starts_with(start))
    {
        return false;
    }
    let text = fold_phrase(&block.text());
    let is_numbered = text.strip_prefix("figure").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(':')
            || rest.split([':', ' ']).next().is_some_and(|n| n.parse::<u32>().is_ok()) && rest.contains(':')
    });
    is_numbered || ["source: ", "note: ", "for further information about"].iter().any(|start| text.starts_with(start))
}

/// Removes the numbers of headings: "3. Investigating crime", "1. How effective is the force at ...?".
pub fn remove_heading_numbers(blocks: &mut [Block]) {
    const LONGEST: usize = 200;
    for block in blocks.iter_mut().filter(|b| b.kind == BlockKind::Plain) {
        let first = block.first_piece();
        let digits = first.text.len() - first.text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = first.text[digits..].strip_prefix(['.', ')']).unwrap_or_default();
        let is_numbered =
            (1..=2).contains(&digits) && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        let length: usize = block.pieces.iter().map(|piece| piece.text.len()).sum();
        if is_numbered && length < LONGEST && !block.text().ends_with('.') {
            let piece = first.slice(digits + 1..first.text.len());
            block.start = piece.start;
            block.pieces[0] = piece;
        }
    }
}

/// Separates the headings of boxes from the first item, if it follows on the same line or the next.
///
/// "Area for improvement: The force should ...", "Areas for improvement • The force should ...".
pub fn split_box_headings<'a>(blocks: &[Block<'a>]) -> Vec<Block<'a>> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first = block.first_piece();
        let separators = [": ", " • "].iter().filter_map(|separator| first.text.find(separator));
        let ends = separators.chain((block.pieces.len() > 1).then_some(first.text.len()));
        let plain = |pieces: Vec<LinePiece<'a>>| block.with_pieces(pieces).into_plain();
        let is_box =
            |at: &usize| block.kind == BlockKind::Plain && box_kind(&plain(vec![first.slice(0..*at)])).is_some();
        let Some(at) = ends.filter(is_box).min() else {
            out.push(block.clone());
            continue;
        };
        let rest = first.slice(at..first.text.len());
        let has_bullet = rest.text.starts_with('•');
        let rest = rest.slice(rest.text.len() - rest.text.trim_start_matches([':', '•', ' ']).len()..rest.text.len());
        let item = Some(rest).into_iter().chain(block.pieces[1..].iter().copied());
        let item: Vec<LinePiece> = item.filter(|piece| !piece.text.is_empty()).collect();
        out.push(plain(vec![first.slice(0..at)]));
        if !item.is_empty() {
            let mark = if has_bullet { BlockKind::BulletItem } else { BlockKind::Plain };
            out.push(Block { kind: mark, bullet: has_bullet.then_some('•'), ..plain(item) });
        }
    }
    out
}

/// Takes links to other publications off the end, which a web page lists under a heading of their own.
pub fn split_off_related<'a>(blocks: &mut Vec<Block<'a>>) -> Vec<Block<'a>> {
    const HEADINGS: [&str; 6] = [
        "related publications",
        "related content",
        "related links",
        "related reports",
        "more publications",
        "see also",
    ];
    const LONGEST: usize = 160;
    let is_heading = |b: &Block| HEADINGS.contains(&fold_phrase(&b.text()).as_str());
    let is_link = |b: &Block| b.approximate_len() < LONGEST && !b.tail().words.ends_with('.');
    let start = blocks.iter().rposition(is_heading).filter(|start| blocks[start + 1..].iter().all(is_link));
    start.map(|start| blocks.split_off(start)).unwrap_or_default()
}

/// Makes list items of paragraphs that start in small letters under a colon: text extraction has lost their bullets.
pub fn mark_lost_items(blocks: &mut [Block]) {
    let mut is_in_list = false;
    for block in blocks {
        let words = block.tail().words;
        let is_lost = block.kind == BlockKind::Plain && block.first_piece().text.starts_with(char::is_lowercase);
        if is_in_list && is_lost {
            block.kind = BlockKind::BulletItem;
            is_in_list = !words.ends_with('.');
        } else {
            is_in_list = words.ends_with(':');
        }
    }
}

/// Separates these headings from the text right under them, if there is no blank line between.
pub fn split_headings<'a>(blocks: &[Block<'a>], headings: &[&str]) -> Vec<Block<'a>> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first_line = fold_phrase(block.pieces[0].text);
        let is_glued = block.pieces.len() > 1 && headings.iter().any(|h| fold_phrase(h) == first_line);
        if is_glued {
            let (heading, rest) = block.pieces.split_at(1);
            out.push(block.with_pieces(heading.to_vec()));
            out.push(block.with_pieces(rest.to_vec()).into_plain());
        } else {
            out.push(block.clone());
        }
    }
    out
}

/// Whether a text names one of these years.
pub fn names_year_in(text: &str, years: Range<u32>) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    numbers.filter_map(|number| number.parse().ok()).any(|year| years.contains(&year))
}

/// The first letters of the longer words of a name, for comparing different wordings.
fn word_stems(name: &str) -> Vec<String> {
    const STEM: usize = 5;
    let words = fold_phrase(name);
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() >= 4);
    words.map(|w| w.chars().take(STEM).collect()).collect()
}

/// How similar two names are: the number of longer words of `one` that begin like a word of `other`.
pub fn similarity(one: &str, other: &str) -> usize {
    let others = word_stems(other);
    word_stems(one).iter().filter(|stem| others.contains(stem)).count()
}

/// Whether a sentence about this topic is about the whole of what a name stands for: it does the same, and has most of the
/// longer words. "Identifying vulnerable people" is only a part of "Protecting vulnerable people".
pub fn is_same_topic(name: &str, topic: &str) -> bool {
    let [named, said] = [name, topic].map(word_stems);
    let common = named.iter().collect::<HashSet<_>>().intersection(&said.iter().collect()).count();
    let does_same = said.first().is_some_and(|first| named.contains(first));
    does_same && 2 * common > named.len().max(said.len())
}

/// Whether two names are wordings of the same question or area: more than half of the longer words of the shorter name
/// are in the other.
pub fn is_similar(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| word_stems(name).into_iter().collect::<HashSet<String>>());
    2 * one.intersection(&other).count() > one.len().min(other.len())
}
