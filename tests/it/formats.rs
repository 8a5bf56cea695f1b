//! Recognition of formats: a text has exactly one format, or is refused with what was looked for.

use crate::samples;
use parse::{FORMATS, Refusal, ReportFormat, format_of, parse_report};
use std::collections::BTreeSet;
use tests::repository;
use tests::synthetic;

/// A text with one phrase of each group of a format, its unique phrase and nothing else.
fn text_with_signs(format: &ReportFormat) -> String {
    let groups = format.signs().chain(format.formula.iter().copied()).map(|group| group[0]);
    let mut phrases: Vec<&str> = Vec::new();
    for phrase in groups.chain(Some(format.unique_phrase)) {
        if phrases.iter().all(|other| !other.contains(phrase)) {
            phrases.push(phrase);
        }
    }
    phrases.join(".\n\n")
}

#[test]
fn each_source_and_sample_has_one_format_and_every_format_has_a_source_or_sample() {
    let sources = repository::committed().sources().iter().map(|source| (source.file.clone(), source.text.clone()));
    let samples = samples::all_samples().into_iter().map(|(path, _, text)| (path.display().to_string(), text));
    let mut names = BTreeSet::new();
    for (file, text) in sources.chain(samples) {
        match format_of(&text) {
            Ok(format) => names.insert(format.name),
            Err(refusal) => panic!("{file}: {refusal}"),
        };
    }
    assert_eq!(names, FORMATS.iter().map(|format| format.name).collect());
}

#[test]
fn formats_have_distinct_names_and_distinctive_signs() {
    for (n, format) in FORMATS.iter().enumerate() {
        let is_distinctive = |group: &[&str]| !group.is_empty() && group.iter().all(|sign| sign.len() > 10);
        assert!(!format.required_phrases.is_empty() && format.signs().all(is_distinctive), "{}", format.name);
        assert!(FORMATS[..n].iter().all(|other| other.name != format.name), "two formats are called {}", format.name);
    }
}

#[test]
fn a_text_with_the_signs_of_two_formats_is_refused_with_both_names() {
    for (n, one) in FORMATS.iter().enumerate() {
        for other in FORMATS.iter().skip(n + 1) {
            let refusal = parse_report("both.txt", &format!("{}\n\n{}", text_with_signs(one), text_with_signs(other)))
                .expect_err("two formats");
            assert_eq!(refusal, Refusal::TwoFormats(one.name, other.name));
            assert!(refusal.to_string().contains(one.name) && refusal.to_string().contains(other.name));
        }
    }
}

#[test]
fn signs_are_recognised_whatever_the_line_breaks_quotes_and_case() {
    for source in repository::fixture().sources() {
        let expected = format_of(&source.text).ok().map(|format| format.name);
        let on_one_line = source.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let one_word_per_line = source.text.split_whitespace().collect::<Vec<_>>().join("\n");
        let curled = source.text.replace('\'', "’").to_uppercase();
        for text in [on_one_line, one_word_per_line, curled] {
            assert_eq!(format_of(&text).ok().map(|format| format.name), expected, "{}", source.file);
        }
    }
}

#[test]
fn a_text_that_is_not_a_report_is_refused_with_everything_that_was_looked_for() {
    let binary = "%PDF-1.7\u{0}\u{1}\u{fffd}\u{fffd}".repeat(500);
    let minutes = "Minutes of the meeting\n\nThe force was outstanding. Good work was noted. PEEL was discussed.\n";
    for text in [minutes, binary.as_str(), "How effective is the force?"] {
        let refusal = parse_report("any.txt", text).expect_err("no format knows it");
        assert!(matches!(refusal, Refusal::UnknownFormat), "{refusal}");
        let message = refusal.to_string();
        for format in FORMATS {
            let is_listed = format.signs().flatten().all(|sign| message.contains(sign));
            assert!(is_listed && message.contains(format.name), "{message}");
        }
    }
}

#[test]
fn a_text_without_words_or_in_another_file_format_is_refused_as_such() {
    for text in ["", " \n\n\t\n", "\u{feff}", "\n1\n\n2\n"] {
        assert_eq!(parse_report("empty.txt", text).expect_err("no words"), Refusal::NoWords);
    }
    let table = "force,cycle,area,grade\nexshire,2014,How effective is the force at cutting crime?,Good\n";
    for text in ["<!DOCTYPE html><p>PEEL</p>", "\u{feff}<html>", "{\"report\": []}", table] {
        assert!(matches!(parse_report("other.txt", text), Err(Refusal::NotPlain(_))), "{text}");
    }
}

#[test]
fn reports_of_other_years_pillars_and_programmes_are_refused_by_name() {
    for (title, publication) in [
        ("PEEL spotlight report\n\nThe themes of 2018/19", "spotlight report"),
        ("PEEL: Police legitimacy 2017\n\nA national overview", "national overview"),
        ("Exshire Police: causes of concern revisit letter", "letter of the inspectorate"),
        ("PEEL: Police effectiveness 2015 (vulnerability) revisit\n\nAn inspection of Exshire Police", "revisit"),
        (
            "The effectiveness of vetting and counter-corruption arrangements in Exshire Police",
            "vetting and counter-corruption",
        ),
        ("PEEL: Police effectiveness 2015\n\nAn inspection of Exshire Police", "effectiveness report of 2015"),
        (
            "PEEL 2025–2027: An inspection of Exshire Police\n\nIn PEEL 2023-25 we judged it good.",
            "PEEL report of 2025-27",
        ),
        ("PEEL: Police efficiency 2015", "efficiency report of 2015"),
        ("Exshire Police: Crime Data Integrity inspection 2018", "crime data integrity"),
        ("National Child Protection Inspections\n\nWyeshire Constabulary", "child protection"),
        ("Effectiveness, efficiency and people 2018/19\n\nAn inspection of Exshire Fire and Rescue Service", "fire"),
        ("PEEL 2021/22\n\nArolygiad o Heddlu Glan Hafren", "Welsh"),
    ] {
        let refusal = parse_report("other.txt", title).expect_err("another publication");
        assert!(matches!(refusal, Refusal::OtherPublication { .. }), "{title}: {refusal}");
        assert!(refusal.to_string().contains(publication), "{title}: {refusal}");
    }
}

#[test]
fn the_title_of_a_page_above_that_of_the_report_does_not_make_it_a_reference() {
    for (path, _, text) in samples::all_samples() {
        let format = format_of(&text).expect("a sample has a format").name;
        // "in a report PEEL: ..." would refer to one.
        let below = format!("An inspection report\n\n{}", text.trim_start_matches('\u{feff}'));
        assert_eq!(format_of(&below).map(|found| found.name), Ok(format), "{}", path.display());
    }
}

#[test]
fn half_a_report_and_two_reports_in_one_file_are_refused() {
    for source in repository::fixture().sources() {
        let half = source.text.len() / 2;
        let half = (half..).find(|at| source.text.is_char_boundary(*at)).expect("the end is one");
        assert!(parse_report("half.txt", &source.text[half..]).is_err(), "{}", source.file);
        let refusal = parse_report("twice.txt", &format!("{0}\n\n{0}", source.text)).expect_err("two reports");
        assert!(matches!(refusal, Refusal::TwoReports(_)), "{}: {refusal}", source.file);
    }
}

#[test]
fn a_report_that_names_no_force_is_refused_with_the_name_of_its_format() {
    for format in FORMATS {
        assert_eq!(
            parse_report("nobody.txt", &text_with_signs(format)).expect_err("no force"),
            Refusal::NoForce(format.name)
        );
    }
}

#[test]
fn a_report_cut_short_anywhere_is_read_with_problems_or_refused_and_never_panics() {
    let held = repository::fixture().sources().iter().map(|source| (source.file.as_str(), source.text.as_str(), 5));
    let invented = synthetic::INVENTED_REPORTS.iter().map(|(name, text)| (*name, *text, usize::MAX));
    for (name, text, places) in held.chain(invented) {
        let whole = parse_report(name, text).expect("the whole text is read").report;
        let lines: Vec<&str> = text.lines().collect();
        for end in (0..lines.len()).step_by(lines.len() / places + 1) {
            let Ok(parsed) = parse_report(name, &lines[..end].join("\n")) else { continue };
            let lacks = parsed.report.judgments.len() < whole.judgments.len();
            assert!(
                !lacks || !parsed.report.problems.is_empty(),
                "{name}, cut at line {end}, lost a judgment without a problem"
            );
        }
    }
}
