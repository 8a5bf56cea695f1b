//! The unit and the period of the rows of a table, from the words around it.

use crate::facts::measures::amount::{counted_noun_at, denominator_at, number};
use crate::facts::measures::sentence_line::SentenceLine;
use model::folding::fold_phrase;

/// The unit and period of all rows, and the notes with exceptions for starred rows.
pub struct TableScale<'n> {
    /// The unit of rows without an exception.
    unit: Option<String>,
    /// The period of rows without an exception.
    period: Option<String>,
    /// The notes that begin with a star.
    notes: &'n [String],
}

impl<'n> TableScale<'n> {
    /// Reads unit and period from the header, and from the caption if the header gives none.
    pub fn new(header: &str, caption: Option<&str>, notes: &'n [String]) -> Self {
        let share = caption.filter(|caption| caption.contains("Proportion") || caption.contains("Percentage"));
        let per = rate_unit(header).or_else(|| rate_unit(caption?));
        TableScale {
            unit: per.or_else(|| share.map(|_| "percent".to_string())),
            period: first_dated_period(header).or_else(|| first_dated_period(caption?)),
            notes,
        }
    }

    /// The unit and the period of a row.
    pub fn unit_and_period(&self, label: &str, value: &str, is_starred: bool) -> (Option<String>, Option<String>) {
        let note = if is_starred { self.note_clause_about(label) } else { None };
        let unit = if value.ends_with('%') { Some("percent".to_string()) } else { None };
        let unit = unit.or_else(|| rate_unit(note?)).or_else(|| self.unit.clone());
        (unit, note.and_then(first_dated_period).or_else(|| self.period.clone()))
    }

    /// The clause of a note that is about a row: the first that contains the first word of the row's label.
    fn note_clause_about(&self, label: &str) -> Option<&'n str> {
        let first = fold_phrase(label.split(' ').next()?);
        let mut clauses = self.notes.iter().flat_map(|note| note.split(" and "));
        clauses.find(|clause| fold_phrase(clause).contains(&first))
    }
}

/// The denominator of a rate, as a unit: "per 1,000 population". "the rate for 1,000 households" gives "per 1,000
/// households".
pub fn rate_unit(text: &str) -> Option<String> {
    let line = SentenceLine::new(text);
    let printed = (0..line.words.len()).find_map(|n| denominator_at(&line.words, n));
    if let Some(per) = printed {
        return line.text_of(per).map(str::to_string);
    }
    let is_before_base = |n: &usize| {
        line.is_one_of(*n, "for") && number::at(&line.words, n + 1).is_some_and(|base| base.integer_part % 100 == 0)
    };
    let base = (0..line.words.len()).find(is_before_base)? + 1;
    let noun = counted_noun_at(&line.words, base + 1)?;
    line.text_of(base..noun.words.end).map(|base| format!("per {base}"))
}

/// The first period with a date that a text names.
pub fn first_dated_period(text: &str) -> Option<String> {
    let line = SentenceLine::new(text);
    let dated = line.periods.iter().find(|period| period.is_dated)?;
    text.get(dated.bytes.clone()).map(str::to_string)
}
