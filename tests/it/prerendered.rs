//! Pages as prerendered for the site.

use explore::route;
use explore::state::{State, View};
use html::links::LinkStyle;
use html::static_page::{render_footer, render_page};
use html::views::DataAge;
use std::sync::LazyLock;
use std::thread;
use tests::repository::{self, DataSet};

/// A prerendered page.
pub struct PrerenderedPage {
    /// The address, relative to the site's root; "404" for the page for unknown addresses.
    pub address: String,
    /// The title of the document.
    pub title: String,
    /// The header, the main part and the footer.
    pub html: String,
}

/// Every page that has a folder on the site, and the one for unknown addresses. Rendered once for all tests.
pub fn all_pages() -> &'static [PrerenderedPage] {
    static ALL: LazyLock<Vec<PrerenderedPage>> = LazyLock::new(|| {
        let mut states = route::all_pages(repository::fixture().corpus());
        states.push(State::not_found());
        // Pages are rendered independently of each other, so two threads take half the time.
        let halves = states.chunks(states.len().div_ceil(2));
        let threads: Vec<_> = halves
            .map(<[State]>::to_vec)
            .map(|half| thread::spawn(move || render_pages(repository::fixture(), half)))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("every page can be rendered")).collect()
    });
    &ALL
}

/// The page of a state.
pub fn page_of_state(state: State) -> PrerenderedPage {
    render_pages(repository::fixture(), vec![state]).pop().expect("a page")
}

/// The page at an address.
pub fn page_at(address: &str) -> PrerenderedPage {
    page_of_state(route::parse_address(address))
}

/// Renders the pages of these states.
pub fn render_pages(data: &DataSet, states: Vec<State>) -> Vec<PrerenderedPage> {
    let age = DataAge { checked: data.corpus().checked.in_words(), built: String::new(), scope: String::new() };
    let footer = render_footer(&age, LinkStyle::Site);
    let page = |state: State| {
        let report = route::report_with_text(&state, data.corpus());
        let text = report.map(|id| data.source_of_report(id.as_str()).text.as_str());
        let address = if state.view == View::NotFound(String::new()) { "404".into() } else { route::address(&state) };
        let page = render_page(data.library(), &state, text, LinkStyle::Site);
        let main =
            format!("<main id=\"content\">{}{}{}</main>", page.main, page.extras.unwrap_or_default(), page.no_script);
        PrerenderedPage { address, title: page.title, html: page.header + &main + &footer }
    };
    states.into_iter().map(page).collect()
}

impl PrerenderedPage {
    /// The unescaped values of an attribute, in order.
    pub fn attribute_values(&self, attribute: &str) -> impl Iterator<Item = String> + '_ {
        let before = format!(" {attribute}=\"");
        let at = self.html.match_indices(&before).map(|(at, found)| at + found.len()).collect::<Vec<_>>();
        at.into_iter().map(|at| unescape(self.html[at..].split('"').next().unwrap_or_default()))
    }
}

impl PrerenderedPage {
    /// The visible text of the main part, with JavaScript running: one line for each element that starts a line.
    pub fn visible_text(&self) -> String {
        let main = self.html.split("<main").nth(1).unwrap_or_default().split("</main>").next().unwrap_or_default();
        let main = main.split("<noscript").next().unwrap_or_default();
        const BREAKS: [&str; 22] = [
            "p",
            "h1",
            "h2",
            "h3",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "div",
            "section",
            "tr",
            "table",
            "caption",
            "br",
            "figcaption",
            "blockquote",
            "fieldset",
            "legend",
            "footer",
            "header",
        ];
        let mut words = String::new();
        for part in main.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or((part, ""));
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            match name {
                name if BREAKS.contains(&name) => words.push('\n'),
                "th" | "td" if !tag.starts_with('/') => words.push_str(" | "),
                "a" | "span" | "text" | "label" | "button" => words.push(' '),
                _ => {}
            }
            words.push_str(&unescape(text));
        }
        let lines = words.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| line.chars().any(|c| !" |".contains(c))).collect();
        lines.join("\n") + "\n"
    }
}

/// Text without HTML escapes.
pub fn unescape(html: &str) -> String {
    let mut text = html.to_string();
    for (escape, plain) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
    {
        text = text.replace(escape, plain);
    }
    text
}
