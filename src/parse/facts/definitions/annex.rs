//! Glossaries printed in a report, and the paragraphs in which it says what its grades mean.

use crate::facts::definitions::words::Words;
use std::ops::Range;

/// What the headings and paragraphs so far say of the next one.
#[derive(Default)]
pub struct Section {
    /// Whether it is in a glossary.
    is_glossary: bool,
    /// Whether it is in a list of what the grades mean.
    explains_grades: bool,
    /// The heading above it.
    pub heading: Option<String>,
}

impl Section {
    /// Notes a heading.
    pub fn enter(&mut self, heading: &str) {
        let folded = model::folding::fold_phrase(heading);
        let is_glossary = ["glossary", "definitions", "terms used"].iter().any(|name| folded.ends_with(name))
            || folded.contains("definitions and interpretation");
        // Below the heading of a glossary, short headings are its entries' letters.
        self.is_glossary = is_glossary || (self.is_glossary && folded.chars().count() == 1);
        self.explains_grades = false;
        self.heading = Some(heading.to_string());
    }

    /// Notes a paragraph that is no heading.
    pub fn pass(&mut self, text: &str, is_item: bool) {
        if !is_item {
            let folded = model::folding::fold_phrase(text);
            let names = ["categories", "grades", "judgments"].iter().any(|word| folded.contains(word));
            let explains =
                folded.ends_with("considers whether") || folded.ends_with("means that") || folded.ends_with("mean");
            self.explains_grades = names && explains;
        }
    }

    /// The term and the words that explain it, if a paragraph is an entry of a glossary: "Term – words", "Term: words",
    /// or a row of a table.
    pub fn glossary_entry(&self, text: &str) -> Option<Range<usize>> {
        const LONGEST_TERM: usize = 60;
        if !self.is_glossary {
            return None;
        }
        let end = ["\t", " – ", " — ", " - ", ": "].iter().filter_map(|sign| text.find(sign)).min()?;
        let has_words = text[end..].split_whitespace().count() > 3;
        (end > 0 && end <= LONGEST_TERM && has_words).then_some(0..end)
    }

    /// The grades that a list item explains.
    pub fn grades_in(&self, text: &str) -> Vec<String> {
        const GRADES: [&str; 5] = ["outstanding", "good", "adequate", "requires improvement", "inadequate"];
        if !self.explains_grades {
            return Vec::new();
        }
        let words = Words::new(text);
        let is_said = |grade: &&&str| (0..words.len()).any(|n| words.match_phrase(n, grade).is_some());
        GRADES.iter().filter(is_said).map(|grade| (*grade).to_string()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_only_below_the_heading_of_a_glossary() {
        let mut section = Section::default();
        let entry = "Golden hour – the first hour after a crime";
        assert_eq!(section.glossary_entry(entry), None);
        section.enter("Annex B – Glossary");
        assert_eq!(section.glossary_entry(entry).map(|term| &entry[term]), Some("Golden hour"));
        section.enter("Introduction");
        assert_eq!(section.glossary_entry(entry), None);
    }

    #[test]
    fn list_items_explain_grades_after_the_words_that_say_so() {
        let mut section = Section::default();
        section.pass("In applying the categories we consider:", false);
        assert!(section.grades_in("the force is good").is_empty());
        section.pass("In applying the categories HMIC considers whether:", false);
        section.pass("the force requires improvement;", true);
        assert_eq!(section.grades_in("its work is good, or outstanding;"), ["outstanding", "good"]);
    }
}
