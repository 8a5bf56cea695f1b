//! About.

use super::frame::LICENCE;
use super::parts;
use crate::screen::about::{About, HeldReport};
use yew::prelude::*;

/// Draws it.
pub fn about(page: &About) -> Html {
    html! {
        <div class="page about">
            { parts::heading("About") }
            <p class="lead">{ "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (before July 2017, HMIC) inspects the police forces of England and Wales. Its reports stand alone, one document each. This site sets them side by side, in their own words." }</p>
            <h2>{ "What is held" }</h2>
            <div class="table-frame" tabindex="0" role="region" aria-label="Reports held">
                <table class="plain">
                    <thead><tr><th scope="col">{ "Report" }</th><th scope="col">{ "Published" }</th><th scope="col">{ "Judgments" }</th><th scope="col">{ "Findings" }</th><th scope="col">{ "Problems in its text" }</th></tr></thead>
                    <tbody>{ for page.reports.iter().map(held) }</tbody>
                </table>
            </div>
            <h2>{ "Cycles" }</h2>
            <ul>{ for page.cycles.iter().map(|(cycle, held)| html! { <li key={cycle.clone()}>{ cycle }{ ": " }{ held }</li> }) }</ul>
            <p>{ "The inspectorate made no PEEL report in 2020, because of the pandemic: that gap is not missing data. A grade that is shown is the grade of its date, and may not be the newest that exists." }</p>
            <h2>{ "Subjects" }</h2>
            <p>{ "Subjects are our own grouping of the inspectorate's questions and areas, whose wording changes from year to year. They group; they do not say that two grades can be compared." }</p>
            <dl class="subjects">{ for page.subjects.iter().map(|(name, wordings)| html! {
                <div key={name.clone()}><dt>{ name }</dt>{ for wordings.iter().map(|w| html! { <dd key={w.clone()}>{ w }</dd> }) }</div>
            }) }</dl>
            <h2>{ "How it was made" }</h2>
            <p>{ "A program reads the text of each report and takes out its judgments and findings word for word, each with the place where it stands. What it cannot read, and where a report contradicts itself, is listed on the page of the report. Nothing is averaged, scored or ranked." }</p>
            <h2 id="licence">{ "Licence" }</h2>
            <p>{ LICENCE }{ " The program is free software under the MIT and Apache 2.0 licences." }</p>
            <p>{ "This page makes no request to any other site and keeps no record of you." }</p>
        </div>
    }
}

fn held(report: &HeldReport) -> Html {
    html! {
        <tr key={report.link.href.clone()}>
            <th scope="row">{ parts::link(&report.link) }</th>
            <td>{ &report.published }</td><td>{ report.judgments }</td><td>{ report.findings }</td><td>{ report.problems }</td>
        </tr>
    }
}
