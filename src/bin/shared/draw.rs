//! Problems drawn at their place in the text, with the line and a caret.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use force_findings::problem::Problem;

/// The problem in the manner of a compiler: what, where, and the lines it stands in.
pub fn draw(problem: &Problem, file: &str, text: &str, colour: bool) -> String {
    let title = Level::WARNING.primary_title(&problem.message).id(&problem.kind);
    let annotations = problem.passages.iter().map(|passage| {
        let [start, end] = passage.bytes.map(|b| b as usize);
        AnnotationKind::Primary.span(start..end)
    });
    let group = if problem.passages.is_empty() {
        Group::with_title(title)
    } else {
        title.element(Snippet::source(text).path(file).fold(true).annotations(annotations))
    };
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}
