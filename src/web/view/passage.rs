//! Lines of the source text with quotations marked.

use crate::screen::passage::{Excerpt, Part, Quoted, SourceLine};
use yew::prelude::*;

/// An excerpt around a quotation.
pub fn excerpt(found: &Excerpt) -> Html {
    let lines = found.lines.iter().map(|line| self::line(line, &[], None));
    html! { <div class="source" key={found.cite.clone()}>{ for lines }</div> }
}

/// The whole text; each quotation leads to what quotes it, and each line has an address.
pub fn full_text(lines: &[SourceLine], quoted: &[Quoted]) -> Html {
    html! { <div class="source source--full">{ for lines.iter().map(|line| self::line(line, quoted, Some("line-"))) }</div> }
}

fn line(line: &SourceLine, quoted: &[Quoted], anchor: Option<&str>) -> Html {
    let id = anchor.map(|anchor| format!("{anchor}{}", line.number));
    let tabindex = anchor.map(|_| "-1");
    html! {
        <div key={line.number} class="source__line" {id} {tabindex}>
            <span class="source__number" aria-hidden="true">{ line.number }</span>
            <span class="source__words">{ for line.parts.iter().map(|part| self::part(part, quoted)) }</span>
            { for line.parts.iter().filter(|part| part.starts).filter_map(|part| label(part, quoted)) }
        </div>
    }
}

/// What quotes the words, set beside them for the eye; the marked words themselves carry it for everyone.
fn label(part: &Part, quoted: &[Quoted]) -> Option<Html> {
    let by = quoted.get(part.quoted?)?;
    Some(html! { <a class="source__by" href={by.href.clone()} tabindex="-1" aria-hidden="true">{ &by.label }</a> })
}

fn part(part: &Part, quoted: &[Quoted]) -> Html {
    let Some(number) = part.quoted else { return html! { { &part.text } } };
    match quoted.get(number) {
        // One stop for the keyboard a quotation, however many lines it runs over.
        Some(by) => {
            let (tabindex, label) =
                if part.starts { (None, Some(format!("{}: {}", by.label, part.text))) } else { (Some("-1"), None) };
            html! { <a class="quoted" href={by.href.clone()} {tabindex} aria-label={label}><mark>{ &part.text }</mark></a> }
        }
        None => html! { <mark>{ &part.text }</mark> },
    }
}
