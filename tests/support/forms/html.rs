//! A report as a web page.

use super::StyledBlock;
use std::fmt::Write;

/// The style sheet of the printed report: A4, with borders around boxes, and running heads and page numbers.
pub const PRINT_STYLE: &str = "
    @page { size: A4; margin: 25mm 22mm }
    body { font: 11pt/1.35 'Liberation Sans', Arial, sans-serif }
    h1 { font-size: 26pt } h2 { font-size: 18pt } h3 { font-size: 14pt } h4 { font-size: 12pt }
    h2, h3, h4 { break-after: avoid }
    .box { border: 1pt solid #333; padding: 6pt 10pt; margin: 8pt 0 }
    table { border-collapse: collapse; width: 100% } td { border: 0.5pt solid #666; padding: 3pt; width: 20%; vertical-align: top }
    .note { font-size: 8pt }";

/// The blocks as the body of a page.
pub fn body(blocks: &[StyledBlock]) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for block in blocks {
        let wanted = if let StyledBlock::Item(depth, _) = block { depth + 1 } else { 0 };
        while depth > wanted {
            out += "</ul>\n";
            depth -= 1;
        }
        while depth < wanted {
            out += "<ul>\n";
            depth += 1;
        }
        write_block(block, &mut out);
    }
    out + &"</ul>\n".repeat(depth)
}

fn write_block(block: &StyledBlock, out: &mut String) {
    _ = match block {
        StyledBlock::Cover(text) => writeln!(out, "<p class=\"cover\">{}</p>", escaped(text)),
        StyledBlock::Contents(text) => writeln!(out, "<p class=\"contents\">{}</p>", escaped(text)),
        StyledBlock::Heading(level, text) => writeln!(out, "<h{level}>{}</h{level}>", escaped(text)),
        StyledBlock::Paragraph(text) => writeln!(out, "<p>{}</p>", escaped(text)),
        StyledBlock::Item(_, text) => writeln!(out, "<li>{}</li>", escaped(text)),
        StyledBlock::Note(text) => {
            let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, words) = (&text[..number], escaped(text[number..].trim_start()));
            writeln!(out, "<p class=\"note\"><sup>{number}</sup> {words}</p>")
        }
        StyledBlock::BoxStart => writeln!(out, "<div class=\"box\">"),
        StyledBlock::BoxEnd => writeln!(out, "</div>"),
        StyledBlock::Table(rows) => {
            let row = |cells: &Vec<String>| {
                let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
                format!("<tr>{cells}</tr>\n")
            };
            writeln!(out, "<table>\n{}</table>", rows.iter().map(row).collect::<String>())
        }
    };
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The blocks as a page with a style sheet.
pub fn page(blocks: &[StyledBlock], title: &str, style: &str) -> String {
    let title = escaped(title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{style}</style>\n\
         </head>\n<body>\n{}</body>\n</html>\n",
        body(blocks)
    )
}
