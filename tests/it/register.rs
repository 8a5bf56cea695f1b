//! Compares the register of grades on public pages with the forces, the scales and the held reports.

use corpus::{Corpus, PublicGrade};
use explore::route;
use explore::state::{State, View};
use model::*;
use tests::repository;

#[test]
fn every_row_of_the_register_has_a_known_force_and_a_grade_on_the_scale_of_its_cycle() {
    let corpus = repository::committed().corpus();
    let rows = repository::committed().read_text("grade-register.csv").lines().count() - 1;
    let of_table = || corpus.register.iter().filter(|page| page.publisher != PageSource::LaterReport);
    assert_eq!(of_table().map(|page| page.grades.len()).sum::<usize>(), rows);
    for page in of_table() {
        assert!(corpus.force(&page.force).is_some(), "{page:?}");
        let scale = corpus.cycle(&page.cycle).expect("a known cycle").scale;
        assert!(page.grades.iter().all(|stated| scale.position_of(stated.grade).is_some()), "{page:?}");
        assert!(page.url.starts_with("http"), "{page:?}");
    }
}

#[test]
fn a_grade_that_a_later_report_carries_forward_is_known_of_its_own_year_with_that_report_as_its_source() {
    let corpus = repository::committed().corpus();
    let mut checked = 0;
    for report in &corpus.reports {
        for judgment in report.judgments.iter().filter(|j| j.status == JudgmentStatus::CarriedForward) {
            let year =
                judgment.inspected.as_deref().and_then(|year| corpus.cycle(year)).expect("a year that is a cycle");
            let subject = corpus.subject_of_judgment(judgment).expect("a subject");
            if corpus.held_reports_on(&report.force.id).any(|held| held.cycle == year.id) {
                continue;
            }
            // Another page may state another grade.
            let known = corpus.grades_only_in_register(&report.force.id, &year.id);
            let is_it =
                |k: &&PublicGrade| k.subject.is_some_and(|s| s.id == subject.id) && Some(k.grade) == judgment.grade;
            let known = known.iter().find(is_it).expect("a known grade");
            let source = known.sources.iter().find(|(page, _)| page.publisher == PageSource::LaterReport);
            let (page, stated) = source.expect("the report as a source");
            assert_eq!(page.url, route::path(&State::for_view(View::Report(report.id.clone()))));
            assert_eq!(stated.area, judgment.area);
            checked += 1;
        }
    }
    assert!(checked > 0);
}

#[test]
fn every_count_of_grades_adds_up_to_the_graded_areas() {
    let corpus = repository::committed().corpus();
    let counts: Vec<&GradeCount> = corpus.register.iter().filter_map(|page| page.count.as_ref()).collect();
    assert_eq!(counts.len(), repository::committed().read_text("grade-counts.csv").lines().count() - 1);
    assert!(counts.iter().all(|count| count.of_each.iter().sum::<usize>() == count.graded));
}

#[test]
fn no_page_states_a_grade_on_a_subject_that_the_cycle_is_said_not_to_have_graded() {
    let corpus = repository::committed().corpus();
    let mut checked = 0;
    for page in &corpus.register {
        for stated in &page.grades {
            let Some(subject) = stated.subject.as_ref() else { continue };
            let subject = corpus.subjects.iter().find(|s| s.id == *subject).expect("a subject");
            let reading = subject.readings.iter().find(|reading| reading.cycle == page.cycle);
            let reading = reading.unwrap_or_else(|| panic!("{} in {} is graded: {page:?}", subject.name, page.cycle));
            assert_ne!(reading.relation, WordingRelation::NoEquivalent, "{} in {}", subject.name, page.cycle);
            assert_ne!(reading.graded, Some(GradedForces::No), "{} in {}", subject.name, page.cycle);
            checked += 1;
        }
    }
    assert!(checked > 1000, "{checked}");
}

#[test]
fn the_register_agrees_with_the_held_reports() {
    let corpus = repository::committed().corpus();
    let mut compared = 0;
    for report in &corpus.reports {
        for judgment in report.judgments.iter().filter(|j| j.grade.is_some()) {
            let subject = corpus.subject_of_judgment(judgment).expect("a subject");
            for page in corpus.pages_in_register(&report.force.id, &report.cycle) {
                let same = |s: &&StatedGrade| corpus.subject_named(&s.area).is_some_and(|of| of.id == subject.id);
                for stated in page.grades.iter().filter(same) {
                    assert_eq!(
                        Some(stated.grade),
                        judgment.grade,
                        "{}: {} states another grade",
                        judgment.key,
                        page.url
                    );
                    compared += 1;
                }
            }
        }
    }
    assert!(compared >= 7, "only {compared} grades of held reports are stated by public pages too");
}

#[test]
fn known_grades_are_not_repeated_and_do_not_repeat_those_of_held_reports() {
    let corpus = repository::committed().corpus();
    for force in &corpus.forces {
        for cycle in &corpus.cycles {
            let known = corpus.grades_only_in_register(&force.id, &cycle.id);
            let mut facts: Vec<(&str, Grade)> = known.iter().map(|k| (k.name(), k.grade)).collect();
            let all = facts.len();
            facts.sort_by_key(|(name, grade)| (*name, grade.name()));
            facts.dedup();
            assert_eq!(facts.len(), all, "{} {}", force.id, cycle.id);
            let judged: Vec<&str> = corpus
                .reports_on(&force.id)
                .filter(|report| report.cycle == cycle.id)
                .flat_map(|report| &report.judgments)
                .filter_map(|j| corpus.subject_of_judgment(j).map(|s| s.name.as_str()))
                .collect();
            assert!(known.iter().all(|k| !judged.contains(&k.name())), "{} {}", force.id, cycle.id);
        }
    }
}

#[test]
fn rows_that_cannot_be_right_are_refused_with_their_number() {
    let refused = |row: &str| {
        let mut editorial = repository::committed().editorial();
        editorial.grade_register_csv = format!("force,cycle,scope,area,grade,page_date,source,source_url\n{row}\n");
        Corpus::collect(&editorial, Vec::new()).expect_err("a wrong row").to_string()
    };
    let wrong = refused("kent,2016,pillar,Efficiency,Adequate,,inspectorate,https://example.org/");
    assert_eq!(wrong, "data/grade-register.csv, row 2: the scale of 2016 has no grade 'Adequate'");
    let wrong = refused("exshire,2016,pillar,Efficiency,Good,,inspectorate,https://example.org/");
    assert_eq!(wrong, "data/grade-register.csv, row 2: 'exshire' is not a force in data/forces.csv");
    for address in ["javascript:alert(1)", "//example.org/", "https://", "https://example.org/a b", ""] {
        let wrong = refused(&format!("kent,2016,pillar,Efficiency,Good,,inspectorate,{address}"));
        assert!(wrong.contains("line: 2") && wrong.contains("is not an address of the web"), "it says: {wrong}");
    }
}
