//! The page of a report.

use super::{parts, passage, tile};
use crate::screen::report::{JudgmentEntry, ProblemEntry, ReportPage, Section};
use yew::prelude::*;

/// Draws it.
pub fn report(page: &ReportPage, here: &str, text_error: Option<&str>) -> Html {
    let to = |place: &str| format!("{here}#{place}");
    html! {
        <div class="page report">
            <p class="crumbs">{ parts::link(&page.force) }</p>
            { parts::heading(&page.heading) }
            <p class="lead">{ &page.summary }</p>
            <nav class="contents" aria-label="On this page">
                <a href={to("judgments")}>{ "Judgments" }</a><a href={to("findings")}>{ "Findings" }</a><a href={to("problems")}>{ "Problems in the text" }</a><a href={to("text")}>{ "Full text" }</a>
            </nav>
            <dl class="facts">{ for page.facts.iter().map(|(name, value)| html! { <div key={name.clone()}><dt>{ name }</dt><dd>{ value }</dd></div> }) }</dl>
            <section aria-labelledby="judgments">
                <h2 id="judgments" tabindex="-1">{ "Judgments" }</h2>
                <div>{ judgments(&page.judgments) }</div>
            </section>
            <section aria-labelledby="findings">
                <h2 id="findings" tabindex="-1">{ "Findings, in the order of the report" }</h2>
                { for page.sections.iter().enumerate().map(|(n, found)| section(n, found)) }
            </section>
            <section aria-labelledby="problems">
                <h2 id="problems" tabindex="-1">{ "Problems in the text" }</h2>
                <div>{ problems(&page.problems) }</div>
            </section>
            <section aria-labelledby="text">
                <h2 id="text" tabindex="-1">{ "Full text" }</h2>
                <p class="note">
                    { "The source text as received, layout damage included. Marked words are quoted above; each mark leads to what quotes it. " }
                    <a href={page.text_file.clone()} download="">{ "Download the text" }</a>
                </p>
                <div>{ text(page, text_error) }</div>
            </section>
        </div>
    }
}

fn judgments(judgments: &[JudgmentEntry]) -> Html {
    if judgments.is_empty() {
        return html! { <p>{ "Ungraded: this document gives no grades." }</p> };
    }
    let entry = |j: &JudgmentEntry| {
        let also_called = (!j.also_called.is_empty()).then(|| format!("Also called: {}", j.also_called.join("; ")));
        let again = (!j.also.is_empty())
            .then(|| html! { <span>{ ", stated again at " }{ parts::inline_links(&j.also) }</span> });
        html! {
            <li key={j.anchor.clone()} id={j.anchor.clone()} class="judgment" tabindex="-1">
                <div class="judgment__tile">{ tile::face(&j.tile) }</div>
                <div class="judgment__words">
                    <h3>{ &j.area }</h3>
                    <p class="note">{ for also_called }</p>
                    <p class="note">
                        { for j.subject.as_ref().map(|subject| format!("Subject (ours): {subject}. ")) }
                        { "Printed at " }{ parts::inline_links(&j.places) }{ for again }{ "." }
                    </p>
                </div>
            </li>
        }
    };
    html! { <ul class="judgments">{ for judgments.iter().map(entry) }</ul> }
}

fn section(n: usize, section: &Section) -> Html {
    html! {
        <section key={n} class="report__section">
            <h3>{ section.headings.join(" › ") }</h3>
            <ol class="plain-list">{ for section.findings.iter().map(|(kind, to)| html! {
                <li key={to.href.clone()}><span class="note">{ kind }{ ": " }</span>{ parts::link(to) }</li>
            }) }</ol>
        </section>
    }
}

fn problems(problems: &[ProblemEntry]) -> Html {
    if problems.is_empty() {
        return html! { <p>{ "None found: every line of the text could be read." }</p> };
    }
    let entry = |(n, problem): (usize, &ProblemEntry)| {
        let quote = |(q, words): (usize, &String)| html! { <blockquote key={q}>{ words }</blockquote> };
        html! {
            <li key={n} class="problem">
                <p>{ &problem.message }</p>
                <div class="problem__quotes">{ for problem.quotes.iter().enumerate().map(quote) }</div>
                <p class="note">{ parts::inline_links(&problem.places) }</p>
            </li>
        }
    };
    html! { <ul class="problems">{ for problems.iter().enumerate().map(entry) }</ul> }
}

fn text(page: &ReportPage, text_error: Option<&str>) -> Html {
    match (&page.text, text_error) {
        (Some(text), _) => passage::full_text(&text.lines, &text.quoted),
        (None, Some(error)) => {
            html! { <p role="alert">{ format!("The text is not here: {error}. Everything above is complete without it. Reload the page to try again.") }</p> }
        }
        (None, None) => html! { <p class="note">{ "The text is being fetched." }</p> },
    }
}
