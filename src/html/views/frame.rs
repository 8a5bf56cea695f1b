//! The header and footer of every page. They are prerendered and never redrawn, so the browser programs do not contain
//! their code.

use crate::components;
use crate::node::{Node, element, fragment};
use crate::views::search_box;
use explore::command::Command;
use explore::export::LICENCE;
use explore::pages::PRODUCT;
use explore::route;
use explore::state::{State, View};

/// The skip link and the banner. The skip link leads to the content of the page at the address `here`; the program
/// updates it when the page changes.
pub fn page_header<A>(own_address: &str) -> Node<A> {
    let links = [
        (View::Home, "Forces"),
        (View::National, "National"),
        (View::Findings, "Findings"),
        (View::Compare, "Compare"),
        (View::Crosswalk, "Questions"),
        (View::About, "About"),
        (View::Brief, "Brief"),
    ];
    let link = |(view, name): (View, &'static str)| {
        let is_brief = view == View::Brief;
        let is_compare = view == View::Compare;
        let link = element("a").href(view_address(view)).text(name);
        let link = if is_compare { link.id(COMPARE_LINK) } else { link };
        // The program shows here how many items the brief has.
        if is_brief { link.child(element("span").id("brief-count").class("banner__count")) } else { link }
    };
    let banner = element("div")
        .class("banner__inner")
        .child(element("a").class("banner__name").href(view_address(View::Home)).text(PRODUCT))
        .child(element("nav").class("banner__links").aria_label("Site").children(links.map(link)))
        .child(search_box::findings_search_box("banner-search", "search search--banner"));
    fragment()
        .child(element("a").class("skip").id(SKIP_LINK).href(format!("{own_address}#content")).text("Skip to content"))
        .child(element("header").class("banner").child(banner))
}

/// The id of the link to the comparison, which the program makes begin with the force that was looked at last.
pub const COMPARE_LINK: &str = "menu-compare";
/// The id of the link to the content of the page.
pub const SKIP_LINK: &str = "skip";

fn view_address(view: View) -> String {
    match route::address(&State::for_view(view)) {
        home if home.is_empty() => "./".to_string(),
        address => address,
    }
}

/// The footer with the age of the data, the licence, the dialog of keyboard shortcuts, and the live region in which the program announces
/// what it has done.
pub fn page_footer<A>(age: &DataAge) -> Node<A> {
    fragment()
        .child(element("footer").class("footer").child(footer_content(age)))
        .child(shortcuts_dialog())
        .child(element("p").id("said").class("said").role("status").aria_live("polite"))
}

/// How old the data and the site are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataAge {
    /// When the public pages behind the data were last checked, in words: "29 November 2026".
    pub checked: String,
    /// When the site was built, in words; empty if that is not known.
    pub built: String,
    /// Which reports there are, in a sentence, if this copy has only those on some forces; else empty.
    pub scope: String,
}

impl DataAge {
    /// The age in a sentence.
    fn in_words(&self) -> String {
        let built = if self.built.is_empty() { String::new() } else { format!("; site built on {}", self.built) };
        let scope = if self.scope.is_empty() { String::new() } else { format!("{} ", self.scope) };
        let checked = &self.checked;
        format!("{scope}Data last checked on {checked}{built}. The inspectorate may have published newer reports.")
    }
}

fn footer_content<A>(age: &DataAge) -> Node<A> {
    let quiet_button = |command: Command| {
        let label = components::command_label(&command);
        element("button").type_("button").class("quiet").data_command(command.to_string()).text(label)
    };
    let keys = element("span")
        .class("footer__keys")
        .text(" · Keyboard shortcuts: ")
        .child(element("kbd").text("/"))
        .text(" search, ")
        .child(element("kbd").text("?"))
        .text(" ")
        .child(quiet_button(Command::ShowShortcuts));
    let words = element("p").text(LICENCE).text(
        " The wording is that of HMIC and HMICFRS, © Crown copyright; the selection and the grouping by subject are ours.",
    );
    // `static/offline.js` shows in the span whether the site is saved, and hides the button.
    let offline = element("p")
        .id("offline")
        .class("footer__offline")
        .child(quiet_button(Command::SaveOffline))
        .child(element("span").role("status"));
    let about = element("a").href(view_address(View::About)).text("What this site holds and how it was made");
    let deadlines = element("a").href(view_address(View::Deadlines)).text("Deadlines");
    let glossary = element("a").href(view_address(View::Glossary)).text("Glossary");
    let learn = element("a").href(view_address(View::Learn)).text("Practise on findings, and keep notes");
    let open = element("a").href(view_address(View::Open)).text("Open a report that you have as a file");
    element("div")
        .class("footer__inner")
        .child(element("p").class("footer__age").text(age.in_words()).text(" ").child(open).text(" · ").child(learn))
        .child(words)
        .child(element("p").id("source-line").class("paper-only"))
        .child(element("p").child(about).text(" · ").child(glossary).text(" · ").child(deadlines).child(keys))
        .child(offline)
}

fn shortcuts_dialog<A>() -> Node<A> {
    let keys = [
        ("/", "Go to the search box"),
        ("?", "Show this list"),
        ("Tab", "Go to the next link, field or timeline"),
        ("← → ↑ ↓", "Move through the timeline"),
        ("Home, End", "Go to the start or end of a row of the timeline"),
        ("Enter", "Open"),
        ("Esc", "Leave the timeline or close this list"),
    ];
    let row = |(key, effect)| {
        element("tr")
            .child(element("th").scope("row").child(element("kbd").text(key)))
            .child(element("td").text(effect))
    };
    element("dialog")
        .id("keys")
        .class("keys")
        .aria_labelledby("keys-heading")
        .child(element("h2").id("keys-heading").text("Keyboard shortcuts"))
        .child(element("table").children(keys.map(row)))
        .child(
            element("p").child(
                element("label")
                    .child(element("input").type_("checkbox").id("keys-off"))
                    .text(" Turn off the / and ? keys"),
            ),
        )
        .child(element("form").method("dialog").child(element("button").text("Close")))
}
