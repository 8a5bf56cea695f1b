//! The preview images that other programs show beside a link: the page's name, what it says, whose site it is.

use crate::drawn::Pen;
use crate::tokens::Tokens;
use anyhow::Result;
use html::escape;

/// The size that previews are shown in.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

const EDGE: u32 = 80;

/// Draws the card of a page.
pub fn card(pen: &Pen, tokens: &Tokens, title: &str, description: &str) -> Result<Vec<u8>> {
    let [paper, ink, soft, link] = ["paper", "ink", "soft", "link"].map(|name| tokens.light(name));
    let (size, letters, most) = if title.chars().count() > 46 { (50, 36, 3) } else { (64, 28, 2) };
    let mut y = 150;
    let mut words = String::new();
    for line in lines(title, letters, most) {
        words.push_str(&text(EDGE, y, size, "bold", ink, &line));
        y += size + 14;
    }
    y += 26;
    let room = usize::try_from((HEIGHT - 120).saturating_sub(y) / 44).unwrap_or(0);
    for line in lines(description, 58, room) {
        words.push_str(&text(EDGE, y, 31, "normal", soft, &line));
        y += 44;
    }
    let foot = text(EDGE + 62, HEIGHT - 62, 30, "bold", ink, "Force Findings");
    let about = text(EDGE + 350, HEIGHT - 62, 26, "normal", soft, "what police inspectors found, in their own words");
    let bars: String = (0..4)
        .map(|n| {
            let height = 12 + 10 * n;
            let (x, y) = (EDGE + 12 * n, HEIGHT - 60 - height);
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"{height}\" fill=\"{link}\"/>")
        })
        .collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>\
         <rect width=\"{WIDTH}\" height=\"14\" fill=\"{link}\"/>{words}{bars}{foot}{about}</svg>"
    );
    pen.png(&svg, WIDTH)
}

fn text(x: u32, y: u32, size: u32, weight: &str, colour: &str, words: &str) -> String {
    let words = escape(words);
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{words}</text>")
}

/// Words in lines of so many letters at most; the last that there is room for says that there are more.
fn lines(words: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= letters;
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if fits(line) => line.push_str(&format!(" {word}")),
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn what_there_is_no_room_for_is_told_of() {
        assert_eq!(lines("one two three four", 7, 2), ["one two", "three …"]);
        assert_eq!(lines("one two three", 7, 2), ["one two", "three"]);
        assert!(lines("one two", 7, 0).is_empty());
    }
}
