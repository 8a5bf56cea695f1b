//! Home.

use super::parts;
use super::search_box::{self, Place};
use crate::screen::Link;
use crate::screen::home::{ForceCard, Home};
use crate::state::Action;
use yew::prelude::*;

/// Draws it.
pub fn home(home: &Home, act: &Callback<Action>) -> Html {
    html! {
        <div class="page home">
            { parts::heading("What inspectors found") }
            <p class="lead">{ &home.introduction }</p>
            { search_box::search_box("", Place::Page, act) }
            <h2>{ "Forces with reports held" }</h2>
            <p class="note">{ &home.held }</p>
            <ul class="cards">{ for home.forces.iter().map(card) }</ul>
            <h2>{ "Forces without reports held" }</h2>
            <p class="note">{ "The inspectorate has reported on these forces too; the text of those reports is not in this bundle." }</p>
            <div class="regions">{ for home.not_held.iter().map(region) }</div>
        </div>
    }
}

fn card(card: &ForceCard) -> Html {
    html! {
        <li key={card.link.href.clone()} class="card">
            <h3 class="card__name">{ parts::link(&card.link) }</h3>
            <p>{ &card.headline }</p>
            <p class="card__note">{ &card.reports }</p>
        </li>
    }
}

fn region((name, forces): &(String, Vec<Link>)) -> Html {
    html! {
        <section key={name.clone()} class="region">
            <h3>{ name }</h3>
            <ul>{ for forces.iter().map(|to| html! { <li key={to.href.clone()}>{ parts::link(to) }</li> }) }</ul>
        </section>
    }
}
