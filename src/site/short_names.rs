//! Gives short names to what a compiled program and its script call in each other.
//!
//! The names of wasm-bindgen hold a digest each, which no compression makes smaller, and stand in both files: short
//! ones save 5 kB of the download.

use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsString;
use std::path::Path;

/// The names that wasm-opt has replaced, as it prints them.
#[derive(serde::Deserialize)]
struct ReplacedNames {
    /// The module, the old and the new name of each function that the script provides.
    imports: Vec<(String, String, String)>,
    /// The old and the new name of each item that the program provides.
    exports: Vec<(String, String)>,
}

/// Shortens the names in a wasm file, in place, and returns the script with the same names.
///
/// # Errors
/// If wasm-opt fails, or the script does not use the names as expected.
pub fn shorten_names(wasm_opt: &Path, wasm: &Path, features: &[&str], script: &str) -> Result<String> {
    let mut words = vec![OsString::from("--minify-imports-and-exports-and-modules")];
    words.extend(features.iter().map(OsString::from));
    words.extend([wasm.into(), "-o".into(), wasm.into()]);
    let names = duct::cmd(wasm_opt, words);
    let names = names.read().context("the names of a program could not be shortened: see wasm-opt's message above")?;
    let names = serde_json::from_str(&names).context("wasm-opt printed names in an unknown form")?;
    rename(script, &names)
}

fn rename(script: &str, names: &ReplacedNames) -> Result<String> {
    let mut script = script.to_owned();
    for (module, old, new) in &names.imports {
        replace_once(&mut script, &format!(" {old}: "), &format!(" {new}: "))?;
        // All functions come from one module, whose new name is the same each time.
        let (old_module, new_module) = (format!("\"{module}\": "), "\"a\": ");
        if script.contains(&old_module) {
            replace_once(&mut script, &old_module, new_module)?;
        }
    }
    rename_exports(&script, names)
}

fn replace_once(script: &mut String, old: &str, new: &str) -> Result<()> {
    let places = script.matches(old).count();
    ensure!(places == 1, "the script of a program has “{old}” {places} times, where one was expected");
    *script = script.replace(old, new);
    Ok(())
}

fn rename_exports(script: &str, names: &ReplacedNames) -> Result<String> {
    const OBJECT: &str = "wasm.";
    let mut parts = script.split(OBJECT);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let (name, rest) = part.split_at(part.find(|c| !is_name(c)).unwrap_or(part.len()));
        let new = match names.exports.iter().find(|(old, _)| old == name) {
            Some((_, new)) => new,
            None if name.is_empty() => name,
            None => bail!("the script of a program uses “{OBJECT}{name}”, which the program does not have"),
        };
        renamed.extend([OBJECT, new, rest]);
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> ReplacedNames {
        let import = |old: &str, new: &str| ("./app_bg.js".to_owned(), old.to_owned(), new.to_owned());
        ReplacedNames {
            imports: vec![import("__wbg_name_7d5a", "$"), import("__wbg_text_91e4", "b")],
            exports: vec![("start".to_owned(), "c".to_owned()), ("memory".to_owned(), "d".to_owned())],
        }
    }

    #[test]
    fn a_script_uses_the_names_that_its_program_has() {
        let script = "wasm.start(wasm.memory.buffer); \
                      const import0 = { __wbg_name_7d5a: function() {}, __wbg_text_91e4: text }; \
                      const all = { \"./app_bg.js\": import0 }; new URL('app_bg.wasm', base);";
        let expected = "wasm.c(wasm.d.buffer); const import0 = { $: function() {}, b: text }; \
                        const all = { \"a\": import0 }; new URL('app_bg.wasm', base);";
        assert_eq!(rename(script, &names()).unwrap(), expected);
    }

    #[test]
    fn a_script_that_does_not_fit_its_program_is_an_error() {
        let script = "{ __wbg_name_7d5a: a, __wbg_text_91e4: b, \"./app_bg.js\": c }";
        for (part, instead) in [("name_7d5a", "name_0000"), ("./app_bg.js\": c", "./app_bg.js\": c, wasm.stop()")] {
            let error = rename(&script.replace(part, instead), &names()).unwrap_err().to_string();
            assert!(error.contains("the script of a program"), "{error}");
        }
    }
}
