//! A page as it is sent, before any program runs.

use crate::links::Links;
use crate::node::{Node, element};
use crate::{compare, parts, views};
use corpus::Corpus;
use explore::pages::catalogue::Catalogue;
use explore::pages::{self, about, crosswalk, no_script};
use explore::state::{Action, State, View};

/// The parts of a page, each as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPage {
    /// For the browser's tab.
    pub title: String,
    /// One sentence for search results and previews.
    pub description: String,
    /// What stands above the content and never changes.
    pub header: String,
    /// What the program draws anew once it runs, or, on a document of its own, all of its content.
    pub main: String,
    /// What the second program draws anew, if the page has such a part.
    pub extras: Option<String>,
    /// What is said where no scripts run; empty where the page needs none.
    pub no_script: String,
}

/// What the program draws for a page, but for what changes while it runs.
pub fn content(corpus: &Corpus, catalogue: &Catalogue, state: &State, text: Option<&str>) -> Node<Action> {
    let content = match state.view {
        View::About => views::about(&about::about(corpus)),
        View::Crosswalk => views::crosswalk(&crosswalk::crosswalk(corpus)),
        _ => views::content(&pages::select(corpus, catalogue, state, text), None, None),
    };
    element("div").class("app").child(content)
}

/// What the second program draws on a page, as it is sent.
pub fn extras(corpus: &Corpus, state: &State) -> Option<Node<Action>> {
    match state.view {
        View::Compare => Some(compare::compare(&pages::compare::compare(corpus, state))),
        View::Brief => Some(parts::note(format!("{} Arranging it needs scripts.", pages::BRIEF_IS_KEPT))),
        _ => None,
    }
}

/// Renders the page of a state. `text` is the source text that the page shows, if it shows one.
pub fn static_page(
    corpus: &Corpus,
    catalogue: &Catalogue,
    state: &State,
    text: Option<&str>,
    links: Links,
) -> StaticPage {
    let page = pages::select(corpus, catalogue, state, text);
    let no_script = no_script::no_script(corpus, state).map(|said| views::no_script::<()>(&said).to_html(links));
    StaticPage {
        header: views::header::<()>(&page.here).to_html(links),
        title: page.title,
        description: page.description,
        main: content(corpus, catalogue, state, text).to_html(links),
        extras: extras(corpus, state).map(|node| node.to_html(links)),
        no_script: no_script.unwrap_or_default(),
    }
}

/// What stands under every page, as HTML.
pub fn footer(links: Links) -> String {
    views::footer::<()>().to_html(links)
}
