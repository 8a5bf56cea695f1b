//! Every page as HTML, so that its words are there before the program is.

use crate::data::Data;
use crate::shell::{self, Shell};
use crate::tree::Tree;
use anyhow::Result;
use force_findings::route;
use force_findings::state::State;
use force_findings::web::{self, Page};
use tokio::runtime::Builder;
use tokio::task::LocalSet;

/// Puts a page for each address into the tree, and one for all addresses that are none.
///
/// Pages find the site's root by a relative way, so the site works in any folder; only the page for unknown addresses
/// cannot know how deep it stands, and names `base`.
pub fn publish(data: &Data, shell: &Shell, base: &str, tree: &mut Tree) -> Result<()> {
    // Yew renders on the local thread: its components hold `Rc`.
    let runtime = Builder::new_current_thread().build()?;
    LocalSet::new().block_on(&runtime, async {
        for state in route::pages(&data.corpus) {
            let path = route::path(&state);
            let html = render(data, shell, &way_up(&path), state).await?;
            tree.insert(format!("{path}index.html"), html.into_bytes());
        }
        let html = render(data, shell, base, State::not_found()).await?;
        tree.insert("404.html".to_owned(), html.into_bytes());
        Ok(())
    })
}

async fn render(data: &Data, shell: &Shell, base: &str, state: State) -> Result<String> {
    let text = route::report_of(&state, &data.corpus).and_then(|id| data.texts.get(&id).cloned());
    let page = web::prerender(data.corpus.clone(), state, text).await;
    let Page { title, description, main } = &page;
    shell.fill(&shell::Page { base, title, description, main, built: &data.built })
}

/// A page's own words.
pub struct Rendered {
    pub state: State,
    pub title: String,
    pub description: String,
    /// HTML.
    pub main: String,
}

/// Draws pages that are to stand in another shell.
pub fn render_all(data: &Data, states: impl IntoIterator<Item = State>) -> Result<Vec<Rendered>> {
    let runtime = Builder::new_current_thread().build()?;
    let mut drawn = Vec::new();
    for state in states {
        let page = LocalSet::new().block_on(&runtime, web::prerender(data.corpus.clone(), state.clone(), None));
        drawn.push(Rendered { state, title: page.title, description: page.description, main: page.main });
    }
    Ok(drawn)
}

/// From a page's folder to the root.
fn way_up(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

#[cfg(test)]
mod tests {
    use super::way_up;

    #[test]
    fn each_folder_is_one_step_up() {
        assert_eq!(way_up(""), "./");
        assert_eq!(way_up("force/warwickshire/"), "../../");
    }
}
