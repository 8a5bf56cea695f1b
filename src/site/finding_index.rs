//! The files from which the browser makes the list of findings without all data.

use crate::assets::data_path;
use crate::single_file::NamedFiles;
use explore::library::Library;
use explore::parts::for_search::{THREAD_NAMES, corpus_for_search, findings_by_kind, thread_names};
use rayon::prelude::*;

/// The prepared catalogue, the lists of its words, and the findings of each report: paths, relative to the site's root, and
/// contents.
pub fn files(library: &Library) -> NamedFiles {
    let (corpus, catalogue) = (library.corpus(), library.catalogue());
    let mut files = vec![
        ("tables.json".to_string(), corpus_for_search(corpus).to_json()),
        ("catalogue.txt".to_string(), catalogue.to_text()),
    ];
    files.extend(catalogue.words.lists().map(|(name, list)| (format!("{name}.txt"), list.to_string())));
    files.push((format!("{THREAD_NAMES}.json"), thread_names(corpus).to_json()));
    files.par_extend(corpus.reports.par_iter().flat_map(|report| {
        let of_report = findings_by_kind(corpus, report).into_par_iter();
        of_report.map(|(name, part)| (format!("{name}.json"), part.to_json()))
    }));
    files.into_par_iter().map(|(name, text)| (data_path(&name, text.as_bytes()), text.into_bytes())).collect()
}
