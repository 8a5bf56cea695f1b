//! What pages must say about the held reports, as somebody who has read those reports would expect.

use crate::prerendered;
use explore::pages::force::force_page;
use explore::route::parse_address;
use explore::state::View;
use std::collections::BTreeMap;
use tests::repository;

/// The state that the page of a force shows for each subject in one report, from the label of its tile.
fn judgment_states(force: &str, report: &str) -> BTreeMap<String, String> {
    let labels = prerendered::page_at(&format!("force/{force}/")).attribute_values("aria-label").collect::<Vec<_>>();
    let of_report = labels.iter().filter(|label| label.contains(&format!(" {report}, published ")));
    let tile = |label: &String| {
        let (state, rest) = label.split_once(": ")?;
        let (subject, _) = rest.split_once(", ")?;
        label.contains(" as worded: ").then(|| (subject.to_string(), state.to_string()))
    };
    of_report.filter_map(tile).collect()
}

/// The subjects and their states as a list, for comparisons.
fn as_pairs(judged: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    judged.iter().map(|(subject, state)| (subject.as_str(), state.as_str())).collect()
}

#[test]
fn warwickshire_was_good_in_all_three_questions_of_the_crime_inspection_2014() {
    let subjects = ["Anti-social behaviour", "Investigating crime", "Preventing crime"];
    assert_eq!(
        as_pairs(&judgment_states("warwickshire", "Crime inspection 2014")),
        subjects.map(|subject| (subject, "Good"))
    );
}

#[test]
fn the_letter_on_core_business_is_shown_as_ungraded_and_without_tiles() {
    assert!(judgment_states("warwickshire", "Core business 2014").is_empty());
    let words = prerendered::page_at("force/warwickshire/").visible_text();
    assert!(words.contains("Ungraded: this document gives no grades."), "{words}");
}

#[test]
fn warwickshire_required_improvement_in_2017_and_its_good_of_2016_in_investigating_crime_was_carried_forward() {
    let judged = judgment_states("warwickshire", "PEEL effectiveness 2017");
    assert_eq!(judged.len(), 6, "{judged:?}");
    assert_eq!(judged["Overall effectiveness"], "Requires improvement");
    let kept = &judged["Investigating crime"];
    assert!(kept.starts_with("Good") && kept.contains("from 2016") && kept.contains("carried forward"), "{kept}");
    assert!(judged["Specialist capabilities"].to_lowercase().contains("no grade was given"), "{judged:?}");
}

#[test]
fn warwickshire_has_eight_graded_areas_two_pending_and_one_ungraded_in_2021_22() {
    let judged = judgment_states("warwickshire", "PEEL 2021/22");
    let count = |state: &str| judged.values().filter(|value| value.to_lowercase().starts_with(state)).count();
    assert_eq!((judged.len(), count("adequate"), count("requires improvement"), count("pending")), (11, 5, 3, 2));
    assert!(judged["Service to victims"].to_lowercase().contains("no grade was given"), "{judged:?}");
}

#[test]
fn the_break_before_2021_22_is_shown_with_the_inspectorates_own_sentence() {
    let words = prerendered::page_at("force/warwickshire/").visible_text();
    let cycle = repository::fixture().corpus().cycle("2021/22").expect("a known cycle");
    let statement = cycle.statement.as_ref().expect("the report of 2021/22 prints the sentence");
    let shown = words.split("Break before 2021/22").nth(1).expect("the break is shown");
    assert!(shown.contains(&statement.quote) && shown.contains("line 74"), "{shown}");
    assert!(statement.quote.contains("it isn't possible to make direct comparisons"));
}

#[test]
fn west_midlands_was_good_overall_in_2016_and_in_three_of_five_questions() {
    let judged = judgment_states("west-midlands", "PEEL effectiveness 2016");
    for subject in ["Investigating crime", "Overall effectiveness", "Preventing crime"] {
        assert_eq!(judged[subject], "Good", "{subject}");
    }
    // The summary under this grade says that the force requires improvement. The printed grade is shown, with a note.
    assert_eq!(judged["Serious and organised crime"], "Good, contradicted by a sentence in the report");
    assert_eq!(judged["Protecting vulnerable people"], "Requires improvement");
    assert!(judged["Specialist capabilities"].to_lowercase().contains("no grade was given"), "{judged:?}");
    assert_eq!(judged.len(), 6);
}

#[test]
fn the_two_causes_of_concern_of_west_midlands_link_to_their_recommendations_and_back() {
    let report = repository::fixture().source_of_report("west-midlands-2016-effectiveness").report();
    let concerns: Vec<_> = report.findings.iter().filter(|f| f.kind.name() == "Cause of concern").collect();
    let subjects: Vec<&str> = concerns.iter().filter_map(|f| f.text.split(" is a cause of concern").next()).collect();
    assert_eq!(
        subjects,
        ["The force’s response to domestic abuse", "The force’s response to missing and absent children"]
    );
    for concern in concerns {
        let answers: Vec<_> = report.findings.iter().filter(|f| f.parent.as_ref() == Some(&concern.key)).collect();
        let [answer] = answers.as_slice() else { panic!("{} has {} recommendations", concern.key, answers.len()) };
        let links = |key| prerendered::page_at(&format!("finding/{key}/")).attribute_values("href").collect::<Vec<_>>();
        assert!(links(&concern.key).contains(&format!("finding/{}/", answer.key)), "{}", concern.key);
        assert!(links(&answer.key).contains(&format!("finding/{}/", concern.key)), "{}", answer.key);
        let shown = prerendered::page_at(&format!("finding/{}/", answer.key)).visible_text();
        assert!(answer.items.iter().all(|item| shown.contains(item)), "{shown}");
    }
}

#[test]
fn the_contradiction_about_serious_and_organised_crime_is_shown_with_the_words_of_both_passages() {
    let words = prerendered::page_at("report/west-midlands-2016-effectiveness/").visible_text();
    let problems = words.split("\nProblems in the text\n").nth(1).expect("problems are shown");
    let problems = problems.split("\nFull text\n").next().unwrap_or_default();
    for quoted in [
        "How effective is the force at tackling serious and organised crime?\nGood\n",
        "overall the force requires improvement at tackling serious and organised crime.",
    ] {
        assert!(problems.contains(quoted), "{problems}");
    }
}

#[test]
fn no_page_in_our_own_words_ranks_scores_or_averages() {
    let findings = repository::fixture().corpus().findings();
    let mut quoted: Vec<String> =
        findings.flat_map(|(_, f)| f.texts().map(str::to_lowercase).collect::<Vec<_>>()).collect();
    let definitions = repository::fixture().reports().into_iter().flat_map(|report| report.definitions);
    quoted.extend(definitions.flat_map(|found| [found.text, found.term]).map(|words| words.to_lowercase()));
    // The longest first, because a term is part of its definition.
    quoted.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let in_own_words = |address: &str| !address.starts_with("report/") && !address.starts_with("finding/");
    for page in prerendered::all_pages().iter().filter(|page| in_own_words(&page.address)) {
        let words = page.visible_text().to_lowercase().replace('\n', " ");
        let mut words = words.replace("nothing is averaged, scored or ranked", "");
        for quoted in &quoted {
            words = words.replace(quoted, "");
        }
        for word in [" rank", " score", " averag", " league", " best", " worst"] {
            assert!(!words.contains(word), "{} says '{}'", page.address, word.trim());
        }
    }
}

#[test]
fn improved_and_declined_appear_only_in_quotations() {
    for page in
        prerendered::all_pages().iter().filter(|page| page.address.starts_with("force/") || page.address.is_empty())
    {
        let corpus = repository::fixture().corpus();
        let statements = corpus.cycles.iter().filter_map(|cycle| cycle.statement.as_ref()).map(|found| &found.quote);
        let quoted = statements.chain(corpus.findings().map(|(_, finding)| &finding.text));
        let said = corpus.directions.iter().flat_map(|direction| [&direction.words, &direction.sentence]);
        let shared = corpus.issues.shared.iter().flat_map(|shared| &shared.sentences).map(|sentence| &sentence.words);
        let quoted: Vec<&str> = quoted.chain(said).chain(shared).map(String::as_str).collect();
        // The page of a force shows the words of findings around a word of each theme.
        let excerpts: Vec<String> = match parse_address(&page.address).view {
            View::Force(id) => corpus.force(&id).map_or_else(Vec::new, |force| {
                let shown = force_page(corpus, force, &parse_address(&page.address));
                shown
                    .themes
                    .iter()
                    .map(|entry| entry.words.runs.iter().map(|(run, _)| run.as_str()).collect())
                    .collect()
            }),
            _ => Vec::new(),
        };
        let quoted = quoted.into_iter().chain(excerpts.iter().map(String::as_str));
        let own = quoted.fold(page.visible_text(), |words, quote| words.replace(quote.trim(), ""));
        let own = own.to_lowercase();
        let own = own
            .replace("requires improvement", "")
            .replace("areas for improvement", "")
            .replace("area for improvement", "");
        for word in ["improve", "declin", "better", "worse", "reduction"] {
            assert!(!own.contains(word), "{} says '{word}' in our own words", page.address);
        }
    }
}

#[test]
fn a_contradicted_grade_links_to_the_problem_with_both_passages() {
    let page = prerendered::page_at("report/west-midlands-2016-effectiveness/");
    let judgment = page
        .html
        .split("id=\"judgment-how-effective-is-the-force-at-tackling-serious-and-organised-crime\"")
        .nth(1)
        .expect("the judgment has an id");
    let problem = judgment.split("</li>").next().unwrap_or_default();
    assert!(problem.contains("href=\"report/west-midlands-2016-effectiveness/#problem-1\""), "{problem}");
    assert!(page.visible_text().contains("overall the force requires improvement"), "the sentence is not quoted");
}
