//! What the reports say about each other, in a file of its own: only pages that are made ahead of time and the second program
//! need it.

use crate::bundle_json::to_load_error;
use crate::decode::decode_issues;
use crate::json::Json;
use crate::{Corpus, LoadError};
use model::{DueDate, SharedWords, Thread, ThreadId};
use serde::Serialize;

/// What the reports say about each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Issues {
    /// The threads, in the order of the forces and of their first reports.
    pub threads: Vec<Thread>,
    /// By when findings are to be acted on, in the order of the findings.
    pub deadlines: Vec<DueDate>,
    /// What reports say of a second force.
    pub shared: Vec<SharedWords>,
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
