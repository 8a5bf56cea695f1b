//! Corrections: what a person who compared a report with its source changes in what was read. They are rows of a table beside
//! the source, each with its reason, and the site shows each as ours, among the problems of the report.

use csv::StringRecord;
use model::folded_text::{FoldedText, Needle, WordEnding, fold_words};
use model::line::source_lines;
use model::problem::ProblemKind;
use model::{FindingKind, Grade, Judgment, JudgmentKey, JudgmentStatus, Passage, Report, Scale, Scope, slugify};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What the name of the table has after that of the source.
pub const NAME_END: &str = ".corrections.csv";

/// The columns of the table.
pub const COLUMNS: [&str; 5] = ["change", "of", "value", "lines", "reason"];

/// Why a table of corrections cannot be used. The message continues its name and the number of a row.
#[derive(Debug, thiserror::Error)]
pub enum CorrectionError {
    /// It cannot be read.
    #[error("it cannot be opened")]
    Io(#[from] io::Error),
    /// It is not CSV with the expected columns.
    #[error("it is not a table with the columns change,of,value,lines,reason")]
    NotATable,
    /// A row is wrong, for this reason.
    #[error("row {row}: {reason}")]
    WrongRow {
        /// The number of the row, counted from 1; row 1 is the header.
        row: usize,
        /// What is wrong with it, as a clause.
        reason: String,
    },
}

/// The table of corrections that belongs to a source: `report.pdf.corrections.csv` beside `report.pdf`.
pub fn path_for(source: &Path) -> PathBuf {
    let mut path = source.as_os_str().to_owned();
    path.push(NAME_END);
    PathBuf::from(path)
}

/// Applies the corrections that stand beside a source, if there are any. `text` is the text of the source.
///
/// # Errors
/// If the table cannot be read, or a row does not fit the report: nothing is corrected by half.
pub fn apply(source: &Path, text: &str, report: &mut Report) -> Result<(), CorrectionError> {
    let table = match fs::read_to_string(path_for(source)) {
        // Beside a file in an archive, which is no folder, there is no table.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(()),
        table => table?,
    };
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    if reader.headers().ok().is_none_or(|columns| columns != &StringRecord::from(COLUMNS.to_vec())) {
        return Err(CorrectionError::NotATable);
    }
    let mut corrected = report.clone();
    let mut seen = Vec::new();
    for (n, row) in reader.deserialize::<Correction>().enumerate() {
        let wrong = |reason| CorrectionError::WrongRow { row: n + 2, reason };
        let row = row.map_err(|error| wrong(error.to_string()))?;
        if n == 0 {
            row.check_source(&report.source.sha256).map_err(wrong)?;
            continue;
        }
        if seen.contains(&(row.change.clone(), row.of.clone())) {
            return Err(wrong("the same is corrected in a row above".to_string()));
        }
        seen.push((row.change.clone(), row.of.clone()));
        row.apply(text, &mut corrected).map_err(wrong)?;
    }
    *report = corrected;
    Ok(())
}

/// A row of the table.
#[derive(Debug, serde::Deserialize)]
struct Correction {
    /// What is changed: "grade", "add judgment", "remove judgment", "remove finding" or "kind"; in the first row, "source".
    change: String,
    /// The key of the judgment or finding; for an added judgment, its area as printed; in the first row, the beginning of the
    /// SHA-256 of the text.
    of: String,
    /// The grade or the state of a judgment, or the kind of a finding.
    value: String,
    /// The lines where the report says so: "12" or "12-14"; empty if they are those that were read.
    lines: String,
    /// Why.
    reason: String,
}

impl Correction {
    /// Checks that this row, the first, names the text that is corrected: another text has other lines and keys.
    ///
    /// # Errors
    /// If it names another text, or none.
    fn check_source(&self, sha256: &str) -> Result<(), String> {
        /// The fewest digits of the digest.
        const MIN_DIGITS: usize = 12;
        if self.change != "source" || self.of.len() < MIN_DIGITS || !sha256.starts_with(&self.of) {
            return Err(format!("the first row must be: source,{},,,", sha256.get(..16).unwrap_or(sha256)));
        }
        Ok(())
    }

    /// Changes the report.
    ///
    /// # Errors
    /// What is wrong with the row, as a clause.
    fn apply(&self, text: &str, report: &mut Report) -> Result<(), String> {
        if self.reason.trim().is_empty() {
            return Err("it has no reason".to_string());
        }
        let (what, passages) = match self.change.as_str() {
            "grade" => self.change_grade(text, report)?,
            "add judgment" => self.add_judgment(text, report)?,
            "remove judgment" => self.remove_judgment(report)?,
            "remove finding" => self.remove_finding(report)?,
            "kind" => self.change_kind(report)?,
            other => return Err(format!("'{other}' is not a change")),
        };
        let problem = ProblemKind::Corrected { what, reason: self.reason.trim().to_string() };
        report.problems.push(problem.into_problem(passages));
        Ok(())
    }

    fn change_grade(&self, text: &str, report: &mut Report) -> Result<(String, Vec<Passage>), String> {
        let (status, grade) = self.status_and_grade(report.scale)?;
        let judgment = report.judgments.iter_mut().find(|judgment| judgment.key.as_str() == self.of);
        let judgment = judgment.ok_or_else(|| format!("there is no judgment {}", self.of))?;
        let before = grade_in_words(judgment.status, judgment.grade);
        if !self.lines.is_empty() {
            judgment.passages = vec![self.passage(text)?];
        } else if grade.is_none() {
            return Err("name the lines where the report says why there is no grade".to_string());
        }
        require_words(text, &judgment.passages, grade)?;
        (judgment.status, judgment.grade, judgment.inspected) = (status, grade, None);
        // These places state what was read before.
        judgment.also_stated.clear();
        let now = grade_in_words(status, grade);
        Ok((format!("'{}' is {now}; our program read: {before}.", judgment.area), judgment.passages.clone()))
    }

    fn add_judgment(&self, text: &str, report: &mut Report) -> Result<(String, Vec<Passage>), String> {
        let (status, grade) = self.status_and_grade(report.scale)?;
        let key = JudgmentKey::new(format!("{}/{}", report.id, slugify(&self.of)));
        if report.judgment(&key).is_some() {
            return Err(format!("there is a judgment {key} already"));
        }
        let passages = vec![self.passage(text)?];
        require_words(text, &passages, grade)?;
        if !has_words(text, &passages, &self.of) {
            return Err(format!("its lines do not have the words '{}'", self.of));
        }
        let has_areas = report.scale == Scale::FiveTier;
        report.judgments.push(Judgment {
            key,
            scope: if has_areas { Scope::Area } else { Scope::Question },
            area: self.of.clone(),
            also_called: Vec::new(),
            status,
            grade,
            inspected: None,
            passages: passages.clone(),
            also_stated: Vec::new(),
        });
        Ok((format!("'{}' is {}; our program did not read it.", self.of, grade_in_words(status, grade)), passages))
    }

    fn remove_judgment(&self, report: &mut Report) -> Result<(String, Vec<Passage>), String> {
        let at = report.judgments.iter().position(|judgment| judgment.key.as_str() == self.of);
        let removed = report.judgments.remove(at.ok_or_else(|| format!("there is no judgment {}", self.of))?);
        for finding in &mut report.findings {
            finding.judgment.take_if(|key| *key == removed.key);
        }
        Ok((format!("What our program read as a judgment on '{}' is none.", removed.area), removed.passages))
    }

    fn remove_finding(&self, report: &mut Report) -> Result<(String, Vec<Passage>), String> {
        let at = report.findings.iter().position(|finding| finding.key.as_str() == self.of);
        let removed = report.findings.remove(at.ok_or_else(|| format!("there is no finding {}", self.of))?);
        report.findings.iter_mut().for_each(|other| _ = other.parent.take_if(|key| *key == removed.key));
        let keys = report.measures.iter_mut().map(|measure| &mut measure.finding);
        let keys = keys.chain(report.references.iter_mut().map(|reference| &mut reference.finding));
        keys.for_each(|of| _ = of.take_if(|key| *key == removed.key));
        Ok((format!("What our program read as a finding is none: '{}'.", removed.text), removed.passages))
    }

    fn change_kind(&self, report: &mut Report) -> Result<(String, Vec<Passage>), String> {
        let kind = FindingKind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(&self.value));
        let kind = kind.ok_or_else(|| format!("'{}' is not a kind of finding", self.value))?;
        let finding = report.findings.iter_mut().find(|finding| finding.key.as_str() == self.of);
        let finding = finding.ok_or_else(|| format!("there is no finding {}", self.of))?;
        let before = std::mem::replace(&mut finding.kind, kind);
        Ok((
            format!("This is of the kind '{}'; our program read: {}.", kind.name(), before.name()),
            finding.passages.clone(),
        ))
    }

    /// The state and grade in the column of values.
    fn status_and_grade(&self, scale: Scale) -> Result<(JudgmentStatus, Option<Grade>), String> {
        if let Some(grade) = scale.grades().iter().find(|grade| grade.name().eq_ignore_ascii_case(&self.value)) {
            return Ok((JudgmentStatus::Graded, Some(*grade)));
        }
        let statuses = [JudgmentStatus::Ungraded, JudgmentStatus::Pending, JudgmentStatus::NotInspected];
        let status = statuses.into_iter().find(|status| status.name().eq_ignore_ascii_case(&self.value));
        status.map(|status| (status, None)).ok_or_else(|| {
            format!("'{}' is neither a grade of the report's scale nor ungraded, pending or not inspected", self.value)
        })
    }

    /// The lines in the column of lines, whole.
    fn passage(&self, text: &str) -> Result<Passage, String> {
        /// The most lines in which a report states one judgment.
        const MAX_LINES: u32 = 20;
        let (first, last) = self.lines.split_once('-').unwrap_or((&self.lines, &self.lines));
        let number = |digits: &str| digits.trim().parse::<u32>().ok();
        let lines = number(first).zip(number(last)).filter(|(first, last)| first <= last);
        let places = lines.and_then(|(first, last)| {
            let mut found = source_lines(text).filter(|line| (first..=last).contains(&line.number));
            let start = found.next().filter(|line| line.number == first)?;
            let end = found.last().unwrap_or(start);
            (end.number == last && last - first < MAX_LINES).then(|| Passage {
                lines: [first, last],
                bytes: [start.start as u32, (end.start + end.text.len()) as u32],
            })
        });
        places.ok_or_else(|| format!("'{}' are not lines of the text, or more than {MAX_LINES}", self.lines))
    }
}

fn grade_in_words(status: JudgmentStatus, grade: Option<Grade>) -> &'static str {
    grade.map_or(status.name(), Grade::name)
}

/// Whether the places have these words, whole: "inadequate" does not have "adequate".
fn has_words(text: &str, passages: &[Passage], words: &str) -> bool {
    let at = |passage: &Passage| text.get(passage.bytes[0] as usize..passage.bytes[1] as usize).unwrap_or_default();
    let places = passages.iter().map(at).collect::<Vec<_>>().join(" ");
    let needle = Needle { text: fold_words(words), ending: WordEnding::WholeWord };
    FoldedText::new(&places.split_whitespace().collect::<Vec<_>>().join(" ")).has_match(&needle)
}

/// Checks that the report itself has the grade at its place: a correction cannot give a grade that is not printed.
fn require_words(text: &str, passages: &[Passage], grade: Option<Grade>) -> Result<(), String> {
    match grade {
        Some(grade) if !has_words(text, passages, grade.name()) => {
            Err(format!("its lines do not have the word '{grade}': name the lines where the report gives the grade"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::has_words;
    use model::Passage;

    #[test]
    fn a_place_has_a_grade_only_as_a_whole_word() {
        let has =
            |text: &str, grade| has_words(text, &[Passage { lines: [1, 1], bytes: [0, text.len() as u32] }], grade);
        assert!(
            has("The force is inadequate at this.", "Inadequate")
                && has("requires\nimprovement", "Requires improvement")
        );
        assert!(!has("The force is inadequate at this.", "Adequate") && !has("goodwill", "Good"));
    }
}
