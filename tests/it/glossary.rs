//! The glossary: its entries are what the reports say, each once, and every page that names a term leads to its entry.

use crate::prerendered;
use corpus::{Glossary, GlossaryEntry, NameGroup, TermDefinition};
use explore::pages::terms::terms_in;
use model::Report;
use std::collections::{BTreeMap, BTreeSet};
use tests::repository;

fn glossary() -> &'static Glossary {
    repository::fixture().library().glossary().expect("the glossary was collected")
}

#[track_caller]
fn entry(id: &str) -> &'static GlossaryEntry {
    glossary().entries.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no entry {id}"))
}

fn report(id: &str) -> &'static Report {
    repository::fixture().source_of_report(id).report()
}

/// Whether the report at a place gives this definition there.
fn is_given(found: &TermDefinition) -> bool {
    let is_at = |lines: [u32; 2]| found.place.lines[0] <= lines[0] && lines[1] <= found.place.lines[1];
    report(found.place.report.as_str())
        .definitions
        .iter()
        .any(|given| given.text == found.text && given.passages.iter().all(|passage| is_at(passage.lines)))
}

#[test]
fn every_definition_and_long_form_is_in_a_report_at_its_place_and_none_is_lost() {
    let names = glossary().names.iter().flat_map(|name| &name.definitions);
    let definitions: Vec<_> = glossary().entries.iter().flat_map(|entry| &entry.definitions).chain(names).collect();
    for found in &definitions {
        assert!(is_given(found), "no report gives: {}", found.text);
    }
    let given: usize = repository::fixture().reports().iter().map(|report| report.definitions.len()).sum();
    assert_eq!(definitions.len(), given);
    for form in glossary().entries.iter().flat_map(|entry| &entry.long_forms) {
        let first = &form.places[0];
        let mut forms = report(first.report.as_str()).abbreviations.iter();
        assert!(forms.any(|other| other.long == form.text), "no report spells out {}", form.text);
    }
}

#[test]
fn an_id_leads_to_one_entry_only() {
    let mut seen = BTreeSet::new();
    for entry in &glossary().entries {
        for id in std::iter::once(&entry.id).chain(&entry.other_ids) {
            assert!(seen.insert(id), "two entries have the id {id}");
        }
    }
}

#[test]
fn spellings_plurals_and_wordings_of_all_reports_share_one_entry() {
    let marac = entry("marac");
    assert_eq!((marac.headword.as_str(), marac.long_forms.len(), marac.definitions.len()), ("MARAC", 1, 2));
    let reports: BTreeSet<&str> = marac.long_forms[0].places.iter().map(|place| place.report.as_str()).collect();
    assert_eq!(reports.len(), 3, "{reports:?}");
    assert_eq!(entry("snt").spellings, ["SNTs"]);
    assert_eq!(entry("morile").spellings, ["MORILE"]);
    let wordings: Vec<&str> = entry("htcu").long_forms.iter().map(|form| form.text.as_str()).collect();
    assert_eq!(wordings, ["hi-tech crime unit", "high-tech crime unit"]);
    assert!(entry("spr").definitions.len() == 2 && entry("thrive").definitions.len() >= 3);
}

#[test]
fn terms_that_a_report_links_are_explained_where_any_report_defines_them_and_else_listed_as_unexplained() {
    for report in repository::fixture().reports() {
        for (finding, term) in report.findings.iter().flat_map(|f| f.terms.iter().map(move |term| (f, term))) {
            let leads = |entry: &&GlossaryEntry| entry.linked_by.contains(&finding.key);
            assert!(glossary().entries.iter().any(|entry| leads(&entry)), "{term} has no entry");
        }
    }
    assert!(
        entry("thrive").is_explained() && !entry("thrive").linked_by.is_empty(),
        "THRIVE is defined in other reports"
    );
    assert!(!entry("street-triage").is_explained() && !entry("street-triage").linked_by.is_empty());
    let page = prerendered::page_at("glossary/").visible_text();
    let (_, unexplained) = page.split_once("Unexplained in the reports held").expect("the section is there");
    assert!(unexplained.contains("street triage") && !unexplained.contains("THRIVE"), "{unexplained}");
}

#[test]
fn grades_have_the_words_of_the_report_that_explains_them_or_the_page_that_a_report_names() {
    let of_group = |group| glossary().names.iter().filter(move |name| name.group == group);
    for name in of_group(NameGroup::Grade) {
        let is_explained = !name.definitions.is_empty();
        // Adequate is a grade since 2021/22: the page that a report of 2016 leads to says nothing of it.
        let is_of_then = name.name != "Adequate";
        assert_eq!(!is_explained && is_of_then, name.elsewhere.is_some(), "{}", name.name);
    }
    assert_eq!(of_group(NameGroup::Kind).count(), 10);
    assert_eq!(of_group(NameGroup::State).count(), 5);
    let page = prerendered::page_at("glossary/").visible_text();
    assert!(page.contains("No report held defines it."));
}

#[test]
fn a_page_of_the_inspectorate_is_named_in_the_words_and_at_the_line_that_the_table_gives() {
    for page in glossary().names.iter().filter_map(|name| name.elsewhere.as_ref()) {
        let text = &repository::fixture().source_of_report(page.report.as_str()).text;
        let from_line: Vec<&str> = text.lines().skip(page.line as usize - 1).collect();
        let words = from_line.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            words.starts_with(&page.quote)
                || words.split_once(". ").is_some_and(|(_, rest)| rest.starts_with(&page.quote)),
            "{}",
            page.quote
        );
        assert!(text.contains(&page.address), "{}", page.address);
    }
}

#[test]
fn the_bundle_has_only_definitions_of_what_a_finding_contains() {
    let corpus = repository::fixture().corpus();
    assert!(corpus.reports.iter().all(|report| report.definitions.is_empty()));
    let explained: Vec<&str> = corpus.explanations.iter().map(|found| found.short.as_str()).collect();
    assert!(
        explained.contains(&"THRIVE") && explained.contains(&"MARAC") && !explained.contains(&"SPR"),
        "{explained:?}"
    );
    let texts: Vec<&str> = corpus.findings().flat_map(|(_, finding)| finding.texts()).collect();
    for term in explained {
        assert!(texts.iter().any(|text| text.contains(term)), "{term}");
    }
}

/// The terms that are no short forms, each with the findings in which it is explained.
fn terms_in_findings() -> BTreeMap<String, BTreeSet<String>> {
    let corpus = repository::fixture().corpus();
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    for (report, finding) in corpus.findings() {
        for term in terms_in(corpus, report, finding).into_iter().filter(|term| term.long.is_empty()) {
            found.entry(term.short).or_default().insert(finding.key.to_string());
        }
    }
    found
}

#[test]
fn a_defined_term_is_explained_in_the_findings_of_its_report_and_a_footnote_on_several_words_in_all() {
    let found = terms_in_findings();
    let reports_of = |term: &str| -> BTreeSet<&str> {
        let keys = found.get(term).into_iter().flatten();
        keys.filter_map(|key| key.split('/').next()).collect()
    };
    assert_eq!(reports_of("outcome 16"), ["warwickshire-2021-22-peel"].into());
    assert_eq!(reports_of("restorative justice"), ["warwickshire-2014-crime"].into());
    // Other reports have the word too, but only this one says what it means by it.
    assert_eq!(reports_of("vulnerable"), ["west-midlands-2016-effectiveness"].into());
    // A footnote of the report of West Midlands.
    assert_eq!(reports_of("evidential difficulties"), ["warwickshire-2021-22-peel"].into());
    // A procedure of Warwickshire is called "safeguard", but its findings have the verb.
    for word in ["good", "outstanding", "inadequate", "requires improvement", "safeguard"] {
        assert!(!found.contains_key(word), "{word}");
    }
}

#[test]
fn the_page_of_a_finding_explains_each_term_where_it_stands_with_the_words_of_the_report() {
    let key = "warwickshire-2021-22-peel/area-for-improvement/the-force-needs-to-put-in-place-appropriate";
    let page = prerendered::page_at(&format!("finding/{key}/"));
    assert!(page.html.contains(">outcome 16</button>"), "the term opens nothing");
    assert!(
        page.visible_text().contains("the victim didn't support or withdrew their support"),
        "the definition is not there"
    );
    assert!(page.html.contains("glossary/#term-outcome-16"));
}

#[test]
fn a_term_in_a_finding_opens_an_explanation_with_the_words_of_a_report_and_a_link_to_its_entry() {
    let key =
        "warwickshire-2021-22-peel/main-finding/there-are-effective-multi-agency-safeguarding-arrangements-in-place";
    let page = prerendered::page_at(&format!("finding/{key}/"));
    let notes: BTreeSet<String> = page.attribute_values("id").filter(|id| id.starts_with("term-note-")).collect();
    let opened: BTreeSet<String> = page.attribute_values("popovertarget").collect();
    assert!(!notes.is_empty() && opened == notes, "{opened:?} {notes:?}");
    assert!(page.visible_text().contains("is a meeting where information is shared"), "the definition is not there");
    for term in ["marac", "multi-agency-risk-assessment-conference-marac", "independent-domestic-violence-advisers"] {
        assert!(page.html.contains(&format!("glossary/#term-{term}")), "{term}");
    }
}
