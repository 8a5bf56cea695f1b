//! The list of findings, with the search box and facets.

use crate::node::{Node, element, fragment, text};
use crate::views::{facets, search_box};
use crate::{chips, components, tile};
use explore::command::Command;
use explore::facets::facet_names_in_prose;
use explore::pages::Link;
use explore::pages::abbreviations::AbbreviationEntry;
use explore::pages::findings::{FindingResult, FindingsPage};
use explore::state::Action;
use model::folding::join_words;

/// The content of the page. `here` is its address, for links within it.
pub fn findings_page(page: &FindingsPage, own_address: &str) -> Node<Action> {
    let show = element("a").class("button").href(format!("{own_address}#count")).text("Show ").text(&page.count);
    let facets = element("section")
        .class("facets")
        .aria_labelledby("narrow")
        .child(element("a").class("skip skip--inside").href(format!("{own_address}#count")).text("Skip to results"))
        .child(element("h2").id("narrow").class("facets__heading").tabindex("-1").text("Filter findings"))
        .child(facets::facet_fieldsets(&page.facets))
        .child(element("p").class("narrow-only").child(show));
    element("div")
        .class("page findings")
        .child(components::page_heading("Findings"))
        .child(search_box::live_findings_search_box(&page.query))
        .child(element("p").class("forces-called").child_opt(
            (!page.forces.is_empty()).then(|| text("Forces: ").child(components::inline_links(&page.forces))),
        ))
        .child(element("p").class("forces-called").child_opt(
            (!page.threads.is_empty()).then(|| text("Threads: ").child(components::inline_links(&page.threads))),
        ))
        .child(element("div").child_opt(page.cut_notice.clone().map(components::note)))
        .child(element("div").class("meanings").children(page.abbreviations.iter().map(abbreviation_meaning)))
        .child(element("div").class("findings__columns").child(facets).child(results_section(page, own_address)))
}

/// Explains an abbreviation among the search words.
fn abbreviation_meaning(form: &AbbreviationEntry) -> Node<Action> {
    element("p")
        .key(format!("{}-{}", form.short, form.long))
        .class("meaning")
        .child(element("strong").text(&form.short))
        .text(" is short for ")
        .child(element("strong").text(&form.long))
        .child(element("span").class("note").text(", as spelled out in ").child(components::link(&form.source)))
        .text(" ")
        .child(element("a").href(&form.glossary).text("Glossary"))
}

fn results_section(page: &FindingsPage, own_address: &str) -> Node<Action> {
    let filter_link =
        element("a").href(format!("{own_address}#narrow")).text(format!("Filter by {}", facet_names_in_prose()));
    let count = element("h2")
        .id("count")
        .class("results__count")
        .aria_live("polite")
        .aria_atomic("true")
        .tabindex("-1")
        .text(&page.count);
    element("section")
        .class("results")
        .aria_labelledby("count")
        .child(element("p").class("narrow-only").child(filter_link))
        .child(count)
        .child(chips::chip_list(&page.chips, page.clear_link.as_ref()))
        .child(components::report_notice(page.report_notice.as_ref()))
        .child(components::export_buttons(&components::LIST_EXPORTS, None))
        .child(element("div").child_opt(page.no_result_hint.as_ref().map(hint_box)))
        .child(element("div").class("in-texts").child_opt(page.in_texts.as_ref().map(in_texts)))
        .child(components::note(page.order))
        .child(element("ol").class("results__list").children(
            page.results.iter().enumerate().map(|(n, found)| result_item(found, page.first_new_result == Some(n))),
        ))
        .child(element("div").class("more").child_opt(page.show_more.as_ref().map(more_link)))
}

/// Where else the search words are.
fn in_texts((words, reports): &(String, Vec<Link>)) -> Node<Action> {
    element("p").class("note").text(format!("{words} ")).child(components::inline_links(reports))
}

fn hint_box((words, tries): &(String, Vec<Link>)) -> Node<Action> {
    element("div").class("hint").child(element("p").text(words)).child(components::link_list(tries))
}

fn more_link((left, to): &(usize, Link)) -> Node<Action> {
    element("p")
        .child(components::link(to).class("button"))
        .child(element("span").class("note").text(format!(" {left} not shown")))
}

/// A result. The first new one gets an id, so that it can take over the focus when the button "Show more" disappears.
fn result_item(found: &FindingResult, is_first_new: bool) -> Node<Action> {
    let about = element("p")
        .class("result__about")
        .child(components::finding_kind(&found.kind, &found.kind_class))
        .child(element("span").text(&found.force))
        .child(element("span").text(&found.report));
    let judged = found.judgment.as_ref();
    let judged = judged.map(|(name, shown)| fragment().text(name).text(" ").child(tile::face(shown)));
    let reason = (!found.match_reasons.is_empty())
        .then(|| text(format!("Why it was found: {}", join_words(&found.match_reasons, "; "))));
    let link = element("a").href(&found.href).child(components::highlighted_text(&found.text));
    let link = if is_first_new { link.id("first-new") } else { link };
    element("li")
        .key(&found.key)
        .class("result")
        .child(about)
        .child(element("h3").class("result__text").child(link))
        .child(
            element("p").class("result__snippet").child_opt(found.snippet.as_ref().map(components::highlighted_text)),
        )
        .child(element("p").class("result__why").child_opt(reason))
        .child(element("div").child_opt((!found.rest.is_empty()).then(|| explanation(found))))
        .child(components::note(format!("Published {}, ", found.published)).child(components::link(&found.citation)))
        .child(element("p").class("note result__judgment").child_opt(judged))
        .child(components::command_buttons([Command::AddToBrief(found.href.clone())]))
}

/// The list items and explanation, which unfold in place.
fn explanation(found: &FindingResult) -> Node<Action> {
    let of = element("span").class("unseen").text(format!(" of “{}”", found.first_words));
    element("details")
        .class("result__more")
        .child(element("summary").text("Explanation").child(of))
        .child(components::text_parts(&found.rest, &[]))
}
