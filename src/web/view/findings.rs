//! The list of findings with search and facets.

use super::search_box::{self, Place};
use super::{parts, tile};
use crate::screen::findings::{Chip, FacetBox, FacetOption, FindingsPage, Result};
use crate::state::{Action, Facet};
use yew::prelude::*;

/// Draws it.
pub fn findings(page: &FindingsPage, here: &str, act: &Callback<Action>) -> Html {
    html! {
        <div class="page findings">
            { parts::heading("Findings") }
            { search_box::search_box(&page.query, Place::List, act) }
            <div class="findings__columns">
                <section class="facets" aria-labelledby="narrow">
                    <h2 id="narrow" class="facets__heading" tabindex="-1">{ "Narrow down" }</h2>
                    { for page.facets.iter().map(|facet| facet_box(facet, act)) }
                    <p class="narrow-only"><a class="button" href={format!("{here}#count")}>{ "Show " }{ &page.count }</a></p>
                </section>
                <section class="results" aria-labelledby="count">
                    <p class="narrow-only"><a href={format!("{here}#narrow")}>{ "Narrow down by force, cycle, kind, subject or grade" }</a></p>
                    <h2 id="count" class="results__count" aria-live="polite" aria-atomic="true" tabindex="-1">{ &page.count }</h2>
                    <ul class="chips" aria-label="Chosen">
                        { for page.chips.iter().map(chip) }
                        { for page.clear.as_ref().map(|to| html! { <li key="clear">{ parts::link(to) }</li> }) }
                    </ul>
                    <div>{ for page.hint.as_ref().map(|hint| html! { <p>{ hint }</p> }) }</div>
                    <ol class="results__list">{ for page.results.iter().map(result) }</ol>
                    <div class="more">{ for page.more.as_ref().map(|(left, to)| html! { <p><a class="button" href={to.href.clone()}>{ &to.text }</a><span class="note">{ format!(" {left} not shown") }</span></p> }) }</div>
                </section>
            </div>
        </div>
    }
}

fn facet_box(facet: &FacetBox, act: &Callback<Action>) -> Html {
    html! {
        <fieldset key={facet.name} class="facet">
            <legend>{ facet.name }</legend>
            <p class="note">{ for facet.note }</p>
            { for facet.options.iter().map(|o| option(facet.facet, facet.name, o, act)) }
        </fieldset>
    }
}

fn option(facet: Facet, name: &str, option: &FacetOption, act: &Callback<Action>) -> Html {
    let id = format!("facet-{}-{}", crate::model::slug(name), crate::model::slug(&option.id));
    let onchange = {
        let (act, value) = (act.clone(), option.id.clone());
        Callback::from(move |_: yew::Event| act.emit(Action::Toggle(facet, value.clone())))
    };
    let class = if option.count == 0 { "option option--none" } else { "option" };
    html! {
        <div key={option.id.clone()} {class}>
            <input type="checkbox" id={id.clone()} checked={option.chosen} {onchange} />
            <label for={id}>{ &option.name }</label>
            <span class="option__count">{ option.count }</span>
        </div>
    }
}

fn chip(chip: &Chip) -> Html {
    html! {
        <li key={format!("{}-{}", chip.text, chip.id)}>
            <a class="chip" href={chip.href.clone()} aria-label={format!("Give up {}", chip.text)}>{ &chip.text }<span aria-hidden="true">{ " ×" }</span></a>
        </li>
    }
}

fn result(found: &Result) -> Html {
    html! {
        <li key={found.key.clone()} class="result">
            <p class="result__about">
                { parts::kind(&found.kind, &found.kind_class) }
                <span>{ &found.force }</span><span>{ &found.report }</span>
                <span class="result__tile">{ for found.tile.as_ref().map(tile::face) }</span>
            </p>
            <h3 class="result__text"><a href={found.href.clone()}>{ parts::marked(&found.text) }</a></h3>
            <p class="result__snippet">{ for found.snippet.as_ref().map(parts::marked) }</p>
            <p class="note">{ format!("Published {}, {}", found.published, found.cite) }</p>
        </li>
    }
}
