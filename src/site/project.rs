//! Where the repository is, and how to call cargo in it.

use anyhow::{Context, Result};
use duct::Expression;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The repository that is being built.
pub struct Project {
    root: PathBuf,
    data: PathBuf,
    made_up_reports: Option<usize>,
    forces: Vec<String>,
}

impl Project {
    /// Finds the repository: the nearest folder with an `index.html`, upwards from the folder that cargo names when it
    /// runs this program, or else from the current folder.
    ///
    /// # Errors
    /// If none of these folders has an `index.html`.
    pub fn find() -> Result<Self> {
        let here = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("the current folder cannot be read")?,
        };
        let root = here.ancestors().find(|folder| folder.join("index.html").is_file());
        let root =
            root.with_context(|| format!("{} is not in the repository: run `cargo site` there", here.display()))?;
        Ok(Self { root: root.to_owned(), data: root.join("data"), made_up_reports: None, forces: Vec::new() })
    }

    /// The root folder of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The same project with the reports and tables of another folder.
    pub fn with_data(self, data: PathBuf) -> Self {
        Self { data, ..self }
    }

    /// The same project with as many made-up reports added as are missing to this number.
    pub fn with_made_up_reports(self, count: Option<usize>) -> Self {
        Self { made_up_reports: count, ..self }
    }

    /// How many reports there are to be, with made-up ones; none if only those held are wanted.
    pub fn made_up_reports(&self) -> Option<usize> {
        self.made_up_reports
    }

    /// The same project with the reports on some forces only, given by their ids; with all if there are none.
    pub fn with_forces(self, forces: Vec<String>) -> Self {
        Self { forces, ..self }
    }

    /// The ids of the forces whose reports are wanted; none if all are.
    pub fn forces(&self) -> &[String] {
        &self.forces
    }

    /// The folder of the reports and tables.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder that cargo builds into.
    pub fn target_folder(&self) -> PathBuf {
        let chosen = env::var_os("CARGO_TARGET_DIR").or_else(|| env::var_os("CARGO_BUILD_TARGET_DIR"));
        self.root.join(chosen.unwrap_or_else(|| "target".into()))
    }

    /// A cargo command in the repository's root.
    pub fn cargo_command<A: Into<OsString>>(&self, arguments: impl IntoIterator<Item = A>) -> Expression {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
        duct::cmd(cargo, arguments).dir(&self.root)
    }

    /// Reads a text file, given by its path relative to the root.
    ///
    /// # Errors
    /// If the file cannot be read or is not UTF-8.
    pub fn read_text(&self, path: &str) -> Result<String> {
        let path = self.root.join(path);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    }
}
