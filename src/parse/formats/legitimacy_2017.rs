//! PEEL legitimacy reports of 2017, with leadership.

use crate::format::ReportFormat;
use crate::structure::pillar::PillarLayout;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How legitimate is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL legitimacy report 2017",
    titles: &["PEEL: Police legitimacy (including leadership) 2017", "PEEL: Police legitimacy 2017"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[&[OVERVIEW_HEADING], &["assesses the legitimacy and leadership of police forces"]],
    unique_phrase: "Overall summary To what extent does the force",
    reader: &LAYOUT,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police legitimacy (including leadership) 2017",
    short_title: "PEEL legitimacy 2017",
    pillar: "Legitimacy",
    id_suffix: "legitimacy",
    cycle: "2017",
    inspectorate: Inspectorate::Hmicfrs,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "the legitimacy with which it keeps people safe and reduces crime",
};
