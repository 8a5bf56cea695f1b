//! Identifiers that appear in addresses and so must never change their meaning.

use serde::Serialize;
use std::fmt;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it stands; whether it names anything is for the corpus to say.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it stands in addresses and data.
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
    /// A force as the inspectorate's addresses name it: `west-midlands`.
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
    /// One finding: `<report id>/<kind>/<slug of its first words>`, numbered only where two begin alike.
    FindingKey
}

/// Lower-case letters and digits with single hyphens between words, as used in addresses.
pub fn slug(text: &str) -> String {
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
