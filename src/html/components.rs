//! Small elements that several views share.

use crate::node::{IntoText, Node, element, fragment, text};
use crate::terms::explained_words;
use explore::command::Command;
use explore::export::ExportKind;
use explore::pages::Link;
use explore::pages::finding::TextPart;
use explore::pages::findings::MarkedText;
use model::{Abbreviation, Aside};

/// A link with its text.
pub fn link<A>(to: &Link) -> Node<A> {
    element("a").href(&to.href).text(&to.text)
}

/// The heading of a page. It receives the focus when the page is opened by a link.
pub fn page_heading<A>(words: impl IntoText) -> Node<A> {
    element("h1").id("heading").tabindex("-1").text(words)
}

/// A section with a heading that links can point to and that can receive the focus.
pub fn section<A>(id: &'static str, heading: &'static str) -> Node<A> {
    element("section").aria_labelledby(id).child(element("h2").id(id).tabindex("-1").text(heading))
}

/// The notice of what has to be known of a report before it is read, as a link to where more is said. The element is
/// always there, and is empty if there is no notice.
pub fn report_notice<A>(notice: Option<&Link>) -> Node<A> {
    element("p").class("later").child_opt(notice.map(link))
}

/// A short note in small print.
pub fn note<A>(words: impl IntoText) -> Node<A> {
    element("p").class("note").text(words)
}

/// A term and its description, for a `dl`.
pub fn description_entry<A>(name: impl IntoText, value: Node<A>) -> Node<A> {
    element("div").child(element("dt").text(name)).child(element("dd").child(value))
}

/// Sentences, each with a link to the page that it is from or about.
pub fn sourced_sentences<A>(sentences: &[(String, Option<Link>)]) -> Node<A> {
    let sentence = |(words, source): &(String, Option<Link>)| {
        let source = source.as_ref();
        // A sentence that is complete has its source in brackets; otherwise the link completes it.
        let (before, after) = if words.ends_with('.') { (" (", ")") } else { (" ", ".") };
        let source = source.map(|source| element("span").text(before).child(link(source)).text(after));
        element("p").class("note").text(words).child_opt(source)
    };
    element("div").class("sentences").children(sentences.iter().map(sentence))
}

/// A bulleted list of links.
pub fn link_list<A>(links: &[Link]) -> Node<A> {
    element("ul").children(links.iter().map(|to| element("li").key(&to.href).child(link(to))))
}

/// A list of links to findings, each preceded by its kind. `name` is the tag name: "ul" or "ol".
pub fn finding_list<A>(name: &'static str, findings: &[(String, Link)]) -> Node<A> {
    let one = |(kind, to): &(String, Link)| {
        element("li").key(&to.href).child(element("span").class("note").text(kind).text(": ")).child(link(to))
    };
    element(name).class("plain-list").children(findings.iter().map(one))
}

/// What a page says beside its own content, in sections.
pub fn asides<A>(asides: &[Aside]) -> Node<A> {
    element("div").children(asides.iter().map(aside))
}

fn aside<A>(aside: &Aside) -> Node<A> {
    let item = |(n, [label, href, words]): (usize, [&str; 3])| {
        let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
        let words = if href.is_empty() {
            text(words.to_string())
        } else {
            link(&Link { href: href.into(), text: words.into() })
        };
        element("li").key(n.to_string()).child(element("span").class("note").text(label)).child(words)
    };
    element("section")
        .key(&aside.id)
        .aria_labelledby(&aside.id)
        .child(element("h2").id(&aside.id).tabindex("-1").text(&aside.heading))
        .child(note(&aside.note))
        .child(element("ul").class("plain-list").children(aside.items().enumerate().map(item)))
}

/// Text in which the words that match the search are highlighted.
pub fn highlighted_text<A>(words: &MarkedText) -> Node<A> {
    words.runs.iter().fold(fragment(), |marked, (run, is_found)| {
        if *is_found { marked.child(element("mark").text(run)) } else { marked.text(run) }
    })
}

/// The symbol of a kind of finding. Decorative, so hidden from screen readers.
pub fn kind_symbol<A>(class: &str) -> Node<A> {
    element("span").class(format!("mark mark--{class}")).aria_hidden("true")
}

/// The kind of a finding, with the symbol that it has on the timeline.
pub fn finding_kind<A>(name: &String, class: &str) -> Node<A> {
    element("span").class("kind").child(kind_symbol(class)).text(name)
}

/// Links separated by commas, for use in a sentence.
pub fn inline_links<A>(links: &[Link]) -> Node<A> {
    let one = |(i, to)| element("span").child(link(to)).text(if i + 1 < links.len() { ", " } else { "" });
    fragment().children(links.iter().enumerate().map(one))
}

/// A percentage for SVG and CSS with three decimals: "12.500%". Computed with integers, because formatting
/// floating-point numbers would make the program larger.
pub fn format_percent(share: f64) -> String {
    let thousandths = (share * 1000.0).round() as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// The exports offered on pages that show tiles.
const TILE_EXPORTS: [ExportKind; 7] = [
    ExportKind::Share,
    ExportKind::Link,
    ExportKind::Csv,
    ExportKind::Notes,
    ExportKind::Json,
    ExportKind::Svg,
    ExportKind::Png,
];

/// The exports offered on pages that show lists of findings.
pub const LIST_EXPORTS: [ExportKind; 6] =
    [ExportKind::Share, ExportKind::Link, ExportKind::List, ExportKind::Csv, ExportKind::Notes, ExportKind::Json];

/// The exports offered on pages that show another table.
pub const TABLE_EXPORTS: [ExportKind; 5] =
    [ExportKind::Share, ExportKind::Link, ExportKind::Csv, ExportKind::Notes, ExportKind::Json];

/// The buttons for these exports of the page, the one that adds the page to the brief, and one more if there is one.
pub fn export_buttons<A>(exports: &[ExportKind], more: Option<Command>) -> Node<A> {
    let exports = exports.iter().map(|export| Command::Export(*export, String::new()));
    command_buttons(exports.chain([Command::AddToBrief(String::new())]).chain(more))
}

/// The buttons for the exports of tiles, and for more of this page, behind one control, and the one that adds the page to
/// the brief beside it.
pub fn export_disclosure<A>(more: &[ExportKind]) -> Node<A> {
    let exports = TILE_EXPORTS.iter().chain(more).map(|export| Command::Export(*export, String::new()));
    element("div")
        .class("save")
        .child(element("details").child(element("summary").text("Save or share")).child(command_buttons(exports)))
        .child(command_buttons([Command::AddToBrief(String::new())]))
}

/// A row of buttons, one for each command.
pub fn command_buttons<A>(commands: impl IntoIterator<Item = Command>) -> Node<A> {
    let button = |command: Command| {
        element("button").type_("button").class("take").data_command(command.to_string()).text(command_label(&command))
    };
    element("p").class("takes").children(commands.into_iter().map(button))
}

/// The text of the button that adds to the brief, and what the program makes of it once that is in the brief.
pub const ADD_TO_BRIEF: &str = "Add to brief";
/// See [`ADD_TO_BRIEF`].
pub const ADDED_TO_BRIEF: &str = "Added to brief";

/// The text of the button for a command.
pub fn command_label(command: &Command) -> &'static str {
    match command {
        Command::Export(export, _) => export.label(),
        Command::AddToBrief(_) => ADD_TO_BRIEF,
        Command::Note(_) => "Note",
        Command::ShowShortcuts => "Show all shortcuts",
        Command::SaveOffline => "Save the whole site for offline use",
    }
}

/// The list items and explanation of a finding, in the order of the report. These terms in them are explained.
pub fn text_parts<A>(parts: &[TextPart], terms: &[Abbreviation]) -> Node<A> {
    let item = |item: &String| element("li").child(explained_words(item, terms));
    let paragraph = |part: &TextPart| match part {
        TextPart::Paragraph(text) => element("p").child(explained_words(text, terms)),
        TextPart::List(items) => element("ul").children(items.iter().map(item)),
    };
    element("div").children(parts.iter().map(paragraph))
}

/// Abbreviations with what the report says they stand for.
pub fn abbreviation_list<A>(forms: &[(String, String)]) -> Node<A> {
    let one = |(short, long): &(String, String)| description_entry(short, crate::node::text(long)).key(short);
    element("dl").class("short-forms").aria_label("Abbreviations").children(forms.iter().map(one))
}
