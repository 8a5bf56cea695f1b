//! The invented report in the format of 2016.

use super::{assert_report, invented_report};

#[test]
fn a_report_of_2016_with_narrower_lines_and_one_question_fewer_in_another_order() {
    let report = invented_report("effectiveness_2016.txt");
    assert_report(
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
