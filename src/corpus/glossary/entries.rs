//! Merges the short forms and terms of all reports.

use crate::glossary::{GlossaryEntry, LongForm, TermDefinition, TextPlace};
use model::folding::fold_phrase;
use model::sorted_list::insert_unique;
use model::{Report, slugify, term_id};
use std::collections::{BTreeMap, BTreeSet};

/// The entries of these reports, oldest first, in alphabetical order of their headwords.
pub fn collect_entries(reports: &[&Report]) -> Vec<GlossaryEntry> {
    let mut collection = Collection::default();
    for report in reports {
        collection.add_short_forms(report);
    }
    collection.add_names_of_long_forms();
    reports.iter().for_each(|report| collection.add_links(report));
    reports.iter().for_each(|report| collection.add_definitions(report));
    let mut entries: Vec<GlossaryEntry> = collection.entries.into_values().map(with_headword).collect();
    add_ids_of_spellings(&mut entries);
    entries.sort_by_cached_key(|entry| (fold_phrase(&entry.headword), entry.id.clone()));
    entries
}

/// The entries so far, by id.
#[derive(Default)]
struct Collection {
    entries: BTreeMap<String, GlossaryEntry>,
    /// The id of the short form for each id of its words; `None` if two short forms stand for the same words.
    by_long_form: BTreeMap<String, Option<String>>,
}

impl Collection {
    fn add_short_forms(&mut self, report: &Report) {
        for form in &report.abbreviations {
            let entry = self.entry(&term_id(&form.short));
            add_spelling(entry, &form.short);
            let again = form.again.iter().map(|repetition| &repetition.passages);
            let mut places: Vec<TextPlace> =
                std::iter::once(&form.passages).chain(again).map(|passages| TextPlace::new(report, passages)).collect();
            places.dedup();
            let key = term_id(&form.long);
            match entry.long_forms.iter_mut().find(|other| term_id(&other.text) == key) {
                Some(other) => other.places.extend(places),
                None => entry.long_forms.push(LongForm { text: form.long.clone(), places }),
            }
        }
    }

    /// Makes the words that a short form stands for another name of it.
    fn add_names_of_long_forms(&mut self) {
        for entry in self.entries.values() {
            for form in &entry.long_forms {
                let known = self.by_long_form.entry(term_id(&form.text)).or_insert_with(|| Some(entry.id.clone()));
                if known.as_ref() != Some(&entry.id) {
                    *known = None;
                }
            }
        }
        for (name, id) in &self.by_long_form {
            let entry = id.as_ref().and_then(|id| self.entries.get_mut(id));
            if let Some(entry) = entry.filter(|entry| entry.id != *name) {
                entry.other_ids.push(name.clone());
            }
        }
    }

    fn add_definitions(&mut self, report: &Report) {
        for found in &report.definitions {
            let id = self.id_of(&found.term);
            let entry = self.entry(&id);
            if entry.long_forms.is_empty() {
                add_spelling(entry, &found.term);
            }
            entry.definitions.push(TermDefinition {
                term: found.term.clone(),
                text: found.text.clone(),
                kind: found.kind,
                place: TextPlace::new(report, &found.passages),
            });
        }
    }

    fn add_links(&mut self, report: &Report) {
        for finding in &report.findings {
            for term in &finding.terms {
                let id = self.id_of(term);
                let entry = self.entry(&id);
                if entry.long_forms.is_empty() {
                    add_spelling(entry, term);
                }
                insert_unique(&mut entry.linked_as, term.clone());
                if !entry.linked_by.contains(&finding.key) {
                    entry.linked_by.push(finding.key.clone());
                }
            }
        }
    }

    /// The id of the entry of a term: that of a short form which it contains in brackets or which stands for it.
    fn id_of(&self, term: &str) -> String {
        let id = term_id(term);
        let in_brackets = term.split(['(', ')']).map(term_id).find(|part| self.is_short_form(part));
        let known = if self.is_short_form(&id) { Some(id.clone()) } else { in_brackets.filter(|_| term.contains('(')) };
        let of_long_form = || self.by_long_form.get(&id).cloned().flatten();
        known.or_else(of_long_form).or_else(|| self.id_of_first_words(term)).unwrap_or(id)
    }

    /// The id of the entry that a term names together with what it is: "ARMS assessment", "the 101 service".
    fn id_of_first_words(&self, term: &str) -> Option<String> {
        const KINDS: [&str; 10] = [
            "approach",
            "assessment",
            "assessments",
            "framework",
            "method",
            "methodology",
            "model",
            "service",
            "system",
            "tool",
        ];
        let (first, kind) = term.rsplit_once(' ')?;
        let id = Some(term_id(first)).filter(|_| KINDS.contains(&kind))?;
        let is_term =
            self.entries.get(&id).is_some_and(|entry| !entry.long_forms.is_empty() || !entry.linked_by.is_empty());
        is_term.then_some(id)
    }

    fn is_short_form(&self, id: &str) -> bool {
        self.entries.get(id).is_some_and(|entry| !entry.long_forms.is_empty())
    }

    fn entry(&mut self, id: &str) -> &mut GlossaryEntry {
        let new = || GlossaryEntry { id: id.to_string(), ..GlossaryEntry::default() };
        self.entries.entry(id.to_string()).or_insert_with(new)
    }
}

/// Adds the ids by which pages lead to an entry: they use the term as it is printed.
fn add_ids_of_spellings(entries: &mut [GlossaryEntry]) {
    let mut taken: BTreeSet<String> =
        entries.iter().flat_map(|entry| entry.other_ids.iter().chain([&entry.id]).cloned()).collect();
    for entry in entries {
        let defined = entry.definitions.iter().map(|definition| &definition.term);
        let printed = entry.spellings.iter().chain([&entry.headword]).chain(&entry.linked_as).chain(defined);
        let printed = printed.map(|term| slugify(term));
        let new: Vec<String> = printed.filter(|id| taken.insert(id.clone())).collect();
        entry.other_ids.extend(new);
    }
}

fn add_spelling(entry: &mut GlossaryEntry, spelling: &str) {
    insert_unique(&mut entry.spellings, spelling.to_string());
}

/// Makes the shortest spelling the headword; of two, the one in lower case, which does not begin a sentence.
fn with_headword(mut entry: GlossaryEntry) -> GlossaryEntry {
    let capitals = |spelling: &str| spelling.chars().filter(|c| c.is_uppercase()).count();
    let rank = |spelling: &&String| (spelling.chars().count(), capitals(spelling), (*spelling).clone());
    entry.headword = entry.spellings.iter().min_by_key(rank).cloned().unwrap_or_default();
    entry.spellings.retain(|spelling| *spelling != entry.headword);
    entry
}
