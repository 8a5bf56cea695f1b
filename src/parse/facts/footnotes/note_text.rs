//! The text of a note as one line, in which web addresses that were split by a line break are joined again.

use intake::block::Block;
use intake::link_markup::remove_links;
use intake::text::{append_part, drop_soft_hyphen, is_split_word};

/// Joins the lines of a note with spaces, except within a web address.
pub fn join_lines(note: &Block) -> String {
    let mut out = String::new();
    for (n, piece) in note.pieces.iter().enumerate() {
        let mut line = String::new();
        append_part(&mut line, piece.text, false);
        let is_last = n + 1 == note.pieces.len();
        let first = line.split(' ').next().unwrap_or_default();
        if !(out.is_empty() || is_split_word(&out, first) || continues_address(&out, &line, is_last)) {
            out.push(' ');
        }
        drop_soft_hyphen(&mut out);
        out.push_str(&line);
    }
    drop_soft_hyphen(&mut out);
    remove_links(&out).0
}

/// Whether the last word so far is a web address that the next line continues.
///
/// The continuation is recognised by punctuation or a file ending that no ordinary word has, or by being a single
/// lower-case word on the last line.
fn continues_address(so_far: &str, line: &str, is_last: bool) -> bool {
    const STARTS: [&str; 3] = ["www.", "http://", "https://"];
    const ENDINGS: [&str; 8] = [".pdf", ".html", ".htm", ".aspx", ".doc", ".docx", ".xls", ".csv"];
    let address = so_far.rsplit(' ').next().unwrap_or_default().trim_start_matches('(');
    let is_open = STARTS.iter().any(|start| address.starts_with(start))
        && !ENDINGS.iter().chain(&[".", ",", ";", ")"]).any(|end| address.ends_with(end));
    let word = line.split(' ').next().unwrap_or_default().trim_end_matches(['.', ',', ';', ')']);
    let is_another = STARTS.iter().any(|start| word.starts_with(start));
    let has_punctuation = word.contains(['/', '_', '#', '=', '?', '%']);
    let ends_address = ENDINGS.iter().any(|end| word.ends_with(end));
    let is_alone = is_last && word == line && word.starts_with(char::is_lowercase);
    is_open && !is_another && (has_punctuation || ends_address || is_alone || address.ends_with(['_', '=', '%']))
}

#[cfg(test)]
mod tests {
    use super::continues_address;

    #[test]
    fn an_address_may_continue_on_the_next_line() {
        let continues = |so_far, line| continues_address(so_far, line, true);
        assert!(continues("Available at: www.gov.uk/data/Serious_and_Organis", "ed_Crime.pdf"));
        assert!(continues("See (https://www.gov.uk/uploads/5394", "7/crime-outcomes). There is more."));
        assert!(continues("See www.ons.gov.uk/datasets/policeforc", "eareadatatables"));
    }

    #[test]
    fn an_ordinary_word_after_an_address_does_not_continue_it() {
        for line in ["and others", "For further details.", "www.gov.uk/other", "long-term plans", "e.g. in annex A"] {
            assert!(!continues_address("See www.gov.uk/policing/", line, true), "{line}");
        }
        assert!(!continues_address("See www.gov.uk/data.pdf", "ed_Crime.pdf", true));
        assert!(!continues_address("the force has", "ed_Crime.pdf", true));
    }
}
