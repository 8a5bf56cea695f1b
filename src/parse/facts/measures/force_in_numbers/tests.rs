//! Whole "Force in numbers" parts, invented for the tests.

use crate::facts::measures::measures_of_text;

#[test]
fn labels_have_values_periods_and_notes() {
    let text = "
Force in numbers

Calls for assistance

Incidents per 1,000 population 12 months to 30 June 2017

Wyeshire Constabulary

England and Wales

235

282

Crime outcomes*

Charged/summonsed

Wyeshire Constabulary

England and Wales

9%

10%

Investigation completed but no suspect identified

Wyeshire Constabulary

England and Wales

47%

-

Domestic abuse

Arrests 12 months to 30 June 2016 against 12 months to 30 June 2017

Wyeshire Constabulary

England and Wales

+3%\t-0.05%

Calls 12 months to 30 June 2017

Wyeshire Constabulary

England and Wales

13

*Figures are shown as proportions of outcomes recorded in the 12 months to 30 June 2017.

Risk-based inspection

HMICFRS adopted an interim approach.
";
    assert_eq!(
        measures_of_text(text),
        [
            "Incidents per 1,000 population | 235 | per 1,000 population | 12 months to 30 June 2017 | \
             England and Wales | 282",
            "Charged/summonsed | 9% | percent | 12 months to 30 June 2017 | England and Wales | 10%",
            "Investigation completed but no suspect identified | 47% | percent | 12 months to 30 June 2017 | - | -",
            "Arrests | +3% | percent | 12 months to 30 June 2016 against 12 months to 30 June 2017 | \
             England and Wales | -0.05%",
        ]
    );
}

#[test]
fn a_row_may_hold_names_or_values_and_the_names_may_be_printed_once() {
    let text =
        "Force in numbers\n\n\tExshire Police\tEngland and Wales\nCrimes as at 1 July 2017\t71\t77\nCalls\t2\t3\n";
    assert_eq!(
        measures_of_text(text),
        ["Crimes | 71 | - | as at 1 July 2017 | England and Wales | 77", "Calls | 2 | - | - | England and Wales | 3"]
    );
}

#[test]
fn names_may_be_side_by_side_or_next_to_their_values() {
    let text = "
Force in numbers

Anti-social behaviour (ASB) incidents per 1,000 population 12 months to 31 March
2017
Exshire Police                England and Wales
22                            31

Crime outcomes*

Charged/summonsed

Exshire Police 8%
England and Wales 10%

*Figures are of offences recorded in the 12 months to 30 June 2017.
";
    assert_eq!(
        measures_of_text(text),
        [
            "Anti-social behaviour (ASB) incidents per 1,000 population | 22 | per 1,000 population | \
             12 months to 31 March 2017 | England and Wales | 31",
            "Charged/summonsed | 8% | percent | 12 months to 30 June 2017 | England and Wales | 10%",
        ]
    );
}
