//! Invented reports of invented forces: other counts, orders, grades and line widths than the held reports have.

use force_findings::model::{Finding, Judgment, Report};
use force_findings::parse::parse;

fn read(name: &str, text: &str) -> Report {
    parse(name, text).unwrap_or_else(|refusal| panic!("{name}: {refusal}")).report
}

/// Reads one of the invented texts.
fn invented(name: &str) -> Report {
    let (name, text) = TEXTS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("there is no {name}"));
    read(name, text)
}

/// Every invented text with its name.
pub const TEXTS: [(&str, &str); 5] = [
    ("core_business_2014.txt", include_str!("synthetic/core_business_2014.txt")),
    ("crime_2014.txt", include_str!("synthetic/crime_2014.txt")),
    ("effectiveness_2016.txt", include_str!("synthetic/effectiveness_2016.txt")),
    ("effectiveness_2017.txt", include_str!("synthetic/effectiveness_2017.txt")),
    ("peel_2021_22.txt", include_str!("synthetic/peel_2021_22.txt")),
];

/// Who, when and on what scale, in one line.
fn identity(report: &Report) -> String {
    let when = |when: Option<force_findings::model::When>| when.map_or("-".to_string(), String::from);
    let inspector = report.inspector.as_deref().unwrap_or("-");
    let (published, inspected) = (when(report.published), when(report.inspected));
    format!("{} | {} | {published} | {inspected} | {inspector} | {:?}", report.id, report.force.name, report.scale)
}

/// Each judgment in a line.
fn judgments(report: &Report) -> Vec<String> {
    let line = |j: &Judgment| {
        let grade = j.grade.map_or(String::new(), |grade| format!(" {grade}"));
        let year = j.inspected.as_ref().map_or(String::new(), |year| format!(" ({year})"));
        let others: String = j.also_called.iter().map(|name| format!(" = {name}")).collect();
        format!("{:?} {:?}{grade}{year}: {}{others}", j.scope, j.state, j.area)
    };
    report.judgments.iter().map(line).collect()
}

/// Each finding in a line: kind, the number of its judgment, the number of the finding it answers, deadline, words.
fn findings(report: &Report) -> Vec<String> {
    let line = |f: &Finding| {
        let under = f.judgment.as_ref().and_then(|key| report.judgments.iter().position(|j| j.key == *key));
        let under = under.map_or("-".to_string(), |n| (n + 1).to_string());
        let parent = f.parent.as_ref().and_then(|key| report.findings.iter().position(|f| f.key == *key));
        let answers = parent.map_or(String::new(), |n| format!(" answers {}", n + 1));
        let deadline =
            f.deadline.as_ref().map(|d| format!(" [{} = {}]", d.text, d.due.map_or("-".into(), String::from)));
        let rest: String = crate::readable::rest(f).iter().map(|words| format!(" / {words}")).collect();
        let terms = if f.terms.is_empty() { String::new() } else { format!(" {{{}}}", f.terms.join("; ")) };
        format!("{} {under}{answers}{}: {}{rest}{terms}", f.kind.name(), deadline.unwrap_or_default(), f.text)
    };
    report.findings.iter().map(line).collect()
}

fn problems(report: &Report) -> Vec<&str> {
    report.problems.iter().map(|problem| problem.message.as_str()).collect()
}

/// Holds what a report says against what its text was written to say.
#[track_caller]
fn assert_says(report: &Report, identity: &str, judgments: &[&str], findings: &[&str]) {
    assert_eq!(self::identity(report), identity);
    assert_eq!(self::judgments(report), judgments);
    assert_eq!(self::findings(report), findings);
    assert_eq!(problems(report), [""; 0]);
}

#[test]
fn a_letter_with_other_subjects_and_a_bullet_over_a_page_break() {
    let report = invented("core_business_2014.txt");
    assert_says(
        &report,
        "wyeshire-2014-core-business | Wyeshire Constabulary | 2014-10-09 | 2014-02/2014-05 | Jo Sample | Ungraded",
        &[],
        &[
            "Letter finding -: HMIC found an outstanding number of patrol hours.",
            "Letter finding -: The force has no strategy for preventing crime. It could write one, and consult the public \
             while it does so.",
            "Letter finding -: Officers understand how their actions prevent crime. However, they record little of it.",
            "Letter finding -: Good use is made of volunteers.",
        ],
    );
    let sections: Vec<&str> = report.findings.iter().map(|f| f.section[0].as_str()).collect();
    let [first, second] = ["Freeing up time", "Preventing crime and reducing harm"];
    assert_eq!(sections, [first, second, second, second]);
}

#[test]
fn a_crime_inspection_of_three_different_grades_with_recommendations_under_two_questions() {
    let report = invented("crime_2014.txt");
    assert_says(
        &report,
        "exshire-2014-crime | Exshire Police | - | - | - | FourTier",
        &[
            "Question Graded Outstanding: How effective is the force at reducing crime and preventing offending?",
            "Question Graded Inadequate: How effective is the force at investigating offending?",
            "Question Graded Requires improvement: How effective is the force at tackling anti-social behaviour?",
        ],
        &[
            "Summary point 1: The force prevents crime with skill and with patience.",
            "Summary point 1: It knows its towns.",
            "Recommendation 2 [By June 2015 = 2015-06]: By June 2015, Exshire Police should ensure that its supervisors: \
             / • read each file; and / • sign it.",
            "Recommendation 2 [immediately = -]: Exshire Police should immediately take photographs of injuries.",
            "Summary point 2: Investigations are not supervised.",
            "Recommendation 3 [Within twelve months = -]: Within twelve months, Exshire Police should map complaints.",
            "Summary point 3: Complaints are answered late.",
            "Summary point 3: Victims are not called back.",
        ],
    );
}

#[test]
fn a_report_of_2016_set_narrower_with_its_questions_in_another_order_and_one_fewer() {
    let report = invented("effectiveness_2016.txt");
    assert_says(
        &report,
        "exshire-2016-effectiveness | Exshire Police | - | 2016-10/2016-11 | - | FourTier",
        &[
            "Overall Graded Inadequate (2016): How effective is the force at keeping people safe and reducing crime?",
            "Question Graded Outstanding (2016): How effective is the force at investigating crime and reducing \
             re-offending?",
            "Question Graded Inadequate (2016): How effective is the force at protecting those who are vulnerable from \
             harm, and supporting victims?",
            "Question Graded Requires improvement (2016): How effective is the force at preventing crime, tackling \
             anti-social behaviour and keeping people safe?",
            "Question Ungraded (2016): How effective are the force’s specialist capabilities?",
        ],
        &[
            "Summary point 2: Exshire Police is outstanding at investigating crime and reducing re-offending.",
            "Summary point 2: It keeps every promise that it has made to the victims of crime, and it writes each one \
             down so that its supervisors can see whether it was kept.",
            "Summary point 3: Vulnerable people wait too long for the police in the north of the county, and nobody tells \
             them why it is that they have to wait.",
            "Cause of concern 3: People who are at risk are not identified. This is a cause of concern to HMIC.",
            "Recommendation 3 answers 4 [By April 2017 = 2017-04]: By April 2017, the force should: \
             / • train its call handlers; and / • listen to their calls.",
            "Recommendation 3 answers 4 [immediately = -]: The force should immediately visit those who wait.",
            "Area for improvement 3: The force should improve its record of visits.",
            "Summary point 4: The force knows its communities.",
            "Area for improvement 4: The force should adopt a problem-solving process.",
            "Summary point 5: Exshire Police has the arrangements that it needs.",
        ],
    );
}

#[test]
fn a_report_of_2017_that_carries_two_grades_forward_and_has_a_cause_of_concern() {
    let report = invented("effectiveness_2017.txt");
    assert_says(
        &report,
        "wyeshire-2017-effectiveness | Wyeshire Constabulary | 2018-04 | 2017 | - | FourTier",
        &[
            "Overall Graded Inadequate (2017): Overall effectiveness 2017",
            "Question CarriedForward Outstanding (2016): Preventing crime and tackling anti-social behaviour",
            "Question Graded Outstanding (2017): Investigating crime and reducing re-offending",
            "Question Graded Inadequate (2017): Protecting vulnerable people and supporting victims \
             = Protecting vulnerable people",
            "Question CarriedForward Requires improvement (2016): Tackling serious and organised crime",
            "Question Ungraded (2017): Specialist capabilities",
        ],
        &[
            "Cause of concern 4: The force leaves vulnerable people without an answer. This is a cause of concern to \
             HMICFRS. / Some have called many times.",
            "Recommendation 4 answers 1 [Within six months = 2018-10]: Within six months, the force should make sure \
             that: / • every call is answered; and / • every answer is kept.",
            "Recommendation 4 answers 1 [By July 2018 = 2018-07]: By July 2018, the force should tell its callers.",
            "Area for improvement 4: The force should count its callers.",
            "Area for improvement 6: The force should rehearse.",
        ],
    );
}

#[test]
fn a_report_of_2021_22_with_all_five_grades_and_an_area_that_was_not_inspected() {
    let report = invented("peel_2021_22.txt");
    assert_says(
        &report,
        "exshire-2021-22-peel | Exshire Police | 2022-11 | - | Sam Sample | FiveTier",
        &[
            "Area Ungraded: Providing a service to the victims of crime = Victim service assessment",
            "Area Graded Outstanding: Preventing crime",
            "Area Graded Inadequate: Responding to the public",
            "Area Graded Good: Investigating crime = finding out who did it",
            "Area Graded Adequate: Managing offenders = offender management",
            "Area Graded Requires improvement: Treating the public fairly = Treatment of the public \
             = treating people fairly",
            "Area NotInspected: Disrupting serious organised crime",
            "Area Pending: Vetting and counter corruption",
        ],
        &[
            "Observation -: The force answers too late / Calls ring for minutes.",
            "Summary point -: It talks to its communities.",
            "Victim service finding 1: The force records crime accurately / It records what it is told.",
            "Promising practice 2: The force plants hedges / Hedges keep burglars out. {hedges}",
            "Main finding 2: The force understands its towns / It walks through them with: / • a map; and \
             / • a neighbourhood (local) officer. / It comes back the next day. {neighbourhood (local) officer}",
            "Cause of concern 3: Exshire Police doesn't answer emergency calls / Of 50 calls, 9 were answered.",
            "Recommendation 3 answers 6 [Within three months = 2023-02]: Within three months the force should: \
             / • answer its telephones; and / • write down who called.",
            "Area for improvement 3: The force should go to those who call / Officers stay in the station.",
            "Main finding 6: The force stops people for no reason / It wrote no reason down in 40 of 41 cases.",
        ],
    );
}

#[test]
fn line_ends_of_another_system_change_no_word() {
    for source in crate::held::sources() {
        let report = read(&source.file, &source.text.replace('\n', "\r\n"));
        assert_eq!(identity(&report), identity(source.report()));
        assert_eq!(judgments(&report), judgments(source.report()));
        assert_eq!(findings(&report), findings(source.report()));
    }
}
