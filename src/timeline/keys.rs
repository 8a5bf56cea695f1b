//! Moving through a grid with holes by arrow keys.

/// A key that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
}

impl Key {
    /// The key by the name that browsers give it.
    pub fn named(name: &str) -> Option<Key> {
        Some(match name {
            "ArrowLeft" => Key::Left,
            "ArrowRight" => Key::Right,
            "ArrowUp" => Key::Up,
            "ArrowDown" => Key::Down,
            "Home" => Key::Home,
            "End" => Key::End,
            _ => return None,
        })
    }
}

/// Where a key leads from a cell: the next cell in that direction that holds something, else stay.
///
/// `holds[row][column]` says which cells can be entered. Up and down keep to the column as nearly as rows allow.
pub fn step(holds: &[Vec<bool>], (row, column): (usize, usize), key: Key) -> (usize, usize) {
    let filled = |r: usize| (0..holds[r].len()).filter(move |c| holds[r][*c]);
    let in_row = |found: Option<usize>| found.map(|c| (row, c));
    let nearest = |r: usize| filled(r).min_by_key(|c| (c.abs_diff(column), *c)).map(|c| (r, c));
    if row >= holds.len() {
        return (row, column);
    }
    let next = match key {
        Key::Left => in_row(filled(row).rfind(|c| *c < column)),
        Key::Right => in_row(filled(row).find(|c| *c > column)),
        Key::Home => in_row(filled(row).next()),
        Key::End => in_row(filled(row).next_back()),
        Key::Up => (0..row).rev().find_map(nearest),
        Key::Down => (row + 1..holds.len()).find_map(nearest),
    };
    next.unwrap_or((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_jump_over_holes_and_stop_at_the_edges() {
        let holds = [vec![true, false, true], vec![false, false, false], vec![false, true, false]];
        let go = |from, key| step(&holds, from, key);
        assert_eq!(go((0, 0), Key::Right), (0, 2));
        assert_eq!(go((0, 2), Key::Right), (0, 2));
        assert_eq!(go((0, 2), Key::Left), (0, 0));
        assert_eq!(go((0, 2), Key::Home), (0, 0));
        assert_eq!(go((0, 0), Key::Down), (2, 1));
        assert_eq!(go((2, 1), Key::Up), (0, 0));
        assert_eq!(go((2, 1), Key::End), (2, 1));
        assert_eq!(step(&[], (0, 0), Key::Down), (0, 0));
    }
}
