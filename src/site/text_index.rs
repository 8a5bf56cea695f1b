//! The index of the full texts, in chunks, and the list of their names.

use crate::assets::hashed_name;
use crate::data::SiteData;
use explore::pages::passage::paragraphs;
use explore::search::places::PlaceIndex;

/// The files of the chunks: their paths, relative to the site's root, and contents.
pub fn chunk_files(data: &SiteData) -> Vec<(String, Vec<u8>)> {
    let reports = data.library.corpus().reports.iter();
    let texts = reports.map(|report| data.texts.get(&report.id).map_or("", String::as_str));
    let index = PlaceIndex::new(texts.map(|text| paragraphs(text).into_iter().map(|range| &text[range]).collect()));
    let file = |(name, chunk): (&str, &str)| {
        let path = format!("data/places/{}", hashed_name(&format!("{name}.txt"), chunk.as_bytes()));
        (path, chunk.as_bytes().to_vec())
    };
    index.chunks().map(file).collect()
}

/// The list by which the program finds them: their paths, a line each.
pub fn list(files: &[(String, Vec<u8>)]) -> String {
    files.iter().map(|(path, _)| format!("{path}\n")).collect()
}
