//! Lines of the source text with the quoted passages highlighted.

use crate::node::{Node, element, text};
use crate::terms::explained_words;
use explore::pages::passage::{Excerpt, LinePart, MarkedLine, Quotation, QuotationKind};
use explore::pages::reading::LineForm;
use model::Abbreviation;

/// An excerpt of the text around a quotation, in which these terms are explained.
pub fn source_excerpt<A>(found: &Excerpt, terms: &[Abbreviation]) -> Node<A> {
    let source =
        element("div").class("source").children(found.lines.iter().map(|line| self::source_line(line, &[], terms)));
    element("div").key(&found.citation).child(source).child(link_notation_note(&found.lines))
}

/// The whole text. Each quoted passage is a link to the entry that quotes it, and each line has an id to link to.
pub fn full_source<A>(lines: &[MarkedLine], quoted: &[Quotation]) -> Node<A> {
    let line = |line: &MarkedLine| {
        let class = match line.form {
            LineForm::Blank => "source__line source__line--blank",
            LineForm::Heading => "source__line source__line--heading",
            LineForm::Item => "source__line source__line--item",
            LineForm::Row => "source__line source__line--row",
            LineForm::Running => "source__line",
        };
        self::source_line(line, quoted, &[]).class(class).id(format!("line-{}", line.number)).tabindex("-1")
    };
    element("div")
        .child(link_notation_note(lines))
        .child(element("div").class("source source--full").children(lines.iter().map(line)))
}

/// Explains the notation for links in texts that were web pages. The element is always there, and is empty for other
/// texts.
fn link_notation_note<A>(lines: &[MarkedLine]) -> Node<A> {
    let is_link = |part: &LinePart| part.text.contains("](#)");
    let has_links = lines.iter().any(|line| line.parts.iter().any(is_link));
    element("p").class("note").text(if has_links {
        "“[words](#)” marks a link on the inspectorate's web page."
    } else {
        ""
    })
}

fn source_line<A>(line: &MarkedLine, quoted: &[Quotation], terms: &[Abbreviation]) -> Node<A> {
    let number = line.number.to_string();
    let labels = line.parts.iter().filter(|part| part.is_start).filter_map(|part| quotation_label(part, quoted));
    element("div")
        .class("source__line")
        .key(&number)
        .child(element("span").class("source__number").aria_hidden("true").text(number))
        // Before the words, so that it stands beside the first of them where it is in the margin.
        .children(labels)
        .child(
            element("span")
                .class("source__words")
                .children(line.parts.iter().map(|part| self::line_part(part, quoted, terms)))
                // Where lines are joined to paragraphs, it stands between their words, on the screen and in copies.
                .text("\n"),
        )
}

/// The label of the entry that quotes the words, beside the line. Hidden from screen readers, because the highlighted
/// words have the same label.
fn quotation_label<A>(part: &LinePart, quoted: &[Quotation]) -> Option<Node<A>> {
    let by = quoted.get(part.quotation?)?;
    let class = if by.kind == QuotationKind::Number { "source__by source__by--number" } else { "source__by" };
    Some(element("a").class(class).href(&by.href).tabindex("-1").aria_hidden("true").text(&by.label))
}

fn line_part<A>(part: &LinePart, quoted: &[Quotation], terms: &[Abbreviation]) -> Node<A> {
    let words = part_text(part, terms);
    let Some(number) = part.quotation else { return words };
    let words = element("mark").child(words);
    let Some(by) = quoted.get(number) else { return words };
    let link = element("a").class(quotation_class(by.kind)).href(&by.href).child(words);
    // One tab stop for each quotation, however many lines it spans. Numbers get none: they are all listed above.
    if part.is_start && by.kind != QuotationKind::Number {
        link.aria_label(format!("{}: {}", by.label, part.text))
    } else {
        link.tabindex("-1")
    }
}

fn quotation_class(by: QuotationKind) -> &'static str {
    match by {
        QuotationKind::Finding => "quoted",
        QuotationKind::Number => "quoted quoted--number",
        QuotationKind::Problem => "quoted quoted--problem",
    }
}

/// The words of a part of a line: highlighted if they match the search, and explained if they are an abbreviation.
fn part_text<A>(part: &LinePart, terms: &[Abbreviation]) -> Node<A> {
    if part.is_mark {
        return element("span").class("source__mark").text(&part.text);
    }
    let words = match &part.long_form {
        Some(_) if !terms.is_empty() => explained_words(&part.text, terms),
        Some(long) => element("abbr").title(long).text(&part.text),
        None => text(&part.text),
    };
    if part.is_match { element("mark").class("found").child(words) } else { words }
}
