//! Places on pages, by the names that addresses have behind their `#`.

use model::{Cycle, Judgment, Measure, Report, slug};
use std::fmt;

/// A place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A judgment on the page of its report, by the last part of its key.
    Judgment(String),
    /// A line of the source text on the page of its report, counted from 1.
    Line(u32),
    /// A problem on the page of its report, counted from 1.
    Problem(usize),
    /// A number on the page of its report, counted from 1.
    Number(usize),
    /// A chart on a page, counted from 1.
    Chart(usize),
    /// What public pages tell of a cycle, on the page of a force.
    KnownGrades(String),
    /// What is said of the break before a cycle, on the page of a force.
    Break(String),
    /// A section of a page, by the id of its heading.
    Section(String),
}

impl Anchor {
    /// The place of a judgment on the page of its report.
    pub fn of_judgment(report: &Report, judgment: &Judgment) -> Anchor {
        let name = judgment.key.as_str().strip_prefix(report.id.as_str()).unwrap_or(judgment.key.as_str());
        Anchor::Judgment(name.trim_start_matches('/').to_string())
    }

    /// The place of a number on the page of its report, which must be one of the report's own.
    pub fn of_measure(report: &Report, measure: &Measure) -> Anchor {
        let at = report.measures.iter().position(|other| std::ptr::eq(other, measure));
        Anchor::Number(at.unwrap_or_default() + 1)
    }

    /// The place that tells what is known of a cycle.
    pub fn known_grades(cycle: &Cycle) -> Anchor {
        Anchor::KnownGrades(slug(&cycle.id))
    }

    /// The place that tells of the break before a cycle, by the cycle's id.
    pub fn break_before(cycle: &str) -> Anchor {
        Anchor::Break(slug(cycle))
    }

    /// The place that a fragment names; any name that is none of the others is that of a section.
    pub fn of_fragment(fragment: &str) -> Anchor {
        let number = |rest: &str| rest.parse::<u32>().ok().filter(|n| n.to_string() == rest);
        let counted = |rest: &str| number(rest).map(|n| n as usize);
        let (kind, rest) = fragment.split_once('-').unwrap_or((fragment, ""));
        let anchor = match kind {
            _ if rest.is_empty() => None,
            "judgment" => Some(Anchor::Judgment(rest.to_string())),
            "line" => number(rest).map(Anchor::Line),
            "problem" => counted(rest).map(Anchor::Problem),
            "number" => counted(rest).map(Anchor::Number),
            "chart" => counted(rest).map(Anchor::Chart),
            "known" => Some(Anchor::KnownGrades(rest.to_string())),
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
            Anchor::KnownGrades(cycle) => write!(f, "known-{cycle}"),
            Anchor::Break(cycle) => write!(f, "break-{cycle}"),
            Anchor::Section(id) => f.write_str(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Anchor;

    #[test]
    fn every_anchor_is_the_one_that_its_fragment_names() {
        let anchors = [
            Anchor::Judgment("investigating-crime".to_string()),
            Anchor::Line(12),
            Anchor::Problem(1),
            Anchor::Number(3),
            Anchor::Chart(2),
            Anchor::KnownGrades("2023-25".to_string()),
            Anchor::Break("2021-22".to_string()),
            Anchor::Section("timeline-heading".to_string()),
        ];
        for anchor in anchors {
            assert_eq!(Anchor::of_fragment(&anchor.to_string()), anchor);
        }
    }

    #[test]
    fn any_fragment_names_a_place_and_is_that_places_name() {
        for fragment in ["", "-", "line-", "line-x", "line-01", "line-99999999999", "judgment-", "numbers"] {
            assert_eq!(Anchor::of_fragment(fragment).to_string(), fragment);
        }
    }
}
