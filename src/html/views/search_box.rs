//! Search fields. Each is a plain form that leads to an address, so that it works before the program runs; the program
//! follows such forms as it follows links.

use crate::node::{EventDetails, Node, Respond, Text, element};
use explore::state::Action;

/// The field that leads to the list of findings.
pub fn search_box<A>(id: &'static str, class: &'static str) -> Node<A> {
    search_form(id, class, field(id, SEARCH_HINT))
}

/// The same on the list of findings itself, which answers with every keystroke.
pub fn live_search_box(query: &str) -> Node<Action> {
    let field = field("search", SEARCH_HINT).value(query.to_string()).on("input", Respond::By(typed));
    search_form("search", "search", field)
}

fn typed(event: &EventDetails) -> Option<Action> {
    Some(Action::Type(event.value.clone()))
}

const SEARCH_HINT: &str = "Words, or “an exact phrase”";

fn search_form<A>(id: &'static str, class: &'static str, field: Node<A>) -> Node<A> {
    element("form")
        .class(class)
        .role("search")
        .action("findings/")
        .method("get")
        .child(element("label").class("search__label").for_(id).text("Search findings"))
        .child(field)
        .child(element("button").class("search__button").text("Search"))
}

/// The field that narrows down forces by name, with every keystroke.
pub fn name_field(name: &str) -> Node<Action> {
    let field = field("name", "Part of its name").value(name.to_string()).on("input", Respond::By(typed));
    labelled_form("./".into(), "name", "Find a force", field)
}

/// The field that looks through one report's text, when it is sent: the text is long.
pub fn inside_field(query: &str, here: &str) -> Node<Action> {
    let field = field("inside", "Words in this report").value(query.to_string());
    let path = here.split('?').next().unwrap_or(here).to_string();
    let button = element("button").class("search__button").text("Find");
    labelled_form(path.into(), "inside", "Search in this report", field).child(button)
}

fn labelled_form<A>(action: Text, id: &'static str, label: &'static str, field: Node<A>) -> Node<A> {
    element("form")
        .class("search")
        .role("search")
        .aria_label(label)
        .action(action)
        .method("get")
        .child(element("label").class("search__label").for_(id).text(label))
        .child(field)
}

/// A field. Where nothing is said of what stands in it, it keeps what is typed, whatever else is drawn anew.
fn field<A>(id: &'static str, placeholder: &'static str) -> Node<A> {
    element("input")
        .id(id)
        .class("search__field")
        .type_("search")
        .name("q")
        .placeholder(placeholder)
        .autocomplete("off")
        .spellcheck("false")
}
