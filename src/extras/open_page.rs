//! What the page of opened reports shows beside what was opened, as the component of this program draws it.

use crate::opened_store::with_shelf;
use explore::library::Library;
use html::node::Node;
use opened::{OpenCommand, OpenPage, ProblemDetails, ProblemTarget, open_content};

/// What the reader has chosen on the page, and what went wrong.
pub struct OpenPageState {
    problem_about: Option<ProblemTarget>,
    details: ProblemDetails,
    /// Why the last command could not be done, as a sentence; empty if it could.
    pub trouble: String,
}

impl OpenPageState {
    /// Nothing is chosen.
    pub fn new() -> OpenPageState {
        let details = ProblemDetails { build_date: dom::build_date(), ..ProblemDetails::default() };
        OpenPageState { problem_about: None, details, trouble: String::new() }
    }

    /// Carries out a command that only changes what is chosen. Gives any other command back.
    pub fn choose(&mut self, command: OpenCommand) -> Option<OpenCommand> {
        match command {
            OpenCommand::ShowProblem(about) => {
                let is_shown = self.problem_about.as_ref() == Some(&about);
                self.problem_about = (!is_shown).then_some(about);
            }
            OpenCommand::ToggleName => self.details.has_name = !self.details.has_name,
            OpenCommand::ToggleWords => self.details.has_words = !self.details.has_words,
            other => return Some(other),
        }
        None
    }

    /// The content of the page.
    pub fn content(&self, library: &Library) -> Node<OpenCommand> {
        with_shelf(|shelf| {
            open_content(&OpenPage {
                corpus: library.corpus(),
                shelf,
                program_bytes: dom::later_file_size("reader-wasm"),
                is_single_file: dom::is_single_file(),
                problem_about: self.problem_about.as_ref(),
                details: &self.details,
                trouble: &self.trouble,
            })
        })
    }
}
