//! Both renderers give the same HTML for every page.

use crate::prerendered;
use crate::properties::{self, any_address, any_state};
use explore::route;
use explore::state::State;
use html::YewRenderer;
use html::links::LinkStyle;
use html::node::Node;
use html::static_page::{extras_content, page_content};
use proptest::prelude::*;
use std::rc::Rc;
use tests::repository;
use yew::prelude::{Html, Properties, component};

/// What the component draws.
#[derive(PartialEq, Properties)]
struct Props {
    content: Html,
}

/// A component around rendered nodes, because the server renderer of Yew renders only components.
#[component]
fn Content(props: &Props) -> Html {
    props.content.clone()
}

/// The HTML that Yew gives for a node.
async fn render_with_yew<A: Clone + 'static>(node: Node<A>, links: LinkStyle) -> String {
    let drawn = YewRenderer { link_style: links, dispatch: Rc::new(|_, _| {}) }.render(node);
    yew::LocalServerRenderer::<Content>::with_props(Props { content: drawn }).hydratable(false).render().await
}

/// HTML with only the necessary escapes: Yew also escapes apostrophes, slashes and other characters.
fn normalize_escapes(html: &str) -> String {
    html.replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace(" checked=\"\"", " checked")
}

/// The place where two texts differ first, with some text around it.
fn first_difference(one: &str, other: &str) -> String {
    let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        let from = text.floor_char_boundary(at.saturating_sub(80));
        text[from..text.ceil_char_boundary((at + 80).min(text.len()))].to_string()
    };
    format!("\ntext: {}\nYew:  {}", around(one), around(other))
}

/// Renders a page with both renderers, and compares them.
async fn assert_same_html(state: &State) {
    let library = repository::fixture().library();
    let text = route::report_with_text(state, library.corpus())
        .map(|id| repository::fixture().source_of_report(id.as_str()).text.as_str());
    let nodes = |state: &State| [Some(page_content(library, state, text)), extras_content(library.corpus(), state)];
    for node in nodes(state).into_iter().flatten() {
        for links in [LinkStyle::Site, LinkStyle::SingleFile] {
            let (written, drawn) = (node.to_html(links), render_with_yew(node.clone(), links).await);
            let [written, drawn] = [normalize_escapes(&written), normalize_escapes(&drawn)];
            assert!(written == drawn, "{}: {}", route::address(state), first_difference(&written, &drawn));
        }
    }
}

#[test]
fn the_text_renderer_and_yew_give_the_same_html_for_every_page() {
    let corpus = repository::fixture().corpus();
    let searched = ["findings/?q=stalking", "findings/?q=zzzz", "force/warwickshire/?table=1", "?q=wales&grade=good"];
    let compared = ["compare/?force=kent&force=warwickshire", "no/such/page/"];
    let states = route::all_pages(corpus)
        .into_iter()
        .chain(searched.map(route::parse_address))
        .chain(compared.map(route::parse_address));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, async {
        for state in states {
            assert_same_html(&state).await;
        }
    });
}

proptest! {
    #![proptest_config(properties::property_config(200))]

    #[test]
    fn any_state_and_any_address_is_rendered_alike_by_both_with_one_heading(
        state in prop_oneof![any_state(), any_address().prop_map(|address| route::parse_address(&address))],
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        tokio::task::LocalSet::new().block_on(&runtime, assert_same_html(&state));
        let html = prerendered::page_of_state(state).html;
        prop_assert_eq!(html.matches("<h1").count(), 1);
    }
}
