//! One hostile text, parsed in a process of its own so that its memory can be told.

use anyhow::{Context, Result};
use force_findings::parse::parse;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// Name and repeated words of each shape.
pub const SHAPES: [(&str, &str); 36] = [
    ("one line of words", "word "),
    ("one line of names", "Exshire Police "),
    ("one line of sentences", "The force is good. "),
    ("one line of dates", "3 March 2018 "),
    ("one line of percents", "29.9 percent, "),
    ("one line of short forms", "a word (AW) "),
    ("one line of links", "[x](#) "),
    ("one line of broken links", "](#) "),
    ("no spaces", "x"),
    ("accents without spaces", "é"),
    ("digits", "7"),
    ("full stops", "."),
    ("open square brackets", "["),
    ("open round brackets", "("),
    ("quotes", "“"),
    ("dashes", "-"),
    ("spaces", " "),
    ("tabs", "\t"),
    ("line ends", "\n"),
    ("lines of one paragraph", "the force goes on and\n"),
    ("lines of one sentence", "The force is good.\n"),
    ("paragraphs", "The force is good.\n\n"),
    ("paragraphs that go on", "the force is and\n\n"),
    ("bullets", "• The force should act.\n"),
    ("bullets that go on", "• the force should act and\n"),
    ("dashes with words", "- the force should act\n"),
    ("letters", "(a) the force should act;\n"),
    ("headings", "Heading\n\n"),
    ("rows", "Name\t12\t2016\n"),
    ("footnotes", "1 Note.\n\n"),
    ("grades", "Good\n\n"),
    ("questions and grades", "How effective is the force at acting?\n\nGood\n\n"),
    ("boxes", "Areas for improvement\n\n• The force should act.\n\n"),
    ("causes of concern", "Cause of concern\n\nThe force fails.\n\nRecommendations\n\n• The force should act.\n\n"),
    ("figures", "Figure 1: Crimes in the 12 months to 30 June 2017\n\n"),
    ("contents", "Contents\n\nOne\t1\nTwo\t2\n\n"),
];

/// A held source with so many kilobytes of a shape put into its middle.
fn text(source: &Path, shape: &str, kilobytes: usize) -> Result<String> {
    let (_, words) = SHAPES.iter().find(|(name, _)| *name == shape).context("no such shape")?;
    let source = fs::read_to_string(source)?;
    let middle = source[..source.floor_char_boundary(source.len() / 2)].rfind("\n\n").unwrap_or(0) + 2;
    // No second copy, as memory is measured.
    let mut text = String::with_capacity(source.len() + (kilobytes << 10));
    text.push_str(&source[..middle]);
    (0..(kilobytes << 10) / words.len()).for_each(|_| text.push_str(words));
    text.push_str(&source[middle..]);
    Ok(text)
}

/// Parses and prints the seconds on a core and the most megabytes in use.
pub fn run(source: &Path, shape: &str, kilobytes: usize) -> Result<()> {
    let text = text(source, shape, kilobytes)?;
    let (began, before) = (Instant::now(), on_core());
    parse("hostile.txt", &text)?;
    let seconds = on_core().zip(before).map_or(began.elapsed().as_secs_f64(), |(now, before)| now - before);
    println!("{seconds} {}", most_megabytes().unwrap_or(f64::NAN));
    // Giving the memory back is no part of parsing.
    std::process::exit(0)
}

/// Seconds that this thread has been running, which other work on the machine does not lengthen.
fn on_core() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(stat.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

fn most_megabytes() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? * 1024.0 / 1e6)
}
