//! The measures of a paragraph, read sentence by sentence.

mod clause;
mod context;
mod draft;
mod label;

use crate::facts::measures::amount::{Amount, AmountKind, find_amounts, is_about_all_forces};
use crate::facts::measures::comparison;
use crate::facts::measures::comparison::{ComparedAmount, completing_comparison};
use crate::facts::measures::periods::PeriodContext;
use crate::facts::measures::sentence_line::SentenceLine;
use crate::facts::prose::{Paragraph, Prose};
use clause::clause_of;
use context::{find_context_start, unit_from_context};
use draft::MeasureDraft;
use intake::sentence::Sentence;
use label::label_of;
use model::Measure;

/// The greatest length of a sentence in bytes. No sentence of a report is longer; anything longer is a text without
/// stops, in which clauses cannot be distinguished.
const MAX_SENTENCE_BYTES: usize = 2000;

/// The greatest length in bytes of a label that includes earlier sentences; a longer one explains nothing.
const MAX_LABEL_BYTES: usize = 300;

/// Reads a paragraph; `times` has the periods that earlier paragraphs have named.
pub fn read_paragraph_measures(prose: &Prose, paragraph: &Paragraph, times: &mut PeriodContext) -> Vec<Measure> {
    let mut drafts: Vec<MeasureDraft> = Vec::new();
    let mut previous: Option<Sentence> = None;
    times.start_paragraph();
    for (n, sentence) in paragraph.sentences().enumerate() {
        if sentence.text.len() <= MAX_SENTENCE_BYTES && !is_about_all_forces(sentence.text) {
            read_sentence(&mut drafts, times, n, &sentence, previous.as_ref());
        }
        previous = Some(sentence);
    }
    let finished = drafts.into_iter().map(|draft| {
        let passages = paragraph.passages(draft.range);
        let label = paragraph.text[draft.label_range].to_string();
        Measure { label, finding: prose.finding_at(&passages).cloned(), passages, ..draft.measure }
    });
    finished.collect()
}

/// Adds the measures of sentence `n` to `drafts`, or completes an earlier draft with the sentence's comparison.
fn read_sentence(
    drafts: &mut Vec<MeasureDraft>,
    times: &mut PeriodContext,
    n: usize,
    sentence: &Sentence,
    previous: Option<&Sentence>,
) {
    let line = SentenceLine::new(sentence.text);
    let amounts = find_amounts(&line);
    let mut open = drafts
        .iter_mut()
        .rev()
        .take_while(|draft| draft.sentences.end == n)
        .filter(|draft| draft.can_take_comparison());
    if let Some((comparison, draft)) =
        open.find_map(|draft| Some((completing_comparison(&line, &amounts, draft.kind)?, draft)))
    {
        return draft.add_comparison(&comparison, n, sentence.range.end);
    }
    times.start_sentence(&line, !amounts.is_empty());
    let compared = comparison::compared_amounts(&line, &amounts);
    let measured: Vec<&Amount> = compared.iter().map(|compared| &amounts[compared.amount_index]).collect();
    for ComparedAmount { amount_index: k, comparison } in &compared {
        let (amount, clause) = (&amounts[*k], clause_of(&line, &amounts, *k));
        let last = drafts.last().filter(|last| last.sentences.end >= n);
        // "... and people of mixed ethnicity were four times as likely" has the comparator and period of the previous
        // one.
        let is_series = amount.kind == AmountKind::Multiple && last.is_some_and(|last| last.kind == amount.kind);
        let series = last.filter(|_| is_series).map(|last| &last.measure);
        let words = label_of(&line, clause.clone(), amount, comparison.as_ref().map(|c| c.start));
        let start = sentence.range.start + (words.as_ptr() as usize - sentence.text.as_ptr() as usize);
        // A label that begins with "This" or "It" includes the sentence before it.
        let context_start =
            find_context_start(words, last, n, previous).filter(|from| start + words.len() - from <= MAX_LABEL_BYTES);
        let labelled = context_start.unwrap_or(start)..start + words.len();
        let from = context_start.unwrap_or(sentence.range.start);
        let comparator = comparison.as_ref().map(|c| c.comparator.to_string());
        let measure = Measure {
            label: words.to_string(),
            value: sentence.text[amount.value.clone()].to_string(),
            unit: amount.unit.map(str::to_string).or_else(|| unit_from_context(&line, amount, n, drafts)),
            period: times.period_of(&line, &clause, amount, &measured).or_else(|| series?.period.clone()),
            comparator: comparator.or_else(|| series?.comparator.clone()),
            comparator_value: comparison.as_ref().and_then(|c| c.value).map(str::to_string),
            table: None,
            finding: None,
            passages: Vec::new(),
        };
        drafts.push(MeasureDraft {
            measure,
            kind: amount.kind,
            sentences: n..n + 1,
            range: from..sentence.range.end,
            label_range: labelled,
        });
    }
}

#[cfg(test)]
mod tests;
