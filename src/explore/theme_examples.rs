//! The themes of the findings on each force, each with the words of one of them, prepared ahead of time.

use crate::pages::findings::{MarkedText, snippet_around};
use crate::pages::phrasing;
use corpus::Corpus;
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{Finding, Force, Report, Theme, ThemeExample};

/// Adds the examples to the data.
#[must_use]
pub fn with_theme_examples(corpus: Corpus) -> Corpus {
    let pairs = corpus.forces.iter().flat_map(|force| corpus.themes.iter().map(move |theme| (force, theme)));
    let theme_examples = pairs.filter_map(|(force, theme)| example_of(&corpus, force, theme)).collect();
    Corpus { theme_examples, ..corpus }
}

/// The example of a theme among the findings on a force. Positions are sorted, and the reports are in order of date.
fn example_of(corpus: &Corpus, force: &Force, theme: &Theme) -> Option<ThemeExample> {
    let finding = |[report, finding]: &[usize; 2]| {
        let report = corpus.reports.get(*report).filter(|report| report.force.id == force.id)?;
        Some((report, report.findings.get(*finding)?))
    };
    let findings: Vec<(&Report, &Finding)> = theme.findings.iter().filter_map(finding).collect();
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
        source: format!("{}, {}", phrasing::kind_of_finding(report, shown), phrasing::report_name(report)),
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
