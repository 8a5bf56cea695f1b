//! Search fields. Each is a plain form that leads to an address, so that it works before the program runs; the program
//! intercepts submitted forms as it intercepts links.

use crate::node::{EventDetails, EventResponse, Node, Text, element};
use explore::state::{Action, MAX_QUERY};

/// The search box that leads to the list of findings.
pub fn findings_search_box<A>(id: &'static str, class: &'static str) -> Node<A> {
    search_form(id, class, search_field(id, SEARCH_PLACEHOLDER))
}

/// The search box on the list of findings itself, which updates with every keystroke.
pub fn live_findings_search_box(query: &str) -> Node<Action> {
    let field = search_field("search", SEARCH_PLACEHOLDER)
        .value(query.to_string())
        .on("input", EventResponse::FromEvent(typing_action));
    search_form("search", "search", field)
}

/// What typing in the field of the list of findings, or of forces, does.
pub fn typing_action(event: &EventDetails) -> Option<Action> {
    Some(Action::SetQuery(event.value.clone()))
}

const SEARCH_PLACEHOLDER: &str = "Words, or “a phrase”";

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

/// The field that filters the forces by name, with every keystroke.
pub fn force_name_form(name: &str) -> Node<Action> {
    let field = search_field("name", "Part of the name")
        .value(name.to_string())
        .on("input", EventResponse::FromEvent(typing_action));
    labelled_form("./".into(), "name", "Find a force", field)
}

/// The field that searches the text of one report. It searches only when submitted, because the text is long.
pub fn report_search_form(query: &str, own_address: &str) -> Node<Action> {
    let field = search_field("inside", "Words in this report").value(query.to_string());
    let path = own_address.split('?').next().unwrap_or(own_address).to_string();
    let button = element("button").class("search__button").text("Find");
    labelled_form(path.into(), "inside", "Search this report", field).child(button)
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

/// A search field. Unless a caller sets its value, it keeps what is typed when the page is redrawn.
fn search_field<A>(id: &'static str, placeholder: &'static str) -> Node<A> {
    element("input")
        .id(id)
        .class("search__field")
        .type_("search")
        .name("q")
        .maxlength(MAX_QUERY.to_string())
        .placeholder(placeholder)
        .autocomplete("off")
        .spellcheck("false")
}
