//! The browser tests that browsers other than Chromium can run, as `tests/engines.md` lists them.

use clap::ValueEnum;

/// A browser other than Chromium, in which some of the browser tests can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Firefox.
    Firefox,
    /// WebKit.
    Webkit,
}

impl Engine {
    /// The name in arguments and in `tests/engines.md`.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// The arguments of the test program that select what this browser runs: of the listed tests, those whose names
    /// contain `name`. `list` is the text of `tests/engines.md`.
    pub fn selection(self, list: &str, name: &str) -> String {
        let (mut files, mut skipped) = (Vec::new(), String::new());
        for row in list.lines().filter_map(EngineRow::read) {
            match row {
                EngineRow::File(file) => files.push(file),
                EngineRow::Exception { test, engines } if engines.contains(self.name()) => {
                    skipped.push_str(&format!(" --skip {test}"));
                }
                EngineRow::Exception { .. } => {}
            }
        }
        let chosen = if name.is_empty() { files.join(" ") } else { name.to_owned() };
        format!("{chosen}{skipped}")
    }
}

/// A row of the tables in `tests/engines.md`.
#[derive(Debug, PartialEq, Eq)]
pub enum EngineRow<'a> {
    /// A file of tests that all browsers run: "search::".
    File(&'a str),
    /// A test of these files that some cannot run.
    Exception {
        /// The name of the test.
        test: &'a str,
        /// The names of the browsers: "firefox, webkit".
        engines: &'a str,
    },
}

impl<'a> EngineRow<'a> {
    /// Reads a line such as "| `name_of_test` | firefox, webkit | why |". `None` for any other.
    pub fn read(line: &'a str) -> Option<Self> {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let test = cells.next()?.trim_end_matches('`');
        if test.ends_with("::") {
            return Some(EngineRow::File(test));
        }
        Some(EngineRow::Exception { test, engines: cells.next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn files_are_selected_and_exceptions_of_the_browser_skipped() {
        let list = "# Browsers\n| tests | topic |\n|---|---|\n| `search::` | search |\n| `start::` | start |\n\n\
                    | `prints` | firefox, webkit | why |\n| `sounds` | webkit | why |\n";
        assert_eq!(Engine::Firefox.selection(list, ""), "search:: start:: --skip prints");
        assert_eq!(Engine::Webkit.selection(list, "tab"), "tab --skip prints --skip sounds");
    }
}
