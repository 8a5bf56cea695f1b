//! Reads items that consist of a heading and its explanation, recognised only by position and punctuation.

use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::outline::{is_figure, may_be_heading};
use intake::block::{Block, BlockKind};
use model::problem::ProblemKind;
use model::{FindingKey, FindingKind};

/// A heading with its explanation, without figures.
pub struct HeadedItem<'b, 'a> {
    /// The heading.
    pub head: &'b Block<'a>,
    /// The paragraphs and list items under it.
    pub explanation: Vec<&'b Block<'a>>,
}

/// Adds headed items as findings of one kind; returns the key of the last.
///
/// A heading at the end of the whole text without an explanation is left out: it is the start of a paragraph in a text
/// that is cut off.
pub fn add_items(
    kind: FindingKind,
    items: Vec<HeadedItem>,
    context: &FindingContext,
    draft: &mut ReportDraft,
) -> Option<FindingKey> {
    let is_cut = |item: &HeadedItem, draft: &ReportDraft| item.explanation.is_empty() && draft.is_last_block(item.head);
    let asking = if kind == FindingKind::AreaForImprovement { join_non_asking(items, draft) } else { items };
    let whole: Vec<HeadedItem> = asking.into_iter().filter(|item| !is_cut(item, draft)).collect();
    whole.into_iter().map(|HeadedItem { head, explanation: rest }| draft.add_finding(kind, context, head, &rest)).last()
}

/// Joins items that neither ask for anything nor say what is not done to the area for improvement above them.
///
/// Words without a full stop may be a heading, or what a page break has left of a paragraph ("The team told").
fn join_non_asking<'b, 'a>(items: Vec<HeadedItem<'b, 'a>>, draft: &mut ReportDraft) -> Vec<HeadedItem<'b, 'a>> {
    let mut asking: Vec<HeadedItem> = Vec::new();
    for item in items {
        let text = item.head.text();
        // From 2023-25 on, some headings say what is not done instead: "The force doesn't consistently ...".
        let asks = ["should", "must", "need", "improve", "n't ", "n’t ", " not "].iter().any(|ask| text.contains(ask));
        match asking.last_mut().filter(|_| !asks) {
            Some(above) => {
                draft.add_problem(ProblemKind::Unfinished { words: text }, &[item.head]);
                above.explanation.push(item.head);
                above.explanation.extend(item.explanation);
            }
            None => asking.push(item),
        }
    }
    asking
}

/// Divides blocks into headed items.
///
/// If `opens`, the first block is a heading whatever its punctuation. If not, what comes before the first heading is an
/// introduction, and left out.
pub fn divide_items<'b, 'a>(blocks: &'b [Block<'a>], opens: bool) -> Vec<HeadedItem<'b, 'a>> {
    let mut items: Vec<HeadedItem> = Vec::new();
    // Where headings are marked, words and punctuation need not tell.
    let has_marks = blocks.iter().any(|block| block.heading_level.is_some());
    for (i, block) in blocks.iter().enumerate() {
        let is_marked = block.heading_level.is_some();
        let is_like_one = || !has_marks && (may_be_heading(block) || is_sentence_heading(blocks, i));
        let is_head = (opens && i == 0) || is_marked || is_like_one();
        match items.last_mut() {
            _ if is_head => items.push(HeadedItem { head: block, explanation: Vec::new() }),
            Some(item) if !is_figure(block) => item.explanation.push(block),
            _ => {}
        }
    }
    items
}

/// Whether a block is a heading that ends with a full stop: one sentence that asks for something, with an explanation
/// before it and one after it.
///
/// The last paragraph of an explanation often asks too ("The force should make sure that ..."), but a heading without a
/// full stop follows it, or nothing.
fn is_sentence_heading(blocks: &[Block], i: usize) -> bool {
    let is_paragraph = |b: &Block| b.kind == BlockKind::Plain && !may_be_heading(b);
    let explained = blocks.get(i + 1).is_some_and(is_paragraph);
    let after_explanation = i > 1 && !may_be_heading(&blocks[i - 1]);
    explained && after_explanation && is_paragraph(&blocks[i]) && is_request_to_force(&blocks[i].text())
}

/// Whether a text is one sentence that says what the force should do, by whatever name: "Exshire Police needs to
/// improve how it ...".
fn is_request_to_force(text: &str) -> bool {
    const NAMES: [&str; 4] = ["force", "constabulary", "service", "police"];
    const LONGEST: usize = 8;
    let asks = [" should ", " needs to ", " must "].iter().filter_map(|ask| text.find(ask)).min();
    let subject: Vec<&str> = text[..asks.unwrap_or_default()].split_whitespace().collect();
    let is_force = subject.last().is_some_and(|last| NAMES.contains(&last.to_lowercase().as_str()));
    let is_named = subject.iter().all(|word| word.starts_with(char::is_uppercase) || ["and", "of", "&"].contains(word));
    let is_called = subject.len() == 2 && subject[0] == "The";
    let is_one_sentence = text.ends_with('.') && !text.trim_end_matches('.').contains(". ");
    is_one_sentence && is_force && (is_called || (is_named && subject.len() <= LONGEST))
}
