//! Running lines, printed at the top or foot of every page: "PEEL: Police effectiveness 2017", "HMICFRS | page 12".

use model::folding::fold_phrase;
use model::line::SourceLine;
use std::collections::HashMap;

/// The weight of an occurrence that has the title or a page number in it: two are enough for a running line.
const STRONG_WEIGHT: usize = 3;

/// The weight of an occurrence next to a page number: three are enough.
const WEAK_WEIGHT: usize = 2;

/// The running lines of a text, recognised by repetition.
#[derive(Default)]
pub struct RunningLines {
    /// For each running line, how often it has been seen so far.
    times_seen: HashMap<String, usize>,
}

impl RunningLines {
    /// Finds the lines of a text that repeat, apart from their page numbers.
    pub fn from_lines(lines: &[SourceLine]) -> RunningLines {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (n, line) in lines.iter().enumerate() {
            let Some(key) = line_key(line.text) else { continue };
            let is_no_text = |n: Option<usize>| {
                let neighbour = n.and_then(|n| lines.get(n)).map_or("", |line| line.text.trim());
                !neighbour.contains(char::is_alphabetic) || self::line_key(neighbour).is_some()
            };
            let is_alone = is_no_text(n.checked_sub(1)) && is_no_text(Some(n + 1));
            // A line that is not the title may be a heading, so it has to occur at the end of a page more often.
            let is_telling = has_page_number(line.text) || (is_alone && starts_like_title(line.text));
            let weight = if is_telling {
                STRONG_WEIGHT
            } else {
                WEAK_WEIGHT * usize::from(is_alone && is_at_page_end(lines, n))
            };
            *counts.entry(key).or_default() += weight;
        }
        RunningLines {
            times_seen: counts
                .into_iter()
                .filter(|(_, count)| *count >= 2 * STRONG_WEIGHT)
                .map(|(key, _)| (key, 0))
                .collect(),
        }
    }

    /// Whether a line is a running line. Must be called once for each line, in order: the first occurrence near the
    /// start may be the title itself, unless it has a page number.
    pub fn is_running_line(&mut self, line: &SourceLine) -> bool {
        const FRONT: u32 = 15;
        if is_continued_heading(line.text) {
            return true;
        }
        let Some((key, met)) = line_key(line.text).and_then(|key| self.times_seen.get_mut(&key).map(|met| (key, met)))
        else {
            return false;
        };
        *met += 1;
        *met > 1 || line.number > FRONT || key.contains("page")
    }
}

/// Whether a line is a heading repeated at the top of a page: "Investigating crime (continued)".
fn is_continued_heading(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', ':']);
    line.len() < 90 && ["(continued)", "(cont.)", "(cont)", "(contd)"].iter().any(|end| line.ends_with(end))
}

/// Whether a line begins like the title of a report, as no heading inside a report does.
fn starts_like_title(line: &str) -> bool {
    const TITLES: [&str; 7] =
        ["peel: ", "peel 20", "hmic |", "hmicfrs |", "an inspection of ", "core business", "page "];
    let line = fold_phrase(line.trim());
    TITLES.iter().any(|title| line.starts_with(title)) || line.contains("inspection 2014")
}

/// Whether a page number or page break comes right before or after a line, with nothing but blank lines between.
fn is_at_page_end(lines: &[SourceLine], n: usize) -> bool {
    const BLANKS: usize = 3;
    let is_page = |line: &&SourceLine| {
        let words = line.text.trim();
        let words = words.strip_prefix("Page ").unwrap_or(words);
        words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) || words.to_lowercase().contains("| page")
    };
    let is_blank = |line: &&SourceLine| line.text.trim().is_empty();
    let before = lines[..n].iter().rev().take(BLANKS).find(|line| !is_blank(line));
    let after = lines[n + 1..].iter().take(BLANKS).find(|line| !is_blank(line));
    let is_break = lines[n..].iter().take(2).any(|line| line.text.starts_with('\u{c}'));
    is_break || before.iter().chain(after.iter()).any(is_page)
}

/// Whether a line begins or ends with a page number.
fn has_page_number(line: &str) -> bool {
    let line = line.trim();
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()));
    is_number(line.split(' ').next()) || is_number(line.rsplit(' ').next())
}

/// The folded words of a line without its numbers, if it can be a running line.
fn line_key(line: &str) -> Option<String> {
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
    Some(fold_phrase(&line.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::line::source_lines;

    #[test]
    fn lines_repeated_with_other_page_numbers_are_running_lines_but_titles_and_sentences_are_not() {
        let text = "PEEL: Police effectiveness 2017\nHMICFRS | page 2\n\nPEEL: Police effectiveness 2017\n\n\
                    HMIC found\nthat\nHMIC found\nHMICFRS | page 3\nInvestigating crime (continued)";
        let lines: Vec<_> = source_lines(text).collect();
        let mut running = RunningLines::from_lines(&lines);
        let found: Vec<bool> = lines.iter().map(|line| running.is_running_line(line)).collect();
        assert_eq!(found, [false, true, false, true, false, false, false, false, true, true]);
    }

    fn running(text: &str) -> usize {
        let lines: Vec<_> = source_lines(text).collect();
        let mut running = RunningLines::from_lines(&lines);
        lines.iter().filter(|line| running.is_running_line(line)).count()
    }

    #[test]
    fn a_repeated_heading_is_a_running_line_only_at_the_ends_of_pages() {
        let heading = "The force has made progress since our last PEEL inspection";
        let section =
            |end: &str| format!("{}{heading}\n\nIt has done what we asked.\n\n{end}", "It did.\n\n".repeat(20));
        assert_eq!(running(&section("").repeat(4)), 0);
        let page = |n: usize| format!("It did.\n\n{heading}\n\n{n}\n\nIt did so quickly.\n\n");
        assert_eq!(running(&format!("{}{}", section(""), page(2))), 0);
        assert_eq!(running(&("It did.\n".repeat(20) + &(17..21).map(page).collect::<String>())), 4);
    }
}
