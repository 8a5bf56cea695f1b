//! Lines of the source text with quotations marked.

use super::tag::{Tag, tag, text};
use crate::screen::passage::{Excerpt, Part, Quoted, SourceLine};

/// An excerpt around a quotation.
pub fn excerpt(found: &Excerpt) -> Tag {
    tag("div").class("source").key(&found.cite).all(found.lines.iter().map(|line| self::line(line, &[])))
}

/// The whole text; each quotation leads to what quotes it, and each line has an address.
pub fn full_text(lines: &[SourceLine], quoted: &[Quoted]) -> Tag {
    let line = |line: &SourceLine| self::line(line, quoted).id(format!("line-{}", line.number)).tabindex("-1");
    tag("div").class("source source--full").all(lines.iter().map(line))
}

fn line(line: &SourceLine, quoted: &[Quoted]) -> Tag {
    let number = line.number.to_string();
    let labels = line.parts.iter().filter(|part| part.starts).filter_map(|part| label(part, quoted));
    tag("div")
        .class("source__line")
        .key(&number)
        .has(tag("span").class("source__number").aria_hidden("true").text(number))
        .has(tag("span").class("source__words").all(line.parts.iter().map(|part| self::part(part, quoted))))
        .all(labels)
}

/// What quotes the words, set beside them for the eye; the marked words themselves carry it for everyone.
fn label(part: &Part, quoted: &[Quoted]) -> Option<Tag> {
    let by = quoted.get(part.quoted?)?;
    Some(tag("a").class("source__by").href(&by.href).tabindex("-1").aria_hidden("true").text(&by.label))
}

fn part(part: &Part, quoted: &[Quoted]) -> Tag {
    let Some(number) = part.quoted else { return text(&part.text) };
    let mark = tag("mark").text(&part.text);
    let Some(by) = quoted.get(number) else { return mark };
    let link = tag("a").class("quoted").href(&by.href).has(mark);
    // One stop for the keyboard a quotation, however many lines it runs over.
    match part.starts {
        true => link.aria_label(format!("{}: {}", by.label, part.text)),
        false => link.tabindex("-1"),
    }
}
