//! Programs of the operating system: where they are, and Debian's way to get those that are missing.

use crate::progress;
use anyhow::{Result, bail};
use duct::cmd;
use std::env;
use std::path::PathBuf;

/// The path of a program, as the shell would find it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// The path of a program that only administrators have on their search path.
pub fn in_sbin(program: &str) -> Option<PathBuf> {
    on_path(program).or_else(|| Some(PathBuf::from("/usr/sbin").join(program)).filter(|path| path.is_file()))
}

/// Installs packages if this user may do so without being asked for a password.
pub fn install(packages: &[&str]) -> Result<()> {
    let named = packages.join(" and ");
    let Some(apt_get) = apt_get() else {
        bail!("{named} must be installed first, and this program may not do it: use your package manager");
    };
    let run = |arguments: &[&str]| {
        let words = apt_get.iter().chain(arguments).skip(1);
        // Nothing is asked, and no service is started that a package brings.
        duct::cmd(apt_get[0], words).env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1")
    };
    progress::run("Reading the package lists", &run(&["update"]))?;
    let install: Vec<&str> = ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied().collect();
    progress::run(&format!("Installing {named}"), &run(&install))
}

/// The words that call apt-get with the rights to install.
fn apt_get() -> Option<Vec<&'static str>> {
    on_path("apt-get")?;
    if cmd!("id", "-u").read().is_ok_and(|user| user == "0") {
        return Some(vec!["env", "apt-get"]);
    }
    // `-n` fails where sudo would ask for a password.
    let allowed = on_path("sudo").is_some()
        && cmd!("sudo", "-n", "true").stdout_null().stderr_null().unchecked().run().is_ok_and(|o| o.status.success());
    allowed.then(|| vec!["sudo", "-n", "apt-get"])
}
