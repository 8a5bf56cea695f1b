//! Notes as Markdown.

use super::{NoteEntry, OWN_WORDS, TITLE, closing};
use explore::export::Origin;
use explore::pages::finding::TextPart;

/// The notes as a Markdown document.
pub fn markdown(entries: &[NoteEntry], origin: &Origin) -> String {
    let mut out = format!("# {TITLE}\n\n{}\n", escape(OWN_WORDS));
    for entry in entries {
        add_entry(&mut out, entry);
    }
    let [made, licence] = closing(origin);
    out.push_str(&format!("\n---\n\n{}\n\n{}\n", escape(&made), escape(&licence)));
    out
}

fn add_entry(out: &mut String, entry: &NoteEntry) {
    out.push_str(&format!("\n## {}\n\n", escape(&entry.title)));
    for (n, part) in entry.quote.iter().enumerate() {
        out.push_str(if n > 0 { ">\n" } else { "" });
        match part {
            TextPart::Paragraph(words) => out.push_str(&format!("> {}\n", escape(words))),
            TextPart::List(items) => items.iter().for_each(|item| out.push_str(&format!("> - {}\n", escape(item)))),
        }
    }
    out.push('\n');
    // A backslash at the end of a line is a line break.
    if !entry.source.is_empty() {
        out.push_str(&format!("{}\\\n", escape(&entry.source)));
    }
    for caveat in &entry.caveats {
        out.push_str(&format!("*{}*\\\n", escape(caveat)));
    }
    out.push_str(&format!("<{}>\n", entry.address.replace(['<', '>'], "")));
    if !entry.words.is_empty() {
        out.push_str(&format!("\n**My note**, {}:\n\n", entry.date));
        for line in entry.words.lines() {
            out.push_str(&escape(line));
            out.push('\n');
        }
    }
}

/// A line of text that Markdown shows as it is.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for (n, c) in words.trim_start().char_indices() {
        let is_sign = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&');
        // At the beginning these would make a list or a rule; so would a number with a full stop.
        let is_first = n == 0 && matches!(c, '-' | '+' | '=');
        let is_number = matches!(c, '.' | ')') && n > 0 && out.bytes().all(|byte| byte.is_ascii_digit());
        if is_sign || is_first || is_number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn words_stay_words() {
        assert_eq!(
            escape("1. A *bold* claim [here](#) & <there>"),
            "1\\. A \\*bold\\* claim \\[here\\](\\#) \\& \\<there\\>"
        );
        assert_eq!(escape("- not a list"), "\\- not a list");
        assert_eq!(escape("999 calls, well-made."), "999 calls, well-made.");
    }
}
