//! Anchors: places on a page, as named by the fragment of an address.

use model::{Cycle, Judgment, Measure, Report, slugify};
use std::fmt;

/// A place on a page. Displayed, it is the fragment: "line-12".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A judgment on the page of its report, by its key without the report's id.
    Judgment(String),
    /// A line of the source text on the page of a report, counted from 1.
    Line(u32),
    /// A problem on the page of a report, counted from 1.
    Problem(usize),
    /// A measure on the page of a report or finding, counted from 1 in its report.
    Number(usize),
    /// A chart on a page, counted from 1.
    Chart(usize),
    /// The grades of a cycle that are known from public pages, on the page of a force; the cycle is given as a slug.
    PublicGrades(String),
    /// The note about the break before a cycle, on the page of a force; the cycle is given as a slug.
    Break(String),
    /// A section of a page, by the id of its heading.
    Section(String),
}

impl Anchor {
    /// The anchor of a judgment on the page of its report.
    pub fn for_judgment(report: &Report, judgment: &Judgment) -> Anchor {
        let name = judgment.key.as_str().strip_prefix(report.id.as_str()).unwrap_or(judgment.key.as_str());
        Anchor::Judgment(name.trim_start_matches('/').to_string())
    }

    /// The anchor of a measure on the page of its report. `measure` must be borrowed from the report itself.
    pub fn for_measure(report: &Report, measure: &Measure) -> Anchor {
        let index = report.measures.iter().position(|other| std::ptr::eq(other, measure));
        Anchor::Number(index.unwrap_or_default() + 1)
    }

    /// The anchor of the grades of a cycle that are known from public pages.
    pub fn for_public_grades(cycle: &Cycle) -> Anchor {
        Anchor::PublicGrades(slugify(&cycle.id))
    }

    /// The anchor of the note about the break before a cycle, given by its id.
    pub fn for_break(cycle: &str) -> Anchor {
        Anchor::Break(slugify(cycle))
    }

    /// Reads a fragment. One that has none of the other forms is taken as the id of a section.
    pub fn from_fragment(fragment: &str) -> Anchor {
        let number = |rest: &str| rest.parse::<u32>().ok().filter(|n| n.to_string() == rest);
        let index = |rest: &str| number(rest).map(|n| n as usize);
        let (kind, rest) = fragment.split_once('-').unwrap_or((fragment, ""));
        let anchor = match kind {
            _ if rest.is_empty() => None,
            "judgment" => Some(Anchor::Judgment(rest.to_string())),
            "line" => number(rest).map(Anchor::Line),
            "problem" => index(rest).map(Anchor::Problem),
            "number" => index(rest).map(Anchor::Number),
            "chart" => index(rest).map(Anchor::Chart),
            "known" => Some(Anchor::PublicGrades(rest.to_string())),
            "break" => Some(Anchor::Break(rest.to_string())),
            _ => None,
        };
        anchor.unwrap_or_else(|| Anchor::Section(fragment.to_string()))
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Judgment(name) => write!(f, "judgment-{name}"),
            Anchor::Line(n) => write!(f, "line-{n}"),
            Anchor::Problem(n) => write!(f, "problem-{n}"),
            Anchor::Number(n) => write!(f, "number-{n}"),
            Anchor::Chart(n) => write!(f, "chart-{n}"),
            Anchor::PublicGrades(cycle) => write!(f, "known-{cycle}"),
            Anchor::Break(cycle) => write!(f, "break-{cycle}"),
            Anchor::Section(id) => f.write_str(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Anchor;

    #[test]
    fn every_anchor_is_read_back_from_its_fragment() {
        let anchors = [
            Anchor::Judgment("investigating-crime".to_string()),
            Anchor::Line(12),
            Anchor::Problem(1),
            Anchor::Number(3),
            Anchor::Chart(2),
            Anchor::PublicGrades("2023-25".to_string()),
            Anchor::Break("2021-22".to_string()),
            Anchor::Section("timeline-heading".to_string()),
        ];
        for anchor in anchors {
            assert_eq!(Anchor::from_fragment(&anchor.to_string()), anchor);
        }
    }

    #[test]
    fn every_fragment_is_an_anchor_that_displays_as_that_fragment() {
        for fragment in ["", "-", "line-", "line-x", "line-01", "line-99999999999", "judgment-", "numbers"] {
            assert_eq!(Anchor::from_fragment(fragment).to_string(), fragment);
        }
    }
}
