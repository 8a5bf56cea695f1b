//! Sentences that mention the inspectorate's work, and speak of something else than what it said about this force: the
//! trend of a figure, other forces, how it inspects, or what will come.

use crate::facts::references::phrase::{begins_with, find_phrase, has_phrase};
use crate::facts::references::sentence_words::SentenceWords;

/// Whether a sentence mentions earlier work only in passing.
pub fn is_about_other_matters(words: &SentenceWords) -> bool {
    is_about_figures(words) || is_about_future(words) || is_about_many_forces(words) || is_about_method(words)
}

/// Whether an inspection only dates the trend of a figure: "recent increases may be attributed to the renewed focus on
/// crime recording since HMIC's national inspection of crime data in 2014".
fn is_about_figures(words: &SentenceWords) -> bool {
    const FIGURES: &str = "increase increases decrease decreases rise fall data figures rate trend volume";
    const SINCE: &str = "since|after ?our|hmic|hmicfrs ..4 inspection|inspections|report";
    const FORCE: [&str; 2] = ["the|this force|constabulary|alliance has|have|now|is", "it has"];
    let since = find_phrase(words, SINCE);
    since.is_some_and(|at| words.contains_any_in(0..at.start.min(8), FIGURES)) && !has_phrase(words, &FORCE)
}

/// Whether a sentence says how the inspectorate inspects: "We extended the risk-based approach that we used in our 2017
/// inspection".
fn is_about_method(words: &SentenceWords) -> bool {
    const METHOD: [&str; 4] = [
        "risk based approach",
        "integrated peel assessment",
        "we|hmic|hmicfrs adopted|extended|changed ..3 approach|methodology",
        "extent to which forces",
    ];
    has_phrase(words, &METHOD)
}

/// Whether a sentence only looks ahead: "HMICFRS will continue to monitor areas for improvement identified in previous
/// inspections".
fn is_about_future(words: &SentenceWords) -> bool {
    const AHEAD: &[&str] =
        &["we|hmic|hmicfrs will|intend|plan|expect|'ll", "we'll", "i will", "we|hmic|hmicfrs look|looks forward to"];
    begins_with(words, AHEAD)
}

/// Whether a sentence tells what the inspectorate found nationally, or in other forces: "HMIC had concerns about how well
/// many forces were protecting those who were vulnerable".
fn is_about_many_forces(words: &SentenceWords) -> bool {
    const MANY: [&str; 4] = [
        "many|most|some|several|few|other|nine|ten police|of forces",
        "many|most|some|several|few|other forces",
        "at a national level",
        "national|thematic inspection|report|review|overview|spotlight|findings|complaint",
    ];
    const THIS_FORCE: [&str; 2] =
        ["this|the force|constabulary|alliance|service", "police|constabulary ?also has|was|is|had|should"];
    has_phrase(words, &MANY) && !has_phrase(words, &THIS_FORCE)
}
