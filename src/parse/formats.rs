//! The report formats, one file per format.

pub mod core_business_2014;
pub mod crime_2014;
pub mod effectiveness_2016;
pub mod effectiveness_2017;
pub mod peel_2021_22;
