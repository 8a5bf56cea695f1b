//! Short forms that reports spell out, for questions and flash cards.
//!
//! The definitions of the glossary become cards in the same way: this is the only place that lists them.

use crate::topics::{CHOICE_COUNT, Choices};
use corpus::Corpus;
use explore::pages::Link;
use explore::pages::abbreviations::line_link;
use fastrand::Rng;
use model::folding::fold_phrase;

/// A short form with what reports say it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortForm {
    /// The short form, as the first report prints it: "ASB".
    pub short: String,
    /// What that report says it stands for.
    pub long: String,
    /// Everything that reports say it stands for, folded.
    all_long: Vec<String>,
    /// Where that report says so: its index in the corpus, and the line.
    place: (usize, u32),
}

/// All short forms, each once, in the order of the reports. A plural is not another short form.
pub fn short_forms(corpus: &Corpus) -> Vec<ShortForm> {
    let mut forms: Vec<ShortForm> = Vec::new();
    let reports = corpus.reports.iter().enumerate().filter(|(_, report)| !report.id.is_opened());
    for (n, report) in reports {
        for found in &report.abbreviations {
            let long = fold_phrase(&found.long);
            match forms.iter_mut().find(|form| singular(&form.short) == singular(&found.short)) {
                Some(form) => form.all_long.push(long),
                None => forms.push(ShortForm {
                    short: found.short.clone(),
                    long: found.long.clone(),
                    all_long: vec![long],
                    place: (n, found.passages.first().map_or(1, |passage| passage.lines[0])),
                }),
            }
        }
    }
    forms
}

/// A short form without the ending of the plural, in small letters.
fn singular(short: &str) -> String {
    let folded = fold_phrase(short);
    folded.strip_suffix('s').map_or(folded.clone(), str::to_string)
}

/// The first letters of the words of a folded text.
fn initials(long: &str) -> String {
    long.split_whitespace().filter_map(|word| word.chars().next()).collect()
}

impl ShortForm {
    /// Its name in the ids of cards.
    pub fn id(&self) -> String {
        singular(&self.short)
    }

    /// The place where a report says what it stands for.
    pub fn place(&self, corpus: &Corpus) -> Option<Link> {
        let (report, line) = self.place;
        Some(line_link(corpus.reports.get(report)?, line))
    }

    /// Whether what another short form stands for could be taken for what this one does.
    fn could_be(&self, other: &ShortForm) -> bool {
        let (one, two) = (singular(&self.short), singular(&other.short));
        let letters: String = one.chars().filter(char::is_ascii_alphanumeric).collect();
        let is_like = |mine: &String, theirs: &String| mine.contains(theirs.as_str()) || theirs.contains(mine.as_str());
        one.starts_with(&two)
            || two.starts_with(&one)
            || other.all_long.iter().any(|long| initials(long) == letters)
            || self.all_long.iter().any(|mine| other.all_long.iter().any(|theirs| is_like(mine, theirs)))
    }

    /// The choices of the question what it stands for. Wrong ones begin with the same letter where there are such, because
    /// the first letter would tell.
    pub fn choices(&self, all: &[ShortForm], random: &mut Rng) -> Option<Choices> {
        let own = all.iter().position(|form| std::ptr::eq(form, self))?;
        let mut order: Vec<usize> = (0..all.len()).collect();
        random.shuffle(&mut order);
        let first = |n: usize| fold_phrase(&all[n].long).chars().next();
        let mut chosen = vec![own];
        for begins_alike in [true, false] {
            for n in &order {
                let is_wrong = !chosen.iter().any(|other| all[*other].could_be(&all[*n]));
                if chosen.len() < CHOICE_COUNT && is_wrong && (first(*n) == first(own)) == begins_alike {
                    chosen.push(*n);
                }
            }
        }
        random.shuffle(&mut chosen);
        let right = chosen.iter().position(|n| *n == own)?;
        (chosen.len() > 1).then(|| Choices {
            context: String::new(),
            texts: chosen.iter().map(|n| all[*n].long.clone()).collect(),
            right,
            statement: self.statement(),
            said: None,
        })
    }

    /// What it stands for, as a sentence.
    pub fn statement(&self) -> String {
        format!("“{}” is short for “{}”.", self.short, self.long)
    }
}
