//! One inspection report of one force, as parsed from its text (`data/report.schema.json`).

use crate::problem::Problem;
use crate::{
    Abbreviation, AllianceSentence, DateSpan, Definition, Figure, Finding, FindingKey, Footnote, ForceId, Judgment,
    JudgmentKey, Measure, Passage, Reference, ReportId, Scale,
};
use serde::{Deserialize, Serialize};

/// The version of the report schema that this program reads and writes.
pub const SCHEMA_VERSION: u32 = 1;

/// The inspectorate, under the name it had at the time: HMIC became HMICFRS in July 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inspectorate {
    /// Her Majesty's Inspectorate of Constabulary, to July 2017.
    #[serde(rename = "HMIC")]
    Hmic,
    /// Her (now His) Majesty's Inspectorate of Constabulary and Fire & Rescue Services, from July 2017.
    #[serde(rename = "HMICFRS")]
    Hmicfrs,
}

impl Inspectorate {
    /// The short name, as the inspectorate prints it.
    pub fn name(self) -> &'static str {
        match self {
            Inspectorate::Hmic => "HMIC",
            Inspectorate::Hmicfrs => "HMICFRS",
        }
    }
}

/// The inspected force, under the name that the report prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintedForce {
    /// The force that the printed name stands for.
    pub id: ForceId,
    /// The name as printed: "West Midlands Police".
    pub name: String,
}

/// The file a report was parsed from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SourceFile {
    /// The file name without its folder.
    pub file: String,
    /// SHA-256 of the file in lower-case hex, so that a quotation can be checked against exactly this text.
    pub sha256: String,
    /// The length of the file in bytes.
    pub bytes: usize,
    /// The number of lines in the file.
    pub lines: usize,
    /// The first line of each page; empty if the text was not made from a PDF.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<u32>,
    /// The lines of headings with their ids on a web page; empty if the text was not made from one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
}

/// A heading that has an address of its own on a web page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Anchor {
    /// Its line in the text.
    pub line: u32,
    /// Its id: what follows the number sign in its address.
    pub id: String,
}

/// A place in a report as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedPlace<'r> {
    /// A page of a PDF, counted from 1.
    Page(usize),
    /// Under the heading with this id on a web page.
    Anchor(&'r str),
}

impl SourceFile {
    /// Where a line of the text is in the report as published; `None` if the text does not say.
    pub fn place_of(&self, line: u32) -> Option<PublishedPlace<'_>> {
        if !self.pages.is_empty() {
            return Some(PublishedPlace::Page(self.pages.iter().take_while(|first| **first <= line).count()));
        }
        let before = self.anchors.iter().take_while(|anchor| anchor.line <= line);
        before.last().map(|anchor| PublishedPlace::Anchor(&anchor.id))
    }
}

/// A parsed report. Every quoted string is in the report's own words, with white space collapsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The version of the schema that it was written with.
    pub schema: u32,
    /// Its permanent id.
    pub id: ReportId,
    /// The inspected force.
    pub force: PrintedForce,
    /// Who inspected.
    pub inspectorate: Inspectorate,
    /// "PEEL", "Crime inspection" or "Core business".
    pub programme: String,
    /// The pillar, for a report on only one of them: "Effectiveness".
    pub pillar: Option<String>,
    /// The id of the cycle: "2014", "2021/22".
    pub cycle: String,
    /// The title as the report prints it.
    pub title: String,
    /// The date of publication, to the precision printed; `None` where the text prints no date.
    pub published: Option<DateSpan>,
    /// When the fieldwork was done, as the text gives it.
    pub inspected: Option<DateSpan>,
    /// The ISBN printed on the cover.
    pub isbn: Option<String>,
    /// The name of the inspector who signed the report.
    pub inspector: Option<String>,
    /// The scale of its grades.
    pub scale: Scale,
    /// The file that it was parsed from.
    pub source: SourceFile,
    /// Its judgments. An overall one comes first.
    pub judgments: Vec<Judgment>,
    /// Its formal items.
    pub findings: Vec<Finding>,
    /// The numbers that it gives for the force.
    pub measures: Vec<Measure>,
    /// Its charts and tables.
    pub figures: Vec<Figure>,
    /// Its footnotes.
    pub footnotes: Vec<Footnote>,
    /// The abbreviations that it spells out.
    pub abbreviations: Vec<Abbreviation>,
    /// What it says that terms mean.
    pub definitions: Vec<Definition>,
    /// Its sentences about earlier inspections.
    pub references: Vec<Reference>,
    /// Its sentences about an alliance with another force.
    pub alliances: Vec<AllianceSentence>,
    /// What could not be read in its text, or contradicts itself.
    pub problems: Vec<Problem>,
}

impl Report {
    /// The judgment with this key, if the report has it.
    pub fn judgment(&self, key: &JudgmentKey) -> Option<&Judgment> {
        self.judgments.iter().find(|judgment| judgment.key == *key)
    }

    /// The report under another id, which its keys begin with.
    #[must_use]
    pub fn with_id(mut self, id: ReportId) -> Report {
        let rekeyed = |key: &str| match key.strip_prefix(self.id.as_str()) {
            Some(rest) => format!("{id}{rest}"),
            None => key.to_string(),
        };
        for judgment in &mut self.judgments {
            judgment.key = JudgmentKey::new(rekeyed(judgment.key.as_str()));
        }
        for finding in &mut self.findings {
            finding.key = FindingKey::new(rekeyed(finding.key.as_str()));
            finding.judgment = finding.judgment.take().map(|key| JudgmentKey::new(rekeyed(key.as_str())));
            finding.parent = finding.parent.take().map(|key| FindingKey::new(rekeyed(key.as_str())));
        }
        let measures = self.measures.iter_mut().map(|measure| &mut measure.finding);
        let references = self.references.iter_mut().map(|reference| &mut reference.finding);
        let alliances = self.alliances.iter_mut().map(|sentence| &mut sentence.finding);
        for key in measures.chain(references).chain(alliances).flatten() {
            *key = FindingKey::new(rekeyed(key.as_str()));
        }
        Report { id, ..self }
    }

    /// All places in the source that it names.
    pub fn passages_mut(&mut self) -> impl Iterator<Item = &mut Passage> {
        let judgments = self.judgments.iter_mut().flat_map(|j| j.passages.iter_mut().chain(&mut j.also_stated));
        let findings = self.findings.iter_mut().flat_map(|finding| &mut finding.passages);
        let measures = self.measures.iter_mut().flat_map(|measure| &mut measure.passages);
        let figures = self.figures.iter_mut().flat_map(|figure| &mut figure.passages);
        let footnotes = self.footnotes.iter_mut().flat_map(|note| note.passages.iter_mut().chain(&mut note.marked));
        let abbreviations = self.abbreviations.iter_mut().flat_map(|short| {
            let again = short.again.iter_mut().flat_map(|repetition| &mut repetition.passages);
            short.passages.iter_mut().chain(again)
        });
        let definitions = self.definitions.iter_mut().flat_map(|definition| &mut definition.passages);
        let references = self.references.iter_mut().flat_map(|reference| &mut reference.passages);
        let alliances = self.alliances.iter_mut().flat_map(|sentence| &mut sentence.passages);
        let problems = self.problems.iter_mut().flat_map(|problem| &mut problem.passages);
        let quoted = judgments.chain(findings).chain(measures).chain(figures);
        let quoted = quoted.chain(footnotes).chain(abbreviations).chain(definitions);
        quoted.chain(references).chain(alliances).chain(problems)
    }

    /// The file name under which the site publishes the source text. It contains a hash, so it changes with the text.
    pub fn text_file_name(&self) -> String {
        let hash = self.source.sha256.get(..16).unwrap_or(&self.source.sha256);
        format!("{}.{hash}.txt", self.id)
    }
}
