//! PEEL reports of 2021/22, as printed or as web page.
//!
//! Each line is a paragraph. Headings are not marked in the text of a printed report: the contents list identifies those of
//! sections, and punctuation those inside a section.

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::areas::{self, AreaLayout, INTRODUCTION, no_findings};
use crate::structure::boxes::BoxStyle;
use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::headed_items;
use crate::structure::identity::{ReportIdentity, signature_start};
use crate::structure::outline::{is_figure, may_be_heading};
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind};
use intake::text::is_complete;
use model::FindingKind;

const TITLE: &str = "PEEL 2021/22 Police effectiveness, efficiency and legitimacy";

/// The format of the PEEL reports of 2021/22.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL report 2021/22",
    titles: &[TITLE, "PEEL 2021/22 – An inspection of", "PEEL 2021/22: An inspection of"],
    required_phrases: &[&["An inspection of ", INTRODUCTION]],
    formula: &[
        &[INTRODUCTION],
        &["graded judgments in"],
        &["Important changes to PEEL", "HM Inspector's observations"],
    ],
    unique_phrase: "Outstanding Good Adequate Requires improvement Inadequate",
    reader: &Reader,
};

const LAYOUT: AreaLayout = AreaLayout {
    first_year: 2021,
    areas: &[
        "Engaging with and treating the public with fairness and respect",
        "Recording data about crime",
        "Preventing crime and anti-social behaviour",
        "Responding to the public",
        "Investigating crime",
        "Supporting victims",
        "Protecting vulnerable people",
        "Managing offenders and suspects",
        "Disrupting serious organised crime",
        "Meeting the Strategic Policing Requirement",
        "Protecting the public against armed threats",
        "Building, supporting and protecting the workforce",
        "Tackling workforce corruption",
        "Vetting and counter corruption",
        "Strategic planning, organisational management and value for money",
    ],
    parts: &[
        ("Overall summary", no_findings),
        ("Our judgments", no_findings),
        ("Data in this report", no_findings),
        ("About the data", no_findings),
        ("Important changes to PEEL", no_findings),
        ("HM Inspector's observations", read_observations),
        ("Reducing crime assessment", read_reducing_crime),
        ("Providing a service to the victims of crime", no_findings),
    ],
    boxes: BoxStyle::Headed,
};

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        areas::identify(document, TITLE, "2021/22")
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        areas::read_report(blocks, &LAYOUT, draft);
    }
}

/// Reads the inspector's observations, up to the closing words and signature.
fn read_observations(section: &[Block], draft: &mut ReportDraft) {
    // The inspector's closing words and signature are not an observation.
    let closing = section.iter().position(|b| b.text().starts_with("My report sets out"));
    let signature = || {
        let signature = signature_start(&section[1..])? + 1;
        // "I will return in the spring."
        let personal = section[1..signature].iter().rev().take_while(|b| b.text().starts_with("I ")).count();
        Some(signature - personal)
    };
    let end = closing.or_else(signature).unwrap_or(section.len());
    let context = FindingContext::default().under_heading(&section[0].text());
    headed_items::add_items(
        FindingKind::Observation,
        headed_items::divide_items(&section[1..end], false),
        &context,
        draft,
    );
    draft.mark_unmarked(section[end..].iter().filter(|b| may_be_heading(b)), LineRole::Identity);
}

/// Reads the bullets of the reducing crime assessment.
fn read_reducing_crime(section: &[Block], draft: &mut ReportDraft) {
    let context = FindingContext::default().under_heading(&section[0].text());
    let is_item = |b: &&Block| b.kind == BlockKind::BulletItem;
    let introduction = section.iter().position(|b| b.tail().words.ends_with(':')).map_or(section.len(), |at| at + 1);
    // Where the bullets are lost, each paragraph under the introduction is an item.
    let is_paragraph = |b: &&Block| {
        let words = b.tail().words;
        let is_closing = b.first_piece().text.starts_with("Until the force ");
        b.kind == BlockKind::Plain && is_complete(&words) && !words.ends_with(':') && !is_closing && !is_figure(b)
    };
    let has_bullets = section.iter().any(|b| is_item(&b));
    let bulleted = section.iter().filter(|b| has_bullets && is_item(b));
    let plain = section[introduction..].iter().filter(|b| !has_bullets && is_paragraph(b));
    for block in bulleted.chain(plain) {
        draft.add_finding(FindingKind::SummaryPoint, &context, block, &[]);
    }
}
