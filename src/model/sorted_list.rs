//! Short sorted lists without duplicates. Inserting in place makes a smaller program than sorting or a tree.

/// Inserts an item into a sorted list at its place, unless the list has it already.
pub fn insert_unique<T: Ord>(list: &mut Vec<T>, item: T) {
    let at = list.partition_point(|other| *other < item);
    if list.get(at) != Some(&item) {
        list.insert(at, item);
    }
}
