//! What the project holds: its sources, its tables and what the parser makes of them.

use corpus::{Corpus, Editorial};
use explore::pages::catalogue::Catalogue;
use model::{Passage, Report};
use parse::{Parsed, parse};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A committed source with what was read from it.
pub struct Source {
    pub file: String,
    pub text: String,
    pub parsed: Parsed,
}

impl Source {
    /// The report that was read.
    pub fn report(&self) -> &Report {
        &self.parsed.report
    }

    /// The words at a place, as they stand in the file.
    pub fn at(&self, passage: &Passage) -> &str {
        &self.text[passage.bytes[0] as usize..passage.bytes[1] as usize]
    }

    /// The words at several places, joined by spaces.
    pub fn at_all(&self, passages: &[Passage]) -> String {
        passages.iter().map(|p| self.at(p)).collect::<Vec<_>>().join(" ")
    }
}

/// Every text of `data/sources`, parsed once for all tests, in order of its name.
pub fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let read = |path: PathBuf| {
            let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            let parsed = parse(&file, &text).unwrap_or_else(|refusal| panic!("{file}: {refusal}"));
            Source { file, text, parsed }
        };
        files("data/sources", "txt").into_iter().map(read).collect()
    });
    &SOURCES
}

/// The source of the report with this id.
pub fn source(id: &str) -> &'static Source {
    sources().iter().find(|s| s.report().id.as_str() == id).unwrap_or_else(|| panic!("no source gives a report {id}"))
}

/// The findings of all that is held, made ready for search once for all tests.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(corpus()));
    &CATALOGUE
}

/// Everything that is held, collected once for all tests.
pub fn corpus() -> &'static Corpus {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
        Corpus::collect(&editorial(), reports()).expect("the committed reports fit the committed tables")
    });
    &CORPUS
}

/// The held reports, as parsed.
pub fn reports() -> Vec<Report> {
    sources().iter().map(|source| source.report().clone()).collect()
}

/// The committed tables.
pub fn editorial() -> Editorial {
    Editorial {
        forces_csv: text("data/forces.csv"),
        cycles_csv: text("data/cycles.csv"),
        subjects_csv: text("data/subjects.csv"),
        crosswalk_csv: text("data/crosswalk.csv"),
        themes_csv: text("data/themes.csv"),
        publication_dates_csv: text("data/publication-dates.csv"),
        grade_register_csv: text("data/grade-register.csv"),
        grade_counts_csv: text("data/grade-counts.csv"),
    }
}

/// The text of a file of the project, by its path from the root.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of one folder with this ending, in order.
pub fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths
}

/// The project's folder.
pub fn root() -> PathBuf {
    crate::in_repository("")
}
