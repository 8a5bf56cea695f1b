//! One thing that was asked for, and what will do in its place.

use crate::search::form::stem;
use crate::search::lexicon::{Lexicon, ShortForm};
use model::folded::{Ends, Folded, Needle};

/// A word or phrase that has to be found, as typed or otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As typed, folded.
    pub typed: String,
    /// All of these have to be there, each to its beginning.
    pub words: Vec<Needle>,
    /// Any of these does as well.
    pub others: Vec<Other>,
}

/// What will do in place of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub needle: Needle,
    pub reason: Reason,
}

/// Why something else than what was typed will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The one is short for the other, as a report says.
    Short { short: String, long: String },
    /// Another form of the word, or another way to write it.
    Form,
    /// No word begins as typed; this one is spelled nearly so.
    Near,
}

impl Term {
    /// Exactly these words after each other; the last may be in the plural, or only begun where the quote is still open.
    pub fn phrase(words: String, is_closed: bool) -> Term {
        let ends = if is_closed { Ends::Word } else { Ends::Anywhere };
        Term { words: vec![Needle { text: words.clone(), ends }], typed: words, others: Vec::new() }
    }

    /// Several words that a report has a short form for: all of them, or that.
    pub fn long_form<'f>(words: &[String], known: impl Iterator<Item = &'f ShortForm>) -> Term {
        let others = known.map(|form| Other::short(form, &form.keys[0], Ends::Word)).collect();
        Term { typed: words.join(" "), words: words.iter().map(Needle::begun).collect(), others }
    }

    /// A word; `lexicon` says what else may stand for it.
    pub fn word(word: String, lexicon: &Lexicon) -> Term {
        let short = lexicon.short_forms(&word).map(|form| Other::short(form, &form.keys[1], Ends::Anywhere));
        let form = stem(&word).filter(|_| !word.contains(' '));
        let form =
            form.map(|(stem, endings)| Other::form(Needle { text: stem.to_string(), ends: Ends::Form(endings) }));
        let joined = word.contains(' ').then(|| Other::form(Needle::begun(word.replace(' ', ""))));
        let near = lexicon.near(&word).into_iter();
        let near =
            near.map(|near| Other { needle: Needle { text: near.into(), ends: Ends::Word }, reason: Reason::Near });
        let others = short.chain(form).chain(joined).chain(parted(&word)).chain(near).collect();
        Term { words: vec![Needle::begun(word.clone())], typed: word, others }
    }

    /// What to type for it.
    pub fn written(&self) -> String {
        let is_phrase = self.others.is_empty() && self.words.len() == 1 && self.typed.contains(' ');
        if is_phrase { format!("\"{}\"", self.typed) } else { self.typed.clone() }
    }

    /// Whether all of it is in one text, as typed.
    pub fn is_in(&self, text: &Folded) -> bool {
        self.words.iter().all(|word| text.has(word))
    }

    /// Whether each of its words is in one of the texts, as typed.
    pub fn is_among(&self, texts: &[Folded]) -> bool {
        self.words.iter().all(|word| texts.iter().any(|text| text.has(word)))
    }

    /// What is in the texts in its place.
    pub fn other_among(&self, texts: &[Folded]) -> Option<&Other> {
        self.others.iter().find(|other| texts.iter().any(|text| text.has(&other.needle)))
    }

    /// Everything to look for on its account.
    pub fn needles(&self) -> impl Iterator<Item = &Needle> {
        self.words.iter().chain(self.others.iter().map(|other| &other.needle))
    }
}

impl Other {
    fn short(form: &ShortForm, key: &str, ends: Ends) -> Other {
        let reason = Reason::Short { short: form.short.clone(), long: form.long.clone() };
        Other { needle: Needle { text: key.to_string(), ends }, reason }
    }

    fn form(needle: Needle) -> Other {
        Other { needle, reason: Reason::Form }
    }
}

/// "reoffending" as "re offending": these are written with and without a hyphen.
fn parted(word: &str) -> Option<Other> {
    const BEGINNINGS: [&str; 8] = ["anti", "co", "cyber", "inter", "multi", "non", "pre", "re"];
    const SHORTEST: usize = 4;
    let parts = BEGINNINGS.iter().find_map(|first| Some((first, word.strip_prefix(first)?)))?;
    let (first, rest) = (parts.0, parts.1);
    let is_word = rest.len() >= SHORTEST && rest.starts_with(char::is_alphabetic);
    is_word.then(|| Other::form(Needle::begun(format!("{first} {rest}"))))
}
