//! Identifiers that appear in web addresses, so their meaning must never change.

use serde::Serialize;
use std::fmt;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text unchecked: whether it identifies anything depends on the corpus.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The identifier as written in addresses and data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// A force, named as in the inspectorate's own addresses: `west-midlands`.
    ForceId
}
identifier! {
    /// One report: force, cycle and what was inspected: `warwickshire-2017-effectiveness`.
    ReportId
}
identifier! {
    /// One judgment: `<report id>/<slug of its area>`.
    JudgmentKey
}
identifier! {
    /// One finding: `<report id>/<kind>/<slug of its first words>`, with a number only where two begin alike.
    FindingKey
}

identifier! {
    /// One thread: `<force id>-<slug of its name>`.
    ThreadId
}

/// The beginning of the id of a report that a reader has opened in the browser.
const OPENED: &str = "opened-";

impl ReportId {
    /// The id of a report that a reader has opened. `digest` is the SHA-256 of its text in hex: two versions of a report,
    /// and the one that the site holds, have different ids.
    #[must_use]
    pub fn opened(&self, digest: &str) -> ReportId {
        ReportId(format!("{OPENED}{}-{self}", digest.get(..8).unwrap_or(digest)))
    }

    /// Whether a reader has opened the report: it is not part of the site, and nobody has checked it.
    pub fn is_opened(&self) -> bool {
        self.0.starts_with(OPENED)
    }
}

/// The id of the report, with which a key begins.
fn report_id(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}

impl FindingKey {
    /// The id of the report that has the finding.
    pub fn report_id(&self) -> &str {
        report_id(&self.0)
    }
}

impl JudgmentKey {
    /// The id of the report that has the judgment.
    pub fn report_id(&self) -> &str {
        report_id(&self.0)
    }
}

/// Turns a text into the form used in addresses: lower-case letters and digits, with single hyphens between words.
///
/// Apostrophes are dropped, so "inspectorate's" becomes `inspectorates`.
pub fn slugify(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !matches!(c, '\'' | '’' | '‘') && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}
