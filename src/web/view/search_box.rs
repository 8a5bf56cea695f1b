//! The search field. Everywhere it leads to the list of findings; there it answers with every keystroke.

use crate::state::{Action, State, View};
use crate::web::browser;
use yew::prelude::*;

/// Where the field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Banner,
    Page,
    /// On the list of findings itself: results as one types.
    List,
}

/// The field with its button. Without scripts it is a plain form.
pub fn search_box(query: &str, place: Place, act: &Callback<Action>) -> Html {
    let class = if place == Place::Banner { "search search--banner" } else { "search" };
    let oninput = {
        let act = act.clone();
        Callback::from(move |event: InputEvent| {
            if place == Place::List {
                act.emit(Action::Type(browser::value_of(&event)));
            }
        })
    };
    let onsubmit = {
        let act = act.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let query = browser::value_in("search");
            if place == Place::List {
                act.emit(Action::Type(query));
            } else {
                act.emit(Action::Go(State { query, ..State::at(View::Findings) }));
            }
        })
    };
    html! {
        <form {class} role="search" action="findings/" method="get" {onsubmit}>
            <label class="search__label" for="search">{ "Search findings" }</label>
            <input id="search" class="search__field" type="search" name="q" value={query.to_string()} {oninput}
                placeholder="Words, or “an exact phrase”" autocomplete="off" spellcheck="false" />
            <button class="search__button">{ "Search" }</button>
        </form>
    }
}
