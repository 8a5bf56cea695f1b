//! What stands around every page: the skip link, the banner, the footer with the licence, the list of keys.

use super::search_box::{self, Place};
use crate::route;
use crate::state::{Action, State, View};
use yew::prelude::*;

/// The acknowledgement that the Open Government Licence asks for.
pub const LICENCE: &str = "Contains public sector information licensed under the Open Government Licence v3.0.";

/// A page's content in its frame.
pub fn frame(content: Html, here: &str, with_search: bool, act: &Callback<Action>) -> Html {
    let to = |view: View| route::address(&State::at(view));
    let search = if with_search {
        search_box::search_box("", Place::Banner, act)
    } else {
        html! { <span class="banner__space"></span> }
    };
    html! {
        <>
            <a class="skip" href={format!("{here}#content")}>{ "Skip to content" }</a>
            <header class="banner">
                <div class="banner__inner">
                    <a class="banner__name" href={format!("./{}", to(View::Home))}>{ "Force Findings" }</a>
                    <nav class="banner__links" aria-label="Site">
                        <a href={format!("./{}", to(View::Home))}>{ "Forces" }</a>
                        <a href={to(View::Findings)}>{ "Findings" }</a>
                        <a href={to(View::About)}>{ "About" }</a>
                    </nav>
                    { search }
                </div>
            </header>
            <main id="content" class="content" tabindex="-1">{ content }</main>
            <footer class="footer">
                <div class="footer__inner">
                    <p>{ LICENCE }{ " The words are HMIC's and HMICFRS's, © Crown copyright; the selection and the groupings by subject are ours." }</p>
                    <p>
                        <a href={to(View::About)}>{ "What is held, and how it was made" }</a>
                        <span class="footer__keys">{ " · Keys: " }<kbd>{ "/" }</kbd>{ " search, " }<kbd>{ "?" }</kbd>{ " all keys" }</span>
                    </p>
                </div>
            </footer>
            { keys() }
        </>
    }
}

fn keys() -> Html {
    let keys = [
        ("/", "Go to the search box"),
        ("?", "Show these keys"),
        ("Tab", "Go to the next link, field or timeline"),
        ("← → ↑ ↓", "Move through the timeline"),
        ("Home, End", "Go to the ends of a row of the timeline"),
        ("Enter", "Open"),
        ("Esc", "Leave the timeline, close this list"),
    ];
    let row = |(key, what): (&'static str, &'static str)| html! { <tr key={key}><th scope="row"><kbd>{ key }</kbd></th><td>{ what }</td></tr> };
    html! {
        <dialog id="keys" class="keys" aria-labelledby="keys-heading">
            <h2 id="keys-heading">{ "Keys" }</h2>
            <table>{ for keys.into_iter().map(row) }</table>
            <form method="dialog"><button>{ "Close" }</button></form>
        </dialog>
    }
}
