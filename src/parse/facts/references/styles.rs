//! Tests with sentences in the styles of all cycles, about invented forces.

use crate::facts::references::reader::{ReferenceReader, SentencePosition};
use crate::facts::references::sentence_words::SentenceWords;
use model::ReferenceStatus::{
    self, CarriedForward, Declined, Improved, Nothing, PartlyResolved, RaisedAgain, RaisedBefore, Resolved, Unchanged,
};

/// The status that each sentence of a paragraph is read with; `None` for one that is no reference.
fn statuses(cycle_year: u16, paragraph: &[&str]) -> Vec<Option<ReferenceStatus>> {
    let mut reader = ReferenceReader::default();
    let mut read = |sentence: &&str| {
        reader.read(&SentenceWords::new(sentence, cycle_year), SentencePosition::Same).map(|reading| reading.status)
    };
    paragraph.iter().map(&mut read).collect()
}

/// Reads each sentence on its own and compares its status; reports all that differ at once.
fn assert_statuses(cycle_year: u16, expected: &[(ReferenceStatus, &str)]) {
    let read = |sentence: &str| statuses(cycle_year, &[sentence])[0];
    let wrong = expected.iter().filter(|(status, sentence)| read(sentence) != Some(*status));
    let wrong: Vec<String> =
        wrong.map(|(status, sentence)| format!("{status:?}, read {:?}: {sentence}", read(sentence))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reports_of_2014_to_2016_are_read() {
    assert_statuses(
        2016,
        &[
            (
                RaisedBefore,
                "In HMIC’s 2014 crime inspection, we found that the force did not have enough investigators.",
            ),
            (
                RaisedBefore,
                "At the time of HMIC’s 2014 domestic abuse inspection, the force was not assessing risk well.",
            ),
            (RaisedBefore, "HMIC’s previous inspection found that officers were not trained in this."),
            (RaisedBefore, "HMIC’s 2015 legitimacy report identified three areas for improvement for Exshire Police."),
            (RaisedBefore, "In 2015, HMIC found that the force was not complying with three features of the scheme."),
            (
                Nothing,
                "Following the recommendations in our 2013 stop and search report, the force changed its policy.",
            ),
            (Nothing, "In 2015 we judged the force as good at this."),
            (Improved, "Since HMIC’s crime inspection in 2014, the force has improved its understanding of demand."),
            (Improved, "The force has made good progress against the recommendations made in HMIC’s 2014 report."),
            (
                PartlyResolved,
                "The force has addressed two of the three areas for improvement that we identified in 2015.",
            ),
            (Unchanged, "This is a similar picture to that found in HMIC’s 2015 inspection."),
        ],
    );
}

#[test]
fn reports_of_2017_and_2018_19_are_read() {
    assert_statuses(
        2018,
        &[
            (Nothing, "In 2017, we judged the force as good in this area."),
            (
                RaisedBefore,
                "In our 2017 legitimacy report we recommended that the force should review its use of force.",
            ),
            (
                RaisedBefore,
                "In our last inspection we said that the force needed to improve how it trains supervisors.",
            ),
            (RaisedBefore, "HMICFRS’s 2016 effectiveness report highlighted that the force lacked detectives."),
            (Declined, "Since our 2016 inspection, the force’s performance has deteriorated."),
            (Declined, "The force requires improvement in this area, which is a decline since our last inspection."),
            (Unchanged, "The force has not made enough progress since our 2017 effectiveness report."),
            (Unchanged, "We identified this as an area for improvement in 2016, and the force has yet to address it."),
            (Unchanged, "The force has maintained the standards that we saw in 2017."),
            (CarriedForward, "Our judgment from the 2016 effectiveness inspection has been carried over."),
            (CarriedForward, "The grade that we gave in 2017 still stands, as we did not inspect this again."),
            (RaisedAgain, "We raised this in our 2017 report, and it remains an area for improvement."),
            (Resolved, "In 2016, we found that neighbourhood teams lacked training, but this has now been addressed."),
            (Improved, "HMICFRS is pleased to see that the force has improved its approach since the last inspection."),
            (PartlyResolved, "The force has improved this since our 2017 inspection, but there is still more to do."),
        ],
    );
}

#[test]
fn reports_of_2021_22_are_read() {
    assert_statuses(
        2021,
        &[
            (
                RaisedBefore,
                "In our 2018/19 report, we gave the force an area for improvement on how it manages demand.",
            ),
            (RaisedBefore, "This was a cause of concern in our 2019 inspection."),
            (RaisedBefore, "We previously reported that the force didn't understand its demand."),
            (RaisedBefore, "At the time of our 2018/19 inspection, the force's approach was inconsistent."),
            (Nothing, "In 2020 we inspected the force and found that it recorded 92.1 percent of reported crime."),
            (Nothing, "Since our last inspection, the force has introduced a new operating model."),
            (Resolved, "We are pleased to see that this cause of concern has been resolved."),
            (Resolved, "The force has acted on the recommendations from our crime data integrity inspection in 2018."),
            (Improved, "This is an improvement on the last time we inspected the force."),
            (Improved, "The force has responded well to the areas for improvement in our 2019 report."),
            (Unchanged, "We said this in 2019, but the force hasn't made enough progress."),
            (RaisedAgain, "This is still an area for improvement."),
        ],
    );
}

#[test]
fn reports_of_2023_25_are_read() {
    assert_statuses(
        2023,
        &[
            (RaisedBefore, "We identified this as an area for improvement in 2021/22."),
            (RaisedBefore, "In our 2021/22 PEEL inspection, we issued a cause of concern about how it records crime."),
            (RaisedBefore, "During our last inspection, we found that officers weren't completing risk assessments."),
            (RaisedBefore, "We were concerned about this in our last inspection."),
            (RaisedBefore, "Our 2021/22 report highlighted that the force should improve its technology."),
            (RaisedBefore, "We said in our last report that the force should review its shift patterns."),
            (Improved, "Since our last PEEL inspection, the force has improved the way it answers emergency calls."),
            (Improved, "The force has made significant progress since our previous inspection."),
            (Improved, "The force is in a better position than at our last inspection."),
            (Improved, "We saw a marked improvement in this area since our last inspection."),
            (Resolved, "We have closed this cause of concern."),
            (Resolved, "The force has now met this area for improvement."),
            (Resolved, "The area for improvement that we issued in 2021/22 has therefore been closed."),
            (Resolved, "The force no longer has the backlog that we highlighted in our previous report."),
            (Resolved, "The force has since addressed the concerns that we raised in 2022."),
            (RaisedAgain, "It was given an area for improvement in 2021/22, and this remains an area for improvement."),
            (RaisedAgain, "This area for improvement is repeated from our last inspection."),
            (Unchanged, "The force continues to perform well, as it did at our last inspection."),
            (Nothing, "At our last inspection in 2022, we graded the force as inadequate at responding to the public."),
        ],
    );
}

#[test]
fn what_became_of_it_is_read_from_many_wordings() {
    assert_statuses(
        2023,
        &[
            (
                RaisedBefore,
                "In our last inspection, we identified an area for improvement in the force's use of outcomes.",
            ),
            (RaisedBefore, "At the time of our last inspection, the force's performance in this area was poor."),
            (RaisedBefore, "We highlighted in our last report that the force wasn't recording all violent crime."),
            (RaisedBefore, "Last time we inspected, the force didn't have a strategy."),
            (RaisedBefore, "We have previously reported on the lack of supervision in this team."),
            (
                RaisedBefore,
                "In our previous inspection report, we recommended that the force should review its policy.",
            ),
            (Improved, "We have seen improvements in the force's performance since our last inspection."),
            (Improved, "The force has made good progress against the areas for improvement from our last inspection."),
            (Improved, "This is a marked improvement from our 2021/22 inspection, when the force was inadequate."),
            (Improved, "We are encouraged by the progress the force has made since our last inspection."),
            (Declined, "The force's performance has declined since our last inspection."),
            (Unchanged, "The force still hasn't addressed the area for improvement from our 2021/22 PEEL report."),
            (Unchanged, "The areas for improvement from our last inspection remain."),
            (Unchanged, "As at our last inspection, supervision is inconsistent."),
            (RaisedAgain, "This is the third consecutive inspection in which we have found this."),
            (PartlyResolved, "The force has implemented 8 of the 10 recommendations from our 2019 inspection."),
            (Resolved, "This was an area for improvement in our 2021/22 inspection, and it has now been addressed."),
            (Resolved, "We discharged the cause of concern in March 2024."),
            (
                Resolved,
                "We reinspected the force in 2023 and found that it had made enough progress, so we closed the cause of concern.",
            ),
            (Nothing, "Our 2021/22 inspection graded the force as inadequate in this area."),
            (Nothing, "During our 2021/22 inspection the force told us that it would recruit 50 officers."),
        ],
    );
    assert_statuses(
        2018,
        &[
            (Improved, "The force has improved since our 2017 inspection, when it was graded as requires improvement."),
            (
                RaisedBefore,
                "HMICFRS’s 2017 efficiency report noted that the force had no understanding of hidden demand.",
            ),
            (Resolved, "We were pleased to find that this area for improvement has been addressed."),
            (Resolved, "The force has acted upon the recommendations in our 2017 report."),
            (Nothing, "The force was graded as good at this in 2017."),
        ],
    );
}

#[test]
fn a_sentence_that_speaks_of_something_else_is_no_reference() {
    for sentence in [
        "In 2021/22, the force spent £10m on technology.",
        "Since our inspection, the force has introduced a new policy.",
        "During this inspection, we found that officers were well trained.",
        "The force's last staff survey found that morale was low.",
        "The force commissioned an independent review in 2021, which made 12 recommendations.",
        "The College of Policing's 2022 review recommended changes.",
        "The coroner's recommendations have been implemented.",
        "The Independent Office for Police Conduct made three recommendations in 2021, which have been implemented.",
        "A peer review in 2019 found that few officers had been trained.",
        "We will return to this in our next inspection.",
        "We will continue to monitor the areas for improvement from our last inspection.",
        "In our 2021 thematic report, we found that many forces lacked investigators.",
        "Recent increases may be due to better crime recording since our national inspection of crime data in 2014.",
        "The number of calls has increased by 5 percent since 2021.",
        "In 2020 the force introduced a new system.",
        "The force was previously part of an alliance with Wyeshire Police.",
        "The force has improved its website.",
        "This is an area for improvement.",
        "We found that the force has improved how it supports victims.",
        "As in previous years, the force has balanced its budget.",
        "The force reviewed its policy following a serious case review in 2016.",
        "In the year ending 31 March 2022, the force solved more crime than in the previous year.",
        "The force still needs to improve how it records crime.",
        "In 2018/19, we adopted an integrated PEEL assessment approach to our existing PEEL inspections.",
        "We extended the risk-based approach that we used in our 2017 effectiveness inspection to other inspections.",
        "Since the introduction of the new system in 2021, performance has improved.",
        "In 2022, the police and crime commissioner said that the force should answer calls more quickly.",
        "The force has a plan to address the areas for improvement in this report.",
        "Previous research has found that victims withdraw when they wait for long.",
        "We surveyed officers in 2022, and most of them felt supported.",
        "At the time of our inspection, the force had not yet trained its officers.",
        "The last inspection by the Care Quality Commission was in 2021.",
        "Officers who had previously worked in neighbourhood teams have been moved.",
    ] {
        assert!(statuses(2023, &[sentence])[0].is_none(), "{sentence}");
    }
}

#[test]
fn sentences_that_continue_a_reference_are_read_and_end_with_it() {
    assert_eq!(
        statuses(
            2018,
            &[
                "In 2017, we found that officers did not always assess risk.",
                "Some victims were not referred to partners.",
                "It also found that supervisors were too busy.",
                "The force has made progress in this.",
                "It has a dedicated team of twelve officers.",
                "Officers told us that they were well supported.",
            ]
        ),
        [Some(RaisedBefore), Some(RaisedBefore), Some(RaisedBefore), Some(Improved), None, None]
    );
    assert_eq!(
        statuses(
            2023,
            &[
                "In our last inspection, we said that the force should answer calls more quickly.",
                "But it still doesn't meet the national standard.",
                "During our inspection, we found that the control room was understaffed.",
            ]
        ),
        [Some(RaisedBefore), Some(Unchanged), None]
    );
    assert_eq!(
        statuses(
            2021,
            &[
                "We previously identified this as a cause of concern.",
                "These recommendations have now been completed.",
                "The force should keep this under review.",
            ]
        ),
        [Some(RaisedBefore), Some(Resolved), None]
    );
}
