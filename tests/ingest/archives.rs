//! Zip archives of reports.

use super::{field_of_each_line, folder_with, ingest_command, invented_reports, run_command};
use std::fs;
use tests::archive::archive_with;

#[test]
fn the_reports_of_an_archive_are_read_as_those_of_a_folder() {
    let reports: Vec<(String, &[u8])> = invented_reports().map(|(name, text)| (format!("West/{name}"), text)).collect();
    let files = reports.iter().map(|(name, text)| (name.as_str(), *text));
    let others = [("notes.doc", b"none".as_slice()), ("__MACOSX/West/._a.txt", b"x"), ("../../out.txt", b"PEEL")];
    let folder =
        folder_with([("all.zip", archive_with(files.chain(others)).as_slice()), ("empty.zip", &archive_with([]))]);
    let outcome = run_command(ingest_command().arg(folder.path().join("all.zip")));
    assert_eq!(outcome.status, Some(0), "{}", outcome.stderr);
    let mut names = field_of_each_line(&outcome.stdout, "/source/file");
    names.sort();
    let mut expected: Vec<&str> = invented_reports().map(|(name, _)| name).collect();
    expected.sort();
    assert_eq!(names, expected);
    let empty = run_command(ingest_command().arg(folder.path().join("empty.zip")));
    assert_eq!(empty.status, Some(1));
    assert!(empty.stderr.contains("was found in this archive"), "{}", empty.stderr);
}

#[test]
fn a_damaged_archive_is_refused_by_name_and_a_file_that_unpacks_without_end_is_cut() {
    let whole = archive_with(invented_reports());
    let endless = vec![b'a'; convert::MAX_BYTES + 2];
    let bomb = archive_with([("bomb.txt", endless.as_slice())]);
    assert!(bomb.len() < 100_000);
    let folder = folder_with([("cut.zip", &whole[..whole.len() / 2]), ("bomb.zip", bomb.as_slice())]);
    let cut = run_command(ingest_command().arg(folder.path().join("cut.zip")));
    assert_eq!(cut.status, Some(1));
    assert!(cut.stderr.contains("cut.zip") && !cut.stderr.contains("panicked"), "{}", cut.stderr);
    let bomb = run_command(ingest_command().arg(folder.path().join("bomb.zip")));
    assert_eq!(bomb.status, Some(1));
    assert!(bomb.stderr.contains("it is larger than 40 MB"), "{}", bomb.stderr);
    assert!(fs::read_dir(folder.path()).expect("it can be listed").count() == 2, "something was unpacked");
}
