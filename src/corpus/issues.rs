//! What the reports say about each other, in a file of its own: only pages that are made ahead of time and the second program
//! need it.

use crate::bundle_json::to_load_error;
use crate::decode::decode_issues;
use crate::json::Json;
use crate::{Corpus, LoadError};
use model::{DueDate, SharedWords, Thread, ThreadId};
use serde::{Deserialize, Serialize};

/// What the reports say about each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Issues {
    /// The threads, in the order of the forces and of their first reports.
    pub threads: Vec<Thread>,
    /// By when findings are to be acted on, in the order of the findings.
    pub deadlines: Vec<DueDate>,
    /// What reports say of a second force.
    pub shared: Vec<SharedWords>,
    /// The tables by which issues are recognised, for reports that are opened in the browser.
    pub tables: LinkingTables,
}

/// The tables by which it is recognised what findings and sentences are about, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkingTables {
    /// `terms.csv`: our vocabulary.
    pub terms: Vec<TermRow>,
    /// `named-inspections.csv`: inspections other than PEEL that reports name.
    pub inspections: Vec<NamedInspectionRow>,
}

/// A row of our vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRow {
    /// The id of the term.
    pub term: String,
    /// What sharing it means.
    pub kind: TermKind,
    /// Its name in words, to follow "both: ".
    pub name: String,
    /// Words or phrases that must be in one sentence, with ` + ` between them.
    pub words: String,
}

/// How much two findings have in common that share a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// So narrow that findings that share it are about the same issue: victims who do not support prosecution.
    Issue,
    /// A field in which there are several issues: problem solving. It needs an aspect as well.
    Topic,
    /// What is said of a topic: that it is evaluated, or structured.
    Aspect,
}

/// A row of the table of inspections that reports name by their topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedInspectionRow {
    /// The words by which a sentence names it.
    pub words: String,
    /// Years in which it may be dated, with semicolons between them; empty if in any.
    pub years: String,
    /// The force of which it was an inspection; `None` if of every force.
    pub force: Option<String>,
    /// Its name in words, without the force.
    pub name: String,
    /// A public page about it; `None` if none is known.
    pub address: Option<String>,
}

impl Issues {
    /// The thread with this id.
    pub fn thread(&self, id: &ThreadId) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == *id)
    }
}

impl Corpus {
    /// The issues as JSON. The same content always gives the same bytes.
    pub fn issues_json(&self) -> String {
        serde_json::to_string(&self.issues).expect("issues have only text keys")
    }

    /// Reads what [`Corpus::issues_json`] wrote, and adds it.
    ///
    /// # Errors
    /// If the text is not JSON, or not what was written.
    pub fn add_issues(&mut self, json: &str) -> Result<(), LoadError> {
        self.issues = decode_issues(&Json::parse(json).map_err(to_load_error)?)?;
        Ok(())
    }
}
