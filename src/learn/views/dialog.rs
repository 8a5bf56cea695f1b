//! The dialog for a note on the page that is shown.

use super::{LearnNode, button, trouble, words_field};
use crate::command::LearnCommand;
use crate::controller::LearnController;
use crate::note::Subject;
use html::components;
use html::node::{EventResponse, element, fragment};

/// The id of the dialog.
pub const DIALOG_ID: &str = "note-dialog";

/// The id of its field.
pub const DIALOG_WORDS_ID: &str = "note-words";

/// The dialog. The element is always there; the browser shows it when it is opened.
pub fn note_dialog(controller: &LearnController) -> LearnNode {
    let content = match controller.dialog() {
        Some(subject) => content(subject, controller),
        None => fragment().child(element("h2").id("note-heading").text("Note")),
    };
    element("dialog")
        .id(DIALOG_ID)
        .class("keys note-dialog")
        .aria_labelledby("note-heading")
        .on("close", EventResponse::Always(LearnCommand::CloseNote))
        .child(content)
}

fn content(subject: &Subject, controller: &LearnController) -> LearnNode {
    let Subject { address, title, quote } = subject;
    let note = controller.state().note(address);
    let quote = (!quote.is_empty()).then(|| element("blockquote").class("learn__quote").text(quote.clone()));
    let remove = note.map(|_| button("remove-note", "Remove", LearnCommand::Remove(address.clone())));
    fragment()
        .child(element("h2").id("note-heading").text("Note"))
        .child(element("p").text(title.clone()))
        .child(element("div").child_opt(quote))
        .child(element("div").child_opt(trouble(controller)))
        .child(words_field(DIALOG_WORDS_ID, "Your note; without words it is a bookmark", "", address, note))
        .child(components::note("Saved in this browser only, as you type.").text(" ").child(components::link(
            &explore::pages::Link::to(&explore::state::State::for_view(explore::state::View::Learn), "All your notes"),
        )))
        .child(
            element("p")
                .class("takes")
                .child(button("keep-note", "Keep", LearnCommand::KeepNote).class("button"))
                .child_opt(remove),
        )
}
