//! Suggested links: findings of one force that are about the same issue, in our reading.
//!
//! Findings of different forces are never linked: the inspectorate's standard phrases make them look alike.

use crate::links::SuggestedLink;
use crate::profile::{Profile, ProfiledFinding, Profiles};
use crate::review::{Review, Reviews};
use std::collections::BTreeSet;

/// The greatest number of rare words that a link lists.
const MAX_SHARED_WORDS: usize = 5;

/// Suggests links between findings in different reports on a force; without those that a person rejected.
pub fn suggested_links(profiles: &Profiles, reviews: &Reviews) -> Vec<SuggestedLink> {
    let mut links = Vec::new();
    for (n, a) in profiles.findings.iter().enumerate() {
        let later = profiles.findings[n + 1..].iter().filter(|b| b.report.id != a.report.id);
        for b in later {
            let review = reviews.of(&a.finding.key, &b.finding.key);
            let reason = reason_to_link(profiles, &a.profile, &b.profile);
            let reason = match (reason, review) {
                (_, Some((Review::Rejected, _))) | (None, None) => continue,
                (Some(reason), _) => reason,
                // A person found a link that the rules do not.
                (None, Some((_, reason))) => reason.to_string(),
            };
            let review = review.map_or(Review::Unreviewed, |(review, _)| review);
            links.push(make_link(profiles, a, b, reason, review));
        }
    }
    links
}

fn make_link(
    profiles: &Profiles,
    a: &ProfiledFinding,
    b: &ProfiledFinding,
    reason: String,
    review: Review,
) -> SuggestedLink {
    let terms = shared_terms(&a.profile, &b.profile).unwrap_or_default();
    let rare = profiles.rarity.shared_rare(&a.profile.stems, &b.profile.stems);
    let names = profiles.term_names(&terms).into_iter().map(str::to_string);
    SuggestedLink {
        a: a.finding.key.clone(),
        b: b.finding.key.clone(),
        reason,
        shared: names.chain(rare.into_iter().take(MAX_SHARED_WORDS)).collect(),
        review,
    }
}

/// Why two findings, or a sentence and a finding, are taken to be about the same issue; `None` if they are not.
pub fn reason_to_link(profiles: &Profiles, a: &Profile, b: &Profile) -> Option<String> {
    match shared_terms(a, b) {
        Some(terms) => Some(format!("both: {}", in_words(&profiles.term_names(&terms)))),
        None => have_same_subject(a, b).then(|| alike_by_words(profiles, a, b)).flatten(),
    }
}

/// Names as a list in words: "problem solving, evaluation and sharing of what works".
fn in_words(names: &[&str]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// The terms that make two profiles be about the same issue: an issue, the same aspect of the same topic, or two aspects of
/// the same subject. `None` if they share too little.
fn shared_terms(a: &Profile, b: &Profile) -> Option<BTreeSet<usize>> {
    let (a_terms, b_terms) = (&a.terms, &b.terms);
    let issues: BTreeSet<usize> = a_terms.issues.intersection(&b_terms.issues).copied().collect();
    let of_topics = a_terms.aspects_of_topics.intersection(&b_terms.aspects_of_topics);
    let of_topics: BTreeSet<usize> = of_topics.flat_map(|(topic, aspect)| [*topic, *aspect]).collect();
    let aspects: BTreeSet<usize> = a_terms.aspects.intersection(&b_terms.aspects).copied().collect();
    [issues, of_topics]
        .into_iter()
        .find(|terms| !terms.is_empty())
        .or_else(|| (have_same_subject(a, b) && aspects.len() >= 2).then_some(aspects))
}

fn have_same_subject(a: &Profile, b: &Profile) -> bool {
    a.subject.is_some() && a.subject == b.subject
}

/// That two profiles of one subject share so many rare words that they are about the same issue.
fn alike_by_words(profiles: &Profiles, a: &Profile, b: &Profile) -> Option<String> {
    const MIN_LIKENESS: f64 = 0.3;
    const MIN_SHARED: usize = 4;
    let rare = profiles.rarity.shared_rare(&a.stems, &b.stems);
    let is_alike = rare.len() >= MIN_SHARED && profiles.rarity.likeness(&a.stems, &b.stems) >= MIN_LIKENESS;
    is_alike.then(|| format!("both use rare words: {}", rare[..MIN_SHARED].join(", ")))
}
