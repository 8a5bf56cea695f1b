//! The site as files in memory, and how it replaces an older one on disk.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The contents of files by path, relative to the site's root and in alphabetical order.
#[derive(Default, PartialEq)]
pub struct FileTree(BTreeMap<String, Vec<u8>>);

impl FileTree {
    /// Adds a file, or replaces the one at this path.
    pub fn insert(&mut self, path: String, bytes: Vec<u8>) {
        self.0.insert(path, bytes);
    }

    /// The content of the file at this path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// All files, in order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Replaces the folder `out` with these files: no old file remains, and a failed build changes nothing.
    ///
    /// # Errors
    /// If `out` contains something other than a site, or a file or folder cannot be written.
    pub fn replace_folder(&self, out: &Path) -> Result<()> {
        ensure!(
            is_replaceable(out),
            "{} contains something other than a built site: empty it, or choose another folder with --out",
            out.display()
        );
        let (new, old) = (sibling_folder(out, "new")?, sibling_folder(out, "old")?);
        remove_folder(&new)?;
        remove_folder(&old)?;
        for (path, bytes) in self.iter() {
            let path = new.join(path);
            let folder = path.parent().unwrap_or(&new);
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
            fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        if out.exists() {
            fs::rename(out, &old).with_context(|| format!("{} cannot be replaced", out.display()))?;
        }
        fs::rename(&new, out).with_context(|| format!("the new site cannot be moved to {}", out.display()))?;
        remove_folder(&old)
    }
}

/// Whether a folder is missing, empty or contains a built site.
fn is_replaceable(out: &Path) -> bool {
    let is_empty = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    !out.exists() || is_empty || (out.join("index.html").is_file() && out.join("404.html").is_file())
}

/// The path `dist.new` for `dist`. It is in the same folder, because a rename is atomic only within one file system.
fn sibling_folder(out: &Path, extension: &str) -> Result<PathBuf> {
    let name = out.file_name().with_context(|| format!("{} does not name a folder to write to", out.display()))?;
    let mut name = name.to_owned();
    name.push(format!(".{extension}"));
    Ok(out.with_file_name(name))
}

/// Removes a folder, if it exists.
fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::FileTree;
    use std::fs;

    fn tree(paths: &[&str]) -> FileTree {
        let mut tree = FileTree::default();
        for path in paths {
            tree.insert((*path).to_owned(), path.as_bytes().to_vec());
        }
        tree
    }

    #[test]
    fn a_new_site_replaces_every_file_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist");
        tree(&["index.html", "404.html", "assets/old.js"]).replace_folder(&out).unwrap();
        tree(&["index.html", "404.html", "assets/new.js"]).replace_folder(&out).unwrap();
        assert!(out.join("assets/new.js").is_file());
        assert!(!out.join("assets/old.js").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_a_site_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.txt"), "dear").unwrap();
        assert!(tree(&["index.html"]).replace_folder(folder.path()).is_err());
        assert!(folder.path().join("letter.txt").is_file());
    }
}
