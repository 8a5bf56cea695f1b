//! `--check`: what became of the lines of a text, as counts and line by line.

use console::{Term, truncate_str};
use model::line::Line;
use model::line::source_lines;
use model::{FindingKind, Report};
use parse::{Parsed, Role};
use std::fmt::{Result, Write};

/// The ledger of one text; with `lines` every line of it comes first.
pub fn ledger(file: &str, text: &str, parsed: &Parsed, lines: bool) -> String {
    let mut out = String::new();
    let ledger = Ledger { text, parsed };
    _ = writeln!(out, "{file} is {}", parsed.report.id);
    // Writing to a string cannot fail.
    _ = if lines { ledger.each_line(&mut out) } else { Ok(()) };
    _ = ledger.counts(&mut out).and_then(|()| ledger.unread(&mut out));
    out.push('\n');
    out
}

struct Ledger<'a> {
    text: &'a str,
    parsed: &'a Parsed,
}

impl<'a> Ledger<'a> {
    fn lines(&self) -> impl Iterator<Item = (Line<'a>, Role)> {
        source_lines(self.text).zip(self.parsed.roles.iter().copied())
    }

    fn counts(&self, out: &mut String) -> Result {
        let mut row = |depth: usize, name: &str, number: usize| {
            writeln!(out, "{:depth$}{name:<width$}{number:>7}", "", depth = 2 * depth, width = 34 - 2 * depth)
        };
        for role in Role::ALL {
            row(2, role.name(), self.parsed.roles.iter().filter(|found| **found == role).count())?;
        }
        row(1, "lines, all told", source_lines(self.text).count())?;
        let Report { judgments, findings, measures, figures, footnotes, abbreviations, references, problems, .. } =
            &self.parsed.report;
        row(1, "judgments", judgments.len())?;
        row(1, "findings", findings.len())?;
        for kind in FindingKind::ALL {
            match findings.iter().filter(|finding| finding.kind == kind).count() {
                0 => {}
                number => row(2, &kind.plural().to_lowercase(), number)?,
            }
        }
        row(1, "measures", measures.len())?;
        row(1, "figures", figures.len())?;
        row(1, "footnotes", footnotes.len())?;
        row(1, "abbreviations", abbreviations.len())?;
        row(1, "references", references.len())?;
        row(1, "problems", problems.len())
    }

    fn unread(&self, out: &mut String) -> Result {
        let unread: Vec<_> = self.lines().filter(|(_, role)| *role == Role::Unread).collect();
        writeln!(out, "  {:<32}{:>7}", "unread lines", unread.len())?;
        unread.iter().try_for_each(|(line, _)| writeln!(out, "    line {}: {}", line.number, shown(line.text)))
    }

    fn each_line(&self, out: &mut String) -> Result {
        // Only a terminal has a width; what goes into a file or another program is whole.
        let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
        for (line, role) in self.lines() {
            let row = format!("{:>6}  {:<15}  {}", line.number, role.name(), shown(line.text));
            writeln!(out, "{}", width.map_or(row.as_str().into(), |width| truncate_str(&row, width, "…")).trim_end())?;
        }
        Ok(())
    }
}

/// A line as a terminal can show it: one column for each tab and for what would steer the terminal.
fn shown(line: &str) -> String {
    let safe = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    line.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn nothing_in_a_text_steers_the_terminal() {
        assert_eq!(shown("a\tb\u{1b}[31m\u{9b}é"), "a b\u{fffd}[31m\u{fffd}é");
    }
}
