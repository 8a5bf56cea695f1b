//! Corrections that stand beside a source: they change what was read, each with its reason, or they are refused.

use ingest::corrections::path_for;
use ingest::read::read_report;
use model::{FindingKind, Grade, JudgmentStatus, Report};
use std::error::Error as _;
use std::fs;
use tests::repository;

/// The report of 2021/22 with these rows of corrections beside it; or why they are refused.
fn corrected(rows: &str) -> Result<Report, String> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("report.txt");
    fs::copy(repository::path_of("tests/fixtures/data/sources/warwickshire-2021-22-peel.txt"), &source).unwrap();
    let digest = read_report(&source).unwrap().parsed.report.source.sha256;
    fs::write(path_for(&source), format!("change,of,value,lines,reason\nsource,{},,,\n{rows}", &digest[..16])).unwrap();
    let read = read_report(&source);
    read.map(|read| read.parsed.report).map_err(|error| error.source().map_or(error.to_string(), ToString::to_string))
}

const REPORT: &str = "warwickshire-2021-22-peel";

#[test]
fn a_correction_changes_what_was_read_and_is_shown_as_ours_with_its_reason_and_place() {
    let before = corrected("").unwrap();
    let judgment = before.judgments.iter().find(|judgment| judgment.grade == Some(Grade::Adequate)).unwrap();
    let finding = before.findings.iter().find(|finding| finding.kind == FindingKind::Observation).unwrap();
    let other = before.findings.iter().find(|finding| finding.kind == FindingKind::MainFinding).unwrap();
    let after = corrected(&format!(
        "grade,{},pending,100-101,The chapter says that it follows.\n\
         kind,{},main finding,,It stands among them.\n\
         remove finding,{},,,It is a caption.\n",
        judgment.key, finding.key, other.key
    ))
    .unwrap();
    let changed = after.judgment(&judgment.key).unwrap();
    assert_eq!((changed.status, changed.grade), (JudgmentStatus::Pending, None));
    let changed = after.findings.iter().find(|changed| changed.key == finding.key).unwrap();
    assert_eq!(changed.kind, FindingKind::MainFinding);
    assert_eq!(after.findings.len() + 1, before.findings.len());
    assert!(after.findings.iter().all(|left| left.key != other.key && left.parent.as_ref() != Some(&other.key)));
    let told: Vec<_> = after.problems.iter().filter(|problem| problem.kind_name == "corrected").collect();
    assert_eq!(told.len(), 3);
    assert!(
        told[0].message.starts_with(&format!("Corrected by this site: '{}' is pending", judgment.area)),
        "{:?}",
        told[0]
    );
    assert!(told[0].message.ends_with("Why: The chapter says that it follows."), "{:?}", told[0]);
    assert_eq!(told[0].passages[0].lines, [100, 101]);
    assert_eq!(after.judgment(&judgment.key).unwrap().passages, told[0].passages);
}

#[test]
fn a_judgment_that_was_not_read_is_added_only_with_the_lines_that_say_so() {
    let before = corrected("").unwrap();
    let judgment = before.judgments.iter().find(|judgment| judgment.grade == Some(Grade::Adequate)).unwrap();
    let (area, lines) = (&judgment.area, judgment.passages.iter().flat_map(|passage| passage.lines));
    let (first, last) = (lines.clone().min().unwrap(), lines.max().unwrap());
    let without = format!("remove judgment,{},,,To be added again.\n", judgment.key);
    let again =
        corrected(&format!("{without}add judgment,{area},Adequate,{first}-{last},The table is cut.\n")).unwrap();
    let added = again.judgment(&judgment.key).unwrap();
    assert_eq!((added.grade, added.status, added.scope), (judgment.grade, judgment.status, judgment.scope));
    // Neither a grade nor an area that the lines do not have.
    let reason = corrected(&format!("{without}add judgment,{area},Outstanding,{first}-{last},Because.\n")).unwrap_err();
    assert!(reason.contains("row 4: its lines do not have the word 'Outstanding'"), "{reason}");
    let reason = corrected("add judgment,Flying to the moon,Good,1-2000,Because.\n").unwrap_err();
    assert!(reason.contains("are not lines of the text"), "{reason}");
    let reason = corrected(&format!("add judgment,Flying to the moon,Adequate,{first}-{last},Because.\n")).unwrap_err();
    assert!(reason.contains("do not have the words 'Flying to the moon'"), "{reason}");
}

#[test]
fn a_table_is_only_taken_with_the_text_that_it_is_for_and_each_correction_once() {
    let before = corrected("").unwrap();
    let judgment = before.judgments.iter().find(|judgment| judgment.grade == Some(Grade::Adequate)).unwrap();
    let twice = format!("remove judgment,{0},,,Because.\n", judgment.key).repeat(2);
    assert!(corrected(&twice).unwrap_err().contains("row 4: the same is corrected in a row above"));
    // Another text has other lines and keys.
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("report.txt");
    fs::copy(repository::path_of("tests/fixtures/data/sources/warwickshire-2021-22-peel.txt"), &source).unwrap();
    fs::write(path_for(&source), "change,of,value,lines,reason\nsource,0123456789abcdef,,,\n").unwrap();
    let reason = read_report(&source).err().unwrap();
    assert!(reason.source().unwrap().to_string().contains("row 2: the first row must be: source,"), "{reason}");
}

#[test]
fn a_table_that_does_not_fit_the_report_is_refused_with_its_row() {
    for (row, reason) in [
        ("grade,no-such-key,Good,,Because.", "row 3: there is no judgment no-such-key"),
        ("grade,warwickshire-2021-22-peel/investigating-crime,Superb,,Because.", "'Superb' is neither a grade"),
        ("grade,warwickshire-2021-22-peel/investigating-crime,Good,,", "it has no reason"),
        ("remove finding,x,,,Because.", "there is no finding x"),
        ("paint,x,,,Because.", "'paint' is not a change"),
        ("kind,x,stanza,,Because.", "'stanza' is not a kind of finding"),
        ("grade,x", "row 3"),
        ("grade,warwickshire-2021-22-peel/investigating-crime,pending,,Because.", "name the lines"),
        ("remove finding,x,,,Because.\nremove finding,x,,,Because.", "row 3: there is no finding x"),
    ] {
        let told = corrected(row).unwrap_err();
        assert!(told.contains(reason), "{row}: {told}");
    }
    assert!(corrected("").is_ok_and(|report| report.id.as_str() == REPORT));
}
