//! Every page as HTML, so that its words are there before the program is.

use crate::cards;
use crate::data::Data;
use crate::drawn::Pen;
use crate::head::{Told, head};
use crate::place::Place;
use crate::shell::{self, Shell};
use crate::tokens::Tokens;
use crate::tree::Tree;
use anyhow::Result;
use explore::route;
use explore::state::{State, View};
use html::links::Links;
use html::static_page::{StaticPage, static_page};
use std::collections::BTreeMap;

/// What all pages are made with.
pub struct Press<'p> {
    pub data: &'p Data,
    pub shell: &'p Shell,
    pub place: &'p Place,
    pub tokens: &'p Tokens,
    /// What stands under every page.
    pub footer: String,
    /// Draws preview images; none where its font cannot be had.
    pub pen: Option<&'p Pen>,
}

/// Puts a page for each address into the tree, and one for all addresses that are none.
///
/// Pages find the site's root by a relative way, so the site works in any folder; only the page for unknown addresses
/// cannot know how deep it stands, and names the folder.
pub fn publish(press: &Press, tree: &mut Tree) -> Result<()> {
    let mut drawn = Cards::new();
    for state in route::pages(&press.data.corpus) {
        let path = route::path(&state);
        let page = render(press.data, &state, Links::Site);
        let card = press.card(&state, &page, &mut drawn, tree)?;
        let told = Told {
            path: Some(&path),
            title: &page.title,
            description: &page.description,
            card: card.as_ref().map(|(path, shows)| (path.as_str(), shows.as_str())),
        };
        let html = press.fill(&way_up(&path), &head(press.place, &told), &page)?;
        tree.insert(format!("{path}index.html"), html.into_bytes());
    }
    let page = render(press.data, &State::not_found(), Links::Site);
    let told = Told { path: None, title: &page.title, description: &page.description, card: None };
    let html = press.fill(&press.place.base, &head(press.place, &told), &page)?;
    tree.insert("404.html".to_owned(), html.into_bytes());
    Ok(())
}

/// Renders the page of a state, with the text that it shows.
pub fn render(data: &Data, state: &State, links: Links) -> StaticPage {
    let text = route::report_of(state, &data.corpus).and_then(|id| data.texts.get(&id));
    static_page(&data.corpus, &data.catalogue, state, text.map(String::as_str), links)
}

impl Press<'_> {
    fn fill(&self, base: &str, head: &str, page: &StaticPage) -> Result<String> {
        let papers = [self.tokens.light("paper"), self.tokens.dark("paper")];
        self.shell.fill(&shell::Slots { base, head, papers, page, footer: &self.footer, built: &self.data.built })
    }

    /// The preview image of a page: its path, and what it shows. Drawn only where its address will be known. Findings come
    /// after their reports, and have their images.
    fn card(
        &self,
        state: &State,
        page: &StaticPage,
        drawn: &mut Cards,
        tree: &mut Tree,
    ) -> Result<Option<(String, String)>> {
        let (Some(pen), Some(_)) = (self.pen, &self.place.address) else { return Ok(None) };
        let of = route::report_of(state, &self.data.corpus).map_or(state.clone(), |id| State::at(View::Report(id)));
        let name = route::path(&of).trim_end_matches('/').replace('/', "-");
        let path = format!("cards/{}.png", if name.is_empty() { "home" } else { &name });
        if !drawn.contains_key(&path) {
            let title = page.title.strip_suffix(" - Force Findings").unwrap_or(&page.title);
            tree.insert(path.clone(), cards::card(pen, self.tokens, title, &page.description)?);
            drawn.insert(path.clone(), format!("{title}. {}", page.description));
        }
        Ok(drawn.get(&path).map(|shows| (path.clone(), shows.clone())))
    }
}

/// What each preview image shows, by its path.
type Cards = BTreeMap<String, String>;

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
