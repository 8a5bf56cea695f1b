//! Prerenders every page as HTML, so that its words are there before the program starts.

use crate::data::SiteData;
use crate::data_parts::PartPaths;
use crate::deployment::Deployment;
use crate::head::{PageMetadata, meta_elements};
use crate::rasterizer::Rasterizer;
use crate::social_image;
use crate::template::{self, Template};
use crate::tokens::ColourTokens;
use crate::tree::FileTree;
use anyhow::Result;
use explore::parts::Part;
use explore::route;
use explore::state::{State, View};
use html::links::LinkStyle;
use html::static_page::{self, StaticPage};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What all pages are built with.
pub struct PageBuilder<'p> {
    /// The reports and tables.
    pub data: &'p SiteData,
    /// The template of every page.
    pub template: &'p Template,
    /// The paths of the parts of the data.
    pub parts: &'p PartPaths,
    /// Where the site will be served.
    pub deployment: &'p Deployment,
    /// The colours of the site.
    pub tokens: &'p ColourTokens,
    /// The footer of every page: HTML.
    pub footer: String,
    /// Draws preview images; none if its fonts cannot be installed.
    pub rasterizer: Option<&'p Rasterizer>,
}

/// Adds a page for each address to the tree, and `404.html` for unknown addresses.
///
/// Unless the folder on the host is known, pages refer to the site's root by a relative path, so that the site works in
/// any folder. Only `404.html` is served at any depth, so it always names a folder.
///
/// # Errors
/// If the template has an unknown placeholder, or a preview image cannot be drawn.
pub fn add_pages(builder: &PageBuilder, tree: &mut FileTree) -> Result<()> {
    let mut drawn = SocialImages::new();
    let render = |state: State| (render_page(builder.data, &state, LinkStyle::Site), state);
    let states = route::all_pages(builder.data.library.corpus());
    for (page, state) in states.into_par_iter().map(render).collect::<Vec<_>>() {
        let path = route::path(&state);
        let card = builder.social_image_of(&state, &page, &mut drawn, tree)?;
        let told = PageMetadata {
            path: Some(&path),
            title: &page.title,
            description: &page.description,
            social_image: card.as_ref().map(|(path, alternative)| (path.as_str(), alternative.as_str())),
        };
        let html = builder.fill_template(
            &builder.deployment.base_of(&path),
            &meta_elements(builder.deployment, &told),
            &page,
            &state.view,
        )?;
        tree.insert(format!("{path}index.html"), html.into_bytes());
    }
    let page = render_page(builder.data, &State::not_found(), LinkStyle::Site);
    let told = PageMetadata { path: None, title: &page.title, description: &page.description, social_image: None };
    let base = builder.deployment.base_path.as_deref().unwrap_or("/");
    let html =
        builder.fill_template(base, &meta_elements(builder.deployment, &told), &page, &State::not_found().view)?;
    tree.insert("404.html".to_owned(), html.into_bytes());
    Ok(())
}

/// Renders the page of a state, including the text of the report that it shows.
pub fn render_page(data: &SiteData, state: &State, links: LinkStyle) -> StaticPage {
    let text = route::report_with_text(state, data.library.corpus()).and_then(|id| data.texts.get(&id));
    static_page::render_page(&data.library, state, text.map(String::as_str), links)
}

impl PageBuilder<'_> {
    /// Fills the template. `base` is the path from the page to the site's root.
    fn fill_template(&self, base: &str, head: &str, page: &StaticPage, view: &View) -> Result<String> {
        let part = self.parts.get(&Part::needed_for(view)).map(String::as_str);
        let papers = [self.tokens.light("paper"), self.tokens.dark("paper")];
        self.template.fill(&template::TemplateValues {
            base,
            head,
            theme_colours: papers,
            has_extras_styles: view.needs_extras() || (view.is_static() && *view != View::About),
            data: part.filter(|_| !view.is_static()),
            page,
            footer: &self.footer,
            build_date: &self.data.build_date,
        })
    }

    /// The path and alternative text of the preview image of a page, which is added to the tree the first time. None if
    /// the public address is not known. A finding shares the image of its report, which comes before it.
    fn social_image_of(
        &self,
        state: &State,
        page: &StaticPage,
        drawn: &mut SocialImages,
        tree: &mut FileTree,
    ) -> Result<Option<(String, String)>> {
        let (Some(pen), Some(_)) = (self.rasterizer, &self.deployment.home_url) else { return Ok(None) };
        let of = route::report_with_text(state, self.data.library.corpus())
            .map_or(state.clone(), |id| State::for_view(View::Report(id)));
        let name = route::path(&of).trim_end_matches('/').replace('/', "-");
        let path = format!("cards/{}.png", if name.is_empty() { "home" } else { &name });
        if !drawn.contains_key(&path) {
            let title = page.title.strip_suffix(" - Force Findings").unwrap_or(&page.title);
            tree.insert(path.clone(), social_image::render_social_image(pen, self.tokens, title, &page.description)?);
            drawn.insert(path.clone(), format!("{title}. {}", page.description));
        }
        Ok(drawn.get(&path).map(|alternative| (path.clone(), alternative.clone())))
    }
}

/// The alternative text of each preview image, by its path.
type SocialImages = BTreeMap<String, String>;
