//! What became of a file.

use serde::Serialize;

/// How many words of a file that is not read are shown.
pub const BEGINNING_WORDS: usize = 40;

/// What became of a file. The `opened` crate reads it from its JSON. What does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The name of the file.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// What it is: "a PDF".
    pub form: String,
    /// How many words it has.
    pub words: usize,
    /// The report, as in the bundle, under the id of an opened one.
    pub report: String,
    /// The id that the report would have on the site.
    pub published_id: String,
    /// The text, which the passages of the report lead into.
    pub text: String,
    /// Why it was not read, as a clause: "it is empty".
    pub reason: String,
    /// What the user can do, as a clause in the imperative: "save it again".
    pub advice: String,
    /// The first words of a text that was not read.
    pub beginning: String,
}
