//! The preview images that other programs show beside a link: the title and description of the page, and the name of
//! the site.

use crate::rasterizer::Rasterizer;
use crate::tokens::ColourTokens;
use anyhow::Result;
use html::escape_html;

/// The width of an image in pixels, as link previews use it.
pub const WIDTH: u32 = 1200;
/// The height of an image in pixels.
pub const HEIGHT: u32 = 630;

/// The margin at the left edge, in pixels.
const MARGIN: u32 = 80;

/// Draws the preview image of a page, as a PNG file.
///
/// # Errors
/// If the image cannot be rendered.
pub fn render_social_image(
    rasterizer: &Rasterizer,
    tokens: &ColourTokens,
    title: &str,
    description: &str,
) -> Result<Vec<u8>> {
    let [paper, ink, soft, link] = ["paper", "ink", "soft", "link"].map(|name| tokens.light(name));
    let (size, letters, most) = if title.chars().count() > 46 { (50, 36, 3) } else { (64, 28, 2) };
    let mut y = 150;
    let mut words = String::new();
    for line in wrap_words(title, letters, most) {
        words.push_str(&text_element(MARGIN, y, size, "bold", ink, &line));
        y += size + 14;
    }
    y += 26;
    let room = usize::try_from((HEIGHT - 120).saturating_sub(y) / 44).unwrap_or(0);
    for line in wrap_words(description, 58, room) {
        words.push_str(&text_element(MARGIN, y, 31, "normal", soft, &line));
        y += 44;
    }
    let foot = text_element(MARGIN + 62, HEIGHT - 62, 30, "bold", ink, "Force Findings");
    let about =
        text_element(MARGIN + 350, HEIGHT - 62, 26, "normal", soft, "what police inspectors found, in their own words");
    let bars: String = (0..4)
        .map(|n| {
            let height = 12 + 10 * n;
            let (x, y) = (MARGIN + 12 * n, HEIGHT - 60 - height);
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"{height}\" fill=\"{link}\"/>")
        })
        .collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>\
         <rect width=\"{WIDTH}\" height=\"14\" fill=\"{link}\"/>{words}{bars}{foot}{about}</svg>"
    );
    rasterizer.render_png(&svg, WIDTH)
}

/// An SVG text element. Escapes the words.
fn text_element(x: u32, y: u32, size: u32, weight: &str, colour: &str, words: &str) -> String {
    let words = escape_html(words);
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{words}</text>")
}

/// Wraps words into at most `max_lines` lines of at most `max_characters` characters. If some words do not fit, the
/// last line ends with an ellipsis.
fn wrap_words(words: &str, max_characters: usize, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= max_characters;
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if fits(line) => line.push_str(&format!(" {word}")),
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap_words;

    #[test]
    fn an_ellipsis_stands_for_words_that_do_not_fit() {
        assert_eq!(wrap_words("one two three four", 7, 2), ["one two", "three …"]);
        assert_eq!(wrap_words("one two three", 7, 2), ["one two", "three"]);
        assert!(wrap_words("one two", 7, 0).is_empty());
    }
}
