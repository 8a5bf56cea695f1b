//! The figures as a table, and its place in the README.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

/// The middle and nearly the worst of some runs, in milliseconds.
#[derive(Clone, Copy)]
pub struct Run {
    pub median: f64,
    pub worst: f64,
}

/// A figure beside what it is compared with.
pub struct Figure {
    name: &'static str,
    measured: String,
    against: &'static str,
    theirs: String,
    ratio: Option<f64>,
    goal: f64,
}

impl Figure {
    /// A size in bytes.
    pub fn bytes(name: &'static str, ours: f64, against: &'static str, theirs: f64, goal: f64) -> Self {
        let kilobytes = |bytes: f64| format!("{:.1} kB", bytes / 1000.0);
        Self { name, measured: kilobytes(ours), against, theirs: kilobytes(theirs), ratio: Some(ours / theirs), goal }
    }

    /// Times of runs side by side.
    pub fn times(name: &'static str, against: &'static str, [ours, theirs]: [Run; 2], goal: f64) -> Self {
        let words = |run: Run| format!("{:.0} ms (slowest {:.0})", run.median, run.worst);
        let ratio = Some(ours.median / theirs.median);
        Self { name, measured: words(ours), against, theirs: words(theirs), ratio, goal }
    }

    /// A number that is to be nothing.
    pub fn count(name: &'static str, n: usize) -> Self {
        Self { name, measured: n.to_string(), against: "", theirs: String::new(), ratio: None, goal: 0.0 }
    }

    fn row(&self) -> String {
        let ratio = self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let is_reached = match self.ratio {
            Some(ratio) => ratio <= self.goal,
            None => self.measured == "0",
        };
        let goal = if self.ratio.is_some() { format!("at most {}", self.goal) } else { "0".to_owned() };
        let told = if is_reached { "yes" } else { "no" };
        let against =
            if self.against.is_empty() { "-".to_owned() } else { format!("{}: {}", self.against, self.theirs) };
        format!("| {} | {} | {against} | {ratio} | {goal} | {told} |", self.name, self.measured)
    }
}

/// The table with its heads.
pub fn table(figures: &[Figure], runs: usize) -> String {
    let rows: Vec<String> = figures.iter().map(Figure::row).collect();
    format!(
        "| figure | measured | against | ratio | goal | reached |\n| --- | --- | --- | --- | --- | --- |\n{}\n\n\
         Times: medians of {runs} runs, each in a new headless Chromium, one after the other.",
        rows.join("\n")
    )
}

const BEGIN: &str = "<!-- figures: written by cargo site figures -->\n";
const END: &str = "\n<!-- end of figures -->";

/// Puts the table into the README between its two marks.
pub fn write(project: &Project, table: &str) -> Result<()> {
    let readme = project.read("README.md")?;
    let (before, rest) = readme.split_once(BEGIN).context("README.md has no place for the figures")?;
    let (_, after) = rest.split_once(END).context("README.md has no end of the figures")?;
    let path = project.root().join("README.md");
    fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}"))
        .with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Run, table};

    #[test]
    fn a_goal_that_is_missed_is_said_to_be() {
        let [fast, slow] = [50.0, 100.0].map(|median| Run { median, worst: median });
        let figures = [Figure::times("a", "b", [fast, slow], 0.6), Figure::times("c", "d", [slow, fast], 0.6)];
        let table = table(&figures, 5);
        assert!(
            table.contains("| a | 50 ms (slowest 50) | b: 100 ms (slowest 100) | 0.50 | at most 0.6 | yes |"),
            "{table}"
        );
        assert!(table.contains("| 2.00 | at most 0.6 | no |"), "{table}");
    }
}
