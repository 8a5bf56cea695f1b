//! Programs of the operating system: finds them, and installs missing ones with Debian's apt-get.

use crate::progress;
use anyhow::{Result, bail};
use duct::cmd;
use std::env;
use std::path::PathBuf;

/// The path of a program, as the shell would find it.
pub fn find_on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// The path of a program that may be in `/usr/sbin`, which is on the search path of administrators only.
pub fn find_in_sbin(program: &str) -> Option<PathBuf> {
    find_on_path(program).or_else(|| Some(PathBuf::from("/usr/sbin").join(program)).filter(|path| path.is_file()))
}

/// Installs packages, if this user may do so without entering a password.
///
/// # Errors
/// If the user may not, there is no apt-get, or it fails.
pub fn install_packages(packages: &[&str]) -> Result<()> {
    let names = packages.join(" and ");
    let Some(apt_get_command) = apt_get_command() else {
        bail!("{names} must be installed first, but this program may not do that: use your package manager");
    };
    let run = |arguments: &[&str]| {
        let words = apt_get_command.iter().chain(arguments).skip(1);
        // apt-get asks no questions, and starts no service that a package contains.
        duct::cmd(apt_get_command[0], words).env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1")
    };
    progress::run_with_spinner("Reading the package lists", &run(&["update"]))?;
    let install: Vec<&str> = ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied().collect();
    progress::run_with_spinner(&format!("Installing {names}"), &run(&install))
}

/// The command that calls apt-get with the permission to install; none if there is no apt-get or no permission.
fn apt_get_command() -> Option<Vec<&'static str>> {
    find_on_path("apt-get")?;
    if cmd!("id", "-u").read().is_ok_and(|user| user == "0") {
        return Some(vec!["env", "apt-get"]);
    }
    // `-n` fails where sudo would ask for a password.
    let is_allowed = find_on_path("sudo").is_some()
        && cmd!("sudo", "-n", "true").stdout_null().stderr_null().unchecked().run().is_ok_and(|o| o.status.success());
    is_allowed.then(|| vec!["sudo", "-n", "apt-get"])
}
