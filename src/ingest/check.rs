//! `--check`: what the lines of a text were read as, counted and line by line.

use console::{Term, truncate_str};
use model::line::SourceLine;
use model::line::source_lines;
use model::{FindingKind, Report};
use parse::{LineRole, ParsedReport};
use std::fmt::{Result, Write};

/// The ledger of one text. With `has_lines`, every line is listed before the counts.
pub fn format_ledger(file: &str, text: &str, parsed: &ParsedReport, has_lines: bool) -> String {
    let mut out = String::new();
    let ledger = Ledger { text, parsed };
    // Writing to a string cannot fail.
    _ = writeln!(out, "{file} is {}", parsed.report.id);
    _ = if has_lines { ledger.write_lines(&mut out) } else { Ok(()) };
    _ = ledger.write_counts(&mut out).and_then(|()| ledger.write_unread_lines(&mut out));
    out.push('\n');
    out
}

/// A text with what was read from it.
struct Ledger<'a> {
    text: &'a str,
    parsed: &'a ParsedReport,
}

impl<'a> Ledger<'a> {
    /// Each line with its role.
    fn lines_with_roles(&self) -> impl Iterator<Item = (SourceLine<'a>, LineRole)> {
        source_lines(self.text).zip(self.parsed.roles.iter().copied())
    }

    /// Writes how many lines have each role, and how many items of each kind the report has.
    fn write_counts(&self, out: &mut String) -> Result {
        let mut row = |depth: usize, name: &str, number: usize| {
            writeln!(out, "{:depth$}{name:<width$}{number:>7}", "", depth = 2 * depth, width = 34 - 2 * depth)
        };
        for role in LineRole::ALL {
            row(2, role.name(), self.parsed.roles.iter().filter(|found| **found == role).count())?;
        }
        row(1, "lines in total", source_lines(self.text).count())?;
        let Report { judgments, findings, measures, figures, footnotes, abbreviations, .. } = &self.parsed.report;
        let Report { definitions, references, problems, .. } = &self.parsed.report;
        row(1, "judgments", judgments.len())?;
        row(1, "findings", findings.len())?;
        for kind in FindingKind::ALL {
            match findings.iter().filter(|finding| finding.kind == kind).count() {
                0 => {}
                number => row(2, &kind.plural_name().to_lowercase(), number)?,
            }
        }
        row(1, "measures", measures.len())?;
        row(1, "figures", figures.len())?;
        row(1, "footnotes", footnotes.len())?;
        row(1, "abbreviations", abbreviations.len())?;
        row(1, "definitions", definitions.len())?;
        row(1, "references", references.len())?;
        row(1, "problems", problems.len())
    }

    /// Writes the lines that could not be read, with their count.
    fn write_unread_lines(&self, out: &mut String) -> Result {
        let unread: Vec<_> = self.lines_with_roles().filter(|(_, role)| *role == LineRole::Unread).collect();
        writeln!(out, "  {:<32}{:>7}", "unread lines", unread.len())?;
        unread.iter().try_for_each(|(line, _)| writeln!(out, "    line {}: {}", line.number, printable_line(line.text)))
    }

    /// Writes every line with its number and role, cut to the width of the terminal.
    fn write_lines(&self, out: &mut String) -> Result {
        // Only a terminal has a width: lines that go into a file or another program are not cut.
        let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
        for (line, role) in self.lines_with_roles() {
            let row = format!("{:>6}  {:<15}  {}", line.number, role.name(), printable_line(line.text));
            writeln!(out, "{}", width.map_or(row.as_str().into(), |width| truncate_str(&row, width, "…")).trim_end())?;
        }
        Ok(())
    }
}

/// A line that is safe to print on a terminal: a space for each tab, U+FFFD for each other control character.
fn printable_line(line: &str) -> String {
    let safe = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    line.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::printable_line;

    #[test]
    fn control_characters_of_a_text_are_replaced() {
        assert_eq!(printable_line("a\tb\u{1b}[31m\u{9b}é"), "a b\u{fffd}[31m\u{fffd}é");
    }
}
