//! Accounts of what an earlier inspection found, said or asked for: "In 2015 HMIC found that ...".
//!
//! What such an account tells was so at the time. It must not be read as what became of it.

use crate::facts::references::dated_work::year_of_work;
use crate::facts::references::inspector_action::inspection_verb;
use crate::facts::references::phrase::{find_phrase_in, has_phrase};
use crate::facts::references::sentence_words::SentenceWords;
use crate::facts::references::tense::{has_present_verb, is_in_past_tense};

/// The place of the verb after which a sentence tells what an earlier inspection found; `None` if it tells no such
/// thing, or only in a relative clause ("the backlog we found in 2015").
pub fn account_verb(words: &SentenceWords) -> Option<usize> {
    words.places().find_map(|place| {
        let verb = verb_of_inspectorate(words, place).or_else(|| verb_of_report(words, place))?;
        is_earlier(words, place, verb).then_some(verb)
    })
}

/// Whether a sentence in the past tense after this one goes on telling what the earlier inspection found.
pub fn opens_past_account(words: &SentenceWords) -> bool {
    let is_dated = || year_of_work(words).is_some() && is_in_past_tense(words);
    // After what was asked for, the report tells what it finds now.
    const ASKING: &str = "said asked recommended advised required called raised issued gave told made";
    let account = account_verb(words);
    let tells = |verb: usize| !has_present_verb(words, 0..verb) && !words.is_one_of(verb, ASKING);
    account.map_or_else(is_dated, tells)
}

/// Whether what an account tells was a problem, or something asked for, and not a strength.
pub fn is_problem(words: &SentenceWords, verb: usize) -> bool {
    const ASKING: &str = "recommended advised asked required warned raised highlighted concerned concern concerns \
        expressed criticised issued called told drew pointed";
    const JUDGING: &str = "judged graded rated";
    words.is_one_of(verb, ASKING)
        || words.contains_any_in(verb + 1..verb + 2, "concern concerns concerned")
        || (!words.is_one_of(verb, JUDGING) && has_problem_words(words, verb))
}

/// Whether a sentence without such a verb tells of a problem at the time: "In 2015, at the time of our inspection, 750
/// suspects had not been dealt with". A grade is no problem.
pub fn tells_problem(words: &SentenceWords) -> bool {
    const EARLIER: [&str; 2] =
        ["last|previous|earlier ..3 inspection|inspections|report|assessment", "last time we|hmic|hmicfrs"];
    let is_dated = || year_of_work(words).is_some() || has_phrase(words, &EARLIER);
    let is_of_grade = words.contains_any("graded judged rated");
    account_verb(words).is_none()
        && !is_of_grade
        && is_dated()
        && is_in_past_tense(words)
        && has_problem_words(words, 0)
}

/// Whether words from a place on name a fault or a need.
pub fn has_problem_words(words: &SentenceWords, from: usize) -> bool {
    const PROBLEMS: &str = "needed|need|should|not|no|nor|lack*|incorrect*|inconsisten*|inappropriate*|weak*|poor*|\
        inadequa*|insufficien*|concern*|cause|causes|area|areas|fail*|low|lower|few|limited|too|unable|unclear|backlog*|\
        delay*|problem*|shortcoming*|gap*|ineffect*|inefficien*|variable|slow*|unaware|missed|miss|missing|wasn't|\
        weren't|didn't|hadn't|couldn't|doesn't|isn't|don't|aren't|hasn't|haven't|recommendation|recommendations|more|better|improve|greater|underdeveloped|inexperienced";
    find_phrase_in(words, from..words.places().end, PROBLEMS).is_some()
        || has_phrase(words, &["would|could benefit|improve|do|be", "would|could have"])
}

/// The verb of a main clause whose subject is the inspectorate: "we found", "HMIC recommended".
fn verb_of_inspectorate(words: &SentenceWords, place: usize) -> Option<usize> {
    inspection_verb(words, place).filter(|_| words.begins_clause(place))
}

/// The verb whose subject is a report or inspection: "our 2019 report said", "the inspection also found".
fn verb_of_report(words: &SentenceWords, place: usize) -> Option<usize> {
    const VERB: &str = "report|inspection|review|assessment|revisit ?also ?had \
        said|found|identified|highlighted|showed|noted|raised|recommended|concluded|stated|reported|criticised|described";
    let at = find_phrase_in(words, place..place + 4, VERB)?;
    (at.start == place).then(|| at.end - 1)
}

/// Whether the action is that of an earlier inspection, by its year or by a word such as "previously".
fn is_earlier(words: &SentenceWords, subject: usize, verb: usize) -> bool {
    const MAX_WORDS_BACK: usize = 16;
    const MAX_WORDS_AHEAD: usize = 14;
    const EARLIER: [&str; 3] =
        ["last year|time", "last|previous|earlier|prior ..3 inspection|report|assessment|review|peel", "previously"];
    const DATED: &str = "in|at|during|after|following our|the|hmic|hmicfrs last|previous|earlier|prior";
    let is_asked = words.is_one_of(verb, "recommended advised");
    let from = subject.saturating_sub(MAX_WORDS_BACK);
    let is_work_year = |place: usize| words.is_earlier_year(place) && !words.is_in_period(place);
    let is_dated_before = (from..verb).any(is_work_year);
    let is_dated_after =
        (verb..verb + MAX_WORDS_AHEAD).any(|place| is_work_year(place) && words.is_preceded_by(place, "in during"));
    let has_word = EARLIER.iter().any(|phrase| find_phrase_in(words, from..verb + 2, phrase).is_some())
        || find_phrase_in(words, verb + 1..verb + 4, DATED).is_some_and(|at| at.start == verb + 1);
    let is_this_year = (from..verb).any(|place| words.is_year_of_cycle(place));
    (is_asked || is_dated_before || is_dated_after || has_word) && !is_this_year
}
