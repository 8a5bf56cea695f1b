//! Whole sentences, invented for the tests.

use crate::facts::measures::measures_of_text;

#[test]
fn a_label_is_the_clause_that_says_what_is_counted() {
    for (text, measures) in [
        (
            "For the 12 months to 30 June 2016, 29.9 percent of all recorded crime in Exshire had a vulnerable \
             victim, which is above the England and Wales figure of 14.3 percent.",
            vec![
                "of all recorded crime in Exshire had a vulnerable victim | 29.9 | percent | \
                 12 months to 30 June 2016 | England and Wales | 14.3",
            ],
        ),
        (
            "We found that checks were made in 40 out of 59 cases reviewed.",
            vec!["checks were made in 40 out of 59 cases reviewed | 40 out of 59 | cases | - | - | -"],
        ),
        (
            "Some 407 people were asked and 47 percent were satisfied.",
            vec![
                "Some 407 people were asked | 407 | people | - | - | -",
                "47 percent were satisfied | 47 | percent | - | - | -",
            ],
        ),
        (
            "The force has lower sickness among officers (2.2 percent) than the rate in England and Wales (2.5 percent).",
            vec!["The force has lower sickness among officers | 2.2 | percent | - | England and Wales | 2.5"],
        ),
        (
            "It recorded 9 percent as 'Difficult; no suspect', compared with 7 percent in England and Wales.",
            vec!["It recorded 9 percent as 'Difficult; no suspect' | 9 | percent | - | England and Wales | 7"],
        ),
    ] {
        assert_eq!(measures_of_text(text), measures, "{text}");
    }
}

#[test]
fn a_sentence_that_only_compares_completes_the_one_before() {
    let text = "The force spends £32 per head of population. This is above the £25 per head average for England and \
                Wales. This has increased by 4 percent.";
    assert_eq!(
        measures_of_text(text),
        [
            "The force spends £32 per head of population | £32 | per head of population | - | England and Wales | £25",
            "The force spends £32 per head of population. This is above the £25 per head average for England and Wales. \
             This has increased by 4 percent | 4 | percent | - | - | -",
        ]
    );
}

#[test]
fn consecutive_likelihoods_share_a_comparator() {
    let text = "In the year ending 31 March 2021, Black people were 13 times as likely to be searched as White \
                people. Asian people were three times as likely.";
    assert_eq!(
        measures_of_text(text),
        [
            "Black people were 13 times as likely to be searched | 13 | times as likely | \
             year ending 31 March 2021 | White people | -",
            "Asian people were three times as likely | three | times as likely | year ending 31 March 2021 | \
             White people | -",
        ]
    );
}

#[test]
fn a_part_has_the_unit_of_the_count_before_it() {
    let text = "In May 2022, we reviewed 20 cases. Of these 20, 8 were suitable.";
    assert_eq!(
        measures_of_text(text),
        [
            "we reviewed 20 cases | 20 | cases | May 2022 | - | -",
            "Of these 20, 8 were suitable | 8 | cases | May 2022 | - | -"
        ]
    );
}

#[test]
fn sentences_about_all_forces_and_texts_without_stops_give_no_measures() {
    assert_eq!(measures_of_text("We reviewed 20 cases in each force."), [""; 0]);
    assert_eq!(measures_of_text(&"it had 20 cases and ".repeat(200)), [""; 0]);
}
