//! Displays a problem at its place in the text, with the line and a caret.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use model::Passage;
use model::problem::Problem;
use std::ops::Range;

/// Renders a problem like a compiler error: the message, the file and the lines with the place marked. `text` is the
/// whole text of the report.
pub fn render_problem(problem: &Problem, file: &str, text: &str, colour: bool) -> String {
    let title = Level::WARNING.primary_title(&problem.message).id(&problem.kind_name);
    let group = match surrounding_lines(&problem.passages, text) {
        None => Group::with_title(title),
        Some((line, range)) => {
            let annotations = problem.passages.iter().map(|passage| {
                let [start, end] = passage.bytes.map(|b| b as usize - range.start);
                AnnotationKind::Primary.span(start..end)
            });
            let snippet = Snippet::source(&text[range.clone()]).line_start(line).path(file);
            title.element(snippet.fold(true).annotations(annotations))
        }
    };
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The number of the first line of these passages, and the byte range of the whole lines from the first passage to the
/// last. None if there are no passages.
///
/// The renderer scans all the text that it is given, so giving it the whole text for every problem would be too slow.
fn surrounding_lines(passages: &[Passage], text: &str) -> Option<(usize, Range<usize>)> {
    let line = passages.iter().map(|passage| passage.lines[0]).min()?;
    let start = passages.iter().map(|passage| passage.bytes[0]).min()? as usize;
    let end = passages.iter().map(|passage| passage.bytes[1]).max()? as usize;
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
    Some((line as usize, from..to))
}
