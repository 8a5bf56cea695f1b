//! Measures of a paragraph, sentence by sentence.

mod clause;
mod context;
mod draft;
mod label;

use crate::facts::measures::amount::{Amount, Kind, amounts, is_general};
use crate::facts::measures::comparison;
use crate::facts::measures::comparison::{Compared, completing};
use crate::facts::measures::line::Line;
use crate::facts::measures::time::Times;
use crate::facts::prose::{Paragraph, Prose};
use clause::clause;
use context::{context, counted_before};
use draft::Draft;
use intake::sentence::Sentence;
use label::label;
use model::Measure;

/// No sentence of a report is longer; more is a text without stops, in which no clause can be told.
const LONGEST: usize = 2000;

/// In bytes: more than two sentences explain nothing.
const LONGEST_LABEL: usize = 300;

/// Reads a paragraph; `times` are those that the paragraphs before have named.
pub fn read(prose: &Prose, paragraph: &Paragraph, times: &mut Times) -> Vec<Measure> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut previous: Option<Sentence> = None;
    times.next_paragraph();
    for (n, sentence) in paragraph.sentences().enumerate() {
        if sentence.text.len() <= LONGEST && !is_general(sentence.text) {
            read_sentence(&mut drafts, times, n, &sentence, previous.as_ref());
        }
        previous = Some(sentence);
    }
    let finished = drafts.into_iter().map(|draft| {
        let passages = paragraph.passages(draft.range);
        let label = paragraph.text[draft.labelled].to_string();
        Measure { label, finding: prose.finding_at(&passages).cloned(), passages, ..draft.measure }
    });
    finished.collect()
}

fn read_sentence(
    drafts: &mut Vec<Draft>,
    times: &mut Times,
    n: usize,
    sentence: &Sentence,
    previous: Option<&Sentence>,
) {
    let line = Line::of(sentence.text);
    let amounts = amounts(&line);
    let mut open = drafts.iter_mut().rev().take_while(|draft| draft.sentences.end == n).filter(|draft| draft.is_open());
    if let Some((given, draft)) = open.find_map(|draft| Some((completing(&line, &amounts, draft.kind)?, draft))) {
        return draft.complete(&given, n, sentence.range.end);
    }
    times.next_sentence(&line, !amounts.is_empty());
    let compared = comparison::all(&line, &amounts);
    let measured: Vec<&Amount> = compared.iter().map(|compared| &amounts[compared.amount]).collect();
    for Compared { amount: k, comparison } in &compared {
        let (amount, clause) = (&amounts[*k], clause(&line, &amounts, *k));
        let last = drafts.last().filter(|last| last.sentences.end >= n);
        // "... and people of mixed ethnicity were four times as likely": as those before, and at the same time.
        let is_series = amount.kind == Kind::Multiple && last.is_some_and(|last| last.kind == amount.kind);
        let series = last.filter(|_| is_series).map(|last| &last.measure);
        let words = label(&line, clause.clone(), amount, comparison.as_ref().map(|c| c.from));
        let start = sentence.range.start + (words.as_ptr() as usize - sentence.text.as_ptr() as usize);
        // A label that begins with "This" or "It" takes the sentence before with it.
        let needed = context(words, last, n, previous).filter(|from| start + words.len() - from <= LONGEST_LABEL);
        let labelled = needed.unwrap_or(start)..start + words.len();
        let from = needed.unwrap_or(sentence.range.start);
        let comparator = comparison.as_ref().map(|c| c.name.to_string());
        let measure = Measure {
            label: words.to_string(),
            value: sentence.text[amount.value.clone()].to_string(),
            unit: amount.unit.map(str::to_string).or_else(|| counted_before(&line, amount, n, drafts)),
            period: times.of(&line, &clause, amount, &measured).or_else(|| series?.period.clone()),
            comparator: comparator.or_else(|| series?.comparator.clone()),
            comparator_value: comparison.as_ref().and_then(|c| c.value).map(str::to_string),
            table: None,
            finding: None,
            passages: Vec::new(),
        };
        drafts.push(Draft {
            measure,
            kind: amount.kind,
            sentences: n..n + 1,
            range: from..sentence.range.end,
            labelled,
        });
    }
}

#[cfg(test)]
mod tests;
