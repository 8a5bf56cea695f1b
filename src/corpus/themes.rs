//! Labels findings with themes, ahead of time.

use crate::Corpus;
use crate::collection::{CollectError, read_rows};
use model::folded_text::{FoldedText, Needle, fold_words};
use model::{Finding, Theme};
use serde::Deserialize;

#[derive(Deserialize)]
struct ThemeRow {
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
    for row in read_rows::<ThemeRow>("themes.csv", themes_csv)? {
        match themes.iter_mut().find(|theme| theme.id == row.theme) {
            Some(theme) => theme.words.push(row.words),
            None => {
                themes.push(Theme { id: row.theme, name: row.name, words: vec![row.words], findings: Vec::new() });
            }
        }
    }
    for (r, report) in corpus.reports.iter().enumerate() {
        for (f, finding) in report.findings.iter().enumerate() {
            let texts = folded_texts(finding);
            let is_found = |words: &String| texts.iter().any(|text| text.has_match(&Needle::prefix(fold_words(words))));
            let matching = themes.iter_mut().filter(|theme| theme.words.iter().any(is_found));
            matching.for_each(|theme| theme.findings.push([r, f]));
        }
    }
    Ok(themes)
}

/// The texts of a finding, folded for searching.
fn folded_texts(finding: &Finding) -> Vec<FoldedText> {
    std::iter::once(&finding.text)
        .chain(&finding.items)
        .chain(&finding.body)
        .map(|text| FoldedText::new(text))
        .collect()
}
