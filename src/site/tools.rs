//! The programs that a task needs besides cargo: found where they are, installed where they are missing.

mod apt;
mod cache;
mod cargo;
mod chromium;
mod engines;
pub mod npm;

use crate::project::Project;
use crate::webdriver::Engine;
use anyhow::{Context, Result};
use std::path::PathBuf;

pub use chromium::Chromium;

/// What turns the library into a program for browsers.
pub struct BuildTools {
    pub wasm_pack: PathBuf,
    /// Of the very version that `Cargo.lock` names: any other refuses the compiled library.
    pub wasm_bindgen: PathBuf,
    /// `None` where there is no npm to get it with; the program then works but is larger.
    pub wasm_opt: Option<PathBuf>,
    /// `None` likewise.
    pub esbuild: Option<PathBuf>,
}

impl BuildTools {
    /// Finds or installs all of them.
    pub fn set_up(project: &Project) -> Result<Self> {
        cargo::wasm_target()?;
        Ok(Self {
            wasm_pack: cargo::wasm_pack()?,
            wasm_bindgen: cargo::wasm_bindgen(&project.read("Cargo.lock")?)?,
            wasm_opt: npm::wasm_opt()
                .inspect_err(|error| eprintln!("{error:#}. The program is built without wasm-opt and is larger."))
                .ok(),
            esbuild: npm::esbuild()
                .inspect_err(|error| eprintln!("{error:#}. Scripts and styles are published with spaces and comments."))
                .ok(),
        })
    }
}

/// What the tests in a browser need.
pub struct TestTools {
    pub chromium: Chromium,
    /// The accessibility rules, as one script.
    pub axe: PathBuf,
    /// A server, for the example of how to set it up.
    pub nginx: PathBuf,
    /// Firefox, for the single file.
    pub firefox: Engine,
    /// WebKit likewise; `None` where it cannot be had.
    pub webkit: Option<Engine>,
}

impl TestTools {
    /// Finds or installs all of them; there is no testing without.
    pub fn set_up() -> Result<Self> {
        Ok(Self {
            chromium: Chromium::set_up()?,
            axe: npm::axe()?,
            nginx: nginx()?,
            firefox: engines::firefox()?,
            webkit: engines::webkit()
                .inspect_err(|error| eprintln!("{error:#}. The single file is not tested in WebKit."))
                .ok(),
        })
    }
}

/// The path of nginx.
fn nginx() -> Result<PathBuf> {
    if apt::in_sbin("nginx").is_none() {
        apt::install(&["nginx-light"])?;
    }
    apt::in_sbin("nginx").context("nginx was installed but is not where it should be")
}
