//! What stands around every page: the skip link, the banner, and, sent once and never drawn anew, the footer with the licence
//! and the list of keys.

use super::search_box::{self, Place};
use super::tag::{Tag, list, tag};
use crate::route;
#[cfg(feature = "ssr")]
use crate::screen::take::LICENCE;
use crate::state::{Action, State, Still, View};
use yew::Callback;

/// A page's content in its frame.
pub fn frame(content: Tag, here: &str, with_search: bool, act: &Callback<Action>) -> Tag {
    framed(content, list(), here, with_search, act)
}

/// The same with something behind the content.
pub fn framed(content: Tag, behind: Tag, here: &str, with_search: bool, act: &Callback<Action>) -> Tag {
    let search = match with_search {
        true => search_box::search_box("", Place::Banner, act),
        false => tag("span").class("banner__space"),
    };
    list()
        .has(tag("a").class("skip").href(format!("{here}#content")).text("Skip to content"))
        .has(tag("header").class("banner").has(banner().has(search)))
        .has(tag("main").id("content").class("content").tabindex("-1").has(content).has(behind))
}

/// What stands under every page and is the same on each: the program has no code that draws it.
#[cfg(feature = "ssr")]
pub fn foot() -> Tag {
    list()
        .has(tag("footer").class("footer").has(footer()))
        .has(keys())
        .has(tag("p").id("said").class("said").role("status").aria_live("polite"))
}

fn banner() -> Tag {
    let home = || format!("./{}", route::address(&State::at(View::Home)));
    let links = tag("nav")
        .class("banner__links")
        .aria_label("Site")
        .has(tag("a").href(home()).text("Forces"))
        .has(tag("a").href(route::address(&State::at(View::Findings))).text("Findings"))
        .has(tag("a").href(route::address(&State::at(View::Still(Still::Compare)))).text("Compare"))
        .has(tag("a").href(route::address(&State::at(View::Still(Still::Crosswalk)))).text("Questions"))
        .has(tag("a").href(route::address(&State::at(View::Still(Still::Brief)))).text("Brief"))
        .has(tag("a").href(about()).text("About"));
    tag("div").class("banner__inner").has(tag("a").class("banner__name").href(home()).text("Force Findings")).has(links)
}

fn about() -> String {
    route::address(&State::at(View::Still(Still::About)))
}

#[cfg(feature = "ssr")]
fn footer() -> Tag {
    let keys = tag("span")
        .class("footer__keys")
        .text(" · Keys: ")
        .has(tag("kbd").text("/"))
        .text(" search, ")
        .has(tag("kbd").text("?"))
        .text(" ")
        .has(tag("button").class("quiet").data_keys("").text("all keys"));
    let words = tag("p").text(LICENCE).text(
        " The words are HMIC's and HMICFRS's, © Crown copyright; the selection and the groupings by subject are ours.",
    );
    // A script says in the span whether the site is kept, and hides the button.
    let offline = tag("p")
        .id("offline")
        .class("footer__offline")
        .has(tag("button").class("quiet").data_offline("").text("Keep all of this for use without a network"))
        .has(tag("span").role("status"));
    tag("div")
        .class("footer__inner")
        .has(words)
        .has(tag("p").id("source-line").class("paper-only"))
        .has(tag("p").has(tag("a").href(about()).text("What is held, and how it was made")).has(keys))
        .has(offline)
}

#[cfg(feature = "ssr")]
fn keys() -> Tag {
    let keys = [
        ("/", "Go to the search box"),
        ("?", "Show these keys"),
        ("Tab", "Go to the next link, field or timeline"),
        ("← → ↑ ↓", "Move through the timeline"),
        ("Home, End", "Go to the ends of a row of the timeline"),
        ("Enter", "Open"),
        ("Esc", "Leave the timeline, close this list"),
    ];
    let row = |(key, what)| tag("tr").has(tag("th").scope("row").has(tag("kbd").text(key))).has(tag("td").text(what));
    tag("dialog")
        .id("keys")
        .class("keys")
        .aria_labelledby("keys-heading")
        .has(tag("h2").id("keys-heading").text("Keys"))
        .has(tag("table").all(keys.map(row)))
        .has(
            tag("p").has(
                tag("label").has(tag("input").type_("checkbox").id("keys-off")).text(" Turn the keys / and ? off"),
            ),
        )
        .has(tag("form").method("dialog").has(tag("button").text("Close")))
}
