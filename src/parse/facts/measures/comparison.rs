//! What a number is compared with: "above the England and Wales figure of 14.3 percent".

mod comparator;

use crate::facts::measures::amount::{Amount, AmountKind};
use crate::facts::measures::sentence_line::SentenceLine;
use comparator::{comparator_after_value, comparing_clause_start, find_cue, standard_comparator};

/// A comparator with its value.
#[derive(Clone, Debug)]
pub struct MeasureComparison<'s> {
    /// The comparator as printed: "England and Wales".
    pub comparator: &'s str,
    /// The comparator's value as printed, if the sentence gives one.
    pub value: Option<&'s str>,
    /// The byte of the sentence at which the words of the comparison begin.
    pub start: usize,
}

/// An amount that is not itself a comparator's value, and what it is compared with.
pub struct ComparedAmount<'s> {
    /// The index of the amount.
    pub amount_index: usize,
    /// The comparison, if the sentence makes one.
    pub comparison: Option<MeasureComparison<'s>>,
}

/// The amounts of a sentence, each with its comparison within the sentence.
pub fn compared_amounts<'s>(line: &SentenceLine<'s>, amounts: &[Amount<'s>]) -> Vec<ComparedAmount<'s>> {
    let mut found = Vec::new();
    let mut k = 0;
    while k < amounts.len() {
        let (amount, comparison, next) =
            match (comparison_with_next(line, amounts, k), comparison_with_previous(line, amounts, k)) {
                (Some(next), _) => (k, Some(next), k + 2),
                (None, Some(last)) => (k + 1, Some(last), k + 2),
                (None, None) => (k, comparison_of_multiple(line, &amounts[k]), k + 1),
            };
        found.push(ComparedAmount { amount_index: amount, comparison });
        k = next;
    }
    found
}

/// The comparison of amount `k` with the one after it.
fn comparison_with_next<'s>(
    line: &SentenceLine<'s>,
    amounts: &[Amount<'s>],
    k: usize,
) -> Option<MeasureComparison<'s>> {
    let (one, other) = comparable_pair(amounts, k)?;
    let (cue_start, _) = find_cue(line.text.get(one.end..other.value.start)?)?;
    let from = one.end + cue_start;
    let to = amounts.get(k + 2).map_or(line.text.len(), |next| next.value.start);
    let named = standard_comparator(line.text.get(from..to)?);
    // "in line with the England and Wales figure (1.4 compared with 1.3)"
    let before = || standard_comparator(line.text.get(..one.value.start)?).filter(|_| one.is_in_brackets);
    let after = || comparator_after_value(line.text.get(other.end..to)?, one.kind);
    let name = named.or_else(before).or_else(after)?;
    Some(MeasureComparison {
        comparator: name,
        value: line.text.get(other.value.clone()),
        start: comparing_clause_start(line.text, one.end, from),
    })
}

/// The comparison of amount `k + 1` with amount `k` before it: "Compared with the England and Wales rate of 5.5
/// percent, ...".
fn comparison_with_previous<'s>(
    line: &SentenceLine<'s>,
    amounts: &[Amount<'s>],
    k: usize,
) -> Option<MeasureComparison<'s>> {
    let (other, one) = comparable_pair(amounts, k)?;
    let leads = ["Compared with ", "Compared to ", "Against ", "While ", "Whereas "];
    let lead = line.text.get(..other.value.start).filter(|lead| leads.iter().any(|word| lead.starts_with(word)))?;
    let has_comma = line.text.get(other.end..one.value.start)?.contains(',');
    let name = standard_comparator(lead).filter(|_| has_comma)?;
    Some(MeasureComparison { comparator: name, value: line.text.get(other.value.clone()), start: line.text.len() })
}

/// Amounts `k` and `k + 1`, if they can be compared.
fn comparable_pair<'p, 's>(amounts: &'p [Amount<'s>], k: usize) -> Option<(&'p Amount<'s>, &'p Amount<'s>)> {
    let (one, other) = (amounts.get(k)?, amounts.get(k + 1)?);
    is_comparable(one.kind, other.kind).then_some((one, other))
}

/// The comparison made by a multiple: "13 times as likely to be searched as White people".
fn comparison_of_multiple<'s>(line: &SentenceLine<'s>, amount: &Amount) -> Option<MeasureComparison<'s>> {
    const MAX_BYTES: usize = 80;
    let after = line.text.get(amount.end..).filter(|_| amount.kind == AmountKind::Multiple)?;
    let clause = after.split([',', ';']).next()?;
    let (at, length) = [" as ", " than "].iter().filter_map(|than| Some((clause.find(than)?, than.len()))).min()?;
    let rest = clause[at + length..].trim_end_matches(['.', ' ', ')']);
    let name = rest.split(" to ").next().filter(|name| !name.is_empty() && name.len() < MAX_BYTES)?;
    // In "more likely than White people to be searched", the name is followed by what is likely.
    let from = if name.len() < rest.len() { line.text.len() } else { amount.end + at };
    Some(MeasureComparison { comparator: name, value: None, start: from })
}

/// The comparison that a sentence with a single amount adds to an amount of the given kind in the sentence before it:
/// "This compares with ...".
pub fn completing_comparison<'s>(
    line: &SentenceLine<'s>,
    amounts: &[Amount<'s>],
    kind: AmountKind,
) -> Option<MeasureComparison<'s>> {
    let [amount] = amounts else { return None };
    // "This compares to 47 across England and Wales" leaves the unit out.
    let has_no_unit = amount.kind == AmountKind::Count && amount.unit.is_none();
    let before = line.text.get(..amount.value.start).filter(|_| has_no_unit || is_comparable(kind, amount.kind))?;
    let starts_with = |any: &[&str]| any.iter().any(|start| line.text.starts_with(start));
    let name = if starts_with(&["This ", "It ", "That ", "These "]) {
        let (_, cue_end) = find_cue(before)?;
        // "This is unchanged compared with our review in 2019, where we found 86.0 percent"
        let phrase = before[cue_end..].split_once([',', ';']).filter(|_| before[..cue_end].contains("compare"));
        let printed = phrase.map(|(name, _)| name.trim()).map(|name| name.strip_prefix("the ").unwrap_or(name));
        standard_comparator(line.text).or(printed.filter(|name| !name.is_empty()))?
    } else if starts_with(&[
        "In England",
        "For England",
        "Across England",
        "The England",
        "England and",
        "National",
        "The national",
    ]) {
        standard_comparator(line.text)?
    } else {
        return None;
    };
    Some(MeasureComparison { comparator: name, value: line.text.get(amount.value.clone()), start: 0 })
}

fn is_comparable(one: AmountKind, other: AmountKind) -> bool {
    one == other && one != AmountKind::Multiple
}
