//! The descriptions of pages for search results and link previews. Only prerendered pages have them, so they are not part of
//! the program.

use crate::pages::{Link, Page, PageContent, national, phrasing, thread};
use crate::state::{State, View};
use corpus::Corpus;
use model::ThreadId;

/// A short description of a page.
pub fn page_description(corpus: &Corpus, state: &State, page: &Page) -> String {
    match &page.content {
        PageContent::Home(page) => page.introduction.clone(),
        PageContent::Force(page) => page.headline.clone(),
        PageContent::Report(page) => caveat_first(page.report_notice.as_ref(), &page.summary),
        PageContent::Finding(page) => {
            let words = format!("“{}” Published {}.", page.text.text, page.published);
            caveat_first(page.report_notice.as_ref(), &words)
        }
        PageContent::Elsewhere(_) => described_elsewhere(corpus, state),
        PageContent::Missing(page) => page.explanation.clone(),
    }
}

/// A description with its caveat, which comes first because previews of links cut what is long.
fn caveat_first(caveat: Option<&Link>, words: &str) -> String {
    caveat.map_or_else(|| words.to_string(), |caveat| format!("{} {words}", caveat.text))
}

/// The description of a page whose content is not made by the explorer.
fn described_elsewhere(corpus: &Corpus, state: &State) -> String {
    let fixed = match state.view {
        View::National => {
            let forces = corpus.forces.len();
            return match national::chosen_cycle(corpus, state) {
                Some(cycle) => format!(
                    "The grades of all {forces} forces in the inspections of {}, by area or question, and what is not known \
                     of them.",
                    cycle.id
                ),
                None => format!(
                    "The grades of all {forces} forces in one round of inspections, by area or question, in alphabetical order \
                     or by region."
                ),
            };
        }
        View::Findings => return phrasing::count_with_noun(corpus.findings().count(), "finding", "findings"),
        View::Thread(ref id) => return described_thread(corpus, id),
        View::Deadlines => {
            "By when police forces were to act on findings of inspections, and what the next report says about each."
        }
        View::Compare => "Grades of two or more forces side by side, cycle by cycle, in alphabetical order.",
        View::Brief => "Put together what to show at a briefing, then present it, print it or share it.",
        View::Open => {
            "Read an inspection report that you have as a file, in your browser: its grades, its findings and where they \
             stand."
        }
        View::Learn => {
            "Practise on the findings of inspection reports, question by question, and keep private notes and bookmarks."
        }
        View::Crosswalk => "How each cycle worded the question or area of each subject, side by side.",
        View::Glossary => {
            "The short forms and terms of inspection reports, with the reports' own definitions and the places where they stand."
        }
        View::About => "What this site holds and what it does not, how it was made, and the licence.",
        _ => "",
    };
    fixed.to_string()
}

/// The description of the page of a thread: what became of its issue.
fn described_thread(corpus: &Corpus, id: &ThreadId) -> String {
    thread::thread_page(corpus, id).map(|page| page.last_word.join(" ")).unwrap_or_default()
}
