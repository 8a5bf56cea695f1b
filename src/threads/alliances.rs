//! What a report says of an alliance, and so of another force too.

use corpus::Corpus;
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{AllianceSentence, Force, Passage, Report, SharedSentence, SharedWords};

/// For each report on a force in an alliance, what it says of both forces; in the order of the reports.
pub fn shared_words(corpus: &Corpus, reports: &[&Report]) -> Vec<SharedWords> {
    reports.iter().filter_map(|report| shared_words_of(corpus, report)).collect()
}

fn shared_words_of(corpus: &Corpus, report: &Report) -> Option<SharedWords> {
    /// How reports say that what they write of the alliance is about both forces.
    const RULES: [&str; 3] = ["applying equally to either", "apply equally to both", "applies to both forces"];
    /// How a sentence says that it is about both.
    const OF_BOTH: [&str; 5] =
        ["across the alliance", "across both forces", "alliance forces", "both forces", "either force"];
    let texts: Vec<(&AllianceSentence, FoldedText)> =
        report.alliances.iter().map(|sentence| (sentence, FoldedText::new(&sentence.quote))).collect();
    let has = |text: &FoldedText, words: &str| text.has_match(&Needle::prefix(fold_words(words)));
    let partner = corpus.forces.iter().filter(|force| force.id != report.force.id).find(|force| {
        texts.iter().any(|(_, text)| partner_names(force).any(|name| has(text, &format!("alliance with {name}"))))
    })?;
    let rule = texts.iter().find(|(_, text)| RULES.iter().any(|words| has(text, words)));
    let names_partner = |text: &FoldedText| has(text, "alliance with");
    let is_shared = |text: &FoldedText| match rule {
        Some(_) => !names_partner(text),
        None => OF_BOTH.iter().any(|words| has(text, words)),
    };
    let is_rule = |sentence: &AllianceSentence| rule.is_some_and(|(rule, _)| rule.passages == sentence.passages);
    let shared: Vec<SharedSentence> = texts
        .iter()
        .filter(|(sentence, text)| !is_rule(sentence) && is_shared(text))
        .map(|(sentence, _)| shared_sentence(sentence))
        .collect();
    (!shared.is_empty()).then(|| SharedWords {
        report: report.id.clone(),
        force: partner.id.clone(),
        rule: rule.map(|(sentence, _)| shared_sentence(sentence)),
        sentences: shared,
    })
}

/// The names of a force as a report may print them.
fn partner_names(force: &Force) -> impl Iterator<Item = &str> {
    let short = force.name.strip_suffix(" Police").unwrap_or(&force.name);
    [force.name.as_str(), short].into_iter().chain(force.other_names.iter().map(String::as_str))
}

fn shared_sentence(sentence: &AllianceSentence) -> SharedSentence {
    let lines = Passage::lines_of(&sentence.passages).unwrap_or_default();
    SharedSentence { words: sentence.quote.clone(), lines, finding: sentence.finding.clone() }
}
