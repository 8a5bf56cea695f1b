//! Recognises the format of a text by its phrases and its cover.

use crate::format::ReportFormat;
use crate::formats::FORMATS;
use crate::recognition::other_publications::{FOLLOW_UPS, UNREADABLE_PUBLICATIONS};
use crate::recognition::refusal::Refusal;
use crate::structure::identity::cover_text;
use intake::block::Block;
use model::folding::fold_phrase;

/// How many blocks at the start of a text are looked at for its title.
const MOST_STARTS: usize = 40;

/// The format of a text; `flat` has its words on one line, and `blocks` are those that it starts with.
///
/// The title that the cover names first decides. A text without any title may start after its cover.
///
/// # Errors
/// If no format or more than one format matches, or the text contains more than one report.
pub fn recognise_format(text: &str, flat: &str, blocks: &[Block]) -> Result<&'static ReportFormat, Refusal> {
    check_plain_text(text)?;
    let folded = fold_phrase(flat);
    let cover = fold_phrase(cover_text(flat));
    let starts: Vec<String> = blocks.iter().take(MOST_STARTS).map(|block| fold_phrase(&block.text())).collect();
    let format = match first_title(&cover, &starts) {
        Some(Publication::Unreadable(publication, missing)) => {
            return Err(Refusal::OtherPublication { publication, missing });
        }
        Some(Publication::Readable(format)) => {
            if let Some(missing) = format.required_phrases.iter().find(|group| !has_any(&folded, group)) {
                return Err(Refusal::PartOnly { format: format.name, missing: missing[0] });
            }
            format
        }
        None => recognise_by_formula(&folded, &cover)?,
    };
    if let Some(other) = FORMATS.iter().find(|other| other.name != format.name && has_whole_report(&folded, other)) {
        return Err(Refusal::TwoFormats(format.name, other.name));
    }
    if folded.matches(&fold_phrase(format.unique_phrase)).nth(1).is_some() {
        return Err(Refusal::TwoReports(format.name));
    }
    Ok(format)
}

/// A publication, by its title.
enum Publication {
    /// A report in a format that can be read.
    Readable(&'static ReportFormat),
    /// Another one: what it is, and why it cannot be read.
    Unreadable(&'static str, &'static str),
}

/// The publication whose title comes first on a folded cover: a report on legitimacy may quote the title of one on
/// effectiveness.
fn first_title(cover: &str, starts: &[String]) -> Option<Publication> {
    if let Some((_, name, missing)) = FOLLOW_UPS.iter().find(|(sign, ..)| cover.contains(sign)) {
        return Some(Publication::Unreadable(name, missing));
    }
    let readable =
        FORMATS.iter().filter_map(|format| Some((title_place(cover, format, starts)?, Publication::Readable(format))));
    let unreadable = UNREADABLE_PUBLICATIONS
        .iter()
        .filter_map(|(sign, name, missing)| Some((cover.find(sign)?, Publication::Unreadable(name, missing))));
    readable.chain(unreadable).min_by_key(|(at, _)| *at).map(|(_, publication)| publication)
}

/// Where a folded text first has one of the titles of a format, and not a reference to it. `starts` are folded blocks from
/// its start: what begins a block is no reference, even if the block above ends with "report".
fn title_place(folded: &str, format: &ReportFormat, starts: &[String]) -> Option<usize> {
    // "In PEEL: Police effectiveness 2017 the inspectors found" refers to a report and is not a title.
    const BEFORE_REFERENCE: [&str; 8] = ["in", "our", "the", "of", "see", "from", "report", "and"];
    let is_referred =
        |at: usize| folded[..at].split_whitespace().next_back().is_some_and(|word| BEFORE_REFERENCE.contains(&word));
    let place = |title: &&str| {
        let title = fold_phrase(title);
        // A title may be on several lines, each a block: "PEEL 2021/22".
        let begins =
            |start: &String| start.starts_with(&title) || (start.len() >= 5 && title.starts_with(start.as_str()));
        let begins_block = starts.iter().any(begins);
        folded.match_indices(&title).map(|(at, _)| at).find(|at| begins_block || !is_referred(*at))
    };
    format.titles.iter().filter_map(place).min()
}

/// The format of a text without a known title.
///
/// # Errors
/// If its cover has an unknown title, or its phrases are not those of exactly one format.
fn recognise_by_formula(folded: &str, cover: &str) -> Result<&'static ReportFormat, Refusal> {
    const ANY_TITLE: [&str; 2] = ["peel: police ", "peel 20"];
    if let Some(format) = FORMATS.iter().find(|format| format.signs().all(|group| has_any(folded, group)))
        && ANY_TITLE.iter().any(|words| cover.contains(words))
    {
        return Err(Refusal::OtherCover { format: format.name, title: format.titles[0] });
    }
    let is_certain = |format: &&ReportFormat| {
        !format.formula.is_empty() && format.formula.iter().all(|group| has_any(folded, group))
    };
    let mut found = FORMATS.iter().filter(is_certain);
    match (found.next(), found.next()) {
        (Some(format), None) => Ok(format),
        (Some(one), Some(other)) => Err(Refusal::TwoFormats(one.name, other.name)),
        (None, _) => Err(explain_refusal(folded)),
    }
}

/// Whether a folded text has one of these phrases.
fn has_any(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| folded.contains(&fold_phrase(phrase)))
}

/// Whether a folded text contains a report of this format, and not only a reference to one.
fn has_whole_report(folded: &str, format: &ReportFormat) -> bool {
    let mut groups = format.required_phrases.iter().chain(format.formula);
    title_place(folded, format, &[]).is_some()
        && groups.all(|group| has_any(folded, group))
        && folded.contains(&fold_phrase(format.unique_phrase))
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
        let missing = format.signs().find(|group| !has_any(folded, group))?;
        // Short phrases occur in other texts too.
        let is_telling = |sign: &&str| sign.len() > 30 && has_any(folded, &[sign]);
        format
            .signs()
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
