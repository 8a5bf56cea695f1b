//! Numbers that a report gives for its force.

use crate::{FindingKey, Passage};
use serde::Serialize;

/// A number with the context needed to interpret it: unit, period and comparator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What is counted or measured, in the report's words.
    pub label: String,
    /// The number as printed: "29.9", "+24%", "40 out of 59".
    pub value: String,
    /// The unit: "percent", "per 1,000 population", "cases".
    pub unit: Option<String>,
    /// The period or date that it covers: "12 months to 30 June 2017".
    pub period: Option<String>,
    /// What the force is compared with: "England and Wales".
    pub comparator: Option<String>,
    /// The same number for the comparator, as printed.
    pub comparator_value: Option<String>,
    /// The caption of the table that it comes from; `None` if it comes from a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The finding that it is part of.
    pub finding: Option<FindingKey>,
    /// Where it is printed.
    pub passages: Vec<Passage>,
}
