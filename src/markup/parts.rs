//! Small pieces that several views are made of.

use super::tag::{Tag, Words, list, tag};
use crate::screen::Link;
use crate::screen::findings::Marked;

/// A link.
pub fn link(to: &Link) -> Tag {
    tag("a").href(&to.href).text(&to.text)
}

/// The heading of a page; the focus comes here when the page is entered.
pub fn heading(words: impl Words) -> Tag {
    tag("h1").id("heading").tabindex("-1").text(words)
}

/// A part of a page under a heading that links and the focus can come to.
pub fn section(id: &'static str, heading: &'static str) -> Tag {
    tag("section").aria_labelledby(id).has(tag("h2").id(id).tabindex("-1").text(heading))
}

/// That what is shown is not the newest, if it is not.
pub fn behind(newer: Option<&Link>) -> Tag {
    tag("p").class("later").maybe(newer.map(link))
}

/// A small remark.
pub fn note(words: impl Words) -> Tag {
    tag("p").class("note").text(words)
}

/// A name and what it is, in a list of such.
pub fn entry(name: impl Words, value: Tag) -> Tag {
    tag("div").has(tag("dt").text(name)).has(tag("dd").has(value))
}

/// Links below each other.
pub fn link_list(links: &[Link]) -> Tag {
    tag("ul").all(links.iter().map(|to| tag("li").key(&to.href).has(link(to))))
}

/// Findings by links below each other, each with its kind.
pub fn finding_list(name: &'static str, findings: &[(String, Link)]) -> Tag {
    let one = |(kind, to): &(String, Link)| {
        tag("li").key(&to.href).has(tag("span").class("note").text(kind).text(": ")).has(link(to))
    };
    tag(name).class("plain-list").all(findings.iter().map(one))
}

/// Words with the found ones marked.
pub fn marked(words: &Marked) -> Tag {
    words.runs.iter().fold(list(), |marked, (run, is_found)| match is_found {
        true => marked.has(tag("mark").text(run)),
        false => marked.text(run),
    })
}

/// The mark of a kind of finding, for the eye.
pub fn mark(class: &str) -> Tag {
    tag("span").class(format!("mark mark--{class}")).aria_hidden("true")
}

/// The kind of a finding, with the mark that it has on the timeline.
pub fn kind(name: &String, class: &str) -> Tag {
    tag("span").class("kind").has(mark(class)).text(name)
}

/// A list of places or pages, as a sentence would have it.
pub fn inline_links(links: &[Link]) -> Tag {
    let one = |(i, to)| tag("span").has(link(to)).text(if i + 1 < links.len() { ", " } else { "" });
    list().all(links.iter().enumerate().map(one))
}

/// To a thousandth of a percent. By whole numbers: the program stays smaller without the formatting of fractions.
pub fn percent(share: f64) -> String {
    let thousandths = (share * 1000.0).round() as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// To be presented: one of the ways to take something away.
pub const BRIEF: (&str, &str) = ("brief", "Add to brief");

/// All of them, for pages that show tiles.
pub const EVERY_WAY: [(&str, &str); 6] =
    [("link", "Copy link"), ("csv", "CSV"), ("json", "JSON"), ("svg", "SVG"), ("png", "PNG"), BRIEF];

/// Ways to take away what the page shows: what is taken, and the word on the button.
pub fn takes(ways: &[(&'static str, &'static str)]) -> Tag {
    takes_of("", ways)
}

/// Ways to take away one part of the page, by the name of its place.
pub fn takes_of(of: &str, ways: &[(&'static str, &'static str)]) -> Tag {
    let button = |(what, name): &(&'static str, &'static str)| {
        tag("button").type_("button").class("take").data_take(format!("{what} {of}")).text(*name)
    };
    tag("p").class("takes").all(ways.iter().map(button))
}

/// Short forms with what the report says they stand for.
pub fn short_forms(forms: &[(String, String)]) -> Tag {
    let one = |(short, long): &(String, String)| entry(short, super::tag::text(long)).key(short);
    tag("dl").class("short-forms").aria_label("Short forms").all(forms.iter().map(one))
}
