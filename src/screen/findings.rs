//! The list of findings: what was asked for, what was found, and what each further choice would leave.

use super::catalogue::{Catalogue, Entry};
use super::finding::statement;
use super::tile::{self, Tile};
use super::{Link, names, passage};
use crate::corpus::Corpus;
use crate::route;
use crate::search::facet;
use crate::search::query::Query;
use crate::search::text::Folded;
use crate::state::{Action, Facet, State, View};
use std::ops::Range;

/// Results of a page; "show more" opens as many again.
pub const PAGE: usize = 20;

/// The list with everything to narrow it down.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingsPage {
    pub query: String,
    /// "22 findings", "3 of 149 findings".
    pub count: String,
    pub chips: Vec<Chip>,
    pub facets: Vec<FacetBox>,
    pub results: Vec<Result>,
    /// How many results are not shown yet, and the address that shows more of them.
    pub more: Option<(usize, Link)>,
    /// Everything given up.
    pub clear: Option<Link>,
    /// Where nothing was found: what to try.
    pub hint: Option<String>,
}

/// A choice that can be given up.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub id: String,
    /// "Force: Warwickshire Police".
    pub text: String,
    pub href: String,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetBox {
    pub facet: Facet,
    pub name: &'static str,
    /// What the reader should know of it: that a grouping is ours.
    pub note: Option<&'static str>,
    pub options: Vec<FacetOption>,
}

/// A value to choose, with how many findings it would show.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetOption {
    pub id: String,
    pub name: String,
    pub count: usize,
    pub chosen: bool,
}

/// A finding in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Result {
    pub key: String,
    pub kind: String,
    pub kind_class: String,
    pub href: String,
    pub text: Marked,
    /// A place in its lists and explanation where those of the words stand that the text itself lacks.
    pub snippet: Option<Marked>,
    pub force: String,
    pub report: String,
    pub published: String,
    pub tile: Option<Tile>,
    pub cite: String,
}

/// Words with the found ones marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub runs: Vec<(String, bool)>,
}

/// Selects the list.
pub fn findings(corpus: &Corpus, catalogue: &Catalogue, state: &State) -> FindingsPage {
    let query = Query::new(&state.query);
    let matching: Vec<bool> = catalogue.entries.iter().map(|e| query.matches(&e.fields)).collect();
    let chosen: Vec<Vec<usize>> =
        Facet::ALL.iter().enumerate().map(|(f, facet)| numbers(catalogue, state, f, *facet)).collect();
    let selection = facet::select(&matching, &catalogue.facets, &chosen);
    let shown = (state.pages * PAGE).min(selection.passing.len());
    let all = catalogue.entries.len();
    let found = selection.passing.len();
    let is_narrowed = !query.is_empty() || state.chosen().next().is_some();
    let left = found - shown;
    FindingsPage {
        query: state.query.clone(),
        count: if is_narrowed {
            format!("{} of {}", names::thousands(found), names::count(all, "finding", "findings"))
        } else {
            names::count(all, "finding", "findings")
        },
        chips: chips(catalogue, state),
        facets: facet_boxes(catalogue, state, &selection.counts),
        results: selection.passing[..shown].iter().map(|e| result(corpus, &catalogue.entries[*e], &query)).collect(),
        more: (left > 0)
            .then(|| (left, Link::to(&state.after(Action::ShowMore), format!("Show {} more", left.min(PAGE))))),
        clear: is_narrowed.then(|| Link::to(&state.after(Action::ClearAll), "Clear all")),
        hint: (found == 0).then(|| hint(&query, state)),
    }
}

/// The numbers of the chosen values. A value that does not exist passes nothing, rather than everything.
fn numbers(catalogue: &Catalogue, state: &State, f: usize, facet: Facet) -> Vec<usize> {
    state
        .chosen_of(facet)
        .map(|id| catalogue.values[f].iter().position(|v| v.id == *id).unwrap_or(usize::MAX))
        .collect()
}

fn hint(query: &Query, state: &State) -> String {
    match (query.is_empty(), state.chosen().next().is_none()) {
        (false, true) => "No finding has all these words. Try fewer words, or the beginning of a word.",
        (false, false) => "No finding has all these words and choices. Give up a choice, or try fewer words.",
        _ => "No finding has all these choices together. Give up one of them.",
    }
    .to_string()
}

fn name(facet: Facet) -> &'static str {
    match facet {
        Facet::Force => "Force",
        Facet::Cycle => "Cycle",
        Facet::Kind => "Kind",
        Facet::Subject => "Subject",
        Facet::Grade => "Grade of its judgment",
    }
}

fn chips(catalogue: &Catalogue, state: &State) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (facet, id) in state.chosen() {
        let values = Facet::ALL.iter().position(|f| *f == facet).map_or(&[][..], |f| &catalogue.values[f]);
        let value = values.iter().find(|v| v.id == id);
        let value = value.map_or_else(|| format!("'{id}', which is unknown"), |v| v.name.clone());
        let without = state.after(Action::Toggle(facet, id.to_string()));
        chips.push(Chip {
            id: id.to_string(),
            text: format!("{}: {value}", name(facet)),
            href: route::address(&without),
        });
    }
    chips
}

fn facet_boxes(catalogue: &Catalogue, state: &State, counts: &[Vec<usize>]) -> Vec<FacetBox> {
    let option = |facet: Facet, f: usize, v: usize| {
        let value = &catalogue.values[f][v];
        FacetOption {
            id: value.id.clone(),
            name: value.name.clone(),
            count: counts[f][v],
            chosen: state.has(facet, &value.id),
        }
    };
    let facet_box = |(f, facet): (usize, Facet)| FacetBox {
        facet,
        name: name(facet),
        note: match facet {
            Facet::Subject => Some("Our own grouping of the inspectorate's questions and areas"),
            Facet::Grade => Some("Grades of 2021/22 and later are not comparable with earlier ones"),
            _ => None,
        },
        options: (0..catalogue.values[f].len()).map(|v| option(facet, f, v)).collect(),
    };
    Facet::ALL.into_iter().enumerate().map(facet_box).collect()
}

fn result(corpus: &Corpus, entry: &Entry, query: &Query) -> Result {
    let report = &corpus.reports[entry.report];
    let finding = &report.findings[entry.finding];
    let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
    // Words that the text lacks are shown where they stand, as many together as possible; the first such place.
    let statement = statement(finding);
    let lacking = query.lacking_in(&Folded::new(&statement));
    let places = finding.items.iter().chain(&finding.body).flat_map(|words| {
        let marks = query.marks(words);
        lacking.marks(words).into_iter().map(move |at| snippet(words, &at, &marks))
    });
    let snippet = places.rev().max_by_key(Marked::variety);
    Result {
        key: finding.key.to_string(),
        kind: finding.kind.name().to_string(),
        kind_class: finding.kind.slug(),
        href: route::path(&State::at(View::Finding(finding.key.clone()))),
        text: marked(&statement, &query.marks(&statement)),
        snippet,
        force: report.force.name.clone(),
        report: names::report(report),
        published: names::published_short(corpus, report)
            .unwrap_or_else(|| "on a date that is not printed".to_string()),
        tile: judgment.map(|j| tile::tile(corpus, report, j)),
        cite: passage::cite(&finding.passages),
    }
}

/// The words around a place, cut at spaces, with all marks that are wholly among them.
fn snippet(paragraph: &str, first: &Range<usize>, marks: &[Range<usize>]) -> Marked {
    const BEFORE: usize = 80;
    const AFTER: usize = 160;
    let from = match first.start.checked_sub(BEFORE).map(|at| paragraph.floor_char_boundary(at)) {
        None | Some(0) => 0,
        Some(at) => paragraph[at..first.start].find(' ').map_or(first.start, |space| at + space + 1),
    };
    let to = match paragraph.ceil_char_boundary((first.end + AFTER).min(paragraph.len())) {
        at if at == paragraph.len() => at,
        at => paragraph[first.end..at].rfind(' ').map_or(first.end, |space| first.end + space),
    };
    let inside: Vec<Range<usize>> =
        marks.iter().filter(|m| from <= m.start && m.end <= to).map(|m| m.start - from..m.end - from).collect();
    let mut words = marked(&paragraph[from..to], &inside);
    if from > 0 {
        words.runs.insert(0, ("… ".to_string(), false));
    }
    if to < paragraph.len() {
        words.runs.push((" …".to_string(), false));
    }
    words
}

impl Marked {
    /// How many different words are marked.
    fn variety(&self) -> usize {
        let marked: Vec<&String> = self.runs.iter().filter(|(_, is_found)| *is_found).map(|(words, _)| words).collect();
        let is_first = |n: &usize| !marked[..*n].iter().any(|earlier| earlier.eq_ignore_ascii_case(marked[*n]));
        (0..marked.len()).filter(is_first).count()
    }
}

fn marked(text: &str, marks: &[Range<usize>]) -> Marked {
    let mut runs = Vec::new();
    let mut at = 0;
    for mark in marks {
        runs.push((text[at..mark.start].to_string(), false));
        runs.push((text[mark.clone()].to_string(), true));
        at = mark.end;
    }
    runs.push((text[at..].to_string(), false));
    runs.retain(|(words, _)| !words.is_empty());
    Marked { runs }
}
