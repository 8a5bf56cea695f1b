//! The list of findings: what was searched for, what was found, and how many findings each further choice would show.

mod parts;
mod suggestions;

pub use parts::page_or_missing;

use crate::facets::{self, Chip, Facet, FacetBox, FindingPosition};
use crate::library::Library;
use crate::pages::abbreviations;
use crate::pages::abbreviations::AbbreviationEntry;
use crate::pages::catalogue::Catalogue;
use crate::pages::finding::{TextPart, finding_citation, finding_text, first_words, text_for_lists};
use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, THREADS, caveats, phrasing};
use crate::route;
use crate::search::lexicon::Lexicon;
use crate::search::places::words_to_find;
use crate::search::query::{Alternative, AlternativeReason, Query};
use crate::search::ranking::RankedDocuments;
use crate::state::{Action, MAX_QUERY, State, View};
use corpus::Corpus;
use model::folded_text::{FoldedText, fold_words};
use model::{Aside, Force, ForceId, Report};
use std::ops::Range;

/// The number of results on a page. "Show more" adds another page.
pub const PAGE_SIZE: usize = 20;

/// The list of findings, with everything to filter it.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingsPage {
    /// The search words, as typed.
    pub query: String,
    /// How many findings match: "22 findings", "3 of 149 findings".
    pub count: String,
    /// A sentence that says that the words are cut, if they may be.
    pub cut_notice: Option<String>,
    /// The abbreviations among the search words, with their meanings.
    pub abbreviations: Vec<AbbreviationEntry>,
    /// Links to the forces whose names contain the search words.
    pub forces: Vec<Link>,
    /// Links to the threads whose names have all search words.
    pub threads: Vec<Link>,
    /// If a single force is chosen: a notice that its newest report is not held, or that no report is, as a link to the
    /// force.
    pub report_notice: Option<Link>,
    /// A chip for each chosen value.
    pub chips: Vec<Chip>,
    /// The facets with their options.
    pub facets: Vec<FacetBox>,
    /// The results shown.
    pub results: Vec<FindingResult>,
    /// The index of the first result on the last page, if more than one page is shown.
    pub first_new_result: Option<usize>,
    /// The number of results not shown yet, and a link that shows more of them.
    pub show_more: Option<(usize, Link)>,
    /// A link that removes all search words and choices; `None` if there are none.
    pub clear_link: Option<Link>,
    /// A sentence about the order of the results; empty if there are none.
    pub order: &'static str,
    /// Where else the search words are: a sentence about the full texts, and links to those with the most paragraphs. `None` if
    /// nothing is searched for, or it is not known yet.
    pub in_texts: Option<(String, Vec<Link>)>,
    /// If nothing was found: a sentence that says so, and links to searches that would find something.
    pub no_result_hint: Option<(String, Vec<Link>)>,
}

/// The number of words in the name of a control of a finding.
const NAME_WORDS: usize = 8;

/// A finding in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingResult {
    /// The key of the finding.
    pub key: String,
    /// The kind in words: "Area for improvement".
    pub kind: String,
    /// The kind as a class name.
    pub kind_class: String,
    /// The address of the finding.
    pub href: String,
    /// Its first words, which tell its controls from those of other findings.
    pub first_words: String,
    /// The text of the finding, with the search words marked.
    pub text: MarkedText,
    /// An extract from its list items and explanation that has the search words missing from its text.
    pub snippet: Option<MarkedText>,
    /// Its list items and explanation, in the order of the report.
    pub rest: Vec<TextPart>,
    /// Why it was found, if it does not have the search words as typed.
    pub match_reasons: Vec<String>,
    /// The name of the force.
    pub force: String,
    /// The name of the report.
    pub report: String,
    /// When the report was published, to follow the word "Published".
    pub published: String,
    /// The judgment that it belongs to: its question or area with that noun, and its tile.
    pub judgment: Option<(String, Tile)>,
    /// The lines where it is printed, as a link to them.
    pub citation: Link,
}

/// A text with the search words marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedText {
    /// The parts of the text in order, each with whether it is marked.
    pub runs: Vec<(String, bool)>,
}

/// Makes the page. What is not here is left out.
pub fn findings_page(library: &Library, state: &State) -> FindingsPage {
    let query = Query::new(&state.query, &library.catalogue().lexicon);
    let selection = Selection::new(library.catalogue(), state, &query);
    page_of(library, state, &query, selection)
}

fn page_of(library: &Library, state: &State, query: &Query, selection: Selection) -> FindingsPage {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let Selection { ranked, passing, counts } = selection;
    let shown = (state.page_count * PAGE_SIZE).min(passing.len());
    let all = catalogue.positions.len();
    let found = passing.len();
    let is_narrowed = !query.is_empty() || state.chosen_values().next().is_some();
    let not_shown = found - shown;
    let count = phrasing::count_with_noun(all, "finding", "findings");
    let count = if is_narrowed { format!("{} of {count}", phrasing::format_thousands(found)) } else { count };
    let is_opened = |at: &&usize| corpus.reports[catalogue.positions[**at].report_index].id.is_opened();
    let opened = passing.iter().filter(is_opened).count();
    FindingsPage {
        query: state.query.clone(),
        count: if opened > 0 { format!("{count}, {opened} of them opened by you") } else { count },
        cut_notice: (state.query.chars().count() >= MAX_QUERY)
            .then(|| format!("Only the first {MAX_QUERY} characters are searched for.")),
        abbreviations: abbreviations::abbreviations_among(&catalogue.abbreviations, &state.query),
        forces: forces_with_name(corpus, &state.query),
        threads: threads_named(corpus, query),
        report_notice: behind(corpus, state),
        chips: catalogue.facets.chips(corpus, state),
        facets: catalogue.facets.facet_boxes(state, &counts),
        results: passing[..shown]
            .iter()
            .filter_map(|n| finding_result(corpus, catalogue.positions[*n], query, ranked.needs_alternative(*n)))
            .collect(),
        first_new_result: (state.page_count > 1).then(|| (state.page_count - 1) * PAGE_SIZE),
        show_more: (not_shown > 0).then(|| {
            (not_shown, Link::to(&state.after(Action::ShowMore), format!("Show {} more", not_shown.min(PAGE_SIZE))))
        }),
        clear_link: facets::clear_all_link(state),
        order: if found == 0 {
            ""
        } else if query.is_empty() {
            "Newest report first; within a report by kind, then as in the report."
        } else {
            "Findings with your words in the first sentence come first, then those with the words further on, then \
             those with other forms of the words. In each group, the newest report comes first."
        },
        in_texts: places_in_texts(library, state),
        no_result_hint: (found == 0).then(|| {
            (
                suggestions::hint(corpus, catalogue, query, state),
                suggestions::suggested_searches(corpus, catalogue, state, query),
            )
        }),
    }
}

/// What a state selects of the entries of the catalogue.
struct Selection {
    /// The findings that match the query.
    ranked: RankedDocuments,
    /// Those that pass the chosen values too, in the order of the list.
    passing: Vec<usize>,
    /// How many findings each option would show.
    counts: Vec<Vec<usize>>,
}

impl Selection {
    fn new(catalogue: &Catalogue, state: &State, query: &Query) -> Selection {
        let ranked = RankedDocuments::new(query, &catalogue.words);
        let selected = catalogue.facets.select(&ranked.matching, state);
        let passing = ranked.in_order(&selected.passing);
        Selection { ranked, passing, counts: selected.counts }
    }
}

/// The indices of the entries of the catalogue that a state selects, in the order of the list.
pub fn passing_entries(catalogue: &Catalogue, state: &State) -> Vec<usize> {
    Selection::new(catalogue, state, &Query::new(&state.query, &catalogue.lexicon)).passing
}

/// In how many paragraphs of the full texts all search words are, and in which reports.
fn places_in_texts(library: &Library, state: &State) -> Option<(String, Vec<Link>)> {
    const MAX_LINKS: usize = 5;
    let mut found = library.places().find(&words_to_find(&state.query))?;
    let held: Vec<&Report> = library.corpus().reports.iter().filter(|report| !report.id.is_opened()).collect();
    let all: usize = found.iter().map(|(_, count)| count).sum();
    let reports = phrasing::count_with_noun(held.len(), "report", "reports");
    if all == 0 {
        return Some((
            format!("The full texts of the {reports} held have no paragraph with all these words."),
            Vec::new(),
        ));
    }
    let paragraphs = phrasing::count_with_noun(all, "paragraph", "paragraphs");
    let texts = phrasing::count_with_noun(found.len(), "full text", "full texts");
    let words = format!(
        "{paragraphs} in {texts} of the {reports} held have all these words, those of the findings included, whatever the filters:"
    );
    // The newest of those with the most come first.
    found.reverse();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let link = |(report, count): &(usize, usize)| {
        let report = held.get(*report)?;
        let page = State { query: state.query.clone(), ..State::for_view(View::Report(report.id.clone())) };
        Some(Link::to(&page, format!("{}, {} ({count})", report.force.name, phrasing::report_name(report))))
    };
    Some((words, found.iter().take(MAX_LINKS).filter_map(link).collect()))
}

/// Links to the forces whose names contain all typed words, or that are named among them; none if there are many.
fn forces_with_name(corpus: &Corpus, typed: &str) -> Vec<Link> {
    const MAX_FORCES: usize = 5;
    let query = Query::new(typed, &Lexicon::default());
    let is_called =
        |force: &&Force| !query.is_empty() && (phrasing::has_matching_name(force, &query) || is_named_in(force, typed));
    let link = |force: &Force| Link::to(&State::for_view(View::Force(force.id.clone())), &force.name);
    let called: Vec<Link> = corpus.forces.iter().filter(is_called).map(link).collect();
    if called.len() > MAX_FORCES { Vec::new() } else { called }
}

/// The threads whose names have all search words, each with its force.
fn threads_named(corpus: &Corpus, query: &Query) -> Vec<Link> {
    let mut named = Vec::new();
    if query.is_empty() {
        return named;
    }
    for force in &corpus.forces {
        let page = route::path(&State::for_view(View::Force(force.id.clone())));
        let threads = corpus.asides_of(&page).iter().filter(|aside| aside.id == THREADS);
        for [_, href, name] in threads.flat_map(Aside::items) {
            if query.match_rank(&[FoldedText::new(name)]).is_some() {
                named.push(Link { href: href.to_string(), text: format!("{name}, {}", force.name) });
            }
        }
    }
    named
}

/// Whether all words of a force's name, without those that many names have, are among the typed words.
fn is_named_in(force: &Force, typed: &str) -> bool {
    const COMMON: [&str; 5] = ["police", "constabulary", "service", "and", "of"];
    let typed = fold_words(typed);
    let name = fold_words(&force.name);
    let mut own = name.split(' ').filter(|word| !COMMON.contains(word)).peekable();
    own.peek().is_some() && own.all(|word| typed.split(' ').any(|other| other == word))
}

/// A notice if a single force is chosen and the reports whose findings are listed are not its newest, or no report is held.
fn behind(corpus: &Corpus, state: &State) -> Option<Link> {
    let mut chosen = state.chosen_values_of(Facet::Force);
    let (Some(id), None) = (chosen.next(), chosen.next()) else { return None };
    let force = corpus.force(&ForceId::new(id))?;
    let cycles: Vec<&str> = state.chosen_values_of(Facet::Cycle).collect();
    let is_listed = |report: &&Report| cycles.is_empty() || cycles.contains(&report.cycle.as_str());
    let listed = corpus.reports_on(&force.id).rfind(is_listed);
    let words = match listed.or_else(|| corpus.reports_on(&force.id).next_back()) {
        Some(report) => caveats::not_newest(corpus, report)?,
        None => format!("This site holds no report on {}, so it has no findings to show.", force.name),
    };
    Some(Link::to(&State::for_view(View::Force(force.id.clone())), words))
}

/// A finding as a result; `None` if the corpus does not have it yet. Why it was found is said only if it `needs_reason`.
fn finding_result(
    corpus: &Corpus,
    position: FindingPosition,
    query: &Query,
    needs_reason: bool,
) -> Option<FindingResult> {
    let report = corpus.reports.get(position.report_index)?;
    let finding = report.findings.get(position.finding_index)?;
    let fields: Vec<FoldedText> = finding.texts().filter(|_| needs_reason).map(FoldedText::new).collect();
    let judgment = finding.judgment.as_ref().and_then(|key| report.judgment(key));
    // The snippet shows where words that the text lacks are found: the first place with the most different words.
    let statement = text_for_lists(finding);
    let lacking = query.terms_missing_from(&FoldedText::new(&statement));
    let searched = finding.items.iter().chain(&finding.body).filter(|_| !lacking.is_empty());
    let places = searched.flat_map(|words| {
        let marks = query.match_ranges(words);
        lacking.match_ranges(words).into_iter().map(move |at| snippet_around(words, &at, &marks))
    });
    let snippet = places.rev().max_by_key(MarkedText::distinct_mark_count);
    Some(FindingResult {
        key: finding.key.to_string(),
        kind: phrasing::kind_of_finding(report, finding),
        kind_class: finding.kind.slug(),
        href: route::path(&State::for_view(View::Finding(finding.key.clone()))),
        first_words: first_words(&statement, NAME_WORDS),
        text: mark_ranges(&statement, &query.match_ranges(&statement)),
        snippet,
        rest: finding_text(finding).rest,
        match_reasons: query.used_alternatives(&fields).map(|(typed, other)| match_reason(typed, other)).collect(),
        force: report.force.name.clone(),
        report: phrasing::report_name(report),
        published: phrasing::short_publication_date(corpus, report)
            .unwrap_or_else(|| "on a date not printed in the report".to_string()),
        judgment: judgment.map(|j| (phrasing::judged_name(j), tile::judgment_tile(corpus, report, j))),
        citation: finding_citation(report, finding),
    })
}

/// Why a finding without the typed words was found.
fn match_reason(typed: &str, other: &Alternative) -> String {
    match &other.reason {
        AlternativeReason::Abbreviation { short, long } => format!("{short} is short for “{long}”"),
        AlternativeReason::OtherForm => format!("it contains another form of “{typed}”"),
        AlternativeReason::SimilarSpelling => {
            format!("no finding contains “{typed}”, but this one contains “{}”", other.needle.text)
        }
    }
}

/// An extract of a paragraph around a mark, cut at spaces, with all marks that lie within it.
pub(crate) fn snippet_around(paragraph: &str, first: &Range<usize>, marks: &[Range<usize>]) -> MarkedText {
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
    let mut words = mark_ranges(&paragraph[from..to], &inside);
    if from > 0 {
        words.runs.insert(0, ("… ".to_string(), false));
    }
    if to < paragraph.len() {
        words.runs.push((" …".to_string(), false));
    }
    words
}

impl MarkedText {
    /// The number of different words that are marked.
    fn distinct_mark_count(&self) -> usize {
        let marked: Vec<&String> = self.runs.iter().filter(|(_, is_found)| *is_found).map(|(words, _)| words).collect();
        let is_first = |n: &usize| !marked[..*n].iter().any(|earlier| earlier.eq_ignore_ascii_case(marked[*n]));
        (0..marked.len()).filter(is_first).count()
    }
}

/// A text with these ranges marked.
fn mark_ranges(text: &str, marks: &[Range<usize>]) -> MarkedText {
    let mut runs = Vec::new();
    let mut at = 0;
    for mark in marks {
        runs.push((text[at..mark.start].to_string(), false));
        runs.push((text[mark.clone()].to_string(), true));
        at = mark.end;
    }
    runs.push((text[at..].to_string(), false));
    runs.retain(|(words, _)| !words.is_empty());
    MarkedText { runs }
}
