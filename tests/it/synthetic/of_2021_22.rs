//! The invented report in the format of 2021/22.

use super::{assert_report, invented_report};

#[test]
fn a_report_of_2021_22_with_all_five_grades_and_an_area_that_was_not_inspected() {
    let report = invented_report("peel_2021_22.txt");
    assert_report(
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
