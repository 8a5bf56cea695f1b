//! The identity of a report: who was inspected, by whom and when, as far as several formats print it alike.

mod force_names;

pub use force_names::{force_at_start, force_id, inspected_force, most_named_force, stated_force};

use intake::block::{Block, BlockKind};
use model::folding::fold_phrase;
use model::{Date, DateSpan, Inspectorate, Scale};

/// What a report says about itself.
pub struct ReportIdentity {
    /// The name of the force, as printed.
    pub force: String,
    /// Who inspected.
    pub inspectorate: Inspectorate,
    /// The inspection programme: "PEEL".
    pub programme: &'static str,
    /// The pillar, for a report on only one of them.
    pub pillar: Option<&'static str>,
    /// The id of the cycle.
    pub cycle: String,
    /// What was inspected, as the last part of the report's id: "effectiveness".
    pub id_suffix: &'static str,
    /// The title of the report.
    pub title: String,
    /// The date of publication, to the precision printed.
    pub published: Option<DateSpan>,
    /// When the fieldwork was done.
    pub inspected: Option<DateSpan>,
    /// The ISBN, as printed.
    pub isbn: Option<String>,
    /// The name of the inspector who signed the report.
    pub inspector: Option<String>,
    /// The scale of its grades.
    pub scale: Scale,
}

/// Whether a line gives the office of a signatory: "Her Majesty's Inspector of Constabulary".
pub fn is_office_line(line: &str) -> bool {
    const OFFICES: [&str; 4] =
        ["her majesty's inspector", "his majesty's inspector", "hm inspector", "hm chief inspector"];
    let is_one = |words: &str| {
        // "Her Majesty's Inspectorate" and the heading "HM Inspector's observations" are no offices.
        let is_office = |rest: &str| !rest.starts_with("ate") && !rest.starts_with("'s");
        OFFICES.iter().any(|office| words.strip_prefix(office).is_some_and(is_office))
    };
    line.len() < 100 && is_one(&fold_phrase(line))
}

/// The index of the block with the name of a signatory above the office, or with both.
pub fn signature_start(blocks: &[Block]) -> Option<usize> {
    let office = blocks.iter().position(|b| {
        b.kind == BlockKind::Plain
            && b.pieces
                .iter()
                .any(|piece| is_office_line(piece.text) || piece.text.ends_with(", HM Inspector of Constabulary"))
    })?;
    let has_name = !is_office_line(blocks[office].first_piece().text);
    let above = office.checked_sub(1).filter(|above| !has_name && is_name(&blocks[*above].text()));
    Some(above.unwrap_or(office))
}

/// Whether a text is a person's name and nothing else: capitalised words, without a verb or full stop.
fn is_name(text: &str) -> bool {
    const PARTICLES: [&str; 5] = ["de", "van", "von", "der", "of"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    (2..=6).contains(&words.len()) && words.iter().all(is_part) && !text.ends_with('.')
}

/// The name of the signatory, on the same line as the last "Her Majesty's Inspector of Constabulary" or the line above.
pub fn signatory_name(lines: &[&str]) -> Option<String> {
    let named = |name: &str| is_name(name).then(|| name.to_string());
    if let Some(name) = lines.iter().rev().find_map(|line| line.strip_suffix(", HM Inspector of Constabulary")) {
        return named(name);
    }
    let Some(office) = lines.iter().rposition(|line| is_office_line(line)) else {
        // All on one line: "Yours sincerely Jo Sample HM Inspector of Constabulary".
        let close = lines.iter().rev().find_map(|line| line.split_once("Yours sincerely"))?.1;
        let end = ["Her Majesty", "His Majesty", "HM Inspector"].iter().find_map(|office| close.find(office))?;
        return named(close[..end].trim_matches([' ', ',']));
    };
    named(lines.get(office.checked_sub(1)?)?)
}

/// The text between two phrases, as printed, without white space around it.
pub fn text_between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let start = text.find(before)? + before.len();
    let end = start + text[start..].find(after)?;
    Some(text[start..end].trim())
}

/// The first date in a text that is printed as `March 2018` or `3 September 2014`.
pub fn first_printed_date(text: &str) -> Option<DateSpan> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let tries = (0..words.len()).flat_map(|i| [3, 2].map(|n| words.get(i..i + n)));
    tries.flatten().find_map(|w| Date::from_printed(&w.join(" ")).map(DateSpan::single))
}

/// The cover of a report: what comes before its contents list or first heading. Some texts start after it.
pub fn cover_text(flat: &str) -> &str {
    const LONGEST: usize = 600;
    const ENDS: [&str; 6] =
        ["Contents", "CONTENTS", "Overall summary", "Introduction", "INTRODUCTION", "Force in numbers"];
    let front = flat.char_indices().nth(LONGEST).map_or(flat, |(at, _)| &flat[..at]);
    ENDS.iter().filter_map(|end| front.find(end)).min().map_or(front, |at| &front[..at])
}

/// The date printed on the cover.
pub fn cover_date(flat: &str) -> Option<DateSpan> {
    first_printed_date(cover_text(flat))
}

/// The date in the imprint at the end: "October 2022 | © HMICFRS 2022".
pub fn imprint_date(lines: &[&str]) -> Option<DateSpan> {
    lines.iter().find_map(|line| Some(line.split_once('©')?.0)).and_then(first_printed_date)
}

/// The number after "ISBN" on the cover, with 10 or 13 digits, as printed.
pub fn printed_isbn(flat: &str) -> Option<String> {
    let after = cover_text(flat).split("ISBN").nth(1)?.trim_start_matches([':', ' ']);
    let is_part = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '–' | ' ' | '\u{2011}');
    let number: String = after.chars().take_while(is_part).collect();
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    // The year of a date may follow right after it.
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (digits == 10 || digits == 13).then(|| number.to_string())
}

/// Reads `January and April 2014` or `October 2016 and January 2017` as an interval of months.
pub fn parse_month_interval(words: &str) -> Option<DateSpan> {
    let (from, to) = words.split_once(" and ")?;
    let end = Date::from_printed(to.trim_end_matches(['.', ',']))?;
    let start = Date::from_printed(from)
        .filter(|d| d.to_string().len() > 4)
        .or_else(|| Date::from_printed(&format!("{from} {}", end.year())))?;
    Some(DateSpan::between(start, end))
}
