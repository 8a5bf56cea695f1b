//! The files with the parts of the data, and the list of their names.

use crate::assets::hashed_name;
use crate::tree::FileTree;
use corpus::Corpus;
use explore::parts::Part;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The paths of the parts, relative to the site's root.
pub type PartPaths = BTreeMap<Part, String>;

/// Adds a file for each part. Returns their paths.
pub fn add_files(corpus: &Corpus, tree: &mut FileTree) -> PartPaths {
    let write = |part: Part| {
        let json = part.cut(corpus).to_json().into_bytes();
        (format!("data/{}", hashed_name(&format!("{}.json", part.name()), &json)), part, json)
    };
    let mut paths = PartPaths::new();
    for (path, part, json) in Part::all(corpus).into_par_iter().map(write).collect::<Vec<_>>() {
        tree.insert(path.clone(), json);
        paths.insert(part, path);
    }
    paths
}

/// The list by which the program finds a part that its page does not name: the paths of all, a line each. The overview is the
/// first.
pub fn list(paths: &PartPaths) -> String {
    paths.values().map(|path| format!("{path}\n")).collect()
}
