//! The themes on the page of a force: what is shown for each is about it.

use explore::pages::force::force_page;
use explore::state::{State, View};
use model::ForceId;
use model::folded_text::fold_words;
use tests::repository;

#[test]
fn the_words_shown_for_a_theme_are_marked_with_a_word_of_that_theme() {
    let corpus = repository::fixture().corpus();
    let force = corpus.force(&ForceId::new("warwickshire")).expect("the force is there");
    let page = force_page(corpus, force, &State::for_view(View::Force(force.id.clone())));
    assert!(page.themes.len() > 10);
    for entry in &page.themes {
        let theme = corpus.themes.iter().find(|theme| entry.link.text.starts_with(&format!("{} (", theme.name)));
        let theme = theme.expect("the theme is there");
        let marked: String =
            entry.words.runs.iter().filter(|(_, is_marked)| *is_marked).map(|(w, _)| w.as_str()).collect();
        let shown: String = entry.words.runs.iter().map(|(run, _)| run.as_str()).collect();
        let shown = shown.trim_matches(['…', ' ']);
        assert!(corpus.findings().any(|(_, finding)| finding.texts().any(|text| text.contains(shown))), "{shown}");
        let is_of_theme = |words: &String| fold_words(&marked).starts_with(&fold_words(words));
        assert!(theme.words.iter().any(is_of_theme), "{}: {:?}", theme.name, entry.words);
    }
}
