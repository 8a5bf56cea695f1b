//! Small pieces that several views are made of.

use crate::node::{IntoText, Node, element, fragment};
use explore::command::Command;
use explore::export::Export;
use explore::pages::Link;
use explore::pages::findings::Marked;

/// A link.
pub fn link<A>(to: &Link) -> Node<A> {
    element("a").href(&to.href).text(&to.text)
}

/// The heading of a page; the focus comes here when the page is entered.
pub fn heading<A>(words: impl IntoText) -> Node<A> {
    element("h1").id("heading").tabindex("-1").text(words)
}

/// A part of a page under a heading that links and the focus can come to.
pub fn section<A>(id: &'static str, heading: &'static str) -> Node<A> {
    element("section").aria_labelledby(id).child(element("h2").id(id).tabindex("-1").text(heading))
}

/// That what is shown is not the newest, if it is not.
pub fn behind<A>(newer: Option<&Link>) -> Node<A> {
    element("p").class("later").child_opt(newer.map(link))
}

/// A small remark.
pub fn note<A>(words: impl IntoText) -> Node<A> {
    element("p").class("note").text(words)
}

/// A name and what it is, in a list of such.
pub fn entry<A>(name: impl IntoText, value: Node<A>) -> Node<A> {
    element("div").child(element("dt").text(name)).child(element("dd").child(value))
}

/// Links below each other.
pub fn link_list<A>(links: &[Link]) -> Node<A> {
    element("ul").children(links.iter().map(|to| element("li").key(&to.href).child(link(to))))
}

/// Findings by links below each other, each with its kind.
pub fn finding_list<A>(name: &'static str, findings: &[(String, Link)]) -> Node<A> {
    let one = |(kind, to): &(String, Link)| {
        element("li").key(&to.href).child(element("span").class("note").text(kind).text(": ")).child(link(to))
    };
    element(name).class("plain-list").children(findings.iter().map(one))
}

/// Words with the found ones marked.
pub fn marked<A>(words: &Marked) -> Node<A> {
    words.runs.iter().fold(fragment(), |marked, (run, is_found)| match is_found {
        true => marked.child(element("mark").text(run)),
        false => marked.text(run),
    })
}

/// The mark of a kind of finding, for the eye.
pub fn mark<A>(class: &str) -> Node<A> {
    element("span").class(format!("mark mark--{class}")).aria_hidden("true")
}

/// The kind of a finding, with the mark that it has on the timeline.
pub fn kind<A>(name: &String, class: &str) -> Node<A> {
    element("span").class("kind").child(mark(class)).text(name)
}

/// A list of places or pages, as a sentence would have it.
pub fn inline_links<A>(links: &[Link]) -> Node<A> {
    let one = |(i, to)| element("span").child(link(to)).text(if i + 1 < links.len() { ", " } else { "" });
    fragment().children(links.iter().enumerate().map(one))
}

/// To a thousandth of a percent. By whole numbers: the program stays smaller without the formatting of fractions.
pub fn percent(share: f64) -> String {
    let thousandths = (share * 1000.0).round() as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// The exports of pages that show tiles.
pub const OF_TILES: [Export; 5] = [Export::Link, Export::Csv, Export::Json, Export::Svg, Export::Png];

/// The exports of pages that show findings.
pub const OF_LISTS: [Export; 3] = [Export::Link, Export::Csv, Export::Json];

/// Buttons that export the page and add it to the brief.
pub fn export_buttons<A>(exports: &[Export]) -> Node<A> {
    let exports = exports.iter().map(|export| Command::Export(*export, String::new()));
    command_buttons(exports.chain([Command::AddToBrief(String::new())]))
}

/// Buttons, each for a command.
pub fn command_buttons<A>(commands: impl IntoIterator<Item = Command>) -> Node<A> {
    let button = |command: Command| {
        let label = match &command {
            Command::Export(export, _) => export.label(),
            Command::AddToBrief(_) => "Add to brief",
            Command::ShowKeys => "all keys",
            Command::KeepOffline => "Keep all of this for use without a network",
        };
        element("button").type_("button").class("take").data_command(command.to_string()).text(label)
    };
    element("p").class("takes").children(commands.into_iter().map(button))
}

/// Short forms with what the report says they stand for.
pub fn short_forms<A>(forms: &[(String, String)]) -> Node<A> {
    let one = |(short, long): &(String, String)| entry(short, crate::node::text(long)).key(short);
    element("dl").class("short-forms").aria_label("Short forms").children(forms.iter().map(one))
}
