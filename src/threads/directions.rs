//! Sentences that set a judgment against an earlier one: "This contrasts with last year's assessment".

use crate::restatement::sentences_of;
use crate::words::first_words;
use corpus::Corpus;
use intake::sentence::split_sentences;
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{
    Direction, FindingKind, Judgment, JudgmentStatus, Passage, Reference, ReferenceStatus, ReferenceSubject, Report,
    Scope,
};

/// All of them, in the order of the reports and of their text.
pub fn directions(corpus: &Corpus, reports: &[&Report]) -> Vec<Direction> {
    let with_report = reports.iter().flat_map(|report| report.references.iter().map(move |r| (*report, r)));
    with_report.filter_map(|(report, reference)| read_direction(corpus, report, reference)).collect()
}

/// How many words a mark shows.
const MAX_WORDS: usize = 3;

fn read_direction(corpus: &Corpus, report: &Report, reference: &Reference) -> Option<Direction> {
    if !reference.status.says_what_became() {
        return None;
    }
    let judgment = match reference.subject {
        ReferenceSubject::Judgment => judgment_meant(corpus, report, reference),
        ReferenceSubject::Finding => judgment_pointed_to(report, reference),
        _ => None,
    }?;
    Some(Direction {
        judgment: judgment.key.clone(),
        words: first_words(reference.status_words.as_ref()?, MAX_WORDS),
        sentence: reference.quote.clone(),
        lines: Passage::lines_of(&reference.passages)?,
    })
}

/// The judgment of its own report that a sentence about an earlier judgment is about: the overall one, that of the finding
/// which the sentence is part of, the one that it or the sentence before it names, or the only one that is carried forward.
fn judgment_meant<'r>(corpus: &Corpus, report: &'r Report, reference: &Reference) -> Option<&'r Judgment> {
    let own = reference.finding.as_ref().and_then(|key| report.findings.iter().find(|finding| finding.key == *key));
    if let Some(judgment) = own.and_then(|finding| report.judgment(finding.judgment.as_ref()?)) {
        return Some(judgment);
    }
    if reference.status == ReferenceStatus::CarriedForward {
        let mut carried = report.judgments.iter().filter(|j| j.status == JudgmentStatus::CarriedForward);
        return carried.next().filter(|_| carried.next().is_none());
    }
    let texts: Vec<FoldedText> = sentences_of(reference).into_iter().map(FoldedText::new).collect();
    let is_named = |judgment: &&Judgment| {
        let subject = corpus.subject_of_judgment(judgment);
        let wordings = subject.into_iter().flat_map(|subject| &subject.wordings).chain([&judgment.area]);
        wordings
            .map(|wording| Needle::prefix(fold_words(wording)))
            .any(|words| texts.iter().any(|text| text.has_match(&words)))
    };
    let mut parts = report.judgments.iter().filter(|judgment| judgment.scope != Scope::Overall);
    parts.find(is_named).or_else(|| report.judgments.iter().find(|judgment| judgment.scope == Scope::Overall))
}

/// The judgment that a summary begins with, if the sentence is the second of that summary and points to the first: "This is
/// consistent with last year's findings".
fn judgment_pointed_to<'r>(report: &'r Report, reference: &Reference) -> Option<&'r Judgment> {
    let finding = report.findings.iter().find(|finding| Some(&finding.key) == reference.finding.as_ref())?;
    let judgment = report.judgment(finding.judgment.as_ref()?)?;
    let second = split_sentences(&finding.text).nth(1)?.text;
    let points = reference.quote.starts_with("This is") || reference.quote.starts_with("This contrasts");
    let is_summary = finding.kind == FindingKind::SummaryPoint;
    (is_summary && points && second.trim() == reference.quote).then_some(judgment)
}
