//! Stated links: a report itself says that it speaks of something earlier, and the sentence is the evidence.

use crate::earlier_inspection::{EarlierInspection, cycle_before};
use crate::links::StatedLink;
use crate::named_inspections::NamedInspection;
use crate::not_held;
use crate::profile::Profiles;
use crate::restatement::{in_same_box, restating_finding, sentences_of};
use crate::suggested::reason_to_link;
use corpus::Corpus;
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{
    FindingKey, FindingKind, Judgment, JudgmentStatus, Passage, Reference, ReferenceStatus, ReferenceSubject, Report,
    Scope,
};

/// The links that every reference states, in the order of the reports and of their text.
pub fn stated_links(
    corpus: &Corpus,
    reports: &[&Report],
    profiles: &Profiles,
    inspections: &[NamedInspection],
) -> Vec<StatedLink> {
    let mut links: Vec<StatedLink> = Vec::new();
    for report in reports {
        let mut before: Option<(&Reference, EarlierInspection)> = None;
        for reference in &report.references {
            let near = before.filter(|(last, _)| is_near(last, reference));
            let earlier = EarlierInspection::read(reference, report, near.map(|(_, earlier)| earlier), inspections);
            let own = restating_finding(profiles, report, reference);
            let inherits = near.is_some() && goes_on(reference);
            let restated_by = own.or_else(|| {
                let before = links.last().filter(|_| inherits)?.restated_by.as_ref()?;
                in_same_box(report, reference.subject, before)
            });
            // "This related to a recommendation of 2014" is said in passing: what follows goes on with what was before.
            let is_aside = reference.quote.starts_with("This related ") || reference.quote.starts_with("This follows ");
            let kept = near.map(|(_, earlier)| earlier).filter(|_| is_aside);
            let continues = near.is_some_and(|(last, _)| goes_on_with_matter(last, reference, &earlier));
            before = Some((reference, kept.unwrap_or(earlier)));
            let link = make_link(corpus, reports, report, profiles, reference, &earlier, restated_by);
            links.push(StatedLink { continues, ..link });
        }
    }
    links
}

/// Whether a reference stands near the one before it, in the same finding or in running text.
fn is_near(before: &Reference, reference: &Reference) -> bool {
    const MAX_LINES: u32 = 40;
    let line = |reference: &Reference| reference.passages.first().map_or(0, |passage| passage.lines[0]);
    before.finding == reference.finding && line(reference).saturating_sub(line(before)) <= MAX_LINES
}

/// Whether a sentence goes on with the matter of the one before it: it points back, names no inspection of its own, or says
/// what became of what that one raised.
fn goes_on_with_matter(last: &Reference, reference: &Reference, earlier: &EarlierInspection) -> bool {
    let answers = reference.status.says_what_became() && !last.status.says_what_became();
    let starts_anew = reference.quote.starts_with("We also found");
    goes_on(reference)
        || (earlier.is_inherited && !starts_anew)
        || (answers && reference.subject != ReferenceSubject::Inspection)
}

/// Whether a sentence goes on with the matter of the reference before it: "This recommendation is being progressed".
fn goes_on(reference: &Reference) -> bool {
    const POINTING: [&str; 8] = [
        "this recommendation",
        "this cause of concern",
        "this area",
        "these ",
        "this hmic recommendation",
        "the cause of concern",
        "the continuing cause",
        "this problem",
    ];
    let quote = reference.quote.to_lowercase();
    reference.continues || POINTING.iter().any(|words| quote.contains(words)) || quote.starts_with("this ")
}

fn make_link(
    corpus: &Corpus,
    reports: &[&Report],
    report: &Report,
    profiles: &Profiles,
    reference: &Reference,
    earlier: &EarlierInspection,
    restated_by: Option<FindingKey>,
) -> StatedLink {
    let held = held_reports(corpus, reports, report, earlier);
    let target = carried_forward_judgment(report, reference)
        .or_else(|| held.iter().find_map(|held| target_in(corpus, report, held, profiles, reference)));
    let not_held = target.is_none().then(|| not_held::describe(corpus, report, earlier, !held.is_empty()));
    StatedLink {
        report: report.id.clone(),
        lines: Passage::lines_of(&reference.passages).unwrap_or_default(),
        sentence: reference.quote.clone(),
        subject: reference.subject,
        years: reference.years.clone(),
        status: reference.status,
        status_words: reference.status_words.clone(),
        finding: reference.finding.clone(),
        restated_by,
        target_report: held.first().map(|held| held.id.clone()),
        target,
        not_held,
        continues: false,
        antecedent: reference.antecedent.clone(),
    }
}

/// The reports held of the inspection that a sentence speaks of, or of the one before if it does not say which.
fn held_reports<'r>(
    corpus: &Corpus,
    reports: &[&'r Report],
    report: &Report,
    earlier: &EarlierInspection,
) -> Vec<&'r Report> {
    let cycle = match earlier.cycle(corpus, report) {
        None if earlier.year.is_none() && earlier.named.is_none() => cycle_before(corpus, &report.force.id, report),
        cycle => cycle,
    };
    let pillar = |held: &Report| match (earlier.pillar, &held.pillar) {
        (Some(named), Some(pillar)) => pillar.eq_ignore_ascii_case(named),
        (None, Some(pillar)) => report.pillar.as_ref().is_none_or(|own| own == pillar),
        (_, None) => true,
    };
    let fits = |held: &&&Report| {
        held.id != report.id
            && held.force.id == report.force.id
            && cycle.is_some_and(|cycle| cycle.id == held.cycle)
            && pillar(held)
    };
    reports.iter().filter(fits).copied().collect()
}

/// The judgment of this report that carries an earlier grade forward, if the sentence says so and there is only one.
fn carried_forward_judgment(report: &Report, reference: &Reference) -> Option<String> {
    if reference.status != ReferenceStatus::CarriedForward {
        return None;
    }
    let of_year = |inspected: &Option<String>| inspected.as_ref().is_some_and(|year| reference.years.contains(year));
    let carried =
        report.judgments.iter().filter(|j| j.status == JudgmentStatus::CarriedForward && of_year(&j.inspected));
    let carried: Vec<_> = carried.collect();
    match carried.as_slice() {
        [only] => Some(only.key.to_string()),
        _ => None,
    }
}

/// The finding or judgment of a held report that a sentence speaks of; `None` unless one is clearly meant.
fn target_in(
    corpus: &Corpus,
    report: &Report,
    held: &Report,
    profiles: &Profiles,
    reference: &Reference,
) -> Option<String> {
    if reference.subject == ReferenceSubject::Judgment {
        return Some(judgment_in(corpus, report, held, reference)?.key.to_string());
    }
    let candidates = profiles.findings.iter().filter(|f| f.report.id == held.id);
    let candidates = candidates.filter(|f| match reference.subject {
        ReferenceSubject::CauseOfConcern => f.finding.kind == FindingKind::CauseOfConcern,
        ReferenceSubject::Recommendation => f.finding.kind == FindingKind::Recommendation,
        _ => true,
    });
    let linked = candidates.filter_map(|f| {
        let sentence = profiles.profile_of(report, &sentences_of(reference), f.profile.subject.clone());
        reason_to_link(profiles, &sentence, &f.profile)?;
        Some((profiles.rarity.likeness(&sentence.stems, &f.profile.stems), f))
    });
    let best = linked.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(best.1.finding.key.to_string())
}

/// The judgment of a held report that a sentence speaks of: the overall one, or that on the subject of the finding that
/// the sentence is part of, or on the question that it names.
fn judgment_in<'r>(corpus: &Corpus, report: &Report, held: &'r Report, reference: &Reference) -> Option<&'r Judgment> {
    const OVERALL: [&str; 3] = ["overall judgment", "in respect of", "overall"];
    let own = reference.finding.as_ref().and_then(|key| report.findings.iter().find(|finding| finding.key == *key));
    let texts: Vec<FoldedText> = sentences_of(reference).into_iter().map(FoldedText::new).collect();
    let has = |words: &str| texts.iter().any(|text| text.has_match(&Needle::prefix(words)));
    if own.is_none() && OVERALL.iter().any(|words| has(words)) {
        return held.judgments.iter().find(|judgment| judgment.scope == Scope::Overall);
    }
    let named = || {
        let wordings = corpus.subjects.iter().flat_map(|s| s.wordings.iter().map(move |wording| (wording, s)));
        let in_sentence = wordings.filter(|(wording, _)| has(&fold_words(wording)));
        in_sentence.max_by_key(|(wording, _)| wording.len()).map(|(_, subject)| subject)
    };
    let subject = own.and_then(|finding| corpus.subject_of_finding(report, finding)).or_else(named)?;
    held.judgments.iter().find(|judgment| corpus.subject_of_judgment(judgment) == Some(subject))
}
