//! Converts states to addresses and addresses to states. A state that is written and read back is unchanged.

mod anchor;

pub use anchor::Anchor;

use crate::facets::Facet;
use crate::state::{State, View, clip_query};
use corpus::Corpus;
use model::{FindingKey, ForceId, ReportId, ThreadId, slugify};

/// The name of the folder of a view with a single address: "findings", or "" for the home page. The others, which name what
/// they show in a folder of their own, have its kind.
fn folder(view: &View) -> &'static str {
    match view {
        View::Home => "",
        View::Force(_) => "force",
        View::Report(_) => "report",
        View::Finding(_) => "finding",
        View::Thread(_) => "thread",
        View::Findings => "findings",
        View::National => "national",
        View::Compare => "compare",
        View::Crosswalk => "crosswalk",
        View::About => "about",
        View::Brief => "brief",
        View::Open => "open",
        View::Deadlines => "deadlines",
        View::Glossary => "glossary",
        View::Learn => "learn",
        View::NotFound(_) => "",
    }
}

/// The path of a page, relative to the site's root: "force/kent/", or "" for the home page.
pub fn path(state: &State) -> String {
    let name = match &state.view {
        View::Home => return String::new(),
        View::NotFound(path) => return path.clone(),
        View::Force(id) => id.as_str(),
        View::Report(id) => id.as_str(),
        View::Finding(key) => key.as_str(),
        View::Thread(id) => id.as_str(),
        View::National => round_in_path(state).unwrap_or_default(),
        _ => "",
    };
    let folder = folder(&state.view);
    if name.is_empty() { format!("{folder}/") } else { format!("{folder}/{name}/") }
}

/// The round that the path of the page of all forces names, so that each round has a page that needs no program.
fn round_in_path(state: &State) -> Option<&str> {
    let mut chosen = state.chosen_values_of(Facet::Cycle);
    match (&state.view, chosen.next(), chosen.next()) {
        (View::National, Some(id), None) => Some(id),
        _ => None,
    }
}

/// The address of a state, relative to the site's root: the path and, if anything is chosen, the parameters.
pub fn address(state: &State) -> String {
    let mut parameters = form_urlencoded::Serializer::new(String::new());
    if !state.query.is_empty() {
        parameters.append_pair("q", &state.query);
    }
    let in_path = round_in_path(state).map(|id| (Facet::Cycle, id));
    for (facet, value) in state.chosen_values().filter(|choice| Some(*choice) != in_path) {
        parameters.append_pair(facet.parameter(), value);
    }
    if state.page_count > 1 {
        parameters.append_pair("pages", &state.page_count.to_string());
    }
    if state.is_table {
        parameters.append_pair("table", "1");
    }
    if state.is_by_region {
        parameters.append_pair("order", "region");
    }
    let parameters = parameters.finish();
    let separator = if parameters.is_empty() { "" } else { "?" };
    format!("{}{separator}{parameters}", path(state))
}

/// The address of an anchor on a page.
pub fn address_at(state: &State, anchor: &Anchor) -> String {
    format!("{}#{anchor}", address(state))
}

/// Reads an address. Any text is accepted; an address without a page gives [`View::NotFound`].
pub fn parse_address(address: &str) -> State {
    /// More pages than any list has. The limit keeps a hand-written address from causing unlimited work.
    const MAX_PAGES: usize = 1000;
    let address = address.split('#').next().unwrap_or_default();
    let (path, parameters) = address.split_once('?').unwrap_or((address, ""));
    let mut state = state_at_path(path);
    for (name, value) in form_urlencoded::parse(parameters.as_bytes()) {
        match (name.as_ref(), Facet::from_parameter(&name)) {
            (_, Some(facet)) => state.choose(facet, value.into_owned()),
            ("q", _) => state.query = clip_query(&value),
            ("pages", _) => state.page_count = value.parse().unwrap_or(1).clamp(1, MAX_PAGES),
            ("order", _) => state.is_by_region = value == "region",
            ("table", _) => state.is_table = value == "1",
            _ => {}
        }
    }
    state
}

fn state_at_path(path: &str) -> State {
    /// The most characters that are shown of a path without a page.
    const MAX_PATH: usize = 200;
    let mut folder = path.trim_matches('/');
    while let Some(parent) = folder.strip_suffix("index.html").filter(|f| f.is_empty() || f.ends_with('/')) {
        folder = parent.trim_end_matches('/');
    }
    let (kind, name) = folder.split_once('/').unwrap_or((folder, ""));
    if name.is_empty()
        && let Some(view) = View::FIXED.into_iter().find(|view| self::folder(view) == kind)
    {
        return State::for_view(view);
    }
    State::for_view(match (kind, name) {
        ("national", round) if !slugify(round).is_empty() => return State::national(round),
        ("force", name) if !name.is_empty() => View::Force(ForceId::new(name)),
        ("report", name) if !name.is_empty() => View::Report(ReportId::new(name)),
        ("finding", name) if !name.is_empty() => View::Finding(FindingKey::new(name)),
        ("thread", name) if !name.is_empty() => View::Thread(ThreadId::new(name)),
        _ if path.chars().nth(MAX_PATH).is_none() => View::NotFound(path.to_string()),
        // With the ellipsis, what is left of a long path is not the path of a page.
        _ => View::NotFound(path.chars().take(MAX_PATH).chain(['…']).collect()),
    })
}

/// Every page of the site, without parameters: each has a folder of its own.
pub fn all_pages(corpus: &Corpus) -> Vec<State> {
    let forces = corpus.forces.iter().map(|force| View::Force(force.id.clone()));
    let reports = corpus.reports.iter().map(|report| View::Report(report.id.clone()));
    let findings = corpus.findings().map(|(_, finding)| View::Finding(finding.key.clone()));
    let threads = corpus.issues.threads.iter().map(|thread| View::Thread(thread.id.clone()));
    let views = View::FIXED.into_iter().chain(forces).chain(reports).chain(findings).chain(threads);
    views.map(State::for_view).chain(corpus.cycles.iter().map(|cycle| State::national(&cycle.id))).collect()
}

/// The path of the source text that a page shows, relative to the site's root; `None` if it shows none. A text that the
/// reader has opened is not part of the site: it has the path of its report on the page of what was opened.
pub fn source_text_path(state: &State, corpus: &Corpus) -> Option<String> {
    let report = corpus.report(&report_with_text(state, corpus)?)?;
    Some(if report.id.is_opened() {
        format!("{OPENED_TEXTS}{}", report.id)
    } else {
        format!("data/text/{}", report.text_file_name())
    })
}

/// The beginning of the paths of texts that the reader has opened.
pub const OPENED_TEXTS: &str = "open/";

/// The report whose source text a page shows; `None` if it shows none.
pub fn report_with_text(state: &State, corpus: &Corpus) -> Option<ReportId> {
    match &state.view {
        View::Report(id) => corpus.report(id).map(|report| report.id.clone()),
        View::Finding(key) => corpus.finding(key).map(|(report, _)| report.id.clone()),
        _ => None,
    }
}
