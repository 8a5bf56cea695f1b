//! Numbers that are not amounts but names, times or bounds: "figure 4", "section 136", "30 June", "999".

use crate::facts::measures::amount::noun::counted_noun_at;
use crate::facts::measures::amount::number;
use crate::facts::measures::amount::number::NumberForm;
use crate::facts::measures::periods::{date_end, year_length};
use crate::facts::measures::sentence_line::SentenceLine;

/// Nouns after which a number identifies and does not count.
const NUMBERED_NOUNS: &str = "annex annexe appendix article band bands box chapter code figure figures form grade grades \
                        level levels no note number outcome outcomes page pages paragraph paragraphs part parts phase \
                        phases principle priority question questions recommendation recommendations regulation \
                        schedule section sections stage stages step table tables tier top type version";
/// Nouns that are followed by an identifying number when capitalised: "Area 51", but not "in this area 51 officers".
const NUMBERED_PLACE_NOUNS: &str = "area building district division floor room sector site team unit ward zone";
/// Telephone numbers.
const TELEPHONE_NUMBERS: [u64; 4] = [101, 111, 112, 999];

/// If a name, a time or another number that is not an amount begins at word `n`, the index of the word after it.
pub fn skip_non_amount(line: &SentenceLine, n: usize) -> Option<usize> {
    if let Some(period) = line.periods.iter().find(|p| p.words.contains(&n)) {
        return Some(period.words.end);
    }
    let is_word = line.words[n].text.starts_with(|c: char| c.is_alphabetic());
    if let Some((end, _)) = date_end(&line.words, n).filter(|(end, _)| is_word || *end > n + 1) {
        return Some(end);
    }
    let number = number::at(&line.words, n)?;
    let end = number.words.end;
    let is_age =
        line.has_before(n, 1, "age aged ages") || (line.has_before(n, 1, "of") && line.has_before(n, 2, "age ages"));
    // "Page 12 of 40" has two such numbers.
    if line.has_before(n, 1, "page pages") && line.is_one_of(end, "of") {
        return Some(number::at(&line.words, end + 1).map_or(end, |all| all.words.end));
    }
    let is_designated = line.has_before(n, 1, NUMBERED_PLACE_NOUNS)
        && line.words[n - 1].is_name_like()
        && number.form == NumberForm::Digits;
    if line.has_before(n, 1, NUMBERED_NOUNS) || is_age || is_designated {
        return Some(skip_number_list(line, end));
    }
    let is_bare = number.form == NumberForm::Digits && number.is_plain && !number.is_decimal;
    let is_year = is_bare && year_length(line.words[n].text).is_some();
    let is_called = is_bare
        && TELEPHONE_NUMBERS.contains(&number.integer_part)
        && !line.is_one_of(end, "percent per")
        && !counts_other_than_calls(line, end);
    let is_scale = line.has_before(n, 1, "for") && [100, 1_000, 10_000, 100_000].contains(&number.integer_part);
    let is_known = line.has_before(n, 1, "these those per every ± +/- +/−");
    (is_year || is_called || is_scale || is_known).then_some(end)
}

/// Whether a telephone number that ends before word `n` counts a noun that has nothing to do with calls.
fn counts_other_than_calls(line: &SentenceLine, n: usize) -> bool {
    let noun = counted_noun_at(&line.words, n).filter(|_| line.continues_phrase(n));
    noun.is_some_and(|noun| !line.words[noun.words].iter().any(|w| w.is_one_of("calls callers call handlers services")))
}

/// The index of the word after the last number of a list such as "outcomes 15, 16 and 17", of which the number before
/// word `n` is the first.
fn skip_number_list(line: &SentenceLine, mut n: usize) -> usize {
    loop {
        let next = if line.is_one_of(n, "and or to – — -") { n + 1 } else { n };
        let continues = next > n || line.words[n - 1].tail.starts_with(',');
        match number::at(&line.words, next).filter(|number| continues && number.form == NumberForm::Digits) {
            Some(number) => n = number.words.end,
            None => return n,
        }
    }
}

/// Whether a sentence is about all forces or about how figures were compiled, and not about this force.
pub fn is_about_all_forces(sentence: &str) -> bool {
    const GENERAL: [&str; 9] = [
        "each force",
        "every force",
        "all 43 ",
        "between forces",
        "across forces",
        "of forces",
        "sum to 100",
        "add up to 100",
        "due to rounding",
    ];
    GENERAL.iter().any(|phrase| sentence.contains(phrase))
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::amount::values_and_units;

    #[test]
    fn a_telephone_number_may_also_be_a_count() {
        assert_eq!(values_and_units("It works with 112 offenders and takes 101 calls."), ["112|offenders"]);
    }

    #[test]
    fn a_number_after_a_lower_case_noun_for_a_place_may_be_a_count() {
        assert_eq!(values_and_units("In this area 51 officers work."), ["51|officers"]);
        assert_eq!(values_and_units("Form 101 is used by 999 staff."), ["999|staff"]);
    }

    #[test]
    fn names_dates_footnote_markers_and_bounds_are_not_amounts() {
        for text in [
            "In 2015.4 the 12 months to 30 June 201615 began on 3 May.",
            "Figures 2 and 3, outcome 16, section 136, sections 5 and 6, tier 1 and the ‘Top 10’.",
            "Call 999 or 101 at 9.30am, 24/7, under the 4Ps (MASH)18.",
            "A child aged 16 or over, and one under the age of 18.",
            "On page 12 of 40 of its plan, Area 51 and Team 2 are named.",
            "All 43 forces and the 43 England and Wales police forces took part.",
            "Of these 20, most were closed, and the rate is for 1,000 households.",
        ] {
            assert_eq!(values_and_units(text), [""; 0], "{text}");
        }
    }
}
