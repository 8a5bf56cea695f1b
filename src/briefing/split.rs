//! Divides content that does not fit on one screen over several screens, in order and without loss.

/// Divides parts into groups of at most `max` total weight. A part that exceeds `max` alone gets a group of its own.
pub fn split_by_weight<T>(parts: Vec<T>, weight: impl Fn(&T) -> usize, max: usize) -> Vec<Vec<T>> {
    let mut groups: Vec<(usize, Vec<T>)> = Vec::new();
    for part in parts {
        let weight = weight(&part);
        match groups.last_mut().filter(|(so_far, _)| so_far + weight <= max) {
            Some((so_far, group)) => {
                *so_far += weight;
                group.push(part);
            }
            None => groups.push((weight, vec![part])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The number of words in a text.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::split_by_weight;

    #[test]
    fn nothing_is_lost_and_only_a_single_heavy_part_exceeds_the_limit() {
        let groups = split_by_weight(vec![3, 4, 9, 1, 1], |n| *n, 7);
        assert_eq!(groups, [vec![3, 4], vec![9], vec![1, 1]]);
        assert!(split_by_weight(Vec::<usize>::new(), |n| *n, 7).is_empty());
    }
}
