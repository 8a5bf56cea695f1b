//! Grades that public pages state for inspections whose reports are not held, and what is missing from them.

use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, phrasing};
use crate::route::Anchor;
use corpus::{Corpus, MissingGrade, PublicGrade};
use model::folding::join_words;
use model::sorted_list::insert_unique;
use model::{Cycle, DateSpan, Force, Grade, GradeChange, GradeCount, PageSource, RegisterPage, Scale, Scope, Subject};

/// What public pages state about a force in one cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicCycleGrades {
    /// The anchor of the cycle on the page of the force.
    pub anchor: Anchor,
    /// The id of the cycle.
    pub cycle: String,
    /// The grades that no held report gives.
    pub grades: Vec<PublicGradeEntry>,
    /// Sentences about how complete the grades are: how many areas got each grade, with a link to the page that says
    /// so; which grades are missing; where pages contradict each other.
    pub completeness: Vec<(String, Option<Link>)>,
}

/// A grade with each page that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicGradeEntry {
    /// The name of the subject; if there is none, the wording.
    pub subject: String,
    /// The tile of the grade.
    pub tile: Tile,
    /// What was graded, as the first page words it.
    pub wording: String,
    /// The pages.
    pub sources: Vec<Link>,
    /// That only the press states it, or that it was changed after publication, with the page that says so.
    pub caveats: Vec<(String, Option<Link>)>,
}

/// What public pages state about a force, by cycle, newest first. Cycles without anything are left out.
pub fn public_grades_by_cycle(corpus: &Corpus, force: &Force) -> Vec<PublicCycleGrades> {
    let cycle = |cycle: &Cycle| {
        let public_grades = corpus.grades_only_in_register(&force.id, &cycle.id);
        let mut extent = completeness_notes(corpus, force, cycle, &public_grades);
        let is_held = corpus.held_reports_on(&force.id).any(|report| report.cycle == cycle.id);
        if public_grades.is_empty() && extent.is_empty() && !is_held {
            extent.push(("No public page with grades from this inspection is known here.".to_string(), None));
        }
        (!public_grades.is_empty() || !extent.is_empty()).then(|| PublicCycleGrades {
            anchor: Anchor::for_public_grades(cycle),
            cycle: cycle.id.clone(),
            grades: public_grades.iter().map(|known| grade_entry(corpus, force, known)).collect(),
            completeness: extent,
        })
    };
    corpus.cycles.iter().rev().filter_map(cycle).collect()
}

fn grade_entry(corpus: &Corpus, force: &Force, public_grade: &PublicGrade) -> PublicGradeEntry {
    PublicGradeEntry {
        subject: public_grade.name().to_string(),
        tile: tile::public_grade_tile(corpus, force, public_grade),
        wording: public_grade.wording().to_string(),
        sources: public_grade.sources.iter().map(|(page, _)| page_link(page)).collect(),
        caveats: caveats_with_pages(public_grade),
    }
}

/// That only the press states a grade, or that it was changed after publication, in sentences.
pub fn grade_caveats(public_grade: &PublicGrade) -> Vec<String> {
    caveats_with_pages(public_grade).into_iter().map(|(words, _)| words).collect()
}

fn caveats_with_pages(public_grade: &PublicGrade) -> Vec<(String, Option<Link>)> {
    let press = public_grade.is_from_press().then(|| ("Reported by the press.".to_string(), None));
    let change = public_grade.change.map(|change| {
        let page = Link { href: change.url.clone(), text: "the page that says so".to_string() };
        (change_in_words(change), Some(page))
    });
    press.into_iter().chain(change).collect()
}

/// A change of a grade after publication, in a sentence with both grades and the day.
pub fn change_in_words(change: &GradeChange) -> String {
    let GradeChange { from, to, reason, .. } = change;
    format!("Changed from {from} to {to} on {}, because {reason}.", change.changed.in_words())
}

/// A link to a page of the register, with its publisher and date.
pub fn page_link(page: &RegisterPage) -> Link {
    Link { href: page.url.clone(), text: page_name(page) }
}

/// A page of the register in words: "a news release, page dated 2 May 2019".
pub fn page_name(page: &RegisterPage) -> String {
    let when = page.dated.map(DateSpan::in_words);
    if page.publisher == PageSource::LaterReport {
        let published = when.map(|when| format!(" of {when}")).unwrap_or_default();
        return format!("a later report{published}, which says that the grade stands");
    }
    let dated = when.map(|when| format!(", page dated {when}")).unwrap_or_default();
    format!("{}{dated}", page.publisher.page_label())
}

/// How complete the known grades of a cycle are, in sentences, each with the page that it is from, if any. Empty if a
/// report of the cycle is held.
pub fn completeness_notes(
    corpus: &Corpus,
    force: &Force,
    cycle: &Cycle,
    public_grades: &[PublicGrade],
) -> Vec<(String, Option<Link>)> {
    if corpus.held_reports_on(&force.id).any(|report| report.cycle == cycle.id) {
        return Vec::new();
    }
    let counts = corpus.counts_in_register(&force.id, &cycle.id);
    let counts = counts.map(|(page, count)| (format!("{}.", count_in_words(count)), Some(page_link(page))));
    counts.chain(known_part_notes(corpus, force, cycle, public_grades)).collect()
}

/// How many of the areas that were graded are known, which are not, and where pages contradict each other.
pub fn known_part_notes(
    corpus: &Corpus,
    force: &Force,
    cycle: &Cycle,
    public_grades: &[PublicGrade],
) -> Vec<(String, Option<Link>)> {
    let areas = known_area_count(public_grades);
    let known = match corpus.largest_count(&force.id, &cycle.id) {
        Some(count) => Some(known_part(areas, Corpus::areas_within_count(public_grades, count), count.graded)),
        None if cycle.scale == Scale::FiveTier && areas > 0 => {
            let known = phrasing::count_with_noun(areas, "area is", "areas are");
            Some(format!("{known} known here. How many were graded is not known."))
        }
        None => None,
    };
    let missing = graded_but_not_known(corpus, force, cycle, public_grades);
    let others = others_graded(corpus, force, cycle, public_grades);
    let notes =
        known.into_iter().chain(contradictions(corpus, force, cycle, public_grades)).chain(missing).chain(others);
    notes.map(|words| (words, None)).collect()
}

/// How many of the areas counted are known, in a sentence. `areas` have a known grade, `within` of them were counted.
fn known_part(areas: usize, within: usize, graded: usize) -> String {
    if areas > graded {
        return format!(
            "Public pages state a grade for {areas} areas, more than the {graded} that were counted: areas can be added to \
             a report later."
        );
    }
    let known = match within {
        0 => "Which area got which grade is not known here.".to_string(),
        n if n == graded => format!("All {graded} are known here by area."),
        1 => format!("1 of the {graded} is known here by area."),
        n => format!("{n} of the {graded} are known here by area."),
    };
    match areas - within {
        0 => known,
        1 => format!("{known} Public pages state a grade for 1 more, which was not counted."),
        n => format!("{known} Public pages state grades for {n} more, which were not counted."),
    }
}

/// How many areas have a known grade. An area with two different grades counts once.
pub fn known_area_count(public_grades: &[PublicGrade]) -> usize {
    let mut names: Vec<&str> = Vec::new();
    let areas = public_grades.iter().filter(|known| known.scope == Scope::Area);
    areas.for_each(|known| insert_unique(&mut names, known.name()));
    names.len()
}

/// The subjects that were graded and whose grade no page states; `None` if there is none.
fn graded_but_not_known(
    corpus: &Corpus,
    force: &Force,
    cycle: &Cycle,
    public_grades: &[PublicGrade],
) -> Option<String> {
    let names = missing_subjects(corpus, force, cycle, public_grades, MissingGrade::Graded);
    (!names.is_empty()).then(|| format!("Graded, not known here: {}.", phrasing::join_as_list(&names)))
}

/// How many areas were graded besides those that are known to have been, so that the numbers add up; `None` if no page
/// counts them, or if there is none.
fn others_graded(corpus: &Corpus, force: &Force, cycle: &Cycle, public_grades: &[PublicGrade]) -> Option<String> {
    let count = corpus.largest_count(&force.id, &cycle.id)?;
    let graded = missing_subjects(corpus, force, cycle, public_grades, MissingGrade::Graded).len();
    let others = count.graded.saturating_sub(Corpus::areas_within_count(public_grades, count) + graded);
    let names = missing_subjects(corpus, force, cycle, public_grades, MissingGrade::Unknown);
    (others > 0 && !names.is_empty()).then(|| {
        format!(
            "{others} of these {} graded too: {}.",
            if others == 1 { "was" } else { "were" },
            phrasing::join_as_list(&names)
        )
    })
}

/// The names of the subjects without a known grade for this reason, in lower case.
fn missing_subjects(
    corpus: &Corpus,
    force: &Force,
    cycle: &Cycle,
    public_grades: &[PublicGrade],
    why: MissingGrade,
) -> Vec<String> {
    let is_known = |subject: &Subject| public_grades.iter().any(|k| k.subject.is_some_and(|s| s.id == subject.id));
    let is_missing = |subject: &&Subject| !is_known(subject) && corpus.missing_grade(&force.id, cycle, subject) == why;
    corpus.subjects.iter().filter(is_missing).map(|subject| subject.name.to_ascii_lowercase()).collect()
}

/// How complete the known grades of a force are, for each of these cycles without a report: "Kent Police, 2021/22, report
/// not held: 9 areas graded: ...".
pub fn completeness_by_cycle(corpus: &Corpus, force: &Force, is_shown: impl Fn(&Cycle) -> bool) -> Vec<String> {
    let of_cycle = |cycle: &Cycle| {
        let words: Vec<String> =
            completeness_notes(corpus, force, cycle, &corpus.grades_only_in_register(&force.id, &cycle.id))
                .into_iter()
                .map(|(words, _)| words)
                .collect();
        (!words.is_empty())
            .then(|| format!("{}, {}, report not held: {}", force.name, cycle.id, join_words(&words, " ")))
    };
    corpus.cycles.iter().filter(|cycle| is_shown(cycle)).filter_map(of_cycle).collect()
}

/// Sentences about contradictions between pages: two grades for one subject, or more areas with a grade than a count has.
fn contradictions(corpus: &Corpus, force: &Force, cycle: &Cycle, public_grades: &[PublicGrade]) -> Vec<String> {
    let mut words = Vec::new();
    for pair in public_grades.windows(2) {
        let same = pair[0].subject.zip(pair[1].subject).filter(|(one, other)| one.id == other.id);
        words.extend(same.map(|(subject, _)| {
            format!("Public pages state two different grades for {}.", subject.name.to_ascii_lowercase())
        }));
    }
    let counts: Vec<_> = corpus.counts_in_register(&force.id, &cycle.id).map(|(_, count)| count).collect();
    let stated = |grade: Grade| public_grades.iter().filter(|k| k.scope == Scope::Area && k.grade == grade).count();
    let counted = |grade: Grade| counts.iter().filter_map(|count| count.count_of(grade)).max();
    for grade in Grade::ALL {
        let n = stated(grade);
        words.extend(counted(grade).filter(|counted| *counted < n).map(|counted| {
            let areas = phrasing::count_with_noun(n, "area", "areas");
            format!("Public pages state {grade} for {areas}, the count for {counted}.")
        }));
    }
    words
}

/// The grades of a cycle that were changed after they were published, each in a sentence: what counts them may be older.
pub fn changes_in_words<'c>(
    corpus: &'c Corpus,
    force: &'c Force,
    cycle: &'c Cycle,
) -> impl Iterator<Item = String> + 'c {
    let of_cycle = |change: &&GradeChange| change.force == force.id && change.cycle == cycle.id;
    corpus.grade_changes.iter().filter(of_cycle).map(|change| {
        let subject = corpus.subjects.iter().find(|subject| subject.id == change.subject);
        let name = subject.map_or(change.subject.as_str(), |subject| subject.name.as_str());
        format!("{name} was changed from {} to {} on {}.", change.from, change.to, change.changed.in_words())
    })
}

/// A count of grades in words: "8 areas graded: 2 Good, 2 Adequate, 4 Requires improvement".
pub fn count_in_words(count: &GradeCount) -> String {
    let given: Vec<String> = count.nonzero_counts().map(|(grade, n): (Grade, usize)| format!("{n} {grade}")).collect();
    format!("{} graded: {}", phrasing::count_with_noun(count.graded, "area", "areas"), join_words(&given, ", "))
}
