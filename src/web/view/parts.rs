//! Small pieces that several views are made of.

use crate::screen::Link;
use crate::screen::findings::Marked;
use yew::prelude::*;

/// A link.
pub fn link(to: &Link) -> Html {
    html! { <a href={to.href.clone()}>{ &to.text }</a> }
}

/// The heading of a page; the focus comes here when the page is entered.
pub fn heading(words: &str) -> Html {
    html! { <h1 id="heading" tabindex="-1">{ words }</h1> }
}

/// Words with the found ones marked.
pub fn marked(words: &Marked) -> Html {
    words
        .runs
        .iter()
        .map(|(run, is_found)| {
            if *is_found {
                html! { <mark>{ run }</mark> }
            } else {
                html! { { run } }
            }
        })
        .collect()
}

/// The kind of a finding, with the mark that it has on the timeline.
pub fn kind(name: &str, class: &str) -> Html {
    html! { <span class="kind"><span class={classes!("mark", format!("mark--{class}"))} aria-hidden="true"></span>{ name }</span> }
}

/// A list of places or pages, as a sentence would have it.
pub fn inline_links(links: &[Link]) -> Html {
    let parts = links
        .iter()
        .enumerate()
        .map(|(i, to)| html! { <span key={i.to_string()}>{ if i > 0 { ", " } else { "" } }{ link(to) }</span> });
    parts.collect()
}
