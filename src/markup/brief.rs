//! A brief to be arranged, with everything that can be done to it.

use super::tag::{Tag, list, tag};
use super::{parts, slide};
use crate::screen::Link;
#[cfg(not(feature = "web"))]
use crate::screen::PRODUCT;
use crate::screen::brief::{BriefPage, Change, Entry};
use crate::screen::names;

/// What is to be told of a brief beside what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Why it is not kept, if it is not.
    pub trouble: Option<String>,
    /// Another brief that came by a link or a file: its title, and how many items it has.
    pub offered: Option<(String, usize)>,
    /// Texts that were set aside, by number.
    pub aside: Vec<usize>,
    /// Whether the last change can be taken back.
    pub can_undo: bool,
}

const LEAD: &str = "What you want to show, in order. Add timelines, comparisons, findings and numbers with “Add to brief” on \
                    any page; arrange them here; then present them over the whole screen, print them, or share them.";
const KEPT: &str = "The brief is kept in this browser only. Nobody else sees it unless you share it.";

/// The page as it is sent; what follows its lead is drawn by the program that takes things away.
pub fn page() -> Tag {
    tag("div")
        .class("page brief")
        .has(parts::heading("Brief"))
        .has(tag("p").class("lead").text(LEAD))
        .has(tag("div").id("brief").has(parts::note(format!("{KEPT} Arranging it needs scripts."))))
}

/// Everything behind the lead.
pub fn brief(page: &BriefPage, standing: &Standing) -> Tag {
    let items = match page.entries.is_empty() {
        true => tag("p")
            .class("hint")
            .text("Nothing is in the brief yet. Go to ")
            .has(first_page())
            .text(", for example, and choose “Add to brief”."),
        false => {
            let last = page.entries.len() - 1;
            tag("ol")
                .class("brief__items")
                .id("brief-items")
                .all(page.entries.iter().enumerate().map(|(n, e)| entry(e, n, last)))
        }
    };
    list()
        .has(parts::note(KEPT))
        .has(tag("div").class("brief__told").has(told(page, standing)))
        .has(actions(page, standing))
        .has(title(page))
        .has(tag("h2").id("count").tabindex("-1").text(count(page)))
        .has(items)
        .has(heading_form())
        .has(tag("p").class("brief__printed").text(&page.title))
        .has(
            tag("section")
                .class("brief__slides")
                .id("slides")
                .aria_label("What is presented and printed")
                .has(tag("h2").class("brief__preview").text("As it is printed"))
                .all(page.slides.iter().map(slide::slide)),
        )
}

/// The brief as a page of its own. `styles` and `script` are those that `policy` allows, and nothing else.
#[cfg(not(feature = "web"))]
pub fn alone(page: &BriefPage, about: &str, policy: &str, styles: &str, script: &str) -> String {
    let title = if page.title.is_empty() { "Brief" } else { &page.title };
    let main = tag("main")
        .class("page brief brief--alone")
        .has(tag("h1").text(title))
        .has(tag("div").id("slides").class("brief__slides").all(page.slides.iter().map(slide::slide)))
        .has(parts::note(about));
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{}\n<style>{styles}</style>\n</head>\n<body>\n{}\n\
         <script type=\"module\">{script}</script>\n</body>\n</html>\n",
        tag("title").text(format!("{title} - {PRODUCT}")).written(),
        main.written(),
    )
}

fn first_page() -> Tag {
    parts::link(&Link { href: "force/warwickshire/".to_string(), text: "the page of a force".to_string() })
}

fn count(page: &BriefPage) -> String {
    let items = names::count(page.entries.len(), "item", "items");
    format!("{items} on {}", names::count(page.slides.len(), "screen", "screens"))
}

fn told(page: &BriefPage, standing: &Standing) -> Tag {
    let offered = standing.offered.as_ref().map(|(title, n)| {
        let title = if title.is_empty() { String::new() } else { format!(" “{title}”") };
        tag("div")
            .class("brief__offer")
            .role("region")
            .aria_label("A brief to open")
            .has(tag("p").text(format!("Here is another brief{title} with {}.", names::count(*n, "item", "items"))))
            .has(button("offer-replace", "Open it in place of this one"))
            .has(button("offer-add", "Add its items to this one"))
            .has(button("offer-leave", "Leave it"))
    });
    let aside = |n: &usize| {
        tag("div")
            .class("brief__offer")
            .has(tag("p").text("A brief that this browser kept could not be read. Its text was set aside, as it was."))
            .has(command("aside-save", *n as u32, "Save the text as a file"))
            .has(command("aside-give-up", *n as u32, "Delete it"))
    };
    list()
        .maybe(standing.trouble.as_ref().map(|words| tag("p").class("brief__trouble").role("alert").text(words)))
        .maybe(offered)
        .all(standing.aside.iter().map(aside))
        .maybe(page.older.as_ref().map(|words| tag("p").class("brief__trouble").text(words)))
}

fn actions(page: &BriefPage, standing: &Standing) -> Tag {
    let with_items = |what, name| Some(button(what, name)).filter(|_| !page.slides.is_empty());
    let open = tag("label")
        .class("take")
        .text("Open a file")
        .has(tag("input").class("unseen").type_("file").accept(".json,application/json").data_brief("open"));
    tag("div")
        .class("takes brief__actions")
        .maybe(with_items("present", "Present").map(|button| button.class("button")))
        .maybe(with_items("print", "Print the handout"))
        .maybe(with_items("link", "Copy as link"))
        .maybe(with_items("save", "Save as file"))
        .maybe(with_items("export", "Save as a presentation of its own"))
        .has(open)
        .maybe(standing.can_undo.then(|| button("undo", "Take the last change back")))
        .maybe(with_items("clear", "Empty the brief"))
}

fn title(page: &BriefPage) -> Tag {
    tag("p")
        .class("brief__title")
        .has(tag("label").for_("brief-title").text("Title, for paper and files"))
        .has(tag("input").id("brief-title").type_("text").data_brief("title").value_of(&page.title))
}

fn heading_form() -> Tag {
    tag("p")
        .class("brief__heading")
        .has(tag("label").for_("brief-heading").text("A heading of your own"))
        .has(tag("input").id("brief-heading").type_("text").autocomplete("off"))
        .has(button("heading", "Add it"))
}

fn entry(entry: &Entry, n: usize, last: usize) -> Tag {
    let id = entry.id.to_string();
    let (note_id, name_id) = (format!("note-{id}"), format!("name-{id}"));
    let name = match &entry.address {
        Some(address) => parts::link(&Link { href: address.clone(), text: entry.name.clone() }).id(name_id),
        None => tag("input")
            .id(name_id)
            .type_("text")
            .aria_label("Words of the heading")
            .data_brief("reword")
            .data_item(&id)
            .value_of(&entry.name),
    };
    let screens = (entry.screens > 1).then(|| tag("span").class("note").text(format!(" {} screens", entry.screens)));
    let move_to = |what: &'static str, words: &'static str, sign: &'static str, is_end: bool| {
        let button =
            command(what, entry.id, sign).id(format!("{what}-{id}")).aria_label(format!("{words}: {}", entry.name));
        if is_end { button.disabled("") } else { button }
    };
    let remove =
        command("remove", entry.id, "Remove").id(format!("remove-{id}")).aria_label(format!("Remove: {}", entry.name));
    tag("li")
        .class("brief__item")
        .data_item(&id)
        .has(
            tag("span")
                .class("brief__handle")
                .draggable("true")
                .aria_hidden("true")
                .title("Drag to another place")
                .text("⠿"),
        )
        .has(
            tag("div")
                .class("brief__what")
                .has(tag("span").class("brief__kind").text(entry.kind))
                .text(" ")
                .has(name)
                .maybe(screens),
        )
        .has(
            tag("div")
                .class("brief__moves")
                .has(move_to("up", "Move up", "↑", n == 0))
                .has(move_to("down", "Move down", "↓", n == last))
                .has(remove),
        )
        .has(
            tag("div").class("brief__note").has(tag("label").for_(note_id.clone()).text("Speaker's notes")).has(
                tag("textarea").id(note_id).rows("2").data_brief("note").data_item(&id).text("\n").text(&entry.note),
            ),
        )
        .maybe(entry.change.as_ref().map(|change| changed(change, entry.id)))
}

fn changed(change: &Change, id: u32) -> Tag {
    let lines = |name: &'static str, lines: &[String]| {
        let lines: Vec<Tag> = lines.iter().map(|line| tag("li").text(line)).collect();
        (!lines.is_empty()).then(|| list().has(tag("p").text(name)).has(tag("ul").all(lines)))
    };
    let when = if change.when.is_empty() { String::new() } else { format!(" ({})", change.when) };
    let keep = (!change.is_gone).then(|| command("renew", id, "I have seen it"));
    let what = if change.is_gone {
        "It is no longer in the data; the words that it had are shown"
    } else {
        "It says something else now"
    };
    tag("div")
        .class("brief__change")
        .has(tag("p").class("strong").text(format!("{what}.")))
        .maybe(lines("When it was added", &change.was).map(|found| found.text(when)))
        .maybe(lines("Now", &change.now))
        .maybe(keep)
}

fn button(what: &'static str, words: &'static str) -> Tag {
    tag("button").type_("button").class("take").id(format!("do-{what}")).data_brief(what).text(words)
}

fn command(what: &'static str, item: u32, words: &'static str) -> Tag {
    tag("button").type_("button").class("take").data_brief(what).data_item(item.to_string()).text(words)
}
