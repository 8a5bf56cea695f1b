//! Recognises the format of a text by its phrases and its cover.

use crate::format::ReportFormat;
use crate::formats::FORMATS;
use crate::recognition::other_publications::UNREADABLE_PUBLICATIONS;
use crate::recognition::refusal::Refusal;
use crate::structure::identity::cover_text;
use model::folding::fold_phrase;

/// The format of a text; `flat` has its words on one line.
///
/// # Errors
/// If no format or more than one format matches, or the text contains more than one report.
pub fn recognise_format(text: &str, flat: &str) -> Result<&'static ReportFormat, Refusal> {
    check_plain_text(text)?;
    let folded = fold_phrase(flat);
    let has = |sign: &&str| folded.contains(&fold_phrase(sign));
    let mut found = FORMATS.iter().filter(|format| format.required_phrases.iter().all(|group| group.iter().any(has)));
    match (found.next(), found.next()) {
        (Some(format), None) if !is_named_on_cover(format, &fold_phrase(cover_text(flat)))? => {
            Err(Refusal::OtherCover { format: format.name, title: format.title })
        }
        (Some(format), None) if folded.matches(&fold_phrase(format.unique_phrase)).nth(1).is_some() => {
            Err(Refusal::TwoReports(format.name))
        }
        (Some(format), None) => Ok(format),
        (Some(one), Some(other)) => Err(Refusal::TwoFormats(one.name, other.name)),
        (None, _) => Err(explain_refusal(&folded)),
    }
}

/// Whether the cover has the title of the format, or the text may start after its cover and has no title.
///
/// # Errors
/// If the cover names another publication first: a report on legitimacy may quote the title of one on effectiveness.
fn is_named_on_cover(format: &ReportFormat, cover: &str) -> Result<bool, Refusal> {
    const ANY_TITLE: [&str; 3] = ["peel: police ", "peel 20", "an inspection of "];
    // "In PEEL: Police effectiveness 2017 the inspectors found" refers to a report and is not a title.
    const BEFORE_REFERENCE: [&str; 8] = ["in", "our", "the", "of", "see", "from", "report", "and"];
    let is_title =
        |at: &usize| !cover[..*at].split_whitespace().next_back().is_some_and(|word| BEFORE_REFERENCE.contains(&word));
    let title = cover.match_indices(&fold_phrase(format.title)).map(|(at, _)| at).find(is_title);
    let others = UNREADABLE_PUBLICATIONS.iter().filter_map(|family| Some((cover.find(family.0)?, family)));
    match others.min_by_key(|(at, _)| *at) {
        Some((at, (_, family, missing))) if title.is_none_or(|title| at < title) => {
            Err(Refusal::OtherPublication { publication: family, missing })
        }
        _ => Ok(title.is_some() || (format.may_lack_cover && !ANY_TITLE.iter().any(|words| cover.contains(words)))),
    }
}

/// Why a text that matches no format is refused, as precisely as can be determined.
fn explain_refusal(folded: &str) -> Refusal {
    /// How far from the start a title may be, in characters.
    const FRONT: usize = 3000;
    let front = folded.char_indices().nth(FRONT).map_or(folded, |(at, _)| &folded[..at]);
    if let Some((_, family, missing)) = UNREADABLE_PUBLICATIONS.iter().find(|(sign, ..)| front.contains(sign)) {
        return Refusal::OtherPublication { publication: family, missing };
    }
    let partly = FORMATS.iter().find_map(|format| {
        let mut groups = format.required_phrases.iter();
        let missing = groups.find(|group| !group.iter().any(|sign| folded.contains(&fold_phrase(sign))))?;
        // Short phrases occur in other texts too.
        let is_telling = |sign: &&str| sign.len() > 30 && folded.contains(&fold_phrase(sign));
        format
            .required_phrases
            .iter()
            .any(|group| group.iter().any(is_telling))
            .then_some(Refusal::PartOnly { format: format.name, missing: missing[0] })
    });
    partly.unwrap_or(Refusal::UnknownFormat)
}

/// Refuses texts that are not plain prose: without words, web pages, JSON or tables.
fn check_plain_text(text: &str) -> Result<(), Refusal> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = start.chars().take(20).collect::<String>().to_ascii_lowercase();
    if !text.contains(char::is_alphabetic) {
        return Err(Refusal::NoWords);
    }
    if ["<!doctype", "<html", "<?xml"].iter().any(|sign| lower.starts_with(sign)) {
        return Err(Refusal::NotPlain("the source of a web page"));
    }
    if lower.starts_with(['{', '[']) && start.trim_end().ends_with(['}', ']']) {
        return Err(Refusal::NotPlain("JSON"));
    }
    let is_record = |line: &str| line.matches(',').count() >= 3 && !line.contains(", ");
    if start.lines().next().is_some_and(is_record) {
        return Err(Refusal::NotPlain("a table of comma-separated values"));
    }
    Ok(())
}
