//! Tools from npm, in the versions of `package-lock.json`, which also has a digest of each package.

use super::apt;
use crate::progress;
use crate::project::Project;
use anyhow::{Context, Result};
use duct::cmd;
use std::fs;
use std::path::PathBuf;

/// The packages in the folder `node_modules` of the repository.
pub struct NpmPackages {
    folder: PathBuf,
    lock: String,
}

impl NpmPackages {
    /// Installs the packages, unless they are there as `package-lock.json` says.
    ///
    /// # Errors
    /// If npm cannot be installed, or the packages cannot.
    pub fn ensure(project: &Project) -> Result<Self> {
        let folder = project.root().join("node_modules");
        // A copy of the lock file says which versions were installed.
        let installed = folder.join(".installed-lock.json");
        let lock = project.read_text("package-lock.json")?;
        if fs::read_to_string(&installed).is_ok_and(|text| text == lock) {
            return Ok(Self { folder, lock });
        }
        if apt::find_on_path("npm").is_none() {
            apt::install_packages(&["nodejs", "npm"])?;
        }
        // None of the packages needs its install scripts.
        let install = cmd!("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").dir(project.root());
        progress::run_with_spinner("Installing the packages of package-lock.json", &install)?;
        fs::write(&installed, &lock).with_context(|| format!("{} cannot be written", installed.display()))?;
        Ok(Self { folder, lock })
    }

    /// The text of `package-lock.json`, which names the version of every package.
    pub fn lock(&self) -> &str {
        &self.lock
    }

    /// The path of wasm-opt, which makes a compiled program smaller.
    pub fn wasm_opt(&self) -> PathBuf {
        self.folder.join("binaryen/bin/wasm-opt")
    }

    /// The path of esbuild, which minifies scripts and stylesheets.
    pub fn esbuild(&self) -> PathBuf {
        self.folder.join("esbuild/bin/esbuild")
    }

    /// The path of the font for the reports' words.
    pub fn reading_font(&self) -> PathBuf {
        self.folder.join("@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2")
    }

    /// The folder with the fonts for images.
    pub fn fonts(&self) -> PathBuf {
        self.folder.join("dejavu-fonts-ttf/ttf")
    }

    /// The path of the axe-core script, which finds accessibility faults in a page.
    pub fn axe(&self) -> PathBuf {
        self.folder.join("axe-core/axe.min.js")
    }
}
