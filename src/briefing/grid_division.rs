//! Divides grids of grades into slides: with words on the tiles where that takes few slides, else with letters.

use crate::division::divide_rows;
use crate::layout;
use crate::slide::{Slide, SlideBody};
use explore::pages::grid::{Grid, GridEntry};
use explore::pages::legend::SHORT_LETTERS;
use explore::pages::phrasing;
use explore::pages::tile::{Tile, TileState};

/// The most columns of tiles with words on a slide.
const MAX_COLUMNS: usize = 4;
/// The most columns of tiles with letters on a slide.
const MAX_LETTER_COLUMNS: usize = 8;
/// The most slides of tiles with words. Nobody remembers the first of more.
const MAX_WORD_SLIDES: usize = 2;
/// Where the notes are if there is no room for them under the table.
const NOTES_ELSEWHERE: &str = "More on the last of these slides.";

/// Divides a grid by columns and rows, with as many columns on a slide as leave room for whole rows. `slide` makes the
/// slide of a part, with the caveats and the notes that hold for it.
pub fn divide_grid(grid: Grid, slide: &dyn Fn(Grid) -> Slide) -> Vec<Slide> {
    let (grid, mut notes) = without_uniform_columns(grid);
    let in_words = with_room_for_notes(&grid, &notes, MAX_COLUMNS, slide);
    if in_words.len() <= MAX_WORD_SLIDES {
        return in_words;
    }
    let (grid, said) = without_directions(grid);
    notes.extend(said);
    let with_letters = Grid { has_letters: true, ..grid };
    let in_letters = with_room_for_notes(&with_letters, &notes, MAX_LETTER_COLUMNS, slide);
    if in_letters.len() < in_words.len() { in_letters } else { in_words }
}

/// The slides with their notes under the tables or, if that takes more slides, on slides of their own.
fn with_room_for_notes(grid: &Grid, notes: &[String], max_columns: usize, slide: &dyn Fn(Grid) -> Slide) -> Vec<Slide> {
    let below = divide(
        grid,
        notes,
        max_columns,
        &|mut part| {
            part.caveats.append(&mut part.notes);
            part
        },
        slide,
    );
    if below.len() == 1 {
        return below;
    }
    let mut apart = divide(
        grid,
        notes,
        max_columns,
        &|mut part| {
            part.caveats.extend((!part.notes.is_empty()).then(|| NOTES_ELSEWHERE.to_string()));
            part
        },
        slide,
    );
    let mut all_notes = Vec::new();
    for part in &mut apart {
        for note in std::mem::take(&mut part.notes) {
            if !all_notes.contains(&note) {
                all_notes.push(note);
            }
        }
    }
    let whole = slide(grid.clone());
    apart.extend(divide_rows(all_notes, |notes| Slide {
        body: SlideBody::Sources(notes.to_vec()),
        caveats: Vec::new(),
        notes: Vec::new(),
        ..whole.clone()
    }));
    if apart.len() < below.len() { apart } else { below }
}

/// The slides of a grid, with the most columns for which all fit. `place` decides where the notes of a slide stand.
fn divide(
    grid: &Grid,
    notes: &[String],
    max_columns: usize,
    place: &dyn Fn(Slide) -> Slide,
    slide: &dyn Fn(Grid) -> Slide,
) -> Vec<Slide> {
    let slides_of = |columns: usize| -> Vec<Slide> {
        let groups = column_groups(grid, columns);
        let is_whole = groups.len() == 1;
        let parts = groups.into_iter().map(|group| without_rows_without_grade(group, is_whole));
        parts
            .flat_map(|(part, row_notes)| {
                divide_rows(part.rows.clone(), |rows| {
                    let mut made = slide(Grid { rows: rows.to_vec(), ..part.clone() });
                    made.caveats.extend(part.has_letters.then(|| SHORT_LETTERS.to_string()));
                    made.notes.extend(notes.iter().chain(&row_notes).cloned());
                    if part.has_letters {
                        made.notes.extend(tile_notes(&Grid { rows: rows.to_vec(), ..part.clone() }));
                    }
                    place(made)
                })
            })
            .collect()
    };
    let mut divided = (1..=max_columns).rev().map(slides_of);
    divided.find(|slides| slides.iter().all(layout::fits)).unwrap_or_else(|| slides_of(1))
}

/// The grid without the columns that have no tile and the same reason for it in all rows, with a note that says it once.
fn without_uniform_columns(grid: Grid) -> (Grid, Vec<String>) {
    let reason = |column: usize| {
        let mut entries = grid.rows.iter().map(|(_, entries)| &entries[column]);
        let first = &entries.next()?.empty_reason;
        let is_uniform = grid.rows.iter().all(|(_, entries)| {
            let entry = &entries[column];
            entry.tiles.is_empty() && entry.empty_reason == *first
        });
        Some(first).filter(|reason| is_uniform && !reason.is_empty())
    };
    let (left_out, kept): (Vec<usize>, Vec<usize>) = (0..grid.heads.len()).partition(|n| reason(*n).is_some());
    if kept.is_empty() || left_out.is_empty() {
        return (grid, Vec::new());
    }
    let notes = left_out.chunk_by(|one, other| reason(*one) == reason(*other)).map(|columns| {
        let names: Vec<String> = columns.iter().map(|n| grid.heads[*n].name.clone()).collect();
        let words = reason(columns[0]).map_or("", |reason| reason.trim_end_matches('.'));
        format!("{}: {words}.", phrasing::join_as_list(&names))
    });
    let notes = notes.collect();
    let rows =
        grid.rows.iter().map(|(name, entries)| (name.clone(), kept.iter().map(|n| entries[*n].clone()).collect()));
    let heads = kept.iter().map(|n| grid.heads[*n].clone()).collect();
    (Grid { rows: rows.collect(), heads, has_letters: grid.has_letters }, notes)
}

/// The grid in groups of about equally many columns.
fn column_groups(grid: &Grid, max: usize) -> Vec<Grid> {
    let count = grid.heads.len().div_ceil(max).max(1);
    let each = grid.heads.len().div_ceil(count).max(1);
    let group = |start: usize| {
        let end = (start + each).min(grid.heads.len());
        let part = |(name, entries): &(String, Vec<GridEntry>)| (name.clone(), entries[start..end].to_vec());
        let rows = grid.rows.iter().map(part).collect();
        Grid { heads: grid.heads[start..end].to_vec(), rows, has_letters: grid.has_letters }
    };
    (0..grid.heads.len()).step_by(each).map(group).collect()
}

/// The grid without the rows that have no grade in any column, with notes that name them. Unless that would be all rows.
fn without_rows_without_grade(grid: Grid, is_whole: bool) -> (Grid, Vec<String>) {
    let states = |entries: &[GridEntry]| -> Vec<TileState> {
        entries.iter().flat_map(|entry| &entry.tiles).map(|tile| tile.state).collect()
    };
    let has_no_grade = |(_, entries): &(String, Vec<GridEntry>)| {
        let is_empty =
            |state: &TileState| matches!(state, TileState::NotAsked | TileState::NotKnown | TileState::GradedNotKnown);
        states(entries).iter().all(is_empty) && entries.iter().all(|entry| entry.empty_reason.is_empty())
    };
    let (left_out, rows): (Vec<_>, Vec<_>) = grid.rows.iter().cloned().partition(has_no_grade);
    if rows.is_empty() {
        return (grid, Vec::new());
    }
    let columns = match (grid.heads.first(), grid.heads.last()) {
        (Some(first), Some(last)) if !is_whole && first == last => format!(" in {}", first.name),
        (Some(first), Some(last)) if !is_whole => format!(" in the columns {} to {}", first.name, last.name),
        _ => String::new(),
    };
    let note = |words: &str, is_so: &dyn Fn(&[TileState]) -> bool| {
        let of_kind = left_out.iter().filter(|(_, entries)| is_so(&states(entries)));
        let names: Vec<&str> = of_kind.map(|(name, _)| name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{words}{columns}: {}.", names.join("; ")))
    };
    let is_unasked = |states: &[TileState]| states.iter().all(|state| *state == TileState::NotAsked);
    let is_graded = |states: &[TileState]| states.contains(&TileState::GradedNotKnown);
    let notes = [
        note("Not asked", &is_unasked),
        note("Graded, not known here", &is_graded),
        note("Not known here", &|states| !is_unasked(states) && !is_graded(states)),
    ];
    (Grid { rows, ..grid }, notes.into_iter().flatten().collect())
}

/// The grid without the words of reports on a grade and an earlier one, for which letters leave no room, with a note for
/// each.
fn without_directions(mut grid: Grid) -> (Grid, Vec<String>) {
    let mut notes = Vec::new();
    for (name, entries) in &mut grid.rows {
        for (entry, head) in entries.iter_mut().zip(&grid.heads) {
            let (said, judged) = std::mem::take(&mut entry.tiles)
                .into_iter()
                .partition::<Vec<Tile>, _>(|tile| tile.state == TileState::Direction);
            entry.tiles = judged;
            // The whole sentence, with its source: a few of its words would be a claim that cannot be checked.
            notes.extend(said.iter().map(|tile| {
                let beginning = format!("{}: {name}: ", tile.word);
                let sentence = tile.accessible_name.strip_prefix(&beginning).unwrap_or(&tile.accessible_name);
                format!("{name}, {}: {sentence}", head.name)
            }));
        }
    }
    (grid, notes)
}

/// What the notes on tiles say, which have no room beside letters: "Investigating crime, 2017: Good from 2016".
fn tile_notes(grid: &Grid) -> Vec<String> {
    let mut notes = Vec::new();
    for (name, entries) in &grid.rows {
        for (entry, head) in entries.iter().zip(&grid.heads) {
            // That only the press states a grade, or that it is not known, is drawn.
            let is_drawn = |tile: &Tile| {
                matches!(tile.state, TileState::Press(_) | TileState::GradedNotKnown | TileState::NotKnown)
            };
            for tile in entry.tiles.iter().filter(|tile| !is_drawn(tile)) {
                notes.extend(tile.note.as_ref().map(|note| format!("{name}, {}: {} {note}.", head.name, tile.word)));
            }
        }
    }
    notes
}
