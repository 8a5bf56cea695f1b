//! The list of notes and bookmarks.

use super::{LearnNode, button, button_of, words_field};
use crate::command::LearnCommand;
use crate::controller::LearnController;
use crate::note::{Note, RemovedNote, Subject};
use crate::page::{NoteRow, note_rows};
use corpus::Corpus;
use explore::pages::phrasing;
use html::components;
use html::node::{EventDetails, EventResponse, element, fragment};
use std::rc::Rc;

const STORAGE_NOTE: &str = "Your notes are saved in this browser only, and never in anything that you share from this site. \
    Clearing the browser's data, or closing a private window, deletes them; a file that you save stays.";

/// The same for the single file.
const SINGLE_FILE_NOTE: &str = "Your notes are saved in this browser only, and never in anything that you share from here. \
    Other pages that you open from files on this device may be able to read them: browsers such as Chrome and Edge let them. \
    Clearing the browser's data, or closing a private window, deletes them; a file that you save stays.";

/// The section of the notes.
pub fn notes_section(controller: &LearnController, corpus: &Corpus, is_single_file: bool) -> LearnNode {
    let all = &controller.state().notes;
    let rows = note_rows(controller, corpus);
    let is_filtered = rows.len() < all.len();
    let count = phrasing::count_with_noun(all.len(), "note or bookmark", "notes and bookmarks");
    let count = match (all.len(), is_filtered) {
        (0, _) => {
            "There are none yet. Choose “Note” on the page of a finding or report, or write in a field beside the \
                   practice."
                .to_string()
        }
        (_, true) => format!("{} of {count}.", phrasing::format_thousands(rows.len())),
        (_, false) => format!("{count}."),
    };
    let list = element("ul")
        .class("learn__notes")
        .lazy_children(rows.into_iter().map(|row| (row.address.clone(), Rc::new(row))), note_row);
    components::section("notes", "Your notes and bookmarks")
        .class("learn__own")
        .child(components::note(if is_single_file { SINGLE_FILE_NOTE } else { STORAGE_NOTE }))
        .child(element("div").children(controller.state().damaged.iter().map(damaged_text)))
        .child(element("div").child_opt((!all.is_empty()).then(|| search_field(controller.query()))))
        .child(element("p").id("note-count").role("status").text(count))
        .child(actions(controller))
        .child(list)
        .child(element("div").child_opt(removed_notes(&controller.state().removed)))
}

fn search_field(query: &str) -> LearnNode {
    let typed = |details: &EventDetails| Some(LearnCommand::Search(details.value.clone()));
    element("p").class("learn__words").child(element("label").for_("note-search").text("Search your notes")).child(
        element("input")
            .id("note-search")
            .type_("search")
            .value(query.to_string())
            .on("input", EventResponse::FromEvent(typed)),
    )
}

fn actions(controller: &LearnController) -> LearnNode {
    let exports = (!controller.state().notes.is_empty()).then(|| {
        fragment()
            .child(button("save-document", "Save for a word processor", LearnCommand::SaveDocument))
            .child(button("save-markdown", "Save as Markdown", LearnCommand::SaveMarkdown))
            .child(button("print-notes", "Print", LearnCommand::Print))
    });
    let undo = controller.can_undo().then(|| button("undo-removal", "Undo", LearnCommand::Undo));
    element("p").class("takes").child_opt(exports).child_opt(undo)
}

fn note_row(row: &NoteRow) -> LearnNode {
    let NoteRow { n, address, subject, quote, about, words } = row;
    let note = Note { words: words.clone(), ..Note::default() };
    let quote = (!quote.is_empty()).then(|| element("blockquote").class("learn__quote").text(quote.clone()));
    // A field does not print what is scrolled out of it.
    let about = about.iter().map(|line| components::note(line.clone()));
    let printed =
        element("div").class("paper-only learn__printed").children(about).child(element("p").text(words.clone()));
    element("li")
        .child(element("p").child(components::link(subject)))
        .child(element("div").child_opt(quote))
        .child(words_field(&format!("note-{n}"), "Your note", &subject.text, address, Some(&note)))
        .child(printed)
        .child(element("p").class("takes").child(button_of(
            &format!("remove-{n}"),
            "Remove",
            &subject.text,
            LearnCommand::Remove(address.clone()),
        )))
}

fn removed_notes(removed: &[RemovedNote]) -> Option<LearnNode> {
    let row = |(n, removed): (usize, &RemovedNote)| {
        let Subject { address, title, .. } = &removed.note.subject;
        let words = removed.note.words.lines().next().unwrap_or_default();
        let words = if words.is_empty() { String::new() } else { format!(": “{words}”") };
        let restore = LearnCommand::Restore(address.clone(), removed.at);
        element("li").key(format!("{} {address}", removed.at)).text(format!("{title}{words} ")).child(button_of(
            &format!("restore-{n}"),
            "Bring back",
            title,
            restore,
        ))
    };
    let list = element("ul").class("plain-list").children(removed.iter().rev().enumerate().map(row));
    (!removed.is_empty()).then(|| {
        element("details")
            .class("learn__removed")
            .child(element("summary").text("Removed in the last thirty days"))
            .child(list)
    })
}

/// A saved text that is not a whole note.
fn damaged_text((n, text): &(u32, String)) -> LearnNode {
    element("div")
        .key(n.to_string())
        .class("brief__offer")
        .child(element("p").text(
            "A text that was saved in this browser is not a whole note, or was saved by another version of this site. It has \
             been kept, unchanged.",
        ))
        .child(
            element("details").child(element("summary").text("Show the text")).child(element("pre").text(text.clone())),
        )
        .child(
            element("p")
                .class("takes")
                .child(button(&format!("save-damaged-{n}"), "Save it as a file", LearnCommand::SaveDamaged(*n)))
                .child(button(&format!("delete-damaged-{n}"), "Delete it", LearnCommand::DeleteDamaged(*n))),
        )
}
