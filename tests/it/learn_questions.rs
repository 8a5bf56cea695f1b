//! Questions about findings: each has exactly one right choice, and its words do not give it away. Sessions ask what was
//! missed again.

use crate::faulty_storage::Storage;
use crate::learn_windows::{Window, material};
use crate::prerendered;
use crate::properties::property_config;
use corpus::Corpus;
use explore::pages::finding::text_for_lists;
use explore::pages::{thread, tile};
use html::links::LinkStyle;
use learn::views::learn_content;
use learn::{Deck, LearnCommand, Memories, Memory, PageStatus, Question, SESSION_LENGTH, Session};
use model::folding::fold_phrase;
use model::{Finding, FindingKey, FindingKind, Grade, JudgmentStatus, Report};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tests::repository;

/// The right answers to a question, found again from the data alone: those of its choices that are true.
fn true_choices(corpus: &Corpus, question: &Question) -> Vec<String> {
    let (topic, name) = question.card.split_once(' ').expect("a card has a topic");
    if topic == "short-form" {
        let said: BTreeSet<String> = corpus
            .reports
            .iter()
            .flat_map(|report| &report.abbreviations)
            .filter(|form| fold_phrase(&form.short).trim_end_matches('s') == name.trim_end_matches('s'))
            .map(|form| fold_phrase(&form.long))
            .collect();
        return question.choices.iter().filter(|choice| said.contains(&fold_phrase(choice))).cloned().collect();
    }
    // Whichever finding has these words.
    let same = corpus.findings().filter(|(_, finding)| text_for_lists(finding) == question.words);
    let answers: BTreeSet<String> = same.map(|(report, finding)| answer_of(topic, report, finding)).collect();
    question.choices.iter().filter(|choice| answers.contains(*choice)).cloned().collect()
}

fn answer_of(topic: &str, report: &Report, finding: &Finding) -> String {
    match topic {
        "kind" => finding.kind.name().to_string(),
        "round" => report.cycle.clone(),
        "outcome" => {
            // The last sentence of a later report on the same issue, as its thread has it.
            let corpus = repository::fixture().corpus();
            let thread =
                corpus.issues.threads.iter().find(|thread| thread.is_reviewed && thread.has_finding(&finding.key));
            let (n, said) = thread.and_then(model::Thread::last_word).expect("a sentence");
            assert_ne!(thread.expect("a thread").steps[n].report, report.id);
            thread::capitalised(said.status.name())
        }
        _ => {
            let judgment = report.judgment(finding.judgment.as_ref().expect("a judgment")).expect("its judgment");
            assert_eq!(judgment.status, JudgmentStatus::Graded);
            judgment.grade.expect("a grade").to_string()
        }
    }
}

/// Words that may not be in a question of a topic.
fn giving_away(topic: &str, corpus: &Corpus) -> Vec<String> {
    match topic {
        "kind" => FindingKind::ALL.iter().flat_map(|kind| [kind.name(), kind.plural_name()]).map(fold_phrase).collect(),
        "grade" => Grade::ALL.iter().map(|grade| fold_phrase(grade.name())).collect(),
        "round" => corpus.cycles.iter().map(|cycle| cycle.id[..4].to_string()).collect(),
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(property_config(200))]

    #[test]
    fn any_seed_gives_questions_with_exactly_one_right_choice(seed in any::<u64>()) {
        let material = material(seed);
        let corpus = material.corpus;
        let session = Session::new(material.deck, corpus, &Memories::new(), false, 0, seed).expect("a session");
        let mut asked = BTreeSet::new();
        let mut session = session;
        while let Some(turn) = session.turn(material.deck, corpus) {
            let question = turn.question;
            prop_assert!(asked.insert(question.card.clone()), "{} is asked twice", question.card);
            let distinct: BTreeSet<&String> = question.choices.iter().collect();
            prop_assert!(question.choices.len() >= 2 && distinct.len() == question.choices.len(), "{question:?}");
            prop_assert_eq!(true_choices(corpus, &question), [question.choices[question.right].clone()]);
            let words = format!(" {} ", fold_phrase(&question.words));
            let topic = question.card.split(' ').next().unwrap_or_default();
            for given in giving_away(topic, corpus) {
                prop_assert!(!words.contains(&format!(" {given} ")), "“{given}” is in {question:?}");
            }
            session.answer(question.right, material.deck, corpus);
            session.go_on();
        }
        prop_assert_eq!(asked.len(), SESSION_LENGTH);
        prop_assert!(session.is_finished() && session.missed(material.deck, corpus).is_empty());
    }
}

#[test]
fn every_card_is_a_question_and_every_topic_has_cards() {
    let material = material(1);
    let cards: Vec<String> = material.deck.all_cards().collect();
    for (topic, least) in [("kind", 20), ("grade", 20), ("round", 20), ("short-form", 20), ("outcome", 1)] {
        let count = cards.iter().filter(|card| card.starts_with(topic)).count();
        assert!(count >= least, "only {count} cards ask for {topic}");
    }
    let page = prerendered::page_at("glossary/");
    let glossary: BTreeSet<String> = page.attribute_values("id").collect();
    for card in &cards {
        let question = material.deck.question(material.corpus, card, 5, false);
        let question = question.unwrap_or_else(|| panic!("{card} is no question"));
        assert_eq!(true_choices(material.corpus, &question).len(), 1, "{question:#?}");
        // The answer names its source.
        assert!(question.answer.passage.href.contains("#line-"), "{question:?}");
        assert!(!question.is_quotation || question.answer.source.contains("published"), "{question:?}");
        let entry = question.answer.glossary.href.trim_start_matches("glossary/#");
        assert!(glossary.contains(entry), "{entry} is not in the glossary");
    }
}

#[test]
fn a_grade_is_asked_on_its_own_scale_and_the_answer_says_what_was_graded() {
    let material = material(1);
    let grades: Vec<Question> = material
        .deck
        .all_cards()
        .filter(|card| card.starts_with("grade"))
        .filter_map(|card| material.deck.question(material.corpus, &card, 1, false))
        .collect();
    for question in &grades {
        let key = FindingKey::new(question.card.strip_prefix("grade ").unwrap_or_default());
        let (report, _) = material.corpus.finding(&key).expect("a finding");
        let scale: Vec<&str> = report.scale.grades().iter().map(|grade| grade.name()).collect();
        assert_eq!(question.choices, scale, "{question:?}");
        assert!(question.answer.statement.contains(&question.context), "{question:?}");
        assert!(question.answer.caveats.iter().any(|words| words.contains("on a scale of")), "{question:?}");
    }
    assert!(grades.iter().any(|question| question.choices.len() == 4));
    assert!(grades.iter().any(|question| question.choices.len() == 5));
}

#[test]
fn a_grade_that_its_own_report_contradicts_is_not_asked() {
    let corpus = repository::fixture().corpus();
    let contradicted = |report: &Report, finding: &Finding| {
        let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
        judgment.is_some_and(|judgment| tile::is_contradicted(report, judgment))
    };
    let unsure: Vec<&FindingKey> =
        corpus.findings().filter(|(report, finding)| contradicted(report, finding)).map(|(_, f)| &f.key).collect();
    assert!(!unsure.is_empty());
    let asked: BTreeSet<String> = Deck::new(corpus).all_cards().collect();
    assert_eq!(unsure.into_iter().find(|key| asked.contains(&format!("grade {key}"))), None);
}

#[test]
fn words_that_are_printed_twice_are_never_asked() {
    let mut corpus = repository::fixture().corpus().clone();
    let before = Deck::new(&corpus).all_cards().count();
    let copied = corpus.reports[0].findings[0].clone();
    let words = text_for_lists(&copied);
    let other = corpus.reports.len() - 1;
    corpus.reports[other].findings.push(Finding { key: FindingKey::new("a/b/c"), ..copied.clone() });
    let deck = Deck::new(&corpus);
    assert!(deck.all_cards().count() < before);
    for card in deck.all_cards() {
        let question = deck.question(&corpus, &card, 1, false).expect("a question");
        assert_ne!(question.words, words, "{card}");
    }
}

#[test]
fn what_was_missed_comes_first_in_the_next_session_and_what_was_known_only_when_it_is_due() {
    let storage = Storage::default();
    storage.now.set(1_790_000_000_000);
    let mut window = Window::open(&storage);
    let (mut missed, mut known) = (Vec::new(), Vec::new());
    window.run(LearnCommand::StartQuestions);
    for n in 0..SESSION_LENGTH {
        let turn =
            window.controller.session().and_then(|s| s.turn(material(0).deck, material(0).corpus)).expect("a turn");
        let right = turn.question.right;
        let (choice, list) = if n % 3 == 0 { (usize::from(right == 0), &mut missed) } else { (right, &mut known) };
        list.push(turn.question.card.clone());
        window.run(LearnCommand::Choose(choice));
        let judged = if choice == right { "Right. " } else { "Not right. " };
        let shown = shown_words(&window);
        assert!(shown.contains(&format!("{judged}{}", turn.question.answer.statement)), "{shown}");
        // A second answer changes nothing.
        window.run(LearnCommand::Choose(right));
        assert_eq!(shown_words(&window), shown);
        window.run(LearnCommand::Next);
    }
    assert!(window.controller.session().is_some_and(Session::is_finished));
    // In a window that was opened later.
    let mut later = Window::open(&storage);
    later.run(LearnCommand::StartQuestions);
    let asked = remaining(&mut later);
    assert_eq!(asked[..missed.len()].iter().collect::<BTreeSet<_>>(), missed.iter().collect());
    assert!(asked.iter().all(|card| !known.contains(card)), "{asked:?}");
    // After a month everything is due.
    storage.now.set(storage.now.get() + 31 * 24 * 60 * 60 * 1000);
    later.run(LearnCommand::StartQuestions);
    let asked = remaining(&mut later);
    assert!(asked.iter().any(|card| known.contains(card)), "{asked:?}");
}

/// The words of the page, with those that only screen readers read.
fn shown_words(window: &Window) -> String {
    let status = PageStatus { is_loaded: true, ..PageStatus::default() };
    let html = learn_content(&window.controller, &material(0), status).to_html(LinkStyle::Site);
    let words: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    words.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'")
}

/// The cards of a session, which are all answered rightly.
fn remaining(window: &mut Window) -> Vec<String> {
    let mut cards = Vec::new();
    while let Some(turn) = window.controller.session().and_then(|s| s.turn(material(0).deck, material(0).corpus)) {
        window.run(LearnCommand::Choose(turn.question.right));
        window.run(LearnCommand::Next);
        cards.push(turn.question.card);
    }
    cards
}

#[test]
fn flash_cards_are_short_forms_which_the_reader_judges() {
    let mut window = Window::open(&Storage::default());
    window.run(LearnCommand::StartFlashCards);
    let turn = |window: &Window| window.controller.session().and_then(|s| s.turn(material(0).deck, material(0).corpus));
    let first = turn(&window).expect("a card");
    assert!(first.question.choices.is_empty() && !first.is_revealed);
    assert!(!shown_words(&window).contains("is short for"));
    window.run(LearnCommand::Reveal);
    let shown = shown_words(&window);
    assert!(shown.contains(&format!("“{}” is short for", first.question.words)), "{shown}");
    window.run(LearnCommand::Choose(1));
    let second = turn(&window).expect("a card");
    assert_eq!((second.number, second.is_revealed), (2, false));
    let state = window.controller.state();
    assert!(state.memory(&first.question.card).is_some_and(|memory: &Memory| memory.is_missed));
}

#[test]
fn a_session_goes_on_where_it_was_and_one_that_does_not_fit_the_data_is_dropped() {
    let storage = Storage::default();
    let mut window = Window::open(&storage);
    window.run(LearnCommand::StartQuestions);
    window.run(LearnCommand::Choose(0));
    window.run(LearnCommand::Reflect);
    let kept = window.controller.tab_text();
    let mut again = Window::open(&storage);
    again.controller.restore_tab(&kept, &material(9));
    assert_eq!(again.controller.session(), window.controller.session());
    assert_eq!(again.controller.reflection(), window.controller.reflection());
    for damaged in ["", "{", &kept[..kept.len() / 2]] {
        again.controller.restore_tab(damaged, &material(9));
    }
    assert_eq!(again.controller.session(), window.controller.session());
    again.controller.restore_tab("[\"[]\",\"[]\"]", &material(9));
    assert_eq!(again.controller.session(), None);
}

#[test]
fn what_asks_for_action_is_shown_with_the_inspectors_words_only_when_asked() {
    let mut window = Window::open(&Storage::default());
    let mut seen = BTreeSet::new();
    for _ in 0..10 {
        window.run(LearnCommand::Reflect);
        let page = window.controller.reflection().and_then(|it| it.page(material(0).corpus)).expect("a finding");
        assert!(page.inspectors.is_none());
        assert!(
            ["Area for improvement", "Recommendation", "Cause of concern"].contains(&page.kind.as_str()),
            "{}",
            page.kind
        );
        window.run(LearnCommand::ShowInspectors);
        let page = window.controller.reflection().and_then(|it| it.page(material(0).corpus)).expect("a finding");
        let words = page.inspectors.expect("the inspectors' words");
        assert!(!words.explanation.is_empty() || !words.related.is_empty(), "{words:?}");
        assert!(words.source.contains("published"), "{words:?}");
        seen.insert(page.address);
    }
    assert!(seen.len() > 3, "{seen:?}");
}
