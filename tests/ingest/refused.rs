//! Files that are not read or not written: the reason, what to do about it, and the exit status.

use super::{command, folder, invented, name, run};
use std::fs;
use tests::synthetic;

#[test]
fn what_is_refused_is_told_with_its_reason_and_what_to_do_and_the_rest_is_read() {
    let refused: [(&str, &[u8], &[&str]); 5] = [
        ("empty.txt", b" \n", &["it is empty", "leave it out"]),
        ("latin.txt", b"line\nKate\x92s report", &["byte 9 (line 2)", "iconv"]),
        ("minutes.txt", b"Minutes", &["no known format", "PEEL effectiveness report 2017: 'PEEL: "]),
        ("picture.txt", b"%PDF\0\0", &["bytes of value zero", "pdftotext"]),
        ("two.txt", TWO_FORMATS.as_bytes(), &["two formats", "a file of its own"]),
    ];
    let texts = folder(refused.iter().map(|(name, content, _)| (*name, *content)).chain(invented()));
    let printed = run(command().arg("no-such-file").arg(texts.path()));
    assert_eq!((printed.status, printed.out.lines().count()), (Some(1), 5));
    let missing = ("no-such-file", b"".as_slice(), ["it cannot be opened: ", "check the name"].as_slice());
    for (name, _, reasons) in refused.into_iter().chain([missing]) {
        let told = printed.err.split("error: ").find(|told| told.lines().next().is_some_and(|l| l.contains(name)));
        let told = told.unwrap_or_else(|| panic!("nothing is said of {name}: {}", printed.err));
        assert!(reasons.iter().all(|reason| told.contains(reason)), "{told}");
        let closing = printed.err.split("6 refused").nth(1).expect("a closing count");
        assert!(closing.lines().any(|line| line.contains(&format!("{name}: it "))), "{closing}");
    }
    let nothing = folder([]);
    let printed = run(command().arg(nothing.path()));
    assert_eq!(printed.status, Some(1));
    assert!(printed.err.contains("it is a folder in which no .txt file could be found"), "{}", printed.err);
}

const TWO_FORMATS: &str = "PEEL: Police effectiveness 2017
An inspection of Exshire Police. What each judgment means.
How effective is the force at cutting crime? How effective is the force at investigating offending?";

#[test]
fn two_files_of_one_report_are_not_written_over_each_other() {
    let (_, text) = synthetic::TEXTS[3];
    let texts = folder([("first.txt", text.as_bytes()), ("second.txt", text.as_bytes())]);
    let out = texts.path().join("json");
    let written = run(command().arg("--out").arg(&out).arg(texts.path()));
    assert_eq!((written.status, written.out.as_str()), (Some(1), ""));
    let told = written.err.lines().find(|line| line.starts_with("error: ")).expect("an error");
    assert!(told.contains("first.txt") && told.contains("second.txt"), "{told}");
    let jsons: Vec<String> = fs::read_dir(&out).expect("a folder").map(|e| name(&e.expect("a file").path())).collect();
    assert_eq!(jsons, ["wyeshire-2017-effectiveness.json"]);
    assert!(fs::read_to_string(out.join(&jsons[0])).expect("a file").contains("\"file\": \"first.txt\""));
    let printed = run(command().arg(texts.path()));
    assert_eq!((printed.status, printed.out.lines().count()), (Some(0), 2), "printed they harm nothing");
}
