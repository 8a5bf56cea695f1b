//! What a button asks of the program, as a word in its `data-command`: one enum for the page and for both programs.

use crate::export::Export;
use std::fmt;

/// A command of a button anywhere on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Export the page, or a part of it by the name of its place; empty for the page as a whole.
    Export(Export, String),
    /// Add the page, a part of it, or the page of another address to the brief.
    AddToBrief(String),
    /// List the keys.
    ShowKeys,
    /// Offer to keep the site for use without a network.
    KeepOffline,
}

impl Command {
    /// The command that an attribute names, if it names one.
    pub fn of_attribute(words: &str) -> Option<Command> {
        let (name, of) = words.split_once(' ').unwrap_or((words, ""));
        Some(match name {
            "brief" => Command::AddToBrief(of.to_string()),
            "keys" => Command::ShowKeys,
            "offline" => Command::KeepOffline,
            _ => Command::Export(Export::named(name)?, of.to_string()),
        })
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, of) = match self {
            Command::Export(export, of) => (export.name(), of.as_str()),
            Command::AddToBrief(of) => ("brief", of.as_str()),
            Command::ShowKeys => ("keys", ""),
            Command::KeepOffline => ("offline", ""),
        };
        if of.is_empty() { f.write_str(name) } else { write!(f, "{name} {of}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_the_one_that_its_attribute_names() {
        let exports = Export::ALL.map(|export| Command::Export(export, "chart-1".to_string()));
        let others = [
            Command::AddToBrief(String::new()),
            Command::AddToBrief("finding/a/b/".to_string()),
            Command::ShowKeys,
            Command::KeepOffline,
        ];
        for command in exports.into_iter().chain(others) {
            assert_eq!(Command::of_attribute(&command.to_string()), Some(command));
        }
        assert_eq!(Command::of_attribute("gif"), None);
    }
}
