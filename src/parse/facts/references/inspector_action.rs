//! What the inspectorate did, and in which year. Arguments named `year` are the index of the word that is the year.

use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::work::WorkKind;
use intake::text::is_in_word_list;

/// Whether the year dates what the inspectorate did: "In 2015 we found", "2015 when we also judged", "we inspected the
/// force in 2015", "was graded as good in 2015".
pub fn is_year_of_action(words: &SentenceWords, year: usize) -> bool {
    let subject = (year + 1..).find(|place| !words.is_one_of(*place, "when as where"));
    let is_before_subject = subject.is_some_and(|place| inspection_verb(words, place).is_some());
    let has_preposition = words.preposition_of_year(year).is_some();
    let is_in = words.preposition_of_year(year).is_some_and(|word| is_in_word_list(word, "in during"));
    (is_before_subject && (has_preposition || words.word_at(year + 1) == "when"))
        || (has_preposition && is_before_inspection(words, year))
        || (is_in && (follows_inspection_verb(words, year) || follows_grading(words, year)))
}

/// Whether the year precedes an inspection: "In 2015, at the time of our vulnerability inspection".
fn is_before_inspection(words: &SentenceWords, year: usize) -> bool {
    const MAX_WORDS_AHEAD: usize = 9;
    const FUNCTION_WORDS: &str = "the at time of during following after since before as part in and when";
    let owner = (year + 1..year + MAX_WORDS_AHEAD).find(|place| !words.is_one_of(*place, FUNCTION_WORDS));
    owner.is_some_and(|place| {
        words.is_ours(place) && words.described_work(place + 1).is_some_and(|(_, work)| work == WorkKind::Inspection)
    })
}

/// Whether the year follows what the inspectorate did: "we found in 2015", "we judged the force to be good in 2015",
/// but not "we found that the force had in 2015 ...".
fn follows_inspection_verb(words: &SentenceWords, year: usize) -> bool {
    const FAR: usize = 14;
    const NEAR: usize = 4;
    const ABOUT_FORCES: &str = "inspected visited revisited graded judged rated assessed gave raised told drew pointed \
        recommended issued reported made highlighted";
    // After these verbs the year may be that of the files the inspectors looked at.
    const ABOUT_FILES: &str = "examined looked reviewed considered was were";
    let verbs = (year.saturating_sub(FAR)..year).filter_map(|place| inspection_verb(words, place));
    verbs.filter(|verb| *verb < year && !words.is_one_of(*verb, ABOUT_FILES)).any(|verb| {
        let max_distance = if words.is_one_of(verb, ABOUT_FORCES) { FAR } else { NEAR };
        year - verb <= max_distance && !words.contains_any_in(verb..year, "that which who recorded")
    })
}

/// Whether the year dates a grading or an inspection: "was graded as requiring improvement in 2015", "was inspected in
/// 2015", "In 2015 the force was graded as good".
fn follows_grading(words: &SentenceWords, year: usize) -> bool {
    const MAX_WORDS_BACK: usize = 10;
    let is_frame = words.preposition_of_year(year).is_some() && year <= 1;
    let is_framed = || is_frame && (year + 1..year + MAX_WORDS_BACK).any(|place| words.is_grading(place));
    is_framed()
        || (year.saturating_sub(MAX_WORDS_BACK)..year).any(|place| {
            words.is_grading(place)
                || (words.word_at(place) == "inspected" && words.is_preceded_by(place, "was were last"))
        })
}

/// The index of the verb, if the word at `place` is the inspectorate as the one who found, said or judged something.
pub fn inspection_verb(words: &SentenceWords, index: usize) -> Option<usize> {
    const FINDING: &str = "inspected assessed examined looked reviewed considered visited revisited carried conducted \
        completed undertook saw was were judged graded rated gave found identified observed concluded highlighted raised \
        said told stated reported noted stressed expressed published issued recommended advised asked called required \
        warned drew pointed praised encouraged criticised made closed set adopted";
    const BETWEEN: &str = "also had have has then first last previously jointly re";
    if !words.is_inspectorate(index) {
        return None;
    }
    let verb = (index + 1..index + 4).find(|place| !words.is_one_of(*place, BETWEEN))?;
    let has_concerns = || words.word_at(verb - 1) == "had" && words.is_one_of(verb, "concern concerns");
    (words.is_one_of(verb, FINDING) || has_concerns()).then_some(verb)
}
