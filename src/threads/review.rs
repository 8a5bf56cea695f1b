//! What a person thinks of suggested links (`data/links.csv`).

use corpus::{CollectError, read_rows};
use model::{FindingKey, Report};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

const TABLE: &str = "links.csv";

/// Whether a person has read both findings of a suggested link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// They are about the same issue.
    Accepted,
    /// They are not, so the link is not shown.
    Rejected,
    /// Nobody has read them yet.
    Unreviewed,
}

#[derive(Deserialize)]
struct ReviewRecord {
    a: String,
    b: String,
    review: Review,
    reason: String,
}

/// The reviews of all pairs.
pub struct Reviews {
    /// For each pair, the keys in either order, the review and its reason.
    by_pair: HashMap<[FindingKey; 2], (Review, String)>,
}

impl Reviews {
    /// No reviews: nobody has read reports that are opened in the browser.
    pub fn none() -> Reviews {
        Reviews { by_pair: HashMap::new() }
    }

    /// Reads the table.
    ///
    /// # Errors
    /// If it is not valid, a key is that of no finding, the findings are of one report or of two forces, a pair has two
    /// rows, or a row has no reason.
    pub fn read(csv: &str, reports: &[&Report]) -> Result<Reviews, CollectError> {
        let report_of =
            |key: &FindingKey| reports.iter().find(|r| r.findings.iter().any(|finding| finding.key == *key));
        let mut by_pair = HashMap::new();
        for (n, row) in read_rows::<ReviewRecord>(TABLE, csv)?.into_iter().enumerate() {
            let error = |reason: String| CollectError::InvalidRow { table: TABLE, row: n + 2, reason };
            let [a, b] = [FindingKey::new(row.a), FindingKey::new(row.b)];
            let unknown = |key: &FindingKey| error(format!("no report has a finding {key}"));
            let of_a = report_of(&a).ok_or_else(|| unknown(&a))?;
            let of_b = report_of(&b).ok_or_else(|| unknown(&b))?;
            if of_a.id == of_b.id || of_a.force.id != of_b.force.id {
                return Err(error("a link is between two reports of one force".to_string()));
            }
            if row.reason.trim().is_empty() {
                return Err(error("there is no reason".to_string()));
            }
            if by_pair.insert(sorted(a, b), (row.review, row.reason)).is_some() {
                return Err(error("another row is about the same pair".to_string()));
            }
        }
        Ok(Reviews { by_pair })
    }

    /// The review of a pair, with its reason.
    pub fn of(&self, a: &FindingKey, b: &FindingKey) -> Option<(Review, &str)> {
        let (review, reason) = self.by_pair.get(&sorted(a.clone(), b.clone()))?;
        Some((*review, reason))
    }
}

/// A pair in the order of its keys.
fn sorted(a: FindingKey, b: FindingKey) -> [FindingKey; 2] {
    if a < b { [a, b] } else { [b, a] }
}
