//! The report formats, one file per format, and the list of them.

pub mod core_business_2014;
pub mod crime_2014;
pub mod effectiveness_2016;
pub mod effectiveness_2017;
pub mod efficiency_2016;
pub mod efficiency_2017;
pub mod legitimacy_2015;
pub mod legitimacy_2016;
pub mod legitimacy_2017;
pub mod peel_2018_19;
pub mod peel_2021_22;
pub mod peel_2023_25;

use crate::format::ReportFormat;

/// Every format that can be read, oldest first.
pub static FORMATS: &[ReportFormat] = &[
    core_business_2014::FORMAT,
    crime_2014::FORMAT,
    legitimacy_2015::FORMAT,
    effectiveness_2016::FORMAT,
    efficiency_2016::FORMAT,
    legitimacy_2016::FORMAT,
    effectiveness_2017::FORMAT,
    efficiency_2017::FORMAT,
    legitimacy_2017::FORMAT,
    peel_2018_19::FORMAT,
    peel_2021_22::FORMAT,
    peel_2023_25::FORMAT,
];
