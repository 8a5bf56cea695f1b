//! Prerendered pages: the HTML that the host sends, before any program runs.

use crate::links::LinkStyle;
use crate::node::{Node, element, fragment};
use crate::views::DataAge;
use crate::{compare, components, national, views};
use corpus::Corpus;
use explore::library::Library;
use explore::pages::findings::{self, FindingsPage};
use explore::pages::{self, Link, about, crosswalk, deadlines, glossary, no_script, thread};
use explore::route;
use explore::state::{Action, State, View};

/// The parts of a prerendered page that are inserted into the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPage {
    /// The title for the browser's tab, as plain text.
    pub title: String,
    /// One sentence for search results and link previews, as plain text.
    pub description: String,
    /// The HTML of the skip link and the banner, which the program never redraws.
    pub header: String,
    /// The HTML of the content. The program redraws it once it runs, except on static documents such as About.
    pub main: String,
    /// The HTML that the `extras` program redraws, if the page has such a part.
    pub extras: Option<String>,
    /// The HTML of the `noscript` element; empty if the page works without scripts.
    pub no_script: String,
}

/// The content of a page as the program draws it first. `text` is the source text that the page shows, if it shows one.
pub fn page_content(library: &Library, state: &State, text: Option<&str>) -> Node<Action> {
    let content = match &state.view {
        View::About => views::about_page(&about::about_page(library.corpus())),
        View::Findings => findings_content(library, state),
        View::Deadlines => views::deadlines_page(&deadlines::deadline_rows(library.corpus())),
        View::Thread(id) => match thread::thread_page(library.corpus(), id) {
            Some(page) => views::thread_page(&page),
            None => fragment(),
        },
        View::Crosswalk => views::crosswalk_page(&crosswalk::crosswalk_page(library.corpus())),
        View::Glossary => {
            let glossary = library.glossary().cloned().unwrap_or_default();
            views::glossary_page(&glossary::glossary_page(library.corpus(), &glossary), &route::address(state))
        }
        _ => views::page_content(&pages::select_page(library, state, text), None, None),
    };
    element("div").class("app").child(content)
}

/// The list of findings. In the browser, the program `finder` makes it.
pub fn findings_content(library: &Library, state: &State) -> Node<Action> {
    findings_view(&findings::findings_page(library, state), state)
}

/// The same if all that it needs is here.
///
/// # Errors
/// See [`findings::page_or_missing`].
pub fn findings_or_missing(library: &Library, state: &State) -> Result<Node<Action>, Vec<String>> {
    Ok(findings_view(&findings::page_or_missing(library, state)?, state))
}

fn findings_view(page: &FindingsPage, state: &State) -> Node<Action> {
    views::findings_page(page, &format!("./{}", route::address(state)))
}

/// The prerendered content of the part that the `extras` program draws, if the page has such a part.
pub fn extras_content(corpus: &Corpus, state: &State) -> Option<Node<Action>> {
    let content = match state.view {
        View::National if pages::national::unknown_cycle(corpus, state).is_some() => return None,
        View::National => national::national(&pages::national::national_page(corpus, state)),
        View::Compare => compare::comparison(&pages::compare::compare_page(corpus, state)),
        View::Brief => {
            let note = components::note(format!("{} You need JavaScript to make one.", pages::BRIEF_STORAGE_NOTE));
            element("div").class("page brief").child(note)
        }
        View::Open => components::note("You need JavaScript to open a report."),
        View::Learn => learn_without_program(),
        _ => return None,
    };
    Some(fragment().child(views::lead_paragraph(&state.view)).child(content))
}

/// What stands on the page for learning where its program does not run.
fn learn_without_program() -> Node<Action> {
    let findings = Link::to(&State::for_view(View::Findings), "all findings");
    let glossary = Link::to(&State::for_view(View::Glossary), "the glossary");
    element("div").class("page learn").child(
        components::note("You need JavaScript to practise and to keep notes. Without it you can still read ")
            .child(components::link(&findings))
            .text(" and ")
            .child(components::link(&glossary))
            .text("."),
    )
}

/// The title of the page of a thread, which the program does not know.
fn title_of_thread(corpus: &Corpus, state: &State) -> Option<String> {
    let View::Thread(id) = &state.view else { return None };
    let page = thread::thread_page(corpus, id)?;
    Some(format!("{}, {} - {}", page.heading, page.force.text, pages::PRODUCT))
}

/// Prerenders the page of a state. `text` is the source text that the page shows, if it shows one.
pub fn render_page(library: &Library, state: &State, text: Option<&str>, links: LinkStyle) -> StaticPage {
    let page = pages::select_page(library, state, text);
    let no_script = no_script::no_script_content(library.corpus(), state)
        .map(|notice| views::no_script_section::<()>(&notice).to_html(links));
    StaticPage {
        header: views::page_header::<()>(&page.own_address).to_html(links),
        description: pages::description::page_description(library.corpus(), state, &page),
        title: title_of_thread(library.corpus(), state).unwrap_or(page.title),
        main: page_content(library, state, text).to_html(links),
        extras: extras_content(library.corpus(), state).map(|node| node.to_html(links)),
        no_script: no_script.unwrap_or_default(),
    }
}

/// The HTML of the footer, which is the same on every page.
pub fn render_footer(age: &DataAge, links: LinkStyle) -> String {
    views::page_footer::<()>(age).to_html(links)
}
