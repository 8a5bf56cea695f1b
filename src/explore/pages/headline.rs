//! The headline of a force's page: its newest inspection that is known, with what is known of it.

use crate::pages::{force, phrasing, public_grades};
use corpus::{Corpus, PublicGrade};
use model::folding::join_words;
use model::{Cycle, Force, Scale, Scope};

/// The newest inspection of a force that is known, with its date and its grades, whether the report is held or not.
///
/// It is never worded as if the grades were those of today.
pub fn newest_grades_headline(corpus: &Corpus, force: &Force) -> String {
    let Some(cycle) = corpus.newest_cycle(&force.id) else {
        return "This site has no report on this force, and no grade is known here.".to_string();
    };
    let mut held = corpus.held_reports_on(&force.id).filter(|report| report.cycle == cycle.id);
    match held.rfind(|report| report.scale != Scale::Ungraded) {
        Some(report) => {
            let published = phrasing::short_publication_date(corpus, report);
            let published = published.map(|date| format!("; report published {date}")).unwrap_or_default();
            format!("Last inspected in {}{published}. Grades: {}.", cycle.id, force::grades_in_words(report))
        }
        None => {
            let own = corpus.publication_of_cycle(&force.id, &cycle.id).map(phrasing::date_with_source);
            let own = own.map(|date| format!("; report published {date}"));
            let of_all = phrasing::cycle_publication_dates(corpus, &cycle.id).map(|dates| format!("; reports {dates}"));
            let published = own.or(of_all).unwrap_or("; its date is not known here".to_string());
            format!(
                "Newest inspection known here: {}{published}. {}",
                cycle.id,
                public_grades_in_words(corpus, force, cycle)
            )
        }
    }
}

/// The known grades of a cycle whose report is not held: "8 areas graded: 2 Good, ..." or, where no page counts them,
/// each with its area: "Overall effectiveness Good; ...".
fn public_grades_in_words(corpus: &Corpus, force: &Force, cycle: &Cycle) -> String {
    if let Some(count) = corpus.largest_count(&force.id, &cycle.id) {
        let press = if corpus.is_count_from_press(&force.id, &cycle.id) { ", as the press reports" } else { "" };
        let changes = public_grades::changes_in_words(corpus, force, cycle);
        let changes = changes.map(|words| format!(" {words}")).collect::<String>();
        return format!("{}{press}.{changes}", public_grades::count_in_words(count));
    }
    let known = corpus.grades_only_in_register(&force.id, &cycle.id);
    let is_overall = |k: &&PublicGrade| k.scope == Scope::Pillar;
    let shown: Vec<&PublicGrade> = match known.iter().filter(is_overall).collect::<Vec<_>>() {
        overall if overall.is_empty() => known.iter().collect(),
        overall => overall,
    };
    let parts: Vec<String> = shown.iter().map(|k| format!("{} {}", k.name(), k.grade)).collect();
    match parts.is_empty() {
        true => "None of its grades is known here.".to_string(),
        // Whether there are more, the notes on the inspection say.
        false => format!("Grades known here: {}.", join_words(&parts, "; ")),
    }
}
