//! PEEL effectiveness reports of 2016.

use crate::format::ReportFormat;
use crate::structure::pillar::PillarLayout;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How effective is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL effectiveness report 2016",
    titles: &["PEEL: Police effectiveness 2016"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[&[OVERVIEW_HEADING], &["of these areas during 2016", "areas during 2016"]],
    unique_phrase: "Overall summary How effective is the force",
    reader: &LAYOUT,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police effectiveness 2016",
    short_title: "PEEL effectiveness 2016",
    pillar: "Effectiveness",
    id_suffix: "effectiveness",
    cycle: "2016",
    inspectorate: Inspectorate::Hmic,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "keeping people safe and reducing crime",
};
