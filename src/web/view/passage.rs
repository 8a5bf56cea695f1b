//! Lines of the source text with quotations marked.

use super::tag::{Tag, tag, text};
use crate::screen::passage::{Excerpt, Part, Quoted, QuotedBy, SourceLine};

/// An excerpt around a quotation.
pub fn excerpt(found: &Excerpt) -> Tag {
    let source = tag("div").class("source").all(found.lines.iter().map(|line| self::line(line, &[])));
    tag("div").key(&found.cite).has(source).has(link_marks(&found.lines))
}

/// The whole text; each quotation leads to what quotes it, and each line has an address.
pub fn full_text(lines: &[SourceLine], quoted: &[Quoted]) -> Tag {
    let line = |line: &SourceLine| self::line(line, quoted).id(format!("line-{}", line.number)).tabindex("-1");
    tag("div").has(link_marks(lines)).has(tag("div").class("source source--full").all(lines.iter().map(line)))
}

/// What the marks of links mean, where a text that was a web page has them.
fn link_marks(lines: &[SourceLine]) -> Tag {
    let is_link = |part: &Part| part.text.contains("](#)");
    let has_links = lines.iter().any(|line| line.parts.iter().any(is_link));
    tag("p").class("note").text(if has_links { "“[words](#)” was a link on the inspectorate's page." } else { "" })
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
    let Some(number) = part.quoted else { return words(part) };
    let Some(by) = quoted.get(number) else { return tag("mark").has(words(part)) };
    let link = tag("a").class(class(by.kind)).href(&by.href).has(tag("mark").has(words(part)));
    // One stop for the keyboard a quotation, however many lines it runs over; numbers are all listed above.
    match part.starts && by.kind != QuotedBy::Number {
        true => link.aria_label(format!("{}: {}", by.label, part.text)),
        false => link.tabindex("-1"),
    }
}

fn class(by: QuotedBy) -> &'static str {
    match by {
        QuotedBy::Finding => "quoted",
        QuotedBy::Number => "quoted quoted--number",
        QuotedBy::Problem => "quoted quoted--problem",
    }
}

/// The words of a part, as found and as short form.
fn words(part: &Part) -> Tag {
    let words = match &part.means {
        Some(long) => tag("abbr").title(long).text(&part.text),
        None => text(&part.text),
    };
    if part.found { tag("mark").class("found").has(words) } else { words }
}
