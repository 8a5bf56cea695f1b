//! Matches the cells of the table of judgments with the areas, and compares their grades.

use crate::structure::draft::ReportDraft;
use crate::structure::judgment_table::{JudgmentTable, TableEntry};
use crate::structure::outline::similarity;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{Judgment, JudgmentKey};
use std::cmp::Reverse;
use std::collections::HashSet;

impl JudgmentTable {
    /// Gives each graded area its short name from the table, and removes the judgments for which the table prints a
    /// different grade; returns the judgments that it confirms.
    ///
    /// The table and the section have equal weight, whatever a sentence says: either of them may be the misprint.
    pub fn match_judgments(&self, draft: &mut ReportDraft) -> HashSet<JudgmentKey> {
        let mut pairs = PairMatcher::new(self.entries.len(), &draft.judgments);
        let disagreeing = pairs.match_by_name(&self.entries, &draft.judgments);
        pairs.match_by_similarity(&self.entries, &draft.judgments);
        pairs.match_by_grade(&self.entries, &draft.judgments);
        let last = pairs.remaining_pair();
        let confirmed = pairs.matched.iter().map(|(_, j)| draft.judgments[*j].key.clone()).collect();
        for (n, j) in &pairs.matched {
            add_entry_name(&mut draft.judgments[*j], &self.entries[*n]);
        }
        let mut unclear = HashSet::new();
        for (n, j) in disagreeing.into_iter().chain(last) {
            let judgment = &draft.judgments[j];
            if unclear.insert(judgment.key.clone()) {
                let at = [vec![self.entries[n].passage], judgment.passages.clone()].concat();
                draft.problems.push(ProblemKind::UnclearGrade { area: judgment.area.clone() }.into_problem(at));
            }
        }
        draft.remove_judgments(&unclear);
        pairs.free_entries.retain(|n| last.is_none_or(|(last, _)| last != *n));
        for n in pairs.free_entries {
            let TableEntry { name, passage, .. } = &self.entries[n];
            draft.problems.push(ProblemKind::UnmatchedTableName { name: name.clone() }.into_problem(vec![*passage]));
        }
        confirmed
    }
}

/// The pairs of entry and judgment found so far, and what is not paired yet, by index.
struct PairMatcher {
    /// Pairs of an entry and a judgment.
    matched: Vec<(usize, usize)>,
    /// The entries that are still free.
    free_entries: Vec<usize>,
    /// The graded judgments that are still free.
    free_judgments: Vec<usize>,
}

impl PairMatcher {
    /// No pairs: every entry and every graded judgment is free.
    fn new(entries: usize, judgments: &[Judgment]) -> Self {
        let graded = (0..judgments.len()).filter(|j| judgments[*j].grade.is_some()).collect();
        PairMatcher { matched: Vec::new(), free_entries: (0..entries).collect(), free_judgments: graded }
    }

    /// Joins an entry with a judgment.
    fn add_pair(&mut self, entry: usize, judgment: usize) {
        self.matched.push((entry, judgment));
        self.free_entries.retain(|n| *n != entry);
        self.free_judgments.retain(|j| *j != judgment);
    }

    /// Joins entries with the areas that they certainly name; returns the pairs with different grades.
    fn match_by_name(&mut self, entries: &[TableEntry], judgments: &[Judgment]) -> Vec<(usize, usize)> {
        let certain = |n: usize, free: &[usize]| {
            let only = |is: &dyn Fn(&str) -> bool| match free
                .iter()
                .filter(|j| area_names(&judgments[**j]).any(is))
                .collect::<Vec<_>>()[..]
            {
                [j] => Some(*j),
                _ => None,
            };
            let cell = &entries[n].name;
            only(&|name| fold_phrase(name) == fold_phrase(cell)).or_else(|| only(&|name| is_contained_in(cell, name)))
        };
        let all: Vec<(usize, usize)> =
            (0..entries.len()).filter_map(|n| Some((n, certain(n, &self.free_judgments)?))).collect();
        let is_same = |(n, j): &(usize, usize)| judgments[*j].grade == Some(entries[*n].grade);
        let (same, mut other): (Vec<_>, Vec<_>) = all.into_iter().partition(is_same);
        // An entry with the same grade is in doubt if another entry of that name has a different one.
        let (doubtful, sure): (Vec<_>, Vec<_>) = same.into_iter().partition(|(_, j)| other.iter().any(|(_, o)| o == j));
        other.extend(doubtful);
        for (n, j) in sure {
            if self.free_judgments.contains(&j) {
                self.add_pair(n, j);
            }
        }
        self.free_entries.retain(|n| other.iter().all(|(m, _)| m != n));
        self.free_judgments.retain(|j| other.iter().all(|(_, k)| k != j));
        other
    }

    /// Joins each remaining entry with the area of the same grade that has the most similar name.
    fn match_by_similarity(&mut self, entries: &[TableEntry], judgments: &[Judgment]) {
        let mut all: Vec<(usize, usize, usize)> = Vec::new();
        for n in &self.free_entries {
            let same = self.free_judgments.iter().filter(|j| judgments[**j].grade == Some(entries[*n].grade));
            all.extend(same.map(|j| (entry_similarity(&entries[*n], &judgments[*j]), *n, *j)));
        }
        all.sort_by_key(|(closeness, n, j)| (Reverse(*closeness), *n, *j));
        for (_, n, j) in all.into_iter().filter(|(closeness, ..)| *closeness > 0) {
            if self.free_entries.contains(&n) && self.free_judgments.contains(&j) {
                self.add_pair(n, j);
            }
        }
    }

    /// Joins an entry that resembles no name ("Good use of resources") with the remaining area of its grade, if each is
    /// the only one.
    fn match_by_grade(&mut self, entries: &[TableEntry], judgments: &[Judgment]) {
        for n in self.free_entries.clone() {
            let grade = entries[n].grade;
            let rivals = self.free_entries.iter().filter(|m| entries[**m].grade == grade).count();
            let mut same = self.free_judgments.iter().filter(|j| judgments[**j].grade == Some(grade));
            if let (Some(j), None, 1) = (same.next().copied(), same.next(), rivals) {
                self.add_pair(n, j);
            }
        }
    }

    /// The last entry and judgment, if only one of each is left: they must be the same area with different grades.
    fn remaining_pair(&self) -> Option<(usize, usize)> {
        match (self.free_entries.as_slice(), self.free_judgments.as_slice()) {
            ([n], [j]) => Some((*n, *j)),
            _ => None,
        }
    }
}

/// The names of the area of a judgment.
fn area_names(judgment: &Judgment) -> impl Iterator<Item = &str> {
    std::iter::once(&judgment.area).chain(&judgment.also_called).map(String::as_str)
}

/// Whether all longer words of a cell are in a name.
///
/// "Preventing crime" is part of "Preventing crime and anti-social behaviour".
fn is_contained_in(cell: &str, name: &str) -> bool {
    let common = similarity(cell, name);
    common > 0 && common == similarity(cell, cell)
}

/// How similar an entry is to the most similar name of a judgment.
fn entry_similarity(entry: &TableEntry, judgment: &Judgment) -> usize {
    area_names(judgment).map(|name| similarity(&entry.name, name)).max().unwrap_or(0)
}

/// Adds the passage of an entry to a judgment, and its name if it is new.
fn add_entry_name(judgment: &mut Judgment, entry: &TableEntry) {
    judgment.also_stated.push(entry.passage);
    if area_names(judgment).all(|name| fold_phrase(name) != fold_phrase(&entry.name)) {
        judgment.also_called.insert(0, entry.name.clone());
    }
}
