//! Reads `data/`: the reports' texts and what the project adds to them.

use crate::project::Project;
use crate::tree::Tree;
use anyhow::{Context, Result};
use force_findings::corpus::{Corpus, Editorial};
use force_findings::model::{Report, ReportId};
use force_findings::parse::parse;
use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

/// Everything that the pages are made of.
pub struct Data {
    pub corpus: Rc<Corpus>,
    /// Each report's full text, as received.
    pub texts: BTreeMap<ReportId, Rc<str>>,
    hashes: BTreeMap<ReportId, String>,
}

impl Data {
    /// Parses every source.
    pub fn read(project: &Project) -> Result<Self> {
        let editorial = Editorial {
            forces_csv: project.read("data/forces.csv")?,
            cycles_csv: project.read("data/cycles.csv")?,
            subjects_csv: project.read("data/subjects.csv")?,
            publication_dates_csv: project.read("data/publication-dates.csv")?,
        };
        let mut reports = Vec::new();
        let (mut texts, mut hashes) = (BTreeMap::new(), BTreeMap::new());
        for (name, text) in sources(project)? {
            let report: Report = parse(&name, &text).with_context(|| format!("data/sources/{name}"))?.report;
            hashes.insert(report.id.clone(), report.source.sha256.clone());
            texts.insert(report.id.clone(), Rc::from(text));
            reports.push(report);
        }
        let corpus = Corpus::collect(&editorial, reports).context("the reports do not fit together")?;
        Ok(Self { corpus: Rc::new(corpus), texts, hashes })
    }

    /// Publishes each text unchanged, under a name that says which text it is.
    pub fn publish_texts(&self, tree: &mut Tree) {
        for (id, text) in &self.texts {
            tree.insert(format!("data/text/{id}.{}.txt", &self.hashes[id][..16]), text.as_bytes().to_vec());
        }
    }
}

/// Names and texts of the sources, in the names' order.
fn sources(project: &Project) -> Result<BTreeMap<String, String>> {
    let folder = project.root().join("data/sources");
    let mut sources = BTreeMap::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            sources.insert(name.clone(), project.read(&format!("data/sources/{name}"))?);
        }
    }
    Ok(sources)
}
