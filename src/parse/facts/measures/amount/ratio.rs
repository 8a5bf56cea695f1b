//! Numbers that relate one quantity to another: fractions, parts of a whole, multiples, rates.

use crate::facts::measures::amount::AmountKind;
use crate::facts::measures::amount::denominator::denominator_at;
use crate::facts::measures::amount::noun::{NounKind, counted_noun_at};
use crate::facts::measures::amount::number;
use crate::facts::measures::amount::number::{NumberForm, PrintedNumber};
use crate::facts::measures::amount::reading::AmountReading;
use crate::facts::measures::periods::year_length;
use crate::facts::measures::sentence_line::SentenceLine;

/// Reads a fraction: "half of the officers", but not "half of the year" or "half of the areas".
pub fn read_fraction<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    let n = number.words.end;
    let whole = (n..n + 3).find_map(|n| counted_noun_at(&line.words, n));
    let is_time = (n..n + 3).any(|n| line.is_one_of(n, "year month week day"));
    let is_thing = whole.is_none_or(|noun| noun.kind == NounKind::Thing) && !is_time;
    is_thing.then_some(AmountReading { kind: AmountKind::Proportion, value_end: n, unit: None, end: n })
}

/// Reads a part of a whole: "40 out of 59 cases", "24 of the 43 cases", "one in five people".
pub fn read_proportion<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    let n = number.words.end;
    let of = if line.is_one_of(n, "out") { n + 1 } else { n };
    let is_ratio = line.is_one_of(of, "in") && number.integer_part < 10;
    if !line.continues_phrase(n) || !(line.is_one_of(of, "of") || is_ratio) {
        return None;
    }
    let is_determined = line.is_one_of(of + 1, "the our all every its their");
    let whole = number::at(&line.words, if is_determined { of + 2 } else { of + 1 })?;
    let is_year = whole.is_plain && year_length(line.words[whole.words.start].text).is_some();
    let is_pronoun = number.integer_part == 1 && of == n && !is_ratio;
    if whole.integer_part < number.integer_part || whole.is_decimal || is_year || is_pronoun {
        return None;
    }
    let end = whole.words.end;
    let read =
        |unit, unit_end| Some(AmountReading { kind: AmountKind::Proportion, value_end: end, unit, end: unit_end });
    match counted_noun_at(&line.words, end).filter(|_| line.continues_phrase(end)) {
        Some(noun) if noun.kind == NounKind::Thing => read(line.text_of(noun.words.clone()), noun.words.end),
        None if number.form == NumberForm::Digits || of > n => read(None, end),
        _ => None,
    }
}

/// Reads a multiple: "13 times as likely", "2.7 times more likely".
pub fn read_multiple<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    let n = number.words.end;
    let is_comparison =
        line.is_one_of(n + 1, "as more less higher lower greater larger") && line.continues_phrase(n + 1);
    let is_multiple = line.continues_phrase(n) && line.is_one_of(n, "times") && is_comparison;
    let end = if line.is_one_of(n + 1, "as more less") { n + 3 } else { n + 2 };
    let unit = line.text_of(n..end).filter(|_| is_multiple)?;
    Some(AmountReading { kind: AmountKind::Multiple, value_end: n, unit: Some(unit), end })
}

/// Reads a rate: "21 incidents of disorder per 1,000 population", "188 times per one million population".
pub fn read_rate<'s>(line: &SentenceLine<'s>, number: &PrintedNumber) -> Option<AmountReading<'s>> {
    const MAX_WORDS: usize = 9;
    const SEPARATORS: &str = "is are was were has have had which that compared than while where and";
    let n = number.words.end;
    let mut phrase = (n..line.words.len().min(n + MAX_WORDS))
        .take_while(|at| line.words[*at - 1].can_continue() || line.words[*at - 1].has_opening_bracket)
        .take_while(|at| !line.is_one_of(*at, SEPARATORS));
    let per = phrase.find_map(|at| denominator_at(&line.words, at))?;
    let from = if line.is_one_of(n, "times") && per.start == n + 1 { n } else { per.start };
    Some(AmountReading { kind: AmountKind::Rate, value_end: n, unit: line.text_of(from..per.end), end: per.end })
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::amount::values_and_units;

    #[test]
    fn parts_multiples_and_rates_have_their_units() {
        for (text, amount) in [
            ("This was so in 40 out of 59 cases reviewed.", "40 out of 59|cases"),
            ("This was so in eight of the nine cases.", "eight of the nine|cases"),
            ("One in five people is over 65.", "One in five|people"),
            ("They are 13 times as likely to be searched.", "13|times as likely"),
            ("A third of the population live in towns.", "A third|-"),
            ("It was cut to less than half its size.", "less than half|-"),
            ("It recorded 21 incidents of disorder per 1,000 population.", "21|per 1,000 population"),
            ("It had 18 organised crime groups (OCGs) per one million.", "18|per one million"),
            ("It used powers 188 times per one million population.", "188|times per one million population"),
        ] {
            assert_eq!(values_and_units(text), [amount], "{text}");
        }
        for text in ["One of the nine cases", "in eight of the nine areas", "39 out of 43 forces", "half of the year"] {
            assert_eq!(values_and_units(text), [""; 0], "{text}");
        }
    }
}
