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
