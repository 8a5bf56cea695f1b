//! What kind of amount a number is, judged by the words around it.

use crate::facts::measures::amount::AmountKind;
use crate::facts::measures::amount::count::read_count;
use crate::facts::measures::amount::denominator::denominator_at;
use crate::facts::measures::amount::noun::{NounKind, counted_noun_at};
use crate::facts::measures::amount::number;
use crate::facts::measures::amount::number::{NumberForm, PrintedNumber};
use crate::facts::measures::amount::ratio::{read_fraction, read_multiple, read_proportion, read_rate};
use crate::facts::measures::sentence_line::SentenceLine;

/// How a number was read.
pub struct AmountReading<'s> {
    /// What kind of amount the number is.
    pub kind: AmountKind,
    /// The index of the word after the value.
    pub value_end: usize,
    /// The unit as printed, if the sentence names one.
    pub unit: Option<&'s str>,
    /// The index of the word after value and unit.
    pub end: usize,
}

/// Reads a number; None if it is not an amount. `is_joined` says whether "and" joins it to the amount before it.
pub fn read_amount<'s>(line: &SentenceLine<'s>, number: &PrintedNumber, is_joined: bool) -> Option<AmountReading<'s>> {
    if let Some(percentage) = read_percentage(line, number) {
        return (!is_share_of_forces(line, percentage.end)).then_some(percentage);
    }
    match number.form {
        NumberForm::Percent => None,
        NumberForm::Money => Some(read_money(line, number)),
        NumberForm::Fraction => read_fraction(line, number),
        NumberForm::Digits | NumberForm::SmallWord => read_proportion(line, number)
            .or_else(|| read_multiple(line, number))
            .or_else(|| read_rate(line, number))
            .or_else(|| read_duration(line, number))
            .or_else(|| read_count(line, number, is_joined)),
    }
}

/// Reads a percentage: "29.9 percent", "8 per cent", "24%", "2 percentage points".
fn read_percentage<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    let n = number.words.end;
    if number.form == NumberForm::Percent {
        return Some(AmountReading { kind: AmountKind::Percent, value_end: n, unit: Some("percent"), end: n });
    }
    if !line.continues_phrase(n) {
        return None;
    }
    let (kind, end) = if line.is_one_of(n, "percent") {
        (AmountKind::Percent, n + 1)
    } else if line.is_one_of(n, "per") && line.is_one_of(n + 1, "cent") {
        (AmountKind::Percent, n + 2)
    } else if line.is_one_of(n, "percentage") && line.is_one_of(n + 1, "point points") {
        (AmountKind::PercentagePoints, n + 2)
    } else {
        return None;
    };
    let interval = confidence_interval_end(line, end);
    let bracket = if interval.is_some() { ")".len() } else { 0 };
    let end = interval.unwrap_or(end);
    let unit = line.text.get(line.words[n].start..line.words[end - 1].end() + bracket);
    Some(AmountReading { kind, value_end: n, unit, end })
}

/// The index of the word after a confidence interval in brackets that begins at word `from`: "(with a confidence
/// interval of +/- 4.6 percent)".
fn confidence_interval_end(line: &SentenceLine, from: usize) -> Option<usize> {
    const MAX_WORDS: usize = 16;
    let opening = line.words.get(from).filter(|w| w.has_opening_bracket)?;
    let close = (from..line.words.len().min(from + MAX_WORDS)).find(|n| line.words[*n].tail.contains(')'))?;
    let inside = line.text.get(opening.start..line.words[close].end())?;
    let is_interval = inside.contains("confidence") || inside.starts_with(['±', '+', '−']);
    (is_interval && line.words[close].tail.starts_with(')')).then_some(close + 1)
}

/// Whether a percentage that ends before word `end` is a share of forces: "25 percent of forces" is not about this
/// force.
fn is_share_of_forces(line: &SentenceLine, end: usize) -> bool {
    let noun =
        counted_noun_at(&line.words, end + 1).filter(|_| line.is_one_of(end, "of") && line.continues_phrase(end));
    noun.is_some_and(|noun| line.words[noun.words].iter().any(|w| w.is_one_of("forces")))
}

/// Reads a sum of money: "£44k", "£32 per head of population".
fn read_money<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> AmountReading<'s> {
    let n = number.words.end;
    let per = denominator_at(&line.words, n).filter(|_| line.continues_phrase(n));
    let end = per.as_ref().map_or(n, |per| per.end);
    AmountReading { kind: AmountKind::Money, value_end: n, unit: per.and_then(|per| line.text_of(per)), end }
}

/// Reads how long work took. Other times are procedure, deadlines or ages, and are not read.
fn read_duration<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    let (first, n) = (number.words.start, number.words.end);
    let noun =
        counted_noun_at(&line.words, n).filter(|noun| noun.kind == NounKind::Time && line.continues_phrase(n))?;
    let end = noun.words.end;
    let is_old = line.is_one_of(end, "old") && !line.is_one_of(end - 1, "years");
    let is_performance = ["urnaround", "verage ", "overdue by"].iter().any(|word| line.text.contains(word));
    // "are being examined within 65 days" is a result; "are visited within four hours" is a rule.
    let before = &line.words[..first];
    let is_required = before.iter().any(|w| w.is_one_of("must should will can may needs to"));
    let is_done = before.iter().any(|w| w.is_one_of("being were was most"));
    if !(is_old || is_performance || (line.has_before(first, 1, "within") && is_done && !is_required)) {
        return None;
    }
    // "4 minutes 32 seconds" is one time.
    let rest = number::at(&line.words, end).and_then(|rest| counted_noun_at(&line.words, rest.words.end));
    Some(match rest.filter(|rest| rest.kind == NounKind::Time && line.continues_phrase(end)) {
        Some(rest) => {
            AmountReading { kind: AmountKind::Duration, value_end: rest.words.end, unit: None, end: rest.words.end }
        }
        None => AmountReading { kind: AmountKind::Duration, value_end: n, unit: line.text_of(noun.words), end },
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::amount::values_and_units;

    #[test]
    fn percentages_money_and_times_have_their_units() {
        for (text, amount) in [
            ("It rose by 10.8 percent.", "10.8|percent"),
            ("It rose by 8 per cent.", "8|per cent"),
            ("It rose by 24%.", "24%|percent"),
            ("It fell by 5 percentage points.", "5|percentage points"),
            ("The rate was 83.8 percent (± 1.7 percent).", "83.8|percent (± 1.7 percent)"),
            (
                "88.2 percent (with a confidence interval of +/- 4.6 percent) had grounds",
                "88.2|percent (with a confidence interval of +/- 4.6 percent)",
            ),
            ("The force spends £32 per head of population.", "£32|per head of population"),
            ("It costs £143 million.", "£143 million|-"),
            ("Turnaround is within four weeks.", "four|weeks"),
            ("Most are being examined within 65 days.", "65|days"),
            ("Calls are answered on average in 4 minutes 32 seconds.", "4 minutes 32 seconds|-"),
        ] {
            assert_eq!(values_and_units(text), [amount], "{text}");
        }
        for text in
            ["A person may be held for up to 28 days.", "Callers are visited within six hours.", "25 percent of forces"]
        {
            assert_eq!(values_and_units(text), [""; 0], "{text}");
        }
    }
}
