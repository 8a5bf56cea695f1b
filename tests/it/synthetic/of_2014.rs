//! The invented reports in the two formats of 2014.

use super::{assert_report, invented_report};

#[test]
fn a_letter_with_other_sections_and_a_bullet_across_a_page_break() {
    let report = invented_report("core_business_2014.txt");
    assert_report(
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
fn a_crime_inspection_with_three_different_grades_and_recommendations_under_two_questions() {
    let report = invented_report("crime_2014.txt");
    assert_report(
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
