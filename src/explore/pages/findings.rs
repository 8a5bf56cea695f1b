//! The list of findings: what was asked for, what was found, and what each further choice would leave.

use crate::facets::Facet;
use crate::facets::counting::Selection;
use crate::facets::{self, Chip, FacetBox};
use crate::pages::catalogue::{Catalogue, Entry};
use crate::pages::finding::statement;
use crate::pages::short_forms;
use crate::pages::short_forms::ShortForm;
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, headline, names, passage};
use crate::route;
use crate::search::lexicon::Lexicon;
use crate::search::query::{Other, Place, Query, Reason};
use crate::state::{Action, State, View};
use corpus::Corpus;
use model::folded::Folded;
use model::{Force, ForceId};
use std::ops::Range;

/// Results of a page; "show more" opens as many again.
pub const PAGE: usize = 20;

/// The list with everything to narrow it down.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingsPage {
    pub query: String,
    /// "22 findings", "3 of 149 findings".
    pub count: String,
    /// What the short forms among the words mean.
    pub meanings: Vec<ShortForm>,
    /// Forces whose name is typed: each has a page.
    pub forces: Vec<Link>,
    /// That what is held on the one force that is chosen is not the newest, or that nothing is held.
    pub behind: Option<Link>,
    pub chips: Vec<Chip>,
    pub facets: Vec<FacetBox>,
    pub results: Vec<Result>,
    /// The first result of the last page that was opened, if more than one is.
    pub first_new: Option<usize>,
    /// How many results are not shown yet, and the address that shows more of them.
    pub more: Option<(usize, Link)>,
    /// Everything given up.
    pub clear: Option<Link>,
    /// In what order the results stand.
    pub order: &'static str,
    /// Where nothing was found: what to try, with what it would find.
    pub hint: Option<(String, Vec<Link>)>,
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
    /// Why it was found, where it has not the very words that were typed.
    pub why: Vec<String>,
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
    let query = Query::new(&state.query, &catalogue.lexicon);
    let selection = select(catalogue, state, &query);
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
        meanings: short_forms::among(&catalogue.short_forms, &state.query),
        forces: forces_called(corpus, &state.query),
        behind: behind(corpus, state),
        chips: catalogue.facets.chips(corpus, state),
        facets: catalogue.facets.boxes(state, &selection.counts),
        results: selection.passing[..shown].iter().map(|e| result(corpus, &catalogue.entries[*e], &query)).collect(),
        first_new: (state.pages > 1).then(|| (state.pages - 1) * PAGE),
        more: (left > 0)
            .then(|| (left, Link::to(&state.after(Action::ShowMore), format!("Show {} more", left.min(PAGE))))),
        clear: facets::clear_all(state),
        order: if found == 0 {
            ""
        } else if query.is_empty() {
            "Newest report first, then by kind, then as printed."
        } else {
            "First findings that have the words in their first sentence, then those that have them further on, then those \
             that have them in another form; within each, newest report first."
        },
        hint: (found == 0).then(|| (hint(&query, state), tries(corpus, catalogue, state, &query))),
    }
}

/// What is asked for, in the order of the list.
fn select(catalogue: &Catalogue, state: &State, query: &Query) -> Selection {
    let places: Vec<Option<Place>> = catalogue.entries.iter().map(|e| query.find(&e.fields)).collect();
    let matching: Vec<bool> = places.iter().map(Option::is_some).collect();
    let mut selection = catalogue.facets.select(&matching, state);
    // What has the words themselves stands before what has them only somewhere or otherwise.
    let places = &places;
    let of_place = |place: Place| selection.passing.iter().copied().filter(move |entry| places[*entry] == Some(place));
    selection.passing = Place::ALL.into_iter().flat_map(of_place).collect();
    selection
}

/// The numbers of all entries that are asked for.
pub fn passing(catalogue: &Catalogue, state: &State) -> Vec<usize> {
    select(catalogue, state, &Query::new(&state.query, &catalogue.lexicon)).passing
}

fn hint(query: &Query, state: &State) -> String {
    match (query.is_empty(), state.chosen().next().is_none()) {
        (false, true) => "No finding has all these words, nor other forms of them.",
        (false, false) => "No finding has all these words and choices.",
        _ => "No finding has all these choices together.",
    }
    .to_string()
}

/// What would be found without one of the words or choices.
fn tries(corpus: &Corpus, catalogue: &Catalogue, state: &State, query: &Query) -> Vec<Link> {
    const MOST: usize = 6;
    let words = query.typed().enumerate().map(|(n, word)| (State { query: query.without(n), ..state.clone() }, word));
    let chips = catalogue.facets.chips(corpus, state).into_iter().map(|chip| (chip.without, chip.text));
    // Everything there is, is no suggestion.
    let is_narrowed = |less: &State| !less.query.is_empty() || less.chosen().next().is_some();
    let found = words.chain(chips).filter(|(less, _)| is_narrowed(less)).filter_map(|(less, name)| {
        let found = passing(catalogue, &less).len();
        (found > 0).then(|| Link::to(&less, format!("{} without {name}", names::count(found, "finding", "findings"))))
    });
    found.take(MOST).collect()
}

/// The forces whose names have all typed words, unless that says little.
fn forces_called(corpus: &Corpus, typed: &str) -> Vec<Link> {
    const MOST: usize = 5;
    let query = Query::new(typed, &Lexicon::default());
    let is_called = |force: &&Force| !query.is_empty() && names::is_called(force, &query);
    let link = |force: &Force| Link::to(&State::at(View::Force(force.id.clone())), &force.name);
    let called: Vec<Link> = corpus.forces.iter().filter(is_called).map(link).collect();
    if called.len() > MOST { Vec::new() } else { called }
}

fn behind(corpus: &Corpus, state: &State) -> Option<Link> {
    let mut chosen = state.chosen_of(Facet::Force);
    let (Some(id), None) = (chosen.next(), chosen.next()) else { return None };
    let force = corpus.force(&ForceId::new(id))?;
    match corpus.reports_on(&force.id).next_back() {
        Some(report) => headline::behind(corpus, report),
        None => {
            let words = format!("No report on {} is held here, so no finding can be shown.", force.name);
            Some(Link::to(&State::at(View::Force(force.id.clone())), words))
        }
    }
}

fn result(corpus: &Corpus, entry: &Entry, query: &Query) -> Result {
    let report = &corpus.reports[entry.place.report];
    let finding = &report.findings[entry.place.finding];
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
        why: query.others(&entry.fields).map(|(typed, other)| why(typed, other)).collect(),
        force: report.force.name.clone(),
        report: names::report(report),
        published: names::published_short(corpus, report)
            .unwrap_or_else(|| "on a date that is not printed".to_string()),
        tile: judgment.map(|j| tile::tile(corpus, report, j)),
        cite: passage::cite(&finding.passages),
    }
}

/// Why something else than what was typed was found.
fn why(typed: &str, other: &Other) -> String {
    match &other.reason {
        Reason::Short { short, long } => format!("{short} is short for “{long}”"),
        Reason::Form => format!("another form of “{typed}”"),
        Reason::Near => format!("“{}”, as nothing has “{typed}”", other.needle.text),
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
