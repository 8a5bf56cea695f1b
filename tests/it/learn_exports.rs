//! Notes that are saved as documents carry what they are about, its source and caveats, and nothing that is shared has notes.

use crate::faulty_storage::Storage;
use crate::learn_windows::{FINDINGS, Window};
use explore::export::{LICENCE, Origin};
use explore::pages::caveats::finding_caveats;
use learn::export::{markdown, note_entries, rich_text};
use learn::{Edit, EditAction, LearnState, Subject};
use model::FindingKey;
use tests::repository;

fn origin() -> Origin {
    Origin {
        address: "https://example.org/learn/".to_string(),
        site_root: "https://example.org/".to_string(),
        build_date: "2026-11-28".to_string(),
        data_file: "corpus.1.json".to_string(),
    }
}

/// The documents of three notes, one of them a bookmark.
fn documents() -> [String; 2] {
    let mut window = Window::open(&Storage::default());
    window.write(FINDINGS[0], "Ask the *control* room {today}\nand tomorrow");
    window.bookmark(FINDINGS[1]);
    window.write(FINDINGS[2], "Café – 1. first");
    let entries = note_entries(repository::fixture().corpus(), &window.controller.state().notes, &origin());
    [markdown(&entries, &origin()), plain(&rich_text(&entries, &origin()))]
}

/// The words of a document in the Rich Text Format, as a word processor shows them.
fn plain(document: &str) -> String {
    let (mut out, mut chars) = (String::new(), document.chars().peekable());
    let mut units: Vec<u16> = Vec::new();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(Some(c).filter(|c| !matches!(c, '{' | '}' | '\n')));
            continue;
        }
        if let Some(sign) = chars.next_if(|c| matches!(c, '\\' | '{' | '}' | '*')) {
            out.push(sign);
            continue;
        }
        let mut word = String::new();
        while let Some(c) = chars.next_if(|c| c.is_ascii_alphanumeric() || *c == '-') {
            word.push(c);
            // A control word of one letter and a number ends with the number.
            if word.starts_with('u') && word.len() > 1 && !chars.peek().is_some_and(char::is_ascii_digit) {
                let number = word[1..].parse::<i16>();
                if number.is_ok() {
                    break;
                }
            }
        }
        match word.strip_prefix('u').and_then(|number| number.parse::<i16>().ok()) {
            Some(unit) => {
                units.push(unit.cast_unsigned());
                chars.next_if_eq(&'?');
                if let Ok(words) = String::from_utf16(&units) {
                    out.push_str(&words);
                    units.clear();
                }
            }
            None => {
                chars.next_if_eq(&' ');
                if word == "par" {
                    out.push('\n');
                }
            }
        }
    }
    out
}

#[test]
fn each_note_has_its_finding_source_caveats_address_and_the_document_its_licence() {
    let corpus = repository::fixture().corpus();
    let without_escapes = |text: &str| text.replace('\\', "");
    for (document, count) in documents().into_iter().zip([4, 5]) {
        let document = without_escapes(&document);
        for address in FINDINGS {
            let key = FindingKey::new(address.trim_start_matches("finding/").trim_end_matches('/'));
            let (report, finding) = corpus.finding(&key).expect("a finding");
            let caveats = finding_caveats(corpus, report, finding);
            assert!(!caveats.is_empty());
            for words in caveats.iter().chain([&finding.text]).chain(&finding.items).chain(&finding.body) {
                assert!(document.contains(words.as_str()), "{words} is not in {document}");
            }
            assert!(document.contains(&format!("https://example.org/{address}")), "{document}");
            assert!(document.contains(&format!("{}, {}", finding.kind.name(), report.force.name)), "{document}");
        }
        for words in [
            "published",
            LICENCE,
            "my own, not the inspectorate's",
            "30 November 2026",
            "Café – 1. first",
            "corpus.1.json",
        ] {
            assert!(document.contains(words), "{words} is not in {document}");
        }
        assert!(document.contains("Ask the *control* room {today}"), "{document}");
        // In the title, in the rule whose words are whose, and on two notes; a word processor also has it as a property.
        assert_eq!(document.matches("My note").count(), count, "the bookmark has no note: {document}");
    }
}

#[test]
fn a_document_for_word_processors_has_only_plain_signs_and_whole_groups() {
    let mut window = Window::open(&Storage::default());
    window.write(FINDINGS[0], "{{{ } \\par 🚔 é");
    let entries = note_entries(repository::fixture().corpus(), &window.controller.state().notes, &origin());
    let document = rich_text(&entries, &origin());
    assert!(document.is_ascii() && document.starts_with("{\\rtf1\\ansi"), "{document}");
    let mut depth = 0_i32;
    let mut before = ' ';
    for c in document.chars() {
        match c {
            '{' if before != '\\' => depth += 1,
            '}' if before != '\\' => depth -= 1,
            _ => {}
        }
        assert!(depth >= 0);
        before = if before == '\\' && c == '\\' { ' ' } else { c };
    }
    assert_eq!(depth, 0);
    assert!(plain(&document).contains("{{{ } \\par 🚔 é"), "{}", plain(&document));
}

#[test]
fn a_note_on_words_that_have_changed_or_are_gone_says_so() {
    let write = |address: &str, quote: &str| {
        let subject = Subject { address: address.to_string(), title: "Title".to_string(), quote: quote.to_string() };
        EditAction::Write { subject, base: String::new(), words: "Mine".to_string(), day: "2026-11-30".to_string() }
    };
    let mut state = LearnState::default();
    state.apply(&Edit { at: 1, action: write(FINDINGS[0], "Other words") });
    state.apply(&Edit { at: 2, action: write("finding/gone/kind/words/", "Words that are gone") });
    state.apply(&Edit { at: 3, action: write("report/warwickshire-2021-22-peel/#line-12", "A line") });
    let thread = repository::fixture().corpus().issues.threads.first().expect("a thread");
    state.apply(&Edit { at: 4, action: write(&format!("thread/{}/", thread.id), "") });
    let entries = note_entries(repository::fixture().corpus(), &state.notes, &origin());
    let document = markdown(&entries, &origin());
    for words in [
        "is our reading, unless a report says so.",
        "When the note was made, the words here were others.",
        "Words that are gone",
        "This site does not hold it any more",
        "A line",
        "line 12 of the text",
        "Grades are on a scale of five grades.",
        "Not the newest: Warwickshire Police was inspected again in 2023-25.",
    ] {
        assert!(document.contains(words), "{words} is not in {document}");
    }
}
