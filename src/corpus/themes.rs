//! Labels findings with themes, ahead of time.

use crate::Corpus;
use crate::collection::{CollectError, read_rows};
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{Report, Theme};
use serde::Deserialize;

#[derive(Deserialize)]
struct ThemeRecord {
    theme: String,
    name: String,
    words: String,
}

/// Reads the table of themes and labels each finding of the corpus that contains words of a theme.
///
/// # Errors
/// If the table cannot be read.
pub fn label_findings(corpus: &Corpus, themes_csv: &str) -> Result<Vec<Theme>, CollectError> {
    let mut themes: Vec<Theme> = Vec::new();
    for row in read_rows::<ThemeRecord>("themes.csv", themes_csv)? {
        match themes.iter_mut().find(|theme| theme.id == row.theme) {
            Some(theme) => theme.words.push(row.words),
            None => {
                themes.push(Theme { id: row.theme, name: row.name, words: vec![row.words], findings: Vec::new() });
            }
        }
    }
    for (r, report) in corpus.reports.iter().enumerate() {
        for (theme, finding) in themes_of_report(&themes, report) {
            themes[theme].findings.push([r, finding]);
        }
    }
    Ok(themes)
}

/// The themes of the findings of a report: the index of the theme, and that of the finding, in the order of the findings.
pub fn themes_of_report(themes: &[Theme], report: &Report) -> Vec<(usize, usize)> {
    let needles = |theme: &Theme| theme.words.iter().map(|words| Needle::prefix(fold_words(words))).collect();
    let needles: Vec<Vec<Needle>> = themes.iter().map(needles).collect();
    let mut found = Vec::new();
    for (f, finding) in report.findings.iter().enumerate() {
        let texts: Vec<FoldedText> = finding.texts().map(FoldedText::new).collect();
        let is_found = |needle: &Needle| texts.iter().any(|text| text.has_match(needle));
        found.extend((0..themes.len()).filter(|t| needles[*t].iter().any(is_found)).map(|t| (t, f)));
    }
    found
}
