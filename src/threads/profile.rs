//! What is known of each finding for comparing it with others.

use crate::vocabulary::{FindingTerms, Vocabulary};
use crate::words::{Rarity, stems};
use corpus::Corpus;
use model::{Finding, ForceId, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A finding, or a sentence that is compared with findings.
pub struct Profile {
    /// Its terms.
    pub terms: FindingTerms,
    /// The stems of its telling words.
    pub stems: BTreeSet<String>,
    /// The id of its subject.
    pub subject: Option<String>,
}

/// A finding with its report and its profile.
pub struct ProfiledFinding<'r> {
    /// The report that has it.
    pub report: &'r Report,
    /// The finding.
    pub finding: &'r Finding,
    /// Its profile.
    pub profile: Profile,
}

/// The profiles of the findings on one force, in the order of the reports and their text.
pub struct Profiles<'r> {
    /// The vocabulary of the terms.
    pub vocabulary: &'r Vocabulary,
    /// How rare words are in the findings on all forces.
    pub rarity: Rc<Rarity>,
    /// The findings.
    pub findings: Vec<ProfiledFinding<'r>>,
}

impl<'r> Profiles<'r> {
    /// Reads the findings of all reports. The forces are in the order of their ids.
    pub fn by_force(
        corpus: &Corpus,
        reports: &[&'r Report],
        vocabulary: &'r Vocabulary,
    ) -> BTreeMap<&'r ForceId, Profiles<'r>> {
        let profiled = |(report, finding)| profiled_finding(corpus, vocabulary, report, finding);
        let findings: Vec<ProfiledFinding> = with_reports(reports).map(profiled).collect();
        let rarity = Rc::new(Rarity::new(findings.iter().map(|finding| &finding.profile.stems)));
        let of_none = || Profiles { vocabulary, rarity: Rc::clone(&rarity), findings: Vec::new() };
        let mut by_force: BTreeMap<&ForceId, Profiles> =
            reports.iter().map(|report| (&report.force.id, of_none())).collect();
        for finding in findings {
            by_force.entry(&finding.report.force.id).or_insert_with(of_none).findings.push(finding);
        }
        by_force
    }

    /// Reads the findings on one force. Those on other forces only tell how rare words are.
    pub fn of_force(
        corpus: &Corpus,
        reports: &[&'r Report],
        vocabulary: &'r Vocabulary,
        force: &ForceId,
    ) -> Profiles<'r> {
        let stems: Vec<BTreeSet<String>> = with_reports(reports)
            .map(|(report, finding)| telling_stems(report, &finding.texts().collect::<Vec<_>>()))
            .collect();
        let of_force = with_reports(reports).filter(|(report, _)| report.force.id == *force);
        let findings = of_force.map(|(report, finding)| profiled_finding(corpus, vocabulary, report, finding));
        Profiles { vocabulary, rarity: Rc::new(Rarity::new(stems.iter())), findings: findings.collect() }
    }

    /// The profile of sentences of a report that are compared with findings.
    pub fn profile_of(&self, report: &Report, sentences: &[&str], subject: Option<String>) -> Profile {
        Profile { terms: self.vocabulary.terms_of(sentences, &[]), stems: telling_stems(report, sentences), subject }
    }

    /// The names of terms, for a reason in words.
    pub fn term_names(&self, terms: &BTreeSet<usize>) -> Vec<&str> {
        terms.iter().map(|term| self.vocabulary.terms[*term].name.as_str()).collect()
    }
}

/// All findings, each with its report.
fn with_reports<'r>(reports: &[&'r Report]) -> impl Iterator<Item = (&'r Report, &'r Finding)> {
    reports.iter().flat_map(|report| report.findings.iter().map(|finding| (*report, finding)))
}

fn profiled_finding<'r>(
    corpus: &Corpus,
    vocabulary: &Vocabulary,
    report: &'r Report,
    finding: &'r Finding,
) -> ProfiledFinding<'r> {
    let head: Vec<&str> = std::iter::once(&finding.text).chain(&finding.items).map(String::as_str).collect();
    let subject = corpus.subject_of_finding(report, finding).map(|subject| subject.id.clone());
    let words: Vec<&str> = finding.texts().collect();
    let terms = vocabulary.terms_of(&head, &finding.body);
    ProfiledFinding { report, finding, profile: Profile { terms, stems: telling_stems(report, &words), subject } }
}

/// The stems of some texts without those of the name of the force, which is in all of them.
fn telling_stems(report: &Report, texts: &[&str]) -> BTreeSet<String> {
    let of_force = stems(&report.force.name);
    texts.iter().flat_map(|text| stems(text)).filter(|stem| !of_force.contains(stem)).collect()
}
