//! PEEL reports of 2023-25, as web page or as printed.
//!
//! The text of the web page has no title and usually no table of judgments, so the grades come from the areas alone. Each
//! bullet under a cause of concern is a recommendation, with the deadline of the line above the list.

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::areas::{self, AreaLayout, INTRODUCTION, no_findings};
use crate::structure::boxes::BoxStyle;
use crate::structure::draft::{FindingContext, ReportDraft};
use crate::structure::identity::{ReportIdentity, first_printed_date};
use intake::block::{Block, BlockKind};
use model::FindingKind;

const TITLE: &str = "PEEL 2023–25";

/// The format of the PEEL reports of 2023-25.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL report 2023-25",
    titles: &["PEEL 2023–2025", TITLE, "PEEL 2023/25", "PEEL 202325: An inspection of"],
    required_phrases: &[&[INTRODUCTION, "graded judgments in"]],
    formula: &[&[INTRODUCTION], &["graded judgments in"], &["HM Inspector's summary"]],
    unique_phrase: "Our inspection assessed how good",
    reader: &Reader,
};

const LAYOUT: AreaLayout = AreaLayout {
    first_year: 2023,
    areas: &[
        "Recording data about crime",
        "Police powers and treating the public fairly and respectfully",
        "Preventing and deterring crime and antisocial behaviour, and reducing vulnerability",
        "Responding to the public",
        "Investigating crime",
        "Protecting vulnerable people",
        "Managing offenders and suspects",
        "Building, supporting and protecting the workforce",
        "Leadership and force management",
    ],
    parts: &[
        ("Overall summary", no_findings),
        ("Our judgments", no_findings),
        ("Data in this report", no_findings),
        ("About the data", no_findings),
        ("About us", no_findings),
        ("PEEL 2023–2025", no_findings),
        ("PEEL 2023–25", no_findings),
        ("Terminology in this report", no_findings),
        ("HM Inspector's summary", read_summary),
        ("Providing a service to the victims of crime", no_findings),
    ],
    boxes: BoxStyle::HeadedWithItems,
};

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        const DATE_LEN: usize = 40;
        let identity = areas::identify(document, TITLE, "2023-25")?;
        // A web page says "Published on: 12 October 2023".
        let after = document.flat_text.split_once("Published on").map(|(_, after)| after);
        let after = after.map(|after| after.chars().take(DATE_LEN).collect::<String>());
        let on_page = after.and_then(|after| first_printed_date(&after));
        Some(ReportIdentity { published: identity.published.or(on_page), ..identity })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        areas::read_report(blocks, &LAYOUT, draft);
    }
}

/// Reads the bullets of the inspector's summary: "My principal findings are as follows:".
fn read_summary(section: &[Block], draft: &mut ReportDraft) {
    let context = FindingContext::default().under_heading(&section[0].text());
    for block in section.iter().filter(|b| b.kind == BlockKind::BulletItem) {
        draft.add_finding(FindingKind::SummaryPoint, &context, block, &[]);
    }
}
