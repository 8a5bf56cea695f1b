//! The themes of the findings on each force, each with the words of one of them, prepared ahead of time.

use crate::pages::findings::{MarkedText, snippet_around};
use crate::pages::phrasing;
use corpus::Corpus;
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{Finding, Report, Theme, ThemeExample};
use std::collections::BTreeMap;

/// Adds the examples to the data.
#[must_use]
pub fn with_theme_examples(corpus: Corpus) -> Corpus {
    let mut of_forces: BTreeMap<&str, Vec<ThemeExample>> = BTreeMap::new();
    for theme in &corpus.themes {
        for example in examples_of(&corpus, theme) {
            of_forces.entry(corpus.force(&example.force).map_or("", |force| &force.name)).or_default().push(example);
        }
    }
    let theme_examples = of_forces.into_values().flatten().collect();
    Corpus { theme_examples, ..corpus }
}

/// An example of a theme for each force that has findings with its label.
fn examples_of(corpus: &Corpus, theme: &Theme) -> Vec<ThemeExample> {
    let mut of_forces: BTreeMap<&str, Vec<(&Report, &Finding)>> = BTreeMap::new();
    for [report, finding] in &theme.findings {
        let Some(report) = corpus.reports.get(*report) else { continue };
        let Some(finding) = report.findings.get(*finding) else { continue };
        of_forces.entry(report.force.id.as_str()).or_default().push((report, finding));
    }
    of_forces.into_values().filter_map(|findings| example_among(theme, &findings)).collect()
}

/// The example among the findings on one force. They are sorted, and the reports are in order of date.
fn example_among(theme: &Theme, findings: &[(&Report, &Finding)]) -> Option<ThemeExample> {
    let newest = findings.last().map(|(report, _)| &report.id)?;
    let on_theme = findings.iter().filter(|(report, _)| report.id == *newest);
    let places = on_theme.filter_map(|(report, finding)| Some((report, finding, place_of_theme(theme, finding)?)));
    // A finding that names the theme in its own words, and early, comes before one that only explains it so.
    let (report, shown, (_, words)) = places.min_by_key(|(_, _, (place, _))| *place)?;
    let mut parts = <[String; 3]>::default();
    for (run, is_marked) in words.runs {
        let part = if is_marked { 1 } else { 2 * usize::from(!parts[1].is_empty()) };
        parts[part].push_str(&run);
    }
    Some(ThemeExample {
        force: report.force.id.clone(),
        theme: theme.id.clone(),
        findings: findings.len(),
        example: shown.key.clone(),
        source: format!("{}, {}", shown.kind.name(), phrasing::report_name(report)),
        words: parts,
    })
}

/// Where a finding first has a word of a theme: the number of its paragraph and the place in it, and the words around.
fn place_of_theme(theme: &Theme, finding: &Finding) -> Option<((usize, usize), MarkedText)> {
    let needles: Vec<Needle> = theme.words.iter().map(|words| Needle::prefix(fold_words(words))).collect();
    finding.texts().enumerate().find_map(|(n, text)| {
        let folded = FoldedText::new(text);
        let first = needles.iter().flat_map(|needle| folded.find_matches(needle)).min_by_key(|found| found.start)?;
        Some(((n, first.start), snippet_around(text, &first, std::slice::from_ref(&first))))
    })
}
