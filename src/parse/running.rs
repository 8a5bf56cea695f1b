//! Lines that a page carries at its top or foot: "PEEL: Police effectiveness 2017", "HMICFRS | page 12".

use super::text::Line;
use crate::fold::fold;
use std::collections::HashMap;

/// The running lines of a text, known by coming again and again.
#[derive(Default)]
pub struct Running {
    /// How often each was met so far, for those that are met often.
    met: HashMap<String, usize>,
}

impl Running {
    /// Looks through a text for lines that repeat, whatever page number they carry.
    pub fn find(lines: &[Line]) -> Running {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (n, line) in lines.iter().enumerate() {
            let Some(key) = key(line.text) else { continue };
            let is_apart = |n: Option<usize>| {
                let beside = n.and_then(|n| lines.get(n)).map_or("", |line| line.text.trim());
                !beside.contains(char::is_alphabetic) || self::key(beside).is_some()
            };
            let is_alone = is_apart(n.checked_sub(1)) && is_apart(Some(n + 1));
            if is_alone || is_paged(line.text) {
                *counts.entry(key).or_default() += 1;
            }
        }
        Running { met: counts.into_iter().filter(|(_, count)| *count > 1).map(|(key, _)| (key, 0)).collect() }
    }

    /// Whether the line is a running one. The first of its kind may be the title itself, unless it counts pages.
    pub fn is_running(&mut self, line: &Line) -> bool {
        const FRONT: u32 = 15;
        if is_continued(line.text) {
            return true;
        }
        let Some((key, met)) = key(line.text).and_then(|key| self.met.get_mut(&key).map(|met| (key, met))) else {
            return false;
        };
        *met += 1;
        *met > 1 || line.number > FRONT || key.contains("page")
    }
}

/// "Investigating crime (continued)": a heading set again at the top of a page.
fn is_continued(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', ':']);
    line.len() < 90 && ["(continued)", "(cont.)", "(cont)", "(contd)"].iter().any(|end| line.ends_with(end))
}

/// Whether a line carries a page number of its own.
fn is_paged(line: &str) -> bool {
    let line = line.trim();
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()));
    is_number(line.split(' ').next()) || is_number(line.rsplit(' ').next())
}

/// What a line says without its numbers, if it is of the kind that pages carry.
fn key(line: &str) -> Option<String> {
    const LONGEST: usize = 110;
    const SIGNS: [&str; 6] = ["PEEL", "HMIC", "An inspection of", "inspection 2014", "Core business", "Page"];
    let line = line.trim();
    let is_short = (8..LONGEST).contains(&line.len()) && !line.contains('\t');
    let is_sentence =
        line.contains(". ") || line.ends_with(['.', '?', '!', ',', ';', ':']) || line.starts_with(char::is_lowercase);
    let has_sign = SIGNS.iter().any(|sign| line.contains(sign)) || line.contains("| page");
    let is_source = line.starts_with("Source") || line.starts_with("Note");
    if !is_short || is_source || is_sentence || !has_sign {
        return None;
    }
    let is_word = |word: &&str| !word.bytes().all(|b| b.is_ascii_digit());
    Some(fold(&line.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    #[test]
    fn lines_that_come_again_with_other_page_numbers_are_running_and_titles_and_sentences_are_not() {
        let text = "PEEL: Police effectiveness 2017\nHMICFRS | page 2\n\nPEEL: Police effectiveness 2017\n\n\
                    HMIC found\nthat\nHMIC found\nHMICFRS | page 3\nInvestigating crime (continued)";
        let lines: Vec<_> = lines(text).collect();
        let mut running = Running::find(&lines);
        let found: Vec<bool> = lines.iter().map(|line| running.is_running(line)).collect();
        assert_eq!(found, [false, true, false, true, false, false, false, false, true, true]);
    }
}
