//! What is known of inspections whose reports are not held, from the register.

use crate::Corpus;
use model::fold::fold;
use model::{ForceId, Grade, GradeCount, RegisterPage, Scope, StatedGrade, Subject};

/// A grade that pages state and no held report gives: one subject with one grade is one fact, however often stated.
#[derive(Clone, Debug)]
pub struct Known<'c> {
    /// `None` where no subject groups what the page words.
    pub subject: Option<&'c Subject>,
    pub grade: Grade,
    pub scope: Scope,
    /// Each page that states it, with its own wording; the inspectorate's own pages first.
    pub stated: Vec<(&'c RegisterPage, &'c StatedGrade)>,
}

impl<'c> Known<'c> {
    /// The subject, or what the page words where no subject groups it.
    pub fn name(&self) -> &'c str {
        self.subject.map_or(self.wording(), |subject| subject.name.as_str())
    }

    /// What was graded, as the first of the pages words it.
    pub fn wording(&self) -> &'c str {
        self.stated.first().map_or("", |(_, stated)| stated.area.as_str())
    }

    /// The first of the pages.
    pub fn page(&self) -> Option<&'c RegisterPage> {
        self.stated.first().map(|(page, _)| *page)
    }

    fn is_about(&self, stated: &StatedGrade) -> bool {
        match self.subject {
            Some(subject) => subject.wordings.contains(&fold(&stated.area)),
            None => self.stated.iter().any(|(_, other)| fold(&other.area) == fold(&stated.area)),
        }
    }
}

impl Corpus {
    /// The pages of the register on one cycle of one force.
    pub fn pages_on<'c>(&'c self, force: &'c ForceId, cycle: &'c str) -> impl Iterator<Item = &'c RegisterPage> + 'c {
        self.register.iter().filter(move |page| page.force == *force && page.cycle == cycle)
    }

    /// The grades of one cycle of one force that no held report of that cycle gives, in the order of the subjects.
    pub fn known<'c>(&'c self, force: &'c ForceId, cycle: &'c str) -> Vec<Known<'c>> {
        let mut known: Vec<Known> = Vec::new();
        let place = |subject: Option<&Subject>| {
            let at = self.subjects.iter().position(|s| subject.is_some_and(|of| of.id == s.id));
            at.unwrap_or(usize::MAX)
        };
        for page in self.pages_on(force, cycle) {
            for stated in &page.grades {
                let subject = self.subject_named(&stated.area);
                if subject.is_some_and(|subject| self.is_judged(force, cycle, subject)) {
                    continue;
                }
                match known.iter_mut().find(|k| k.grade == stated.grade && k.is_about(stated)) {
                    Some(same) => {
                        let publisher = |of: &RegisterPage| of.publisher as u8;
                        let at = same.stated.partition_point(|(other, _)| publisher(other) <= publisher(page));
                        same.stated.insert(at, (page, stated));
                    }
                    None => {
                        let at = known.partition_point(|k| place(k.subject) <= place(subject));
                        let (grade, scope) = (stated.grade, stated.scope);
                        known.insert(at, Known { subject, grade, scope, stated: vec![(page, stated)] });
                    }
                }
            }
        }
        known
    }

    /// What pages say of how many areas got each grade.
    pub fn counts<'c>(
        &'c self,
        force: &'c ForceId,
        cycle: &'c str,
    ) -> impl Iterator<Item = (&'c RegisterPage, &'c GradeCount)> + 'c {
        self.pages_on(force, cycle).filter_map(|page| Some((page, page.count.as_ref()?)))
    }

    /// The newest cycle of which anything is held or known on a force.
    pub fn newest_cycle(&self, force: &ForceId) -> Option<&model::Cycle> {
        let is_known =
            |id: &str| self.reports_on(force).any(|r| r.cycle == id) || self.pages_on(force, id).next().is_some();
        self.cycles.iter().rev().find(|cycle| is_known(&cycle.id))
    }

    /// Whether a held report grades it: a grade that came later than "pending" is news.
    fn is_judged(&self, force: &ForceId, cycle: &str, subject: &Subject) -> bool {
        let held = self.reports_on(force).filter(|report| report.cycle == cycle);
        held.flat_map(|report| &report.judgments)
            .any(|j| j.grade.is_some() && self.subject_of(j).is_some_and(|s| s.id == subject.id))
    }
}
