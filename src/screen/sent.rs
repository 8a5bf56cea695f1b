//! Still pages: drawn when the site is built, and shown by the program as they were sent.
//!
//! The program then needs no code that draws them, which would be a tenth of its compressed size.

use super::about::{self, About};
use super::compare::{self, ComparePage};
use super::crosswalk::{self, Crosswalk};
use crate::corpus::Corpus;
use crate::state::{State, Still};

/// A still page as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    Compare(Box<ComparePage>),
    Crosswalk(Crosswalk),
    About(About),
    Brief,
}

/// A still page in the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub name: &'static str,
    pub description: &'static str,
    /// The class of the page beside that of all pages.
    pub class: &'static str,
    /// The HTML that follows the heading, once it is there.
    pub rest: Option<String>,
}

/// Selects what to show, from the document that was sent.
pub fn sent(page: Still, document: Option<&str>) -> Sent {
    let (class, name, description) = match page {
        Still::Compare => (
            "compare",
            "Compare forces",
            "Grades of two or more forces side by side, cycle by cycle, in the order of their names.",
        ),
        Still::Crosswalk => (
            "crosswalk-page",
            "How the questions changed",
            "How each cycle worded the question or area of each subject, side by side.",
        ),
        Still::About => ("about", "About", "What is held and what is not, how it was made, and the licence."),
        Still::Brief => ("brief", "Brief", "What to show at a briefing, in order: present it, print it, share it."),
    };
    Sent { name, description, class, rest: document.and_then(|html| rest(html, name)).map(str::to_string) }
}

/// Selects what to draw.
pub fn drawn(corpus: &Corpus, page: Still, state: &State) -> Drawn {
    match page {
        Still::Compare => Drawn::Compare(Box::new(compare::compare(corpus, state))),
        Still::Crosswalk => Drawn::Crosswalk(crosswalk::crosswalk(corpus)),
        Still::About => Drawn::About(about::about(corpus)),
        Still::Brief => Drawn::Brief,
    }
}

/// What a document has between its heading and the end of the element that the heading stands in; nothing if that is
/// another heading, as where a host answers with its page for what it does not find.
fn rest<'d>(document: &'d str, heading: &str) -> Option<&'d str> {
    let (_, main) = document.split_once("<main ")?;
    let (main, _) = main.rsplit_once("</main>")?;
    // What is said where no scripts run stands behind the page's own element.
    let main = main.split("<noscript").next()?;
    let (head, rest) = main.split_once("</h1>")?;
    rest.strip_suffix("</div>").filter(|_| head.ends_with(&format!(">{heading}")))
}

#[cfg(test)]
mod tests {
    use super::{rest, sent};
    use crate::state::Still;

    #[test]
    fn what_follows_the_heading_is_taken_from_the_document() {
        let document =
            "<main id=\"content\"><div class=\"page\"><h1>About</h1><div>a</div><p>b</p></div></main><footer>";
        assert_eq!(rest(document, "About"), Some("<div>a</div><p>b</p>"));
    }

    #[test]
    fn a_document_of_another_kind_gives_nothing() {
        let lost = "<main id=\"content\"><div class=\"page\"><h1>This page does not exist</h1></div></main>";
        assert_eq!(sent(Still::About, Some(lost)).rest, None);
        assert_eq!(sent(Still::About, Some("")).rest, None);
    }
}
