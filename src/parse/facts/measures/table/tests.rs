//! Whole tables, invented for the tests.

use crate::facts::measures::measures_of_text;

const ROWS: &str = "
Figure 2: Police-recorded crime rates (per 1,000 population) in Exshire, for the
12 months to 30 June 2016

* The rate of burglary in a dwelling is the rate for 1,000 households

Figure 3: Change in the rate (per 1,000 population), by force

In the 12 months to 31 March 2016, Exshire Police recorded 21 incidents per 1,000 population. In England

Rates per 1,000 population Exshire
Police

England and
Wales

Recorded crime (excluding fraud) 66.7 68.2

Sexual offences 1.6 -

Assault with injury - 7.0

Burglary in a dwelling* 11.0 8.1
 and Wales as a whole, there were 24 incidents per 1,000 population.
";

#[test]
fn rows_have_the_unit_and_period_of_their_figure_and_the_paragraph_around_them_continues() {
    assert_eq!(
        measures_of_text(ROWS),
        [
            "Exshire Police recorded 21 incidents per 1,000 population | 21 | per 1,000 population | \
             12 months to 31 March 2016 | England and Wales | 24",
            "Recorded crime (excluding fraud) | 66.7 | per 1,000 population | 12 months to 30 June 2016 | \
             England and Wales | 68.2",
            "Sexual offences | 1.6 | per 1,000 population | 12 months to 30 June 2016 | - | -",
            "Burglary in a dwelling | 11.0 | per 1,000 households | 12 months to 30 June 2016 | \
             England and Wales | 8.1",
        ]
    );
}

#[test]
fn columns_may_be_in_the_other_order_and_the_label_of_a_part_includes_its_group() {
    let text = "
Figure 4: Proportion of outcomes assigned to offences recorded in Exshire Police, in
12 months to 30 June 2016, by outcome type6

Outcome
number Outcome type / group\tEngland and Wales\tExshire Police

1\tCharged/Summonsed\t14.2\t12.1
Evidential difficulties (victim supports police action)

15 Suspect identified 7.8 8.3

Evidential difficulties (victim does not support
police action) 9.1 13.8

Total\t100.00\t100.00
";
    assert_eq!(
        measures_of_text(text),
        [
            "Charged/Summonsed | 12.1 | percent | 12 months to 30 June 2016 | England and Wales | 14.2",
            "Evidential difficulties (victim supports police action): Suspect identified | 8.3 | percent | \
             12 months to 30 June 2016 | England and Wales | 7.8",
            "Evidential difficulties (victim does not support police action) | 13.8 | percent | \
             12 months to 30 June 2016 | England and Wales | 9.1",
            "Total | 100.00 | percent | 12 months to 30 June 2016 | England and Wales | 100.00",
        ]
    );
}

#[test]
fn a_note_on_two_starred_rows_is_read_for_each() {
    let text = "
12 months to June 2014 Wyeshire
Constabulary rate (per
1,000 population)

England and Wales
total rate (per 1,000
population)

Sexual offences 1.0 1.2

Burglary in a dwelling* 7.0 8.9

Anti-social behaviour incidents* 36.8 36.8

*Note that anti-social behaviour data is for the 12 months to March 2014 and the rate for burglary in a
dwelling is the rate per 1,000 households, not population.
";
    assert_eq!(
        measures_of_text(text),
        [
            "Sexual offences | 1.0 | per 1,000 population | 12 months to June 2014 | England and Wales | 1.2",
            "Burglary in a dwelling | 7.0 | per 1,000 households | 12 months to June 2014 | \
             England and Wales | 8.9",
            "Anti-social behaviour incidents | 36.8 | per 1,000 population | 12 months to March 2014 | \
             England and Wales | 36.8",
        ]
    );
}

#[test]
fn tables_of_contents_and_judgments_are_not_tables_of_measures() {
    let text = "Police\tEngland and Wales\nCalls\t12\nGrade\tGood\t2017\nFirearms capability.....\t23\n";
    assert_eq!(measures_of_text(text), [""; 0]);
}

#[test]
fn header_and_rows_may_be_in_one_block_and_values_on_their_own_lines() {
    let rows = [
        "Crime excluding fraud | 66.2 | per 1,000 population | 12 months to June 2014 | England and Wales | 60.7",
        "Sexual offences | 1.4 | per 1,000 population | 12 months to June 2014 | England and Wales | 1.2",
    ];
    let one_block = "
12 months to June 2014 Wyeshire Constabulary rate (per 1,000
population) England and Wales total rate (per 1,000 population)
Crime excluding fraud 66.2 60.7
Sexual offences 1.4 1.2

The force recorded less.
";
    assert_eq!(measures_of_text(one_block), rows);
    let own_lines = "
12 months to June 2014

Wyeshire Constabulary
rate (per 1,000 population)

England and Wales

Crime excluding fraud

66.2

60.7

Violence with injury

Sexual offences

1.4

1.2
";
    assert_eq!(measures_of_text(own_lines), rows);
}

#[test]
fn values_without_a_header_are_not_measures() {
    assert_eq!(measures_of_text("Sexual offences 1.6 1.9\n\n12%\n\n88.5\n\n60.7\n"), [""; 0]);
}

#[test]
fn a_row_may_be_broken_between_its_values() {
    let text = "Outcome type Exshire Police England and Wales\n\nFurther investigation not in the\npublic interest 0.1\n0.2\n\n\
                Section 18 3.1 4.2\n";
    assert_eq!(
        measures_of_text(text),
        [
            "Further investigation not in the public interest | 0.1 | - | - | England and Wales | 0.2",
            "Section 18 | 3.1 | - | - | England and Wales | 4.2",
        ]
    );
}
