//! PEEL efficiency reports of 2017, with leadership.

use crate::format::ReportFormat;
use crate::structure::pillar::PillarLayout;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How efficient is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL efficiency report 2017",
    titles: &["PEEL: Police efficiency (including leadership) 2017", "PEEL: Police efficiency 2017"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[&[OVERVIEW_HEADING], &["assesses the efficiency and leadership of police forces"]],
    unique_phrase: "Overall summary How well does the force",
    reader: &LAYOUT,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police efficiency (including leadership) 2017",
    short_title: "PEEL efficiency 2017",
    pillar: "Efficiency",
    id_suffix: "efficiency",
    cycle: "2017",
    inspectorate: Inspectorate::Hmicfrs,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "the efficiency with which it keeps people safe and reduces crime",
};
