//! The programs that a task needs besides cargo. They are looked for first, and installed if missing.

mod apt;
mod cache;
mod cargo;
mod chromium;
mod engines;
mod npm;

use crate::project::Project;
use crate::webdriver::OtherBrowser;
use anyhow::{Context, Result};
use std::path::PathBuf;

pub use chromium::Chromium;
pub use npm::NpmPackages;

/// The tools that build the site.
pub struct BuildTools {
    /// The path of wasm-pack.
    pub wasm_pack: PathBuf,
    /// The path of wasm-bindgen, in exactly the version of `Cargo.lock`: any other refuses the compiled library.
    pub wasm_bindgen: PathBuf,
    /// The packages of npm. `None` if they cannot be installed.
    pub npm: Option<NpmPackages>,
}

impl BuildTools {
    /// Finds or installs all of them.
    ///
    /// # Errors
    /// If the wasm target, wasm-pack or wasm-bindgen cannot be installed.
    pub fn set_up(project: &Project) -> Result<Self> {
        cargo::ensure_wasm_target()?;
        Ok(Self {
            wasm_pack: cargo::ensure_wasm_pack()?,
            wasm_bindgen: cargo::ensure_wasm_bindgen(&project.read_text("Cargo.lock")?)?,
            npm: NpmPackages::ensure(project)
                .inspect_err(|error| {
                    eprintln!(
                        "{error:#}. The program is built without wasm-opt and is larger, scripts and styles are not \
                         minified, and the site has no icons or preview images."
                    );
                })
                .ok(),
        })
    }
}

/// The tools that the browser tests need.
pub struct TestTools {
    /// The browser of most tests.
    pub chromium: Chromium,
    /// The path of the axe-core script, which checks accessibility rules.
    pub axe: PathBuf,
    /// The path of cargo-deny, which checks the licences and origins of dependencies.
    pub cargo_deny: PathBuf,
    /// The path of nginx, which tests the example configuration in `static/hosting`.
    pub nginx: PathBuf,
    /// Firefox, for the tests of the single file.
    pub firefox: OtherBrowser,
    /// WebKit, for the same tests; `None` if it cannot be installed.
    pub webkit: Option<OtherBrowser>,
}

impl TestTools {
    /// Finds or installs all of them.
    ///
    /// # Errors
    /// If any of them except WebKit cannot be installed.
    pub fn set_up(project: &Project) -> Result<Self> {
        Ok(Self {
            chromium: Chromium::set_up()?,
            axe: NpmPackages::ensure(project)?.axe(),
            cargo_deny: cargo::ensure_cargo_deny()?,
            nginx: ensure_nginx()?,
            firefox: engines::ensure_firefox()?,
            webkit: engines::ensure_webkit()
                .inspect_err(|error| eprintln!("{error:#}. The single file is not tested in WebKit."))
                .ok(),
        })
    }
}

/// The path of nginx, installed if it is missing.
fn ensure_nginx() -> Result<PathBuf> {
    if apt::find_in_sbin("nginx").is_none() {
        apt::install_packages(&["nginx-light"])?;
    }
    apt::find_in_sbin("nginx").context("nginx was installed but cannot be found")
}
