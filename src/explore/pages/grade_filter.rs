//! Which forces were graded so: by the grades known here, and by how many areas pages count.

use crate::facets::Facet;
use crate::pages::national::{NationalRow, NationalSelection};
use crate::pages::phrasing;
use crate::pages::tile::{Tile, TileState};
use crate::state::State;
use corpus::Corpus;
use model::{ForceId, Grade, Scale, slugify};

/// How a force stands to a grade.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A grade that is shown is that grade.
    Shown,
    /// A page counts that grade; on which area is not known here.
    Counted(usize),
    /// It may have been given.
    Possible,
    /// Other grades were given, and not this one.
    Other,
    /// A page counts how many areas got which grade, and none got this one.
    CountedOut,
    /// No grade was given.
    Ungraded,
}

/// The grade chosen in a state; `None` if none is chosen. As an error, with the reason, if it narrows nothing because it
/// was not possible in the chosen cycle, or every cycle is shown: grades of different scales are not counted together.
pub fn chosen_grade(state: &State, selection: &NationalSelection) -> Result<Option<Grade>, String> {
    let chosen = state.chosen_values_of(Facet::Grade).next();
    let grade = Grade::ALL.into_iter().find(|grade| Some(slugify(grade.name()).as_str()) == chosen);
    match (grade, selection.cycle) {
        (Some(grade), Some(cycle)) if !cycle.scale.grades().contains(&grade) => Err(format!(
            "No force could be graded {grade} in {}: the grades were others. All forces are shown.",
            cycle.id
        )),
        (Some(_), None) => {
            Err("A grade can be chosen in one round only, because the grades of different rounds cannot be \
                                counted together. All forces are shown."
                .to_string())
        }
        _ => Ok(grade),
    }
}

/// Keeps the forces that were graded so, as far as it is known, and says of how many others it is not known.
pub fn keep_graded(
    corpus: &Corpus,
    selection: &NationalSelection,
    grade: Grade,
    rows: &mut Vec<NationalRow>,
) -> String {
    let standings: Vec<Standing> = rows
        .iter()
        .zip(&selection.forces)
        .map(|(row, force)| standing(corpus, selection, &force.id, grade, row))
        .collect();
    let has_grades = rows.iter().any(|row| row.cells.iter().flatten().any(|tile| tile.grade().is_some()));
    let number = |is: fn(&Standing) -> bool| standings.iter().filter(|standing| is(standing)).count();
    let counted = number(|standing| matches!(standing, Standing::Counted(_)));
    let found = counted + number(|standing| *standing == Standing::Shown);
    let possible = number(|standing| *standing == Standing::Possible);
    for (row, standing) in rows.iter_mut().zip(&standings) {
        if let Standing::Counted(n) = standing {
            row.note = Some(match n {
                1 => format!("1 area graded {grade}; which one is not known here"),
                n => format!("{n} areas graded {grade}; which ones is not known here"),
            });
        }
    }
    let mut standings = standings.iter();
    rows.retain(|_| matches!(standings.next(), Some(Standing::Shown | Standing::Counted(_))));

    let counted_out = number(|standing| *standing == Standing::CountedOut);
    let others = number(|standing| *standing == Standing::Other) + counted_out;
    let ungraded = number(|standing| *standing == Standing::Ungraded);
    let what = what_was_graded(selection);
    let on_subject = if selection.subjects.len() == 1 { format!(" {what}") } else { String::new() };
    let was = if found == 1 { "was" } else { "were" };
    // Those that were graded otherwise are told only where some are known: a part without its whole is no share of it.
    let mut words = match (found, others) {
        (0, 0) if !has_grades => format!("No grade{on_subject} is known here."),
        (0, 0) => format!("No force is known here to have been graded {grade} {what}."),
        (1, 0) => format!("1 force is known to have been graded {grade} {what}."),
        (_, 0) => format!("{found} forces are known to have been graded {grade} {what}."),
        _ => {
            let known = phrasing::count_with_noun(found + others, "force", "forces");
            format!("{found} of the {known} of which it is known {was} graded {grade} {what}.")
        }
    };
    if counted > 0 {
        words += &format!(" For {counted} of them, a page counts the grade without its area.");
    }
    if counted_out > 0 {
        words += &format!(
            " That {} not, is known from a page that counts how many areas got which grade; areas may have been added since.",
            phrasing::count_with_noun(counted_out, "force was", "forces were")
        );
    }
    if ungraded > 0 {
        let have = phrasing::count_with_noun(ungraded, "force has", "forces have");
        words += &format!(" {have} no grade{on_subject}, for the reason that the force's own page gives.");
    }
    if possible > 0 {
        let more = if found + others + ungraded > 0 { " more" } else { "" };
        words += &format!(" Of {possible}{more}, it is not known here.");
    }
    words
}

fn standing(
    corpus: &Corpus,
    selection: &NationalSelection,
    force: &ForceId,
    grade: Grade,
    row: &NationalRow,
) -> Standing {
    let tiles = || row.cells.iter().flatten();
    if tiles().any(|tile| tile.grade() == Some(grade)) {
        return Standing::Shown;
    }
    let count = selection.cycle.and_then(|cycle| corpus.largest_count(force, &cycle.id)?.count_of(grade));
    let is_every_subject = selection.subjects.len() > 1;
    match count {
        Some(n) if n > 0 && is_every_subject => Standing::Counted(n),
        Some(0) if is_every_subject => Standing::CountedOut,
        // No area got this grade, so that a grade which is not known is another one.
        Some(0) if tiles().any(|tile| tile.state == TileState::GradedNotKnown) => Standing::CountedOut,
        Some(0) if tiles().any(|tile| tile.grade().is_some()) => Standing::Other,
        _ if tiles().any(Tile::may_be_any_grade) => Standing::Possible,
        _ if tiles().any(|tile| tile.grade().is_some()) => Standing::Other,
        _ => Standing::Ungraded,
    }
}

fn what_was_graded(selection: &NationalSelection) -> String {
    match (selection.subjects.as_slice(), selection.cycle) {
        ([subject], _) => format!("on {}", subject.name.to_lowercase()),
        (_, Some(cycle)) if cycle.scale == Scale::FiveTier => "in at least one area".to_string(),
        _ => "overall or on at least one question".to_string(),
    }
}
