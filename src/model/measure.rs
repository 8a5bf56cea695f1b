//! Numbers that a report gives for its force.

use crate::{FindingKey, Passage};
use serde::Serialize;

/// A number with what is needed to read it rightly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    pub label: String,
    /// As printed: "29.9", "+24%", "40 out of 59".
    pub value: String,
    /// "percent", "per 1,000 population", "cases".
    pub unit: Option<String>,
    /// "12 months to 30 June 2017".
    pub period: Option<String>,
    /// Who the force is set beside: "England and Wales".
    pub comparator: Option<String>,
    pub comparator_value: Option<String>,
    /// The caption of the table that it is a row of; `None` in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    pub finding: Option<FindingKey>,
    pub passages: Vec<Passage>,
}
