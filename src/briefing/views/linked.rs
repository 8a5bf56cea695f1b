//! The page of a brief that is read from a link: its slides, and the ways to use it.

use crate::command::BriefCommand;
use crate::page::BriefPage;
use crate::views::editor::action_button;
use crate::views::slide_section::{keyed_slides, slide_element};
use explore::pages::phrasing;
use html::node::{Node, element};

/// The content of the page. `changed_count` is the number of items that have changed since the link was made.
pub fn linked_content(page: &BriefPage, changed_count: usize, can_resume: bool) -> Node<BriefCommand> {
    let title = if page.title.is_empty() { "A brief without a title" } else { &page.title };
    let changed = (changed_count > 0).then(|| {
        let items = phrasing::count_with_noun(changed_count, "item has", "items have");
        element("p").class("brief__trouble").text(format!("{items} changed since the link was made."))
    });
    let from_start =
        can_resume.then(|| action_button("present-start", "Present from the start", BriefCommand::PresentFromStart));
    let actions = element("div")
        .class("takes brief__actions")
        .child(action_button("copy", "Edit a copy", BriefCommand::EditCopy))
        .child(action_button("present", "Present", BriefCommand::Present))
        .child_opt(from_start)
        .child(action_button("print", "Print the handout", BriefCommand::Print))
        .child(action_button("close", "Go to my own brief", BriefCommand::CloseLinked));
    element("div")
        .class("page brief brief--linked")
        .child(element("h2").id("count").tabindex("-1").text(title.to_string()))
        .child(element("p").class("hint").text(format!(
            "You are reading a brief from a link, with {}. It is not saved in this browser.",
            phrasing::count_with_noun(page.entries.len(), "item", "items")
        )))
        .child(element("div").child_opt(changed))
        .child(actions)
        .child(
            element("section")
                .class("brief__slides")
                .id("slides")
                .aria_label("Slides")
                .lazy_children(keyed_slides(page), slide_element),
        )
}
