//! Sentences of many styles, each with the terms that it defines.

use crate::facts::definitions::annex::Section;
use crate::facts::definitions::found_in;
use crate::facts::definitions::notes::read_note;
use crate::facts::definitions::words::Words;

/// The terms that a sentence defines, after another sentence of its paragraph.
fn terms_after(previous: Option<&str>, sentence: &str) -> Vec<String> {
    let previous = previous.map(Words::new);
    let found = found_in(&Words::new(sentence), previous.as_ref(), &Section::default(), false);
    found.into_iter().map(|found| found.term).collect()
}

#[track_caller]
fn assert_terms(sentence: &str, expected: &[&str]) {
    assert_eq!(terms_after(None, sentence), expected, "{sentence}");
}

#[test]
fn a_sentence_may_say_what_something_is() {
    assert_terms("A Street Plan is a document that sets out where officers patrol.", &["Street Plan"]);
    assert_terms("‘Safe Steps’ is a scheme which helps people home at night.", &["Safe Steps"]);
    assert_terms("‘Held over’ is when a case waits for another court.", &["Held over"]);
    assert_terms("A reassignment is the moving of an officer to other work.", &["reassignment"]);
    assert_terms("A good force is one which listens.", &[]);
    assert_terms("A lawful force is one which keeps to the law.", &["lawful force"]);
    assert_terms("It should record more (An abandonment is the ending of a call by the caller).", &["abandonment"]);
    assert_terms("A TRAP meeting is a weekly, multi-agency meeting to plan visits.", &["TRAP meeting"]);
}

#[test]
fn what_is_said_of_the_force_or_judged_is_no_definition() {
    for sentence in [
        "Exshire Police is a large force which covers two counties.",
        "The force is an organisation that learns.",
        "A common theme is a lack of supervision of cases.",
        "This is a positive step that will help victims.",
        "A dedicated team is in place to deal with fraud.",
        "An important part of this is the training of officers.",
        "There is a unit which deals with fraud.",
        "The chief constable is a strong leader who communicates well.",
        "Domestic abuse is a priority for the force.",
        "The control room is a busy place.",
        "A concern is that a backlog of cases means that victims wait.",
        "One of the reasons is a lack of officers in teams that respond to calls.",
        "This means the force can plan its work.",
        "Officers are aware of the scheme, which is good.",
        "Staff are members of a network that meets monthly.",
        "A victim is not always told of the result.",
        "IOM meetings are well attended by agencies.",
        "Victims called the police and were called back by an officer.",
        "We called for better plans, and the PCC called on the force to act.",
        "Use of force (which we graded as good) is recorded (see annex A) and reviewed (for example, each month).",
        "The rate (which was 12 percent) fell, and the number of officers (full time) rose.",
        "Officers use the DASH, the THRIVE and other assessments of risk.",
        "In some areas, such as ROCUs, the Agency leads the work of teams.",
        "It has clearly defined roles and a well-defined plan.",
        "There is no standard definition of demand.",
    ] {
        assert_terms(sentence, &[]);
    }
}

#[test]
fn a_sentence_may_give_a_name() {
    assert_terms("It closes cases in a new way, known as ‘results’.", &["results"]);
    assert_terms("It replaces what was known as ‘clear-ups’.", &["clear-ups"]);
    assert_terms("Each case is given what is referred to as a 'case type'.", &["case type"]);
    assert_terms("Groups that rarely complain, so-called 'quiet' groups, are asked.", &["quiet"]);
    assert_terms(
        "Volunteers whom the force calls ‘friends of the police’ help applicants.",
        &["friends of the police"],
    );
    assert_terms("It has a course for sergeants, called Operation Ladder.", &["Operation Ladder"]);
    assert_terms("It has a process called handback, where the file returns to the officer.", &["handback"]);
    assert_terms(
        "It works with Wyeshire Police (in this report, we refer to this partnership as the pact).",
        &["pact"],
    );
    assert_terms("It works with a group called ‘Kairos’ in the city.", &[]);
    assert_terms("Teams (called safer estate teams or SETs) know their areas.", &[]);
}

#[test]
fn a_name_may_be_given_to_what_the_sentence_before_says() {
    let before = "Two managers decide whether staff need a review.";
    assert_eq!(terms_after(Some(before), "This is known as the first-look process."), ["first-look process"]);
    let before = "The force now has a streamlined approach to calls.";
    assert_eq!(
        terms_after(Some(before), "Under this approach, some calls are answered by partners."),
        ["streamlined approach"]
    );
    let before = "Many cases are closed as ‘Withdrawn; victim moved away’.";
    assert_eq!(
        terms_after(Some(before), "An outcome of this nature shows where a victim has moved."),
        ["Withdrawn; victim moved away"]
    );
    assert_eq!(terms_after(Some("Old files can be sealed."), "This means that they are kept, not read."), ["sealed"]);
}

#[test]
fn a_verb_may_give_the_meaning() {
    assert_terms("Case rates are reported as the number of cases per officer.", &["Case rates"]);
    assert_terms("Call counts should be interpreted as calls answered.", &["Call counts"]);
    assert_terms("Force-recorded crime includes all crime except fraud.", &["Force-recorded crime"]);
    assert_terms("A line in this figure indicates that no data were given.", &["line in this figure"]);
    assert_terms("The force defines vulnerability as being unable to protect oneself.", &["vulnerability"]);
    assert_terms("The force defines a person as vulnerable if they cannot protect themselves.", &["vulnerable"]);
    assert_terms("Together these orders form the civil powers considered in this report.", &["civil powers"]);
    assert_terms("‘Demand’ means all work that the force does.", &["Demand"]);
}

#[test]
fn a_term_may_be_explained_in_passing() {
    assert_terms("It acts in the ‘first hour’, the critical early stage of a case.", &["first hour"]);
    assert_terms("It uses LADDER, a web-based tool which shows links.", &["LADDER"]);
    assert_terms("It works with the Exshire Safety Board (ESB), a statutory body which meets monthly.", &["ESB"]);
    assert_terms("It makes use of curfew notices: these prevent gatherings at night.", &["curfew notices"]);
    assert_terms("Call takers and senders (who assign officers to calls) work there.", &["senders"]);
    assert_terms("Direct crime (i.e., crimes where there is a victim) fell.", &["Direct crime"]);
    assert_terms("The case was closed because the time limit had expired (outcome 17).", &["outcome 17"]);
    assert_terms("It offers rest hours (where the force gives staff time to recover).", &["rest hours"]);
    assert_terms("It sets the number of trained officers (trained strength) yearly.", &["trained strength"]);
}

#[track_caller]
fn assert_note(note: &str, marked: &str, expected: Option<(&str, &str)>) {
    let found = read_note(note, &[marked.to_string()]);
    let found = found.as_ref().map(|found| (found.term.as_str(), &note[found.range.clone()]));
    assert_eq!(found, expected, "{note}");
}

#[test]
fn a_note_defines_the_words_that_it_is_attached_to() {
    let order = "4 A court order that is used to restrict a person. An order may last a year.";
    assert_note(order, "the use of restriction orders", Some(("restriction orders", &order[2..])));
    let plan = "⁵ The TRP is issued yearly. *The Town Response Plan*, Home Office, 2015. Available at www.gov.uk/trp";
    assert_note(plan, "as the town response plan (TRP)", Some(("TRP", "The TRP is issued yearly.")));
    let hub = "6 A safety hub is a place where agencies work together.";
    assert_note(hub, "the county’s hub", Some(("safety hub", &hub[2..])));
}

#[test]
fn a_note_with_a_source_or_about_data_defines_nothing() {
    assert_note("1 Full details of the approach are available from www.gov.uk/approach", "the approach", None);
    assert_note("2 Exshire Police is excluded from the graph.", "all forces", None);
    assert_note("3 60 case files were reviewed in each force.", "case files", None);
    assert_note("4 *Code of Practice*, Home Office, 2003.", "the code of practice", None);
    assert_note("5 Percentages of cases can be affected by other crimes.", "the percentages of cases", None);
    assert_note("6 The unit is paid for by the council.", "a small unit", None);
}
