//! The search field. Everywhere it leads to the list of findings; there it answers with every keystroke.

use super::tag::{Tag, tag};
use crate::state::{Action, State, View};
use crate::web::browser;
use yew::Callback;

/// Where the field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Banner,
    Page,
    /// On the list of findings itself: results as one types.
    List,
}

/// The field with its button. Without scripts it is a plain form.
pub fn search_box(query: &str, place: Place, act: &Callback<Action>) -> Tag {
    let typed = act.clone();
    let shown = (place == Place::List).then_some(query);
    let field = self::field("search", shown, "Words, or “an exact phrase”").on("input", move |event| {
        if place == Place::List {
            typed.emit(Action::Type(browser::value_of(&event)));
        }
    });
    let sent = act.clone();
    tag("form")
        .class(if place == Place::Banner { "search search--banner" } else { "search" })
        .role("search")
        .action("findings/")
        .method("get")
        .has(tag("label").class("search__label").for_("search").text("Search findings"))
        .has(field)
        .has(tag("button").class("search__button").text("Search"))
        .on("submit", move |event| {
            event.prevent_default();
            let query = browser::value_in("search");
            sent.emit(match place {
                Place::List => Action::Type(query),
                Place::Banner | Place::Page => Action::Go(State { query, ..State::at(View::Findings) }),
            });
        })
}

/// The field that narrows down forces by name, with every keystroke.
pub fn name_field(name: &str, act: &Callback<Action>) -> Tag {
    let typed = act.clone();
    let field = self::field("name", Some(name), "Part of its name")
        .on("input", move |event| typed.emit(Action::Type(browser::value_of(&event))));
    form("./", "name", "Find a force", field).on("submit", |event| event.prevent_default())
}

/// The field that looks through one report's text, when it is sent: the text is long.
pub fn inside_field(query: &str, here: &str, act: &Callback<Action>) -> Tag {
    let sent = act.clone();
    let field = self::field("inside", Some(query), "Words in this report");
    let path = here.split('?').next().unwrap_or(here).to_string();
    let button = tag("button").class("search__button").text("Find");
    form(path, "inside", "Search in this report", field).has(button).on("submit", move |event| {
        event.prevent_default();
        sent.emit(Action::Find(browser::value_in("inside")));
    })
}

fn form(action: impl super::tag::Words, id: &'static str, label: &'static str, field: Tag) -> Tag {
    tag("form")
        .class("search")
        .role("search")
        .aria_label(label)
        .action(action)
        .method("get")
        .has(tag("label").class("search__label").for_(id).text(label))
        .has(field)
}

/// A field. Where nothing is said of what stands in it, it keeps what is typed, whatever else is drawn anew.
fn field(id: &'static str, shown: Option<&str>, placeholder: &'static str) -> Tag {
    let field = tag("input")
        .id(id)
        .class("search__field")
        .type_("search")
        .name("q")
        .placeholder(placeholder)
        .autocomplete("off")
        .spellcheck("false");
    match shown {
        Some(words) => field.value(words.to_string()),
        None => field,
    }
}
