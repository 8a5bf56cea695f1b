//! The app in the browser, and the same pages rendered ahead of time.

mod app;
mod browser;
mod bundle;
mod places;
mod view;

pub use bundle::Bundle;

#[cfg(feature = "ssr")]
use crate::{corpus::Corpus, state::State};
#[cfg(feature = "ssr")]
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the program: fetches the bundle and, if this page shows one, the report's text; then takes the page over.
///
/// Until then, and if anything fails, the page keeps the words that it was sent with.
#[wasm_bindgen(start)]
pub fn start() {
    crate::page::settle();
    wasm_bindgen_futures::spawn_local(async {
        match Bundle::fetch().await {
            Ok(bundle) => app::mount(bundle).await,
            Err(error) => browser::notice(&format!(
                "The findings could not be loaded: {error}. This page can still be read and its links followed; \
                 searching and filtering do not work. Reload the page to try again."
            )),
        }
    });
}

/// A page as it is sent.
#[cfg(feature = "ssr")]
pub struct Page {
    pub title: String,
    pub description: String,
    /// The HTML of the page's content, escaped.
    pub main: String,
}

/// Renders the page of a state, as the program would show it. `text` is the source text that the page shows, if any.
#[cfg(feature = "ssr")]
pub async fn prerender(corpus: Rc<Corpus>, state: State, text: Option<Rc<str>>) -> Page {
    let bundle = Bundle::new(corpus);
    let screen = crate::screen::select(bundle.corpus(), bundle.catalogue(), &state, text.as_deref());
    let props = app::PageProps { bundle, state, text };
    let main = yew::LocalServerRenderer::<app::StillPage>::with_props(props).hydratable(false).render().await;
    Page { title: screen.title, description: screen.description, main }
}

/// What stands under every page, as HTML.
#[cfg(feature = "ssr")]
pub async fn foot() -> String {
    yew::LocalServerRenderer::<app::Foot>::new().hydratable(false).render().await
}
