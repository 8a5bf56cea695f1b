//! Words with which a sentence refers to the one before it: "Over the same period", "This is", "Of these 20".

use crate::facts::measures::amount::number;
use crate::facts::measures::amount::number::NumberForm;
use crate::facts::measures::sentence_line::SentenceLine;
use intake::text::is_in_word_list;

/// Whether a sentence names the period of an earlier one: "Over this same period", "during the same time period".
pub fn names_same_period(sentence: &str) -> bool {
    const SAME: [&str; 5] = ["same period", "this period", "that period", "same time period", "same 12 months"];
    SAME.iter().any(|same| sentence.contains(same))
}

/// Whether a clause is about a change over time.
pub fn describes_change(clause: &str) -> bool {
    const CHANGES: [&str; 9] = ["increase", "decrease", "reduc", "rose", "fell", "fewer", "more", "chang", "ris"];
    CHANGES.iter().any(|change| clause.contains(change))
}

/// Whether a sentence cannot be understood without the one before: "This is a 4 percent decrease".
pub fn refers_back(sentence: &str) -> bool {
    const VERBS: &str = "is was has had rose fell increased decreased represents equates means are only";
    const LATER: [&str; 4] = [", this rose ", ", this fell ", ", this increased ", ", this decreased "];
    let words: Vec<&str> = sentence.splitn(4, ' ').collect();
    let starts_with_reference = match words[..] {
        ["Its", _, ..] => true,
        ["This" | "These" | "It", verb, ..] => is_in_word_list(verb, VERBS),
        ["The", "rate" | "figure" | "proportion" | "number" | "total", verb, ..] => is_in_word_list(verb, VERBS),
        _ => false,
    };
    starts_with_reference || LATER.iter().any(|this| sentence.contains(this))
}

/// Whether a sentence counts parts of what was counted before: "on 99 of those occasions", "Some 407", "In 75 cases".
pub fn counts_part_of_previous(line: &SentenceLine) -> bool {
    let starts_with_part = ["Of those ", "Of these ", "Of the ", "Some "].iter().any(|of| line.text.starts_with(of));
    let starts_with_count =
        line.is_one_of(0, "in") && number::at(&line.words, 1).is_some_and(|number| number.form == NumberForm::Digits);
    starts_with_part || starts_with_count || ["of those ", "of these "].iter().any(|of| line.text.contains(of))
}
