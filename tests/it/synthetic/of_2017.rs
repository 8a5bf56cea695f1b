//! The invented report in the format of 2017.

use super::{assert_report, invented_report};

#[test]
fn a_report_of_2017_with_two_grades_carried_forward_and_a_cause_of_concern() {
    let report = invented_report("effectiveness_2017.txt");
    assert_report(
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
             HMICFRS. Some have called many times.",
            "Recommendation 4 answers 1 [Within six months = 2018-10]: Within six months, the force should make sure \
             that: / • every call is answered; and / • every answer is kept.",
            "Recommendation 4 answers 1 [By July 2018 = 2018-07]: By July 2018, the force should tell its callers.",
            "Area for improvement 4: The force should count its callers.",
            "Area for improvement 6: The force should rehearse.",
        ],
    );
}
