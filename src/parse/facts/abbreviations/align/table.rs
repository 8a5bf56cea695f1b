//! The cheapest way for words to give letters, found from the end.

use crate::facts::abbreviations::align::Part;

/// What it costs to find the letters from here on, and the last word that gives one.
#[derive(Clone, Copy)]
pub struct Ending {
    pub cost: u32,
    pub last: usize,
}

/// For each word and letter, the best way to give this and all later letters by this and later words.
pub struct Table<'t> {
    words: Vec<String>,
    parts: &'t [Part],
    letters: &'t [char],
    best: Vec<Option<Ending>>,
}

impl<'t> Table<'t> {
    /// With `open`, any number of words may follow the last that gives a letter.
    pub fn of(text: &str, parts: &'t [Part], letters: &'t [char], open: bool) -> Self {
        let words: Vec<String> = parts.iter().map(|part| text[part.range.clone()].to_lowercase()).collect();
        let mut table = Table { best: vec![None; (words.len() + 1) * (letters.len() + 1)], words, parts, letters };
        for word in (0..=table.words.len()).rev() {
            let left = table.words.len() - word;
            let cost = if open || left == 0 { Some(0) } else { (left <= 2).then_some(1) };
            let all_given = cost.filter(|_| word > 0).map(|cost| Ending { cost, last: word - 1 });
            table.put(word, letters.len(), all_given);
            for letter in (0..letters.len()).rev().filter(|_| left > 0) {
                let skipped = table.at(word + 1, letter).map(|e| Ending { cost: e.cost + table.skipping(word), ..e });
                let given = table.giving(word, letter);
                table.put(word, letter, [given, skipped].into_iter().flatten().min_by_key(|e| e.cost));
            }
        }
        table
    }

    /// The best way that begins with the first letter at this very word.
    pub fn starting(&self, word: usize) -> Option<Ending> {
        self.words.get(word).and_then(|_| self.giving(word, 0))
    }

    fn at(&self, word: usize, letter: usize) -> Option<Ending> {
        self.best[word * (self.letters.len() + 1) + letter]
    }

    fn put(&mut self, word: usize, letter: usize, ending: Option<Ending>) {
        let row = self.letters.len() + 1;
        self.best[word * row + letter] = ending;
    }

    fn skipping(&self, word: usize) -> u32 {
        u32::from(!self.parts[word].is_inner && !self.is_small(word))
    }

    /// Whether it is one of the words that short forms pass over.
    pub fn is_small(&self, word: usize) -> bool {
        const SMALL: [&str; 20] = [
            "of", "and", "the", "in", "for", "to", "on", "with", "a", "an", "&", "at", "by", "or", "who", "which",
            "that", "from", "into", "as",
        ];
        SMALL.contains(&self.words[word].as_str())
    }

    /// This word gives the letter by its initial, and perhaps more of them by what follows in it.
    fn giving(&self, word: usize, letter: usize) -> Option<Ending> {
        let mut inside = self.words[word].chars();
        let mut ways = Vec::new();
        let mut cost = 0;
        for (n, wanted) in self.letters[letter..].iter().enumerate() {
            match inside.position(|c| c == *wanted) {
                Some(0) => {}
                Some(_) if n > 0 => cost += 1,
                _ => break,
            }
            ways.extend(self.at(word + 1, letter + n + 1).map(|e| Ending { cost: e.cost + cost, ..e }));
        }
        ways.into_iter().min_by_key(|e| e.cost)
    }
}
