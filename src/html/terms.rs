//! Short forms and terms that are explained where they stand: a button, which opens the explanation without a program.

use crate::components;
use crate::node::{Node, element, fragment};
use explore::pages::passage;
use explore::pages::terms::TermNote;
use model::Abbreviation;

/// Words in which each of these terms opens its explanation, which [`explanations`] has.
#[inline(never)]
pub fn explained_words<A>(words: &str, terms: &[Abbreviation]) -> Node<A> {
    let mut explained = fragment();
    let mut from = 0;
    for (range, n) in passage::find_abbreviations(words, terms) {
        let term = term_button(n, &words[range.clone()]);
        explained = explained.text(words[from..range.start].to_string()).child(term);
        from = range.end;
    }
    explained.text(words[from..].to_string())
}

/// The button that opens the explanation of the term with this index.
pub fn term_button<A>(n: usize, words: &str) -> Node<A> {
    element("button").type_("button").class("term").popovertarget(note_id(n)).text(words.to_string())
}

/// The explanations that the buttons open. Escape and a click beside it close one.
pub fn explanations<A>(notes: &[TermNote]) -> Node<A> {
    let note = |(n, note): (usize, &TermNote)| {
        let quoted = note
            .quoted
            .as_ref()
            .map(|(words, source)| element("p").text("“").text(words).text("” ").child(components::link(source)));
        element("div")
            .key(&note.glossary.href)
            .id(note_id(n))
            .class("term-note")
            .popover("")
            .child(element("p").child(element("strong").text(&note.term)).text(" ").text(&note.long_form))
            .child(element("div").child_opt(quoted))
            .child(components::link(&note.glossary))
    };
    element("div").class("term-notes").children(notes.iter().enumerate().map(note))
}

fn note_id(n: usize) -> String {
    format!("term-note-{n}")
}
