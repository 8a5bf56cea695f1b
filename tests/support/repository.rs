//! The committed data: the sources, the tables and what is read from them.

use corpus::{Corpus, EditorialTables};
use explore::pages::catalogue::Catalogue;
use model::{Passage, Report};
use parse::{ParsedReport, parse_report};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A committed source, with what was read from it.
pub struct Source {
    /// The name of the file in `data/sources`.
    pub file: String,
    /// The text of the file.
    pub text: String,
    /// What the parser read from it.
    pub parsed: ParsedReport,
}

impl Source {
    /// The report that was read.
    pub fn report(&self) -> &Report {
        &self.parsed.report
    }

    /// The text at a passage, as it is in the file.
    pub fn text_at(&self, passage: &Passage) -> &str {
        &self.text[passage.bytes[0] as usize..passage.bytes[1] as usize]
    }

    /// The texts at several passages, joined by spaces.
    pub fn text_at_all(&self, passages: &[Passage]) -> String {
        passages.iter().map(|p| self.text_at(p)).collect::<Vec<_>>().join(" ")
    }
}

/// Every source in `data/sources`, sorted by name. Parsed once for all tests.
pub fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let read = |path: PathBuf| {
            let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            let parsed = parse_report(&file, &text).unwrap_or_else(|refusal| panic!("{file}: {refusal}"));
            Source { file, text, parsed }
        };
        files_in("data/sources", "txt").into_iter().map(read).collect()
    });
    &SOURCES
}

/// The source of the report with this id.
///
/// # Panics
/// If there is none.
pub fn source_of_report(id: &str) -> &'static Source {
    sources().iter().find(|s| s.report().id.as_str() == id).unwrap_or_else(|| panic!("no source gives a report {id}"))
}

/// The findings of all held reports, prepared for search once for all tests.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(corpus()));
    &CATALOGUE
}

/// The held reports and the tables, collected once for all tests.
pub fn corpus() -> &'static Corpus {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
        Corpus::collect(&editorial(), reports()).expect("the committed reports fit the committed tables")
    });
    &CORPUS
}

/// The held reports, as parsed from their sources.
pub fn reports() -> Vec<Report> {
    sources().iter().map(|source| source.report().clone()).collect()
}

/// The committed tables of `data/`.
pub fn editorial() -> EditorialTables {
    EditorialTables {
        forces_csv: read_text("data/forces.csv"),
        cycles_csv: read_text("data/cycles.csv"),
        subjects_csv: read_text("data/subjects.csv"),
        crosswalk_csv: read_text("data/crosswalk.csv"),
        themes_csv: read_text("data/themes.csv"),
        publication_dates_csv: read_text("data/publication-dates.csv"),
        grade_register_csv: read_text("data/grade-register.csv"),
        grade_counts_csv: read_text("data/grade-counts.csv"),
    }
}

/// The text of a file of the repository, given by its path relative to the root.
///
/// # Panics
/// If it cannot be read.
pub fn read_text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The paths of the files in a folder with this extension, sorted by name.
///
/// # Panics
/// If the folder cannot be listed.
pub fn files_in(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths
}

/// The root folder of the repository.
pub fn root() -> PathBuf {
    crate::repository_path("")
}
