//! Compiles the programs for browsers, each to wasm and a script that loads it.

use crate::assets::short_digest;
use crate::progress;
use crate::project::Project;
use crate::short_names::shorten_names;
use crate::tools::BuildTools;
use anyhow::{Context, Result, ensure};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The wasm features that rustc emits, for wasm-opt. With `--all-features` it would write code that browsers refuse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The options of wasm-opt that make the program small. Similar functions are merged, or placed next to each other,
/// where gzip finds what they share: this saves 2 per cent of the download. Functions with a single caller stay apart
/// from it, unless they are very small: inlined, they take other registers and share less, which costs 6 per cent.
const SIZE_OPTIONS: [&str; 11] = [
    "--merge-similar-functions",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=4",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-debug",
];

/// The two files of a compiled program.
pub struct CompiledProgram {
    /// The script that loads the program.
    pub js: Vec<u8>,
    /// The compiled code.
    pub wasm: Vec<u8>,
}

/// The compiled programs, each by its name.
pub type CompiledPrograms = Vec<(BrowserProgram, CompiledProgram)>;

/// A program for browsers. Each is a crate of the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserProgram {
    /// The program that every page starts.
    App,
    /// The program that is fetched when it is first needed.
    Extras,
    /// The program that searches and filters the findings, in a worker; fetched by the list of findings.
    Finder,
    /// The program that reads reports, in a worker; fetched when a file is first opened.
    Reader,
}

impl BrowserProgram {
    /// All programs.
    pub const ALL: [BrowserProgram; 4] =
        [BrowserProgram::App, BrowserProgram::Extras, BrowserProgram::Finder, BrowserProgram::Reader];

    /// The name of the crate, and of the files that are built from it.
    pub fn name(self) -> &'static str {
        match self {
            BrowserProgram::App => "app",
            BrowserProgram::Extras => "extras",
            BrowserProgram::Finder => "finder",
            BrowserProgram::Reader => "reader",
        }
    }

    /// The folder that wasm-pack writes the script and the wasm to.
    pub fn package_folder(self, project: &Project) -> PathBuf {
        project.target_folder().join(format!("{}-pkg", self.name()))
    }
}

/// Compiles a program. The slow steps after rustc are skipped if its output and the tools are unchanged.
///
/// # Errors
/// If the program cannot be compiled, bound or optimised.
pub fn build_program(project: &Project, tools: &BuildTools, program: BrowserProgram) -> Result<CompiledProgram> {
    let flags = path_remapping_flags(project)?;
    let compiled = compile_wasm(project, &flags, program)?;
    let package = program.package_folder(project);
    let stamp_file = package.join("made-from");
    // The lock file says which version of wasm-opt there is.
    let wasm_opt_version = tools.npm.as_ref().map(|npm| short_digest(npm.lock().as_bytes()));
    let fingerprint = format!(
        "{} {:?} {wasm_opt_version:?} {SIZE_OPTIONS:?}",
        short_digest(&read_file(&compiled)?),
        tools.wasm_bindgen
    );
    let (script, wasm) = (format!("{}.js", program.name()), format!("{}_bg.wasm", program.name()));
    if fs::read_to_string(&stamp_file).ok().as_deref() != Some(fingerprint.as_str()) {
        generate_bindings(project, tools, &flags, &package, program)?;
        if let Some(npm) = &tools.npm {
            optimise_program(&npm.wasm_opt(), &package.join(&wasm), &package.join(&script))?;
        }
        fs::write(&stamp_file, fingerprint).with_context(|| format!("{} cannot be written", stamp_file.display()))?;
    }
    Ok(CompiledProgram { js: read_file(&package.join(script))?, wasm: read_file(&package.join(wasm))? })
}

/// Compiler flags that keep the folders of this machine out of panic messages, so that all machines give the same
/// bytes.
///
/// The folder of the registry is named after its address, and so differs behind a mirror.
fn path_remapping_flags(project: &Project) -> Result<OsString> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = cargo_home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let mut folders = vec![(project.root().to_owned(), "force-findings")];
    for registry in registries.into_iter().flatten() {
        folders.push((registry?.path(), "crates"));
    }
    // Its source is on machines that have it installed, for editors, and then the messages would name its folder.
    let sysroot = duct::cmd!("rustc", "--print", "sysroot").dir(project.root()).read()?;
    folders.push((PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library"), "std"));
    let flags = folders.into_iter().map(|(from, to)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(from);
        flag.push(format!("={to}"));
        flag
    });
    Ok(flags.collect::<Vec<_>>().join("\u{1f}".as_ref()))
}

/// Compiles the crate with cargo, and returns the path of the wasm file from its messages.
fn compile_wasm(project: &Project, flags: &OsString, program: BrowserProgram) -> Result<PathBuf> {
    let build = ["build", "--locked", "--package", program.name(), "--lib", "--profile", "web"];
    let target = ["--target", "wasm32-unknown-unknown", "--message-format=json-render-diagnostics"];
    let messages = project
        .cargo_command(build.into_iter().chain(target))
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .read()
        .context("a program for browsers could not be compiled: see the messages above")?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == program.name())
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|name| name.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo built the crate but named no wasm file: its Cargo.toml must list the crate type cdylib")
}

/// Writes the script that loads the program. wasm-pack calls cargo again, which finds everything up to date.
fn generate_bindings(
    project: &Project,
    tools: &BuildTools,
    flags: &OsString,
    package: &Path,
    program: BrowserProgram,
) -> Result<()> {
    let mut path = vec![tools.wasm_bindgen.parent().context("the path of wasm-bindgen has no folder")?.to_owned()];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut arguments: Vec<OsString> = vec!["build".into(), project.root().join("src").join(program.name()).into()];
    let options =
        ["--target", "web", "--mode", "no-install", "--no-typescript", "--no-pack", "--no-opt", "--profile", "web"];
    arguments.extend(options.map(OsString::from));
    arguments.extend(["--out-dir".into(), package.into(), "--".into(), "--locked".into()]);
    let command = duct::cmd(&tools.wasm_pack, arguments);
    let command = command
        .env("PATH", env::join_paths(path)?)
        .env("CARGO_TARGET_DIR", project.target_folder())
        .env("CARGO_ENCODED_RUSTFLAGS", flags);
    if package.exists() {
        fs::remove_dir_all(package).with_context(|| format!("{} cannot be removed", package.display()))?;
    }
    progress::run_with_spinner("Generating the JavaScript bindings", &command)?;
    // Snippets would have to keep their names, and so could not be cached indefinitely.
    ensure!(
        !package.join("snippets").exists(),
        "a dependency contains script snippets, which the site does not publish"
    );
    Ok(())
}

/// Makes the two files of a program smaller in place.
fn optimise_program(wasm_opt: &Path, wasm: &Path, script: &Path) -> Result<()> {
    // `--low-memory-unused` is safe: the first kilobyte of memory is the far end of the stack, which nothing uses.
    let mut words = SIZE_OPTIONS.map(OsString::from).to_vec();
    words.extend(WASM_FEATURES.map(OsString::from));
    words.extend([wasm.into(), "-o".into(), wasm.into()]);
    progress::run_with_spinner("Optimising the program for size", &duct::cmd(wasm_opt, words))?;
    let words = fs::read_to_string(script).with_context(|| format!("{} cannot be read", script.display()))?;
    let renamed = shorten_names(wasm_opt, wasm, &WASM_FEATURES, &words)?;
    fs::write(script, renamed).with_context(|| format!("{} cannot be written", script.display()))
}

fn read_file(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}
