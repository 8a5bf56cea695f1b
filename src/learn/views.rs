//! The page for learning, and the dialog for a note.

mod dialog;
mod notes;
mod practice;
mod reflection;

pub use dialog::{DIALOG_ID, DIALOG_WORDS_ID, note_dialog};

use crate::command::LearnCommand;
use crate::controller::{LearnController, Material};
use crate::note::{MAX_WORDS, Note};
use crate::page::PageStatus;
use html::components;
use html::node::{EventDetails, EventResponse, Node, element, text};

type LearnNode = Node<LearnCommand>;

const READING: &str = "Reading the notes that are saved in this browser …";
const LATE: &str = "The notes that are saved in this browser cannot be read: its database does not answer. Close the other \
    windows of this site, and reload the page.";

/// The content of the page.
pub fn learn_content(controller: &LearnController, material: &Material, status: PageStatus) -> LearnNode {
    if !status.is_loaded {
        let note = components::note(if status.is_late { LATE } else { READING });
        return element("div").class("page learn").key("reading").child(note);
    }
    let practice = element("div")
        .class("learn__practice")
        .child(practice::practice_section(controller, material))
        .child(reflection::reflection_section(controller, material));
    element("div")
        .class("page learn")
        .key("learn")
        .child(element("div").class("learn__told").child_opt(trouble(controller)))
        .child(element("div").class("learn__columns").child(practice).child(notes::notes_section(
            controller,
            material.corpus,
            status.is_single_file,
        )))
}

/// Why the notes are not saved, if they are not.
fn trouble(controller: &LearnController) -> Option<LearnNode> {
    let words = controller.save_error()?;
    Some(element("p").class("opened__trouble").role("alert").text(words.to_string()))
}

/// A button. `id` is that of the element.
fn button(id: &str, words: &'static str, command: LearnCommand) -> LearnNode {
    element("button")
        .type_("button")
        .class("take")
        .id(id.to_string())
        .text(words)
        .on("click", EventResponse::Always(command))
}

/// A button whose name says, to those who do not see its place, what it is of.
fn button_of(id: &str, words: &'static str, name: &str, command: LearnCommand) -> LearnNode {
    button(id, words, command).child(element("span").class("unseen").text(format!(": {name}")))
}

/// The field for the words of a note, with its label. `id` is that of the field, `name` says what it is on to those who do
/// not see its place.
fn words_field(id: &str, label: &'static str, name: &str, address: &str, note: Option<&Note>) -> LearnNode {
    let typed = |details: &EventDetails| Some(LearnCommand::Write(details.item.clone(), details.value.clone()));
    let words = note.map(|note| note.words.clone()).unwrap_or_default();
    let rows = (words.lines().count() + 1).clamp(2, 12);
    let label = element("label")
        .for_(id.to_string())
        .text(label)
        .child(element("span").class("unseen").text(format!(": {name}")));
    let field = element("textarea")
        .id(id.to_string())
        .data_item(address.to_string())
        .rows(rows.to_string())
        .maxlength(MAX_WORDS.to_string())
        .value(words)
        .on("input", EventResponse::FromEvent(typed));
    element("p").class("learn__words").child(label).child(field)
}

/// Where something is from, and what has to be known about it.
fn source_lines(source: &str, passage: &explore::pages::Link, caveats: &[String]) -> LearnNode {
    let source = if source.is_empty() { text("") } else { text(format!("{source}. ")) };
    element("div")
        .class("learn__source")
        .child(components::note("").child(source).child(components::link(passage)).text("."))
        .children(caveats.iter().map(|caveat| components::note(caveat.clone())))
}
