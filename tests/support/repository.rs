//! The data that tests read: the committed data of the project, and a frozen copy of it.
//!
//! Tests of behaviour read the frozen copy, so that new reports and tables change only goldens and the checks of the
//! data itself.

use corpus::{Corpus, EditorialTables, Glossary};
use explore::library::Library;
use explore::prepared::with_prepared_content;
use ingest::glossary::glossary_json;
use ingest::links::read_links;
use ingest::read::{ParsedFile, read_report, report_files_in};
use model::{Passage, Report};
use parse::ParsedReport;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use threads::{LinkTables, Links, collect_corpus};

/// The environment variable that names another folder than `data` for [`committed`].
pub const DATA_VARIABLE: &str = "FORCE_FINDINGS_DATA";

/// A source text, with what was read from it.
pub struct Source {
    /// The name of the file in the folder `sources`.
    pub file: String,
    /// The text of the file.
    pub text: String,
    /// What the parser read from it.
    pub parsed: ParsedReport,
}

impl Source {
    /// Reads and parses a source in any form.
    ///
    /// # Panics
    /// If it cannot be read.
    fn read(path: &Path) -> Source {
        let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let ParsedFile { text, parsed } = read_report(path).unwrap_or_else(|error| panic!("{file}: {error}"));
        Source { file, text, parsed }
    }

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

/// A folder with sources and tables. Each is read when it is first asked for.
pub struct DataSet {
    folder: PathBuf,
    sources: OnceLock<Vec<Source>>,
    library: OnceLock<Library>,
}

/// The committed data: `data/`, or the folder that [`DATA_VARIABLE`] names.
pub fn committed() -> &'static DataSet {
    static COMMITTED: OnceLock<DataSet> = OnceLock::new();
    COMMITTED.get_or_init(|| DataSet::new(env::var_os(DATA_VARIABLE).map_or(path_of("data"), PathBuf::from)))
}

/// The frozen copy of five reports and the tables: `tests/fixtures/data`.
pub fn fixture() -> &'static DataSet {
    static FIXTURE: OnceLock<DataSet> = OnceLock::new();
    FIXTURE.get_or_init(|| DataSet::new(path_of("tests/fixtures/data")))
}

impl DataSet {
    /// The data in a folder.
    pub fn new(folder: PathBuf) -> DataSet {
        DataSet { folder, sources: OnceLock::new(), library: OnceLock::new() }
    }

    /// Every source, sorted by name.
    pub fn sources(&self) -> &[Source] {
        let paths = || report_files_in(&self.folder.join("sources")).expect("the sources can be listed");
        self.sources.get_or_init(|| paths().iter().map(|path| Source::read(path)).collect())
    }

    /// The source of the report with this id.
    ///
    /// # Panics
    /// If there is none.
    pub fn source_of_report(&self, id: &str) -> &Source {
        let source = self.sources().iter().find(|source| source.report().id.as_str() == id);
        source.unwrap_or_else(|| panic!("no source gives a report {id}"))
    }

    /// The reports, as parsed from their sources.
    pub fn reports(&self) -> Vec<Report> {
        self.sources().iter().map(|source| source.report().clone()).collect()
    }

    /// The reports and the tables, with the findings prepared for search.
    pub fn library(&self) -> &Library {
        let collect = || {
            let (tables, reports) = (self.editorial(), self.reports());
            let corpus = collect_corpus(&tables, reports.clone(), &self.link_tables());
            let corpus = with_prepared_content(corpus.expect("the reports fit the tables"));
            let glossary = Glossary::collect(&corpus, &reports, &tables.glossary_pages_csv).expect("the table is read");
            Library::with_glossary(corpus, glossary)
        };
        self.library.get_or_init(collect)
    }

    /// The reports and the tables.
    pub fn corpus(&self) -> &Corpus {
        self.library().corpus()
    }

    /// The tables.
    pub fn editorial(&self) -> EditorialTables {
        EditorialTables::read(|table| Ok::<_, std::convert::Infallible>(self.read_text(table)))
            .unwrap_or_else(|e| match e {})
    }

    /// What the reports say about each other.
    ///
    /// # Panics
    /// If the tables do not fit the reports.
    pub fn links(&self) -> Links {
        read_links(&self.folder, &self.reports()).expect("the tables fit the reports")
    }

    /// The glossary of the reports, as `cargo ingest` writes it.
    ///
    /// # Panics
    /// If the tables do not fit the reports.
    pub fn glossary_json(&self) -> String {
        glossary_json(&self.folder, &self.reports()).expect("the tables fit the reports")
    }

    /// The tables from which links are made.
    pub fn link_tables(&self) -> LinkTables {
        LinkTables::read(|table| Ok::<_, std::convert::Infallible>(self.read_text(table)))
            .unwrap_or_else(|e| match e {})
    }

    /// The text of a file of the folder.
    ///
    /// # Panics
    /// If it cannot be read.
    pub fn read_text(&self, name: &str) -> String {
        read(&self.folder.join(name))
    }

    /// The paths of the files in one of its folders with this extension, sorted by name.
    ///
    /// # Panics
    /// If the folder cannot be listed.
    pub fn files_in(&self, folder: &str, extension: &str) -> Vec<PathBuf> {
        let folder = self.folder.join(folder);
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|found| found == extension));
        paths.sort();
        paths
    }
}

/// The text of a file of the repository, given by its path relative to the root.
///
/// # Panics
/// If it cannot be read.
pub fn read_text(path: &str) -> String {
    read(&path_of(path))
}

/// The root folder of the repository.
pub fn root() -> PathBuf {
    path_of("")
}

/// The absolute path of a file of the repository, given by its path relative to the root.
pub fn path_of(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in the repository").join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
