//! PEEL legitimacy reports of 2016.

use crate::format::{DocumentText, ReportFormat};
use crate::structure::draft::ReportDraft;
use crate::structure::identity::ReportIdentity;
use crate::structure::pillar::{self, PillarLayout};
use intake::block::Block;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How legitimate is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL legitimacy report 2016",
    titles: &["PEEL: Police legitimacy 2016"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[],
    unique_phrase: "Overall summary To what extent does the force",
    identify,
    read_blocks,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police legitimacy 2016",
    short_title: "PEEL legitimacy 2016",
    pillar: "Legitimacy",
    id_suffix: "legitimacy",
    cycle: "2016",
    inspectorate: Inspectorate::Hmic,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "the legitimacy with which it keeps people safe and reduces crime",
};

fn identify(document: &DocumentText) -> Option<ReportIdentity> {
    pillar::identify(document, &LAYOUT)
}

fn read_blocks(blocks: &[Block], draft: &mut ReportDraft) {
    pillar::read_report(blocks, &LAYOUT, draft);
}
