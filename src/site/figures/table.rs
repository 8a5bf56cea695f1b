//! The figures as a Markdown table in the README.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

/// The times of several runs, in milliseconds.
#[derive(Clone, Copy)]
pub struct TimeSummary {
    /// The median.
    pub median: f64,
    /// The slowest run.
    pub slowest: f64,
}

/// A measured figure, with the baseline that it is compared with.
pub struct Measurement {
    name: &'static str,
    value: String,
    /// What the baseline is; empty if there is none.
    baseline: &'static str,
    /// The value of the baseline.
    baseline_value: String,
    /// The figure divided by the baseline.
    ratio: Option<f64>,
    /// The largest ratio that reaches the goal.
    goal: f64,
}

impl Measurement {
    /// A size, compared with the size of the baseline; both in bytes.
    pub fn sizes(name: &'static str, ours: f64, baseline: &'static str, theirs: f64, goal: f64) -> Self {
        let kilobytes = |bytes: f64| format!("{:.1} kB", bytes / 1000.0);
        Self {
            name,
            value: kilobytes(ours),
            baseline,
            baseline_value: kilobytes(theirs),
            ratio: Some(ours / theirs),
            goal,
        }
    }

    /// Times, compared with those of the baseline.
    pub fn times(name: &'static str, baseline: &'static str, [ours, theirs]: [TimeSummary; 2], goal: f64) -> Self {
        let words = |run: TimeSummary| format!("{:.0} ms (slowest {:.0})", run.median, run.slowest);
        let ratio = Some(ours.median / theirs.median);
        Self { name, value: words(ours), baseline, baseline_value: words(theirs), ratio, goal }
    }

    /// Short times, the 95th percentiles of several runs, compared with those of the baseline.
    pub fn percentiles(
        name: &'static str,
        baseline: &'static str,
        [ours, theirs]: [TimeSummary; 2],
        goal: f64,
    ) -> Self {
        let words = |run: TimeSummary| format!("{:.2} ms (slowest {:.2})", run.median, run.slowest);
        let ratio = Some(ours.median / theirs.median);
        Self { name, value: words(ours), baseline, baseline_value: words(theirs), ratio, goal }
    }

    /// A number whose goal is 0.
    pub fn count(name: &'static str, n: usize) -> Self {
        Self { name, value: n.to_string(), baseline: "", baseline_value: String::new(), ratio: None, goal: 0.0 }
    }

    /// The row of the table, in Markdown.
    fn to_row(&self) -> String {
        let ratio = self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let is_reached = match self.ratio {
            Some(ratio) => ratio <= self.goal,
            None => self.value == "0",
        };
        let goal = if self.ratio.is_some() { format!("at most {}", self.goal) } else { "0".to_owned() };
        let reached = if is_reached { "yes" } else { "no" };
        let compared_with = if self.baseline.is_empty() {
            "-".to_owned()
        } else {
            format!("{}: {}", self.baseline, self.baseline_value)
        };
        format!("| {} | {} | {compared_with} | {ratio} | {goal} | {reached} |", self.name, self.value)
    }
}

/// The table with its header, and a line that says how often each time was measured.
pub fn markdown_table(figures: &[Measurement], runs: usize) -> String {
    let rows: Vec<String> = figures.iter().map(Measurement::to_row).collect();
    format!(
        "| figure | measured | compared with | ratio | goal | reached |\n| --- | --- | --- | --- | --- | --- |\n{}\n\n\
         Times: medians of {runs} runs, each in a new headless Chromium, one after the other.",
        rows.join("\n")
    )
}

/// A table of the README, between two comments.
#[derive(Clone, Copy)]
pub enum ReadmeTable {
    /// Sizes and times of the site.
    Site,
    /// Searching and filtering, beside other libraries.
    Search,
}

impl ReadmeTable {
    /// The comments around it.
    fn markers(self) -> [&'static str; 2] {
        match self {
            Self::Site => ["<!-- figures: written by cargo site figures -->\n", "\n<!-- end of figures -->"],
            Self::Search => ["<!-- search: written by cargo site figures --search -->\n", "\n<!-- end of search -->"],
        }
    }

    /// Writes the table into the README.
    ///
    /// # Errors
    /// If the README cannot be read or written, or lacks a comment.
    pub fn write(self, project: &Project, table: &str) -> Result<()> {
        let readme = project.read_text("README.md")?;
        let [start, end] = self.markers();
        let (before, rest) = readme.split_once(start).with_context(|| format!("README.md lacks {start}"))?;
        let (_, after) = rest.split_once(end).with_context(|| format!("README.md lacks {end}"))?;
        let path = project.root().join("README.md");
        fs::write(&path, format!("{before}{start}{table}{end}{after}"))
            .with_context(|| format!("{} cannot be written", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Measurement, TimeSummary, markdown_table};

    #[test]
    fn the_table_says_whether_a_goal_is_reached() {
        let [fast, slow] = [50.0, 100.0].map(|median| TimeSummary { median, slowest: median });
        let figures =
            [Measurement::times("a", "b", [fast, slow], 0.6), Measurement::times("c", "d", [slow, fast], 0.6)];
        let table = markdown_table(&figures, 5);
        assert!(
            table.contains("| a | 50 ms (slowest 50) | b: 100 ms (slowest 100) | 0.50 | at most 0.6 | yes |"),
            "{table}"
        );
        assert!(table.contains("| 2.00 | at most 0.6 | no |"), "{table}");
    }
}
