//! Lines of the source text with quotations marked.

use crate::node::{Node, element, text};
use explore::pages::passage::{Excerpt, Part, Quoted, QuotedBy, SourceLine};

/// An excerpt around a quotation.
pub fn excerpt<A>(found: &Excerpt) -> Node<A> {
    let source = element("div").class("source").children(found.lines.iter().map(|line| self::line(line, &[])));
    element("div").key(&found.cite).child(source).child(link_marks(&found.lines))
}

/// The whole text; each quotation leads to what quotes it, and each line has an address.
pub fn full_text<A>(lines: &[SourceLine], quoted: &[Quoted]) -> Node<A> {
    let line = |line: &SourceLine| self::line(line, quoted).id(format!("line-{}", line.number)).tabindex("-1");
    element("div")
        .child(link_marks(lines))
        .child(element("div").class("source source--full").children(lines.iter().map(line)))
}

/// What the marks of links mean, where a text that was a web page has them.
fn link_marks<A>(lines: &[SourceLine]) -> Node<A> {
    let is_link = |part: &Part| part.text.contains("](#)");
    let has_links = lines.iter().any(|line| line.parts.iter().any(is_link));
    element("p").class("note").text(if has_links {
        "“[words](#)” was a link on the inspectorate's page."
    } else {
        ""
    })
}

fn line<A>(line: &SourceLine, quoted: &[Quoted]) -> Node<A> {
    let number = line.number.to_string();
    let labels = line.parts.iter().filter(|part| part.starts).filter_map(|part| label(part, quoted));
    element("div")
        .class("source__line")
        .key(&number)
        .child(element("span").class("source__number").aria_hidden("true").text(number))
        .child(element("span").class("source__words").children(line.parts.iter().map(|part| self::part(part, quoted))))
        .children(labels)
}

/// What quotes the words, set beside them for the eye; the marked words themselves carry it for everyone.
fn label<A>(part: &Part, quoted: &[Quoted]) -> Option<Node<A>> {
    let by = quoted.get(part.quoted?)?;
    Some(element("a").class("source__by").href(&by.href).tabindex("-1").aria_hidden("true").text(&by.label))
}

fn part<A>(part: &Part, quoted: &[Quoted]) -> Node<A> {
    let Some(number) = part.quoted else { return words(part) };
    let Some(by) = quoted.get(number) else { return element("mark").child(words(part)) };
    let link = element("a").class(class(by.kind)).href(&by.href).child(element("mark").child(words(part)));
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
fn words<A>(part: &Part) -> Node<A> {
    let words = match &part.means {
        Some(long) => element("abbr").title(long).text(&part.text),
        None => text(&part.text),
    };
    if part.found { element("mark").class("found").child(words) } else { words }
}
