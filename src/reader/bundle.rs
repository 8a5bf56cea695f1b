//! Files of opened reports that were saved by the site. They hold texts only, which are read again: nothing else that such
//! a file might say about a report is believed.

use serde::Deserialize;

/// The name and version of the format, which such a file begins with.
pub const BUNDLE_FORMAT: &str = "force-findings-opened-reports-1";

#[derive(Deserialize)]
struct Bundle {
    format: String,
    reports: Vec<BundledText>,
}

/// A report in such a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BundledText {
    /// The name of the file that was opened.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The texts in a file of opened reports; `None` if it is another file.
pub fn bundled_texts(bytes: &[u8]) -> Option<Vec<BundledText>> {
    let is_object = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let bundle: Bundle = is_object.then(|| serde_json::from_slice(bytes).ok())??;
    (bundle.format == BUNDLE_FORMAT).then_some(bundle.reports)
}
