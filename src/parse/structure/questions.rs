//! Separates questions from the grades printed with them, whether on the same line, on the next, or in a column.

use crate::structure::outline::block_judgment;
use intake::block::{Block, BlockKind, LinePiece};
use model::folding::fold_phrase;

/// Splits every block that starts with a question into the question, its grade and what follows.
///
/// "How effective is the force at ...?  Good" and the same over several lines become two blocks, and each
/// further question in the block becomes a block of its own.
pub fn split_questions<'a>(blocks: &[Block<'a>]) -> Vec<Block<'a>> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match split_columns(block) {
            _ if !starts_question(block.first_piece()) => out.push(block.clone()),
            Some((question, grade)) => out.extend([question, grade]),
            None if block.kind == BlockKind::Plain => split_block(block, &mut out),
            None => out.push(block.clone()),
        }
    }
    out
}

/// The folded first words of the questions that reports grade.
pub const QUESTION_STARTS: [&str; 7] = [
    "how effective is ",
    "how effective are ",
    "how accurately does ",
    "how well does ",
    "how well is ",
    "to what extent are ",
    "to what extent does ",
];

/// Whether a piece starts with the first words of a question.
fn starts_question(piece: &LinePiece) -> bool {
    let words = fold_phrase(&piece.text.chars().take(24).collect::<String>()) + " ";
    QUESTION_STARTS.iter().any(|start| words.starts_with(start))
}

/// Splits a question from its grade in a column beside it, separated by a tab or spaces.
fn split_columns<'a>(block: &Block<'a>) -> Option<(Block<'a>, Block<'a>)> {
    const GAP: &str = "   ";
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for piece in &block.pieces {
        match piece.text.find('\t').or_else(|| piece.text.find(GAP)) {
            Some(at) => {
                left.push(piece.slice(0..at));
                right.push(piece.slice(at..piece.text.len()));
            }
            None => left.push(*piece),
        }
    }
    left.retain(|piece| !piece.text.is_empty());
    right.retain(|piece| !piece.text.is_empty());
    let plain = |pieces: Vec<LinePiece<'a>>| block.with_pieces(pieces).into_plain();
    if left.is_empty() || right.is_empty() {
        return None;
    }
    Some((plain(left), plain(right))).filter(|(_, grade)| is_judgment(grade))
}

/// Splits a block after each question and after each grade that follows one, and appends the parts to `out`.
fn split_block<'a>(block: &Block<'a>, out: &mut Vec<Block<'a>>) {
    let plain = |pieces: Vec<LinePiece<'a>>| block.with_pieces(pieces).into_plain();
    let mut open: Vec<LinePiece> = Vec::new();
    let mut is_asked = false;
    let mut pieces = block.pieces.iter().copied();
    while let Some(piece) = pieces.next() {
        if is_asked && open.last().is_some_and(|last| last.text.ends_with('?')) {
            // A question is followed by its grade, on one line or two, or by other words.
            let two = pieces.clone().next().map(|next| vec![piece, next]);
            let grade =
                [Some(vec![piece]), two].into_iter().flatten().find(|pieces| is_judgment(&plain(pieces.clone())));
            if let Some(grade) = grade {
                pieces.by_ref().take(grade.len() - 1).for_each(drop);
                out.push(plain(std::mem::take(&mut open)));
                out.push(plain(grade));
                is_asked = false;
                continue;
            }
            if starts_question(&piece) {
                out.push(plain(std::mem::take(&mut open)));
                is_asked = false;
            }
        }
        match piece.text.find('?') {
            Some(at) if !is_asked => {
                let (question, rest) = (piece.slice(0..at + 1), piece.slice(at + 1..piece.text.len()));
                open.push(question);
                is_asked = true;
                if is_judgment(&plain(vec![rest])) {
                    out.push(plain(std::mem::take(&mut open)));
                    out.push(plain(vec![rest]));
                    is_asked = false;
                } else if !rest.text.is_empty() {
                    open.push(rest);
                }
            }
            _ => open.push(piece),
        }
    }
    if !open.is_empty() {
        out.push(plain(open));
    }
}

fn is_judgment(block: &Block) -> bool {
    block_judgment(block).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::division::divide_lines;
    use model::line::source_lines;

    fn parted(text: &str) -> Vec<String> {
        let lines: Vec<_> = source_lines(text).collect();
        split_questions(&divide_lines(&lines).blocks).iter().map(Block::text).collect()
    }

    #[test]
    fn a_question_is_split_from_its_grade_and_from_the_next_question() {
        let text = "How effective is the force at this\nand that?  Good\nHow effective is it?\nRequires\nimprovement\nIt fell.";
        assert_eq!(
            parted(text),
            [
                "How effective is the force at this and that?",
                "Good",
                "How effective is it?",
                "Requires improvement",
                "It fell."
            ]
        );
    }

    #[test]
    fn a_grade_may_be_in_a_column_beside_its_question() {
        let text =
            "How effective is the force at serious      Requires\nand organised crime?                    improvement";
        assert_eq!(
            parted(text),
            ["How effective is the force at serious and organised crime?", "Requires improvement"]
        );
        assert_eq!(parted("How effective is it?\tGOOD"), ["How effective is it?", "GOOD"]);
    }

    #[test]
    fn a_question_without_a_grade_stays_whole() {
        assert_eq!(parted("How effective is it? We asked\ntwice."), ["How effective is it? We asked twice."]);
        let wrapped = "How effectively does it act? A\ngood\nforce does.";
        assert_eq!(parted(wrapped), ["How effectively does it act? A good force does."]);
        let wrapped = "How effective is it? A\ngood\nforce is.";
        assert_eq!(parted(wrapped), ["How effective is it? A good force is."]);
    }
}
