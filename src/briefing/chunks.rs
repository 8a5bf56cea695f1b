//! What does not fit one screen is divided over several, in order and whole.

/// Parts in groups of at most so much weight; what weighs more than that alone has a group of its own.
pub fn chunks<T>(parts: Vec<T>, weight: impl Fn(&T) -> usize, most: usize) -> Vec<Vec<T>> {
    let mut groups: Vec<(usize, Vec<T>)> = Vec::new();
    for part in parts {
        let weight = weight(&part);
        match groups.last_mut().filter(|(so_far, _)| so_far + weight <= most) {
            Some((so_far, group)) => {
                *so_far += weight;
                group.push(part);
            }
            None => groups.push((weight, vec![part])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How many words a text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::chunks;

    #[test]
    fn nothing_is_lost_and_only_what_is_too_much_alone_goes_beyond() {
        let groups = chunks(vec![3, 4, 9, 1, 1], |n| *n, 7);
        assert_eq!(groups, [vec![3, 4], vec![9], vec![1, 1]]);
        assert!(chunks(Vec::<usize>::new(), |n| *n, 7).is_empty());
    }
}
