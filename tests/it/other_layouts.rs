//! A report in another layout is read the same: other line widths, line ends, quotes, dashes, bullets and pages.

use crate::properties;
use model::folding::fold_phrase;
use parse::parse_report;
use proptest::prelude::*;
use serde_json::Value;
use tests::repository;
use tests::synthetic;

/// A change of layout that changes no word.
#[derive(Clone, Debug)]
enum Layout {
    /// Lines longer than this are wrapped. A narrower page would also wrap the headers of tables.
    MaxWidth(usize),
    /// Another line end.
    LineEnds(&'static str),
    /// Curly apostrophes and single quotes.
    CurlyQuotes,
    /// Straight quotes.
    StraightQuotes,
    /// Another dash between words.
    Dashes(&'static str),
    /// Another bullet of lists.
    Bullets(&'static str),
    /// More blank lines, and page numbers at some of them, chosen by this seed.
    PageNumbers(u64),
    /// Page numbers and blank lines inside paragraphs, at line ends inside a sentence, chosen by this seed.
    PageBreaks(u64),
    /// A byte order mark at the start.
    ByteOrderMark,
    /// No line end at the end.
    NoFinalLineEnd,
}

use Layout::*;

/// Any change of layout.
fn any_layout() -> impl Strategy<Value = Layout> {
    prop_oneof![
        4 => (40..140_usize).prop_map(MaxWidth),
        1 => prop::sample::select(vec!["\r\n", "\r"]).prop_map(LineEnds),
        1 => Just(CurlyQuotes),
        1 => Just(StraightQuotes),
        1 => prop::sample::select(vec!["-", "–", "—"]).prop_map(Dashes),
        2 => prop::sample::select(vec!["•", "-", "–", "*", "o", "▪", "•\t"]).prop_map(Bullets),
        2 => any::<u64>().prop_map(PageNumbers),
        2 => any::<u64>().prop_map(PageBreaks),
        1 => Just(ByteOrderMark),
        1 => Just(NoFinalLineEnd),
    ]
}

/// The text in another layout.
fn apply_layout(text: &str, layout: &Layout) -> String {
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    match layout {
        MaxWidth(width) => map_lines(text, |line| wrap_line(line, *width)),
        LineEnds(end) => text.replace('\n', end),
        CurlyQuotes => {
            let opened =
                [" '", "\n'", "('"].iter().fold(text.clone(), |text, at| text.replace(at, &at.replace('\'', "‘")));
            opened.replace('\'', "’")
        }
        StraightQuotes => text.replace(['‘', '’'], "'").replace(['“', '”'], "\""),
        Dashes(dash) => text.replace(" – ", &format!(" {dash} ")),
        Bullets(bullet) => map_lines(text, |line| {
            let rest = ["• ", "- "].iter().find_map(|mark| line.strip_prefix(mark));
            rest.map_or(line.to_string(), |rest| format!("{bullet} {rest}"))
        }),
        PageNumbers(seed) => add_page_numbers(text, *seed),
        PageBreaks(seed) => add_page_breaks(text, *seed),
        ByteOrderMark => format!("\u{feff}{text}"),
        NoFinalLineEnd => text.trim_end().to_string(),
    }
}

/// The text with every line changed.
fn map_lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(change).collect::<Vec<_>>().join("\n") + "\n"
}

/// A line, wrapped where it gets too wide. A row of a table is not wrapped.
fn wrap_line(line: &str, width: usize) -> String {
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'%');
    let is_row = line.split_whitespace().rev().take(2).all(is_number);
    if is_row || line.contains('\t') || line.trim().is_empty() || line.chars().count() <= width {
        return line.to_string();
    }
    let indent: String = line.chars().take_while(|c| *c == ' ').collect();
    let mut out = String::new();
    let mut column = 0;
    let words: Vec<&str> = line.split_whitespace().collect();
    for (n, word) in words.iter().enumerate() {
        let length = word.chars().count();
        // A number is never left alone on a line: the word before it goes with it.
        let with_next = words[n + 1..].first().filter(|next| n + 2 == words.len() && is_number(next));
        let needed = length + with_next.map_or(0, |next| 1 + next.len());
        if column > 0 && column + 1 + needed > width {
            out.push('\n');
            column = 0;
        }
        if column > 0 {
            out.push(' ');
        }
        out.push_str(word);
        column += length + 1;
    }
    indent + &out
}

/// Pseudorandom numbers, the same for the same seed.
fn pseudorandom_numbers(mut seed: u64) -> impl Iterator<Item = u64> {
    std::iter::repeat_with(move || {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        seed >> 33
    })
}

/// Whether a line is in the section "Force in numbers", where a page number cannot be distinguished from a value.
fn is_in_force_in_numbers(text: &str, line: usize) -> bool {
    let at = |words: &str| text.lines().position(|l| l.trim() == words);
    at("Force in numbers").zip(at("Risk-based inspection")).is_some_and(|(from, to)| (from..to).contains(&line))
}

/// The text with more blank lines between paragraphs, and page numbers at some of them.
fn add_page_numbers(text: &str, seed: u64) -> String {
    let mut page = 1;
    let mut out = String::new();
    for ((n, line), number) in text.lines().enumerate().zip(pseudorandom_numbers(seed)) {
        out += line;
        out += "\n";
        if line.trim().is_empty() && !is_in_force_in_numbers(text, n) {
            out += match number % 4 {
                0 => "\n",
                1 => "\n\n",
                _ => "",
            };
            if number % 16 == 2 {
                page += 1;
                out += &if number % 32 == 2 { format!("{page}\n\n") } else { format!("Page {page} of 90\n\n") };
            }
        }
    }
    out
}

/// Whether a sentence continues on the next line with a name: the line ends with a word that never ends a sentence.
fn continues_with_name(line: &str, next: &str) -> bool {
    const NEVER_LAST: [&str; 12] = ["the", "of", "and", "in", "to", "by", "for", "with", "that", "from", "a", "at"];
    let last = line.split_whitespace().next_back().unwrap_or_default();
    next.starts_with(char::is_uppercase) && NEVER_LAST.contains(&last)
}

/// The text with page breaks inside paragraphs.
fn add_page_breaks(text: &str, seed: u64) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut page = 1;
    let mut out = String::new();
    for ((n, line), number) in lines.iter().enumerate().zip(pseudorandom_numbers(seed)) {
        out += line;
        out += "\n";
        let next = lines.get(n + 1).unwrap_or(&"");
        // A sentence may also continue with a capital letter: "the / West Midlands".
        let is_inside = line.trim_end().len() > 60
            && line.trim_end().ends_with(char::is_lowercase)
            && (next.starts_with(char::is_lowercase) || continues_with_name(line, next))
            && !next.starts_with("o ")
            && !next.contains('\t')
            && !line.trim_end().rsplit(' ').next().is_some_and(|last| last.contains('/'))
            && !next.starts_with("http");
        if is_inside && number % 3 == 0 {
            page += 1;
            out += &match number % 4 {
                0 => format!("\n{page}\n\n"),
                1 => format!("{page}\n"),
                2 => format!("\n{page}\n"),
                _ => "\n".to_string(),
            };
        }
    }
    out
}

/// What is read from a text, as JSON without passages; case, quotes and dashes are folded.
fn normalized_report(text: &str) -> Result<String, String> {
    let parsed = parse_report("any.txt", text).map_err(|refusal| refusal.to_string())?;
    let mut report = serde_json::to_value(&parsed.report).expect("a report is JSON");
    report.as_object_mut().expect("an object").remove("source");
    remove_passages(&mut report);
    Ok(serde_json::to_string_pretty(&report).expect("JSON is text"))
}

/// Removes passages and folds strings.
fn remove_passages(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for name in ["passages", "also_stated", "marked"] {
                fields.remove(name);
            }
            fields.values_mut().for_each(remove_passages);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_passages),
        Value::String(words) => *words = fold_phrase(words),
        _ => {}
    }
}

/// Checks that the text in these layouts is read as the original one.
fn check_layouts(name: &str, text: &str, layouts: &[Layout]) -> Result<(), TestCaseError> {
    let expected = normalized_report(text).expect("the text as it is can be read");
    let changed = layouts.iter().fold(text.to_string(), |text, layout| apply_layout(&text, layout));
    let found = normalized_report(&changed).map_err(TestCaseError::fail)?;
    let differs = expected.lines().zip(found.lines()).find(|(a, b)| a != b);
    prop_assert!(expected == found, "{name} {layouts:?}: {differs:#?}");
    Ok(())
}

proptest! {
    #![proptest_config(properties::property_config(150))]

    #[test]
    fn an_invented_report_is_read_the_same_in_any_layout(n in 0..synthetic::INVENTED_REPORTS.len(), layouts in prop::collection::vec(any_layout(), 1..3)) {
        let (name, text) = synthetic::INVENTED_REPORTS[n];
        check_layouts(name, text, &layouts)?;
    }
}

proptest! {
    #![proptest_config(properties::property_config(40))]

    #[test]
    fn a_held_report_is_read_the_same_in_any_layout(n in 0..repository::fixture().sources().len(), layout in any_layout()) {
        let source = &repository::fixture().sources()[n];
        check_layouts(&source.file, &source.text, &[layout])?;
    }
}
