//! A session: where it begins, its questions and answers, and its end.

use super::{LearnNode, button, source_lines, words_field};
use crate::command::LearnCommand;
use crate::controller::{LearnController, Material};
use crate::question::{Answer, Question};
use crate::session::{SESSION_LENGTH, Session, Turn};
use explore::pages::Link;
use html::components;
use html::node::{EventDetails, EventResponse, element, fragment, text};

const ABOUT: &str = "Words of the reports: say what kind of finding they are, which grade was given, which round of \
    inspections they are from, or what a short form stands for. The report gives the answer. What you miss comes again in the \
    next session, and what you know after longer and longer times. Nobody is told, and nothing is counted.";

/// The section of the practice.
pub fn practice_section(controller: &LearnController, material: &Material) -> LearnNode {
    let content = match controller.session() {
        Some(session) => match session.turn(material.deck, material.corpus) {
            Some(turn) if session.is_flash_cards => flash_card(&turn).key(format!("card-{}", turn.number)),
            Some(turn) => question(&turn, controller).key(format!("question-{}", turn.number)),
            None => end(session, material).key("end"),
        },
        None => start().key("start"),
    };
    components::section("practise", "Practise").child(element("div").child(content))
}

fn start() -> LearnNode {
    element("div").child(element("p").text(ABOUT)).child(
        element("p")
            .class("takes")
            .child(button("start-questions", "Ten questions", LearnCommand::StartQuestions).class("button"))
            .child(button("start-flash-cards", "Flash cards of short forms", LearnCommand::StartFlashCards)),
    )
}

/// The heading of a question or flash card, which receives the focus when it is shown.
fn heading(turn: &Turn, noun: &str) -> LearnNode {
    element("h3")
        .id("question")
        .tabindex("-1")
        .child(element("span").class("learn__number").text(format!("{noun} {} of {}", turn.number, turn.count)))
        .child(element("span").class("unseen").text(": "))
        .child(element("span").text(turn.question.prompt.clone()))
}

fn words(question: &Question) -> LearnNode {
    let context = (!question.context.is_empty()).then(|| element("p").text(question.context.clone()));
    let class = if question.is_quotation { "quotation" } else { "learn__short" };
    let name = if question.is_quotation { "blockquote" } else { "p" };
    fragment().child(element(name).class(class).text(question.words.clone())).child(element("div").child_opt(context))
}

/// A question. While it is not answered, the number of a choice chooses it, wherever in the question the focus is.
fn question(turn: &Turn, controller: &LearnController) -> LearnNode {
    let pressed = |details: &EventDetails| {
        let number: usize = details.key.parse().ok()?;
        (number > 0).then(|| LearnCommand::Choose(number - 1))
    };
    let question = &turn.question;
    let choices = question.choices.iter().enumerate().map(|(n, words)| choice(turn, n, words));
    let content = element("div")
        .class("learn__question")
        .child(heading(turn, "Question"))
        .child(words(question))
        .child(element("ol").class("learn__choices").children(choices));
    // The element is there before its words, so that they are read out when they come.
    let result = element("p").id("result").class("learn__result").role("status");
    match turn.chosen {
        None => content
            .child(result)
            .child(components::note("Keys 1, 2, 3 and so on choose an answer."))
            .child(element("p").class("takes").child(button("stop", "End the session", LearnCommand::Stop)))
            .on("keydown", EventResponse::FromEvent(pressed)),
        Some(chosen) => {
            let judged = if chosen == question.right { "Right. " } else { "Not right. " };
            let result = result.child(element("strong").text(judged)).text(question.answer.statement.clone());
            content.child(result).child(answer(turn, controller)).child(fragment())
        }
    }
}

fn choice(turn: &Turn, n: usize, words: &str) -> LearnNode {
    let (is_chosen, is_right) = (turn.chosen == Some(n), turn.question.right == n);
    let (mark, class) = match turn.chosen {
        None => ("", "learn__choice"),
        Some(_) if is_right && is_chosen => (" · Your answer, and the right one", "learn__choice learn__choice--right"),
        Some(_) if is_right => (" · The right answer", "learn__choice learn__choice--right"),
        Some(_) if is_chosen => (" · Your answer", "learn__choice learn__choice--chosen"),
        Some(_) => ("", "learn__choice"),
    };
    let label = fragment()
        .child(element("kbd").aria_hidden("true").text((n + 1).to_string()))
        .child(element("span").text(words.to_string()).child(element("strong").text(mark)));
    let content = match turn.chosen {
        None => element("button")
            .type_("button")
            .id(format!("choice-{}", n + 1))
            .class(class)
            .on("click", EventResponse::Always(LearnCommand::Choose(n))),
        Some(_) => element("div").class(class),
    };
    element("li").key(format!("{n}-{}", turn.chosen.is_some())).child(content.child(label))
}

fn answer(turn: &Turn, controller: &LearnController) -> LearnNode {
    let question = &turn.question;
    let page = question.answer.page.as_ref();
    let next = if turn.number == turn.count { "See what to look at again" } else { "Next question" };
    let note = page.map(|page| {
        words_field("answer-note", "Your note on this finding", "", &page.href, controller.state().note(&page.href))
    });
    element("div")
        .class("learn__answer")
        .child(element("p").class("takes").child(button("next", next, LearnCommand::Next).class("button")))
        .child(answer_details(&question.answer))
        .child(element("div").child_opt(note))
}

fn answer_details(answer: &Answer) -> LearnNode {
    let explanation = answer
        .explanation
        .as_ref()
        .map(|(words, place)| element("p").text(format!("“{words}” ")).child(components::link(place)));
    let page = answer.page.as_ref().map(|page| fragment().child(components::link(page)).text(" · "));
    let more = element("p").child_opt(page).child(components::link(&answer.glossary));
    element("div")
        .child(element("div").child_opt(explanation))
        .child(source_lines(&answer.source, &answer.passage, &answer.caveats))
        .child(more)
}

/// A flash card, which the reader judges.
fn flash_card(turn: &Turn) -> LearnNode {
    let content = element("div").class("learn__question").child(heading(turn, "Card")).child(words(&turn.question));
    let buttons = element("p").class("takes");
    let result = element("p").id("result").class("learn__result").role("status");
    let stop = button("stop", "End the session", LearnCommand::Stop);
    if !turn.is_revealed {
        let show = button("reveal", "Show the answer", LearnCommand::Reveal).class("button");
        return content.child(result).child(buttons.key("front").child(show).child(stop));
    }
    content.child(result.text(turn.question.answer.statement.clone())).child(
        element("div")
            .key("back")
            .class("learn__answer")
            .child(
                buttons
                    .child(button("known", "I knew it", LearnCommand::Choose(0)).class("button"))
                    .child(button("not-known", "Ask me again", LearnCommand::Choose(1)))
                    .child(stop),
            )
            .child(answer_details(&turn.question.answer)),
    )
}

/// The end of a session: what to look at again. There is no score.
fn end(session: &Session, material: &Material) -> LearnNode {
    let missed = session.missed(material.deck, material.corpus);
    let row = |question: &Question| {
        let Question { card, words, answer, .. } = question;
        // A short form has no page: its place is named after it.
        let (name, place) = match &answer.page {
            Some(page) => (components::link(&Link { text: words.clone(), ..page.clone() }), None),
            None => (text(words.clone()), Some(components::link(&answer.passage))),
        };
        element("li")
            .key(card.clone())
            .child(element("span").class("learn__missed").child(name))
            .text(" ")
            .child(element("span").text(answer.statement.clone()))
            .text(" ")
            .children(place)
    };
    let list = if missed.is_empty() {
        element("p").text("There is nothing to look at again.")
    } else {
        element("ul").class("plain-list").children(missed.iter().map(row))
    };
    let (again, command) = if session.is_flash_cards {
        ("More flash cards", LearnCommand::StartFlashCards)
    } else {
        ("Ten more questions", LearnCommand::StartQuestions)
    };
    let after = if missed.is_empty() { text("") } else { text("The next session begins with these.") };
    // The buttons say ten.
    const { assert!(SESSION_LENGTH == 10) };
    element("div")
        .child(element("h3").id("session-end").tabindex("-1").text("The end of this session: what to look at again"))
        .child(element("div").child(list))
        .child(element("p").child(after))
        .child(element("p").class("takes").child(button("again", again, command).class("button")).child(button(
            "stop",
            "Done",
            LearnCommand::Stop,
        )))
}
