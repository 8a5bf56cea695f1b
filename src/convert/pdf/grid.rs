//! Grids of rules: tables, and boxes around text.

use super::columns::append;
use super::lines::{Cell, Line};
use hayro_interpret::kurbo::Rect;

/// Rules that touch each other.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What they enclose.
    pub area: Rect,
    /// The places of the vertical rules, from left to right.
    columns: Vec<f64>,
    /// The places of the horizontal rules, from top to bottom.
    rows: Vec<f64>,
}

/// Rules that are nearer to each other than this are one.
const NEAR: f64 = 3.5;

/// The grids on a page. Thin rectangles are rules; others are drawn by their four edges.
pub fn find(shapes: &[Rect]) -> Vec<Grid> {
    const LEAST: f64 = 20.0;
    let mut groups: Vec<(Rect, Vec<Rect>)> = Vec::new();
    for shape in shapes {
        let mut joined = (*shape, vec![*shape]);
        groups.retain(|(area, members)| {
            let touches = area.inflate(NEAR, NEAR).intersect(shape.inflate(NEAR, NEAR)).area() > 0.0
                && members.iter().any(|member| is_touching(member, shape));
            if touches {
                joined.0 = joined.0.union(*area);
                joined.1.extend(members);
            }
            !touches
        });
        groups.push(joined);
    }
    let is_grid = |(area, _): &(Rect, Vec<Rect>)| area.width() > LEAST && area.height() > LEAST / 2.0;
    groups.into_iter().filter(is_grid).filter_map(|(area, members)| Grid::new(area, &members)).collect()
}

fn is_touching(one: &Rect, other: &Rect) -> bool {
    let (one, other) = (one.inflate(NEAR / 2.0, NEAR / 2.0), other.inflate(NEAR / 2.0, NEAR / 2.0));
    one.x0 <= other.x1 && other.x0 <= one.x1 && one.y0 <= other.y1 && other.y0 <= one.y1
}

impl Grid {
    fn new(area: Rect, members: &[Rect]) -> Option<Grid> {
        const THIN: f64 = 3.0;
        let (mut columns, mut rows) = (Vec::new(), Vec::new());
        for member in members {
            let (is_upright, is_flat) = (member.width() <= THIN, member.height() <= THIN);
            if !is_flat {
                columns.extend(if is_upright { vec![member.center().x] } else { vec![member.x0, member.x1] });
            }
            if !is_upright {
                rows.extend(if is_flat { vec![member.center().y] } else { vec![member.y0, member.y1] });
            }
        }
        let grid = Grid { area, columns: distinct(columns), rows: distinct(rows) };
        (grid.columns.len() >= 2 && grid.rows.len() >= 2).then_some(grid)
    }

    /// Whether it is a table, and not a box around text.
    pub fn is_table(&self) -> bool {
        self.columns.len() > 2
    }

    /// Whether a rule stands between two places of a line, so that they are in different cells.
    pub fn separates(&self, from: f64, to: f64, y: f64) -> bool {
        let is_inside = self.is_table() && (self.area.y0..self.area.y1).contains(&y);
        is_inside && self.columns.iter().any(|rule| (from - 1.0..to + 1.0).contains(rule))
    }

    /// Whether a line is inside.
    pub fn has(&self, line: &Line) -> bool {
        let middle = line.y - 0.3 * line.size;
        (self.area.y0 - 1.0..self.area.y1 + 1.0).contains(&middle)
            && line.end() > self.area.x0
            && line.x() < self.area.x1
    }

    /// The cells of a table with the words of these lines.
    pub fn table_rows(&self, lines: &[Line]) -> Vec<Vec<String>> {
        let (width, height) = (self.columns.len() - 1, self.rows.len() - 1);
        let mut cells = vec![vec![String::new(); width]; height];
        for line in lines {
            for Cell { x, end, text } in &line.cells {
                let column = place(&self.columns, (x + end) / 2.0).min(width - 1);
                let row = place(&self.rows, line.y - 0.3 * line.size).min(height - 1);
                append(&mut cells[row][column], text);
            }
        }
        cells.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        cells
    }
}

/// The index of the interval that a number is in.
fn place(edges: &[f64], number: f64) -> usize {
    edges.iter().rposition(|edge| *edge <= number).unwrap_or(0)
}

/// Numbers in order, without those that are nearly the same.
fn distinct(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.dedup_by(|later, earlier| *later - *earlier < NEAR);
    numbers
}
