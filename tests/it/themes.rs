//! The themes on the page of a force: what is shown for each is about it.

use explore::pages::force::force_page;
use explore::state::{State, View};
use model::folded_text::fold_words;
use tests::repository;

#[test]
fn the_words_shown_for_a_theme_are_verbatim_and_marked_with_a_word_of_that_theme() {
    let corpus = repository::fixture().corpus();
    let mut checked = 0;
    for force in &corpus.forces {
        let page = force_page(corpus, force, &State::for_view(View::Force(force.id.clone())));
        for entry in &page.themes {
            let theme = corpus.themes.iter().find(|theme| entry.link.text.starts_with(&format!("{} (", theme.name)));
            let theme = theme.expect("the theme is there");
            let runs = entry.words.runs.iter();
            let marked: String = runs.clone().filter(|(_, is_marked)| *is_marked).map(|(w, _)| w.as_str()).collect();
            let shown: String = runs.map(|(run, _)| run.as_str()).collect();
            let shown = shown.trim_matches(['…', ' ']);
            assert!(corpus.findings().any(|(_, finding)| finding.texts().any(|text| text.contains(shown))), "{shown}");
            let is_of_theme = |words: &String| fold_words(&marked).starts_with(&fold_words(words));
            assert!(theme.words.iter().any(is_of_theme), "{}: {:?}", theme.name, entry.words);
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}
