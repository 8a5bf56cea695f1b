//! The words for the inspectorate and its work.

use crate::facts::references::sentence_words::SentenceWords;
use std::ops::Range;

/// The kinds of work that the inspectorate produces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// An inspection or reinspection.
    Inspection,
    /// A cause of concern or area for improvement.
    Item,
    /// A recommendation.
    Recommendation,
    /// A judgment.
    Judgment,
    /// A report, assessment, review, finding or grade, which may also be the force's own.
    Ambiguous,
}

impl WorkKind {
    /// The less ambiguous of two words for one thing: "inspection" of "inspection report".
    fn less_ambiguous(self, other: WorkKind) -> WorkKind {
        if self == WorkKind::Ambiguous { other } else { self }
    }
}

impl SentenceWords<'_> {
    /// Whether the word at a place is the inspectorate as an actor: "we" or "HMIC", but not "HMIC's".
    pub fn is_inspectorate(&self, index: usize) -> bool {
        self.is_one_of(index, "we hmic hmicfrs inspectorate") && !self.is_possessive(index)
    }

    /// Whether the word at a place says that what follows is the inspectorate's: "our", "HMIC's", "PEEL".
    pub fn is_ours(&self, index: usize) -> bool {
        let is_name = self.is_one_of(index, "hmic hmicfrs inspectorate") && self.is_possessive(index);
        is_name || self.is_one_of(index, "our peel")
    }

    /// Whether the work at `work` is the inspectorate's: by an owner among the words in `before` ("our"), or by its
    /// name ("effectiveness report").
    pub fn is_our_work(&self, before: Range<usize>, work: usize) -> bool {
        const TOPICS: &str = "effectiveness efficiency legitimacy vulnerability";
        let is_peel_report =
            self.is_one_of(work, "report reports") && self.contains_any_in(work.saturating_sub(2)..work, TOPICS);
        is_peel_report || before.into_iter().any(|place| self.is_ours(place))
    }

    /// The kind of work named at a place, and the place after its name.
    pub fn work_at(&self, index: usize) -> Option<(WorkKind, usize)> {
        let is_item = match self.word_at(index) {
            "cause" | "causes" => self.word_at(index + 1) == "of" && self.word_at(index + 2) == "concern",
            "area" | "areas" => self.word_at(index + 1) == "for" && self.word_at(index + 2) == "improvement",
            _ => false,
        };
        if is_item {
            return Some((WorkKind::Item, index + 3));
        }
        let work = match self.word_at(index) {
            "inspection" | "inspections" | "reinspection" | "reinspections" => WorkKind::Inspection,
            "recommendation" | "recommendations" => WorkKind::Recommendation,
            "judgment" | "judgments" | "judgement" | "judgements" => WorkKind::Judgment,
            "report" | "reports" | "assessment" | "assessments" | "review" | "reviews" | "finding" | "findings"
            | "observations" | "grade" | "grades" | "grading" | "gradings" | "revisit" | "thematic" => {
                WorkKind::Ambiguous
            }
            _ => return None,
        };
        Some((work, index + 1))
    }

    /// Whether the word at a place is "graded" as in "was graded as good", about a force and not about a call.
    pub fn is_grading(&self, index: usize) -> bool {
        const GRADES: &str = "good outstanding inadequate adequate requiring requires";
        let is_graded = self.is_one_of(index, "graded judged rated") && self.is_preceded_by(index, "was were");
        is_graded && self.contains_any_in(index..index + 5, GRADES)
    }

    /// Whether the work whose name ends before the place `after` belongs to somebody else: "recommendations of the
    /// coroner".
    pub fn is_owned_by_others(&self, after: usize) -> bool {
        let preposition = if self.word_at(after) == "made" { after + 1 } else { after };
        let owner = (preposition + 1..preposition + 4).find(|place| self.word_at(*place) != "the");
        let is_us = |owner| self.is_one_of(owner, "us hmic hmicfrs inspectorate") || self.is_ours(owner);
        let is_earlier_work = |owner| self.is_one_of(owner, "previous last earlier") || self.is_year_up_to_cycle(owner);
        self.is_one_of(preposition, "of from by") && !owner.is_some_and(|owner| is_us(owner) || is_earlier_work(owner))
    }

    /// Whether the owner of the work at a place is named before it and is somebody else: "the coroner's recommendations".
    pub fn is_possessed_by_others(&self, work: usize) -> bool {
        let owner = (work.saturating_sub(2)..work).find(|place| self.is_possessive(*place));
        owner.is_some_and(|owner| !self.is_ours(owner) && !self.is_one_of(owner, "year report inspection"))
    }

    /// The place and kind of the work named within a few words from `from` on, with only words before it that describe
    /// it.
    pub fn described_work(&self, from: usize) -> Option<(usize, WorkKind)> {
        const MAX_WORDS: usize = 5;
        const SEPARATORS: &str = "the a an of to in that which and is are was were has have had its their for on by \
            with from this these or not it they force forces we year years months month week weeks days quarter when";
        for place in from..from + MAX_WORDS {
            if let Some((work, _)) = self.work_at(place) {
                // In "child protection inspection report", the last of the two words is the work.
                let next = self.work_at(place + 1).filter(|_| work != WorkKind::Item);
                return Some(next.map_or((place, work), |(next, _)| (place + 1, next.less_ambiguous(work))));
            }
            if self.is_one_of(place, SEPARATORS) && !(self.word_at(place) == "year" && self.is_possessive(place)) {
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
    fn work_may_be_preceded_by_words_that_describe_it() {
        let described = |text| SentenceWords::new(text, 2017).described_work(0).map(|(_, work)| work);
        assert_eq!(described("child protection inspection"), Some(WorkKind::Inspection));
        assert_eq!(described("effectiveness inspection report"), Some(WorkKind::Inspection));
        assert_eq!(described("two areas for improvement"), Some(WorkKind::Item));
        assert_eq!(described("plan of the report"), None);
    }
}
