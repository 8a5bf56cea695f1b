//! Notes as a document in the Rich Text Format, which word processors open. It is plain text with control words that begin
//! with a backslash.

use super::{NoteEntry, OWN_WORDS, TITLE, closing};
use explore::export::Origin;
use explore::pages::finding::TextPart;

/// The beginning of the document: its signs, its two fonts, and the styles of its headings, so that word processors list
/// them. Sizes are in half points.
const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\froman Georgia;}}\
    {\\stylesheet{\\s0\\sa120\\fs22 Normal;}{\\s1\\sa240\\b\\fs36 heading 1;}{\\s2\\sb360\\sa120\\b\\fs26 heading 2;}}\n";

/// The control words of each kind of paragraph. Distances are in twentieths of a point.
const HEADING: &str = "\\s1\\outlinelevel0\\sa240\\b\\fs36";
const SUBHEADING: &str = "\\s2\\outlinelevel1\\keepn\\sb360\\sa120\\b\\fs26";
const NORMAL: &str = "\\s0\\sa120\\fs22";
const QUOTE: &str = "\\s0\\li360\\sa120\\f1\\fs22";
const ITEM: &str = "\\s0\\li720\\fi-240\\sa60\\f1\\fs22";
const SMALL: &str = "\\s0\\sa60\\fs18";
const CAVEAT: &str = "\\s0\\sa60\\i\\fs18";
const LABEL: &str = "\\s0\\keepn\\sb120\\sa60\\b\\fs22";

/// The notes as a document.
pub fn rich_text(entries: &[NoteEntry], origin: &Origin) -> String {
    let mut out = String::from(HEAD);
    out.push_str(&format!("{{\\info{{\\title {}}}}}\n", escape(TITLE)));
    paragraph(&mut out, HEADING, &escape(TITLE));
    paragraph(&mut out, NORMAL, &escape(OWN_WORDS));
    entries.iter().for_each(|entry| add_entry(&mut out, entry));
    closing(origin).iter().for_each(|line| paragraph(&mut out, SMALL, &escape(line)));
    out.push_str("}\n");
    out
}

fn add_entry(out: &mut String, entry: &NoteEntry) {
    paragraph(out, SUBHEADING, &escape(&entry.title));
    for part in &entry.quote {
        match part {
            TextPart::Paragraph(words) => paragraph(out, QUOTE, &escape(words)),
            TextPart::List(items) => {
                items.iter().for_each(|item| paragraph(out, ITEM, &format!("\\bullet  {}", escape(item))));
            }
        }
    }
    if !entry.source.is_empty() {
        paragraph(out, SMALL, &escape(&entry.source));
    }
    entry.caveats.iter().for_each(|caveat| paragraph(out, CAVEAT, &escape(caveat)));
    let address = escape(&entry.address);
    let link = format!("{{\\field{{\\*\\fldinst HYPERLINK \"{address}\"}}{{\\fldrslt \\ul {address}}}}}");
    paragraph(out, SMALL, &link);
    if !entry.words.is_empty() {
        paragraph(out, LABEL, &escape(&format!("My note, {}", entry.date)));
        entry.words.lines().for_each(|line| paragraph(out, NORMAL, &escape(line)));
    }
}

fn paragraph(out: &mut String, format: &str, content: &str) {
    out.push_str(&format!("{{\\pard{format} {content}\\par}}\n"));
}

/// Text in which every sign stands for itself. Those beyond ASCII are given by their UTF-16 units, as signed numbers, each
/// with a question mark for programs that do not know them.
fn escape(words: &str) -> String {
    let mut out = String::new();
    let mut units = [0; 2];
    for c in words.chars() {
        match c {
            '\\' | '{' | '}' => out.extend(['\\', c]),
            '\t' => out.push_str("\\tab "),
            ' '..='~' => out.push(c),
            _ if c.is_control() => {}
            _ => {
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{}?", unit.cast_signed()));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn every_sign_stands_for_itself() {
        assert_eq!(escape("a{b}\\c"), "a\\{b\\}\\\\c");
        assert_eq!(escape("the force’s – 🚔"), "the force\\u8217?s \\u8211? \\u-10179?\\u-8556?");
        assert_eq!(escape("tab\there\u{0}\u{1b}"), "tab\\tab here");
    }
}
