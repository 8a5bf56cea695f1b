//! The table of judgments of 2017: a question, its grade and the year it was last inspected in each row.

use super::block::{Block, Mark, Piece};
use super::draft::Draft;
use super::outline::{likeness, printed_judgment};
use super::role::Role;
use crate::fold::fold;
use crate::model::{Grade, State};
use crate::problem::Kind;

/// No report has nearly as many questions.
const MOST_ROWS: usize = 60;

/// A row of the table.
pub struct Row<'a> {
    pub name: Block<'a>,
    pub stated: Block<'a>,
    pub state: State,
    pub grade: Option<Grade>,
    pub year: Option<String>,
}

/// Reads the rows, whether their cells are parted by tabs or spaces or stand one to a line.
///
/// A grade of another year than `cycle` is carried forward.
pub fn read<'a>(table: &[Block<'a>], cycle: &str, draft: &mut Draft) -> Vec<Row<'a>> {
    let is_head = |b: &Block| b.pieces.iter().any(|piece| fold(piece.text).contains("last inspected"));
    let Some(head) = table.iter().position(is_head) else {
        let expected = "a row that says 'Question', 'Grade' and 'Last inspected'".to_string();
        draft.problem(Kind::BrokenTable { expected }, &table.first().into_iter().collect::<Vec<_>>());
        return Vec::new();
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut name: Vec<(Piece, &Block)> = Vec::new();
    for (block, cell) in cells(&table[head..]) {
        let of = |piece| Block { pieces: vec![piece], mark: Mark::None, marked_at: piece.start, ..block.clone() };
        let judged = printed_judgment(cell.text).filter(|_| !name.is_empty());
        if let Some((state, grade)) = judged {
            let pieces: Vec<Piece> = name.drain(..).map(|(piece, _)| piece).collect();
            let name = Block { pieces, ..of(cell) }.unmarked();
            rows.push(Row { name, stated: of(cell), state, grade, year: None });
            draft.mark(block, Role::Judgment);
        } else if let (Some(row), true) = (rows.last_mut(), is_year(cell.text) && name.is_empty()) {
            row.year = Some(cell.text.to_string());
            draft.mark(block, Role::Judgment);
        } else if !matches!(cell.text, "–" | "-" | "—") {
            name.push((cell, block));
        }
    }
    if rows.len() > MOST_ROWS {
        draft.problem(Kind::BrokenTable { expected: format!("at most {MOST_ROWS} rows") }, &[]);
        rows.clear();
    }
    let is_carried = |row: &Row| row.state == State::Graded && row.year.as_deref().is_some_and(|year| year != cycle);
    rows.iter_mut().filter(|row| is_carried(row)).for_each(|row| row.state = State::CarriedForward);
    let left: Vec<&Block> = name.iter().map(|(_, block)| *block).collect();
    if rows.is_empty() || !left.is_empty() {
        let expected = "a question, its grade and a year in each row".to_string();
        draft.problem(Kind::BrokenTable { expected }, &left);
    }
    rows
}

fn is_year(words: &str) -> bool {
    words.len() == 4 && words.bytes().all(|b| b.is_ascii_digit())
}

/// The cells behind the head of the table, in order, with the blocks that they stand in.
fn cells<'b, 'a>(table: &'b [Block<'a>]) -> impl Iterator<Item = (&'b Block<'a>, Piece<'a>)> {
    let pieces = table.iter().flat_map(|block| block.pieces.iter().map(move |piece| (block, *piece)));
    let behind = pieces.skip_while(|(_, piece)| !fold(piece.text).contains("last inspected")).skip(1);
    behind.flat_map(|(block, piece)| in_line(piece).into_iter().map(move |cell| (block, cell)))
}

/// The cells of one line: parted by tabs or wide gaps, or, where neither is there, a year and a grade at its end.
fn in_line(line: Piece) -> Vec<Piece> {
    let mut cells = Vec::new();
    let mut from = 0;
    while from < line.text.len() {
        let gap = line.text[from..].find('\t').into_iter().chain(line.text[from..].find("  ")).min();
        let to = gap.map_or(line.text.len(), |at| from + at);
        cells.push(line.part(from..to));
        from = to + 1;
    }
    cells.retain(|cell| !cell.text.is_empty());
    if let [only] = cells.as_slice() {
        let year = only.text.rfind(' ').filter(|at| is_year(&only.text[at + 1..]));
        let before = only.part(0..year.unwrap_or(only.text.len()));
        let words = before.text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
        let grade = words.into_iter().find(|at| printed_judgment(&before.text[at + 1..]).is_some());
        let year = year.map(|at| only.part(at..only.text.len()));
        return match grade {
            Some(at) => [before.part(0..at), before.part(at..before.text.len())].into_iter().chain(year).collect(),
            None => cells,
        };
    }
    cells
}

/// The row with the name of the section, or else the row whose name is most like it.
pub fn row_of(section: &str, rows: &[Row]) -> Option<usize> {
    let names: Vec<String> = rows.iter().map(|r| r.name.text()).collect();
    let exact = names.iter().position(|name| fold(name) == fold(section));
    exact.or_else(|| {
        let (n, likeness) =
            names.iter().enumerate().map(|(n, name)| (n, likeness(name, section))).max_by_key(|(_, l)| *l)?;
        (likeness > 0).then_some(n)
    })
}
