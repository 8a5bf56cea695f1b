//! Sorted lists without repetitions, for lists too short for a tree. The program is smaller without sorting.

/// Puts something at its place in a sorted list, unless it is there.
pub fn insert_once<T: Ord>(list: &mut Vec<T>, new: T) {
    let at = list.partition_point(|known| *known < new);
    if list.get(at) != Some(&new) {
        list.insert(at, new);
    }
}
