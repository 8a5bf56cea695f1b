//! The glossary page: every short form and term, with what the reports say that it means.

use crate::pages::abbreviations::{entry_anchor, line_link};
use crate::pages::{Link, phrasing};
use crate::state::{State, View};
use corpus::{Corpus, Glossary, GlossaryEntry, GlossaryName, NameGroup, TermDefinition, TextPlace};
use model::DefinitionKind;

/// The glossary page.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryPage {
    /// How many short forms and terms are explained, as a sentence.
    pub summary: String,
    /// The explained entries by their first letter.
    pub letters: Vec<LetterGroup>,
    /// The names of grades, kinds of finding and states, each group with its heading.
    pub names: Vec<(&'static str, Vec<NameRow>)>,
    /// The terms that a report links and no report held explains.
    pub unexplained: Vec<TermRow>,
}

/// The entries that begin with one letter.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterGroup {
    /// The letter; "0–9" for digits.
    pub letter: String,
    /// The id of its heading.
    pub id: String,
    /// The entries.
    pub entries: Vec<TermRow>,
}

/// A short form or term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermRow {
    /// The id of the element, and those by which its other names lead to it.
    pub ids: Vec<String>,
    /// The short form or term.
    pub headword: String,
    /// Its other spellings: "also OCGs".
    pub spellings: String,
    /// What it is short for, each with the places that spell it out.
    pub long_forms: Vec<(String, Vec<Link>)>,
    /// What reports say that it means.
    pub definitions: Vec<QuotedDefinition>,
    /// The findings in which a report links the term to its own glossary, each by its report.
    pub linked_by: Vec<Link>,
    /// A search for findings with the term.
    pub search: Link,
}

/// What a report says that a term means.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotedDefinition {
    /// The words, verbatim.
    pub text: String,
    /// How the report prints the term, if that is not how the entry does.
    pub term: Option<String>,
    /// "Footnote", or nothing.
    pub kind: &'static str,
    /// The report and line, as a link to the place.
    pub source: Link,
    /// When the report was published.
    pub published: String,
}

/// The name of a grade, kind or state.
#[derive(Clone, Debug, PartialEq)]
pub struct NameRow {
    /// The id of the element.
    pub id: String,
    /// The name.
    pub name: String,
    /// What reports say that it means.
    pub definitions: Vec<QuotedDefinition>,
    /// The words of a report that lead to a page of the inspectorate, the page, and the place of the words.
    pub elsewhere: Option<(String, Link, Link)>,
    /// A page of the inspectorate that explains it, which no report held names.
    pub page: Option<Link>,
}

/// Makes the glossary page.
pub fn glossary_page(corpus: &Corpus, glossary: &Glossary) -> GlossaryPage {
    let mut letters: Vec<LetterGroup> = Vec::new();
    for entry in glossary.entries.iter().filter(|entry| entry.is_explained()) {
        let letter = first_letter(&entry.headword);
        if letters.last().is_none_or(|group| group.letter != letter) {
            let id = format!("letter-{}", if letter.len() == 1 { &letter } else { "0" }.to_ascii_lowercase());
            letters.push(LetterGroup { letter, id, entries: Vec::new() });
        }
        letters.last_mut().expect("a group was added").entries.push(term_row(corpus, entry));
    }
    let rows = |group: NameGroup| {
        let names = glossary.names.iter().filter(move |name| name.group == group);
        names.map(|name| name_row(corpus, name)).collect::<Vec<_>>()
    };
    let unexplained = glossary.entries.iter().filter(|entry| !entry.is_explained());
    GlossaryPage {
        summary: summary(glossary),
        letters,
        names: vec![
            ("Grades", rows(NameGroup::Grade)),
            ("Kinds of finding", rows(NameGroup::Kind)),
            ("States of a judgment", rows(NameGroup::State)),
        ],
        unexplained: unexplained.map(|entry| term_row(corpus, entry)).collect(),
    }
}

fn summary(glossary: &Glossary) -> String {
    let short_forms = glossary.entries.iter().filter(|entry| !entry.long_forms.is_empty()).count();
    let defined = glossary.entries.iter().filter(|entry| !entry.definitions.is_empty()).count();
    format!(
        "{} that reports spell out, and {} that they define, in their own words.",
        phrasing::count_with_noun(short_forms, "short form", "short forms"),
        phrasing::count_with_noun(defined, "term", "terms"),
    )
}

/// The letter under which a headword is listed.
fn first_letter(headword: &str) -> String {
    match headword.chars().find(|c| c.is_alphanumeric()) {
        Some(letter) if letter.is_alphabetic() => letter.to_uppercase().collect(),
        _ => "0–9".to_string(),
    }
}

fn term_row(corpus: &Corpus, entry: &GlossaryEntry) -> TermRow {
    let search = State { query: entry.headword.clone(), ..State::for_view(View::Findings) };
    let long_form = |form: &corpus::LongForm| {
        let places = form.places.iter().filter_map(|place| place_link(corpus, place));
        (form.text.clone(), places.collect())
    };
    let linked = entry.linked_by.iter().filter_map(|key| corpus.finding(key)).map(|(report, finding)| {
        let to = State::for_view(View::Finding(finding.key.clone()));
        Link::to(&to, format!("{}, {}, {}", finding.kind.name(), report.force.name, phrasing::report_name(report)))
    });
    let ids = std::iter::once(&entry.id).chain(&entry.other_ids).map(|id| entry_anchor(id)).collect();
    TermRow {
        ids,
        headword: entry.headword.clone(),
        spellings: entry.spellings.join(", "),
        long_forms: entry.long_forms.iter().map(long_form).collect(),
        definitions: quoted_definitions(corpus, &entry.definitions, &entry.headword),
        linked_by: linked.collect(),
        search: Link::to(&search, format!("Search the findings for “{}”", entry.headword)),
    }
}

fn quoted_definitions(corpus: &Corpus, definitions: &[TermDefinition], headword: &str) -> Vec<QuotedDefinition> {
    let quoted = |found: &TermDefinition| {
        let report = corpus.report(&found.place.report)?;
        Some(QuotedDefinition {
            text: found.text.clone(),
            term: (!found.text.contains(headword) && !found.term.eq_ignore_ascii_case(headword))
                .then(|| found.term.clone()),
            kind: if found.kind == DefinitionKind::Footnote { "Footnote" } else { "" },
            source: place_link(corpus, &found.place)?,
            published: phrasing::publication_date(corpus, report),
        })
    };
    definitions.iter().filter_map(quoted).collect()
}

fn place_link(corpus: &Corpus, place: &TextPlace) -> Option<Link> {
    Some(line_link(corpus.report(&place.report)?, place.lines[0]))
}

fn name_row(corpus: &Corpus, name: &GlossaryName) -> NameRow {
    let elsewhere = name.elsewhere.as_ref().and_then(|page| {
        let place = TextPlace { report: page.report.clone(), lines: [page.line; 2] };
        let to = Link { href: page.address.clone(), text: page.address.clone() };
        Some((page.quote.clone(), to, place_link(corpus, &place)?))
    });
    NameRow {
        id: entry_anchor(&model::term_id(&name.name)),
        name: name.name.clone(),
        definitions: quoted_definitions(corpus, &name.definitions, &name.name),
        elsewhere,
        page: name.page.as_ref().map(|address| Link { href: address.clone(), text: address.clone() }),
    }
}
