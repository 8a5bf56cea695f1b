//! The newest grades of a force, in brief, for its card on the home page.

use crate::pages::tile;
use crate::pages::tile::{Tile, TileState};
use crate::pages::{phrasing, public_grades};
use crate::state::{State, View};
use crate::timeline::layout::count_grades;
use corpus::{Corpus, PublicGrade};
use model::folding::join_words;
use model::{Cycle, Force, Grade, GradeFace, NewestGrades, Report, Scale, Scope};

/// Adds the newest grades of every force to the data.
#[must_use]
pub fn with_newest_grades(corpus: Corpus) -> Corpus {
    let newest_grades = corpus.forces.iter().flat_map(|force| newest_cycle_grades(&corpus, force)).collect();
    Corpus { newest_grades, ..corpus }
}

/// The newest grades held; before them those of a later cycle, if any are known from public pages.
fn newest_cycle_grades(corpus: &Corpus, force: &Force) -> Vec<NewestGrades> {
    let graded = |report: &&Report| report.scale != Scale::Ungraded;
    let held = corpus.held_reports_on(&force.id).rfind(graded);
    let newest = corpus.newest_cycle(&force.id);
    let later = newest.filter(|cycle| held.is_none_or(|report| report.cycle != cycle.id));
    let later = later.map(|cycle| grades_in_register(corpus, force, cycle));
    later.into_iter().chain(held.map(|report| grades_in_report(corpus, force, report))).collect()
}

/// How many areas of a force got each grade in a cycle, according to the report held or to a public page.
fn area_counts(corpus: &Corpus, force: &Force, cycle: &Cycle) -> Vec<(String, Tile)> {
    let words = |n: usize| phrasing::count_with_noun(n, "area", "areas");
    if let Some(report) = corpus.held_reports_on(&force.id).rfind(|report| report.cycle == cycle.id) {
        let href = crate::route::path(&State::for_view(View::Report(report.id.clone())));
        let given = count_grades(&report.judgments).into_iter();
        return given
            .map(|(grade, n)| (words(n), counted_grade_tile(report.scale, TileState::Graded(grade), grade, &href)))
            .collect();
    }
    let count = corpus.largest_count(&force.id, &cycle.id);
    let href = tile::public_grades_href(corpus, force, &cycle.id);
    let is_from_press = corpus.is_count_from_press(&force.id, &cycle.id);
    let of_count = |(grade, n): (Grade, usize)| {
        let state = if is_from_press { TileState::Press(grade) } else { TileState::NotHeld(grade) };
        let mut tile = counted_grade_tile(cycle.scale, state, grade, &href);
        tile.note = is_from_press.then(|| "press".to_string());
        (words(n), tile)
    };
    count.into_iter().flat_map(|count| count.nonzero_counts()).map(of_count).collect()
}

fn grades_in_report(corpus: &Corpus, force: &Force, report: &Report) -> NewestGrades {
    let mut grades: Vec<(String, Tile)> = Vec::new();
    match report.judgments.iter().find(|j| j.scope == Scope::Overall) {
        Some(overall) => grades.push((phrasing::inspection_name(report), tile::judgment_tile(corpus, report, overall))),
        None => {
            let is_area = report.judgments.iter().any(|j| j.scope == Scope::Area);
            let (one, many) = if is_area { ("area", "areas") } else { ("question", "questions") };
            for (grade, n) in count_grades(&report.judgments) {
                let words = phrasing::count_with_noun(n, one, many);
                grades.push((words, counted_grade_tile(report.scale, TileState::Graded(grade), grade, "")));
            }
        }
    }
    let public_grades = corpus.grades_only_in_register(&force.id, &report.cycle);
    let (published, others) =
        (phrasing::short_publication_date(corpus, report), crate::pages::force::ungraded_in_words(report));
    grades.extend(public_grades.iter().filter(|k| k.scope == Scope::Pillar).map(|k| named_grade(corpus, force, k)));
    let others_not_held = if public_grades.is_empty() { "" } else { "; other reports not held" };
    NewestGrades {
        force: force.id.clone(),
        cycle: report.cycle.clone(),
        status: format!(
            "report held{}{others_not_held}",
            published.map(|date| format!(", published {date}")).unwrap_or_default()
        ),
        grades: grades.into_iter().map(to_face).collect(),
        missing_note: (!others.is_empty()).then(|| format!("{others}.")),
    }
}

fn grades_in_register(corpus: &Corpus, force: &Force, cycle: &Cycle) -> NewestGrades {
    let public_grades = corpus.grades_only_in_register(&force.id, &cycle.id);
    let count = corpus.largest_count(&force.id, &cycle.id);
    let is_overall = |k: &&PublicGrade| k.scope == Scope::Pillar;
    let overall: Vec<&PublicGrade> = public_grades.iter().filter(is_overall).collect();
    let grades = match count {
        Some(_) => area_counts(corpus, force, cycle),
        None if overall.is_empty() => public_grades.iter().map(|k| named_grade(corpus, force, k)).collect(),
        None => overall.into_iter().map(|k| named_grade(corpus, force, k)).collect(),
    };
    let own = corpus.publication_of_cycle(&force.id, &cycle.id).map(phrasing::date_with_source);
    let own = own.map(|date| format!(", published {date}"));
    let published = phrasing::cycle_publication_dates(corpus, &cycle.id).map(|dates| format!(", {dates}"));
    let is_last = corpus.cycles.last().is_some_and(|last| last.id == cycle.id);
    let behind = if is_last { "" } else { "; later inspections may exist" };
    let extent = public_grades::completeness_notes(corpus, force, cycle, &public_grades);
    let part: Vec<String> =
        if count.is_none() { extent.into_iter().map(|(words, _)| words).collect() } else { Vec::new() };
    let notes: Vec<String> = part.into_iter().chain(public_grades::changes_in_words(corpus, force, cycle)).collect();
    NewestGrades {
        force: force.id.clone(),
        cycle: cycle.id.clone(),
        status: format!("report not held{}{behind}", own.or(published).unwrap_or(", date not known here".to_string())),
        grades: grades.into_iter().map(to_face).collect(),
        missing_note: (!notes.is_empty()).then(|| join_words(&notes, " ")),
    }
}

/// A grade known from public pages with a short name for what was graded: "Effectiveness" for the overall grade of a
/// pillar.
fn named_grade(corpus: &Corpus, force: &Force, public_grade: &PublicGrade) -> (String, Tile) {
    let name = if public_grade.scope == Scope::Pillar { public_grade.wording() } else { public_grade.name() };
    (name.to_string(), tile::public_grade_tile(corpus, force, public_grade))
}

/// What can be seen of a tile, with what has its grade.
fn to_face((label, tile): (String, Tile)) -> GradeFace {
    let Tile { state, word, note, scale_position, .. } = tile;
    GradeFace { label, classes: state.class_names(), word, note, scale_position }
}

/// The tile of a grade that a number of areas or questions have.
fn counted_grade_tile(scale: Scale, drawing: TileState, grade: Grade, href: &str) -> Tile {
    let (word, ladder) = (grade.name().to_string(), scale.position_of(grade));
    Tile {
        state: drawing,
        accessible_name: word.clone(),
        word,
        note: None,
        scale_position: ladder,
        href: href.to_string(),
    }
}
