//! `cargo ingest --check`: the ledger of the lines of a text.

use super::{ingest_command, run_command};
use tests::repository;

#[test]
fn the_ledger_adds_up_to_all_lines_and_lists_the_unread_ones() {
    for source in repository::fixture().sources() {
        let checked = run_command(ingest_command().arg("--check").arg(format!("data/sources/{}", source.file)));
        assert_eq!(checked.status, Some(0), "{}", checked.stderr);
        let rows = checked.stdout.lines().filter_map(|line| line.trim_end().rsplit_once("  "));
        let rows: Vec<(&str, usize)> =
            rows.filter_map(|(name, number)| Some((name, number.trim().parse().ok()?))).collect();
        let row = |wanted: &str| rows.iter().find(|(name, _)| name.trim() == wanted).map(|(_, number)| *number);
        let all = rows.iter().position(|(name, _)| name.trim() == "lines in total").expect("a sum");
        assert_eq!(rows[..all].iter().map(|(_, number)| number).sum::<usize>(), rows[all].1, "{}", checked.stdout);
        let report = source.report();
        assert_eq!(rows[all].1, report.source.lines);
        assert_eq!(row("judgments"), Some(report.judgments.len()));
        assert_eq!(row("findings"), Some(report.findings.len()));
        assert_eq!(row("problems"), Some(report.problems.len()));
        for part in ["measures", "figures", "footnotes", "abbreviations", "definitions", "references"] {
            assert!(row(part).is_some(), "{part}");
        }
        let kinds = rows.iter().skip_while(|(name, _)| name.trim() != "findings").skip(1);
        let kinds = kinds.take_while(|(name, _)| name.starts_with("    ")).map(|(_, number)| number);
        assert_eq!(kinds.sum::<usize>(), report.findings.len());
        assert_eq!(row("unread"), row("unread lines"));
        let listed = checked.stdout.lines().filter(|line| line.starts_with("    line ")).count();
        assert_eq!(Some(listed), row("unread"));
    }
}

#[test]
fn every_line_is_printed_whole_with_its_number_and_role() {
    let source = repository::fixture().source_of_report("warwickshire-2014-core-business");
    let checked =
        run_command(ingest_command().args(["--check", "--lines"]).arg(format!("data/sources/{}", source.file)));
    let printed: Vec<&str> = checked.stdout.lines().skip(1).take(source.report().source.lines).collect();
    let lines = model::line::source_lines(&source.text).zip(&source.parsed.roles);
    for (printed, (line, role)) in printed.iter().zip(lines) {
        assert_eq!(*printed, format!("{:>6}  {:<15}  {}", line.number, role.name(), line.text).trim_end());
    }
    assert_eq!(
        run_command(ingest_command().args(["--lines", "any.txt"])).status,
        Some(2),
        "--lines alone is no command"
    );
}
