//! Which forces were graded so: by the grades known here, and by how many areas pages count.

use crate::facets::Facet;
use crate::pages::national::{NationalRow, NationalSelection};
use crate::pages::tile::Tile;
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
    /// It was not given.
    Excluded,
}

/// The grade chosen in a state; `None` if none is chosen. As an error, with the reason, if it narrows nothing because it
/// was not possible in the chosen cycle.
pub fn chosen_grade(state: &State, selection: &NationalSelection) -> Result<Option<Grade>, String> {
    let chosen = state.chosen_values_of(Facet::Grade).next();
    let grade = Grade::ALL.into_iter().find(|grade| Some(slugify(grade.name()).as_str()) == chosen);
    match (grade, selection.cycle) {
        (Some(grade), Some(cycle)) if !cycle.scale.grades().contains(&grade) => Err(format!(
            "No force could be graded {grade} in {}: the grades were others. All forces are shown.",
            cycle.id
        )),
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
    let all = rows.len();
    let standings: Vec<Standing> = rows
        .iter()
        .zip(&selection.forces)
        .map(|(row, force)| standing(corpus, selection, &force.id, grade, row))
        .collect();
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

    let of = match possible {
        0 => format!("{all} forces"),
        _ => format!("the {} forces of which it is known", all - possible),
    };
    let mut words = format!(
        "{found} of {of} {} graded {grade} {}.",
        if found == 1 { "was" } else { "were" },
        what_was_graded(selection)
    );
    if counted > 0 {
        words += &format!(" For {counted} of them, a page counts the grade without its area.");
    }
    if possible > 0 {
        words += &format!(" Of {possible} more, it is not known here.");
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
        Some(0) => Standing::Excluded,
        Some(n) if is_every_subject => Standing::Counted(n),
        _ if tiles().any(Tile::may_be_any_grade) => Standing::Possible,
        _ => Standing::Excluded,
    }
}

fn what_was_graded(selection: &NationalSelection) -> String {
    match (selection.subjects.as_slice(), selection.cycle) {
        ([subject], Some(_)) => format!("on {}", subject.name.to_lowercase()),
        ([subject], None) => format!("on {} in at least one round", subject.name.to_lowercase()),
        (_, Some(cycle)) if cycle.scale == Scale::FiveTier => "in at least one area".to_string(),
        _ => "overall or on at least one question".to_string(),
    }
}
