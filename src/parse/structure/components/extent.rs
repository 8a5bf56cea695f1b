//! Sentences that give the grade of a pillar as an extent.

use super::Pillar;
use super::headings::Part;
use crate::structure::areas::grade_sentences::grade_verb;
use intake::block::Block;
use model::Grade;
use model::folding::fold_phrase;

/// The blocks that give the grade of a pillar, each with the pillar.
pub fn pillar_extents<'b, 'a>(body: &'b [Block<'a>], pillars: &[Pillar]) -> Vec<(Part, Grade, &'b Block<'a>)> {
    body.iter()
        .filter_map(|block| {
            let (part, grade) = pillar_extent(&block.text(), pillars)?;
            Some((part, grade, block))
        })
        .collect()
}

/// Reads "the extent to which the force operates efficiently and sustainably requires improvement."
fn pillar_extent(text: &str, pillars: &[Pillar]) -> Option<(Part, Grade)> {
    const LONGEST: usize = 200;
    const START: &str = "the extent to which ";
    if text.len() > LONGEST || !text.contains("extent to which") {
        return None;
    }
    let words = fold_phrase(text);
    let words = words.trim_end_matches(['.', ';', ',', ' ']);
    let words = words.strip_suffix("; and").unwrap_or(words).strip_prefix(START)?;
    let mut grades = Grade::ALL.into_iter();
    let (topic, grade) =
        grades.find_map(|grade| Some((words.strip_suffix(&format!(" {}", grade_verb(grade)))?, grade)))?;
    // "effectively" and "effective at", "efficiently", "legitimately": each pillar by its stem.
    let stem = |pillar: &Pillar| fold_phrase(pillar.name).trim_end_matches("ness").trim_end_matches("cy").to_string();
    let mut of = (0..pillars.len()).filter(|p| topic.contains(&stem(&pillars[*p])));
    match (of.next(), of.next()) {
        (Some(p), None) => Some((Part::Pillar(p), grade)),
        _ => None,
    }
}
