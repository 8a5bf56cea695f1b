//! The page for what is not there.

use super::parts;
use crate::screen::missing::Missing;
use yew::prelude::*;

/// Draws it.
pub fn missing(page: &Missing) -> Html {
    html! {
        <div class="page">
            { parts::heading(&page.heading) }
            <p class="lead">{ &page.explanation }</p>
            <ul>{ for page.ways.iter().map(|to| html! { <li key={to.href.clone()}>{ parts::link(to) }</li> }) }</ul>
        </div>
    }
}
