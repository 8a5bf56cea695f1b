//! The words of a note as one line, with the addresses in it whole again.

use intake::block::Block;
use intake::links::unlink;
use intake::text::{closes_up, join};

/// Joins the lines of a note; an address that a line end has broken is closed up.
pub fn joined(note: &Block) -> String {
    let mut out = String::new();
    for (n, piece) in note.pieces.iter().enumerate() {
        let line = join([piece.text]);
        let is_last = n + 1 == note.pieces.len();
        let first = line.split(' ').next().unwrap_or_default();
        if !(out.is_empty() || closes_up(&out, first) || breaks_address(&out, &line, is_last)) {
            out.push(' ');
        }
        out.push_str(&line);
    }
    unlink(&out).0
}

/// Whether the last word so far is an address and the next line goes on with it.
///
/// No ordinary word has the punctuation of addresses, and none stands alone on the last line without a stop.
fn breaks_address(so_far: &str, line: &str, is_last: bool) -> bool {
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
    use super::breaks_address;

    #[test]
    fn an_address_goes_on_over_a_line_end() {
        let goes_on = |so_far, line| breaks_address(so_far, line, true);
        assert!(goes_on("Available at: www.gov.uk/data/Serious_and_Organis", "ed_Crime.pdf"));
        assert!(goes_on("See (https://www.gov.uk/uploads/5394", "7/crime-outcomes). There is more."));
        assert!(goes_on("See www.ons.gov.uk/datasets/policeforc", "eareadatatables"));
    }

    #[test]
    fn a_word_behind_an_address_does_not() {
        for line in ["and others", "For further details.", "www.gov.uk/other", "long-term plans", "e.g. in annex A"] {
            assert!(!breaks_address("See www.gov.uk/policing/", line, true), "{line}");
        }
        assert!(!breaks_address("See www.gov.uk/data.pdf", "ed_Crime.pdf", true));
        assert!(!breaks_address("the force has", "ed_Crime.pdf", true));
    }
}
