//! The page of a finding.

use super::{parts, passage, tile};
use crate::screen::Link;
use crate::screen::finding::{FindingPage, Paragraph, Words};
use yew::prelude::*;

/// Draws it.
pub fn finding(page: &FindingPage, text_error: Option<&str>) -> Html {
    html! {
        <div class="page finding">
            <p class="crumbs">{ parts::link(&page.force) }{ " › " }{ parts::link(&page.report) }</p>
            { parts::heading(&page.heading) }
            <p class="finding__about">{ parts::kind(&page.kind, &page.kind_class) }{ " · " }{ parts::link(&page.report) }{ " · Published " }{ &page.published }</p>
            <article class="quotation quotation--finding">{ words(&page.words) }</article>
            { facts(page) }
            <section aria-labelledby="passage">
                <h2 id="passage" tabindex="-1">{ "In the report" }</h2>
                <p class="note">{ "Where it stands: " }{ parts::link(&page.cite) }</p>
                <div>{ excerpts(page, text_error) }</div>
            </section>
            <section aria-labelledby="others">
                <h2 id="others" tabindex="-1">{ "What else this report says there" }</h2>
                <p class="note">{ format!("Under “{}”", page.others_under) }</p>
                <div>{ others(&page.others) }</div>
            </section>
            <nav class="neighbours" aria-label="Findings before and after">
                <span>{ for page.before.as_ref().map(|to| neighbour("Before it", to)) }</span>
                <span>{ for page.after.as_ref().map(|to| neighbour("After it", to)) }</span>
            </nav>
        </div>
    }
}

/// The finding's words in the order of the text.
fn words(words: &Words) -> Html {
    let paragraph = |(n, part): (usize, &Paragraph)| match part {
        Paragraph::Plain(text) => html! { <p key={n}>{ text }</p> },
        Paragraph::List(items) => {
            html! { <ul key={n}>{ for items.iter().enumerate().map(|(i, item)| html! { <li key={i}>{ item }</li> }) }</ul> }
        }
    };
    html! {
        <>
            <p class="quotation__text">{ &words.text }</p>
            <div>{ for words.rest.iter().enumerate().map(paragraph) }</div>
        </>
    }
}

fn facts(page: &FindingPage) -> Html {
    let judgment = page.judgment.as_ref().map(|(shown, area)| {
        html! { <><a class="tile-link" href={shown.href.clone()} aria-label={shown.name.clone()}>{ tile::face(shown) }</a>{ " " }{ area }</> }
    });
    let deadline = page.deadline.as_ref().map(|(words, due)| match due {
        Some(due) => html! { { format!("“{words}”: {due}, counted from publication where the words give no date") } },
        None => html! { { format!("“{words}”; the text supports no date") } },
    });
    let links = |links: &[Link]| {
        (!links.is_empty()).then(|| html! { <ul class="plain-list">{ for links.iter().map(|to| html! { <li key={to.href.clone()}>{ parts::link(to) }</li> }) }</ul> })
    };
    let facts = [
        ("Judgment it belongs to", judgment),
        ("Subject (our grouping)", page.subject.as_ref().map(parts::link)),
        ("Headings", (!page.section.is_empty()).then(|| html! { { page.section.join(" › ") } })),
        ("Deadline", deadline),
        ("Cause of concern it answers", page.parent.as_ref().map(parts::link)),
        ("Recommendations that answer it", links(&page.children)),
        (
            "Words the report links to its glossary",
            (!page.terms.is_empty()).then(|| html! { { page.terms.join("; ") } }),
        ),
    ];
    let fact = |(name, value): (&'static str, Option<Html>)| {
        Some(html! { <div key={name}><dt>{ name }</dt><dd>{ value? }</dd></div> })
    };
    html! { <dl class="facts">{ for facts.into_iter().filter_map(fact) }</dl> }
}

fn excerpts(page: &FindingPage, text_error: Option<&str>) -> Html {
    match (&page.excerpts, text_error) {
        (Some(excerpts), _) => excerpts.iter().map(passage::excerpt).collect(),
        (None, Some(error)) => {
            html! { <p role="alert">{ format!("The report's text is not here: {error}. The finding's words above are complete. Reload the page to try again.") }</p> }
        }
        (None, None) => html! { <p class="note">{ "The report's text is being fetched." }</p> },
    }
}

fn others(others: &[(String, Link)]) -> Html {
    if others.is_empty() {
        return html! { <p>{ "Nothing else." }</p> };
    }
    let other = |(kind, to): &(String, Link)| html! { <li key={to.href.clone()}><span class="note">{ kind }{ ": " }</span>{ parts::link(to) }</li> };
    html! { <ul class="plain-list">{ for others.iter().map(other) }</ul> }
}

fn neighbour(way: &str, to: &Link) -> Html {
    html! { <a href={to.href.clone()}><span class="note">{ way }</span><br />{ &to.text }</a> }
}
