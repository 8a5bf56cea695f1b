//! The names that this site shows with every finding and judgment: kinds of finding, states and grades.

use crate::collection::web_address;
use crate::glossary::{GlossaryEntry, TermDefinition};
use crate::{CollectError, read_rows};
use model::{FindingKind, Grade, JudgmentStatus, Report, ReportId, term_id};
use serde::{Deserialize, Serialize};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameGroup {
    /// A kind of finding.
    Kind,
    /// A state of a judgment.
    State,
    /// A grade.
    Grade,
}

/// A name, and what the inspectorate says that it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlossaryName {
    /// What it is the name of.
    pub group: NameGroup,
    /// The name: "Area for improvement".
    pub name: String,
    /// What held reports say that it means, oldest first.
    pub definitions: Vec<TermDefinition>,
    /// Where a held report says that the inspectorate explains it, if none explains it itself.
    pub elsewhere: Option<PageElsewhere>,
    /// The address of a page of the inspectorate that explains it and that no held report names, if none explains it itself.
    pub page: Option<String>,
}

/// A page of the inspectorate, to which a held report leads (`data/glossary-pages.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageElsewhere {
    /// Its address, which stands in the text of the report.
    pub address: String,
    /// The report.
    pub report: ReportId,
    /// The line at which the sentence begins, counted from 1.
    pub line: u32,
    /// The sentence that leads to it.
    pub quote: String,
}

#[derive(Deserialize)]
struct PageRecord {
    group: NameGroup,
    name: String,
    #[serde(deserialize_with = "web_address")]
    address: String,
    report: String,
    line: Option<u32>,
    quote: String,
}

/// All names; their definitions are taken out of the entries.
///
/// # Errors
/// If the table of pages cannot be read.
pub fn collect_names(
    entries: &mut Vec<GlossaryEntry>,
    reports: &[&Report],
    pages_csv: &str,
) -> Result<Vec<GlossaryName>, CollectError> {
    let rows: Vec<PageRecord> = read_rows("glossary-pages.csv", pages_csv)?;
    let (unnamed, named): (Vec<PageRecord>, Vec<PageRecord>) = rows.into_iter().partition(|row| row.report.is_empty());
    let page = |PageRecord { group, address, report, line, quote, .. }: PageRecord| {
        (group, PageElsewhere { address, report: ReportId::new(report), line: line.unwrap_or_default(), quote })
    };
    let pages: Vec<(NameGroup, PageElsewhere)> = named.into_iter().map(page).collect();
    let kinds = FindingKind::ALL.map(|kind| (NameGroup::Kind, kind.name()));
    let states = JudgmentStatus::ALL.map(|status| (NameGroup::State, status.name()));
    let grades = Grade::ALL.map(|grade| (NameGroup::Grade, grade.name()));
    let named = kinds.into_iter().chain(states).chain(grades);
    // A page that a report leads to explains the grades of that report's time, and no others.
    let has_name = |page: &PageElsewhere, group: NameGroup, name: &str| {
        let scale = reports.iter().find(|report| report.id == page.report).map(|report| report.scale);
        group != NameGroup::Grade || scale.is_some_and(|scale| scale.grades().iter().any(|grade| grade.name() == name))
    };
    Ok(named
        .map(|(group, name)| {
            let page = pages.iter().find(|(explained, page)| *explained == group && has_name(page, group, name));
            let own = unnamed.iter().find(|row| row.group == group && row.name == name);
            glossary_name(entries, page.map(|(_, page)| page), own.map(|row| row.address.as_str()), group, name)
        })
        .collect())
}

fn glossary_name(
    entries: &mut Vec<GlossaryEntry>,
    page: Option<&PageElsewhere>,
    own_page: Option<&str>,
    group: NameGroup,
    name: &str,
) -> GlossaryName {
    // "Observation" is also an ordinary word, but no report defines it as one.
    let at = entries.iter().position(|entry| entry.id == term_id(name) && entry.linked_by.is_empty());
    let definitions = at.map(|at| entries.remove(at).definitions).unwrap_or_default();
    let page = page.filter(|_| definitions.is_empty());
    let own_page = own_page.filter(|_| definitions.is_empty() && page.is_none()).map(str::to_string);
    GlossaryName { group, name: name.to_string(), definitions, elsewhere: page.cloned(), page: own_page }
}
