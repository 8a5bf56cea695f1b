//! Compares the tables of `data/` with the held reports.

use crate::samples;
use model::Report;
use model::folding::fold_phrase;
use parse::parse_report;
use std::collections::BTreeSet;
use tests::repository;

#[test]
fn there_are_43_forces_with_distinct_ids_and_names() {
    let forces = &repository::committed().corpus().forces;
    let ids: BTreeSet<&str> = forces.iter().map(|f| f.id.as_str()).collect();
    let names: BTreeSet<&str> = forces.iter().map(|f| f.name.as_str()).collect();
    assert_eq!((forces.len(), ids.len(), names.len()), (43, 43, 43));
    assert!(ids.iter().all(|id| model::slugify(id) == *id), "ids are used in addresses unchanged");
}

#[test]
fn each_held_report_has_a_known_force_the_scale_of_its_cycle_and_a_publication_date() {
    let corpus = repository::committed().corpus();
    for report in &corpus.reports {
        let force = corpus.force(&report.force.id).expect("a known force");
        assert!(force.has_name(&report.force.name), "{} prints {}", report.id, report.force.name);
        let scale = corpus.cycle(&report.cycle).expect("a known cycle").scale;
        assert!(report.scale == scale || report.judgments.is_empty(), "{}", report.id);
        assert!(corpus.publication_of(report).is_some(), "{}: nothing says when it was published", report.id);
    }
}

#[test]
fn every_judgment_of_the_held_reports_has_a_subject() {
    let corpus = repository::committed().corpus();
    for judgment in corpus.reports.iter().flat_map(|report| &report.judgments) {
        assert!(
            corpus.subject_of_judgment(judgment).is_some(),
            "{}: no subject groups '{}'",
            judgment.key,
            judgment.area
        );
    }
}

#[test]
fn the_questions_of_every_format_have_a_subject_except_where_no_other_round_asked_alike() {
    // Stop and search was asked about only in 2015.
    const ALONE: [&str; 1] =
        ["To what extent are decisions taken on the use of stop and search and Taser fair and appropriate?"];
    let corpus = repository::committed().corpus();
    let samples = reports_of_samples();
    let of_pillars = samples.iter().filter(|report| {
        ["2015", "2016", "2017", "2018/19"].contains(&report.cycle.as_str())
            && report.pillar.as_deref() != Some("Effectiveness")
    });
    let without: BTreeSet<&str> = of_pillars
        .flat_map(|report| &report.judgments)
        .filter(|judgment| corpus.subject_of_judgment(judgment).is_none())
        .map(|judgment| judgment.area.as_str())
        .collect();
    assert_eq!(without, BTreeSet::from(ALONE));
}

/// What the samples of all formats give.
fn reports_of_samples() -> Vec<Report> {
    let samples = samples::all_samples().into_iter();
    samples.map(|(.., text)| parse_report("any", &text).expect("a sample is read").report).collect()
}

#[test]
fn every_wording_of_a_subject_is_in_a_report_that_is_held_or_can_be_read_or_in_the_register() {
    let corpus = repository::committed().corpus();
    let samples = reports_of_samples();
    let judged = corpus.reports.iter().chain(&samples).flat_map(|report| &report.judgments);
    let judged = judged.flat_map(|judgment| std::iter::once(&judgment.area).chain(&judgment.also_called));
    let headed = corpus.findings().flat_map(|(_, finding)| &finding.section);
    let stated = corpus.register.iter().flat_map(|page| &page.grades).map(|stated| &stated.area);
    let printed: BTreeSet<String> = judged.chain(headed).chain(stated).map(|name| fold_phrase(name)).collect();
    let wordings = corpus.subjects.iter().flat_map(|subject| &subject.wordings);
    let not_printed: Vec<&String> = wordings.filter(|wording| !printed.contains(*wording)).collect();
    assert_eq!(not_printed, [""; 0]);
}

#[test]
fn no_wording_belongs_to_two_subjects() {
    let mut seen = BTreeSet::new();
    for subject in &repository::committed().corpus().subjects {
        for wording in &subject.wordings {
            assert!(seen.insert(wording), "'{wording}' belongs to two subjects; the second is {}", subject.name);
        }
    }
}

#[test]
fn cycles_after_a_break_are_not_called_comparable_and_the_breaks_are_the_two_known_ones() {
    for cycle in &repository::committed().corpus().cycles {
        assert!(cycle.break_label.is_none() || !cycle.comparable_with_previous, "{}", cycle.id);
    }
    let breaks = repository::committed().corpus().cycles.iter().filter(|cycle| cycle.break_label.is_some());
    assert_eq!(breaks.map(|cycle| cycle.id.as_str()).collect::<Vec<_>>(), ["2021/22", "2023-25"]);
}
