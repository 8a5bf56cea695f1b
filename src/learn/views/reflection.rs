//! “How would you address this?”: the reader's own answer, then the inspectors' words.

use super::{LearnNode, button, source_lines, words_field};
use crate::command::LearnCommand;
use crate::controller::{LearnController, Material};
use crate::reflection::{InspectorsWords, ReflectionPage};
use html::components;
use html::node::element;

const ABOUT: &str = "Something that inspectors asked a force to do. Write down what you would do, then read what they wrote \
    around it. What you write is kept with your notes.";

/// The section.
pub fn reflection_section(controller: &LearnController, material: &Material) -> LearnNode {
    let page = controller.reflection().and_then(|reflection| reflection.page(material.corpus));
    let content = match &page {
        Some(page) => shown(page, controller).key(page.address.clone()),
        None => element("div")
            .key("start")
            .child(element("p").text(ABOUT))
            .child(element("p").class("takes").child(button("reflect-start", "Show me one", LearnCommand::Reflect))),
    };
    components::section("reflect", "How would you address this?").child(element("div").child(content))
}

fn shown(page: &ReflectionPage, controller: &LearnController) -> LearnNode {
    let ReflectionPage { address, kind, words, inspectors } = page;
    let note = controller.state().note(address);
    let show = inspectors
        .is_none()
        .then(|| button("show-inspectors", "Read what the inspectors wrote", LearnCommand::ShowInspectors));
    element("div")
        .child(element("p").class("learn__number").text(kind))
        .child(element("blockquote").class("quotation").text(words.clone()))
        .child(words_field("reflect-words", "What you would do", "", address, note))
        .child(element("p").class("takes").children(show).child(button(
            "reflect-next",
            "Another one",
            LearnCommand::Reflect,
        )))
        .child(element("div").child_opt(inspectors.as_ref().map(inspectors_words)))
}

fn inspectors_words(words: &InspectorsWords) -> LearnNode {
    let InspectorsWords { explanation, related, source, passage, caveats } = words;
    let is_empty = explanation.is_empty() && related.is_empty();
    let nothing =
        is_empty.then(|| element("p").text("The report says no more of it here. Read on at its place in the report."));
    element("div")
        .class("learn__inspectors")
        .child(element("h3").id("inspectors").tabindex("-1").text("What the inspectors wrote"))
        .child(element("div").class("quotation").child(components::text_parts(explanation, &[])))
        .child(element("div").child_opt((!related.is_empty()).then(|| components::finding_list("ul", related))))
        .child(element("div").child_opt(nothing))
        .child(source_lines(source, passage, caveats))
}
