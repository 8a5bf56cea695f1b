//! PEEL efficiency reports of 2016.

use crate::format::ReportFormat;
use crate::structure::pillar::PillarLayout;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How efficient is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL efficiency report 2016",
    titles: &["PEEL: Police efficiency 2016"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[],
    unique_phrase: "Overall summary How well does the force",
    reader: &LAYOUT,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police efficiency 2016",
    short_title: "PEEL efficiency 2016",
    pillar: "Efficiency",
    id_suffix: "efficiency",
    cycle: "2016",
    inspectorate: Inspectorate::Hmic,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "the efficiency with which it keeps people safe and reduces crime",
};
