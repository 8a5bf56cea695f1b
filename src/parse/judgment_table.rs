//! The table of judgments of a 2021/22 report: a column for each grade, the areas' short names in the cells.

use super::block::{Block, Mark};
use super::draft::Draft;
use super::outline::likeness;
use super::role::Role;
use crate::fold::fold;
use crate::model::{Grade, Judgment, Passage};
use crate::problem::Kind;

/// The filled cells of the table.
#[derive(Default)]
pub struct Table {
    entries: Vec<Entry>,
}

/// No report has nearly as many areas.
const MOST_ENTRIES: usize = 60;

struct Entry {
    name: String,
    grade: Grade,
    passage: Passage,
}

impl Table {
    /// Reads the rows under the one that names the grades.
    pub fn read(section: &[Block], draft: &mut Draft) -> Table {
        let rows: Vec<&Block> = section.iter().filter(|b| b.mark == Mark::Row).collect();
        let header: Vec<Option<Grade>> =
            rows.first().map(|row| row.cells().map(|cell| Grade::from_words(cell.text)).collect()).unwrap_or_default();
        if header.iter().flatten().count() < 2 {
            let expected = "a row that names the grades, over the areas".to_string();
            draft.problem(Kind::BrokenTable { expected }, &[&section[0]]);
            return Table::default();
        }
        draft.mark(rows[0], Role::Heading);
        let mut entries = Vec::new();
        for row in &rows[1..] {
            draft.mark(row, Role::Judgment);
            for (cell, grade) in row.cells().zip(&header).filter(|(cell, _)| !cell.text.is_empty()) {
                let passage = super::block::place(&cell);
                match grade {
                    Some(grade) => entries.push(Entry { name: cell.text.to_string(), grade: *grade, passage }),
                    None => draft.problem(Kind::UnmatchedTableName { name: cell.text.to_string() }, &[row]),
                }
            }
        }
        if entries.len() > MOST_ENTRIES {
            draft.problem(Kind::BrokenTable { expected: format!("at most {MOST_ENTRIES} areas") }, &[rows[0]]);
            entries.clear();
        }
        Table { entries }
    }

    /// The grade under which the table has the area of that name, or the name most like it.
    pub fn grade_of(&self, name: &str) -> Option<Grade> {
        let likeness =
            |entry: &Entry| if fold(&entry.name) == fold(name) { usize::MAX } else { likeness(&entry.name, name) };
        let best = self.entries.iter().max_by_key(|entry| likeness(entry))?;
        (likeness(best) > 0).then_some(best.grade)
    }

    /// Gives each judgment its short name from the table.
    ///
    /// A name goes to the judgment with the same grade that is most like it; one that is like none ("Good
    /// use of resources") goes to the judgment of its grade that is left over, if just one is.
    pub fn join(&mut self, draft: &mut Draft) {
        let mut free: Vec<usize> = (0..draft.judgments.len()).filter(|i| draft.judgments[*i].grade.is_some()).collect();
        let mut left = Vec::new();
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (n, entry) in self.entries.iter().enumerate() {
            pairs.extend(free.iter().map(|i| (closeness(entry, &draft.judgments[*i]), n, *i)));
        }
        pairs.sort_by_key(|(closeness, n, i)| (std::cmp::Reverse(*closeness), *n, *i));
        let mut named = vec![false; self.entries.len()];
        for (_, n, i) in pairs.into_iter().filter(|(closeness, ..)| *closeness > 0) {
            if !named[n] && free.contains(&i) {
                named[n] = true;
                free.retain(|f| *f != i);
                name(&mut draft.judgments[i], &self.entries[n]);
            }
        }
        for (n, entry) in self.entries.iter().enumerate().filter(|(n, _)| !named[*n]) {
            let same: Vec<usize> =
                free.iter().copied().filter(|i| draft.judgments[*i].grade == Some(entry.grade)).collect();
            let rivals = self
                .entries
                .iter()
                .enumerate()
                .filter(|(m, e)| *m != n && !named[*m] && e.grade == entry.grade)
                .count();
            match same.as_slice() {
                [i] if rivals == 0 => name(&mut draft.judgments[*i], entry),
                _ => left.push(n),
            }
        }
        for n in left {
            let Entry { name, passage, .. } = &self.entries[n];
            draft.problems.push(Kind::UnmatchedTableName { name: name.clone() }.at(vec![*passage]));
        }
    }
}

fn closeness(entry: &Entry, judgment: &Judgment) -> usize {
    if judgment.grade != Some(entry.grade) {
        return 0;
    }
    let names = std::iter::once(&judgment.area).chain(&judgment.also_called);
    let exact = names.clone().any(|name| fold(name) == fold(&entry.name));
    if exact { usize::MAX } else { names.map(|name| likeness(&entry.name, name)).max().unwrap_or(0) }
}

fn name(judgment: &mut Judgment, entry: &Entry) {
    judgment.also_stated.push(entry.passage);
    let mut names = std::iter::once(&judgment.area).chain(&judgment.also_called);
    if names.all(|name| fold(name) != fold(&entry.name)) {
        judgment.also_called.insert(0, entry.name.clone());
    }
}
