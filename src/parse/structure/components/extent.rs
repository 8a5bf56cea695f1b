//! Sentences that give the grade of a pillar as an extent.

use super::Pillar;
use super::headings::Part;
use model::Grade;
use model::folding::fold_phrase;

/// Reads "the extent to which the force operates efficiently and sustainably requires improvement."
pub fn pillar_extent(text: &str, pillars: &[Pillar]) -> Option<(Part, Grade)> {
    const LONGEST: usize = 200;
    const START: &str = "the extent to which ";
    if text.len() > LONGEST || !text.contains("extent to which") {
        return None;
    }
    let words = fold_phrase(text);
    let words = words.trim_end_matches(['.', ';', ',', ' ']);
    let words = words.strip_suffix("; and").unwrap_or(words).strip_prefix(START)?;
    let (topic, grade) = Grade::ALL.into_iter().find_map(|grade| {
        let word = fold_phrase(grade.name());
        let verb = if grade == Grade::RequiresImprovement { String::new() } else { "is ".to_string() };
        Some((words.strip_suffix(&format!(" {verb}{word}"))?, grade))
    })?;
    // "effectively" and "effective at", "efficiently", "legitimately": each pillar by its stem.
    let stem = |pillar: &Pillar| fold_phrase(pillar.name).trim_end_matches("ness").trim_end_matches("cy").to_string();
    let mut of = (0..pillars.len()).filter(|p| topic.contains(&stem(&pillars[*p])));
    match (of.next(), of.next()) {
        (Some(p), None) => Some((Part::Pillar(p), grade)),
        _ => None,
    }
}
