//! Reads `data/`: the texts of the reports, and the tables that this project adds.

use crate::made_up::{ReportText, add_made_up_reports};
use crate::project::Project;
use crate::single_file::NamedFiles;
use crate::text_index;
use anyhow::{Context, Result, bail};
use corpus::{Corpus, EditorialTables, Glossary};
use explore::library::Library;
use explore::pages::phrasing;
use explore::prepared::with_prepared_content;
use html::views::DataAge;
use ingest::read;
use model::{DateSpan, Report, ReportId};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use threads::{LinkTables, collect_corpus};

/// The data that pages are rendered from.
pub struct SiteData {
    /// All reports and tables.
    pub library: Library,
    /// Each report's full text, as received.
    pub texts: BTreeMap<ReportId, String>,
    text_index: OnceLock<NamedFiles>,
    /// The date of the last commit: "2026-11-21". Empty if the sources are not a git repository.
    pub build_date: String,
    /// Which reports there are, in a sentence, if only those on some forces were wanted; else empty.
    scope: String,
}

impl SiteData {
    /// Reads the tables and parses every source. Writes nothing into the folder: only `cargo ingest` does that.
    ///
    /// # Errors
    /// If a file cannot be read, a source cannot be parsed, or the reports and tables contradict each other.
    pub fn load(project: &Project) -> Result<Self> {
        let folder = project.data();
        let read_table = |table: &str| {
            let path = folder.join(table);
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let editorial = EditorialTables::read(read_table)?;
        let folder = folder.join("sources");
        let sources =
            read::report_files_in(&folder).with_context(|| format!("{} cannot be listed", folder.display()))?;
        let read = |source: PathBuf| {
            let read = read::read_report(&source).with_context(|| format!("{} could not be read", source.display()))?;
            Ok((read.parsed.report, read.text))
        };
        let mut held: Vec<ReportText> = sources.into_par_iter().map(read).collect::<Result<_>>()?;
        if let Some(count) = project.made_up_reports() {
            let tables = Corpus::collect(&editorial, Vec::new())?;
            held = add_made_up_reports(held, &tables.forces, &tables.cycles, count)?;
        }
        let mut tables = LinkTables::read(read_table)?;
        let scope = narrow(&editorial, project.forces(), &mut held, &mut tables)?;
        let texts = held.iter().map(|(report, text)| (report.id.clone(), text.clone())).collect();
        let reports: Vec<Report> = held.into_iter().map(|(report, _)| report).collect();
        let corpus = collect_corpus(&editorial, reports.clone(), &tables).context("the reports do not fit together")?;
        let glossary = Glossary::collect(&corpus, &reports, &editorial.glossary_pages_csv)
            .context("the glossary cannot be collected")?;
        let last_commit = duct::cmd!("git", "log", "-1", "--format=%cs").dir(project.root()).stderr_null().read();
        Ok(Self {
            library: Library::with_glossary(with_prepared_content(corpus), glossary),
            texts,
            text_index: OnceLock::new(),
            build_date: last_commit.unwrap_or_default(),
            scope,
        })
    }

    /// The index of the full texts as files, made when it is first needed: the site and the single file both have it.
    pub fn text_index(&self) -> &NamedFiles {
        self.text_index.get_or_init(|| text_index::chunk_files(self.library.corpus(), &self.texts))
    }

    /// How old the data and the site are.
    pub fn age(&self) -> DataAge {
        let built = DateSpan::try_from(self.build_date.clone()).map(DateSpan::in_words).unwrap_or_default();
        DataAge { checked: self.library.corpus().checked.in_words(), built, scope: self.scope.clone() }
    }

    /// The path on the site and the unchanged text of each report.
    pub fn text_files(&self) -> impl Iterator<Item = (String, &str)> {
        let text = |report: &Report| {
            Some((format!("data/text/{}", report.text_file_name()), self.texts.get(&report.id)?.as_str()))
        };
        self.library.corpus().reports.iter().filter_map(text)
    }

    /// The publication date of the newest report held: "October 2022".
    pub fn newest_publication(&self) -> Option<String> {
        let dates =
            self.library.corpus().reports.iter().filter_map(|report| self.library.corpus().publication_of(report));
        dates.map(|published| published.date).max().map(|when| when.in_words())
    }

    /// The text of all findings as the reports print it: the least that has to be sent to show them.
    pub fn finding_words(&self) -> String {
        self.library.corpus().findings().flat_map(|(_, finding)| finding.texts()).collect::<Vec<_>>().join("\n")
    }
}

/// Leaves only the reports on some forces, and the rows of the tables that name no finding of others. Returns in a sentence
/// which reports there are; empty if all are wanted.
///
/// # Errors
/// If there is no such force.
fn narrow(
    editorial: &EditorialTables,
    forces: &[String],
    held: &mut Vec<ReportText>,
    tables: &mut LinkTables,
) -> Result<String> {
    if forces.is_empty() {
        return Ok(String::new());
    }
    let known = Corpus::collect(editorial, Vec::new())?.forces;
    if let Some(unknown) = forces.iter().find(|id| !known.iter().any(|force| force.id.as_str() == id.as_str())) {
        let ids: Vec<&str> = known.iter().map(|force| force.id.as_str()).collect();
        bail!("there is no force `{unknown}`; there are {}", ids.join(", "));
    }
    let is_wanted = |id: &str| forces.iter().any(|wanted| wanted == id);
    let removed: Vec<String> = held
        .iter()
        .filter(|(report, _)| !is_wanted(report.force.id.as_str()))
        .map(|(report, _)| report.id.to_string())
        .collect();
    held.retain(|(report, _)| is_wanted(report.force.id.as_str()));
    for csv in [&mut tables.links_csv, &mut tables.threads_csv] {
        // A report is named in a column of its own, or begins the key of a finding.
        let names_none =
            |line: &&str| !line.split([',', '"', '/', ' ']).any(|part| removed.iter().any(|id| id == part));
        *csv = csv.lines().filter(names_none).map(|line| format!("{line}\n")).collect();
    }
    let names: Vec<String> =
        known.iter().filter(|force| is_wanted(force.id.as_str())).map(|force| force.name.clone()).collect();
    let which = if held.is_empty() { "no reports, because none is held on" } else { "only the reports on" };
    Ok(format!(
        "This copy has {which} {}; of other forces it has the grades that public pages state.",
        phrasing::join_as_list(&names)
    ))
}
