//! Grades from the register, for inspections whose reports are not held.

use crate::Corpus;
use model::folding::fold_phrase;
use model::sorted_list::insert_unique;
use model::{ForceId, Grade, GradeChange, GradeCount, PageSource, RegisterPage, Scope, StatedGrade, Subject};

/// A grade that public pages state and that no held report gives.
///
/// Pages that state the same grade for the same subject count as one.
#[derive(Clone, Debug)]
pub struct PublicGrade<'c> {
    /// The subject; `None` if no subject groups what the page names.
    pub subject: Option<&'c Subject>,
    /// The grade.
    pub grade: Grade,
    /// What kind of thing was graded.
    pub scope: Scope,
    /// The change after publication that led to it, if there was one.
    pub change: Option<&'c GradeChange>,
    /// Each page that states it, with the page's own wording; the inspectorate's pages come first.
    pub sources: Vec<(&'c RegisterPage, &'c StatedGrade)>,
}

impl<'c> PublicGrade<'c> {
    /// The name of the subject; if there is none, the wording of the first page.
    pub fn name(&self) -> &'c str {
        self.subject.map_or(self.wording(), |subject| subject.name.as_str())
    }

    /// What was graded, as the first page words it.
    pub fn wording(&self) -> &'c str {
        self.sources.first().map_or("", |(_, stated)| stated.area.as_str())
    }

    /// The first page that states it.
    pub fn first_page(&self) -> Option<&'c RegisterPage> {
        self.sources.first().map(|(page, _)| *page)
    }

    /// Whether only the press states it.
    pub fn is_from_press(&self) -> bool {
        self.sources.iter().all(|(page, _)| page.publisher == PageSource::Press)
    }

    /// Whether a stated grade is for the same subject or, if there is no subject, for an area of the same name.
    fn is_about(&self, stated: &StatedGrade) -> bool {
        match self.subject {
            Some(subject) => stated.subject.as_ref() == Some(&subject.id),
            None => {
                stated.subject.is_none()
                    && self.sources.iter().any(|(_, other)| fold_phrase(&other.area) == fold_phrase(&stated.area))
            }
        }
    }
}

impl Corpus {
    /// The pages of the register for one force and cycle.
    pub fn pages_in_register<'c>(
        &'c self,
        force: &'c ForceId,
        cycle: &'c str,
    ) -> impl Iterator<Item = &'c RegisterPage> + 'c {
        self.register.iter().filter(move |page| page.force == *force && page.cycle == cycle)
    }

    /// The grades of one force in one cycle that the register has and no held report gives, in the order of subjects.
    ///
    /// Grades without a subject come last.
    pub fn grades_only_in_register<'c>(&'c self, force: &'c ForceId, cycle: &'c str) -> Vec<PublicGrade<'c>> {
        let mut known: Vec<PublicGrade> = Vec::new();
        let subject_order = |subject: Option<&Subject>| {
            let index = self.subjects.iter().position(|s| subject.is_some_and(|subject| subject.id == s.id));
            index.unwrap_or(usize::MAX)
        };
        for page in self.pages_in_register(force, cycle) {
            for stated in &page.grades {
                let subject = stated.subject.as_deref().and_then(|id| self.subjects.iter().find(|s| s.id == id));
                if subject.is_some_and(|subject| self.is_graded_in_report(force, cycle, subject)) {
                    continue;
                }
                match known.iter_mut().find(|k| k.grade == stated.grade && k.is_about(stated)) {
                    Some(existing) => {
                        let rank = |page: &RegisterPage| page.publisher as u8;
                        let at = existing.sources.partition_point(|(other, _)| rank(other) <= rank(page));
                        existing.sources.insert(at, (page, stated));
                    }
                    None => {
                        let at = known.partition_point(|k| subject_order(k.subject) <= subject_order(subject));
                        let (grade, scope) = (stated.grade, stated.scope);
                        let change = subject.and_then(|subject| self.grade_change(force, cycle, subject));
                        let change = change.filter(|change| change.to == grade);
                        known.insert(at, PublicGrade { subject, grade, scope, change, sources: vec![(page, stated)] });
                    }
                }
            }
        }
        known
    }

    /// The change of a grade after publication, if there was one.
    pub fn grade_change(&self, force: &ForceId, cycle: &str, subject: &Subject) -> Option<&GradeChange> {
        let is_it = |c: &&GradeChange| c.force == *force && c.cycle == cycle && c.subject == subject.id;
        self.grade_changes.iter().find(is_it)
    }

    /// How many areas of a force got each grade in a cycle, for each page of the register that says so.
    pub fn counts_in_register<'c>(
        &'c self,
        force: &'c ForceId,
        cycle: &'c str,
    ) -> impl Iterator<Item = (&'c RegisterPage, &'c GradeCount)> + 'c {
        self.pages_in_register(force, cycle).filter_map(|page| Some((page, page.count.as_ref()?)))
    }

    /// The count with the most areas, of those that pages give; `None` if no page counts the areas.
    pub fn largest_count<'c>(&'c self, force: &'c ForceId, cycle: &'c str) -> Option<&'c GradeCount> {
        self.counts_in_register(force, cycle).map(|(_, count)| count).max_by_key(|count| count.graded)
    }

    /// How many of the areas with a known grade can be among those that a page counts. A grade that is known of more
    /// areas than were counted with it was given to one that was not counted: a page may count what was graded on the day.
    pub fn areas_within_count(known: &[PublicGrade], count: &GradeCount) -> usize {
        let mut names: Vec<&str> = Vec::new();
        known.iter().filter(|k| k.scope == Scope::Area).for_each(|k| insert_unique(&mut names, k.name()));
        // A page may count a grade as it was before it was changed, or after.
        let within = |grade_of: fn(&PublicGrade) -> Grade| -> usize {
            let of_grade =
                |grade: Grade| known.iter().filter(|k| k.scope == Scope::Area && grade_of(k) == grade).count();
            Grade::ALL.into_iter().map(|grade| of_grade(grade).min(count.count_of(grade).unwrap_or(0))).sum()
        };
        let before = within(|known| known.change.map_or(known.grade, |change| change.from));
        before.max(within(|known| known.grade)).min(names.len())
    }

    /// Whether only the press gives that count.
    pub fn is_count_from_press(&self, force: &ForceId, cycle: &str) -> bool {
        let Some(largest) = self.largest_count(force, cycle) else { return false };
        let mut same = self.counts_in_register(force, cycle).filter(|(_, count)| *count == largest);
        same.all(|(page, _)| page.publisher == PageSource::Press)
    }

    /// The newest cycle for which a report on the force is held or the register has a page.
    pub fn newest_cycle(&self, force: &ForceId) -> Option<&model::Cycle> {
        self.cycles.iter().rev().find(|cycle| self.is_inspection_known(force, &cycle.id))
    }

    /// Whether a report or a public page shows that a force was inspected in a cycle.
    pub fn is_inspection_known(&self, force: &ForceId, cycle: &str) -> bool {
        self.reports_on(force).any(|r| r.cycle == cycle) || self.pages_in_register(force, cycle).next().is_some()
    }

    /// Whether a held report grades the subject; one that the reader has opened stands beside what pages state. A judgment
    /// without a grade does not count: a page may state a grade that was pending when the report was published.
    fn is_graded_in_report(&self, force: &ForceId, cycle: &str, subject: &Subject) -> bool {
        let held = self.held_reports_on(force).filter(|report| report.cycle == cycle);
        held.flat_map(|report| &report.judgments)
            .any(|j| j.grade.is_some() && self.subject_of_judgment(j).is_some_and(|s| s.id == subject.id))
    }
}
