//! What is prepared ahead of time, because it takes more data or code than the program of every page has.

use crate::asides::with_asides;
use crate::pages::newest_grades::with_newest_grades;
use crate::theme_examples::with_theme_examples;
use corpus::Corpus;

/// The corpus with everything prepared that pages show of it.
#[must_use]
pub fn with_prepared_content(corpus: Corpus) -> Corpus {
    with_newest_grades(with_theme_examples(with_asides(corpus)))
}
