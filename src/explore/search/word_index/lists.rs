//! The lists of one word, as numbers. All of a kind are written as the distance from the one before.

use crate::search::numbers::{Numbers, push_number};

/// A document that has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub document: usize,
    /// Whether it is in the first field.
    pub in_first: bool,
    /// Whether it is in another field.
    pub in_others: bool,
}

/// A place of a word in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub document: usize,
    /// Counted through all fields.
    pub position: usize,
    /// The number of what stands between it and the next word.
    pub separator: usize,
    pub in_first: bool,
}

/// How a posting says in which fields the word is: in the first one, in others, in both.
const FIRST: usize = 0;
const OTHERS: usize = 1;
const BOTH: usize = 2;
const WAYS: usize = 3;

/// Writes the places of a word, which are sorted: the documents, and where it is in them.
pub fn write(occurrences: &[Occurrence], documents: &mut String, places: &mut String) {
    let by_document = || occurrences.chunk_by(|one, other| one.document == other.document);
    push_number(documents, by_document().count());
    let mut last = 0;
    for of_document in by_document() {
        let split = of_document.partition_point(|place| place.in_first);
        let (first, others) = of_document.split_at(split);
        let way = match (first.is_empty(), others.is_empty()) {
            (false, true) => FIRST,
            (true, _) => OTHERS,
            (false, false) => BOTH,
        };
        let document = of_document[0].document;
        push_number(documents, (document - last) * WAYS + way);
        last = document;
        let mut position = 0;
        for places_in_field in [first, others].into_iter().filter(|places| !places.is_empty()) {
            push_number(places, places_in_field.len());
            for place in places_in_field {
                push_number(places, place.position - position);
                push_number(places, place.separator);
                position = place.position;
            }
        }
    }
}

/// Reads the documents of the next word.
pub fn read_postings(numbers: &mut Numbers) -> Vec<Posting> {
    let count = numbers.number();
    let mut document = 0;
    let read = |number: usize| {
        document += number / WAYS;
        let way = number % WAYS;
        Posting { document, in_first: way != OTHERS, in_others: way != FIRST }
    };
    numbers.take(count).map(read).collect()
}

/// Reads where the next word is in these documents.
pub fn read_occurrences(postings: &[Posting], numbers: &mut Numbers) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    for posting in postings {
        let mut position = 0;
        let fields = [(posting.in_first, true), (posting.in_others, false)];
        for (_, in_first) in fields.into_iter().filter(|(is_there, _)| *is_there) {
            for _ in 0..numbers.number() {
                // A damaged list ends too early.
                let (Some(distance), Some(separator)) = (numbers.next(), numbers.next()) else { return occurrences };
                position += distance;
                occurrences.push(Occurrence { document: posting.document, position, separator, in_first });
            }
        }
    }
    occurrences
}
