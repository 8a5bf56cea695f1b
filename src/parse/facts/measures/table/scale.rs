//! The unit and the time of the rows of a table, from the words around it.

use crate::facts::measures::amount::{counted, denominator, number};
use crate::facts::measures::line::Line;
use model::fold::fold;

/// What holds for every row, and the notes that make exceptions for starred ones.
pub struct Scale<'n> {
    unit: Option<String>,
    period: Option<String>,
    notes: &'n [String],
}

impl<'n> Scale<'n> {
    /// Reads the header first and then the caption.
    pub fn of(header: &str, caption: Option<&str>, notes: &'n [String]) -> Self {
        let share = caption.filter(|caption| caption.contains("Proportion") || caption.contains("Percentage"));
        let per = per(header).or_else(|| per(caption?));
        Scale {
            unit: per.or_else(|| share.map(|_| "percent".to_string())),
            period: period(header).or_else(|| period(caption?)),
            notes,
        }
    }

    /// Unit and period of a row.
    pub fn of_row(&self, label: &str, value: &str, is_starred: bool) -> (Option<String>, Option<String>) {
        let note = if is_starred { self.note_on(label) } else { None };
        let unit = if value.ends_with('%') { Some("percent".to_string()) } else { None };
        let unit = unit.or_else(|| per(note?)).or_else(|| self.unit.clone());
        (unit, note.and_then(period).or_else(|| self.period.clone()))
    }

    /// The clause of a note that speaks of a row: the one that has the first word of its label.
    fn note_on(&self, label: &str) -> Option<&'n str> {
        let first = fold(label.split(' ').next()?);
        let mut clauses = self.notes.iter().flat_map(|note| note.split(" and "));
        clauses.find(|clause| fold(clause).contains(&first))
    }
}

/// "per 1,000 population", also where a note calls it "the rate for 1,000 households".
pub fn per(text: &str) -> Option<String> {
    let line = Line::of(text);
    let printed = (0..line.words.len()).find_map(|n| denominator(&line.words, n));
    if let Some(per) = printed {
        return line.between(per).map(str::to_string);
    }
    let round =
        |n: &usize| line.is(*n, "for") && number::at(&line.words, n + 1).is_some_and(|bound| bound.whole % 100 == 0);
    let bound = (0..line.words.len()).find(round)? + 1;
    let of = counted(&line.words, bound + 1)?;
    line.between(bound..of.words.end).map(|of| format!("per {of}"))
}

/// The first time that a text names.
pub fn period(text: &str) -> Option<String> {
    let line = Line::of(text);
    let dated = line.periods.iter().find(|period| period.is_dated)?;
    text.get(dated.bytes.clone()).map(str::to_string)
}
