//! Letters to chief constables after the "Core business" inspection of 2014.
//!
//! A letter has bullets under subject headings, and no grades. Where an item runs over a page break, its lines are
//! indented by a space or separated by a blank line.

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::boxes;
use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::identity::{
    ReportIdentity, first_printed_date, force_at_start, is_office_line, most_named_force, parse_month_interval,
    signatory_name, text_between,
};
use crate::structure::outline::may_be_heading;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{FindingKind, Inspectorate, Scale};

const TITLE: &str = "Core business: An inspection of crime prevention, police attendance and use of police time";

/// The format of the Core business letters of 2014.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "Core business letter 2014",
    titles: &[TITLE],
    required_phrases: &[&["Yours sincerely"]],
    formula: &[],
    unique_phrase: "Yours sincerely",
    reader: &Reader,
};

/// Subject headings that every letter has; some letters have more.
const COMMON_SUBJECTS: [&str; 3] = ["Preventing crime", "Crime recording and attendance", "Freeing up time"];

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        let flat = &document.flat_text;
        let address = flat.split("Dear ").next().unwrap_or_default();
        let force_of = |office| {
            let rest = address.rsplit_once(office)?.1.trim_start_matches([' ', ',', '–', '-']);
            force_at_start(rest.strip_prefix("of ").unwrap_or(rest))
        };
        let force =
            force_of("Chief Constable").or_else(|| force_of("Commissioner")).or_else(|| most_named_force(document))?;
        let close = document.lines.iter().position(|line| line.starts_with("Yours sincerely"));
        let signed = close.and_then(|at| signatory_name(&document.lines[at..]));
        Some(ReportIdentity {
            force,
            inspectorate: Inspectorate::Hmic,
            programme: "Core business",
            pillar: None,
            cycle: "2014".to_string(),
            id_suffix: "core-business",
            title: TITLE.to_string(),
            published: first_printed_date(address),
            inspected: text_between(flat, "Between ", ", HMIC carried out").and_then(parse_month_interval),
            isbn: None,
            inspector: signed,
            scale: Scale::Ungraded,
        })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        let salutation = blocks.iter().position(|b| b.text().starts_with("Dear ")).unwrap_or(0);
        let close = blocks
            .iter()
            .position(|b| fold_phrase(b.first_piece().text).starts_with("yours sincerely"))
            .unwrap_or(blocks.len());
        draft.mark_unmarked(&blocks[..=salutation.min(blocks.len() - 1)], LineRole::Identity);
        let Some(letter) = blocks.get(salutation + 1..close) else { return };

        let opens_list = |i: usize| {
            may_be_heading(&letter[i]) && letter.get(i + 1).is_some_and(|next| next.kind != BlockKind::Plain)
        };
        let is_subject = |i: usize| opens_list(i) || COMMON_SUBJECTS.iter().any(|subject| letter[i].has_text(subject));
        let subjects: Vec<usize> = (0..letter.len()).filter(|i| is_subject(*i)).collect();
        draft.mark_unmarked(letter.first(), LineRole::Identity);
        draft.mark_unmarked(&letter[..subjects.first().copied().unwrap_or(letter.len())], LineRole::Narrative);
        for (n, start) in subjects.iter().enumerate() {
            let inside = &letter[start + 1..subjects.get(n + 1).copied().unwrap_or(letter.len())];
            draft.mark_lines(&letter[*start], LineRole::Heading);
            let context = FindingContext::default().under_heading(&letter[*start].text());
            let has_list = inside.iter().any(|b| b.kind != BlockKind::Plain);
            if !has_list {
                // Some text extractions lose the bullets; then each paragraph is an item.
                for paragraph in inside {
                    draft.add_finding(FindingKind::LetterFinding, &context, paragraph, &[]);
                }
            }
            let list: Vec<Block> = inside.iter().filter(|b| b.kind != BlockKind::Plain).cloned().collect();
            for (head, items) in boxes::group_items(&list, FindingKind::LetterFinding) {
                draft.add_finding(FindingKind::LetterFinding, &context, head, &items);
            }
            draft.mark_unmarked(inside.iter().filter(|b| is_complete(&b.text())), LineRole::Narrative);
        }
        if draft.findings.is_empty() {
            draft.add_problem(ProblemKind::MissingPart { part: "subject heading with findings".to_string() }, &[]);
        }
        read_close(&blocks[close..], draft);
    }
}

/// Marks the signatory's office and the name above it. The signature itself is left out: text recognition turns it into
/// stray words.
fn read_close(blocks: &[Block], draft: &mut ReportDraft) {
    // The closing phrase, name and office may be on one line.
    let is_all = |b: &Block| {
        fold_phrase(&b.text()).starts_with("yours sincerely") && b.text().contains("Inspector of Constabulary")
    };
    let is_signed = |b: &Block| b.pieces.iter().any(|piece| is_office_line(piece.text)) || is_all(b);
    let Some(office) = blocks.iter().position(is_signed) else { return };
    let has_name = !is_office_line(blocks[office].first_piece().text);
    let name = blocks[..office].last().filter(|_| !has_name);
    // The region of the office may be on a line of its own.
    let region = blocks.get(office + 1).filter(|b| may_be_heading(b) && b.text().ends_with("Region"));
    let office = Some(&blocks[office]).into_iter().chain(region);
    draft.mark_unmarked(blocks.first().into_iter().chain(name).chain(office), LineRole::Identity);
}
