//! The page on which a brief is arranged, with the controls for all its commands.

use crate::codec::{MAX_NOTES, MAX_WORDS};
use crate::command::BriefCommand;
use crate::page::{BriefEntry, BriefPage, BriefStatus, EarlierEdit, TextChange};
use crate::views::slide_section::{UNCHECKED, keyed_slides, slide_element};
use explore::pages::{BRIEF_STORAGE_NOTE, Link, phrasing};
use html::components;
use html::node::{EventDetails, EventResponse, Node, element, fragment};
use std::rc::Rc;

type EditorNode = Node<BriefCommand>;

/// Where the brief of the single file is stored and who can see it.
const SINGLE_FILE_NOTE: &str = "The brief is saved in this browser only. Other pages that you open from files on this \
    device may be able to read it: browsers such as Chrome and Edge let them. Clearing the browser's data, or closing a \
    private window, deletes it; a file that you save stays.";

/// The content of the page: notices, actions, the list of items and a preview of the slides.
pub fn editor_content(page: &BriefPage, standing: &BriefStatus) -> EditorNode {
    let items = match page.entries.len() {
        0 => element("p")
            .class("hint")
            .text("The brief is empty. Go to ")
            .child(example_link())
            .text(", for example, and choose “Add to brief”."),
        n => element("ol").class("brief__items").id("brief-items").lazy_children(
            page.entries.iter().enumerate().map(|(at, entry)| {
                let (is_first, is_last) = (at == 0, at + 1 == n);
                let is_target = standing.drop_target == Some(entry.id);
                (entry.id.to_string(), Rc::new(ItemRow { entry: Rc::clone(entry), is_first, is_last, is_target }))
            }),
            item_row,
        ),
    };
    let slides = element("section")
        .class("brief__slides")
        .id("slides")
        .aria_label("Slides, as presented and printed")
        .child_opt((!page.slides.is_empty()).then(|| element("h2").class("brief__preview").text("Print preview")))
        .lazy_children(keyed_slides(page), slide_element);
    element("div")
        .class(if standing.with_notes { "page brief brief--with-notes" } else { "page brief" })
        .child(components::note(if standing.is_single_file { SINGLE_FILE_NOTE } else { BRIEF_STORAGE_NOTE }))
        .child(element("div").class("brief__told").child(notices(page, standing)))
        .child(action_bar(page, standing))
        .child(title_field(page))
        .child(element("h2").id("count").tabindex("-1").text(size_summary(page)))
        .child(element("div").child(items))
        .child(heading_form(&standing.heading_draft))
        .child(
            element("div")
                .child_opt((!standing.earlier_edits.is_empty()).then(|| earlier_edits(&standing.earlier_edits))),
        )
        .child(slides)
}

fn example_link() -> EditorNode {
    components::link(&Link { href: "force/warwickshire/".to_string(), text: "the page of a force".to_string() })
}

fn size_summary(page: &BriefPage) -> String {
    let items = phrasing::count_with_noun(page.entries.len(), "item", "items");
    format!("{items} on {}", phrasing::count_with_noun(page.slides.len(), "slide", "slides"))
}

fn notices(page: &BriefPage, standing: &BriefStatus) -> EditorNode {
    let offered = standing.offered.as_ref().map(|(title, n)| {
        let title = if title.is_empty() { String::new() } else { format!(" “{title}”") };
        element("div")
            .class("brief__offer")
            .role("region")
            .aria_label("The brief that you opened")
            .child(element("p").text(format!(
                "You opened another brief{title}, with {}.",
                phrasing::count_with_noun(*n, "item", "items")
            )))
            .child(action_button("offer-replace", "Replace my current brief", BriefCommand::ReplaceWithOffered))
            .child(action_button("offer-add", "Add its items to my brief", BriefCommand::AddOffered))
            .child(action_button("offer-leave", "Keep my current brief", BriefCommand::DeclineOffered))
    });
    fragment()
        .child_opt(
            standing.save_error.as_ref().map(|words| element("p").class("brief__trouble").role("alert").text(words)),
        )
        .child_opt(offered)
        .children(standing.damaged.iter().map(damaged_text))
        .child_opt(page.changes_notice.as_ref().map(|words| element("p").class("brief__trouble").text(words)))
}

/// A text that is not that of a whole brief.
fn damaged_text((n, can_open): &(u32, bool)) -> EditorNode {
    let button = |id: &str, name, command| command_button(name, command).id(format!("{id}-damaged-{n}"));
    element("div")
        .key(n.to_string())
        .class("brief__offer")
        .child(element("p").text(
            "A text that was saved in this browser is not a whole brief, or there was no place for it. It has been kept, \
             unchanged.",
        ))
        .child_opt(can_open.then(|| button("open", "Open what can be read", BriefCommand::OpenDamaged(*n))))
        .child(button("save", "Save the text as a file", BriefCommand::SaveDamaged(*n)))
        .child(button("delete", "Delete it", BriefCommand::DeleteDamaged(*n)))
}

/// The edits that can be undone, each with a button.
fn earlier_edits(edits: &[EarlierEdit]) -> EditorNode {
    let row = |(n, edit): (usize, &EarlierEdit)| {
        let of = element("span").class("unseen").text(format!(": {}", edit.name));
        let undo = command_button("Undo", BriefCommand::Undo(edit.id.clone())).id(format!("undo-{n}")).child(of);
        element("li")
            .key(format!("{}-{}", edit.id.window, edit.id.number))
            .text(format!("{}, {} ", edit.name, edit.age))
            .child(undo)
    };
    element("details")
        .class("brief__earlier")
        .child(element("summary").text("Earlier changes"))
        .child(components::note("What was removed can be brought back for thirty days."))
        .child(element("ol").children(edits.iter().enumerate().map(row)))
}

fn action_bar(page: &BriefPage, standing: &BriefStatus) -> EditorNode {
    let with_items = |id, name, command| Some(action_button(id, name, command)).filter(|_| !page.slides.is_empty());
    let file = element("input")
        .class("unseen")
        .id("brief-file")
        .type_("file")
        .accept(".json,application/json")
        .on("change", EventResponse::Always(BriefCommand::OpenFile));
    element("div")
        .class("takes brief__actions")
        .child_opt(with_items("present", "Present", BriefCommand::Present).map(|button| button.class("take button")))
        .child_opt(
            with_items("present-start", "Present from the start", BriefCommand::PresentFromStart)
                .filter(|_| standing.can_resume),
        )
        .child_opt(with_items("print", "Print the handout", BriefCommand::Print))
        .child_opt(with_items("link", "Copy link", BriefCommand::CopyLink))
        .child_opt(with_items("save", "Save as a file", BriefCommand::SaveFile))
        .child_opt(with_items("export", "Save as a stand-alone presentation", BriefCommand::SavePresentation))
        .child(element("label").class("take").text("Open a file").child(file))
        .child_opt(standing.undo.as_ref().map(undo_button))
        .child_opt(with_items("clear", "Remove all items", BriefCommand::Clear))
        .child_opt((!page.slides.is_empty()).then(|| notes_choice(standing.with_notes)))
}

/// The button undoes the edit that it names, whatever was done since it was drawn.
fn undo_button(edit: &EarlierEdit) -> EditorNode {
    let of = element("span").class("unseen").text(format!(": {}", edit.name));
    action_button("undo", "Undo", BriefCommand::Undo(edit.id.clone())).title(edit.name.clone()).child(of)
}

/// Notes are for the presenter, and may say what the audience is not to read.
fn notes_choice(with_notes: bool) -> EditorNode {
    let field = element("input")
        .id("with-notes")
        .type_("checkbox")
        .checked(with_notes)
        .on("change", EventResponse::Always(BriefCommand::ToggleNotes));
    element("label")
        .class("brief__choice")
        .child(field)
        .text(" Put my notes into the handout, links, files and saved presentations")
}

fn title_field(page: &BriefPage) -> EditorNode {
    element("p")
        .class("brief__title")
        .child(element("label").for_("brief-title").text("Title for the handout and file name"))
        .child(
            element("input")
                .id("brief-title")
                .type_("text")
                .maxlength(MAX_WORDS.to_string())
                .value(&page.title)
                .on("input", EventResponse::FromEvent(|event| Some(BriefCommand::SetTitle(event.value.clone())))),
        )
}

fn heading_form(words: &str) -> EditorNode {
    let pressed = |event: &EventDetails| (event.key == "Enter").then_some(BriefCommand::AddHeading);
    let field = element("input")
        .id("brief-heading")
        .type_("text")
        .maxlength(MAX_WORDS.to_string())
        .autocomplete("off")
        .value(words.to_string())
        .on("input", EventResponse::FromEvent(|event| Some(BriefCommand::DraftHeading(event.value.clone()))))
        .on("keydown", EventResponse::FromEvent(pressed));
    element("p")
        .class("brief__heading")
        .child(element("label").for_("brief-heading").text("Your own heading"))
        .child(field)
        .child(action_button("heading", "Add heading", BriefCommand::AddHeading))
}

/// An item in the list of items.
#[derive(PartialEq)]
struct ItemRow {
    entry: Rc<BriefEntry>,
    is_first: bool,
    is_last: bool,
    /// Whether another item is being dragged over it.
    is_target: bool,
}

fn item_row(row: &ItemRow) -> EditorNode {
    let entry = &row.entry;
    let id = entry.id;
    let slides =
        (entry.slide_count > 1).then(|| element("span").class("note").text(format!(" {} slides", entry.slide_count)));
    let handle = element("span")
        .class("brief__handle")
        .draggable("true")
        .aria_hidden("true")
        .title("Drag to move")
        .text("⠿")
        .on("dragstart", EventResponse::Always(BriefCommand::StartDrag(id)));
    let what = element("div")
        .class("brief__what")
        .child(element("span").class("brief__kind").text(entry.kind))
        .text(" ")
        .child(item_name(entry))
        .child_opt(slides);
    let note = format!("note-{id}");
    let notes = element("textarea")
        .id(&note)
        .rows("2")
        .maxlength(MAX_NOTES.to_string())
        .data_item(id.to_string())
        .value(&entry.speaker_notes)
        .on(
            "input",
            EventResponse::FromEvent(|event| Some(BriefCommand::SetNotes(event_item(event)?, event.value.clone()))),
        );
    element("li")
        .key(id.to_string())
        .class(if row.is_target { "brief__item brief__item--over" } else { "brief__item" })
        .data_item(id.to_string())
        .on("dragover", EventResponse::Always(BriefCommand::DragOver(id)))
        .on("drop", EventResponse::Always(BriefCommand::Drop(id)))
        .child(handle)
        .child(what)
        .child(item_buttons(row))
        .child(
            element("div").class("brief__note").child(element("label").for_(note).text("Speaker's notes")).child(notes),
        )
        .child_opt(entry.change.as_ref().map(|change| change_notice(change, id)))
}

fn item_name(entry: &BriefEntry) -> EditorNode {
    let id = format!("name-{}", entry.id);
    match &entry.address {
        Some(address) => components::link(&Link { href: address.clone(), text: entry.name.clone() }).id(id),
        None => element("input")
            .id(id)
            .type_("text")
            .maxlength(MAX_WORDS.to_string())
            .aria_label("Text of the heading")
            .data_item(entry.id.to_string())
            .value(&entry.name)
            .on(
                "input",
                EventResponse::FromEvent(|event| {
                    Some(BriefCommand::SetHeading(event_item(event)?, event.value.clone()))
                }),
            ),
    }
}

fn item_buttons(row: &ItemRow) -> EditorNode {
    let entry = &row.entry;
    let id = entry.id;
    let move_button = |name: &str, label: &str, sign: &'static str, command, is_end: bool| {
        let label = format!("{label}: {}", entry.name);
        let button = command_button(sign, command).id(format!("{name}-{id}")).aria_label(label);
        if is_end { button.disabled("") } else { button }
    };
    let remove = command_button("Remove", BriefCommand::Remove(id))
        .id(format!("remove-{id}"))
        .aria_label(format!("Remove: {}", entry.name));
    element("div")
        .class("brief__moves")
        .child(move_button("up", "Move up", "↑", BriefCommand::MoveUp(id), row.is_first))
        .child(move_button("down", "Move down", "↓", BriefCommand::MoveDown(id), row.is_last))
        .child(remove)
}

fn change_notice(change: &TextChange, id: u32) -> EditorNode {
    let lines = |name: String, lines: &[String]| {
        let lines: Vec<EditorNode> = lines.iter().map(|line| element("li").text(line)).collect();
        (!lines.is_empty()).then(|| fragment().child(element("p").text(name)).child(element("ul").children(lines)))
    };
    let when =
        if change.build_date.is_empty() { String::new() } else { format!(" with the data of {}", change.build_date) };
    let accept = (!change.is_gone)
        .then(|| command_button("Use the current wording", BriefCommand::AcceptChange(id)).id(format!("accept-{id}")));
    let explanation = if change.is_gone { UNCHECKED } else { "The item reads otherwise than this brief recorded it." };
    element("div")
        .class("brief__change")
        .child(element("p").class("strong").text(explanation))
        .child_opt(lines(format!("This brief recorded{when}:"), &change.removed_lines))
        .child_opt(lines("The data have now:".to_string(), &change.new_lines))
        .child_opt(accept)
}

fn event_item(event: &EventDetails) -> Option<u32> {
    event.item.parse().ok()
}

pub(crate) fn action_button(id: &'static str, words: &'static str, command: BriefCommand) -> EditorNode {
    command_button(words, command).id(format!("do-{id}"))
}

fn command_button(words: &'static str, command: BriefCommand) -> EditorNode {
    element("button").type_("button").class("take").text(words).on("click", EventResponse::Always(command))
}
