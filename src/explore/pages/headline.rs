//! The headline of a force's page: the newest grades that are held or known, with their date.

use crate::pages::{Link, phrasing, public_grades};
use crate::state::{State, View};
use corpus::{Corpus, PublicGrade};
use model::{Cycle, Force, Report, Scale, Scope};

/// The newest known grades of a force with their date, whether the report is held or not.
///
/// They are never worded as if they were the grades of today.
pub fn newest_grades_headline(corpus: &Corpus, force: &Force) -> String {
    let held = corpus.reports_on(&force.id).next_back();
    match (corpus.newest_cycle(&force.id), newest_graded_report(corpus, force)) {
        (Some(cycle), _) if held.is_none_or(|report| report.cycle != cycle.id) => {
            let grades = public_grades_in_words(corpus, force, cycle);
            let extent = public_grades::completeness_notes(
                corpus,
                force,
                cycle,
                &corpus.grades_only_in_register(&force.id, &cycle.id),
            );
            let is_part = corpus.counts_in_register(&force.id, &cycle.id).next().is_none() && !extent.is_empty();
            let beginning =
                if is_part { "Only some grades are known from the" } else { "The last known grades are from the" };
            format!("{beginning} {} inspection, whose report is not held (not part of this site). {grades}", cycle.id)
        }
        (_, Some(report)) => format!(
            "Last graded {}: {}.",
            grading_date_in_words(corpus, report),
            crate::pages::force::grades_in_words(report)
        ),
        (Some(_), None) => "The reports on this site give no grades.".to_string(),
        (None, None) => "This site has no report on this force, and no grade is known here.".to_string(),
    }
}

/// The caveats to the headline: the newest grades held, if they are older, and that later inspections may exist.
pub fn headline_caveats(corpus: &Corpus, force: &Force) -> Option<String> {
    let newest = corpus.newest_cycle(&force.id)?;
    let older = newest_graded_report(corpus, force).filter(|report| report.cycle != newest.id);
    let older = older.map(|report| {
        let grades = crate::pages::force::grades_in_words(report);
        format!(
            "The newest report on this site that gives grades is older. Its grades, given {}: {grades}.",
            grading_date_in_words(corpus, report)
        )
    });
    let is_last = corpus.cycles.last().is_some_and(|cycle| cycle.id == newest.id);
    let unknown = (!is_last).then(|| "Later inspections may exist; none is known here.".to_string());
    let parts: Vec<String> = older.into_iter().chain(unknown).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A notice that a report is not, or may not be, the newest on its force, as a link to the force.
pub fn not_newest_notice(corpus: &Corpus, report: &Report) -> Option<Link> {
    let after = corpus.cycles.iter().skip_while(|cycle| cycle.id != report.cycle).skip(1);
    let is_known = |cycle: &&Cycle| {
        let is_held = corpus.reports_on(&report.force.id).any(|other| other.cycle == cycle.id);
        is_held || corpus.pages_in_register(&report.force.id, &cycle.id).next().is_some()
    };
    let later: Vec<String> = after.clone().filter(is_known).map(|cycle| cycle.id.clone()).collect();
    let force = &report.force.name;
    let words = if !later.is_empty() {
        format!("Not the newest: {force} was inspected again in {}.", phrasing::join_as_list(&later))
    } else if after.clone().next().is_some() {
        format!("Later inspections of {force} may exist.")
    } else {
        return None;
    };
    Some(Link::to(&State::for_view(View::Force(report.force.id.clone())), words))
}

/// The newest report held that gives grades.
fn newest_graded_report<'c>(corpus: &'c Corpus, force: &'c Force) -> Option<&'c Report> {
    corpus.reports_on(&force.id).rfind(|report| report.scale != Scale::Ungraded)
}

/// When the grades of a report were given: "in March 2018", or "by the 2017 inspection" if no date is known.
fn grading_date_in_words(corpus: &Corpus, report: &Report) -> String {
    match corpus.publication_of(report) {
        Some(published) => phrasing::date_with_preposition(published),
        None => format!("by the {} inspection", report.cycle),
    }
}

/// The known grades of a cycle whose report is not held, and what is not known: "8 areas graded: 2 Good, ..." or
/// "Overall effectiveness Good; ...".
fn public_grades_in_words(corpus: &Corpus, force: &Force, cycle: &Cycle) -> String {
    if let Some((_, count)) = corpus.counts_in_register(&force.id, &cycle.id).max_by_key(|(_, count)| count.graded) {
        return format!("{}.", public_grades::count_in_words(count));
    }
    let public_grades = corpus.grades_only_in_register(&force.id, &cycle.id);
    let is_overall = |k: &&PublicGrade| k.scope == Scope::Pillar;
    let shown: Vec<&PublicGrade> = match public_grades.iter().filter(is_overall).collect::<Vec<_>>() {
        overall if overall.is_empty() => public_grades.iter().collect(),
        overall => overall,
    };
    let parts: Vec<String> = shown.iter().map(|k| format!("{} {}", k.name(), k.grade)).collect();
    let extent = public_grades::completeness_notes(corpus, force, cycle, &public_grades)
        .into_iter()
        .map(|(words, _)| format!(" {words}"));
    format!("{}.{}", parts.join("; "), extent.collect::<String>())
}
