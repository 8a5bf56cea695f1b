//! The page of a force.

use super::{parts, timeline, timeline_list, timeline_table};
use crate::screen::force::{ForcePage, ReportCard};
use crate::screen::timeline::{Head, Timeline};
use std::rc::Rc;
use yew::prelude::*;

/// Draws it.
pub fn force(page: &ForcePage, here: &str) -> Html {
    html! {
        <div class="page force">
            { parts::heading(&page.name) }
            <p class="lead">{ &page.headline }</p>
            <p class="note">{ &page.held }{ " " }{ for page.not_held.as_ref() }</p>
            <div class="force__timeline">{ for page.timeline.as_ref().map(|t| timeline_section(t, page, here)) }</div>
            <div class="force__reports">{ for (!page.reports.is_empty()).then(|| reports(page)) }</div>
        </div>
    }
}

fn timeline_section(drawn: &Rc<Timeline>, page: &ForcePage, here: &str) -> Html {
    let form = if page.table {
        timeline_table::table(drawn, &page.name)
    } else {
        html! {
            <>
                <div class="timeline-wide" key="wide"><timeline::TimelineGrid key={page.name.clone()} timeline={Rc::clone(drawn)} force={page.name.clone()} here={here.to_string()} /></div>
                <div class="timeline-narrow" key="narrow">{ timeline_list::list(drawn) }</div>
            </>
        }
    };
    html! {
        <section aria-labelledby="timeline-heading">
            <div class="section-head">
                <h2 id="timeline-heading" tabindex="-1">{ "Grades and findings over time" }</h2>
                <a class="section-head__action" href={page.other_form.href.clone()}>{ &page.other_form.text }</a>
            </div>
            <p class="note">{ &drawn.how_to_read }</p>
            <div>{ form }</div>
            { timeline::keys(drawn) }
            <div class="breaks">{ for drawn.heads.iter().filter_map(break_note) }</div>
        </section>
    }
}

fn break_note(head: &Head) -> Option<Html> {
    let Head::Break(found) = head else { return None };
    let quote = found.quote.as_ref().map(|(words, source)| {
        html! { <figure class="quotation"><blockquote>{ words }</blockquote><figcaption>{ parts::link(source) }</figcaption></figure> }
    });
    let none_held = found
        .quote
        .is_none()
        .then(|| html! { <p class="note">{ "No report held here prints the inspectorate's sentence on it." }</p> });
    Some(html! {
        <section key={found.cycle.clone()} id={timeline::break_anchor(&found.cycle)} class="break" tabindex="-1">
            <h3>{ format!("Break before {}", found.cycle) }</h3>
            <p>{ &found.label }</p>
            <div>{ for quote }{ for none_held }</div>
        </section>
    })
}

fn reports(page: &ForcePage) -> Html {
    html! {
        <section aria-labelledby="reports-heading">
            <div class="section-head">
                <h2 id="reports-heading">{ "Reports held, newest first" }</h2>
                <span class="section-head__action">{ for page.all_findings.as_ref().map(parts::link) }</span>
            </div>
            <ul class="cards">{ for page.reports.iter().map(card) }</ul>
        </section>
    }
}

fn card(card: &ReportCard) -> Html {
    html! {
        <li key={card.link.href.clone()} class="card">
            <h3 class="card__name">{ parts::link(&card.link) }</h3>
            <p class="card__note">{ "Published " }{ &card.published }</p>
            <p>{ &card.grades }</p>
            <p class="card__links">{ parts::inline_links(&card.findings) }</p>
        </li>
    }
}
