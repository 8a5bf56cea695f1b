//! The cheapest alignment of words with the letters of a short form, computed from the end by dynamic programming.

use crate::facts::abbreviations::align::WordPart;

/// An alignment of the remaining letters with the remaining words.
#[derive(Clone, Copy)]
pub struct Alignment {
    /// The number of skipped words and of gaps between letters from the same word, plus 1 if words follow the last; 0
    /// is a perfect fit.
    pub cost: u32,
    /// The index of the last word part that supplies a letter.
    pub last_part: usize,
}

/// For each word and letter, the cheapest alignment of this and all later letters with this and later words.
pub struct AlignmentTable<'t> {
    words: Vec<String>,
    parts: &'t [WordPart],
    letters: &'t [char],
    alignments: Vec<Option<Alignment>>,
}

impl<'t> AlignmentTable<'t> {
    /// Computes the table. With `open`, any number of words may follow the last one that supplies a letter; otherwise
    /// at most two may, at a cost of 1.
    pub fn new(text: &str, parts: &'t [WordPart], letters: &'t [char], open: bool) -> Self {
        let words: Vec<String> = parts.iter().map(|part| text[part.range.clone()].to_lowercase()).collect();
        let mut table =
            AlignmentTable { alignments: vec![None; (words.len() + 1) * (letters.len() + 1)], words, parts, letters };
        for word in (0..=table.words.len()).rev() {
            let words_left = table.words.len() - word;
            let cost = if open || words_left == 0 { Some(0) } else { (words_left <= 2).then_some(1) };
            let complete = cost.filter(|_| word > 0).map(|cost| Alignment { cost, last_part: word - 1 });
            table.set_best(word, letters.len(), complete);
            for letter in (0..letters.len()).rev().filter(|_| words_left > 0) {
                let skipped =
                    table.best_at(word + 1, letter).map(|e| Alignment { cost: e.cost + table.skip_cost(word), ..e });
                let matched = table.match_word(word, letter);
                table.set_best(word, letter, [matched, skipped].into_iter().flatten().min_by_key(|e| e.cost));
            }
        }
        table
    }

    /// The cheapest alignment in which this word supplies the first letter.
    pub fn best_from(&self, word: usize) -> Option<Alignment> {
        self.words.get(word).and_then(|_| self.match_word(word, 0))
    }

    /// The cheapest alignment of the letters from `letter` on with the words from `word` on.
    fn best_at(&self, word: usize, letter: usize) -> Option<Alignment> {
        self.alignments[word * (self.letters.len() + 1) + letter]
    }

    fn set_best(&mut self, word: usize, letter: usize, ending: Option<Alignment>) {
        let row = self.letters.len() + 1;
        self.alignments[word * row + letter] = ending;
    }

    /// The cost of a word that supplies no letter; function words and parts after a hyphen cost nothing.
    fn skip_cost(&self, word: usize) -> u32 {
        u32::from(!self.parts[word].is_after_hyphen && !self.is_function_word(word))
    }

    /// Whether this is a function word, which short forms usually leave out.
    pub fn is_function_word(&self, word: usize) -> bool {
        const FUNCTION_WORDS: [&str; 20] = [
            "of", "and", "the", "in", "for", "to", "on", "with", "a", "an", "&", "at", "by", "or", "who", "which",
            "that", "from", "into", "as",
        ];
        FUNCTION_WORDS.contains(&self.words[word].as_str())
    }

    /// The cheapest alignment in which this word's initial supplies the letter, and its other characters perhaps the
    /// letters that follow.
    fn match_word(&self, word: usize, letter: usize) -> Option<Alignment> {
        let mut remaining = self.words[word].chars();
        let mut candidates = Vec::new();
        let mut cost = 0;
        for (n, wanted) in self.letters[letter..].iter().enumerate() {
            match remaining.position(|c| c == *wanted) {
                Some(0) => {}
                Some(_) if n > 0 => cost += 1,
                _ => break,
            }
            candidates.extend(self.best_at(word + 1, letter + n + 1).map(|e| Alignment { cost: e.cost + cost, ..e }));
        }
        candidates.into_iter().min_by_key(|e| e.cost)
    }
}
