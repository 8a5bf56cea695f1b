//! What is known about a subject on which no grade is known: whether it was graded at all.

use crate::Corpus;
use model::sorted_list::insert_unique;
use model::{Cycle, ForceId, GradedForces, Report, Scale, Subject, WordingRelation};

/// Why a force has no known grade on a subject in a cycle, where no judgment is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingGrade {
    /// The cycle had no question or area of its own on the subject.
    NotAsked,
    /// A report held covers it, and has no judgment on the subject.
    NotInReport,
    /// It was inspected and got no grade: no force did, or this one did not.
    NoGradeGiven,
    /// A page counts the areas graded, and all of them are known: the subject was not among them.
    NotCounted,
    /// It was graded; the grade is not known here.
    Graded,
    /// Whether it was graded is not known here.
    Unknown,
}

impl Corpus {
    /// Why a force has no known grade on a subject in a cycle.
    ///
    /// A page that counts the areas graded decides, where there is one. Otherwise the subject was graded if every force
    /// was graded on it and the register knows that the force was inspected.
    pub fn missing_grade(&self, force: &ForceId, cycle: &Cycle, subject: &Subject) -> MissingGrade {
        // Where we know no question, one may have been asked.
        let Some(reading) = subject.reading_in(cycle) else { return MissingGrade::Unknown };
        let graded = reading.graded;
        if reading.relation == WordingRelation::NoEquivalent {
            return MissingGrade::NotAsked;
        }
        let is_whole = |report: &&Report| report.cycle == cycle.id && report.pillar.is_none();
        if cycle.scale == Scale::FiveTier && self.held_reports_on(force).any(|report| is_whole(&report)) {
            return MissingGrade::NotInReport;
        }
        if graded == Some(GradedForces::No) || reading.except.contains(force) {
            return MissingGrade::NoGradeGiven;
        }
        if graded == Some(GradedForces::Separately) {
            return MissingGrade::Unknown;
        }
        let is_inspected = self.pages_in_register(force, &cycle.id).next().is_some();
        let Some(count) = self.largest_count(force, &cycle.id) else {
            let is_sure = graded == Some(GradedForces::Every) && (is_inspected || cycle.scale == Scale::FourTier);
            return if is_sure { MissingGrade::Graded } else { MissingGrade::Unknown };
        };
        let stated = self.stated_subjects(force, &cycle.id);
        let missing: Vec<Option<GradedForces>> = self
            .subjects
            .iter()
            .filter(|other| !stated.contains(&other.id.as_str()))
            .filter_map(|other| other.reading_in(cycle))
            // What is graded in a report of its own may be among what a later page counts.
            .filter(|other| other.relation != WordingRelation::NoEquivalent && other.graded != Some(GradedForces::No))
            .map(|other| other.graded)
            .collect();
        let within = Corpus::areas_within_count(&self.grades_only_in_register(force, &cycle.id), count);
        let left = count.graded.saturating_sub(within);
        let of_every = missing.iter().filter(|graded| **graded == Some(GradedForces::Every)).count();
        match graded {
            // More are known than were counted: areas were added later, so the count decides nothing.
            _ if stated.len() > count.graded => MissingGrade::Unknown,
            _ if left == 0 => MissingGrade::NotCounted,
            _ if left >= missing.len() => MissingGrade::Graded,
            Some(GradedForces::Every) if left >= of_every => MissingGrade::Graded,
            // Even if as many are left as every force was graded on, no page says which were counted.
            _ => MissingGrade::Unknown,
        }
    }

    /// The ids of the subjects on which public pages state a grade.
    fn stated_subjects<'c>(&'c self, force: &'c ForceId, cycle: &'c str) -> Vec<&'c str> {
        let pages = self.pages_in_register(force, cycle);
        let mut ids: Vec<&str> = Vec::new();
        let stated = pages.flat_map(|page| &page.grades).filter_map(|grade| grade.subject.as_deref());
        stated.for_each(|id| insert_unique(&mut ids, id));
        ids
    }
}
