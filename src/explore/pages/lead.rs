//! The paragraphs under the headings of the pages that the `extras` program completes. It draws them, so that the program of
//! every page need not contain them.

use crate::state::View;

/// The paragraph under the heading of a page; `None` if the explorer draws the whole page.
pub fn lead(view: &View) -> Option<&'static str> {
    Some(match view {
        View::Compare => {
            "Forces side by side, in alphabetical order, round by round; choose a subject to see it in every round."
        }
        View::National => {
            "Every force in one round of inspections, by subject. Forces are never sorted by grade. A grade that is not known \
             here is shown as not known: it may be any grade."
        }
        View::Brief => {
            "What you want to show, in order. Add timelines, comparisons, findings and numbers with “Add to brief” on any \
             page; arrange them here; then present them in full screen, print them or share them."
        }
        View::Open => {
            "Do you have a report on a police force as a file? Open it, and it is read here, in your browser: its grades and \
             findings join those of this site. The file never leaves your device."
        }
        View::Learn => {
            "Practise on the words of the reports: ten questions, flash cards, and findings to think about. Your notes and \
             bookmarks are here too. All of it stays on your device."
        }
        _ => return None,
    })
}
