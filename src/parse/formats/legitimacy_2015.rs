//! PEEL legitimacy reports of 2015.

use crate::format::ReportFormat;
use crate::structure::pillar::PillarLayout;
use model::Inspectorate;

const OVERVIEW_HEADING: &str = "Overview - How legitimate is the force at keeping people safe and reducing crime?";

/// The format of these reports.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL legitimacy report 2015",
    titles: &["PEEL: Police legitimacy 2015"],
    required_phrases: &[&[OVERVIEW_HEADING]],
    formula: &[],
    unique_phrase: "Overall summary To what extent does the force",
    reader: &LAYOUT,
};

const LAYOUT: PillarLayout = PillarLayout {
    title: "PEEL: Police legitimacy 2015",
    short_title: "PEEL legitimacy 2015",
    pillar: "Legitimacy",
    id_suffix: "legitimacy",
    cycle: "2015",
    inspectorate: Inspectorate::Hmic,
    overview_heading: OVERVIEW_HEADING,
    overall_topic: "the legitimacy with which it keeps people safe and reduces crime",
};
