//! The files with the parts of the data.

use crate::assets::data_path;
use crate::tree::FileTree;
use corpus::Corpus;
use explore::parts::Part;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The paths of the parts, relative to the site's root. That of the overview is the first.
pub type PartPaths = BTreeMap<Part, String>;

/// Adds a file for each part. Returns their paths.
pub fn add_files(corpus: &Corpus, tree: &mut FileTree) -> PartPaths {
    let write = |part: Part| {
        let json = part.cut(corpus).to_json().into_bytes();
        (data_path(&format!("{}.json", part.name()), &json), part, json)
    };
    let mut paths = PartPaths::new();
    for (path, part, json) in Part::all(corpus).into_par_iter().map(write).collect::<Vec<_>>() {
        tree.insert(path.clone(), json);
        paths.insert(part, path);
    }
    paths
}
