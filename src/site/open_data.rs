//! All grades and all findings as files, for those who want the data and not the site: other programs, and readers whose
//! browser runs no scripts.

use crate::data::SiteData;
use crate::deployment::Deployment;
use crate::tree::FileTree;
use explore::export::{OPEN_DATA, Origin, all_findings, all_grades};

/// Adds the files to the tree: each table as CSV, and its notes as text.
pub fn add_files(data: &SiteData, deployment: &Deployment, tree: &mut FileTree) {
    let root = deployment.public_url("").unwrap_or_default();
    let tables = [all_grades(data.library.corpus()), all_findings(&data.library)];
    for ((path, _), table) in OPEN_DATA.iter().zip(tables) {
        let origin = Origin {
            address: format!("{root}{path}"),
            site_root: root.clone(),
            build_date: data.build_date.clone(),
            data_file: "of this site".to_owned(),
        };
        tree.insert((*path).to_owned(), table.to_csv(&origin).into_bytes());
        tree.insert(path.replace(".csv", "-notes.txt"), table.to_text(&origin).into_bytes());
    }
}
