//! The words that mean the inspectorate and its work.

use crate::facts::references::words::Words;
use std::ops::Range;

/// What inspectors leave behind, by how plainly it is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Inspection,
    /// A cause of concern or area for improvement.
    Item,
    Recommendation,
    Judgment,
    /// A report, assessment, review, finding: the force has such too.
    Loose,
}

impl Work {
    /// Of two words for one thing ("inspection report") the plainer says whose it is.
    fn max_plain(self, other: Work) -> Work {
        if self == Work::Loose { other } else { self }
    }
}

impl Words<'_> {
    /// The inspectorate as the one who does something.
    pub fn is_inspectorate(&self, place: usize) -> bool {
        self.is(place, "we hmic hmicfrs inspectorate") && !self.is_genitive(place)
    }

    /// "our", "HMIC's", "PEEL": what follows is the inspectorate's.
    pub fn is_ours(&self, place: usize) -> bool {
        let is_name = self.is(place, "hmic hmicfrs inspectorate") && self.is_genitive(place);
        is_name || self.is(place, "our peel")
    }

    /// Whether what stands before the work at `work` says that it is the inspectorate's: "our", "effectiveness report".
    pub fn makes_ours(&self, before: Range<usize>, work: usize) -> bool {
        const KINDS: &str = "effectiveness efficiency legitimacy vulnerability";
        let is_kind = self.is(work, "report reports") && self.has_in(work.saturating_sub(2)..work, KINDS);
        is_kind || before.into_iter().any(|place| self.is_ours(place))
    }

    /// What kind of inspectors' work is named at a place, and the place behind it.
    pub fn work(&self, place: usize) -> Option<(Work, usize)> {
        let is_item = match self.at(place) {
            "cause" | "causes" => self.at(place + 1) == "of" && self.at(place + 2) == "concern",
            "area" | "areas" => self.at(place + 1) == "for" && self.at(place + 2) == "improvement",
            _ => false,
        };
        if is_item {
            return Some((Work::Item, place + 3));
        }
        let work = match self.at(place) {
            "inspection" | "inspections" | "reinspection" | "reinspections" => Work::Inspection,
            "recommendation" | "recommendations" => Work::Recommendation,
            "judgment" | "judgments" | "judgement" | "judgements" => Work::Judgment,
            "report" | "reports" | "assessment" | "assessments" | "review" | "reviews" | "finding" | "findings"
            | "observations" | "grade" | "grades" | "grading" | "gradings" | "revisit" | "thematic" => Work::Loose,
            _ => return None,
        };
        Some((work, place + 1))
    }

    /// "graded" of "was graded as good", the grade of a force and not of a call.
    pub fn is_grading(&self, place: usize) -> bool {
        const GRADES: &str = "good outstanding inadequate adequate requiring requires";
        let is_graded = self.is(place, "graded judged rated") && self.is_behind(place, "was were");
        is_graded && self.has_in(place..place + 5, GRADES)
    }

    /// Whether the work whose name ends before a place is said to be of somebody else: "recommendations of the coroner".
    pub fn is_of_others(&self, behind: usize) -> bool {
        let from = if self.at(behind) == "made" { behind + 1 } else { behind };
        let owner = (from + 1..from + 4).find(|place| self.at(*place) != "the");
        let is_us = |owner| self.is(owner, "us hmic hmicfrs inspectorate") || self.is_ours(owner);
        let is_work = |owner| self.is(owner, "previous last earlier") || self.is_year(owner);
        self.is(from, "of from by") && !owner.is_some_and(|owner| is_us(owner) || is_work(owner))
    }

    /// The work that is named within a few words, with nothing but words that describe it before.
    pub fn described(&self, from: usize) -> Option<(usize, Work)> {
        const NEAR: usize = 5;
        const PARTING: &str = "the a an of to in that which and is are was were has have had its their for on by with \
            from this these or not it they force forces we year years months month week weeks days quarter when";
        for place in from..from + NEAR {
            if let Some((work, _)) = self.work(place) {
                // "child protection inspection report": the last of such words is the work.
                let next = self.work(place + 1).filter(|_| work != Work::Item);
                return Some(next.map_or((place, work), |(next, _)| (place + 1, next.max_plain(work))));
            }
            if self.is(place, PARTING) && !(self.at(place) == "year" && self.is_genitive(place)) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_named_behind_words_that_describe_it() {
        let described = |text| Words::of(text, 2017).described(0).map(|(_, work)| work);
        assert_eq!(described("child protection inspection"), Some(Work::Inspection));
        assert_eq!(described("effectiveness inspection report"), Some(Work::Inspection));
        assert_eq!(described("two areas for improvement"), Some(Work::Item));
        assert_eq!(described("plan of the report"), None);
    }
}
