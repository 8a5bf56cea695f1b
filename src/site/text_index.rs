//! The index of the full texts, in chunks.

use crate::assets::data_path;
use crate::single_file::NamedFiles;
use corpus::Corpus;
use explore::pages::passage::paragraphs;
use explore::search::places::{CHUNK_FILES, PlaceIndex};
use model::ReportId;
use std::collections::BTreeMap;

/// The files of the chunks of an index of the texts of a corpus: their paths, relative to the site's root, and contents.
pub fn chunk_files(corpus: &Corpus, texts: &BTreeMap<ReportId, String>) -> NamedFiles {
    let texts = corpus.reports.iter().map(|report| texts.get(&report.id).map_or("", String::as_str));
    let index = PlaceIndex::new(texts.map(|text| paragraphs(text).into_iter().map(|range| &text[range]).collect()));
    let file = |(name, chunk): (&str, &str)| {
        (data_path(&format!("{CHUNK_FILES}{name}.txt"), chunk.as_bytes()), chunk.as_bytes().to_vec())
    };
    index.chunks().map(file).collect()
}
