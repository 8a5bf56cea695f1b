//! Threads: every quotation is in its report, parts that belong together are together and others are not, and what became of an
//! issue is told in the inspectors' words.

use crate::prerendered;
use corpus::Corpus;
use explore::pages::deadlines::deadline_rows;
use explore::pages::thread::{ThreadPage, ThreadRow, thread_page};
use explore::pages::{self, PageContent};
use explore::prepared::with_prepared_content;
use explore::route::path;
use explore::state::{State, View};
use model::{Aside, FindingKey, ReferenceStatus, Statement, Thread, ThreadId};
use std::collections::BTreeSet;
use tests::repository;
use threads::{LinkTables, collect_corpus};

/// The thread with this id.
fn thread(id: &str) -> &'static Thread {
    let found = repository::fixture().corpus().issues.thread(&ThreadId::new(id));
    found.unwrap_or_else(|| panic!("there is no thread {id}"))
}

/// The sentences of a thread.
fn statements(thread: &Thread) -> impl Iterator<Item = &Statement> {
    thread.steps.iter().flat_map(|step| &step.statements)
}

/// Whether a thread has a finding whose key contains some words.
fn has_finding(thread: &Thread, words: &str) -> bool {
    thread.steps.iter().filter_map(|step| step.finding.as_ref()).any(|key| key.as_str().contains(words))
}

/// The letters of a text, without what footnotes and page breaks put between its words.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// The corpus of the frozen reports with another table of threads.
fn corpus_with_table(threads_csv: &str) -> Result<Corpus, corpus::CollectError> {
    let data = repository::fixture();
    let threads_csv = format!("name,report,finding,line,last_line,words\n{threads_csv}");
    collect_corpus(&data.editorial(), data.reports(), &LinkTables { threads_csv, ..data.link_tables() })
}

#[test]
fn every_sentence_of_a_thread_is_on_its_lines_of_the_report() {
    for data in [repository::fixture(), repository::committed()] {
        for thread in &data.corpus().issues.threads {
            for step in &thread.steps {
                let text = &data.source_of_report(step.report.as_str()).text;
                for Statement { lines: [first, last], words, .. } in &step.statements {
                    let lines: Vec<&str> =
                        text.lines().skip(*first as usize - 1).take((last - first + 1) as usize).collect();
                    let printed = letters(&lines.join(" "));
                    assert!(printed.contains(&letters(words)), "{}, line {first}: {words}", thread.id);
                }
            }
        }
    }
}

#[test]
fn a_thread_is_of_one_force_in_order_of_time_and_has_an_id_of_its_own() {
    let corpus = repository::fixture().corpus();
    let ids: BTreeSet<&ThreadId> = corpus.issues.threads.iter().map(|thread| &thread.id).collect();
    assert_eq!(ids.len(), corpus.issues.threads.len());
    for thread in &corpus.issues.threads {
        let place = |id: &model::ReportId| {
            corpus.reports.iter().position(|report| report.id == *id).expect("the report is held")
        };
        let places: Vec<usize> = thread.steps.iter().map(|step| place(&step.report)).collect();
        assert!(places.is_sorted(), "{}", thread.id);
        assert!(places.iter().all(|at| corpus.reports[*at].force.id == thread.force), "{}", thread.id);
        assert!(thread.id.as_str().starts_with(thread.force.as_str()), "{}", thread.id);
    }
}

#[test]
fn problem_solving_in_warwickshire_is_one_thread_from_2014_to_2021_22() {
    let thread = thread("warwickshire-problem-solving-and-its-evaluation");
    for words in [
        "core-business/letter-finding/although-the-force-has-an-electronic-database",
        "2014-crime/recommendation/within-six-months",
        "2017-effectiveness/area-for-improvement/the-force-should-ensure-that-local-policing-teams",
        "2017-effectiveness/area-for-improvement/the-force-should-evaluate-and-share-effective-practice",
        "2021-22-peel/main-finding/the-force-doesnt-have-an-effective-system-in",
    ] {
        assert!(has_finding(thread, words), "{words}");
    }
    let (_, word) = thread.last_word().expect("2017 says that the force is yet to respond");
    assert!(word.words.contains("highlighted in our last two effectiveness inspections"));
    assert!(!statements(thread).any(|said| said.words.contains("reassigned")), "that is another issue");
}

#[test]
fn parts_of_a_cause_of_concern_are_threads_with_a_last_word_of_their_own() {
    let last = |id: &str| thread(id).last_word().map(|(_, said)| said.status);
    assert_eq!(last("west-midlands-outstanding-suspects"), Some(ReferenceStatus::Resolved));
    assert_eq!(last("west-midlands-risk-assessment-in-domestic-abuse-cases"), Some(ReferenceStatus::RaisedAgain));
    assert_eq!(last("west-midlands-response-to-missing-people"), Some(ReferenceStatus::RaisedAgain));
    let alleviated = |said: &Statement| said.lines == [1712, 1713];
    assert!(statements(thread("west-midlands-outstanding-suspects")).any(alleviated));
    assert!(!statements(thread("west-midlands-risk-assessment-in-domestic-abuse-cases")).any(alleviated));
    // A sentence that names two parts is in both.
    for id in ["west-midlands-risk-assessment-in-domestic-abuse-cases", "west-midlands-response-to-missing-people"] {
        assert!(statements(thread(id)).any(|said| said.lines == [123, 124]), "{id}");
    }
}

#[test]
fn victims_who_withdraw_and_outcome_codes_are_one_thread() {
    let thread = thread("warwickshire-victims-who-do-not-support-prosecution");
    assert!(has_finding(
        thread,
        "2017-effectiveness/area-for-improvement/the-force-should-take-steps-to-understand-the"
    ));
    assert!(has_finding(thread, "2021-22-peel/victim-service-finding/the-force-isnt-always-using-the-appropriate"));
    assert!(statements(thread).any(|said| said.words.contains("victim does not support police action")));
}

#[test]
fn mapping_of_organised_crime_groups_is_a_thread_of_each_force() {
    for (force, report) in [("warwickshire", "2017-effectiveness"), ("west-midlands", "2016-effectiveness")] {
        let thread = thread(&format!("{force}-mapping-of-organised-crime-groups"));
        assert!(has_finding(
            thread,
            &format!("{force}-{report}/area-for-improvement/the-force-should-ensure-that-it-maps")
        ));
        assert!(thread.steps.iter().all(|step| step.report.as_str().starts_with(force)));
    }
}

#[test]
fn an_issue_that_no_finding_restates_is_a_thread_too() {
    let thread = thread("west-midlands-backlog-in-the-examination-of-digital-devices");
    assert!(thread.steps.iter().all(|step| step.finding.is_none()));
    assert_eq!(thread.last_word().map(|(_, said)| said.status), Some(ReferenceStatus::Resolved));
}

#[test]
fn without_the_table_threads_are_named_by_the_vocabulary_or_by_first_words() {
    let corpus = corpus_with_table("").expect("an empty table fits");
    let names: Vec<&str> = corpus.issues.threads.iter().map(|thread| thread.name.as_str()).collect();
    assert!(names.contains(&"problem solving") && names.contains(&"outstanding suspects"), "{names:#?}");
    assert!(names.iter().any(|name| name.starts_with("“This is consistent with HMIC’s file review")), "{names:#?}");
    assert!(corpus.issues.threads.iter().all(|thread| !thread.name.contains("mapping")), "only the table has that one");
}

#[test]
fn a_row_of_the_table_that_names_nothing_is_an_error() {
    let error = |row: &str| corpus_with_table(row).expect_err("the row is wrong").to_string();
    const REPORT: &str = "warwickshire-2017-effectiveness";
    assert!(error("a,kent-2017,,1,,\n").contains("threads.csv, row 2: no report is called 'kent-2017'"));
    assert!(error(&format!("a,{REPORT},observation/none,,,\n")).contains("no such finding"));
    assert!(error(&format!("a,{REPORT},,1,,\n")).contains("no such sentence"));
    assert!(error(&format!("a,{REPORT},,1,2,\n")).contains("a finding, a line, or lines with their words"));
}

#[test]
fn six_sentences_set_a_judgment_against_an_earlier_one_and_nothing_else_does() {
    let directions = &repository::fixture().corpus().directions;
    let found: Vec<(&str, u32)> =
        directions.iter().map(|direction| (direction.words.as_str(), direction.lines[0])).collect();
    assert_eq!(
        found,
        [
            ("“same as last”", 67),
            ("“is consistent with”", 586),
            ("“is consistent with”", 1145),
            ("“is consistent with”", 1838),
            ("“Judgments from 2016 …”", 189),
            ("“contrasts with last …”", 214)
        ]
    );
    let judgments: BTreeSet<&str> = directions.iter().map(|direction| direction.judgment.as_str()).collect();
    assert!(judgments.contains("warwickshire-2017-effectiveness/overall-effectiveness-2017"), "{judgments:#?}");
    assert_eq!(judgments.len(), 6);
}

#[test]
fn what_is_said_of_an_alliance_is_said_of_both_forces_for_a_reason() {
    let shared = &repository::fixture().corpus().issues.shared;
    let of = |id: &str| shared.iter().find(|shared| shared.report.as_str() == id);
    let rule = of("warwickshire-2017-effectiveness").and_then(|shared| shared.rule.as_ref()).expect("it has a rule");
    assert!(rule.words.contains("all references to the alliance can be read as applying equally to either force"));
    let of_2014 = of("warwickshire-2014-crime").expect("some sentences say so themselves");
    assert!(of_2014.rule.is_none() && of_2014.sentences.iter().any(|sentence| sentence.finding.is_some()));
    assert!(of("warwickshire-2021-22-peel").is_none(), "the alliance has ended");
    assert!(shared.iter().all(|shared| shared.force.as_str() == "west-mercia"));
}

/// The asides of a page.
fn asides(page: &str) -> &'static [Aside] {
    repository::fixture().corpus().asides_of(page)
}

#[test]
fn the_page_of_a_finding_leads_to_what_came_before_and_after() {
    let page = "finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should-evaluate-and-share-effective-practice/";
    let [threads] = asides(page) else { panic!("one aside: {:#?}", asides(page)) };
    let items: Vec<[&str; 3]> = threads.items().collect();
    assert!(items[0][1] == "thread/warwickshire-problem-solving-and-its-evaluation/", "{items:#?}");
    assert!(items.iter().any(|[label, ..]| label.starts_with("Core business 2014")), "{items:#?}");
    assert!(items.iter().any(|[label, ..]| label.starts_with("PEEL 2021/22")), "{items:#?}");
    assert!(items.iter().all(|[_, href, _]| *href != page), "it does not lead to itself");
}

#[test]
fn two_deadlines_of_a_recommendation_are_two_and_immediately_has_no_date() {
    let page = "finding/warwickshire-2014-crime/recommendation/warwickshire-police-should-immediately-review-the-out-of-office-hours/";
    let deadlines = asides(page).iter().find(|aside| aside.id == "deadlines").expect("it has deadlines");
    let words: Vec<&str> = deadlines.items().map(|[.., words]| words).collect();
    assert_eq!(words, ["“immediately”: no date can be worked out from the text", "“By January 2015”: January 2015"]);
}

#[test]
fn the_list_of_deadlines_has_what_the_next_report_says() {
    let rows = deadline_rows(repository::fixture().corpus());
    assert_eq!(rows.len(), 9);
    let due: Vec<Option<String>> = rows.iter().map(|row| row.due.map(String::from)).collect();
    let dated = due.iter().take_while(|due| due.is_some()).count();
    assert!(due[..dated].is_sorted() && due[dated..].iter().all(Option::is_none), "{due:?}");
    let problem_solving = rows.iter().find(|row| row.printed == "Within six months").expect("it is listed");
    // A sentence of that report says that an issue of "our last two effectiveness inspections" is unchanged: not of this one.
    let told = "PEEL effectiveness 2017 has a finding that we think is about it:";
    assert_eq!(problem_solving.answer.0, told, "{problem_solving:#?}");
    let review = rows.iter().find(|row| row.finding.text.contains("benefits of its investment in IT")).expect("listed");
    assert!(review.finding.text.to_lowercase().contains(&review.printed.to_lowercase()), "{review:#?}");
    assert!(rows.iter().all(|row| !row.answer.0.is_empty()));
}

#[test]
fn every_thread_has_a_page_with_all_its_words_and_what_stands_between_its_reports() {
    let library = repository::fixture().library();
    for thread in &library.corpus().issues.threads {
        let page = thread_page(library.corpus(), &thread.id).expect("it has a page");
        let shown: usize =
            page.rows.iter().map(|row| if let ThreadRow::Report(r) = row { r.entries.len() } else { 0 }).sum();
        assert_eq!(shown, thread.steps.len(), "{}", thread.id);
        let state = State::for_view(View::Thread(thread.id.clone()));
        let found = pages::select_page(library, &state, None);
        assert!(matches!(found.content, PageContent::Elsewhere(_)));
        let prerendered = prerendered::page_at(&path(&state));
        assert!(prerendered.visible_text().contains(&page.heading), "{}", thread.id);
    }
    let page = page_of("warwickshire-problem-solving-and-its-evaluation");
    let between: Vec<&str> = page
        .rows
        .iter()
        .filter_map(|row| match row {
            ThreadRow::Gap(words) | ThreadRow::Break(words) => Some(words.as_str()),
            ThreadRow::Report(_) => None,
        })
        .collect();
    assert_eq!(between[0], "No report on 2015 and 2016 is held.");
    assert_eq!(between[1], "No report on 2018/19 is held.");
    assert!(between[2].contains("four grades to five") && between.len() >= 3, "{between:#?}");
    assert!(page.last_word[1].contains("PEEL 2021/22 has findings that we think are about it"), "{:?}", page.last_word);
}

fn page_of(id: &str) -> ThreadPage {
    thread_page(repository::fixture().corpus(), &ThreadId::new(id)).expect("there is such a thread")
}

#[test]
fn no_thread_changes_when_reports_are_read_in_another_order() {
    let data = repository::fixture();
    let mut reports = data.reports();
    reports.reverse();
    let corpus = collect_corpus(&data.editorial(), reports, &data.link_tables()).expect("the tables fit");
    assert!(with_prepared_content(corpus) == *data.corpus());
}

#[test]
fn the_issues_are_read_back_as_they_were_written_and_anything_else_is_refused() {
    let corpus = repository::fixture().corpus();
    let mut back = Corpus::from_json(&corpus.to_json()).expect("what was written is read");
    assert!(back.issues.threads.is_empty(), "they are no part of the bundle");
    back.add_issues(&corpus.issues_json()).expect("what was written is read");
    assert!(back == *corpus);
    for wrong in ["", "{", "[]", "{}", "{\"threads\":[{}],\"deadlines\":[],\"shared\":[]}", "<html>"] {
        assert!(back.add_issues(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_finding_that_does_not_exist_has_no_asides() {
    let key = FindingKey::new("warwickshire-2017-effectiveness/observation/none");
    assert!(asides(&format!("finding/{key}/")).is_empty());
}
