//! Which text gives an area of a 2021/22 report its grade, and which only looks like it.

use model::{FindingKind, Report};
use parse::parse_report;
use tests::synthetic;

/// What is read from the invented report of 2021/22 after these replacements. Each replaced text occurs once.
fn report_after(changes: &[(&str, &str)]) -> Report {
    let (name, text) = synthetic::INVENTED_REPORTS[4];
    let text = changes.iter().fold(text.to_string(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    parse_report(name, &text).expect("it is read").report
}

/// Each area with its grade or state, one line each.
fn area_lines(report: &Report) -> Vec<String> {
    let line = |j: &model::Judgment| match j.grade {
        Some(grade) => format!("{}: {grade}", j.area),
        None => format!("{}: {:?}", j.area, j.status),
    };
    report.judgments.iter().map(line).collect()
}

/// The kind of each problem, and its number of passages.
fn problem_kinds(report: &Report) -> Vec<(&str, usize)> {
    report.problems.iter().map(|problem| (problem.kind_name.as_str(), problem.passages.len())).collect()
}

/// The areas of the unchanged report, except those whose names start with this.
fn area_lines_without(area: &str) -> Vec<String> {
    area_lines(&report_after(&[])).into_iter().filter(|line| !line.starts_with(area)).collect()
}

#[test]
fn a_sentence_under_a_main_finding_or_observation_grades_no_area() {
    for words in [
        "Every team is good at meeting residents.",
        "The force is outstanding in its use of volunteers.",
        "We don't think that the force is inadequate at talking to schools.",
        "I am pleased that the force is good at answering emergency calls.",
        "The force started a survey, which hasn't yet been completed.",
        "One patrol car in five wasn't inspected before it went out.",
        "Because of the pandemic, we didn't inspect forces in 2020.",
    ] {
        for explanation in ["Calls ring for minutes.", "It wrote no reason down in 40 of 41 cases."] {
            let report = report_after(&[(explanation, words)]);
            assert_eq!(area_lines(&report), area_lines(&report_after(&[])), "{words}");
            let kept = report.findings.iter().filter(|finding| finding.body == [words]).count();
            assert_eq!(kept, 1, "{words}");
            assert_eq!(problem_kinds(&report), [], "{words}");
        }
    }
}

#[test]
fn a_section_that_is_not_an_area_gives_no_judgment() {
    let heading = "HM Inspector's observations\n\nThese";
    for words in
        ["Exshire Police is good at prevention.", "Good", "Our inspection of forces hasn't yet been completed."]
    {
        let part = format!("Important changes to PEEL\n\n{words}\n\n{heading}");
        assert_eq!(area_lines(&report_after(&[(heading, &part)])), area_lines(&report_after(&[])), "{words}");
    }
}

#[test]
fn a_sentence_alone_grades_an_area_only_if_it_is_about_the_force() {
    let stated = "Good\n\nExshire Police is good at finding out who did it.";
    for sentence in ["Exshire Police is good at finding out who did it.", "The force is good at investigating crime."] {
        assert_eq!(area_lines(&report_after(&[(stated, sentence)])), area_lines(&report_after(&[])));
    }
    for sentence in [
        "We think that the force is good at investigating crime.",
        "Wyeshire Police is good at investigating crime.",
        "The force is good at investigating theft and inadequate at investigating fraud.",
    ] {
        let report = report_after(&[(stated, sentence)]);
        assert_eq!(area_lines(&report), area_lines_without("Investigating crime"), "{sentence}");
        assert_eq!(report.problems[0].kind_name, "missing_grade", "{sentence}");
    }
}

#[test]
fn an_ungraded_area_keeps_its_findings_and_one_without_a_stated_reason_is_a_problem() {
    let reason = "We did not inspect how Exshire Police disrupts serious organised crime.";
    let with_box = format!("{reason}\n\nArea for improvement\n\nThe force should share what it knows\n\nIt does not.");
    let report = report_after(&[(reason, &with_box)]);
    assert_eq!(area_lines(&report), area_lines(&report_after(&[])));
    let found = report.findings.iter().find(|finding| finding.text == "The force should share what it knows");
    let area = report.judgments.iter().find(|judgment| judgment.area == "Disrupting serious organised crime");
    assert_eq!(found.and_then(|finding| finding.judgment.as_ref()), area.map(|judgment| &judgment.key));
    let report = report_after(&[(reason, "We will report on it later.")]);
    assert_eq!(area_lines(&report), area_lines_without("Disrupting"));
    assert_eq!(problem_kinds(&report), [("missing_grade", 1)]);
}

#[test]
fn if_the_table_and_a_section_print_different_grades_neither_is_used_whatever_the_sentence_says() {
    let stated = "Outstanding\n\nExshire Police is outstanding at preventing crime.";
    for other in [
        "Good\n\nExshire Police is good at preventing crime.",
        "Good\n\nExshire Police is outstanding at preventing crime.",
        "Good",
    ] {
        let report = report_after(&[(stated, other)]);
        assert_eq!(area_lines(&report), area_lines_without("Preventing crime"), "{other}");
        assert_eq!(problem_kinds(&report), [("unclear_grade", 2), ("wrong_count", 1)], "{other}");
        let practice = report.findings.iter().find(|finding| finding.kind == FindingKind::PromisingPractice);
        assert!(practice.is_some_and(|finding| finding.judgment.is_none()), "{other}");
    }
    // The only cell and the only area that are left over belong together, although their names differ.
    let report = report_after(&[
        ("Treatment of the public\tResponding", "Fair dealing\tResponding"),
        (
            "Requires\nimprovement\n\nExshire Police requires improvement at treating",
            "Good\n\nExshire Police is good at treating",
        ),
    ]);
    assert_eq!(area_lines(&report), area_lines_without("Treating the public fairly"));
    assert_eq!(problem_kinds(&report), [("unclear_grade", 2), ("wrong_count", 1)]);
}

#[test]
fn an_area_that_the_table_names_under_two_grades_is_unclear() {
    let report = report_after(&[("\tOffender management\t", "\tOffender management, Preventing crime\t")]);
    assert_eq!(area_lines(&report), area_lines(&report_after(&[])), "one cell is one name");
    let report = report_after(&[(
        "Responding to the public\n\nWe also",
        "Responding to the public\n\tPreventing crime\n\nWe also",
    )]);
    assert_eq!(area_lines(&report), area_lines_without("Preventing crime"));
}

#[test]
fn a_sentence_that_contradicts_table_and_section_does_not_change_the_printed_grade() {
    let sentence =
        ("Exshire Police is outstanding at preventing crime.", "Exshire Police is good at preventing crime.");
    let report = report_after(&[sentence]);
    assert_eq!(area_lines(&report), area_lines(&report_after(&[])));
    assert_eq!(report.problems.iter().map(|p| p.kind_name.as_str()).collect::<Vec<_>>(), ["contradiction"]);
    // Without a table it is not known which of the two is right.
    let report =
        report_after(&[sentence, ("Outstanding\tGood\tAdequate\tRequires improvement\tInadequate", "Our grades")]);
    assert_eq!(area_lines(&report), area_lines_without("Preventing crime"));
}

#[test]
fn headings_that_end_with_a_full_stop_separate_items_whatever_the_force_is_called() {
    let asked = [
        "The constabulary should answer calls faster.",
        "Exshire Police needs to improve how it assesses risk.",
        "The service must make sure that repeat callers are identified.",
    ];
    let items: Vec<String> = asked.iter().map(|asked| format!("{asked}\n\nIt does not. Staff have no time.")).collect();
    let report = report_after(&[(
        "The force should go to those who call\n\nOfficers stay in the station.",
        &items.join("\n\n"),
    )]);
    let found: Vec<&str> = finding_texts_of_kind(&report, FindingKind::AreaForImprovement);
    assert_eq!(found, asked);
}

#[test]
fn boxes_may_be_numbered_and_a_heading_that_only_begins_like_one_is_a_problem() {
    let report = report_after(&[
        ("Cause of concern\n\nExshire", "Cause of concern 1\n\nExshire"),
        ("Areas for improvement\n\nThe force", "AREAS FOR IMPROVEMENT 1\n\nThe force"),
    ]);
    assert_eq!(problem_kinds(&report), []);
    assert_eq!(finding_texts(&report), finding_texts(&report_after(&[])));
    let report = report_after(&[("Cause of concern\n\nExshire", "Cause of concern (calls)\n\nExshire")]);
    assert_eq!(finding_texts_of_kind(&report, FindingKind::CauseOfConcern), [""; 0]);
    assert_eq!(problem_kinds(&report), [("unclear_box", 1), ("lone_recommendation", 1)]);
}

#[test]
fn what_the_inspectors_will_do_is_not_a_recommendation() {
    let revisit = "We will revisit the force in the autumn and we expect that by then it should have made progress.";
    let report = report_after(&[("- write down who called.", &format!("- write down who called.\n\n{revisit}"))]);
    assert_eq!(finding_texts(&report), finding_texts(&report_after(&[])));
}

#[test]
fn the_same_main_finding_in_two_areas_is_two_findings() {
    let same = "The force has made progress since our last PEEL inspection\n\nIt has done what we asked.";
    let report = report_after(&[
        ("The force understands its towns", &format!("{same}\n\nThe force understands its towns")),
        ("The force stops people for no reason", &format!("{same}\n\nThe force stops people for no reason")),
    ]);
    let found = finding_texts_of_kind(&report, FindingKind::MainFinding);
    assert_eq!(found.iter().filter(|text| text.ends_with("PEEL inspection")).count(), 2);
}

#[test]
fn the_rest_of_a_paragraph_after_a_page_break_is_not_an_area_for_improvement() {
    let parted =
        "The team told\n\n12\n\nInspector Smith so. He\n\n13\n\nPolice Scotland has it and\n\nDyfed-Powys Police too.";
    let report = report_after(&[("Officers stay in the station.", parted)]);
    assert_eq!(
        finding_texts_of_kind(&report, FindingKind::AreaForImprovement),
        ["The force should go to those who call"]
    );
    assert_eq!(problem_kinds(&report), [("unfinished", 1)]);
    let finding = report.findings.iter().find(|finding| finding.text == "The force should go to those who call");
    let rest = "Inspector Smith so. He Police Scotland has it and Dyfed-Powys Police too.";
    assert_eq!(finding.map(|finding| finding.body.clone()), Some(vec!["The team told".to_string(), rest.to_string()]));
}

#[test]
fn an_item_that_may_continue_after_a_page_break_is_a_problem() {
    let (last, end) = ("- write down who called.\n", "- write down what it told\n\n12\n\nWyeshire Police does so.\n");
    let report = report_after(&[(last, end)]);
    assert_eq!(finding_texts(&report).len(), finding_texts(&report_after(&[])).len());
    assert_eq!(problem_kinds(&report), [("unfinished", 2)]);
}

/// The text and items of each finding.
fn finding_texts(report: &Report) -> Vec<(&str, &[String])> {
    report.findings.iter().map(|finding| (finding.text.as_str(), finding.items.as_slice())).collect()
}

/// The texts of the findings of one kind.
fn finding_texts_of_kind(report: &Report, kind: FindingKind) -> Vec<&str> {
    report.findings.iter().filter(|finding| finding.kind == kind).map(|finding| finding.text.as_str()).collect()
}
