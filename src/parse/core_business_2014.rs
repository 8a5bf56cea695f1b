//! The letters to chief constables after the "Core business" inspection of 2014.
//!
//! A letter of bullets under subject headings, without grades. Its list items run over page breaks, and
//! where they do, their lines are set in by a space or parted by a blank line.

use super::block::{Block, Mark};
use super::draft::{Draft, Place, Role};
use super::identity::{Identity, between, force_at_start, most_named_force, printed_date, printed_interval};
use super::outline::is_heading;
use super::{Document, Format};
use crate::model::{FindingKind, Inspectorate, Scale};
use crate::problem::Kind;

pub const FORMAT: Format = Format {
    name: "Core business letter 2014",
    signs: &[
        "Core business: An inspection of crime prevention, police attendance and use of police time",
        "Yours sincerely",
    ],
    identify,
    read,
};

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat;
    let address = between(flat, "Chief Constable ", "Dear ").or_else(|| between(flat, "Commissioner ", "Dear "));
    let force = address.and_then(force_at_start).or_else(|| most_named_force(flat))?;
    let signed = between(flat, "Yours sincerely", "Her Majesty").map(str::to_string);
    Some(Identity {
        force,
        inspectorate: Inspectorate::Hmic,
        programme: "Core business",
        pillar: None,
        cycle: "2014".to_string(),
        what: "core-business",
        title: FORMAT.signs[0].to_string(),
        published: address.and_then(printed_date),
        inspected: between(flat, "Between ", ", HMIC carried out").and_then(printed_interval),
        isbn: None,
        inspector: signed.filter(|name| !name.is_empty() && name.len() < 60),
        scale: Scale::Ungraded,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let salutation = blocks.iter().position(|b| b.text().starts_with("Dear ")).unwrap_or(0);
    let close = blocks.iter().position(|b| b.is("Yours sincerely")).unwrap_or(blocks.len());
    draft.mark_rest(&blocks[..=salutation.min(blocks.len() - 1)], Role::Identity);
    let Some(letter) = blocks.get(salutation + 1..close) else { return };

    let mut subject: Option<Place> = None;
    for (i, block) in letter.iter().enumerate() {
        let opens_list = letter.get(i + 1).is_some_and(|next| next.mark == Mark::Bullet);
        if is_heading(block) && opens_list {
            draft.mark(block, Role::Heading);
            subject = Some(Place::default().under(&block.text()));
        } else if let (Mark::Bullet, Some(place)) = (block.mark, &subject) {
            draft.find(FindingKind::LetterFinding, place, block, &[]);
        } else if i == 0 {
            draft.mark(block, Role::Identity);
        } else if subject.is_none() {
            draft.mark(block, Role::Narrative);
        }
    }
    if draft.findings.is_empty() {
        draft.problem(Kind::MissingPart { part: "subject heading with findings".to_string() }, &[]);
    }
    // The signatory's name and office; a signature itself comes out of recognition as stray words.
    draft.mark_rest(blocks.iter().skip(close).take(3), Role::Identity);
}
