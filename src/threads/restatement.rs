//! The finding of the same report that raises what a sentence speaks of.

use crate::profile::{ProfiledFinding, Profiles};
use crate::suggested::reason_to_link;
use model::{FindingKey, FindingKind, Reference, ReferenceSubject, Report};

/// The sentences by which a reference is compared with findings: itself, and what it points back to.
pub fn sentences_of(reference: &Reference) -> Vec<&str> {
    reference.antecedent.iter().chain(std::iter::once(&reference.quote)).map(String::as_str).collect()
}

/// The finding that restates a matter, in our reading; `None` if none clearly does.
pub fn restating_finding(profiles: &Profiles, report: &Report, reference: &Reference) -> Option<FindingKey> {
    /// Fewer words will do for a cause of concern: a report has few of them.
    const MIN_LIKENESS_OF_CONCERN: f64 = 0.08;
    const MIN_LIKENESS: f64 = 0.2;
    let is_concern = reference.subject == ReferenceSubject::CauseOfConcern;
    let needed = if is_concern { MIN_LIKENESS_OF_CONCERN } else { MIN_LIKENESS };
    if let Some(own) = &reference.finding {
        return profiles.findings.iter().find(|f| f.finding.key == *own && asks(f)).map(|f| f.finding.key.clone());
    }
    let judgment = section_judgment(report, reference);
    let candidates = profiles.findings.iter().filter(|f| {
        f.report.id == report.id && asks(f) && f.finding.judgment.as_ref() == judgment && fits(reference.subject, f)
    });
    let scored = candidates.filter_map(|f| {
        let sentence = profiles.profile_of(report, &sentences_of(reference), f.profile.subject.clone());
        let likeness = profiles.rarity.likeness(&sentence.stems, &f.profile.stems);
        let is_linked = reason_to_link(profiles, &sentence, &f.profile).is_some();
        let score = if is_linked { likeness + 1.0 } else { likeness };
        (score >= needed).then_some((score, f))
    });
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(best.1.finding.key.clone())
}

/// The finding that restates the same matter as `inherited` and is of the kind that the sentence speaks of: for a cause of
/// concern the parent of a recommendation, and for a recommendation the only one that answers a cause of concern.
pub fn in_same_box(report: &Report, subject: ReferenceSubject, inherited: &FindingKey) -> Option<FindingKey> {
    let finding = report.findings.iter().find(|finding| finding.key == *inherited)?;
    match (subject, finding.kind) {
        (ReferenceSubject::CauseOfConcern, FindingKind::Recommendation) => finding.parent.clone(),
        (ReferenceSubject::Recommendation, FindingKind::CauseOfConcern) => {
            let mut answers = report.findings.iter().filter(|answer| answer.parent.as_ref() == Some(inherited));
            answers.next().filter(|_| answers.next().is_none()).map(|answer| answer.key.clone())
        }
        _ => Some(inherited.clone()),
    }
}

/// Whether a finding asks for something, or says that something is wrong.
fn asks(f: &ProfiledFinding) -> bool {
    matches!(
        f.finding.kind,
        FindingKind::AreaForImprovement | FindingKind::CauseOfConcern | FindingKind::Recommendation
    )
}

/// Whether a finding may restate something of this kind: a cause of concern stays one.
fn fits(subject: ReferenceSubject, f: &ProfiledFinding) -> bool {
    match subject {
        ReferenceSubject::CauseOfConcern => f.finding.kind == FindingKind::CauseOfConcern,
        ReferenceSubject::Recommendation => f.finding.kind == FindingKind::Recommendation,
        _ => f.finding.kind != FindingKind::Recommendation || f.finding.parent.is_none(),
    }
}

/// The judgment of the section that a sentence is in: that of the next finding in the text, as findings stand at the end of
/// their section.
fn section_judgment<'r>(report: &'r Report, reference: &Reference) -> Option<&'r model::JudgmentKey> {
    let at = reference.passages.first()?.bytes[0];
    let next = report.findings.iter().filter(|finding| finding.passages.first().is_some_and(|p| p.bytes[0] > at));
    next.min_by_key(|finding| finding.passages[0].bytes[0])?.judgment.as_ref()
}
