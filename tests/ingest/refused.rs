//! Files that cannot be read, and reports that cannot be written: the reason, the advice and the exit status.

use super::{file_name, folder_with, ingest_command, invented_reports, run_command};
use std::fs;
use tests::synthetic;

#[test]
fn a_refused_file_is_reported_with_reason_and_advice_and_the_others_are_read() {
    let refused: [(&str, &[u8], &[&str]); 6] = [
        ("empty.txt", b" \n", &["it is empty", "leave it out"]),
        ("latin.txt", b"line\nKate\x92s report", &["byte 9 (line 2)", "iconv"]),
        ("minutes.txt", b"Minutes", &["known report format", "PEEL effectiveness report 2017: 'PEEL: "]),
        ("binary.txt", b"PEEL\0\0", &["a binary file", "save the report as PDF"]),
        ("report.pdf", b"%PDF-1.7\n", &["a PDF that is damaged", "get the file again"]),
        ("two.txt", TWO_FORMATS.as_bytes(), &["two formats", "a file of its own"]),
    ];
    let texts = folder_with(refused.iter().map(|(name, content, _)| (*name, *content)).chain(invented_reports()));
    let printed = run_command(ingest_command().arg("no-such-file").arg(texts.path()));
    assert_eq!((printed.status, printed.stdout.lines().count()), (Some(1), 5));
    let missing = ("no-such-file", b"".as_slice(), ["it cannot be opened: ", "check the name"].as_slice());
    for (name, _, reasons) in refused.into_iter().chain([missing]) {
        let mut errors = printed.stderr.split("error: ");
        let error = errors.find(|error| error.lines().next().is_some_and(|line| line.contains(name)));
        let error = error.unwrap_or_else(|| panic!("nothing is reported for {name}: {}", printed.stderr));
        assert!(reasons.iter().all(|reason| error.contains(reason)), "{error}");
        let closing = printed.stderr.split("7 refused").nth(1).expect("a closing count");
        assert!(closing.lines().any(|line| line.contains(&format!("{name}: it "))), "{closing}");
    }
    let nothing = folder_with([]);
    let printed = run_command(ingest_command().arg(nothing.path()));
    assert_eq!(printed.status, Some(1));
    assert!(
        printed.stderr.contains("no text, PDF, web page or Word document was found in this folder"),
        "{}",
        printed.stderr
    );
}

/// A text that matches the formats of 2017 and 2014.
const TWO_FORMATS: &str = "PEEL: Police effectiveness 2017
An inspection of Exshire Police. What each judgment means.
How effective is the force at cutting crime? How effective is the force at reducing crime and preventing offending?
How effective is the force at investigating offending?
Definitions and what each judgment means";

#[test]
fn a_report_in_which_nothing_can_be_read_is_a_failure_of_its_own() {
    let empty = "PEEL 2021/22\n\nPolice effectiveness, efficiency and legitimacy\n\nAn inspection of Exshire Police\n\nIt is large.\n";
    let texts = folder_with([("empty.txt", empty.as_bytes()), ("minutes.txt", b"Minutes".as_slice())]);
    let printed = run_command(ingest_command().arg(texts.path().join("empty.txt")));
    assert_eq!((printed.status, printed.stdout.as_str()), (Some(2), ""));
    assert!(printed.stderr.contains("no judgment and no finding could be read in it"), "{}", printed.stderr);
    assert_eq!(run_command(ingest_command().arg(texts.path())).status, Some(2));
}

#[test]
fn two_files_with_the_same_report_do_not_overwrite_each_other() {
    let (_, text) = synthetic::INVENTED_REPORTS[3];
    let texts = folder_with([("first.txt", text.as_bytes()), ("second.txt", text.as_bytes())]);
    let out = texts.path().join("json");
    let written = run_command(ingest_command().arg("--out").arg(&out).arg(texts.path()));
    assert_eq!((written.status, written.stdout.as_str()), (Some(1), ""));
    let error = written.stderr.lines().find(|line| line.starts_with("error: ")).expect("an error");
    assert!(error.contains("first.txt") && error.contains("second.txt"), "{error}");
    let jsons: Vec<String> =
        fs::read_dir(&out).expect("a folder").map(|e| file_name(&e.expect("a file").path())).collect();
    assert_eq!(jsons, ["wyeshire-2017-effectiveness.json"]);
    assert!(fs::read_to_string(out.join(&jsons[0])).expect("a file").contains("\"file\": \"first.txt\""));
    let printed = run_command(ingest_command().arg(texts.path()));
    assert_eq!((printed.status, printed.stdout.lines().count()), (Some(0), 2), "both can be printed");
}

#[test]
#[cfg(unix)]
fn a_pipe_is_refused_without_waiting_and_no_name_is_a_command_to_the_terminal() {
    let texts = folder_with([("red\u{1b}[31m\n.txt", b"".as_slice())]);
    let pipe = texts.path().join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe can be made");
    let printed = run_command(ingest_command().arg(texts.path()));
    assert_eq!(printed.status, Some(1));
    assert!(printed.stderr.contains("pipe.txt was not read: it is a pipe or a device"), "{}", printed.stderr);
    assert!(printed.stderr.contains("red\\u{1b}[31m\\n.txt was not read: it is empty"), "{}", printed.stderr);
    assert!(!printed.stderr.contains('\u{1b}'), "{}", printed.stderr);
}
