//! Notes as Markdown.

use super::{NoteEntry, OWN_WORDS, TITLE, closing};
use explore::export::Origin;
use explore::pages::finding::TextPart;

/// The notes as a Markdown document.
pub fn markdown(entries: &[NoteEntry], origin: &Origin) -> String {
    let head = [format!("# {TITLE}"), escape(OWN_WORDS)];
    let foot = ["---".to_string()].into_iter().chain(closing(origin).map(|line| escape(&line)));
    let blocks: Vec<String> = head.into_iter().chain(entries.iter().flat_map(entry_blocks)).chain(foot).collect();
    format!("{}\n", blocks.join("\n\n"))
}

fn entry_blocks(entry: &NoteEntry) -> Vec<String> {
    let mut blocks = vec![format!("## {}", escape(&entry.title))];
    if !entry.quote.is_empty() {
        let parts: Vec<String> = entry.quote.iter().map(quoted_part).collect();
        blocks.push(parts.join("\n>\n"));
    }
    let source = Some(&entry.source).filter(|source| !source.is_empty()).map(|source| escape(source));
    let caveats = entry.caveats.iter().map(|caveat| format!("*{}*", escape(caveat)));
    let link = format!("<{}>", entry.address.replace(['<', '>'], ""));
    let about: Vec<String> = source.into_iter().chain(caveats).chain([link]).collect();
    // A backslash at the end of a line is a line break.
    blocks.push(about.join("\\\n"));
    if !entry.words.is_empty() {
        blocks.push(format!("**My note**, {}:", entry.date));
        blocks.push(entry.words.lines().map(escape).collect::<Vec<_>>().join("\n"));
    }
    blocks
}

fn quoted_part(part: &TextPart) -> String {
    match part {
        TextPart::Paragraph(words) => format!("> {}", escape(words)),
        TextPart::List(items) => {
            items.iter().map(|item| format!("> - {}", escape(item))).collect::<Vec<_>>().join("\n")
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
