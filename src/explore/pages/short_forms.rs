//! Short forms in the words of the report that spells them out.

use crate::pages::report::line_href;
use crate::pages::{Link, names};
use corpus::Corpus;
use model::fold::fold;

/// A short form and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShortForm {
    pub short: String,
    pub long: String,
    /// The report and the line that spell it out.
    pub place: Link,
}

/// Every short form with every meaning, each once, by its letters.
pub fn all(corpus: &Corpus) -> Vec<ShortForm> {
    let mut forms: Vec<ShortForm> = Vec::new();
    for report in &corpus.reports {
        for form in &report.abbreviations {
            let is_same = |k: &ShortForm| fold(&k.short) == fold(&form.short) && fold(&k.long) == fold(&form.long);
            if !forms.iter().any(is_same) {
                let line = form.passages.first().map_or(1, |passage| passage.lines[0]);
                let text = format!("{}, {}, line {line}", report.force.name, names::report(report));
                let place = Link { href: line_href(report, line), text };
                let at = forms.partition_point(|known| fold(&known.short) <= fold(&form.short));
                forms.insert(at, ShortForm { short: form.short.clone(), long: form.long.clone(), place });
            }
        }
    }
    forms
}

/// The short forms that stand among typed words, in the singular or plural; those of two letters, which may be words
/// as well, only where they are typed in capitals.
pub fn among(forms: &[ShortForm], typed: &str) -> Vec<ShortForm> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_typed = |form: &&ShortForm| {
        let is_form = |word: &&&str| singular(word) == singular(&form.short);
        words.iter().filter(is_form).any(|word| form.short.len() > 2 || word.starts_with(&form.short))
    };
    forms.iter().filter(is_typed).cloned().collect()
}

fn singular(word: &str) -> String {
    let word = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    word.strip_suffix('s').map_or(word.clone(), str::to_string)
}
