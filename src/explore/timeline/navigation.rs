//! Moving the focus through the grid of the timeline by arrow keys. The grid has empty places.

/// A key that moves the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NavigationKey {
    /// One tile to the left.
    Left,
    /// One tile to the right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the first tile of the row.
    Home,
    /// To the last tile of the row.
    End,
}

/// A cell of the grid that can have the focus. Row 0 has the column heads; then come the subjects, then the findings by
/// kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GridCell {
    /// The row, counted from 0.
    pub row: usize,
    /// The column, counted from 0.
    pub column: usize,
    /// Which of the tiles in that row and column, counted from 0.
    pub tile: usize,
}

impl NavigationKey {
    /// The key with this name in `KeyboardEvent.key`; `None` for keys that do not move the focus.
    pub fn from_name(name: &str) -> Option<NavigationKey> {
        Some(match name {
            "ArrowLeft" => NavigationKey::Left,
            "ArrowRight" => NavigationKey::Right,
            "ArrowUp" => NavigationKey::Up,
            "ArrowDown" => NavigationKey::Down,
            "Home" => NavigationKey::Home,
            "End" => NavigationKey::End,
            _ => return None,
        })
    }
}

impl GridCell {
    /// The first tile in a row and column.
    pub fn first_tile(row: usize, column: usize) -> GridCell {
        GridCell { row, column, tile: 0 }
    }

    /// The id of the cell's element: "cell-2-5-0".
    pub fn element_id(self) -> String {
        format!("cell-{}-{}-{}", self.row, self.column, self.tile)
    }

    /// Reads the id of an element; `None` if the element is not a cell.
    pub fn from_element_id(id: &str) -> Option<GridCell> {
        let mut numbers = id.strip_prefix("cell-")?.split('-').map(str::parse);
        let (row, column, tile) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
        numbers.next().is_none().then_some(GridCell { row, column, tile })
    }
}

/// The cell to which a key moves the focus: the next one in that direction, or the same cell if there is none.
///
/// `tiles[row][column]` is the number of tiles there. Up and down go to the tile nearest to the current column.
pub fn move_focus(tiles: &[Vec<usize>], from: GridCell, key: NavigationKey) -> GridCell {
    if from.row >= tiles.len() {
        return from;
    }
    let cells_of = |row: usize| {
        let cells = |column: usize| (0..tiles[row][column]).map(move |tile| GridCell { row, column, tile });
        (0..tiles[row].len()).flat_map(cells).collect::<Vec<GridCell>>()
    };
    let in_row = || cells_of(from.row).into_iter();
    let nearest = |row: usize| cells_of(row).into_iter().min_by_key(|cell| (cell.column.abs_diff(from.column), *cell));
    let next = match key {
        NavigationKey::Left => in_row().rfind(|cell| *cell < from),
        NavigationKey::Right => in_row().find(|cell| *cell > from),
        NavigationKey::Home => in_row().next(),
        NavigationKey::End => in_row().next_back(),
        NavigationKey::Up => (0..from.row).rev().find_map(nearest),
        NavigationKey::Down => (from.row + 1..tiles.len()).find_map(nearest),
    };
    next.unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_keys_move_the_focus() {
        let names = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Enter"];
        let keys = names.map(NavigationKey::from_name);
        use NavigationKey::{Down, End, Home, Left, Right, Up};
        assert_eq!(keys, [Some(Left), Some(Right), Some(Up), Some(Down), Some(Home), Some(End), None]);
    }

    #[test]
    fn keys_skip_empty_places_and_stop_at_the_edges() {
        let tiles = [vec![1, 0, 1], vec![0, 0, 0], vec![0, 1, 0]];
        let go = |(row, column), key| {
            let to = move_focus(&tiles, GridCell::first_tile(row, column), key);
            (to.row, to.column)
        };
        assert_eq!(go((0, 0), NavigationKey::Right), (0, 2));
        assert_eq!(go((0, 2), NavigationKey::Right), (0, 2));
        assert_eq!(go((0, 2), NavigationKey::Left), (0, 0));
        assert_eq!(go((0, 2), NavigationKey::Home), (0, 0));
        assert_eq!(go((0, 0), NavigationKey::Down), (2, 1));
        assert_eq!(go((2, 1), NavigationKey::Up), (0, 0));
        assert_eq!(go((2, 1), NavigationKey::End), (2, 1));
        assert_eq!(move_focus(&[], GridCell::default(), NavigationKey::Down), GridCell::default());
    }

    #[test]
    fn the_second_tile_in_a_row_and_column_is_a_cell_like_any_other() {
        let tiles = [vec![2, 1]];
        let second = GridCell { tile: 1, ..GridCell::first_tile(0, 0) };
        assert_eq!(move_focus(&tiles, GridCell::first_tile(0, 0), NavigationKey::Right), second);
        assert_eq!(move_focus(&tiles, second, NavigationKey::Right), GridCell::first_tile(0, 1));
        assert_eq!(move_focus(&tiles, GridCell::first_tile(0, 1), NavigationKey::Left), second);
    }

    #[test]
    fn a_cell_is_read_back_from_its_id_and_other_ids_are_refused() {
        let cell = GridCell { row: 2, column: 5, tile: 1 };
        assert_eq!(GridCell::from_element_id(&cell.element_id()), Some(cell));
        assert!(
            ["cell-1-2", "cell-1-2-3-4", "cell-x-1-1", "heading"]
                .iter()
                .all(|id| GridCell::from_element_id(id).is_none())
        );
    }
}
