//! The commands of buttons, as written in their `data-command` attribute.
//!
//! The views write them, and both programs read them.

use crate::export::ExportKind;
use std::fmt;

/// A command of a button anywhere on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Export the page, or the part of it with this anchor; an empty string means the whole page.
    Export(ExportKind, String),
    /// Add to the brief: this page if the string is empty, else the part of it with this anchor or the page at this
    /// address.
    AddToBrief(String),
    /// Make or change the private note on this page if the string is empty, else on the page at this address.
    Note(String),
    /// Show the list of keyboard shortcuts.
    ShowShortcuts,
    /// Save the site for offline use.
    SaveOffline,
}

impl Command {
    /// Reads the value of a `data-command` attribute; `None` if it is not a command.
    pub fn from_attribute(value: &str) -> Option<Command> {
        let (name, target) = value.split_once(' ').unwrap_or((value, ""));
        Some(match name {
            "brief" => Command::AddToBrief(target.to_string()),
            "note" => Command::Note(target.to_string()),
            "keys" => Command::ShowShortcuts,
            "offline" => Command::SaveOffline,
            _ => Command::Export(ExportKind::from_name(name)?, target.to_string()),
        })
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, target) = match self {
            Command::Export(export, target) => (export.name(), target.as_str()),
            Command::AddToBrief(target) => ("brief", target.as_str()),
            Command::Note(target) => ("note", target.as_str()),
            Command::ShowShortcuts => ("keys", ""),
            Command::SaveOffline => ("offline", ""),
        };
        if target.is_empty() { f.write_str(name) } else { write!(f, "{name} {target}") }
    }
}

/// The name in the browser's storage under which the brief's contents are listed, a line for each item: what
/// [`brief_entry`] gives for a page, and an empty line for a heading. The buttons of all pages show from it what is in
/// the brief.
pub const BRIEF_CONTENTS: &str = "contents-of-brief";

/// The event of the window that says that this list has changed.
pub const BRIEF_CHANGE: &str = "brief-change";

/// The name in the browser's storages under which it is noted that reports are open: in that of the tab, or in the one that
/// stays.
pub const OPENED_REPORTS: &str = "has-opened";

/// The event of the window that says that other reports are open.
pub const OPENED_CHANGE: &str = "opened-change";

/// How an item of the brief is identified: by the address of its page and the anchor of a part of it.
pub fn brief_entry(address: &str, anchor: &str) -> String {
    format!("{address}#{anchor}")
}

/// The page and the anchor that the command [`Command::AddToBrief`] with this target adds, on the page at `here`.
/// Findings in a list are given by the address of their page, which ends with a slash.
pub fn brief_target<'t>(target: &'t str, here: &'t str) -> (&'t str, &'t str) {
    if target.ends_with('/') { (target, "") } else { (here, target) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_read_back_from_its_attribute() {
        let exports = ExportKind::ALL.map(|export| Command::Export(export, "chart-1".to_string()));
        let others = [
            Command::AddToBrief(String::new()),
            Command::AddToBrief("finding/a/b/".to_string()),
            Command::Note(String::new()),
            Command::Note("finding/a/b/".to_string()),
            Command::ShowShortcuts,
            Command::SaveOffline,
        ];
        for command in exports.into_iter().chain(others) {
            assert_eq!(Command::from_attribute(&command.to_string()), Some(command));
        }
        assert_eq!(Command::from_attribute("gif"), None);
    }
}
